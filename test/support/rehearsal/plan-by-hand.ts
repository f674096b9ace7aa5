import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import type { Environment } from '../../../src/gather/rehearsal/claim/environment.ts';
import { openWorkspace } from '../../../src/gather/rehearsal/template/workspace.ts';
import { providerEnvironment } from '../../../src/gather/rehearsal/terraform/host-environment.ts';
import { createLaunch } from '../../../src/gather/rehearsal/terraform/launch.ts';
import {
  createTerraform,
  type PlanResult,
  type Terraform,
} from '../../../src/gather/rehearsal/terraform/run-terraform.ts';
import type { FakeProviders } from './fake-providers.ts';
import { type Program, terraform } from './terraform.ts';

/** Terraform in a private copy of a template, with fake providers. */
export interface TerraformByHand {
  readonly terraform: Terraform;
  plan(environment: Environment, state: string): Promise<PlanResult>;
  /** The JSON of the last plan. */
  shown(): Promise<unknown>;
  schemas(): Promise<unknown>;
  file(name: string): string;
}

export interface HandOptions {
  readonly program?: Program;
  readonly timeoutMs?: number;
}

export async function withTerraform<T>(
  template: string,
  fakes: FakeProviders,
  use: (terraform: TerraformByHand) => Promise<T>,
  { program = terraform, timeoutMs = 60_000 }: HandOptions = {},
): Promise<T> {
  const workspace = await openWorkspace(async () => template, tmpdir());
  try {
    const environment = providerEnvironment(process.env, { platform: process.platform, pass: [] });
    const running = createTerraform({
      executable: program.executable,
      directory: workspace.template,
      installEnvironment: environment,
      providerEnvironment: environment,
      variableFiles: [],
      timeoutMs,
      launch: fakes.launch(createLaunch(workspace.lastWill)),
      signal: new AbortController().signal,
    });
    const failure = await running.init();
    if (failure !== undefined) throw new Error(`init: ${JSON.stringify(failure)}`);
    const out = workspace.file('by-hand.tfplan');
    const json = workspace.file('by-hand.json');
    const read = async (): Promise<unknown> => JSON.parse(await readFile(json, 'utf8'));
    return await use({
      terraform: running,
      file: workspace.file,
      plan: (build, state) =>
        running.plan({
          stage: 'prebuild',
          directory: workspace.template,
          environment: build,
          state: workspace.file(state),
          refresh: false,
          out,
        }),
      shown: async () => {
        const unshown = await running.show('prebuild', out, json);
        if (unshown !== undefined) throw new Error(`show: ${JSON.stringify(unshown)}`);
        return read();
      },
      schemas: async () => {
        const unwritten = await running.writeSchemas(json);
        if (unwritten !== undefined) throw new Error(`schema: ${JSON.stringify(unwritten)}`);
        return read();
      },
    });
  } finally {
    await workspace.remove();
  }
}
