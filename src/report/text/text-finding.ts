import type { CauseChain, Finding, FindingDetails, Subject } from '../../model/judgement/finding.ts';
import { formatPath } from '../../model/plan/attribute-path.ts';
import type { AttributeChange } from '../../model/plan/plan.ts';
import { plain, type Text } from '../../model/text.ts';
import type { RootFinding } from '../words/finding-groups.ts';
import { clipped, evidenceText, isUnchanged, place, subjectText, valueText } from '../words/wording.ts';
import { BLANK, type Line, type Piece, piecesOf, type Style, styled, wrapped } from './text-layout.ts';

/** A finding with what only follows it, indented under it. */
export function findingLines({ finding, followers }: RootFinding, width: number): readonly Line[] {
  const lines = [...oneFinding(finding, width)];
  if (followers.length === 0) return lines;
  lines.push(BLANK, [...INDENT, styled('follows from it:', 'quiet')]);
  for (const follower of followers) {
    const own = oneFinding(follower, width - WIDE_INDENT.length, finding);
    lines.push(BLANK, ...own.map((line) => (line.length === 0 ? line : [{ text: WIDE_INDENT }, ...line])));
  }
  return lines;
}

/** What a follower has in common with its root is not said again. */
function oneFinding(finding: Finding, width: number, root?: Finding): readonly Line[] {
  const { details } = finding;
  const lines: Line[] = [headingOf(finding), ...wrapped(piecesOf(finding.what), width, INDENT)];
  if (!isSame(finding.why, root?.why)) lines.push(...wrapped(piecesOf(finding.why), width, INDENT));

  const facts: Line[] = [];
  const { attributes = [], chains = [] } = details;
  attributes.forEach((change, index) => {
    facts.push(...field(index === 0 ? 'paths' : '', attributePieces(change), width));
  });
  chains.forEach((chain, index) => {
    facts.push(...field(index === 0 ? 'cause' : '', chainPieces(chain), width));
  });
  if (root === undefined && details.root !== undefined) {
    facts.push(...field('follows', [styled(details.root, 'code')], width));
  }
  if (details.waiver !== undefined) {
    const { reason, until } = details.waiver;
    facts.push(...field('waived', piecesOf([`until ${until}: `, reason]), width));
  }
  const evidence = evidenceText(finding);
  if (!isSame(evidence, root === undefined ? undefined : evidenceText(root))) {
    facts.push(...field('evidence', piecesOf(evidence), width));
  }
  if (!isSame(finding.remedy, root?.remedy)) facts.push(...field('remedy', piecesOf(finding.remedy), width));
  facts.push(...fixFacts(details, width));
  return facts.length === 0 ? lines : [...lines, BLANK, ...facts];
}

const INDENT: Line = [{ text: '  ' }];
const WIDE_INDENT = '    ';

function headingOf({ severity, ruleId, subject, details }: Finding): Line {
  return [
    styled(severity, details.waiver === undefined ? severity : 'quiet'),
    ...(details.waiver === undefined ? [] : [{ text: ' ' }, styled('(waived)', 'quiet')]),
    { text: '  ' },
    styled(ruleId, 'strong'),
    ...subjectPieces(subject),
    ...(details.location === undefined ? [] : [{ text: '  ' }, styled(place(details.location), 'quiet')]),
  ];
}

function subjectPieces(subject: Subject): readonly Piece[] {
  if (subject.kind === 'template') return [];
  const gap = { text: '  ' };
  return subject.kind === 'resource'
    ? [gap, styled(subject.address, 'code')]
    : [gap, ...piecesOf(subjectText(subject))];
}

function attributePieces({ path, before, after }: AttributeChange): readonly Piece[] {
  const change: readonly Piece[] = isUnchanged({ before, after })
    ? [...bare(valueText(before, MAX_VALUE)), { text: ' (unchanged)' }]
    : [...bare(valueText(before, MAX_VALUE)), styled(' → ', 'quiet'), ...bare(valueText(after, MAX_VALUE))];
  return [styled(clipped(formatPath(path), MAX_VALUE), 'code'), { text: ': ' }, ...change];
}

const MAX_VALUE = 160;

/** JSON carries its own quotes, so backticks around it would only be in the way. */
function bare(text: Text): readonly Piece[] {
  return text.map((span) => (typeof span === 'string' ? { text: span, whole: true } : styled(span.code, 'code')));
}

function chainPieces(chain: CauseChain): readonly Piece[] {
  return chain.flatMap(({ reference, location }, index) => [
    ...(index === 0 ? [] : [{ text: ' ' }, styled('← ', 'quiet')]),
    styled(reference, 'code'),
    ...(location === undefined ? [] : [{ text: ' ' }, styled(`(${place(location)})`, 'quiet')]),
  ]);
}

/** The edit, where the files were read; else what to write, wherever that is. */
function fixFacts({ snippet, fix }: FindingDetails, width: number): readonly Line[] {
  const written = snippet === undefined ? [] : codeLines('fix', snippet);
  if (fix === undefined) return written;
  if (fix.kind === 'none') return [...field('no edit', piecesOf(fix.because), width), ...written];
  return [
    ...diffLines(fix.diff, label(''), label('fix')),
    ...(fix.tradeOff.length === 0 ? [] : field('trade-off', piecesOf(fix.tradeOff), width)),
  ];
}

function codeLines(name: string, text: string): readonly Line[] {
  return linesOfCode(text).map((line, index) => [...label(index === 0 ? name : ''), styled(line, 'good')]);
}

/** A diff in colours; `first` stands before its first line. */
export function diffLines(diff: string, indent: Line, first: Line = indent): readonly Line[] {
  return linesOfCode(diff).map((line, index) => [...(index === 0 ? first : indent), styled(line, diffStyle(line))]);
}

function linesOfCode(text: string): readonly string[] {
  return text.replaceAll('\t', '    ').split(/\r?\n/);
}

function diffStyle(line: string): Style {
  if (/^(?:---|\+\+\+|@@) /.test(line)) return 'quiet';
  if (line.startsWith('+')) return 'good';
  return line.startsWith('-') ? 'error' : 'code';
}

function field(name: string, pieces: readonly Piece[], width: number): readonly Line[] {
  return wrapped(pieces, width, label(name));
}

function label(name: string): Line {
  return [...INDENT, styled(name.padEnd(10), 'quiet')];
}

function isSame(text: Text, other: Text | undefined): boolean {
  return other !== undefined && plain(text) === plain(other);
}
