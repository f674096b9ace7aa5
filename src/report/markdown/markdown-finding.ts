import type { CauseChain, Finding, Subject } from '../../model/judgement/finding.ts';
import { formatPath } from '../../model/plan/attribute-path.ts';
import type { AttributeChange } from '../../model/plan/plan.ts';
import { code, type Text } from '../../model/text.ts';
import { counted } from '../report.ts';
import type { FixPlace } from '../words/place-fixes.ts';
import { evidenceText, isUnchanged, place, valueText } from '../words/wording.ts';
import { cell, cellCode, fenced, htmlCode, paragraph } from './markdown.ts';
import { fixBlock } from './markdown-fix.ts';
import { causeGraph } from './mermaid.ts';

/** A finding, folded; blank lines let Markdown begin again inside HTML. */
export function findingBlock(finding: Finding, fixPlace: FixPlace): string {
  const { attributes = [], chains = [], location, root, waiver } = finding.details;
  const parts = [
    paragraph(finding.what),
    paragraph(finding.why),
    location === undefined ? '' : labelled('Where', [code(place(location))]),
    attributeTable(attributes),
    graph(chains),
    root === undefined ? '' : paragraph(['It is replaced only because ', code(root), ' is.']),
    fixBlock(finding.details, fixPlace),
    labelled('What to do', finding.remedy),
    waiver === undefined ? '' : labelled('Waived', [`until ${waiver.until}: `, code(waiver.reason)]),
    labelled('Evidence', evidenceText(finding)),
  ];
  return folded(finding, parts);
}

/** For a finding that would take the place of all others. */
export function briefBlock(finding: Finding, elsewhere: string): string {
  return folded(finding, [`Too long to show here; it is in ${elsewhere}.`]);
}

function folded({ severity, ruleId, subject, details }: Finding, parts: readonly string[]): string {
  const waived = details.waiver === undefined ? '' : ' (waived)';
  const title = [`<b>${severity}</b>${waived}`, htmlCode(ruleId), ...subjectHtml(subject)].join(' · ');
  const body = parts.filter((part) => part !== '').join('\n\n');
  return `<details>\n<summary>${title}</summary>\n\n${body}\n\n</details>`;
}

function subjectHtml(subject: Subject): readonly string[] {
  switch (subject.kind) {
    case 'template':
      return [];
    case 'resource':
      return [htmlCode(subject.address)];
    case 'preset':
      return [`preset ${htmlCode(subject.name)}`];
    case 'parameter': {
      const preset = subject.preset === undefined ? '' : ` of preset ${htmlCode(subject.preset)}`;
      return [`parameter ${htmlCode(subject.name)}${preset}`];
    }
  }
}

function attributeTable(attributes: readonly AttributeChange[]): string {
  if (attributes.length === 0) return '';
  const rows = attributes.slice(0, MAX_ROWS).map(({ path, before, after }) => {
    const [left, right] = [before, after].map((value) => cell(valueText(value, MAX_VALUE), MAX_VALUE));
    return `| ${cellCode(formatPath(path))} | ${left} | ${isUnchanged({ before, after }) ? '(unchanged)' : right} |`;
  });
  const rest = attributes.length - rows.length;
  const table = ['| Attribute | Prebuild | Claim |', '| --- | --- | --- |', ...rows].join('\n');
  return rest > 0 ? `${table}\n\nand ${counted(rest, 'more attribute')}` : table;
}

const MAX_ROWS = 30;
const MAX_VALUE = 200;

function graph(chains: readonly CauseChain[]): string {
  const drawable = chains.filter((chain) => chain.length > 1);
  if (drawable.length === 0) return '';
  const rest = drawable.length - MAX_CHAINS;
  const drawn = fenced(causeGraph(drawable.slice(0, MAX_CHAINS)), 'mermaid');
  return rest > 0 ? `${drawn}\n\nand ${counted(rest, 'more chain')} of references` : drawn;
}

const MAX_CHAINS = 5;

function labelled(label: string, text: Text): string {
  return text.length === 0 ? '' : `**${label}:** ${paragraph(text)}`;
}
