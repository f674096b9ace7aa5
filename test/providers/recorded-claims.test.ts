import { afterAll, describe, expect, it } from 'vitest';
import { prepareMirror } from '../../scripts/providers/mirror.ts';
import { lostIn } from '../../scripts/providers/reality/changes.ts';
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
