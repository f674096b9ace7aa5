import { byteLength } from '../../model/byte-length.ts';
import { code, joined, listed, type Text } from '../../model/text.ts';
import { counted, type Report, type TemplateFix } from '../report.ts';
import { fixText, writtenText } from '../words/fix-text.ts';
import { reasonGroups } from '../words/reason-groups.ts';
import { rehearsalTexts } from '../words/rehearsal-text.ts';
import { textOf } from '../words/wording.ts';
import { bullet, inline, paragraph } from './markdown.ts';
import { presetTableOf } from './markdown-presets.ts';
import { TABLE_HEAD, tableRows } from './markdown-table.ts';

export interface Section {
  /** What stands above the items; they follow with `separator` between. */
  readonly head: string;
  readonly items: readonly string[];
  /** What stands below them. */
  readonly foot?: string;
  /** Of the room, if not everything fits. */
  readonly share: number;
  more(count: number): string;
}

/** What stands before and after the findings. */
export function sectionsAround(report: Report, elsewhere: string) {
  const section = (head: string, items: readonly string[], share: number, noun: string): Section => ({
    head,
    items,
    share,
    more: (count) => `and ${counted(count, `more ${noun}`)}, in ${elsewhere}`,
  });
  const named = report.plans.length > 1;
  return {
    before: [
      section('#### Not read\n', report.errors.map(errorItem), 0.1, 'input'),
      section(
        TABLE_HEAD,
        report.plans.flatMap((plan) => tableRows(plan, report.findings)),
        0.2,
        'row',
      ),
    ],
    after: [
      presetSection(report, elsewhere),
      section(
        '#### Rehearsed\n',
        report.plans.flatMap((plan) =>
          rehearsalTexts(plan).map((text) => bullet(inline([...(named ? [code(plan.name), ': '] : []), ...text]))),
        ),
        0.1,
        'preset',
      ),
      section('#### Fixed\n', (report.fixes ?? []).map(fixItem), 0.2, 'template'),
      section('#### Not checked\n', notCheckedItems(report), 0.2, 'reason'),
      section(
        '#### Notices\n',
        report.notices.map(({ input, text }) => bullet(inline([code(input), ': ', ...text]))),
        0.05,
        'notice',
      ),
    ],
  };
}

/** Folded: it is looked up, while the findings are read. */
function presetSection(report: Report, elsewhere: string): Section {
  const { head, rows } = presetTableOf(report);
  return {
    head: `<details>\n<summary>Presets and parameters</summary>\n\n${head}`,
    items: rows,
    foot: '\n</details>',
    share: 0.1,
    more: (count) => `and ${counted(count, 'more preset')}, in ${elsewhere}`,
  };
}

function errorItem({ message }: { readonly message: string }): string {
  return bullet(paragraph(textOf(message)) || '(empty)');
}

function notCheckedItems({ rules, plans }: Report): readonly string[] {
  return reasonGroups(rules).map(({ reason, rules: ids, templates }) => {
    const where = plans.length > 1 ? [' in ', ...listed(templates)] : [];
    return bullet(inline([...listed(ids, ids.length), ...where, ': ', ...reason.detail, ' → ', ...reason.remedy]));
  });
}

/** The items that have room, and how many have not. */
export function fitSection({ head, items, foot, more }: Section, room: number): string {
  if (items.length === 0) return '';
  const shown: string[] = [];
  let left = room - byteLength(head) - byteLength(foot ?? '') - byteLength(more(items.length)) - SEPARATOR.length;
  for (const item of items) {
    left -= byteLength(item) + 1;
    if (left < 0) break;
    shown.push(item);
  }
  const rest = items.length - shown.length;
  const list = shown.length === 0 ? [] : [[head, ...shown, ...(foot === undefined ? [] : [foot])].join('\n')];
  return [...list, ...(rest > 0 ? [more(rest)] : [])].join(SEPARATOR);
}

const SEPARATOR = '\n\n';

function fixItem(fix: TemplateFix): string {
  const sentences: Text = [code(fix.template), `: ${writtenText(fix)}; `, ...fixText(fix)];
  return bullet(inline(joined([sentences, ...fix.tradeOffs], '. ')));
}
