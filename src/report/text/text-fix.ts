import type { TemplateFix } from '../report.ts';
import { fixText, writtenText } from '../words/fix-text.ts';
import { diffLines } from './text-finding.ts';
import { BLANK, type Line, piecesOf, styled, wrapped } from './text-layout.ts';

/** What was written into a template, what that costs, and whether it is proven. */
export function fixLines(fix: TemplateFix, width: number): readonly Line[] {
  return [
    [
      styled(`${fix.unwritten === undefined ? 'fixed' : 'fix of'} ${fix.template}`, 'strong'),
      { text: `  ${writtenText(fix)}` },
    ],
    ...fix.diffs.flatMap((diff) => [BLANK, ...diffLines(diff, INDENT)]),
    BLANK,
    ...fix.tradeOffs.flatMap((text) => wrapped(piecesOf(text), width, [...INDENT, styled('trade-off ', 'quiet')])),
    ...wrapped(piecesOf(fixText(fix)), width, INDENT),
  ];
}

const INDENT: Line = [{ text: '  ' }];
