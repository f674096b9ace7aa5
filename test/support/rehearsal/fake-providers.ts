import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Environment } from '../../../src/gather/rehearsal/claim/environment.ts';
import type { Launch } from '../../../src/gather/rehearsal/terraform/launch.ts';
import { breakAnswer } from './broken-answer.ts';
import type { FakeProvider } from './fake-provider.ts';
import { type Call, type Fault, faultOf } from './faults.ts';
import { type Answer, serveGrpc, UNIMPLEMENTED } from './grpc-server.ts';
import { aws } from './providers/aws.ts';
import { coder } from './providers/coder.ts';
import { docker } from './providers/docker.ts';
import { kubernetes } from './providers/kubernetes.ts';
import { local } from './providers/local.ts';
import { nothing } from './providers/null.ts';
import { random } from './providers/random.ts';
import { answerRpc, isRpc, typeOf } from './serve-provider.ts';

const PROVIDERS: readonly FakeProvider[] = [coder, docker, random, nothing, kubernetes, aws, local];

/** Terraform and OpenTofu look for the same provider under different names. */
const REGISTRIES = ['registry.terraform.io', 'registry.opentofu.org'];

/** Providers that run in this process, where Terraform finds them without installing anything. */
export interface FakeProviders {
  /** `TF_REATTACH_PROVIDERS` for a Terraform that is started by hand; the build is the one that was given at the start. */
  readonly reattach: string;
  /**
   * Gives every Terraform that is started its own providers, which see the `CODER_*`
   * of that command alone: several run at once, and a provider here has no
   * environment of its own.
   */
  launch(inner: Launch): Launch;
  /** Every call so far, in the order in which they came. */
  readonly calls: readonly Call[];
  stop(): Promise<void>;
}

export interface FakeProvidersOptions {
  readonly faults?: readonly Fault[];
  /** `CODER_*` for `reattach`. */
  readonly environment?: Environment;
}

export async function startFakeProviders(options: FakeProvidersOptions = {}): Promise<FakeProviders> {
  const { faults = [], environment = {} } = options;
  const calls: Call[] = [];
  const lasting = await serveProviders(environment, faults, calls);
  return {
    reattach: lasting.reattach,
    calls,
    stop: lasting.stop,
    launch: (inner) => async (command, signal) => {
      const { reattach, stop } = await serveProviders(coderVariables(command.environment), faults, calls);
      try {
        return await inner(
          { ...command, environment: { ...command.environment, TF_REATTACH_PROVIDERS: reattach } },
          signal,
        );
      } finally {
        await stop();
      }
    },
  };
}

interface Served {
  readonly reattach: string;
  stop(): Promise<void>;
}

async function serveProviders(environment: Environment, faults: readonly Fault[], calls: Call[]): Promise<Served> {
  const directory = await mkdtemp(join(tmpdir(), 'fakes-'));
  const world = { environment, unique: randomUUID };
  const served = await Promise.all(
    PROVIDERS.map(async (provider) => {
      const socket = join(directory, provider.name);
      const server = await serveGrpc(socket, async (path, request) => {
        const [, service = '', rpc = ''] = path.split('/');
        // Without an answer to its shutdown Terraform waits two seconds for each provider.
        if (service === 'plugin.GRPCController') return { kind: 'message', bytes: new Uint8Array() };
        if (service !== 'tfplugin6.Provider' || !isRpc(rpc)) return UNIMPLEMENTED;
        const call: Call = { provider: provider.name, rpc, type: typeOf(rpc, request), environment };
        calls.push(call);
        const effect = faultOf(faults, call);
        if (effect !== undefined) return breakAnswer(effect, rpc, request);
        return answered(() => answerRpc(provider, world, rpc, request));
      });
      return { provider, socket, server };
    }),
  );
  const entries = served.flatMap(({ provider, socket }) =>
    REGISTRIES.map((registry) => [`${registry}/${provider.source}`, reattachment(socket)]),
  );
  return {
    reattach: JSON.stringify(Object.fromEntries(entries)),
    stop: async () => {
      await Promise.all(served.map(({ server }) => server.stop()));
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** A mistake of a fake is told through Terraform, as that of a real provider is. */
function answered(answer: () => Buffer): Answer {
  try {
    return { kind: 'message', bytes: answer() };
  } catch (error) {
    return { kind: 'status', code: 13, text: String(error) };
  }
}

function reattachment(socket: string): object {
  return {
    Protocol: 'grpc',
    ProtocolVersion: 6,
    Pid: process.pid,
    Test: true,
    Addr: { Network: 'unix', String: socket },
  };
}

function coderVariables(environment: Environment): Environment {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => name.startsWith('CODER_')));
}
