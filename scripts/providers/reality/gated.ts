import { globSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Fates } from './changes.ts';

/** A template with something behind the prebuild flags or the owner, and what a real server did with it. */
export interface GatedTemplate {
  /** As in the table that was recorded. */
  readonly id: string;
  readonly directory: string;
  readonly expected: GatedExpectation;
}

interface GatedExpectation {
  readonly case: string;
  readonly dynamic: ServerAnswer;
  /** In the classic flow of parameters, where that was asked. */
  readonly classic?: ServerAnswer;
  /** What a rehearsal has to say, which does not know the flow. */
  readonly rehearse: {
    readonly conclusion: 'pass' | 'fail';
    /** Of which prebuilds are kept. */
    readonly presets: readonly string[];
    readonly lost: readonly string[];
    /** Rules that find something, and rules that may not. */
    readonly must: readonly string[];
    readonly mustNot: readonly string[];
  };
}

interface ServerAnswer {
  readonly push: 'taken' | 'refused';
  /** Parameters without a stored value: Coder's preview of the prebuild could not tell it. */
  readonly unstored?: readonly string[];
  readonly prebuild?: 'ready' | 'never-ready' | 'never-built' | 'build-fails' | 'none-wanted';
  readonly claims: readonly {
    readonly values: Readonly<Record<string, string>>;
    readonly claimant?: string;
    readonly answer: 'claimed' | 'not-claimed' | 'refused' | 'build-fails';
    readonly planned?: Fates;
  }[];
}

export function readGatedTemplates(): readonly GatedTemplate[] {
  return globSync('fixtures/reality/gated/*/main.tf')
    .sort()
    .map((file) => {
      const directory = dirname(file);
      const expected = JSON.parse(readFileSync(`${directory}/expected.json`, 'utf8')) as GatedExpectation;
      return { id: basename(directory), directory, expected };
    });
}
