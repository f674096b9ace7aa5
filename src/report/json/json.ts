import type { Location } from '../../model/configuration/location.ts';
import type { CauseChain, Finding, Fix, Subject } from '../../model/judgement/finding.ts';
import type { RuleResult } from '../../model/judgement/verdict.ts';
import type { AttributePath } from '../../model/plan/attribute-path.ts';
import { type AttributeChange, isCountedByCoder, isLoggedByCoder, type ResourceChange } from '../../model/plan/plan.ts';
import type { PresetRow } from '../../model/template/preset-table.ts';
import type { Preset } from '../../model/template/template.ts';
import { plain, visible } from '../../model/text.ts';
import type { PlanReport, RehearsalReport, Report, TemplateFix } from '../report.ts';
import { jsonText } from './json-text.ts';

/** Goes up when a reader of the old form would misread the new one. */
export const SCHEMA_VERSION = 1;

/** The report for machines, as `report.schema.json` describes it. */
export function renderJson(report: Report): string {
  return `${jsonText(jsonReport(report), 2)}\n`;
}

function jsonReport(report: Report) {
  return {
    schemaVersion: SCHEMA_VERSION,
    tool: { name: 'prebuild-guard', version: report.toolVersion },
    conclusion: report.verdict.conclusion,
    exitCode: report.verdict.exitCode,
    plans: report.plans.map(jsonPlan),
    findings: report.findings.map(jsonFinding),
    rules: report.rules.map(jsonRule),
    errors: report.errors.map(({ input, message }) => ({ input, message: visible(message) })),
    ...(report.fixes === undefined ? {} : { fixes: report.fixes.map(jsonFix) }),
    notices: report.notices.map(({ input, text }) => ({ input, text: plain(text) })),
  };
}

function jsonPlan(plan: PlanReport) {
  return {
    name: plan.name,
    kind: plan.kind,
    terraformVersion: plan.terraformVersion ?? null,
    prebuildEnabled: plan.prebuildEnabled ?? null,
    presets: plan.presets.map(jsonPreset),
    presetTable: plan.presetTable.map(jsonPresetRow),
    replacements: plan.replacements.map(jsonReplacement),
    removals: plan.removals.map(({ address, actionReason, byDesign }) => ({
      address,
      actionReason: actionReason ?? null,
      byDesign,
    })),
    ...(plan.rehearsal === undefined ? {} : { rehearsal: jsonRehearsal(plan.rehearsal) }),
  };
}

function jsonRehearsal({ product, presets }: RehearsalReport) {
  return {
    product: product ?? null,
    presets: presets.map(({ preset, rounds, isStable, claimants, choices, untried }) => ({
      preset: preset ?? null,
      rounds,
      stable: isStable,
      claimants,
      choices: choices.map(({ name, value }) => ({ name, value })),
      untried: untried.map(({ parameter, because }) => ({ parameter, because })),
    })),
  };
}

function jsonPreset({ name, isDefault, parameters, prebuilds }: Preset) {
  const byName = [...parameters].sort(([left], [right]) => (left < right ? -1 : 1));
  return {
    name,
    isDefault,
    hasPrebuilds: prebuilds !== undefined,
    instances: prebuilds?.instances ?? null,
    parameters: Object.fromEntries(byName.map(([parameter, value]) => [parameter, value ?? null])),
  };
}

function jsonPresetRow({ preset, isDefault, instances, status, parameters }: PresetRow) {
  return {
    preset,
    isDefault,
    instances:
      instances === undefined
        ? null
        : { base: instances.base ?? null, now: instances.now ?? null, peak: instances.peak ?? null },
    status: status ?? null,
    parameters: parameters.map(({ parameter, value, origin, uncertain }) => ({
      name: parameter,
      value: value ?? null,
      origin,
      conditional: uncertain,
    })),
  };
}

function jsonReplacement(change: ResourceChange) {
  return {
    address: change.address,
    ...(change.previousAddress === undefined ? {} : { previousAddress: change.previousAddress }),
    type: change.type,
    actions: change.actions,
    replacePaths: change.replacePaths.map(jsonPath),
    actionReason: change.actionReason ?? null,
    coderCounts: isCountedByCoder(change),
    coderLogs: isLoggedByCoder(change),
  };
}

/** A step that Terraform could not write is `[*]`, as it is in text. */
function jsonPath(path: AttributePath): readonly (string | number)[] {
  return path.map((step) => step ?? '[*]');
}

export function jsonFinding({ details, ...finding }: Finding) {
  const { location, attributes, chains, root, snippet, fix, seenIn, waiver } = details;
  return {
    ruleId: finding.ruleId,
    severity: finding.severity,
    evidence: finding.evidence,
    template: finding.template,
    subject: jsonSubject(finding.subject),
    what: plain(finding.what),
    why: plain(finding.why),
    remedy: plain(finding.remedy),
    ...(location === undefined ? {} : { location: jsonLocation(location) }),
    ...(attributes === undefined ? {} : { attributes: attributes.map(jsonAttribute) }),
    ...(chains === undefined ? {} : { chains: chains.map(jsonChain) }),
    ...(root === undefined ? {} : { root }),
    ...(snippet === undefined ? {} : { fix: snippet }),
    ...(fix === undefined ? {} : { repair: jsonFindingFix(fix) }),
    ...(seenIn === undefined
      ? {}
      : {
          seenIn: seenIn.map(({ preset, persona, parameter }) => ({
            preset: preset ?? null,
            persona: persona ?? null,
            parameter: parameter === undefined ? null : { name: parameter.name, value: parameter.value },
          })),
        }),
    ...(waiver === undefined ? {} : { waiver: { reason: waiver.reason, until: waiver.until } }),
  };
}

function jsonSubject(subject: Subject) {
  return subject.kind === 'parameter' ? { ...subject, preset: subject.preset ?? null } : subject;
}

function jsonLocation({ file, line, endLine, column }: Location) {
  return {
    file,
    line,
    ...(endLine === undefined ? {} : { endLine }),
    ...(column === undefined ? {} : { column }),
  };
}

/** A value that is not known has no `json`, whatever its object may carry. */
function jsonAttribute({ path, before, after }: AttributeChange) {
  const [left, right] = [before, after].map((value) =>
    value.kind === 'known' ? { kind: value.kind, json: value.json } : { kind: value.kind },
  );
  return { path: jsonPath(path), before: left, after: right };
}

function jsonChain(chain: CauseChain) {
  return chain.map(({ reference, location }) => ({
    reference,
    ...(location === undefined ? {} : { location: jsonLocation(location) }),
  }));
}

function jsonFix({ template, diffs, tradeOffs, proof }: TemplateFix) {
  return {
    template,
    proven: proof.kind === 'proven',
    because: proof.kind === 'proven' ? null : plain(proof.because),
    diffs,
    tradeOffs: tradeOffs.map(plain),
  };
}

function jsonFindingFix(fix: Fix) {
  if (fix.kind === 'none') return { kind: fix.kind, because: plain(fix.because) };
  return {
    kind: fix.kind,
    patches: fix.patches.map(({ file, line, endLine, before, after }) => ({ file, line, endLine, before, after })),
    diff: fix.diff,
    tradeOff: plain(fix.tradeOff),
  };
}

export function jsonRule({ id, state }: RuleResult) {
  if (state.kind !== 'not-checked') return { id, state: state.kind };
  return {
    id,
    state: state.kind,
    reasons: state.reasons.map(({ template, code, detail, remedy }) => ({
      template,
      code,
      detail: plain(detail),
      remedy: plain(remedy),
    })),
  };
}
