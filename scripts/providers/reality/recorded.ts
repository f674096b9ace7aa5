import { globSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { type Fates, withoutClaimant } from './changes.ts';

/** A template whose claim was recorded on a real server. */
export interface RecordedClaim {
  readonly name: string;
  readonly directory: string;
  /** Sources of the providers that it needs. */
  readonly sources: readonly string[];
  /** What Terraform planned at the claim, without what is Coder's own. */
  readonly truth: Fates;
}

export const RECORDINGS = ['coder-claims', 'random-claims', 'infra-claims'] as const;

export function readRecordedClaims(recording: (typeof RECORDINGS)[number]): readonly RecordedClaim[] {
  return globSync(`fixtures/reality/${recording}/*/main.tf`)
    .sort()
    .map((file) => {
      const directory = dirname(file);
      const { claim, claims } = JSON.parse(readFileSync(`${directory}/truth.json`, 'utf8')) as TruthFile;
      const planned = claim?.planned ?? claims?.['ann']?.changes ?? {};
      const truth = Object.fromEntries(Object.entries(planned).filter(([address]) => !/(?:^|\.)coder_/.test(address)));
      return {
        name: basename(directory),
        directory,
        sources: sourcesOf(textOf(directory)),
        truth: withoutClaimant(truth, textOf(directory)),
      };
    });
}

/** Every `.tf` of a template, its modules included. */
export function textOf(directory: string): string {
  return globSync(`${directory}/**/*.tf`)
    .sort()
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
}

/** Providers that are asked for, and those of `hashicorp` that need not be. */
export function sourcesOf(text: string): readonly string[] {
  const required = [...text.matchAll(/source\s*=\s*"([a-z0-9-]+\/[a-z0-9-]+)"/g)].map(([, source = '']) => source);
  const used = [...text.matchAll(/^\s*(?:resource|data) "([a-z0-9]+)_/gm)].map(([, type = '']) => type);
  const implied = used.filter((type) => type !== 'terraform' && !required.some((each) => each.endsWith(`/${type}`)));
  return [...new Set([...required, ...implied.map((type) => `hashicorp/${type}`)])].sort();
}

interface TruthFile {
  readonly claim?: { readonly planned: Fates };
  readonly claims?: Readonly<Record<string, { readonly changes: Fates }>>;
}
