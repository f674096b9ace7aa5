import type { Patch } from '../../src/model/configuration/patch.ts';
import type { ClaimContext, ClaimPlan } from '../../src/model/judgement/claim-plan.ts';
import type { CauseChain, Finding, Fix } from '../../src/model/judgement/finding.ts';
import type { NotChecked } from '../../src/model/judgement/outcome.ts';
import { read } from '../../src/model/judgement/outcome.ts';
import type { PrebuildAgents, RehearsalControl } from '../../src/model/judgement/rehearsal.ts';
import type { RulePolicy, Snapshot, Template } from '../../src/model/judgement/snapshot.ts';
import type { InputError, Notice, RuleResult, TemplateReason, Verdict } from '../../src/model/judgement/verdict.ts';
import type { DeclaredEvidence, PlanEvidence } from '../../src/model/plan/evidence.ts';
import type { AttributeChange, Plan, PrintableValue, ResourceChange, Workspace } from '../../src/model/plan/plan.ts';
import { type PresetRow, presetTable } from '../../src/model/template/preset-table.ts';
import type { Parameter, Prebuilds, Preset } from '../../src/model/template/template.ts';
import { code, type Text } from '../../src/model/text.ts';
import type { PlanReport, Removal, Report } from '../../src/report/report.ts';

/** A container that the plan leaves as it is. */
export function resourceChange(overrides: Partial<ResourceChange> = {}): ResourceChange {
  return {
    address: 'docker_container.workspace',
    previousAddress: undefined,
    moduleAddress: undefined,
    mode: 'managed',
    type: 'docker_container',
    name: 'workspace',
    index: undefined,
    deposed: undefined,
    providerName: 'registry.terraform.io/kreuzwerker/docker',
    actions: ['no-op'],
    actionReason: undefined,
    replacePaths: [],
    attributes: [],
    updatedAttributes: [],
    ...overrides,
  };
}

/** The same container, replaced because its name is another one. */
export function replacement(overrides: Partial<ResourceChange> = {}): ResourceChange {
  return resourceChange({
    actions: ['delete', 'create'],
    actionReason: 'replace_because_cannot_update',
    replacePaths: [['name']],
    attributes: [attributeChange()],
    ...overrides,
  });
}

/** A managed resource of the given address, type and name read off it. */
export function resourceAt(address: string, overrides: Partial<ResourceChange> = {}): ResourceChange {
  const steps = address.replace(/\[[^\]]*\]$/, '').split('.');
  return resourceChange({ address, type: steps.at(-2) ?? '', name: steps.at(-1) ?? '', ...overrides });
}

export function attributeChange(overrides: Partial<AttributeChange> = {}): AttributeChange {
  return {
    path: ['name'],
    before: known('coder-prebuilds-x'),
    after: known('coder-alice-dev'),
    becomesUnknown: false,
    ...overrides,
  };
}

export function known(value: unknown): PrintableValue {
  return { kind: 'known', json: JSON.stringify(value) };
}

/** `data.coder_workspace` as an ordinary build of a person's workspace reads it. */
export function workspace(overrides: Partial<Workspace> = {}): Workspace {
  return { isPrebuild: false, isPrebuildClaim: false, transition: 'start', hasPrebuildName: false, ...overrides };
}

/** A claim plan that changes nothing. */
export function plan(overrides: Partial<Plan> = {}): Plan {
  return {
    formatVersion: '1.2',
    terraformVersion: '1.13.3',
    errored: false,
    complete: true,
    redactedByHcp: false,
    priorResources: 1,
    isDestroy: false,
    changes: [resourceChange()],
    deferredChanges: [],
    unreadableChanges: 0,
    workspaces: [workspace({ isPrebuildClaim: true })],
    owners: [{ isPrebuildsUser: false }],
    parameters: [parameter()],
    presets: [preset()],
    workspaceTags: [],
    configuration: undefined,
    evidence: evidence(),
    ...overrides,
  };
}

