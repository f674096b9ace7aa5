import type { Location } from '../../model/configuration/location.ts';
import type { ClaimContext } from '../../model/judgement/claim-plan.ts';
import type { Evidence, Finding, Subject } from '../../model/judgement/finding.ts';
import type { AttributeChange, PrintableValue } from '../../model/plan/plan.ts';
import { type Preset, prebuildPresets } from '../../model/template/template.ts';
import { code, joined, listed, say, type Text, visible } from '../../model/text.ts';
import { counted, type PlanReport } from '../report.ts';

/** A value as JSON, cut to `limit` characters; words where it may not or cannot be shown. */
export function valueText(value: PrintableValue, limit: number): Text {
  return value.kind === 'known' ? [code(clipped(value.json, limit))] : [VALUE_WORDS[value.kind]];
}

const VALUE_WORDS: Readonly<Record<Exclude<PrintableValue['kind'], 'known'>, string>> = {
  sensitive: '(sensitive)',
  withheld: '(not shown)',
  unknown: '(known after apply)',
  absent: '(absent)',
};

/** Terraform may name a path as the cause of a replacement although its value stays the same. */
export function isUnchanged({ before, after }: Pick<AttributeChange, 'before' | 'after'>): boolean {
  return before.kind === 'known' && after.kind === 'known' && before.json === after.json;
}

/** Nothing invisible in it and no longer than `limit`, which counts the ellipsis. */
export function clipped(value: string, limit: number): string {
  const shown = visible(value.slice(0, limit));
  if (value.length <= limit && shown.length <= limit) return shown;
  // A cut through a surrogate pair would leave half a character.
  return `${shown.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** The subject with its kind, so that readers cannot confuse a preset with a parameter. */
export function subjectText(subject: Subject): Text {
  switch (subject.kind) {
    case 'template':
      return ['the template'];
    case 'resource':
      return [code(subject.address)];
    case 'preset':
      return say`preset ${subject.name}`;
    case 'parameter':
      return subject.preset === undefined
        ? say`parameter ${subject.name}`
        : say`parameter ${subject.name} of preset ${subject.preset}`;
  }
}

/** `main.tf:12` */
export function place({ file, line }: Location): string {
  return `${file}:${line}`;
}

/** The evidence for the problem, and the claims that showed it. */
export function evidenceText({ evidence, details }: Finding): Text {
  const claims = (details.seenIn ?? []).map(claimText).filter((text) => text.length > 0);
  const shown = claims.slice(0, MAX_CLAIMS);
  const rest = claims.length - shown.length;
  if (shown.length === 0) return [EVIDENCE_WORDS[evidence]];
  return [
    `${EVIDENCE_WORDS[evidence]}: `,
    ...joined(shown, '; '),
    ...(rest > 0 ? [` and in ${counted(rest, 'more claim')}`] : []),
  ];
}

const EVIDENCE_WORDS: Readonly<Record<Evidence, string>> = {
  measured: 'measured in a plan on real state',
  rehearsed: 'rehearsed with the real provider',
  predicted: 'predicted from the configuration',
  declared: 'declared',
};

const MAX_CLAIMS = 5;

function claimText({ preset, persona, parameter }: ClaimContext): Text {
  const parts: Text[] = [];
  if (preset !== undefined) parts.push(say`preset ${preset}`);
  if (persona !== undefined) parts.push(say`claimed by ${persona}`);
  if (parameter !== undefined) parts.push(say`with ${parameter.name} set to ${parameter.value}`);
  return joined(parts, ', ');
}

/** What kind of plan it is, as a noun. */
export const PLAN_KIND_WORDS: Readonly<Record<PlanReport['kind'], string>> = {
  rehearsal: 'rehearsed claim',
  claim: 'claim plan',
  fresh: 'plan without state',
  ordinary: 'plan on state, not a claim',
  destroy: 'destroy plan',
  'refresh-only': 'refresh-only plan',
  errored: 'plan that ended in an error',
  partial: 'partial plan',
};

/** The prebuilds that the template asks for. */
export function prebuildsText({ prebuildEnabled, presets }: PlanReport): Text {
  if (prebuildEnabled === false)
    return say`no prebuilds, so no user ever claims it; ${'assume-prebuild'} judges it as if it had some`;
  if (prebuildEnabled === undefined) return ['the plan does not say whether the template has prebuilds'];
  const built = prebuildPresets(presets);
  if (built.length === 0) return ['no preset has prebuilds; judged as if one had'];
  const shown = built.slice(0, MAX_PRESETS).map((preset) => [code(preset.name), ` (${presetFacts(preset)})`]);
  const rest = built.length - shown.length;
  return ['prebuilds of ', ...joined(shown, ', '), ...(rest > 0 ? [` and ${counted(rest, 'more preset')}`] : [])];
}

const MAX_PRESETS = 10;

function presetFacts({ isDefault, prebuilds }: Preset): string {
  return [instancesText(prebuilds?.instances), ...(isDefault ? ['default'] : [])].join(', ');
}

function instancesText(instances: number | undefined): string {
  return instances === undefined ? 'instances not known' : counted(instances, 'instance');
}

/** The resources that the plan replaces and removes. Empty if there are none. */
export function changesText({ replacements, removals }: PlanReport): Text {
  const byDesign = removals.filter((removal) => removal.byDesign).map(({ address }) => address);
  const removed = removals.length - byDesign.length;
  const parts: Text[] = [];
  if (replacements.length > 0) parts.push([`replaces ${counted(replacements.length, 'resource')}`]);
  if (removed > 0) parts.push([`removes ${counted(removed, 'resource')}`]);
  if (byDesign.length > 0) parts.push(['by design removes ', ...listed(byDesign)]);
  return joined(parts, '; ');
}

/** Splits a sentence with names between backticks, as in errors for people, into spans. */
export function textOf(sentence: string): Text {
  return sentence
    .split('`')
    .map((part, index) => (index % 2 === 1 ? code(part) : part))
    .filter((span) => span !== '');
}
