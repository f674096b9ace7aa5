import { globSync, readFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import type { Finding } from '../../src/model/judgement/finding.ts';
import { subjectKey } from '../../src/model/judgement/finding.ts';

/** What must be found in a template, written from what is known of its providers. */
export interface Expectation {
  readonly because: string;
  /** Rule and subject of every finding. */
  readonly findings: readonly string[];
  /** The same for the recorded claim plan alone, where that shows something else than a whole rehearsal. */
  readonly fromPlan?: readonly string[];
  /** What is left when everything is fixed that the report has a patch for. */
  readonly fixed?: readonly string[];
  /** The line that each finding points at. */
  readonly lines?: Readonly<Record<string, string>>;
  /** Addresses that are replaced, with the paths that force it. */
  readonly replaces: Readonly<Record<string, readonly string[]>>;
  /** Applying it needs no infrastructure. */
  readonly appliable?: boolean;
}

export interface ProviderTemplate {
  /** `docker-container/clean`. */
  readonly name: string;
  readonly directory: string;
  readonly expected: Expectation;
  /** Sources of the providers that it needs. */
  readonly sources: readonly string[];
}

const DIRECTORY = 'fixtures/providers';

export function readProviderTemplates(): readonly ProviderTemplate[] {
  return globSync(`${DIRECTORY}/*/*/main.tf`)
    .sort()
    .map((file) => {
      const directory = dirname(file);
      const sources = [...readFileSync(file, 'utf8').matchAll(/^\s+\w+\s*= \{ source = "([^"]+)" \}$/gm)];
      return {
        name: relative(DIRECTORY, directory),
        directory,
        expected: JSON.parse(readFileSync(`${directory}/expect.json`, 'utf8')) as Expectation,
        sources: sources.map(([, source = '']) => source),
      };
    });
}

export function wordsOf(findings: readonly Finding[]): readonly string[] {
  return findings.map(wordOf).sort();
}

/** What the findings point at, as it stands there. */
export function linesOf(findings: readonly Finding[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    findings.flatMap((finding) => {
      const { location } = finding.details;
      if (location === undefined) return [];
      const line = readFileSync(location.file, 'utf8').split('\n')[location.line - 1] ?? '';
      return [[wordOf(finding), line.trim()]];
    }),
  );
}

function wordOf({ ruleId, subject }: Finding): string {
  return `${ruleId} ${subjectKey(subject).replace(/^resource /, '')}`;
}

/** Addresses that a plan replaces, with the paths that force it, in the order of their text. */
export function replacementsIn(plan: string): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    Object.entries(changesIn(plan))
      .filter(([, { actions }]) => actions.includes('delete') && actions.includes('create'))
      .map(([address, { paths }]) => [address, paths]),
  );
}

/** What a plan does to every address that it does anything to. */
export function changesIn(plan: string): Readonly<Record<string, Effects>> {
  const { resource_changes: changes = [] } = JSON.parse(plan) as { resource_changes?: readonly Change[] };
  return Object.fromEntries(
    changes
      .filter(({ mode, change }) => mode === 'managed' && change.actions.join() !== 'no-op')
      .map(({ address, change: { actions, replace_paths: paths = [] } }) => [
        address,
        { actions, paths: paths.map((path) => path.join('.')).sort() },
      ]),
  );
}

export interface Effects {
  readonly actions: readonly string[];
  readonly paths: readonly string[];
}

interface Change {
  readonly address: string;
  readonly mode: string;
  readonly change: {
    readonly actions: readonly string[];
    readonly replace_paths?: readonly (readonly (string | number)[])[];
  };
}
