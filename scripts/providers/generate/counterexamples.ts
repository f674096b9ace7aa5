import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import fc from 'fast-check';
import type { Loss, ProvenPart } from './prove.ts';
import { writeFiles } from './prove.ts';
import { renderTemplate } from './render.ts';
import { arbitraryOf } from './template.ts';

/** A generated template of which a rehearsal once said something else than what really happened. */
export interface Counterexample {
  readonly seed: string;
  readonly directory: string;
  readonly truth: Loss;
}

const DIRECTORY = 'fixtures/reality/counterexamples';

export function readCounterexamples(): readonly Counterexample[] {
  return globSync(`${DIRECTORY}/*/main.tf`)
    .sort()
    .map((file) => {
      const directory = dirname(file);
      const truth = JSON.parse(readFileSync(`${directory}/truth.json`, 'utf8')) as Loss;
      return { seed: basename(directory), directory, truth };
    });
}

/** Keeps it as a fixture, with what really happened. */
export function keepCounterexample(seed: string, { template, proof }: ProvenPart): string {
  const directory = `${DIRECTORY}/${seed}`;
  writeFiles(directory, renderTemplate(template));
  writeFileSync(`${directory}/truth.json`, `${JSON.stringify(proof.really, null, 2)}\n`);
  return directory;
}

/** The smallest that is found in time of what `prove` says is wrong with the template of a seed. */
export async function shrink(
  seed: number,
  first: ProvenPart,
  prove: (template: ProvenPart['template']) => Promise<readonly ProvenPart[]>,
  timeMs: number,
): Promise<ProvenPart> {
  let smallest = first;
  const deadline = Date.now() + timeMs;
  const property = fc.asyncProperty(arbitraryOf(seed), async (template) => {
    if (Date.now() > deadline) return true;
    const wrong = (await prove(template)).find(({ proof }) => proof.verdict === first.proof.verdict);
    if (wrong !== undefined) smallest = wrong;
    return wrong === undefined;
  });
  await fc.check(property, { seed, numRuns: 1 });
  return smallest;
}
