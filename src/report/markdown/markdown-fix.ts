import type { FindingDetails } from '../../model/judgement/finding.ts';
import { listed, type Text } from '../../model/text.ts';
import { byteLength } from '../words/byte-length.ts';
import type { FixPlace } from '../words/place-fixes.ts';
import { place } from '../words/wording.ts';
import { fenced, inline, paragraph } from './markdown.ts';

/** What mends a finding: where it is suggested, or else what to write. */
export function fixBlock({ fix, repair }: FindingDetails, fixPlace: FixPlace): string {
  const snippet = fix === undefined ? '' : fenced(fix, 'hcl');
  if (repair?.kind === 'none') {
    const none = `**No edit is offered:** ${paragraph(repair.because)}`;
    return [none, snippet].filter((part) => part !== '').join('\n\n');
  }
  if (repair === undefined || fixPlace === undefined) return snippet === '' ? '' : `**Fix**\n\n${snippet}`;
  const places = repair.patches.map(place);
  const where: Text =
    fixPlace === 'suggested'
      ? [' · suggested on ', ...listed(places)]
      : [' · a patch of ', ...listed([...new Set(repair.patches.map(({ file }) => file))])];
  const shown =
    fixPlace === 'patch' && (snippet === '' || byteLength(repair.diff) <= MAX_DIFF)
      ? fenced(repair.diff, 'diff')
      : snippet;
  const tradeOff = repair.tradeOff.length === 0 ? '' : `**Trade-off:** ${paragraph(repair.tradeOff)}`;
  return [`**Fix**${inline(where)}`, shown, tradeOff].filter((part) => part !== '').join('\n\n');
}

/** In bytes; nobody reads more of a diff in a comment, and the snippet says the same in brief. */
const MAX_DIFF = 8_000;
