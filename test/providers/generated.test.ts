import { availableParallelism } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AttachedProviders, attachProviders } from '../../scripts/providers/attach.ts';
import { keepCounterexample, readCounterexamples, shrink } from '../../scripts/providers/generate/counterexamples.ts';
import { judge, type ProvenPart, proveParts } from '../../scripts/providers/generate/prove.ts';
import { type GeneratedTemplate, templateOf } from '../../scripts/providers/generate/template.ts';
import { prepareMirror } from '../../scripts/providers/mirror.ts';
import { textOf } from '../../scripts/providers/reality/recorded.ts';
import { rehearseWith } from '../../scripts/providers/rehearse.ts';

const tell = (text: string): void => {
  process.stderr.write(`${text}\n`);
};
const mirror = prepareMirror(tell);
const WANTED = Number(process.env['GENERATED_TEMPLATES'] ?? 500);
const FIRST_SEED = Number(process.env['PROPERTY_SEED'] ?? 20_261_123);
const SHRINK_MS = Number(process.env['SHRINK_SECONDS'] ?? 300) * 1000;

describe('a template that was drawn at random', () => {
  let attached: AttachedProviders;
  beforeAll(async () => {
    attached = await attachProviders(mirror, ['hashicorp/null', 'hashicorp/random', 'hashicorp/time']);
  });
  afterAll(() => attached.stop());

  it('loses in a rehearsal what it really loses', { timeout: 12 * 3_600_000 }, async () => {
    const prove = (template: GeneratedTemplate) => proveParts({ ...mirror, attached: attached.environment }, template);
    const kept: string[] = [];
    const counts = { templates: 0, losing: 0, refused: 0 };
    let next = FIRST_SEED;

    const work = async (): Promise<void> => {
      while (counts.templates < WANTED) {
        const seed = next++;
        const proven = await prove(templateOf(seed));
        counts.templates += proven.length;
        counts.losing += proven.filter(
          ({ proof: { really } }) => really.kind === 'lost' && really.addresses.length > 0,
        ).length;
        counts.refused += proven.filter(({ proof: { really } }) => really.kind === 'impossible').length;
        const wrong = proven.find(({ proof }) => proof.verdict !== 'equal');
        if (wrong !== undefined) kept.push(await keep(seed, wrong));
        if (seed % 20 === 0) tell(`${counts.templates} of ${WANTED} templates, ${kept.length} counterexamples`);
      }
    };
    const keep = async (seed: number, wrong: ProvenPart): Promise<string> => {
      const smallest = await shrink(seed, wrong, prove, SHRINK_MS);
      const { verdict, conclusion, rehearsed, because } = smallest.proof;
      const directory = keepCounterexample(String(seed), smallest);
      const line = `${directory}: ${verdict}; ${conclusion} (${because}), ${JSON.stringify(rehearsed)}`;
      tell(line);
      return line;
    };

    await Promise.all(Array.from({ length: availableParallelism() }, work));
    tell(
      `${counts.templates} templates from seed ${FIRST_SEED} to ${next - 1}: ${counts.losing} lose something, ${counts.refused} cannot be built, ${kept.length} counterexamples`,
    );
    expect(kept).toEqual([]);
  });
});

const known = readCounterexamples();

describe.runIf(known.length > 0)('a counterexample of former times', () => {
  it.concurrent.each(known)('$seed loses in a rehearsal what it really loses', async ({ directory, truth }) => {
    const rehearsed = await rehearseWith(mirror, directory, { parallelism: 1, keepsPlans: false });
    const proof = judge(truth, rehearsed, textOf(directory));
    expect(proof).toEqual({ ...proof, verdict: 'equal' });
  });
});
