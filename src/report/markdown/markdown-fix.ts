import { byteLength } from '../../model/byte-length.ts';
import type { FindingDetails } from '../../model/judgement/finding.ts';
import { listed, type Text } from '../../model/text.ts';
import type { FixPlace } from '../words/place-fixes.ts';
import { place } from '../words/wording.ts';
import { fenced, inline, paragraph } from './markdown.ts';

/** The fix of a finding: where it is suggested, or else the text to write. */
export function fixBlock({ snippet: code, fix }: FindingDetails, fixPlace: FixPlace): string {
  const snippet = code === undefined ? '' : fenced(code, 'hcl');
  if (fix?.kind === 'none') {
    const none = `**No edit is offered:** ${paragraph(fix.because)}`;
    return [none, snippet].filter((part) => part !== '').join('\n\n');
  }
  if (fix === undefined || fixPlace === undefined) return snippet === '' ? '' : `**Fix**\n\n${snippet}`;
  const places = fix.patches.map(place);
  const where: Text =
    fixPlace === 'suggested'
      ? [' · suggested on ', ...listed(places)]
      : [' · a patch of ', ...listed([...new Set(fix.patches.map(({ file }) => file))])];
  const shown =
    fixPlace === 'patch' && (snippet === '' || byteLength(fix.diff) <= MAX_DIFF) ? fenced(fix.diff, 'diff') : snippet;
  const tradeOff = fix.tradeOff.length === 0 ? '' : `**Trade-off:** ${paragraph(fix.tradeOff)}`;
  return [`**Fix**${inline(where)}`, shown, tradeOff].filter((part) => part !== '').join('\n\n');
}

/** In bytes; nobody reads more of a diff in a comment, and the snippet says the same in brief. */
const MAX_DIFF = 8_000;