/** Of a plan whose parts agree, made with the values of `preset()`. */
export function evidence(overrides: Partial<PlanEvidence> = {}): PlanEvidence {
  return {
    hasUniqueKeys: true,
    applyableAgrees: true,
    notInState: [],
    alreadyInState: [],
    notInChanges: [],
    stillPlanned: [],
    listedTwice: [],
    forcedWithoutEffect: [],
    unexplainedDrift: [],
    missedByPrebuild: [],
    declared: declaredEvidence(),
    plannedPresets: [preset().address],
    ...overrides,
  };
}

export function declaredEvidence(overrides: Partial<DeclaredEvidence> = {}): DeclaredEvidence {
  return { key: 'one', unread: [], conditionalPresets: [], undeclared: [], ...overrides };
}

/** An immutable parameter with a default and two options. */
export function parameter(overrides: Partial<Parameter> = {}): Parameter {
  return {
    address: 'data.coder_parameter.size',
    name: 'size',
    type: 'string',
    formType: 'dropdown',
    mutable: false,
    ephemeral: false,
    default: 'small',
    value: 'small',
    options: [
      { name: 'Small', value: 'small' },
      { name: 'Large', value: 'large' },
    ],
    validation: undefined,
    conditional: false,
    ...overrides,
  };
}

/** A preset with one prebuild that sets the parameter of `parameter()`. */
export function preset(overrides: Partial<Preset> = {}): Preset {
  return {
    address: 'data.coder_workspace_preset.small',
    name: 'Small',
    isDefault: false,
    parameters: new Map([['size', 'small']]),
    prebuilds: prebuilds(),
    ...overrides,
  };
}

export function prebuilds(overrides: Partial<Prebuilds> = {}): Prebuilds {
  return { instances: 1, expirationTtlSeconds: undefined, scheduling: undefined, ...overrides };
}

/** A template with one prebuild preset that sets every parameter, and one agent. */
export function template(overrides: Partial<Template> = {}): Template {
  return {
    prebuildEnabled: true,
    presets: [preset()],
    parameters: [parameter()],
    agents: ['coder_agent.main'],
    ...overrides,
  };
}

export function claimContext(overrides: Partial<ClaimContext> = {}): ClaimContext {
  return { preset: undefined, persona: undefined, parameter: undefined, ...overrides };
}

/** A claim plan that the user gave, made on real state. */
export function claimPlan(overrides: Partial<ClaimPlan> = {}): ClaimPlan {
  return { plan: plan(), evidence: 'measured', context: claimContext(), ...overrides };
}

/** The control experiment of a preset whose prebuild came to rest, without a choice that was tried. */
export function rehearsalControl(overrides: Partial<RehearsalControl> = {}): RehearsalControl {
  return {
    preset: 'Small',
    evidence: 'rehearsed',
    rounds: 2,
    unstable: [],
    choices: [],
    untried: [],
    forms: [],
    imported: plan(),
    prebuild: plan(),
    agents: prebuildAgents(),
    lostFiles: [],
    ...overrides,
  };
}

/** One agent, which a resource uses and whose token Coder keeps. */
export function prebuildAgents(overrides: Partial<PrebuildAgents> = {}): PrebuildAgents {
  return {
    declared: ['coder_agent.main'],
    stored: ['coder_agent.main'],
    subAgents: [],
    isTokenKept: true,
    ...overrides,
  };
}

export function rulePolicy(overrides: Partial<RulePolicy> = {}): RulePolicy {
  return { persistentTypes: [], ...overrides };
}

/** A template whose claim was seen whole and changes nothing. */
export function snapshot(overrides: Partial<Snapshot> = {}): Snapshot {
  return {
    name: 'claim.json',
    template: template(),
    claims: read([claimPlan()]),
    policy: rulePolicy(),
    ...overrides,
  };
}

/** A snapshot of one claim plan with these changes. */
export function claimOf(...changes: readonly ResourceChange[]): Snapshot {
  return snapshot({ claims: read([claimPlan({ plan: plan({ changes }) })]) });
}

export function notChecked(overrides: Partial<NotChecked> = {}): NotChecked {
  return {
    code: 'plan-without-state',
    detail: ['The plan was made without a state, so nothing could be replaced.'],
    remedy: ['Plan on the state of a prebuild: ', code('prebuild-guard rehearse'), '.'],
    ...overrides,
  };
}

export function templateReason(overrides: Partial<TemplateReason> = {}): TemplateReason {
  return { template: 'claim.json', ...notChecked(), ...overrides };
}

