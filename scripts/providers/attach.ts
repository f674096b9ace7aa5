import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Mirror } from './mirror.ts';

export interface AttachedProviders {
  /** What `TF_REATTACH_PROVIDERS` is set to. */
  readonly environment: Readonly<Record<string, string>>;
  stop(): void;
}

/**
 * Starts providers once for many commands of Terraform, which would start each
 * of them anew: half of what a plan costs. Not for a provider that looks at its
 * environment or directory, as those of Coder and of files do.
 */
export async function attachProviders(mirror: Mirror, sources: readonly string[]): Promise<AttachedProviders> {
  const started = await Promise.all(sources.map((source) => attach(mirror, source)));
  return {
    environment: { TF_REATTACH_PROVIDERS: JSON.stringify(Object.fromEntries(started.map(({ entry }) => entry))) },
    stop: () => {
      for (const { process } of started) process.kill();
    },
  };
}

interface Attached {
  readonly process: ChildProcess;
  readonly entry: readonly [address: string, attachment: unknown];
}

/** As Terraform starts it, but without a certificate: a provider that is attached to speaks in clear. */
async function attach({ directory }: Mirror, source: string): Promise<Attached> {
  const executable = globSync(`${directory}/registry.terraform.io/${source}/*/*/terraform-provider-*`).sort().at(-1);
  if (executable === undefined) throw new Error(`The mirror has no ${source}.`);
  const provider = spawn(executable, {
    env: { PATH: process.env['PATH'], TF_PLUGIN_MAGIC_COOKIE: MAGIC_COOKIE, PLUGIN_PROTOCOL_VERSIONS: '5' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [handshake] = (await once(createInterface(provider.stdout), 'line')) as [string];
  const [, version, network, address] = handshake.split('|');
  const attachment = {
    Protocol: 'grpc',
    ProtocolVersion: Number(version),
    Pid: provider.pid,
    Test: true,
    Addr: { Network: network, String: address },
  };
  return { process: provider, entry: [`registry.terraform.io/${source}`, attachment] };
}

/** Of the protocol; no secret: https://developer.hashicorp.com/terraform/plugin */
const MAGIC_COOKIE = 'd602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2';
