import { afterAll, describe, expect, it } from 'vitest';
import { prepareMirror } from '../../scripts/providers/mirror.ts';
import { fatesIn, lostIn, withoutClaimant } from '../../scripts/providers/reality/changes.ts';
import { claimReally } from '../../scripts/providers/reality/claim-really.ts';
import { ALICE } from '../../scripts/providers/reality/coder.ts';
import { RECORDINGS, readRecordedClaims, textOf } from '../../scripts/providers/reality/recorded.ts';
import { closestTo, rehearsedClaims, together } from '../../scripts/providers/reality/rehearsed-claims.ts';
import { rehearseWith } from '../../scripts/providers/rehearse.ts';

const tell = (text: string): void => {
  process.stderr.write(`${text}\n`);
};
const mirror = prepareMirror(tell);

describe.each(RECORDINGS)('%s', (recording) => {
  const recorded = readRecordedClaims(recording);
  const counts = { agree: 0, wrongGreen: 0, skipped: 0 };
  afterAll(() => {
    const { agree, wrongGreen, skipped } = counts;
    tell(`${recording}: ${agree} of ${recorded.length} agree, ${wrongGreen} wrong greens, ${skipped} skipped`);
  });

  it.concurrent.each(recorded)('$name is claimed as on a real server', async ({ name, directory, sources, truth }) => {
    const missing = sources.filter((source) => !mirror.versions.has(source));
    if (missing.length > 0) {
      counts.skipped += 1;
      return tell(`${recording}/${name} is skipped, for want of ${missing.join(', ')}.`);
    }
    const rehearsed = await rehearseWith(mirror, directory, { parallelism: 1, keepsPlans: false });
    const claims = rehearsedClaims(rehearsed, textOf(directory));
    const anybody = together([...claims.values()]);
    const unseen = lostIn(truth).filter((address) => !lostIn(anybody).includes(address));
    if (unseen.length > 0 && rehearsed.verdict.conclusion === 'pass') counts.wrongGreen += 1;
    expect(unseen, `${rehearsed.verdict.conclusion}, and nothing said of`).toEqual([]);
    expect(closestTo(truth, claims), rehearsed.verdict.conclusion).toEqual(truth);
    counts.agree += 1;
  });
});

/** What needs no infrastructure: then Terraform alone has to come to what the server planned. */
const pure = RECORDINGS.filter((recording) => recording !== 'infra-claims').flatMap(readRecordedClaims);

describe('the proof by real applies', () => {
  it.concurrent.each(pure)('claims $name as a real server does', async ({ directory, truth }) => {
    const reality = await claimReally(mirror, directory, { claimants: [ALICE] });
    expect(reality).toMatchObject({ kind: 'imported', presets: [{ claims: [{ problem: undefined }] }] });
    const [built] = reality.kind === 'imported' ? reality.presets : [];
    expect(withoutClaimant(fatesIn(built?.claims[0]?.plan ?? '{}'), textOf(directory))).toEqual(truth);
  });
});