export function ruleResult(overrides: Partial<RuleResult> = {}): RuleResult {
  return { id: 'resource-replacement', state: { kind: 'checked' }, ...overrides };
}

/** An error about the container of `replacement()`, with nothing to draw beside the words. */
export function finding(overrides: Partial<Finding> = {}): Finding {
  return {
    ruleId: 'resource-replacement',
    severity: 'error',
    evidence: 'measured',
    template: 'claim.json',
    subject: { kind: 'resource', address: 'docker_container.workspace' },
    what: sentence('Claiming a prebuild destroys and recreates ', 'docker_container.workspace'),
    why: ['The claimant waits for it again, and what was in it is gone.'],
    remedy: sentence('Keep what belongs to the owner out of ', 'name'),
    details: {},
    ...overrides,
  };
}

/** The name of the container made one that stays the same when it is claimed. */
export function patch(overrides: Partial<Patch> = {}): Patch {
  return {
    file: 'main.tf',
    line: 3,
    endLine: 3,
    before: ['  name = local.name'],
    after: ['  name = data.coder_workspace.me.id'],
    ...overrides,
  };
}

export function fixOf(...patches: readonly Patch[]): Fix {
  const lines = patches.flatMap(({ before, after }) => [
    ...before.map((text) => `-${text}`),
    ...after.map((text) => `+${text}`),
  ]);
  const diff = ['--- a/main.tf', '+++ b/main.tf', ...lines].join('\n');
  return { kind: 'patch', patches, diff, tradeOff: ['The container has another name.'] };
}

/** A chain of references without locations. */
export function chain(...references: readonly string[]): CauseChain {
  return references.map((reference) => ({ reference }));
}

export function verdict(overrides: Partial<Verdict> = {}): Verdict {
  return { conclusion: 'pass', exitCode: 0, blocking: [], ...overrides };
}

/** What is reported of a clean claim plan. */
export function planReport(overrides: Partial<PlanReport> = {}): PlanReport {
  return {
    name: 'claim.json',
    kind: 'claim',
    terraformVersion: '1.13.3',
    prebuildEnabled: true,
    presets: [preset()],
    presetTable: presetRows(template({ presets: overrides.presets ?? [preset()] })),
    replacements: [],
    removals: [],
    ...overrides,
  };
}

/** The table of the template's presets, at no moment in particular and without Coder. */
export function presetRows(given: Template): readonly PresetRow[] {
  return presetTable(snapshot({ template: given }), { at: undefined, statuses: new Map() });
}

export function removal(overrides: Partial<Removal> = {}): Removal {
  return { address: 'docker_volume.cache', actionReason: undefined, byDesign: false, ...overrides };
}

export function inputError(overrides: Partial<InputError> = {}): InputError {
  return { input: 'empty.json', message: '`empty.json` is empty. Write the plan into it first.', ...overrides };
}

export function notice(overrides: Partial<Notice> = {}): Notice {
  return { input: 'claim.json', text: ['Text around the plan was ignored.'], ...overrides };
}

/** A passing run over one clean claim plan. */
export function report(overrides: Partial<Report> = {}): Report {
  return {
    toolVersion: '0.1.0',
    verdict: verdict(),
    plans: [planReport()],
    findings: [],
    rules: [ruleResult()],
    errors: [],
    notices: [],
    ...overrides,
  };
}

/** A run that fails because of these findings. */
export function failed(findings: readonly Finding[], overrides: Partial<Report> = {}): Report {
  const blocking = findings.filter((each) => each.severity === 'error' && each.details.waiver === undefined);
  return report({ verdict: verdict({ conclusion: 'fail', exitCode: 1, blocking }), findings, ...overrides });
}

/** A run in which one rule could not be checked, for these reasons. */
export function inconclusive(reasons: readonly TemplateReason[] = [templateReason()]): Report {
  return report({
    verdict: verdict({ conclusion: 'inconclusive', exitCode: 2 }),
    plans: [planReport({ kind: 'fresh' })],
    rules: [ruleResult({ state: { kind: 'not-checked', reasons } })],
  });
}

function sentence(words: string, name: string): Text {
  return [words, code(name), '.'];
}
