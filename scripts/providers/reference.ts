import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  claimEnvironment,
  prebuildEnvironment,
  REHEARSED_WORKSPACE,
} from '../../src/gather/rehearsal/claim/environment.ts';
import { claimant } from '../../src/gather/rehearsal/claim/persona.ts';
import { DEFAULT_CLAIMANTS } from '../../src/run/settings/claimants.ts';
import type { Mirror } from './mirror.ts';

/** Claim plans on the state of a prebuild that was really built. */
export interface Reference {
  /** As Coder plans: what exists is read again first. */
  readonly refreshed: string;
  readonly unrefreshed: string;
}

/**
 * What a rehearsal must come to: the template is applied as the prebuilds user
 * and planned as the first claimant, by Terraform alone, and then destroyed.
 */
export function claimReally({ configuration }: Mirror, template: string): Reference {
  const directory = mkdtempSync(join(tmpdir(), 'claim-really-'));
  const terraform = (environment: Readonly<Record<string, string>>, ...words: readonly string[]): string =>
    execFileSync('terraform', words, {
      cwd: directory,
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
      env: {
        PATH: process.env['PATH'],
        HOME: process.env['HOME'],
        CHECKPOINT_DISABLE: '1',
        TF_CLI_CONFIG_FILE: configuration,
        ...environment,
      },
    });
  const prebuild = prebuildEnvironment(REHEARSED_WORKSPACE, new Map());
  try {
    copyFileSync(join(template, 'main.tf'), join(directory, 'main.tf'));
    terraform({}, 'init', '-input=false');
    terraform(prebuild, 'apply', '-input=false', '-auto-approve');
    const claim = claimEnvironment(REHEARSED_WORKSPACE, {
      persona: claimant(DEFAULT_CLAIMANTS[0]!, 0),
      parameters: new Map(),
      previous: new Map(),
      agentToken: onlyAgentToken(readFileSync(join(directory, 'terraform.tfstate'), 'utf8')),
    });
    const planned = (refresh: boolean): string => {
      terraform(claim, 'plan', '-input=false', `-refresh=${refresh}`, '-out=claim.tfplan');
      return terraform(claim, 'show', '-json', 'claim.tfplan');
    };
    const reference = { refreshed: planned(true), unrefreshed: planned(false) };
    terraform(prebuild, 'destroy', '-input=false', '-auto-approve');
    return reference;
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/** Coder keeps the token of an agent over a claim where there is one alone. */
function onlyAgentToken(state: string): string | undefined {
  const { resources } = JSON.parse(state) as { resources: readonly StateResource[] };
  const agents = resources.filter(({ type }) => type === 'coder_agent').flatMap(({ instances }) => instances);
  return agents.length === 1 ? agents[0]?.attributes.token : undefined;
}

interface StateResource {
  readonly type: string;
  readonly instances: readonly { readonly attributes: { readonly token?: string } }[];
}
