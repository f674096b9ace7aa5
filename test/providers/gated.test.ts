import { afterAll, describe, expect, it } from 'vitest';
import { prepareMirror } from '../../scripts/providers/mirror.ts';
import { fatesIn, lostIn } from '../../scripts/providers/reality/changes.ts';
import { claimReally } from '../../scripts/providers/reality/claim-really.ts';
import { ALICE } from '../../scripts/providers/reality/coder.ts';
import { readGatedTemplates } from '../../scripts/providers/reality/gated.ts';
import { textOf } from '../../scripts/providers/reality/recorded.ts';
import { rehearsedClaims, together } from '../../scripts/providers/reality/rehearsed-claims.ts';
import { rehearseWith } from '../../scripts/providers/rehearse.ts';

const tell = (text: string): void => {
  process.stderr.write(`${text}\n`);
};
const mirror = prepareMirror(tell);
const templates = readGatedTemplates();

describe('what depends on the prebuild flags or the owner', () => {
  let agreeing = 0;
  afterAll(() => tell(`gated: ${agreeing} of ${templates.length} templates are answered as the server answers them`));

  it.concurrent.each(templates)('$id: $expected.case', async ({ directory, expected: { rehearse } }) => {
    const rehearsed = await rehearseWith(mirror, directory, { parallelism: 1, keepsPlans: false });
    const { findings, plans } = rehearsed.report;
    const rules = findings.map(({ ruleId }) => ruleId);
    const lost = lostIn(together([...rehearsedClaims(rehearsed, textOf(directory)).values()]));
    const built = plans.flatMap(({ rehearsal }) => rehearsal?.presets.map(({ preset }) => preset) ?? []);
    expect({
      conclusion: rehearsed.verdict.conclusion,
      lost,
      presets: rehearse.conclusion === 'pass' ? built : rehearse.presets,
      missing: rehearse.must.filter((rule) => !rules.includes(rule)),
      wrong: rules.filter((rule) => rehearse.mustNot.includes(rule)),
    }).toEqual({
      conclusion: rehearse.conclusion,
      lost: rehearse.lost,
      presets: rehearse.presets,
      missing: [],
      wrong: [],
    });
    agreeing += 1;
  });
});

/** The answers of which only Terraform knows: the plan of a claim without values, of a prebuild that is ready. */
const claimed = templates.flatMap(({ id, directory, expected: { dynamic } }) => {
  const answer = dynamic.claims.find(
    ({ values, claimant }) => Object.keys(values).length === 0 && claimant === undefined,
  );
  return dynamic.prebuild === 'ready' && answer?.planned !== undefined
    ? [{ id, directory, planned: answer.planned, formFills: dynamic.unstored ?? [] }]
    : [];
});

describe('the templates are those that the server was asked about', () => {
  it.concurrent.each(claimed)('$id plans the same claim', async ({ directory, planned, formFills }) => {
    const reality = await claimReally(mirror, directory, { claimants: [ALICE], formFills });
    expect(reality).toMatchObject({ kind: 'imported', presets: [{ problem: undefined }] });
    const [preset] = reality.kind === 'imported' ? reality.presets : [];
    expect(fatesIn(preset?.claims.at(-1)?.plan ?? '{}')).toEqual(planned);
  });
});
