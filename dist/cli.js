#!/usr/bin/env node
import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 8530:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  z: () => (/* binding */ check)
});

// EXTERNAL MODULE: ./build/domain/outcome.js
var outcome = __nccwpck_require__(3153);
// EXTERNAL MODULE: ./build/domain/user-error.js
var user_error = __nccwpck_require__(5881);
// EXTERNAL MODULE: ./build/domain/severity.js
var domain_severity = __nccwpck_require__(5526);
;// CONCATENATED MODULE: ./build/engine/decide.js

/**
 * The verdict. A finding that blocks outweighs what could not be checked, and an
 * input that could not be read is never forgiven: what it would have shown is
 * not known.
 */
function decide({ findings, rules, errors }, policy) {
    const { failOn } = policy;
    const blocking = failOn === 'never'
        ? []
        : findings.filter(({ severity, details }) => details.waiver === undefined && (0,domain_severity/* isAtLeast */.du)(severity, failOn));
    if (blocking.length > 0)
        return { conclusion: 'fail', exitCode: 1, blocking };
    if (errors.length > 0)
        return { conclusion: 'inconclusive', exitCode: 2, blocking };
    if (rules.some(({ state }) => state.kind === 'not-checked')) {
        return { conclusion: 'inconclusive', exitCode: policy.onInconclusive === 'warn' ? 0 : 2, blocking };
    }
    return { conclusion: 'pass', exitCode: 0, blocking };
}
//# sourceMappingURL=decide.js.map
// EXTERNAL MODULE: ./build/domain/finding.js
var finding = __nccwpck_require__(9304);
;// CONCATENATED MODULE: ./build/engine/evaluate.js


/** Asks every rule about every template. */
function evaluate(snapshots, rules, severities) {
    const results = rules.map((rule) => {
        const severity = severities.get(rule.id);
        if (severity === 'off')
            return { id: rule.id, state: { kind: 'off' }, findings: [] };
        const outcomes = snapshots.map((snapshot) => ({ snapshot, outcome: outcomeOf(rule, snapshot) }));
        return {
            id: rule.id,
            state: stateOf(outcomes),
            findings: outcomes.flatMap(({ snapshot, outcome }) => findingsOf(rule, snapshot, outcome, severity)),
        };
    });
    return {
        findings: sorted(results.flatMap(({ findings }) => findings), rules),
        rules: results.map(({ id, state }) => ({ id, state })),
    };
}
/** Rules are about prebuilds: a template that is known to have none cannot break one. */
function outcomeOf(rule, snapshot) {
    if (snapshot.groups !== undefined && !snapshot.groups.includes(rule.group))
        return { kind: 'not-configured', items: [] };
    return snapshot.template.prebuildEnabled === false ? { kind: 'checked', items: [] } : rule.evaluate(snapshot);
}
function stateOf(outcomes) {
    const reasons = outcomes.flatMap(({ snapshot, outcome }) => outcome.kind === 'not-checked' ? outcome.reasons.map((reason) => ({ ...reason, template: snapshot.name })) : []);
    if (reasons.length > 0)
        return { kind: 'not-checked', reasons };
    return outcomes.some(({ outcome }) => outcome.kind !== 'not-configured')
        ? { kind: 'checked' }
        : { kind: 'not-configured' };
}
function findingsOf(rule, snapshot, outcome, chosen) {
    return merged(outcome.items).map((violation) => ({
        ruleId: rule.id,
        severity: severityOf(chosen ?? violation.severity ?? rule.severity, violation),
        evidence: violation.evidence,
        template: snapshot.name,
        subject: violation.subject,
        ...rule.explain(violation),
        details: violation.details ?? {},
    }));
}
/** What no provider confirmed does not block on its own. */
function severityOf(severity, violation) {
    return violation.evidence === 'predicted' ? (0,domain_severity/* atMost */.Tu)(severity, 'warning') : severity;
}
/** One violation for each subject: that of the claim that shows most, and all claims that show any. */
function merged(violations) {
    const bySubject = new Map();
    for (const violation of violations) {
        const key = (0,finding/* subjectKey */.ow)(violation.subject);
        const before = bySubject.get(key);
        bySubject.set(key, before === undefined ? violation : mergedPair(before, violation));
    }
    return [...bySubject.values()];
}
function mergedPair(first, second) {
    const richer = attributeCount(second) > attributeCount(first) ? second : first;
    const seenIn = [
        ...(first.details?.seenIn ?? []),
        ...(second.details?.seenIn ?? []),
    ];
    return { ...richer, details: { ...richer.details, seenIn } };
}
function attributeCount({ details }) {
    return details?.attributes?.length ?? 0;
}
/** Gravest first, then by template, rule and subject: a total order, so that no input order shows. */
function sorted(findings, rules) {
    const ruleOrder = new Map(rules.map(({ id }, index) => [id, index]));
    return findings.toSorted((left, right) => domain_severity/* SEVERITIES */.oC.indexOf(right.severity) - domain_severity/* SEVERITIES */.oC.indexOf(left.severity) ||
        compare(left.template, right.template) ||
        (ruleOrder.get(left.ruleId) ?? 0) - (ruleOrder.get(right.ruleId) ?? 0) ||
        compare((0,finding/* subjectKey */.ow)(left.subject), (0,finding/* subjectKey */.ow)(right.subject)));
}
/** By code unit: the same on every machine, whatever its locale. */
function compare(left, right) {
    return left < right ? -1 : left > right ? 1 : 0;
}
//# sourceMappingURL=evaluate.js.map
// EXTERNAL MODULE: ./build/rules/index.js + 51 modules
var rules = __nccwpck_require__(4299);
// EXTERNAL MODULE: ./build/domain/plan.js
var domain_plan = __nccwpck_require__(698);
;// CONCATENATED MODULE: ./build/domain/plan-kind.js
function planKind(plan) {
    if (plan.errored)
        return 'errored';
    if (plan.isDestroy)
        return 'destroy';
    if (isRefreshOnly(plan))
        return 'refresh-only';
    if (plan.complete === false || plan.deferredChanges.length > 0)
        return 'partial';
    if (plan.priorResources === 0)
        return 'fresh';
    return isClaim(plan) ? 'claim' : 'ordinary';
}
/** Made on state, as the claimant. Also true for a claim plan that errored or is partial: what it lists is real. */
function isClaim(plan) {
    return (plan.priorResources !== undefined &&
        plan.priorResources > 0 &&
        plan.workspaces.some((workspace) => workspace.isPrebuildClaim && workspace.transition !== 'stop'));
}
/** An ordinary plan on a state lists every managed resource, as a no-op at least. */
function isRefreshOnly(plan) {
    return (plan.priorResources ?? 0) > 0 && !plan.changes.some((change) => change.mode === 'managed');
}
//# sourceMappingURL=plan-kind.js.map
// EXTERNAL MODULE: ./build/domain/removal.js
var removal = __nccwpck_require__(6533);
// EXTERNAL MODULE: ./build/app/version.js
var version = __nccwpck_require__(3912);
;// CONCATENATED MODULE: ./build/app/build-report.js




function buildReport(judged, { findings, rules }, verdict, errors, notices) {
    return { toolVersion: version/* VERSION */.x, verdict, plans: judged.map(planReport), findings, rules, errors, notices };
}
function planReport({ snapshot: { name, template }, plan }) {
    return {
        name,
        kind: planKind(plan),
        terraformVersion: plan.terraformVersion,
        prebuildEnabled: template.prebuildEnabled,
        presets: template.presets,
        replacements: plan.changes.filter(domain_plan/* isReplacement */.D8),
        removals: (0,removal/* removals */.k)(plan).map(({ change, byDesign }) => ({
            address: change.address,
            actionReason: change.actionReason,
            byDesign,
        })),
    };
}
//# sourceMappingURL=build-report.js.map
// EXTERNAL MODULE: ./build/domain/template.js
var template = __nccwpck_require__(9795);
// EXTERNAL MODULE: ./build/domain/text.js
var domain_text = __nccwpck_require__(6418);
;// CONCATENATED MODULE: ./build/app/snapshot-of-plan.js





/** What one plan tells of its template and of a claim. */
function snapshotOfPlan(name, plan, { assumePrebuild, baseline, policy }) {
    return {
        name,
        template: {
            prebuildEnabled: assumePrebuild || isPrebuildEnabled(plan),
            presets: plan.presets,
            parameters: plan.parameters,
            agents: plan.changes
                .filter((change) => change.type === 'coder_agent' && change.mode === 'managed' && !isGone(change))
                .map(({ address }) => address),
            gaps: templateGaps(plan),
            ...(plan.declaredParameters === undefined ? {} : { declaredParameters: plan.declaredParameters }),
        },
        claims: claimsOf(plan),
        baseline,
        policy,
    };
}
/** What the template was before the change, by a plan of it. */
function baselineOfPlan(name, plan) {
    const { presets, parameters } = plan;
    return (0,outcome/* read */.LF)([{ origin: (0,domain_text/* say */.cv) `${name}`, presets, parameters }], templateGaps(plan));
}
/**
 * A preset with a `prebuilds` block. Undefined where the plan was cut short, or
 * came without its data sources, before such a preset was seen.
 */
function isPrebuildEnabled(plan) {
    if ((0,template/* prebuildPresets */.m)(plan.presets).length > 0)
        return true;
    return plan.errored || plan.redactedByHcp || plan.complete === false ? undefined : false;
}
/** A plan that was cut short may lack data sources that the template has. */
function templateGaps(plan) {
    if (plan.redactedByHcp)
        return [REDACTED_PLAN];
    return plan.errored || plan.complete === false ? kindGap(plan) : [];
}
function isGone(change) {
    return ((0,domain_plan/* isRemoval */.f)(change) || change.deposed !== undefined) && !(0,domain_plan/* isReplacement */.D8)(change);
}
function claimsOf(plan) {
    const claim = {
        plan,
        evidence: 'measured',
        context: { preset: undefined, persona: undefined, parameter: undefined },
    };
    const gaps = [...kindGap(plan), ...unreadableGap(plan)];
    return (0,outcome/* read */.LF)(isClaim(plan) ? [claim] : [], gaps);
}
function unreadableGap({ unreadableChanges }) {
    if (unreadableChanges === 0)
        return [];
    return [
        {
            code: 'unreadable-changes',
            detail: (0,domain_text/* say */.cv) `${unreadableChanges} of the plan's changes could not be read.`,
            remedy: (0,domain_text/* say */.cv) `Give the output of ${'terraform show -json'} as it is.`,
        },
    ];
}
const HOW_TO_GET_A_CLAIM_PLAN = (0,domain_text/* say */.cv) `Rehearse the claim, or plan on the state of a prebuild as the claimant: docs/claim-plan.md has the recipe.`;
/** Only a whole claim plan proves that a claim replaces nothing. */
function kindGap(plan) {
    switch (planKind(plan)) {
        case 'claim':
            return [];
        case 'fresh':
            return [
                {
                    code: 'plan-without-state',
                    detail: ['Nothing existed before this plan, so it cannot show a replacement.'],
                    remedy: HOW_TO_GET_A_CLAIM_PLAN,
                },
            ];
        case 'destroy':
            return [
                {
                    code: 'destroy-plan',
                    detail: (0,domain_text/* say */.cv) `This plan was made with ${'-destroy'} and says nothing about a claim.`,
                    remedy: HOW_TO_GET_A_CLAIM_PLAN,
                },
            ];
        case 'refresh-only':
            return [
                {
                    code: 'refresh-only-plan',
                    detail: ['This plan only refreshes the state and says nothing about a claim.'],
                    remedy: HOW_TO_GET_A_CLAIM_PLAN,
                },
            ];
        case 'errored':
            return [
                {
                    code: 'errored-plan',
                    detail: ['Planning failed, so what this plan does not list may be replaced all the same.'],
                    remedy: (0,domain_text/* say */.cv) `Mend the error that ${'terraform plan'} printed, then plan again; a claim would fail on it too.`,
                },
            ];
        case 'partial':
            return [
                {
                    code: 'partial-plan',
                    detail: (0,domain_text/* say */.cv) `This plan is not complete, because of ${'-target'} or of changes that were put off.`,
                    remedy: (0,domain_text/* say */.cv) `Plan again without ${'-target'} and ${'-allow-deferral'}.`,
                },
            ];
        case 'ordinary':
            return [plan.redactedByHcp ? REDACTED_PLAN : ordinaryGap(plan)];
    }
}
const REDACTED_PLAN = {
    code: 'redacted-plan',
    detail: ['HCP Terraform redacted this plan: it does not say what existed before, nor who planned.'],
    remedy: (0,domain_text/* say */.cv) `Download the plan's unredacted JSON, or run ${'terraform show -json'} in the directory that is connected to HCP Terraform.`,
};
function ordinaryGap(plan) {
    if (plan.workspaces.some(({ transition }) => transition === 'stop')) {
        return {
            code: 'stop-plan',
            detail: ['This plan stops a workspace and says nothing about a claim.'],
            remedy: HOW_TO_GET_A_CLAIM_PLAN,
        };
    }
    return {
        code: 'not-a-claim-plan',
        detail: plan.workspaces.length === 0
            ? (0,domain_text/* say */.cv) `This plan reads no ${'data.coder_workspace'}, so it cannot be told whether a claimant planned.`
            : (0,domain_text/* say */.cv) `This plan was made on a state, but not as a claimant: ${'is_prebuild_claim'} is false in it.`,
        remedy: HOW_TO_GET_A_CLAIM_PLAN,
    };
}
//# sourceMappingURL=snapshot-of-plan.js.map
;// CONCATENATED MODULE: ./build/app/check.js







/** Reads the plans, asks the rules about them and about what was gathered elsewhere, decides. Publishes nothing. */
async function check(inputs, settings, reader, further = []) {
    const judged = [];
    const errors = [];
    const notices = [];
    const baseline = await readBaseline(settings, reader, errors);
    for (const input of inputs) {
        try {
            const { plan, notices: overlooked } = await reader.readPlan(input, settings.values);
            const name = input === '-' ? 'standard input' : input;
            judged.push({ plan, snapshot: snapshotOfPlan(name, plan, judgement(settings, baseline)) });
            notices.push(...overlooked.map((text) => ({ input: name, text })));
        }
        catch (error) {
            if (!(error instanceof user_error/* UserError */.y))
                throw error;
            errors.push({ input, message: error.message });
        }
    }
    const evaluation = evaluate([...judged.map(({ snapshot }) => snapshot), ...further], rules/* RULES */.y, OWN_SEVERITIES);
    const verdict = decide({ ...evaluation, errors }, settings);
    return { verdict, report: buildReport(judged, evaluation, verdict, errors, notices) };
}
const OWN_SEVERITIES = new Map();
/** A baseline that cannot be read leaves the rules that compare without one, and the run with an error. */
async function readBaseline({ baseline, values }, reader, errors) {
    if (baseline === undefined)
        return outcome/* NOT_CONFIGURED */.rY;
    try {
        const { plan } = await reader.readPlan(baseline, values);
        return baselineOfPlan(baseline, plan);
    }
    catch (error) {
        if (!(error instanceof user_error/* UserError */.y))
            throw error;
        errors.push({ input: baseline, message: error.message });
        return outcome/* NOT_CONFIGURED */.rY;
    }
}
function judgement(settings, baseline) {
    const { assumePrebuild, persistentTypes, maxPrebuilds, prebuildGrowthFactor } = settings;
    return { assumePrebuild, baseline, policy: { persistentTypes, maxPrebuilds, prebuildGrowthFactor } };
}
//# sourceMappingURL=check.js.map

/***/ }),

/***/ 44:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ parseDuration),
/* harmony export */   n: () => (/* binding */ parseHistorySettings)
/* harmony export */ });
/* harmony import */ var _domain_history_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1381);
/* harmony import */ var _domain_user_error_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5881);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4827);



/** Throws a `UserError` for a value that is not usable, or for a source without a template. */
function parseHistorySettings(raw, templateChanged) {
    return {
        request: requestOf(raw),
        policy: {
            ..._domain_history_js__WEBPACK_IMPORTED_MODULE_0__/* .DEFAULT_HISTORY_POLICY */ .yG,
            failureHardLimit: count(raw, 'failure-hard-limit', _domain_history_js__WEBPACK_IMPORTED_MODULE_0__/* .DEFAULT_HISTORY_POLICY */ .yG.failureHardLimit, 0),
            templateChanged,
        },
    };
}
function requestOf(raw) {
    const file = (0,_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .given */ .gI)(raw['history-file']);
    const url = (0,_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .given */ .gI)(raw['coder-url']);
    if (file !== undefined)
        return { kind: 'file', path: file, template: templateOf(raw) };
    if (url === undefined)
        return { kind: 'not-configured' };
    return {
        kind: 'coder',
        connection: {
            url,
            token: (0,_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .given */ .gI)(raw['coder-session-token']),
            allowHttp: (0,_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)(raw, 'allow-http', false),
            maxConcurrency: count(raw, 'max-concurrency', 4, 1),
        },
        template: templateOf(raw),
    };
}
function templateOf(raw) {
    const organization = (0,_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .given */ .gI)(raw['coder-organization']);
    const name = (0,_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .given */ .gI)(raw['coder-template']);
    if ((0,_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)(raw, 'all', false))
        return { kind: 'all', organization };
    if (name === undefined) {
        throw new _domain_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .y('The history is that of a template: give its name in Coder as `coder-template`.');
    }
    return { kind: 'one', template: name, organization };
}
function count(raw, name, fallback, least) {
    const value = (0,_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .given */ .gI)(raw[name]);
    if (value === undefined)
        return fallback;
    if (/^\d{1,4}$/.test(value) && Number(value) >= least)
        return Number(value);
    throw new _domain_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .y(`Input \`${name}\` is \`${value}\`; use a whole number from ${least} on.`);
}
/** `20m`, `90s`, `1h30m` in milliseconds. Throws a `UserError` for anything else. */
function parseDuration(name, value) {
    const [, hours = '0', minutes = '0', seconds = '0'] = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/.exec(value) ?? [];
    const ms = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
    if (ms > 0 && ms <= MOST_MS)
        return ms;
    throw new _domain_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .y(`Input \`${name}\` is \`${value}\`; use a time such as 20m or 1h30m, a day at most.`);
}
const MOST_MS = 24 * 3_600_000;
//# sourceMappingURL=history-settings.js.map

/***/ }),

/***/ 2058:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ snapshotsOfHistory)
/* harmony export */ });
/* harmony import */ var _domain_outcome_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3153);

/** What the history rules judge: a snapshot for each template, and one for what could not be seen of any. */
function snapshotsOfHistory(source, policy, asked) {
    if (source.kind === 'not-configured')
        return [];
    const [only] = source.items;
    if (only === undefined)
        return [snapshotOf(asked, source, policy)];
    if (source.items.length === 1)
        return [snapshotOf(only.template, source, policy)];
    const each = source.items.map((history) => snapshotOf(`${history.organization}/${history.template}`, (0,_domain_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .read */ .LF)([history]), policy));
    return source.gaps.length === 0 ? each : [...each, snapshotOf(asked, (0,_domain_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .read */ .LF)([], source.gaps), policy)];
}
function snapshotOf(name, histories, history) {
    return {
        name,
        groups: ['history'],
        template: { prebuildEnabled: undefined, presets: [], parameters: [], agents: [] },
        claims: _domain_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .NOT_CONFIGURED */ .rY,
        histories,
        policy: { persistentTypes: [], history },
    };
}
//# sourceMappingURL=judge-history.js.map

/***/ }),

/***/ 4827:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   P$: () => (/* binding */ parseSettings),
/* harmony export */   gI: () => (/* binding */ given)
/* harmony export */ });
/* unused harmony exports oneOf, lines */
/* harmony import */ var _domain_severity_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5526);
/* harmony import */ var _domain_user_error_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5881);


const COMMENT_MODES = ['on-findings', 'always', 'never'];
/** Checks every setting. Throws a `UserError` for the first that is not one of its values. */
function parseSettings(raw) {
    return {
        plans: lines(raw['plan']),
        assumePrebuild: flag(raw, 'assume-prebuild', false),
        failOn: oneOf(raw, 'fail-on', [..._domain_severity_js__WEBPACK_IMPORTED_MODULE_0__/* .SEVERITIES */ .oC.toReversed(), 'never'], 'error'),
        onInconclusive: oneOf(raw, 'on-inconclusive', ['fail', 'warn'], 'fail'),
        values: oneOf(raw, 'values', ['none', 'safe'], 'none'),
        persistentTypes: lines(raw['persistent-types']?.replaceAll(',', '\n')),
        baseline: given(raw['baseline']),
        maxPrebuilds: numberOf(raw, 'max-prebuilds'),
        prebuildGrowthFactor: numberOf(raw, 'prebuild-growth-factor'),
        comment: oneOf(raw, 'comment', COMMENT_MODES, 'on-findings'),
        commentKey: given(raw['comment-key']) ?? 'default',
        annotations: flag(raw, 'annotations', true),
        report: given(raw['report']),
    };
}
/** One of several words. */
function oneOf(raw, name, choices, fallback) {
    const value = given(raw[name]);
    if (value === undefined)
        return fallback;
    const choice = choices.find((candidate) => candidate === value);
    if (choice === undefined)
        throw new _domain_user_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .y(`Input \`${name}\` is \`${value}\`; use ${alternatives(choices)}.`);
    return choice;
}
/** A YAML 1.2 boolean, as `core.getBooleanInput` takes it. */
function flag(raw, name, fallback) {
    const value = given(raw[name]);
    if (value === undefined)
        return fallback;
    if (/^(?:true|True|TRUE)$/.test(value))
        return true;
    if (/^(?:false|False|FALSE)$/.test(value))
        return false;
    throw new _domain_user_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .y(`Input \`${name}\` is \`${value}\`; use true or false.`);
}
function numberOf(raw, name) {
    const value = given(raw[name]);
    if (value === undefined)
        return undefined;
    if (/^\d{1,6}(?:\.\d{1,3})?$/.test(value))
        return Number(value);
    throw new _domain_user_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .y(`Input \`${name}\` is \`${value}\`; use a number, such as 10.`);
}
/** One value a line; blank lines do not count. */
function lines(value) {
    return (value ?? '')
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '');
}
/** Undefined for what is empty or blank. */
function given(value) {
    const trimmed = value?.trim();
    return trimmed === '' ? undefined : trimmed;
}
function alternatives(choices) {
    return `${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}`;
}
//# sourceMappingURL=settings.js.map

/***/ }),

/***/ 3912:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ VERSION)
/* harmony export */ });
/** The same as in package.json, which the bundle does not carry. */
const VERSION = '0.1.0';
//# sourceMappingURL=version.js.map

/***/ }),

/***/ 7642:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  runHistory: () => (/* binding */ runHistory)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: ./build/app/check.js + 5 modules
var check = __nccwpck_require__(8530);
// EXTERNAL MODULE: ./build/app/history-settings.js
var history_settings = __nccwpck_require__(44);
// EXTERNAL MODULE: ./build/app/judge-history.js
var judge_history = __nccwpck_require__(2058);
// EXTERNAL MODULE: ./build/app/settings.js
var app_settings = __nccwpck_require__(4827);
// EXTERNAL MODULE: ./build/coder/effects.js
var coder_effects = __nccwpck_require__(4680);
// EXTERNAL MODULE: ./build/coder/gather-history.js + 3 modules
var gather_history = __nccwpck_require__(648);
// EXTERNAL MODULE: ./build/coder/history-file.js + 1 modules
var history_file = __nccwpck_require__(5205);
// EXTERNAL MODULE: ./build/domain/history.js
var domain_history = __nccwpck_require__(1381);
// EXTERNAL MODULE: ./build/domain/preset-status.js + 1 modules
var preset_status = __nccwpck_require__(544);
// EXTERNAL MODULE: ./build/domain/text.js
var domain_text = __nccwpck_require__(6418);
;// CONCATENATED MODULE: ./build/domain/canary.js



function startCanary(version) {
    return { version, wasActive: false, seenReady: new Set() };
}
/** Pure: what one look at the histories means after those before it. */
function stepCanary(memory, source, policy, isTimeUp) {
    const [history] = source.kind === 'read' ? source.items : [];
    const gap = firstGap(source);
    if (gap !== undefined && isFinal(gap))
        return { memory, decision: { kind: 'blocked', reason: gap } };
    if (history === undefined)
        return { memory, decision: waitOr(isTimeUp, [], gap) };
    const version = memory.version ?? history.version.name;
    if (history.version.name !== version)
        return otherVersion({ ...memory, version }, history, isTimeUp);
    const next = remember({ ...memory, version, wasActive: true }, history);
    return { memory: next, decision: decisionOn(history, next, policy, isTimeUp, gap) };
}
function decisionOn(history, memory, policy, isTimeUp, gap) {
    const presets = history.presets
        .filter((preset) => preset.desiredInstances !== 0 && (0,domain_history/* hasPrebuilds */.Nq)(preset))
        .map((preset) => presetOf(history, preset, memory, policy));
    if (presets.some(({ status }) => status === 'hard_limited' || status === 'validation_failed')) {
        return { kind: 'failed', presets };
    }
    if (presets.every(({ isReady }) => isReady) && gap === undefined)
        return { kind: 'ready', presets };
    const standstill = standstillOf(history);
    return standstill === undefined ? waitOr(isTimeUp, presets, gap) : { kind: 'blocked', reason: standstill };
}
function presetOf(history, preset, memory, policy) {
    return {
        name: preset.name,
        isReady: memory.seenReady.has(preset.id),
        status: (0,preset_status/* decidePreset */.Ov)(history, preset, policy).status,
        diagnosis: (0,preset_status/* diagnosePreset */.Wt)(history, preset, policy),
    };
}
function remember(memory, { presets }) {
    const ready = presets.filter((preset) => (preset.ready ?? 0) > 0).map(({ id }) => id);
    return { ...memory, seenReady: new Set([...memory.seenReady, ...ready]) };
}
/** Not promoted yet, or another one since. */
function otherVersion(memory, history, isTimeUp) {
    const active = history.version.name;
    const version = memory.version ?? '';
    if (memory.wasActive) {
        const reason = {
            code: 'version-superseded',
            detail: (0,domain_text/* say */.cv) `Version ${active} became active while ${version} was followed.`,
            remedy: (0,domain_text/* say */.cv) `Follow ${active} instead.`,
        };
        return { memory, decision: { kind: 'blocked', reason } };
    }
    const reason = {
        code: 'version-not-active',
        detail: (0,domain_text/* say */.cv) `Version ${version} is not active yet; ${active} is, and Coder builds prebuilds of the active version alone.`,
        remedy: (0,domain_text/* say */.cv) `Promote it with ${'coder templates versions promote'}.`,
    };
    return { memory, decision: waitOr(isTimeUp, [], reason) };
}
/** Coder builds nothing, whatever the version is like. */
function standstillOf(history) {
    if (history.reconciliationPaused === true) {
        return {
            code: 'reconciliation-paused',
            detail: ['Prebuild reconciliation is paused, so the version cannot show what it can do.'],
            remedy: (0,domain_text/* say */.cv) `Resume it with ${'coder prebuilds resume'}.`,
        };
    }
    if (!history.deprecated)
        return undefined;
    return {
        code: 'template-deprecated',
        detail: ['The template is deprecated, and Coder builds no prebuilds of it.'],
        remedy: (0,domain_text/* say */.cv) `Take the deprecation back with ${'coder templates edit'}.`,
    };
}
function waitOr(isTimeUp, presets, reason) {
    return { kind: isTimeUp ? 'timed-out' : 'wait', presets, reason };
}
function firstGap(source) {
    return source.kind === 'read' ? source.gaps[0] : undefined;
}
/** A server that restarts comes back; a token that may not see prebuilds stays blind. */
function isFinal({ code }) {
    return FINAL_GAPS.has(code);
}
const FINAL_GAPS = new Set([
    'coder-token-refused',
    'coder-forbidden',
    'coder-certificate',
    'coder-redirected',
    'coder-web-page',
    'coder-unexpected-shape',
    'template-not-found',
    'template-ambiguous',
    'prebuilds-not-visible',
    'prebuilds-not-licensed',
]);
//# sourceMappingURL=canary.js.map
// EXTERNAL MODULE: ./build/coder/client.js + 5 modules
var coder_client = __nccwpck_require__(1526);
// EXTERNAL MODULE: ./build/coder/find-template.js
var find_template = __nccwpck_require__(882);
// EXTERNAL MODULE: ./build/coder/gap-error.js + 1 modules
var gap_error = __nccwpck_require__(3505);
// EXTERNAL MODULE: ./build/coder/read-history.js + 5 modules
var read_history = __nccwpck_require__(1622);
// EXTERNAL MODULE: ./build/coder/template-version.js
var template_version = __nccwpck_require__(3523);
;// CONCATENATED MODULE: ./build/coder/run-canary.js







const DEFAULT_POLL_INTERVAL_MS = 10_000;
/** A look that takes longer than this is given up for the next one. */
const LOOK_DEADLINE_MS = 60_000;
/** Looks again and again until the decision is made or the time is up; every look is told. */
async function runCanary(connection, request, effects, onProgress = () => undefined) {
    const startedAt = effects.now();
    const endsAt = startedAt + request.timeoutMs;
    let memory = startCanary(request.version);
    let history;
    let before;
    for (;;) {
        const leftMs = Math.max(endsAt - effects.now(), 1000);
        const client = new coder_client/* CoderClient */.R({ ...connection, deadlineMs: Math.min(LOOK_DEADLINE_MS, leftMs) }, effects);
        const source = await (0,read_history/* readTemplateHistory */.X)(client, request);
        const [seen] = source.kind === 'read' ? source.items : [];
        history = seen ?? history;
        const isTimeUp = effects.now() >= endsAt;
        const step = stepCanary(memory, source, request.policy, isTimeUp);
        memory = step.memory;
        if (seen !== undefined && !memory.wasActive)
            before = seen.version.name;
        const elapsedMs = effects.now() - startedAt;
        const progress = {
            decision: step.decision,
            version: memory.version,
            elapsedMs,
            leftMs: request.timeoutMs - elapsedMs,
        };
        onProgress(progress);
        if (step.decision.kind !== 'wait') {
            const promotePrevious = await commandAfter(step.decision, { connection, request, effects, history, before });
            return { ...progress, history, promotePrevious };
        }
        await (0,coder_effects/* sleep */.y)(Math.min(request.pollIntervalMs ?? DEFAULT_POLL_INTERVAL_MS, Math.max(endsAt - effects.now(), 0)), effects);
    }
}
async function commandAfter(decision, end) {
    if (decision.kind !== 'failed' && decision.kind !== 'timed-out')
        return undefined;
    const { history } = end;
    if (history === undefined || history.version.name === end.before)
        return undefined;
    const version = end.before ?? (await versionBefore(end, history));
    if (version === undefined)
        return undefined;
    const flags = [
        ['--template', history.template],
        ['--template-version', version],
        ['--org', history.organization],
    ];
    return ['coder templates versions promote', ...flags.map(([flag, value = '']) => `${flag}=${quoted(value)}`)].join(' ');
}
/** The newest one that was imported well before the one that failed; Coder keeps no list of promotions. */
async function versionBefore(end, history) {
    try {
        const client = new coder_client/* CoderClient */.R({ ...end.connection, deadlineMs: LOOK_DEADLINE_MS }, end.effects);
        const template = await (0,find_template/* findTemplate */._4)(client, end.request);
        const versions = await (0,template_version/* listVersions */.yO)(client, template.id);
        const failed = versions.find(({ id }) => id === history.version.id);
        const [newest] = versions
            .filter(({ archived, job }) => archived !== true && (job === undefined || job.status === 'succeeded'))
            .filter(({ created_at: createdAt }) => failed !== undefined && createdAt < failed.created_at)
            .toSorted((left, right) => right.created_at - left.created_at);
        return newest?.name;
    }
    catch (error) {
        (0,gap_error/* gapOf */.i)(error);
        return undefined;
    }
}
/** For a POSIX shell. */
function quoted(value) {
    return /^[\w.@%+=:,/-]+$/.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`;
}
//# sourceMappingURL=run-canary.js.map
// EXTERNAL MODULE: ./build/domain/user-error.js
var user_error = __nccwpck_require__(5881);
// EXTERNAL MODULE: ./build/plan/read-plan.js + 25 modules
var read_plan = __nccwpck_require__(959);
// EXTERNAL MODULE: ./build/domain/time.js
var domain_time = __nccwpck_require__(7368);
;// CONCATENATED MODULE: ./build/report/canary-text.js


/** One line for one look, for a log and for a terminal that overwrites it. */
function renderCanaryLook({ decision, version, elapsedMs, leftMs }) {
    const name = version === undefined ? '' : ` ${(0,domain_text/* visible */.RK)(version)}`;
    const presets = 'presets' in decision ? decision.presets.map(presetText).join(', ') : '';
    const reason = 'reason' in decision && decision.reason !== undefined ? (0,domain_text/* plain */.pj)(decision.reason.detail) : '';
    const said = [presets, reason].filter((part) => part !== '').join('; ');
    const time = decision.kind === 'wait' ? `${(0,domain_time/* formatDuration */.a)(leftMs)} left` : `after ${(0,domain_time/* formatDuration */.a)(elapsedMs)}`;
    return `Version${name} ${KINDS[decision.kind]}, ${time}${said === '' ? '' : `: ${said}`}`;
}
/** What is said at the end, with the way back where there is one. */
function renderCanaryEnd(look, promotePrevious) {
    const { decision } = look;
    const errors = 'presets' in decision ? decision.presets.flatMap(errorLines) : [];
    const remedy = 'reason' in decision && decision.reason !== undefined ? [`  ${(0,domain_text/* plain */.pj)(decision.reason.remedy)}`] : [];
    const back = promotePrevious === undefined ? [] : ['To go back to the version before:', `  ${(0,domain_text/* visible */.RK)(promotePrevious)}`];
    return `${[renderCanaryLook(look), ...errors, ...remedy, ...back].join('\n')}\n`;
}
const KINDS = {
    wait: 'is being built',
    ready: 'is ready',
    failed: 'fails',
    'timed-out': 'is not ready in time',
    blocked: 'cannot be judged',
};
function presetText({ name, isReady, status, diagnosis }) {
    const shown = (0,domain_text/* visible */.RK)(name);
    if (status === 'hard_limited')
        return `${shown} ✗ reached the limit`;
    if (status === 'validation_failed')
        return `${shown} ✗ refused`;
    const streak = diagnosis.streak > 0 ? ` (${diagnosis.streak} failed, ${leftText(diagnosis.failuresLeft)})` : '';
    if (isReady)
        return `${shown} ✓${streak}`;
    return `${shown} …${streak}`;
}
function leftText(failuresLeft) {
    return failuresLeft === undefined ? 'no limit' : `${failuresLeft} left`;
}
function errorLines({ name, isReady, diagnosis }) {
    const { lastFailure } = diagnosis;
    if (isReady || lastFailure === undefined)
        return [];
    const error = lastFailure.error === undefined ? '' : ` ${(0,domain_text/* visible */.RK)(lastFailure.error)}`;
    return [`  ${(0,domain_text/* visible */.RK)(name)}:${error} (${(0,domain_text/* visible */.RK)(lastFailure.url)})`];
}
//# sourceMappingURL=canary-text.js.map
// EXTERNAL MODULE: ./build/domain/instant.js
var instant = __nccwpck_require__(2224);
;// CONCATENATED MODULE: ./build/report/history-json.js



/** What `history --format json` prints: the decisions, what explains them, and the builds they rest on. */
function renderHistoryJson(source, policy) {
    const { items, gaps } = source.kind === 'read' ? source : { items: [], gaps: [] };
    const value = {
        format: 1,
        failureHardLimit: policy.failureHardLimit,
        templates: items.map((history) => templateJson(history, policy)),
        notChecked: gaps.map(gapJson),
    };
    return `${JSON.stringify(value, undefined, 2)}\n`;
}
function templateJson(history, policy) {
    return {
        template: history.template,
        organization: history.organization,
        version: { id: history.version.id, name: history.version.name },
        readAt: (0,instant/* formatInstant */.r)(history.readAt),
        deprecated: history.deprecated,
        reconciliationPaused: history.reconciliationPaused ?? null,
        licensed: history.licensed ?? null,
        presets: history.presets.map((preset) => {
            const { status, action } = (0,preset_status/* decidePreset */.Ov)(history, preset, policy);
            const { streak, failuresLeft, underWay, backoff } = (0,preset_status/* diagnosePreset */.Wt)(history, preset, policy);
            return {
                id: preset.id,
                name: preset.name,
                status,
                action: action.kind === 'backs-off' ? { ...action, until: (0,instant/* formatInstant */.r)(action.until) } : action,
                desiredInstances: preset.desiredInstances ?? null,
                ready: preset.ready ?? null,
                streak: preset.builds === undefined ? null : streak,
                failuresLeft: preset.builds === undefined ? null : (failuresLeft ?? null),
                underWay,
                backoffUntil: backoff === undefined ? null : (0,instant/* formatInstant */.r)(backoff.until),
                builds: preset.builds?.map((build) => ({ ...build, createdAt: (0,instant/* formatInstant */.r)(build.createdAt) })) ?? null,
            };
        }),
        failedDeletions: history.failedDeletions.map((own) => ({ ...own, createdAt: (0,instant/* formatInstant */.r)(own.createdAt) })),
        notChecked: history.gaps.map(gapJson),
    };
}
function gapJson({ code, detail, remedy }) {
    return { code, detail: (0,domain_text/* plain */.pj)(detail), remedy: (0,domain_text/* plain */.pj)(remedy) };
}
//# sourceMappingURL=history-json.js.map
;// CONCATENATED MODULE: ./build/report/build-marks.js
/** ✓ succeeded, ✗ failed, … under way, – canceled, ? anything else; newest first. */
function buildMarks(builds, limit = 10) {
    const marks = builds.slice(0, limit).map(({ status }) => MARKS[status]);
    const rest = builds.length - marks.length;
    return rest > 0 ? `${marks.join(' ')} +${rest}` : marks.join(' ');
}
const MARK_LEGEND = '✓ succeeded  ✗ failed  … under way  – canceled';
const MARKS = {
    succeeded: '✓',
    failed: '✗',
    pending: '…',
    running: '…',
    canceling: '–',
    canceled: '–',
    unknown: '?',
};
//# sourceMappingURL=build-marks.js.map
;// CONCATENATED MODULE: ./build/report/history-table.js





/** What `history` prints: one table for each template, worst preset first, and what could not be seen. */
function renderHistoryTable(source, policy, width = 120) {
    if (source.kind === 'not-configured')
        return 'No Coder was asked.\n';
    const tables = source.items.map((history) => templateTable(history, policy, width));
    const legend = source.items.some(hasBuilds) ? [MARK_LEGEND] : [];
    return `${[...tables, ...legend, ...gapLines(source.gaps)].join('\n\n')}\n`;
}
function templateTable(history, policy, width) {
    const shown = history.presets.filter(domain_history/* hasPrebuilds */.Nq);
    const rows = shown
        .map((preset, index) => ({
        index,
        status: (0,preset_status/* decidePreset */.Ov)(history, preset, policy).status,
        cells: cellsOf(history, preset, policy),
    }))
        .toSorted((left, right) => GRAVITY.indexOf(left.status) - GRAVITY.indexOf(right.status) || left.index - right.index)
        .map(({ cells }) => cells);
    return [
        `${(0,domain_text/* visible */.RK)(history.template)} (${(0,domain_text/* visible */.RK)(history.organization)}), version ${(0,domain_text/* visible */.RK)(history.version.name)}, seen ${(0,domain_time/* formatTime */.f)(history.readAt)}`,
        ...(rows.length === 0
            ? ['  no preset with prebuilds']
            : aligned([HEADINGS, ...rows], width - 2).map((line) => `  ${line}`)),
        ...remarks(history, history.presets.length - shown.length).map((remark) => `  ${remark}`),
    ].join('\n');
}
const HEADINGS = ['preset', 'status', 'ready', 'last builds, newest first', 'streak', 'left', 'Coder', 'last error'];
/** Gravest first. */
const GRAVITY = ['hard_limited', 'validation_failed', 'failing', 'unknown', 'healthy'];
function cellsOf(history, preset, policy) {
    const { status, action } = (0,preset_status/* decidePreset */.Ov)(history, preset, policy);
    const { streak, failuresLeft, lastFailure } = (0,preset_status/* diagnosePreset */.Wt)(history, preset, policy);
    const isSeen = preset.builds !== undefined;
    return [
        (0,domain_text/* visible */.RK)(preset.name),
        status,
        preset.ready === undefined ? '?' : `${preset.ready}/${preset.desiredInstances ?? '?'}`,
        isSeen ? buildMarks(preset.builds ?? []) : 'not seen',
        isSeen ? String(streak) : '?',
        !isSeen ? '?' : failuresLeft === undefined ? 'no limit' : String(failuresLeft),
        actionText(action, history.readAt),
        (0,domain_text/* visible */.RK)(lastFailure?.error ?? ''),
    ];
}
function actionText(action, readAt) {
    switch (action.kind) {
        case 'creates':
            return 'builds';
        case 'backs-off':
            return `backs off until ${(0,domain_time/* formatTime */.f)(action.until).slice(11)}, ${(0,domain_time/* formatDuration */.a)(action.until - readAt)}`;
        case 'creates-none':
            return `builds none: ${action.because.replace('-', ' ')}`;
        case 'unknown':
            return '?';
    }
}
function remarks(history, hidden) {
    const { failedDeletions, reconciliationPaused, deprecated } = history;
    return [
        ...(hidden > 0 ? [`${hidden} more ${hidden === 1 ? 'preset wants' : 'presets want'} no prebuilds`] : []),
        ...(failedDeletions.length > 0
            ? [`${failedDeletions.length} ${failedDeletions.length === 1 ? 'prebuild' : 'prebuilds'} could not be deleted`]
            : []),
        ...(reconciliationPaused === true ? ['reconciliation is paused'] : []),
        ...(deprecated ? ['the template is deprecated'] : []),
    ];
}
function gapLines(gaps) {
    return gaps.map(({ detail, remedy }) => `Not checked: ${(0,domain_text/* plain */.pj)(detail)}\n  ${(0,domain_text/* plain */.pj)(remedy)}`);
}
function hasBuilds({ presets }) {
    return presets.some(({ builds }) => (builds?.length ?? 0) > 0);
}
/** Columns as wide as their widest cell; the last one takes what is left of the line. */
function aligned(rows, width) {
    const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => lengthOf(row[column] ?? ''))));
    return rows.map((row) => row
        .map((cell, column) => {
        if (column < row.length - 1)
            return cell + ' '.repeat((widths[column] ?? 0) - lengthOf(cell));
        const used = widths.slice(0, -1).reduce((sum, each) => sum + each + 2, 0);
        return cut(cell, Math.max(width - used, 20));
    })
        .join('  ')
        .trimEnd());
}
function cut(text, length) {
    const characters = [...text];
    return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`;
}
function lengthOf(text) {
    return [...text].length;
}
//# sourceMappingURL=history-table.js.map
// EXTERNAL MODULE: ./build/report/text.js + 2 modules
var report_text = __nccwpck_require__(2914);
// EXTERNAL MODULE: ./build/terminal/colour.js
var terminal_colour = __nccwpck_require__(337);
;// CONCATENATED MODULE: ./build/cli-history.js
















/** `prebuild-guard history`: the table, and what the history rules say of it. */
async function runHistory(raw, { print, tell }) {
    const format = historyFormat(raw['format']);
    const settings = (0,app_settings/* parseSettings */.P$)(raw);
    const { request, policy } = (0,history_settings/* parseHistorySettings */.n)(raw, false);
    if (request.kind === 'not-configured') {
        throw new user_error/* UserError */.y('There is no Coder to ask: set `CODER_URL` and `CODER_SESSION_TOKEN`, or give `--history-file`.');
    }
    if (raw['wait'] !== undefined)
        return runWait(raw, { print, tell });
    const source = await (0,gather_history.gatherHistory)(request);
    if (raw['save'] !== undefined)
        save(raw['save'], (0,history_file/* renderHistoryFile */.HN)(source, coder_effects/* REAL_EFFECTS */.u.now()));
    const asked = request.template.kind === 'one' ? request.template.template : 'all templates';
    const { verdict, report } = await (0,check/* check */.z)([], settings, (0,read_plan/* createPlanReader */.zb)(), (0,judge_history/* snapshotsOfHistory */.b)(source, policy, asked));
    if (format === 'json') {
        print(renderHistoryJson(source, policy));
    }
    else {
        const colour = (0,terminal_colour/* wantsColour */.M)({ isTerminal: process.stdout.isTTY === true, env: process.env });
        const width = Math.min(process.stdout.columns ?? 120, 160);
        print(`${renderHistoryTable(source, policy, width)}\n${(0,report_text/* renderText */.S)(report, { colour, width })}`);
    }
    return verdict.exitCode;
}
/** `--wait`: follows a version until it is ready, fails, or the time is up. */
async function runWait(raw, { print, tell }) {
    const { request, policy } = (0,history_settings/* parseHistorySettings */.n)(raw, false);
    if (request.kind !== 'coder' || request.template.kind !== 'one') {
        throw new user_error/* UserError */.y('Option `--wait` follows one template in Coder; give its name, and no `--all` or `--history-file`.');
    }
    const { template, organization } = request.template;
    const result = await runCanary((0,gather_history/* connectionOf */.a)(request.connection), { template, organization, version: raw['version'], timeoutMs: (0,history_settings/* parseDuration */.E)('wait', raw['wait'] ?? ''), policy }, coder_effects/* REAL_EFFECTS */.u, (look) => tell(`${renderCanaryLook(look)}\n`));
    print(renderCanaryEnd(result, result.promotePrevious));
    switch (result.decision.kind) {
        case 'ready':
            return 0;
        case 'failed':
            return 1;
        default:
            return 2;
    }
}
function historyFormat(value) {
    if (value === undefined || value === 'text' || value === 'json')
        return value ?? 'text';
    throw new user_error/* UserError */.y(`Option \`--format\` is \`${value}\`; use text or json.`);
}
function save(path, content) {
    try {
        (0,external_node_fs_.writeFileSync)(path, content);
    }
    catch {
        throw new user_error/* UserError */.y(`\`${path}\` cannot be written; give \`--save\` a file in a directory that exists.`);
    }
}
//# sourceMappingURL=cli-history.js.map

/***/ }),

/***/ 3986:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _app_check_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8530);
/* harmony import */ var _app_history_settings_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(44);
/* harmony import */ var _app_judge_history_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2058);
/* harmony import */ var _app_settings_js__WEBPACK_IMPORTED_MODULE_14__ = __nccwpck_require__(4827);
/* harmony import */ var _app_version_js__WEBPACK_IMPORTED_MODULE_11__ = __nccwpck_require__(3912);
/* harmony import */ var _domain_user_error_js__WEBPACK_IMPORTED_MODULE_13__ = __nccwpck_require__(5881);
/* harmony import */ var _plan_find_plans_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1102);
/* harmony import */ var _plan_read_plan_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(959);
/* harmony import */ var _report_index_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(5778);
/* harmony import */ var _rules_index_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(4299);
/* harmony import */ var _terminal_colour_js__WEBPACK_IMPORTED_MODULE_15__ = __nccwpck_require__(337);
/* harmony import */ var _terminal_explain_rule_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(5577);
/* harmony import */ var _terminal_flags_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(4260);
/* harmony import */ var _terminal_help_js__WEBPACK_IMPORTED_MODULE_9__ = __nccwpck_require__(1430);
/* harmony import */ var _terminal_publisher_js__WEBPACK_IMPORTED_MODULE_10__ = __nccwpck_require__(2869);
/* harmony import */ var _terminal_rule_list_js__WEBPACK_IMPORTED_MODULE_12__ = __nccwpck_require__(2992);
















async function main(words) {
    const invocation = (0,_terminal_flags_js__WEBPACK_IMPORTED_MODULE_8__/* .parseFlags */ .b)(words);
    switch (invocation.kind) {
        case 'help':
            print((0,_terminal_help_js__WEBPACK_IMPORTED_MODULE_9__/* .helpText */ .B)(invocation.command));
            return 0;
        case 'version':
            print(`${_app_version_js__WEBPACK_IMPORTED_MODULE_11__/* .VERSION */ .x}\n`);
            return 0;
        case 'run':
            return run(invocation);
    }
}
async function run(invocation) {
    switch (invocation.command.name) {
        case 'explain':
            return runExplain(invocation);
        case 'history': {
            const { runHistory } = await Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 7642));
            const [template] = invocation.operands;
            return runHistory({ ...withCoder(invocation.options), 'coder-template': template }, { print, tell });
        }
        default:
            return runCheck(invocation);
    }
}
/** What the `coder` command line itself is told by the environment. The token is taken from nowhere else. */
function withCoder(options) {
    return {
        ...options,
        'coder-url': options['coder-url'] ?? process.env['CODER_URL'],
        'coder-session-token': process.env['CODER_SESSION_TOKEN'],
    };
}
function runExplain({ operands: [id] }) {
    print(id === undefined ? (0,_terminal_rule_list_js__WEBPACK_IMPORTED_MODULE_12__/* .listRules */ .s)(_rules_index_js__WEBPACK_IMPORTED_MODULE_6__/* .RULES */ .y) : (0,_terminal_explain_rule_js__WEBPACK_IMPORTED_MODULE_7__/* .explainRule */ .O)(_rules_index_js__WEBPACK_IMPORTED_MODULE_6__/* .RULES */ .y, id));
    return 0;
}
async function runCheck({ operands, options }) {
    if (operands.length === 0) {
        throw new _domain_user_error_js__WEBPACK_IMPORTED_MODULE_13__/* .UserError */ .y('`prebuild-guard check` needs a plan; name its file, or `-` for standard input.');
    }
    const format = (0,_terminal_flags_js__WEBPACK_IMPORTED_MODULE_8__/* .outputFormat */ .B)(options['format']);
    const settings = (0,_app_settings_js__WEBPACK_IMPORTED_MODULE_14__/* .parseSettings */ .P$)(options);
    const histories = await gatherHistories(options);
    const { verdict, report } = await (0,_app_check_js__WEBPACK_IMPORTED_MODULE_0__/* .check */ .z)((0,_plan_find_plans_js__WEBPACK_IMPORTED_MODULE_3__/* .findPlans */ .Q)(operands), settings, (0,_plan_read_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .createPlanReader */ .zb)(), histories);
    const outputs = [format, 'report-file'];
    const receipts = await (0,_terminal_publisher_js__WEBPACK_IMPORTED_MODULE_10__/* .terminalPublisher */ .D)(print).publish((0,_report_index_js__WEBPACK_IMPORTED_MODULE_5__/* .planPublications */ .T)(report, outputs, {
        text: {
            colour: (0,_terminal_colour_js__WEBPACK_IMPORTED_MODULE_15__/* .wantsColour */ .M)({ isTerminal: process.stdout.isTTY === true, env: process.env }),
            width: Math.min(process.stdout.columns ?? 100, 120),
        },
        comment: { mode: 'never', key: settings.commentKey },
        reportPath: settings.report,
    }));
    if (format !== 'text')
        for (const { message } of report.errors)
            complain(message);
    for (const { detail } of receipts)
        if (detail !== undefined)
            complain(detail);
    return verdict.exitCode;
}
/** Coder is asked only where a template of it is named. */
async function gatherHistories(options) {
    const template = options['coder-template'];
    if (template === undefined)
        return [];
    const { request, policy } = (0,_app_history_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .parseHistorySettings */ .n)(withCoder(options), false);
    const { gatherHistory } = await Promise.resolve(/* import() eager */).then(__nccwpck_require__.bind(__nccwpck_require__, 648));
    return (0,_app_judge_history_js__WEBPACK_IMPORTED_MODULE_2__/* .snapshotsOfHistory */ .b)(await gatherHistory(request), policy, template);
}
function tell(text) {
    process.stderr.write(text);
}
function print(text) {
    process.stdout.write(text);
}
function complain(message) {
    process.stderr.write(`prebuild-guard: ${message}\n`);
}
/** A reader that has seen enough, such as `head`, closes the pipe: no reason to fail. */
process.stdout.on('error', (error) => {
    if (error.code !== 'EPIPE')
        throw error;
});
try {
    process.exitCode = await main(process.argv.slice(2));
}
catch (error) {
    if (error instanceof _domain_user_error_js__WEBPACK_IMPORTED_MODULE_13__/* .UserError */ .y) {
        complain(error.message);
        process.exitCode = 2;
    }
    else {
        const trace = error instanceof Error ? error.stack : String(error);
        complain(`this is a bug in prebuild-guard ${_app_version_js__WEBPACK_IMPORTED_MODULE_11__/* .VERSION */ .x}. Report it with these lines, which hold nothing of a plan:\n${trace}`);
        process.exitCode = 3;
    }
}
//# sourceMappingURL=cli.js.map
__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 1526:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  R: () => (/* binding */ CoderClient)
});

// EXTERNAL MODULE: ./build/coder/effects.js
var effects = __nccwpck_require__(4680);
// EXTERNAL MODULE: ./build/coder/fault.js
var coder_fault = __nccwpck_require__(6594);
;// CONCATENATED MODULE: ./build/coder/network-fault.js
/** What the rejection of `fetch`, or of reading its body, means. Its message is not kept: it may hold the address. */
function networkFault(error) {
    const code = codeOf(error);
    if (code !== undefined && CERTIFICATE.test(code))
        return { kind: 'certificate', code };
    if (isCut(error, code))
        return { kind: 'cut' };
    return { kind: 'unreachable', code };
}
/** Node wraps the cause: `TypeError: fetch failed` around the socket's error, or around several. */
function codeOf(error, depth = 0) {
    if (typeof error !== 'object' || error === null || depth > 4)
        return undefined;
    if ('code' in error && typeof error.code === 'string' && CODE.test(error.code))
        return error.code;
    if ('cause' in error)
        return codeOf(error.cause, depth + 1);
    return 'errors' in error && Array.isArray(error.errors) ? codeOf(error.errors[0], depth + 1) : undefined;
}
/** Undici says `terminated` when a body ends before its time. */
function isCut(error, code) {
    if (code !== undefined && CUT_CODES.has(code))
        return true;
    return error instanceof Error && error.message === 'terminated';
}
const CUT_CODES = new Set([
    'ECONNRESET',
    'EPIPE',
    'UND_ERR_SOCKET',
    'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
]);
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|ERR_TLS|ERR_SSL/;
const CODE = /^[A-Z][A-Z0-9_]{1,63}$/;
//# sourceMappingURL=network-fault.js.map
;// CONCATENATED MODULE: ./build/coder/read-body.js
/** The body was larger than allowed; the rest of it is not read. */
class BodyTooLarge extends Error {
    name = 'BodyTooLarge';
}
/** Reads no more than `maxBytes`, whatever the headers promise. */
async function readBody(response, maxBytes) {
    if (response.body === null)
        return new Uint8Array();
    const chunks = [];
    let size = 0;
    const reader = response.body.getReader();
    for (;;) {
        const { done, value } = await reader.read();
        if (done)
            break;
        size += value.byteLength;
        if (size > maxBytes) {
            await reader.cancel().catch(() => undefined);
            throw new BodyTooLarge();
        }
        chunks.push(value);
    }
    return joined(chunks, size);
}
function joined(chunks, size) {
    const [first] = chunks;
    if (chunks.length === 1 && first !== undefined)
        return first;
    const whole = new Uint8Array(size);
    let offset = 0;
    for (const chunk of chunks) {
        whole.set(chunk, offset);
        offset += chunk.byteLength;
    }
    return whole;
}
//# sourceMappingURL=read-body.js.map
;// CONCATENATED MODULE: ./build/coder/redact-error.js
const HIDDEN = '(hidden)';
/** What may be a credential inside text that a provider or a server wrote. Addresses, ids and digests stay. */
const CREDENTIALS = [
    [/-----BEGIN [A-Z0-9 ]*-----[\s\S]*?(?:-----END [A-Z0-9 ]*-----|$)/g, HIDDEN],
    [/\b([a-z][a-z0-9+.-]*:\/\/)[^\s/@'"]+@/gi, `$1${HIDDEN}@`],
    [/\b(bearer|basic|token)(\s+)[\w.~+/=-]{8,}/gi, `$1$2${HIDDEN}`],
    [
        /((?:pass(?:word|wd|phrase)?|secret|token|api[_-]?key|access[_-]?key|private[_-]?key|credential|authorization|signature|sig)[\w-]{0,40}["']?\s*[:=]\s*)(?:"[^"\n]*"|'[^'\n]*'|[^\s,;&'"]+)/gi,
        `$1${HIDDEN}`,
    ],
    [/\b(?:AKIA|ASIA|AROA|AIDA)[A-Z0-9]{12,}\b/g, HIDDEN],
    [/\b(?:gh[pousr]_|github_pat_|glpat-|xox[abeprs]-|sk-|hvs\.|dop_v1_|npm_|AIza)[\w-]{8,}/g, HIDDEN],
    [/\beyJ[\w-]{5,}\.[\w-]+(?:\.[\w-]*)?/g, HIDDEN],
];
/** Words of this length that mix letters and digits are keys more often than names. */
const LONG_WORD = /(?<![\w/+=:-])[\w/+=-]{32,}(?![\w/+=-])/g;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const ERROR_LENGTH = 300;
const SEARCHED_LENGTH = 4000;
/** One line of at most `ERROR_LENGTH` characters without colours, and without what may be a credential. */
function redactError(text, scrub) {
    let redacted = scrub(shortened(text));
    for (const [pattern, replacement] of CREDENTIALS)
        redacted = redacted.replace(pattern, replacement);
    redacted = redacted
        .replace(LONG_WORD, (word) => (looksLikeKey(word) ? HIDDEN : word))
        .replace(ANSI, '')
        .replace(/[\s\p{Cc}]+/gu, ' ')
        .trim();
    const characters = [...redacted];
    return characters.length <= ERROR_LENGTH ? redacted : `${characters.slice(0, ERROR_LENGTH - 1).join('')}…`;
}
/** Long logs are not searched to the end. What the cut halves could hide a credential from us, so it goes whole. */
function shortened(text) {
    return text.length <= SEARCHED_LENGTH ? text : text.slice(0, SEARCHED_LENGTH).replace(/\S*$/, '');
}
/** Paths and resource names have separators and no mix of cases and digits in one piece. */
function looksLikeKey(word) {
    if (UUID.test(word))
        return false;
    return word.split(/[/_=-]/).some((piece) => piece.length >= 20 && /[a-z]/i.test(piece) && /\d/.test(piece));
}
// biome-ignore lint/suspicious/noControlCharactersInRegex: colours in a build log start with the escape character.
const ANSI = /\u001b\[[0-9;?]*[ -/]*[@-~]/g;
//# sourceMappingURL=redact-error.js.map
;// CONCATENATED MODULE: ./build/coder/request-pool.js

/** Lets a bounded number of requests run at once, and none while the server asks for a pause. */
class RequestPool {
    #limit;
    #effects;
    #waiting = [];
    #running = 0;
    #pausedUntil = 0;
    constructor(limit, effects) {
        this.#limit = limit;
        this.#effects = effects;
    }
    async run(task) {
        await this.#enter();
        try {
            for (let pause = this.#pause(); pause > 0; pause = this.#pause())
                await (0,effects/* sleep */.y)(pause, this.#effects);
            return await task();
        }
        finally {
            this.#leave();
        }
    }
    /** A rate limit is one for all requests: the others wait too. */
    pauseUntil(epochMs) {
        this.#pausedUntil = Math.max(this.#pausedUntil, epochMs);
    }
    #pause() {
        return this.#pausedUntil - this.#effects.now();
    }
    async #enter() {
        if (this.#running < this.#limit) {
            this.#running += 1;
            return;
        }
        await new Promise((resolve) => {
            this.#waiting.push(resolve);
        });
    }
    /** The place goes to the next one in line, so that the count stays. */
    #leave() {
        const next = this.#waiting.shift();
        if (next === undefined)
            this.#running -= 1;
        else
            next();
    }
}
//# sourceMappingURL=request-pool.js.map
;// CONCATENATED MODULE: ./build/coder/retry.js
/** Statuses after which the same request may succeed. */
const RETRIED_STATUSES = new Set([429, 502, 503, 504]);
const MAX_ATTEMPTS = 4;
const BASE_DELAY_MS = 500;
const MAX_DELAY_MS = 10_000;
function isRetriedStatus(status) {
    return RETRIED_STATUSES.has(status);
}
/** Doubles with each attempt; anywhere in its upper half, so that runners of one matrix do not come back together. */
function retryDelayMs(attempt, random) {
    const ceiling = Math.min(BASE_DELAY_MS * 2 ** attempt, MAX_DELAY_MS);
    return ceiling / 2 + (random() * ceiling) / 2;
}
/** The header's seconds or date, as milliseconds from now; undefined where it is absent or unreadable. */
function retryAfterMs(header, now) {
    const text = header?.trim() ?? '';
    if (/^\d+$/.test(text))
        return Number(text) * 1000;
    const date = Date.parse(text);
    return Number.isNaN(date) ? undefined : Math.max(date - now, 0);
}
//# sourceMappingURL=retry.js.map
;// CONCATENATED MODULE: ./build/coder/client.js







const MAX_BODY_BYTES = 64 * 1024 * 1024;
const MAX_REDIRECTS = 3;
/** Reads from one Coder server under one bound, until one deadline. The token goes to that origin alone. */
class CoderClient {
    #connection;
    #effects;
    #pool;
    #deadlineAt;
    constructor(connection, effects) {
        this.#connection = connection;
        this.#effects = effects;
        this.#pool = new RequestPool(connection.maxConcurrency, effects);
        this.#deadlineAt = effects.now() + connection.deadlineMs;
    }
    get maxConcurrency() {
        return this.#connection.maxConcurrency;
    }
    now() {
        return this.#effects.now();
    }
    /** The address of a page of Coder's own. */
    pageUrl(...segments) {
        return new URL(segments.map(encodeURIComponent).join('/').replaceAll('%40', '@'), this.#connection.baseUrl).href;
    }
    /** Text that a server wrote, without what may be a secret, the token first of all. */
    redact(text) {
        return redactError(text, (raw) => this.#withoutToken(raw));
    }
    /** Throws a `CoderFault` for everything that is not an answer of this shape. */
    async readJson(schema, request) {
        const parsed = schema.safeParse(parseJson(await this.readBytes(request), request));
        if (parsed.success)
            return parsed.data;
        const where = formatIssuePath(parsed.error.issues[0]?.path ?? []);
        throw new coder_fault/* CoderFault */.M({ kind: 'unexpected-shape', where }, request.asked);
    }
    async readBytes(request) {
        for (let attempt = 0;; attempt++) {
            const outcome = await this.#pool.run(() => this.#attempt(request));
            if (outcome instanceof Uint8Array)
                return outcome;
            const { fault, retry, afterMs } = outcome;
            if (!retry || attempt + 1 >= MAX_ATTEMPTS)
                throw new coder_fault/* CoderFault */.M(fault, request.asked);
            const delayMs = Math.max(afterMs ?? 0, retryDelayMs(attempt, this.#effects.random));
            if (this.now() + delayMs >= this.#deadlineAt)
                throw new coder_fault/* CoderFault */.M(fault, request.asked);
            if (afterMs !== undefined)
                this.#pool.pauseUntil(this.now() + afterMs);
            await (0,effects/* sleep */.y)(delayMs, this.#effects);
        }
    }
    async #attempt(request) {
        const { requestTimeoutMs, deadlineMs } = this.#connection;
        const leftMs = this.#deadlineAt - this.now();
        const upFault = { kind: 'deadline', seconds: Math.round(deadlineMs / 1000) };
        if (leftMs <= 0)
            return { fault: upFault, retry: false };
        const isLast = leftMs <= requestTimeoutMs;
        const fault = isLast ? upFault : { kind: 'timeout', seconds: Math.round(requestTimeoutMs / 1000) };
        const answer = await this.#inTime(Math.min(requestTimeoutMs, leftMs), { fault, retry: !isLast }, (signal) => this.#send(request, signal));
        return 'status' in answer ? this.#judge(answer) : answer;
    }
    /** The race is for a `fetch` that does not heed its signal. */
    async #inTime(limitMs, tooLate, task) {
        const abort = new AbortController();
        let cancel = () => undefined;
        const timeUp = new Promise((resolve) => {
            cancel = this.#effects.after(limitMs, () => {
                resolve(tooLate);
                abort.abort();
            });
        });
        try {
            return await Promise.race([timeUp, task(abort.signal)]);
        }
        finally {
            cancel();
        }
    }
    /** Never rejects: what goes wrong on the wire is an outcome. */
    async #send(request, signal) {
        let url = this.#urlOf(request);
        try {
            for (let redirects = 0;; redirects++) {
                const response = await this.#effects.fetch(url, this.#init(request, signal));
                if (!isRedirect(response.status))
                    return await answerOf(response);
                await response.body?.cancel().catch(() => undefined);
                const target = targetOf(response, url);
                if (target?.origin !== url.origin) {
                    return { fault: { kind: 'redirected', origin: target && this.redact(target.origin) }, retry: false };
                }
                if (redirects === MAX_REDIRECTS || request.body !== undefined) {
                    return { fault: { kind: 'redirect-loop' }, retry: false };
                }
                url = target;
            }
        }
        catch (error) {
            if (error instanceof BodyTooLarge) {
                return { fault: { kind: 'too-large', mebibytes: MAX_BODY_BYTES / 1024 / 1024 }, retry: false };
            }
            const fault = networkFault(error);
            return { fault, retry: fault.kind !== 'certificate' };
        }
    }
    #urlOf({ path, query = {} }) {
        const url = new URL(`api/v2/${path}`, this.#connection.baseUrl);
        for (const [key, value] of Object.entries(query))
            url.searchParams.set(key, value);
        return url;
    }
    #init({ body }, signal) {
        const headers = {
            accept: 'application/json',
            'user-agent': 'prebuild-guard',
            'coder-session-token': this.#connection.token,
        };
        const init = { redirect: 'manual', signal, headers };
        if (body === undefined)
            return init;
        return {
            ...init,
            method: 'POST',
            headers: { ...headers, 'content-type': 'application/json' },
            body: JSON.stringify(body),
        };
    }
    #judge(answer) {
        const { status, contentType, body } = answer;
        const isPage = contentType.includes('html') || /^\s*</.test(latin1(body.subarray(0, 64)));
        if (status < 500 && status !== 429 && isPage)
            return { fault: { kind: 'web-page', status }, retry: false };
        if (status >= 200 && status < 300)
            return body;
        const afterMs = retryAfterMs(answer.retryAfter, this.now());
        const retry = isRetriedStatus(status);
        if (status === 429) {
            const seconds = afterMs === undefined ? undefined : Math.ceil(afterMs / 1000);
            return { fault: { kind: 'rate-limited', seconds }, retry, afterMs };
        }
        const message = isPage ? undefined : this.#messageOf(body);
        return { fault: { kind: 'status', status, message }, retry, afterMs };
    }
    #messageOf(body) {
        const value = tryJson(body);
        if (typeof value !== 'object' || value === null || !('message' in value))
            return undefined;
        const message = typeof value.message === 'string' ? this.redact(value.message).replace(/\.$/, '') : '';
        return message === '' ? undefined : message;
    }
    /** A server may echo what it was sent. */
    #withoutToken(text) {
        const { token } = this.#connection;
        return text.replaceAll(token, '(hidden)').replaceAll(encodeURIComponent(token), '(hidden)');
    }
}
async function answerOf(response) {
    return {
        status: response.status,
        contentType: response.headers.get('content-type') ?? '',
        retryAfter: response.headers.get('retry-after'),
        body: await readBody(response, MAX_BODY_BYTES),
    };
}
function isRedirect(status) {
    return status === 301 || status === 302 || status === 303 || status === 307 || status === 308;
}
function targetOf(response, from) {
    const location = response.headers.get('location');
    return location !== null && URL.canParse(location, from.href) ? new URL(location, from) : undefined;
}
function parseJson(body, { asked }) {
    const value = tryJson(body);
    if (value === undefined)
        throw new coder_fault/* CoderFault */.M({ kind: 'not-json' }, asked);
    return value;
}
/** Undefined for what is not JSON. The error of the parser quotes its input, so it goes no further. */
function tryJson(body) {
    try {
        return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
    }
    catch {
        return undefined;
    }
}
function latin1(bytes) {
    return String.fromCharCode(...bytes);
}
function formatIssuePath(path) {
    if (path.length === 0)
        return '(the whole answer)';
    return path
        .map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index === 0 ? '' : '.'}${String(step)}`))
        .join('');
}
//# sourceMappingURL=client.js.map

/***/ }),

/***/ 4680:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ REAL_EFFECTS),
/* harmony export */   y: () => (/* binding */ sleep)
/* harmony export */ });
const REAL_EFFECTS = {
    fetch: (url, init) => fetch(url, init),
    now: () => Date.now(),
    random: () => Math.random(),
    after(ms, callback) {
        const timer = setTimeout(callback, ms);
        return () => clearTimeout(timer);
    },
};
function sleep(ms, { after }) {
    return new Promise((resolve) => {
        after(ms, resolve);
    });
}
//# sourceMappingURL=effects.js.map

/***/ }),

/***/ 6594:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ CoderFault),
/* harmony export */   z: () => (/* binding */ isStatus)
/* harmony export */ });
/** Thrown within this room only: whoever gathers turns it into a gap. */
class CoderFault extends Error {
    name = 'CoderFault';
    fault;
    /** What was asked for, in words: "the template". */
    asked;
    constructor(fault, asked) {
        super(`Coder: ${fault.kind}`);
        this.fault = fault;
        this.asked = asked;
    }
}
/** 404 also means "not allowed" in Coder. */
function isStatus(error, ...statuses) {
    return error instanceof CoderFault && error.fault.kind === 'status' && statuses.includes(error.fault.status);
}
//# sourceMappingURL=fault.js.map

/***/ }),

/***/ 882:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _4: () => (/* binding */ findTemplate),
/* harmony export */   d1: () => (/* binding */ organizationOf),
/* harmony export */   eG: () => (/* binding */ listTemplates),
/* harmony export */   xV: () => (/* binding */ readTemplate)
/* harmony export */ });
/* harmony import */ var _domain_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6418);
/* harmony import */ var _domain_user_error_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(5881);
/* harmony import */ var _fault_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6594);
/* harmony import */ var _gap_error_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3505);
/* harmony import */ var _wire_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8413);





/** Throws a `GapError` where Coder has no such template, or several. */
async function findTemplate(client, name) {
    const template = validName('coder-template', name.template);
    if (name.organization !== undefined) {
        return readIn(client, template, validName('coder-organization', name.organization));
    }
    const found = await search(client, template);
    const [first] = found;
    if (first === undefined)
        throw missing(template, undefined);
    if (found.length === 1)
        return first;
    throw new _gap_error_js__WEBPACK_IMPORTED_MODULE_2__/* .GapError */ .x({
        code: 'template-ambiguous',
        detail: (0,_domain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv) `${found.length} organizations have a template ${template}: ${(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .listed */ .KE)(found.map(organizationOf))}.`,
        remedy: (0,_domain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv) `Name one of them in ${'coder-organization'}.`,
    });
}
/** Every template of an organization, or every one that the token sees. Coder leaves deprecated ones out. */
async function listTemplates(client, organization) {
    if (organization === undefined) {
        return client.readJson(_wire_js__WEBPACK_IMPORTED_MODULE_3__/* .wireTemplates */ .dj, { path: 'templates', asked: 'the list of templates' });
    }
    const name = validName('coder-organization', organization);
    return client.readJson(_wire_js__WEBPACK_IMPORTED_MODULE_3__/* .wireTemplates */ .dj, {
        path: `organizations/${encodeURIComponent(name)}/templates`,
        asked: `the templates of organization ${name}`,
    });
}
function readTemplate(client, id) {
    return client.readJson(_wire_js__WEBPACK_IMPORTED_MODULE_3__/* .wireTemplate */ .Ee, { path: `templates/${encodeURIComponent(id)}`, asked: 'the template' });
}
/** Older servers give the id alone. */
function organizationOf(template) {
    return template.organization_name ?? template.organization_id;
}
async function readIn(client, template, organization) {
    try {
        return await client.readJson(_wire_js__WEBPACK_IMPORTED_MODULE_3__/* .wireTemplate */ .Ee, {
            path: `organizations/${encodeURIComponent(organization)}/templates/${encodeURIComponent(template)}`,
            asked: 'the template',
        });
    }
    catch (error) {
        if ((0,_fault_js__WEBPACK_IMPORTED_MODULE_1__/* .isStatus */ .z)(error, 404))
            throw missing(template, organization);
        throw error;
    }
}
/** Without `deprecated:true` Coder leaves deprecated templates out, and with it the others. */
async function search(client, template) {
    const query = (q) => client.readJson(_wire_js__WEBPACK_IMPORTED_MODULE_3__/* .wireTemplates */ .dj, { path: 'templates', query: { q }, asked: 'the template' });
    const found = await query(`exact_name:${template}`);
    return found.length > 0 ? found : query(`exact_name:${template} deprecated:true`);
}
function missing(template, organization) {
    const where = organization === undefined ? [] : (0,_domain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv) ` in organization ${organization}`;
    return new _gap_error_js__WEBPACK_IMPORTED_MODULE_2__/* .GapError */ .x({
        code: 'template-not-found',
        detail: (0,_domain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv) `Coder has no template ${template}${where}, or the token may not see it.`,
        remedy: (0,_domain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv) `Check ${'coder-template'}, and that the token is one of a template admin. A template that was never pushed has no history: leave ${'coder-url'} out for it.`,
    });
}
/** Coder's own form of names; nothing else can be in an address or a search. */
function validName(input, name) {
    if (NAME.test(name))
        return name;
    throw new _domain_user_error_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .y(`Input \`${input}\` is no name in Coder. Names are letters, digits and single hyphens.`);
}
const NAME = /^[a-zA-Z0-9]+(?:[-_][a-zA-Z0-9]+)*$/;
//# sourceMappingURL=find-template.js.map

/***/ }),

/***/ 3505:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  x: () => (/* binding */ GapError),
  i: () => (/* binding */ gapOf)
});

// EXTERNAL MODULE: ./build/domain/text.js
var domain_text = __nccwpck_require__(6418);
;// CONCATENATED MODULE: ./build/coder/explain-fault.js

/** The gap that a fault leaves, with its own sentence and its own mend. */
function explainFault({ fault, asked }) {
    return { code: codeOf(fault), detail: detailOf(fault, asked), remedy: remedyOf(fault) };
}
function codeOf(fault) {
    if (fault.kind !== 'status')
        return `coder-${fault.kind}`;
    const known = STATUS_CODES.get(fault.status);
    return known ?? (fault.status >= 500 ? 'coder-server-error' : 'coder-unexpected-status');
}
const STATUS_CODES = new Map([
    [401, 'coder-token-refused'],
    [403, 'coder-forbidden'],
    [404, 'coder-not-found'],
]);
function detailOf(fault, asked) {
    switch (fault.kind) {
        case 'unreachable':
            return fault.code === undefined
                ? [`Coder could not be reached for ${asked}.`]
                : [`Coder could not be reached for ${asked} (`, (0,domain_text/* code */.aY)(fault.code), ').'];
        case 'certificate':
            return ['The certificate of the Coder server is not trusted here (', (0,domain_text/* code */.aY)(fault.code), ').'];
        case 'timeout':
            return [`Coder did not send ${asked} within ${fault.seconds} s.`];
        case 'deadline':
            return [`The time for all requests to Coder, ${fault.seconds} s, was up before ${asked} came.`];
        case 'cut':
            return [`The connection to Coder broke while it sent ${asked}.`];
        case 'too-large':
            return [`Coder's answer for ${asked} is larger than ${fault.mebibytes} MiB and was not read.`];
        case 'redirected':
            return fault.origin === undefined
                ? [`Asked for ${asked}, the server redirects without saying where to.`]
                : [
                    `Asked for ${asked}, the server redirects to another origin, `,
                    (0,domain_text/* code */.aY)(fault.origin),
                    ', and the token goes nowhere else.',
                ];
        case 'redirect-loop':
            return [`Asked for ${asked}, the server redirects again and again.`];
        case 'web-page':
            return [
                `Asked for ${asked}, the server answered with a web page (status ${fault.status}), not with Coder's API.`,
            ];
        case 'not-json':
            return [`Coder's answer for ${asked} is not JSON.`];
        case 'unexpected-shape':
            return [`Coder's answer for ${asked} lacks `, (0,domain_text/* code */.aY)(fault.where), ', or has it in another form.'];
        case 'endless-list':
            return [`Coder counts ${fault.count} entries for ${asked}, more than can be read.`];
        case 'rate-limited':
            return fault.seconds === undefined
                ? [`Coder's rate limit refused ${asked} (429).`]
                : [`Coder's rate limit refused ${asked} (429) and asks to wait ${fault.seconds} s, longer than this run has.`];
        case 'status':
            return [...statusOf(fault.status, asked), ...messageOf(fault.message)];
    }
}
function statusOf(status, asked) {
    if (status === 401)
        return ['Coder refuses the session token (401).'];
    if (status === 403)
        return [`The token may not read ${asked} (403).`];
    if (status === 404)
        return [`Coder has no such thing as ${asked}, or the token may not see it (404).`];
    if (status >= 500)
        return [`Coder answered for ${asked} with a server error (${status}).`];
    return [`Coder answered for ${asked} with status ${status}.`];
}
function messageOf(message) {
    return message === undefined ? [] : [' It says: ', (0,domain_text/* code */.aY)(message), '.'];
}
function remedyOf(fault) {
    switch (fault.kind) {
        case 'unreachable':
            return (0,domain_text/* say */.cv) `Check ${'coder-url'} and the network. From a runner outside of the network use ${'history --save'} inside and ${'history-file'} here; behind a proxy see docs/failure-history.md.`;
        case 'certificate':
            return (0,domain_text/* say */.cv) `Set ${'NODE_EXTRA_CA_CERTS'} to the file with your authority's certificate.`;
        case 'timeout':
        case 'deadline':
        case 'cut':
        case 'too-large':
            return ['Run the check again; if this stays, look at the load of the Coder server and at proxies on the way.'];
        case 'redirected':
        case 'redirect-loop':
        case 'web-page':
            return (0,domain_text/* say */.cv) `Check that ${'coder-url'} is the access URL of Coder itself; a login proxy in front of it must let the token through.`;
        case 'not-json':
        case 'unexpected-shape':
            return (0,domain_text/* say */.cv) `Check that ${'coder-url'} is a Coder server, 2.22 or newer. If it is, this is worth a bug report.`;
        case 'endless-list':
            return ['Delete prebuilds that are left over, or ask for one template at a time.'];
        case 'rate-limited':
            return (0,domain_text/* say */.cv) `Run the check later, or lower ${'max-concurrency'}.`;
        case 'status':
            return statusRemedy(fault.status);
    }
}
function statusRemedy(status) {
    if (status === 401)
        return (0,domain_text/* say */.cv) `Make a new token with ${'coder tokens create'} and store it as ${'coder-session-token'}; it may have expired.`;
    if (status === 403)
        return ['Use the token of a template admin.'];
    if (status === 404)
        return (0,domain_text/* say */.cv) `Check the names in ${'coder-template'} and ${'coder-organization'}, and that the token is one of a template admin.`;
    if (status >= 500)
        return ['Run the check again; if this stays, the log of the Coder server has the cause.'];
    return (0,domain_text/* say */.cv) `Check that ${'coder-url'} is a Coder server, 2.22 or newer.`;
}
//# sourceMappingURL=explain-fault.js.map
// EXTERNAL MODULE: ./build/coder/fault.js
var fault = __nccwpck_require__(6594);
;// CONCATENATED MODULE: ./build/coder/gap-error.js


/** Something that could not be read, with the reason a reader is told. Thrown within this room only. */
class GapError extends Error {
    name = 'GapError';
    gap;
    constructor(gap) {
        super(gap.code);
        this.gap = gap;
    }
}
/** The gap that an error leaves. What is neither a fault nor a gap is a bug or bad input, and goes on. */
function gapOf(error) {
    if (error instanceof fault/* CoderFault */.M)
        return explainFault(error);
    if (error instanceof GapError)
        return error.gap;
    throw error;
}
//# sourceMappingURL=gap-error.js.map

/***/ }),

/***/ 648:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  a: () => (/* binding */ connectionOf),
  gatherHistory: () => (/* binding */ gatherHistory)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: ./build/domain/outcome.js
var outcome = __nccwpck_require__(3153);
// EXTERNAL MODULE: ./build/domain/text.js
var domain_text = __nccwpck_require__(6418);
// EXTERNAL MODULE: ./build/domain/user-error.js
var user_error = __nccwpck_require__(5881);
;// CONCATENATED MODULE: external "node:http"
const external_node_http_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");
var external_node_http_namespaceObject_0 = /*#__PURE__*/__nccwpck_require__.t(external_node_http_namespaceObject, 2);
// EXTERNAL MODULE: ./build/coder/client.js + 5 modules
var client = __nccwpck_require__(1526);
// EXTERNAL MODULE: ./build/coder/effects.js
var coder_effects = __nccwpck_require__(4680);
;// CONCATENATED MODULE: ./build/coder/connect.js



/** A client for one run; its deadline starts now. */
function connectToCoder(connection, effects = coder_effects/* REAL_EFFECTS */.u) {
    return new client/* CoderClient */.R(connection, effects);
}
/**
 * Makes this process's `fetch` use `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY`.
 * Node 24 does it when asked; older ones only when they are started with
 * `NODE_USE_ENV_PROXY=1` (22.21 and newer), or never (20).
 */
function useProxyFromEnvironment(environment) {
    const isSet = PROXY_VARIABLES.some((name) => (environment[name] ?? '') !== '');
    if (!isSet)
        return 'none';
    const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
    const isBuiltIn = major >= 24 || (major === 22 && minor >= 21);
    if (isBuiltIn && environment['NODE_USE_ENV_PROXY'] === '1')
        return 'used';
    if (!("setGlobalProxyFromEnv" in external_node_http_namespaceObject_0))
        return 'not-supported';
    external_node_http_namespaceObject.setGlobalProxyFromEnv({ ...environment });
    return 'used';
}
const PROXY_VARIABLES = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'];
//# sourceMappingURL=connect.js.map
;// CONCATENATED MODULE: ./build/coder/connection.js

const DEFAULT_MAX_CONCURRENCY = 4;
const DEFAULT_REQUEST_TIMEOUT_MS = 15_000;
const DEFAULT_DEADLINE_MS = 120_000;
/** Throws a `UserError` for an address or a token that cannot work. Quotes neither: both may hold a secret. */
function parseConnection(raw) {
    const url = raw.url?.trim() ?? '';
    const token = raw.token?.trim() ?? '';
    if (url === '')
        return { kind: 'not-configured' };
    const baseUrl = parseBaseUrl(url, raw.allowHttp ?? false);
    if (token === '')
        return { kind: 'token-missing' };
    if (!HEADER_VALUE.test(token)) {
        throw new user_error/* UserError */.y('Input `coder-session-token` holds characters that no token has. Give the output of `coder tokens create` alone.');
    }
    return {
        kind: 'connection',
        connection: {
            baseUrl,
            token,
            maxConcurrency: wholeNumber('max-concurrency', raw.maxConcurrency ?? DEFAULT_MAX_CONCURRENCY),
            requestTimeoutMs: raw.requestTimeoutMs ?? DEFAULT_REQUEST_TIMEOUT_MS,
            deadlineMs: raw.deadlineMs ?? DEFAULT_DEADLINE_MS,
        },
    };
}
function parseBaseUrl(text, allowHttp) {
    if (!URL.canParse(text)) {
        throw new user_error/* UserError */.y('Input `coder-url` is not a URL. Write it in full, such as `https://coder.example.com`.');
    }
    const url = new URL(text);
    if (url.username !== '' || url.password !== '') {
        throw new user_error/* UserError */.y('Input `coder-url` holds a user or a password. Give the token as `coder-session-token` instead.');
    }
    if (url.protocol !== 'https:' && url.protocol !== 'http:') {
        throw new user_error/* UserError */.y(`Input \`coder-url\` starts with \`${url.protocol}//\`. Use \`https://\`.`);
    }
    if (url.protocol === 'http:' && !allowHttp && !isLoopback(url.hostname)) {
        throw new user_error/* UserError */.y('Input `coder-url` is plain HTTP, which would show the token to the network. Use `https://`, or set `allow-http` if the way there is private.');
    }
    url.search = '';
    url.hash = '';
    if (!url.pathname.endsWith('/'))
        url.pathname += '/';
    return url;
}
function isLoopback(hostname) {
    return hostname === 'localhost' || hostname === '[::1]' || LOOPBACK_V4.test(hostname);
}
function wholeNumber(name, value) {
    if (Number.isInteger(value) && value >= 1 && value <= 64)
        return value;
    throw new user_error/* UserError */.y(`Input \`${name}\` is \`${value}\`; use a whole number from 1 to 64.`);
}
const LOOPBACK_V4 = /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/;
const HEADER_VALUE = /^[\x21-\x7e]{1,512}$/;
//# sourceMappingURL=connection.js.map
// EXTERNAL MODULE: ./build/coder/history-file.js + 1 modules
var history_file = __nccwpck_require__(5205);
// EXTERNAL MODULE: ./build/coder/read-history.js + 5 modules
var read_history = __nccwpck_require__(1622);
;// CONCATENATED MODULE: ./build/coder/gather-history.js








/** The histories that were asked for, from a file or from Coder. */
async function gatherHistory(origin) {
    if (origin.kind === 'not-configured')
        return outcome/* NOT_CONFIGURED */.rY;
    if (origin.kind === 'file')
        return fromFile(origin.path, origin.template);
    const reading = parseConnection(origin.connection);
    if (reading.kind !== 'connection')
        return withoutConnection(reading);
    useProxyFromEnvironment(process.env);
    const client = connectToCoder(reading.connection);
    return origin.template.kind === 'all'
        ? (0,read_history/* readAllHistories */.Q)(client, origin.template.organization)
        : (0,read_history/* readTemplateHistory */.X)(client, origin.template);
}
/** Throws a `UserError` where there is no usable connection: following a version needs one. */
function connectionOf(raw) {
    const reading = parseConnection(raw);
    useProxyFromEnvironment(process.env);
    if (reading.kind === 'connection')
        return reading.connection;
    throw new user_error/* UserError */.y('Coder is not reachable without `coder-url` and `coder-session-token`; give both.');
}
function withoutConnection({ kind }) {
    return kind === 'not-configured' ? outcome/* NOT_CONFIGURED */.rY : (0,outcome/* read */.LF)([], [TOKEN_MISSING]);
}
function fromFile(path, scope) {
    const source = (0,history_file/* parseHistoryFile */.ux)(path, contentOf(path), Date.now());
    return scope.kind === 'all' ? source : (0,history_file/* historyOfTemplate */.E9)(source, scope.template, scope.organization);
}
function contentOf(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path, 'utf8');
    }
    catch {
        throw new user_error/* UserError */.y(`\`${path}\` cannot be read; write it with \`prebuild-guard history --save\`.`);
    }
}
const TOKEN_MISSING = {
    code: 'coder-token-missing',
    detail: (0,domain_text/* say */.cv) `There is a ${'coder-url'} but no ${'coder-session-token'}; runs for forks get no secrets.`,
    remedy: (0,domain_text/* say */.cv) `Give the token of a template admin, or a file of ${'history --save'} as ${'history-file'}.`,
};
//# sourceMappingURL=gather-history.js.map

/***/ }),

/***/ 5205:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  E9: () => (/* binding */ historyOfTemplate),
  ux: () => (/* binding */ parseHistoryFile),
  HN: () => (/* binding */ renderHistoryFile)
});

// EXTERNAL MODULE: ./build/domain/history.js
var domain_history = __nccwpck_require__(1381);
// EXTERNAL MODULE: ./build/domain/instant.js
var instant = __nccwpck_require__(2224);
// EXTERNAL MODULE: ./build/domain/outcome.js
var outcome = __nccwpck_require__(3153);
// EXTERNAL MODULE: ./build/domain/text.js
var domain_text = __nccwpck_require__(6418);
// EXTERNAL MODULE: ./build/domain/time.js
var time = __nccwpck_require__(7368);
// EXTERNAL MODULE: ./build/domain/user-error.js
var user_error = __nccwpck_require__(5881);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 15 modules
var schemas = __nccwpck_require__(9691);
;// CONCATENATED MODULE: ./build/coder/history-schema.js


/** Raised when a reader of the last version would misunderstand the file. */
const HISTORY_FORMAT = 1;
const history_schema_time = schemas/* string */.YjP().meta({ description: 'RFC 3339, with microseconds', format: 'date-time' });
const history_schema_text = schemas/* array */.YOg(schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* strictObject */.rej({ code: schemas/* string */.YjP() })]))
    .meta({ description: 'A sentence; names from outside are objects with `code`' });
const gap = schemas/* object */.Ikc({ code: schemas/* string */.YjP(), detail: history_schema_text, remedy: history_schema_text });
const build = schemas/* object */.Ikc({
    id: schemas/* string */.YjP(),
    workspace: schemas/* string */.YjP(),
    createdAt: history_schema_time,
    status: schemas/* enum */.k5n(domain_history/* JOB_STATUSES */.nE),
    error: schemas/* string */.YjP().optional().meta({ description: 'Of a failed build, redacted and cut' }),
    errorCode: schemas/* string */.YjP().optional(),
    url: schemas/* string */.YjP(),
});
const preset = schemas/* object */.Ikc({
    id: schemas/* string */.YjP(),
    name: schemas/* string */.YjP(),
    desiredInstances: schemas/* number */.aig()
        .int()
        .nullable()
        .optional()
        .meta({ description: 'As stored, without schedules; null for no prebuilds' }),
    builds: schemas/* array */.YOg(build)
        .optional()
        .meta({ description: "Coder's own set, newest first; absent where it could not be read whole" }),
    ready: schemas/* number */.aig().int().nonnegative().optional().meta({ description: 'Prebuilds that a claim could take' }),
    attempted: schemas/* boolean */.zMY().optional().meta({ description: 'Whether a prebuild was ever started, where it is known' }),
});
const deletion = schemas/* object */.Ikc({
    workspace: schemas/* string */.YjP(),
    version: schemas/* object */.Ikc({ id: schemas/* string */.YjP(), name: schemas/* string */.YjP() }),
    createdAt: history_schema_time,
    error: schemas/* string */.YjP().optional(),
    url: schemas/* string */.YjP(),
});
const templateHistory = schemas/* object */.Ikc({
    template: schemas/* string */.YjP(),
    organization: schemas/* string */.YjP(),
    version: schemas/* object */.Ikc({ id: schemas/* string */.YjP(), name: schemas/* string */.YjP(), activeSince: history_schema_time }),
    deprecated: schemas/* boolean */.zMY(),
    readAt: history_schema_time,
    licensed: schemas/* boolean */.zMY().optional(),
    reconciliationPaused: schemas/* boolean */.zMY().optional(),
    presets: schemas/* array */.YOg(preset),
    failedDeletions: schemas/* array */.YOg(deletion),
    gaps: schemas/* array */.YOg(gap),
});
const historyFile = schemas/* object */.Ikc({
    format: schemas/* literal */.euz(HISTORY_FORMAT),
    readAt: history_schema_time,
    templates: schemas/* array */.YOg(templateHistory),
    gaps: schemas/* array */.YOg(gap).meta({ description: 'Why a history may be missing or may not be trusted' }),
})
    .meta({ title: 'Failure histories of prebuilds, as `prebuild-guard history --save` writes them' });
/** The published schema of the file. */
function historyFileSchema() {
    return z.toJSONSchema(historyFile, { target: 'draft-2020-12', io: 'input' });
}
//# sourceMappingURL=history-schema.js.map
;// CONCATENATED MODULE: ./build/coder/history-file.js







/** A pool changes within minutes; a day is for a file that a nightly job saves. */
const MAX_AGE_MS = 24 * 3_600_000;
/** What `history --save` writes. Nothing secret is in a history: the token never was, and errors are redacted. */
function renderHistoryFile(source, readAt) {
    const { items, gaps } = source.kind === 'read' ? source : { items: [], gaps: [] };
    const file = {
        format: HISTORY_FORMAT,
        readAt: (0,instant/* formatInstant */.r)(readAt),
        templates: items.map(fileHistory),
        gaps,
    };
    return `${JSON.stringify(file, undefined, 2)}\n`;
}
/** Throws a `UserError` for what is no such file. One that is older than a day proves nothing about now. */
function parseHistoryFile(input, content, now) {
    const file = historyFile.safeParse(parseJson(input, content));
    if (!file.success) {
        const where = file.error.issues[0]?.path.map(String).join('.') ?? '';
        throw new user_error/* UserError */.y(`\`${input}\` is no history of prebuild-guard${where === '' ? '' : `: \`${where}\` is missing or has another form`}. Write it with \`prebuild-guard history --save\` of the same version.`);
    }
    const readAt = history_file_instant(input, file.data.readAt);
    const templates = file.data.templates.map((each) => domainHistory(input, each));
    return (0,outcome/* read */.LF)(templates, [...file.data.gaps, ...staleGap(input, readAt, now)]);
}
/** The histories of one template; not in the file is a gap, not a clean history. */
function historyOfTemplate(source, template, organization) {
    if (source.kind === 'not-configured')
        return source;
    const found = source.items.filter((each) => each.template.toLowerCase() === template.toLowerCase() &&
        (organization === undefined || each.organization.toLowerCase() === organization.toLowerCase()));
    const [only] = found;
    if (found.length === 1 && only !== undefined)
        return (0,outcome/* read */.LF)([only], [...shared(source), ...only.gaps]);
    if (source.gaps.length > 0 && found.length === 0)
        return (0,outcome/* read */.LF)([], source.gaps);
    return (0,outcome/* read */.LF)([], [found.length === 0 ? notInFile(template) : ambiguous(template, found)]);
}
function fileHistory(source) {
    return {
        ...source,
        version: { ...source.version, activeSince: (0,instant/* formatInstant */.r)(source.version.activeSince) },
        readAt: (0,instant/* formatInstant */.r)(source.readAt),
        presets: source.presets.map((each) => ({
            ...each,
            builds: each.builds?.map((own) => ({ ...own, createdAt: (0,instant/* formatInstant */.r)(own.createdAt) })),
        })),
        failedDeletions: source.failedDeletions.map((own) => ({ ...own, createdAt: (0,instant/* formatInstant */.r)(own.createdAt) })),
        gaps: source.gaps.map((own) => ({ ...own })),
    };
}
function domainHistory(input, own) {
    const at = (text) => history_file_instant(input, text);
    return {
        ...own,
        version: { ...own.version, activeSince: at(own.version.activeSince) },
        readAt: at(own.readAt),
        licensed: own.licensed,
        reconciliationPaused: own.reconciliationPaused,
        presets: own.presets.map((each) => ({
            ...each,
            desiredInstances: each.desiredInstances,
            builds: each.builds &&
                (0,domain_history/* newestFirst */.ll)(each.builds.map(({ error, errorCode, createdAt, ...rest }) => ({
                    ...rest,
                    createdAt: at(createdAt),
                    error,
                    errorCode,
                }))),
            ready: each.ready,
            attempted: each.attempted,
        })),
        failedDeletions: own.failedDeletions.map(({ error, createdAt, ...rest }) => ({
            ...rest,
            createdAt: at(createdAt),
            error,
        })),
    };
}
/** The parser's own message quotes its input, which is not repeated here. */
function parseJson(input, content) {
    try {
        return JSON.parse(content.replace(/^\uFEFF/, ''));
    }
    catch {
        throw new user_error/* UserError */.y(`\`${input}\` is not JSON. Write it with \`prebuild-guard history --save\`.`);
    }
}
function history_file_instant(input, text) {
    const epochMs = (0,instant/* parseInstant */.n)(text);
    if (epochMs !== undefined)
        return epochMs;
    throw new user_error/* UserError */.y(`\`${input}\` holds a time that is none. Write it with \`prebuild-guard history --save\`.`);
}
function staleGap(input, readAt, now) {
    if (now - readAt <= MAX_AGE_MS)
        return [];
    return [
        {
            code: 'history-file-stale',
            detail: (0,domain_text/* say */.cv) `${input} was written at ${(0,time/* formatTime */.f)(readAt)}, more than a day ago; presets may fail since.`,
            remedy: (0,domain_text/* say */.cv) `Save it again with ${'prebuild-guard history --save'}.`,
        },
    ];
}
/** Gaps of a file as a whole: those of its templates are theirs. */
function shared({ gaps }) {
    return gaps.filter(({ code }) => code === 'history-file-stale');
}
function notInFile(template) {
    return {
        code: 'template-not-in-history',
        detail: (0,domain_text/* say */.cv) `The saved history does not hold template ${template}.`,
        remedy: (0,domain_text/* say */.cv) `Save it with ${'prebuild-guard history --all --save'}, or name the template as Coder does.`,
    };
}
function ambiguous(template, found) {
    return {
        code: 'template-ambiguous',
        detail: (0,domain_text/* say */.cv) `The saved history holds template ${template} of ${found.length} organizations.`,
        remedy: (0,domain_text/* say */.cv) `Name one of them in ${'coder-organization'}.`,
    };
}
//# sourceMappingURL=history-file.js.map

/***/ }),

/***/ 1622:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Q: () => (/* binding */ readAllHistories),
  X: () => (/* binding */ readTemplateHistory)
});

// EXTERNAL MODULE: ./build/domain/outcome.js
var outcome = __nccwpck_require__(3153);
// EXTERNAL MODULE: ./build/domain/text.js
var domain_text = __nccwpck_require__(6418);
// EXTERNAL MODULE: ./build/coder/fault.js
var fault = __nccwpck_require__(6594);
// EXTERNAL MODULE: ./build/coder/wire.js
var wire = __nccwpck_require__(8413);
;// CONCATENATED MODULE: ./build/coder/attempts.js


const JOBS = 100;
/** Jobs do not name their preset, so each costs a request; the newest few tell enough. */
const MAX_BUILDS = 10;
/**
 * Whether Coder ever started to build a prebuild of the presets that want some
 * and have none: all of them may have been claimed. A build that Coder still
 * remembers proves it; that there is none is as much as can be known.
 */
async function withAttempts(client, template, version, presets) {
    const isOpen = (preset) => (preset.desiredInstances ?? 0) > 0 && preset.builds?.length === 0;
    if (!presets.some(isOpen))
        return presets;
    const attempted = await attemptedPresets(client, template, version);
    return presets.map((preset) => (isOpen(preset) ? { ...preset, attempted: attempted?.has(preset.id) } : preset));
}
/** Ids of presets that were built; undefined where the server is at fault. */
async function attemptedPresets(client, template, version) {
    try {
        const builds = (await buildsOfVersion(client, template, version)).slice(0, MAX_BUILDS);
        const presets = await Promise.all(builds.map((id) => readPreset(client, id, version.id)));
        return new Set(presets.filter((id) => id !== undefined));
    }
    catch (error) {
        if (error instanceof fault/* CoderFault */.M)
            return undefined;
        throw error;
    }
}
async function buildsOfVersion(client, template, version) {
    try {
        const jobs = await client.readJson(wire/* wireJobs */.C6, {
            path: `organizations/${encodeURIComponent(template.organization_id)}/provisionerjobs`,
            query: { limit: String(JOBS), initiator: wire/* PREBUILDS_USER_ID */.d },
            asked: 'the jobs of prebuilds',
        });
        // A server that does not know the filter may overlook it.
        return jobs
            .filter(({ initiator_id, metadata }) => {
            const isOwn = metadata?.template_id === template.id && metadata.template_version_name === version.name;
            return isOwn && initiator_id === wire/* PREBUILDS_USER_ID */.d;
        })
            .flatMap(({ input }) => (input?.workspace_build_id === undefined ? [] : [input.workspace_build_id]));
    }
    catch (error) {
        // Not there, not allowed, or not with this filter: then the jobs tell nothing.
        if ((0,fault/* isStatus */.z)(error, 400, 403, 404, 405))
            return [];
        throw error;
    }
}
/** Undefined for a build of another version and for one that is gone. */
async function readPreset(client, buildId, versionId) {
    try {
        const build = await client.readJson(wire/* wireBuildPreset */.XE, {
            path: `workspacebuilds/${encodeURIComponent(buildId)}`,
            asked: 'a build of a prebuild',
        });
        return build.template_version_id === versionId ? (build.template_version_preset_id ?? undefined) : undefined;
    }
    catch (error) {
        if ((0,fault/* isStatus */.z)(error, 403, 404, 410))
            return undefined;
        throw error;
    }
}
//# sourceMappingURL=attempts.js.map
// EXTERNAL MODULE: ./build/coder/find-template.js
var find_template = __nccwpck_require__(882);
// EXTERNAL MODULE: ./build/coder/gap-error.js + 1 modules
var gap_error = __nccwpck_require__(3505);
;// CONCATENATED MODULE: ./build/coder/prebuild-row.js
function rowOf(workspace, redact) {
    const { latest_build: build } = workspace;
    const { status, error, error_code: errorCode } = build.job;
    return {
        id: workspace.id,
        name: workspace.name,
        ownerId: workspace.owner_id,
        organizationId: workspace.organization_id,
        templateId: workspace.template_id,
        activeVersionId: workspace.template_active_version_id,
        build: {
            id: build.id,
            number: build.build_number,
            createdAt: build.created_at,
            transition: build.transition,
            versionId: build.template_version_id,
            versionName: build.template_version_name,
            presetId: build.template_version_preset_id,
            status,
            error: status === 'failed' && error !== undefined ? redact(error) : undefined,
            errorCode: errorCode && redact(errorCode),
        },
        ready: isReady(build),
    };
}
function isReady({ transition, job, resources }) {
    if (transition !== 'start' || job.status !== 'succeeded')
        return false;
    const own = resources.flatMap(({ agents }) => agents).filter(({ parent_id }) => parent_id === undefined);
    return own.length > 0 && own.every(({ lifecycle_state }) => lifecycle_state === 'ready');
}
//# sourceMappingURL=prebuild-row.js.map
;// CONCATENATED MODULE: ./build/coder/list-prebuilds.js



const PAGE_SIZE = 100;
const MAX_COUNT = 200_000;
const MAX_READINGS = 3;
const ASKED = 'the list of prebuilds';
/**
 * Every workspace that the prebuilds user owns, deleted ones excepted. The pages
 * are no snapshot: undefined where workspaces came and went while they were
 * read, again and again, so that one may be missing.
 */
async function listPrebuilds(client, search) {
    for (let reading = 0; reading < MAX_READINGS; reading++) {
        const rows = await readOnce(client, queryOf(search));
        if (rows !== undefined)
            return rows;
    }
    return undefined;
}
/**
 * Whole if every page counts the same, each begins with the row that ended the
 * one before, and the rows are as many as counted. Then no row that was there
 * all the time can have slipped from one page to another unseen.
 */
async function readOnce(client, q) {
    const first = await readPage(client, q, 0);
    const { count } = first;
    if (count > MAX_COUNT)
        throw new fault/* CoderFault */.M({ kind: 'endless-list', count }, ASKED);
    // A server may cap pages below what was asked, so the stride follows from what came.
    const size = first.rows.length;
    const offsets = size < 2 ? [] : range(size - 1, count - 1);
    const pages = [first, ...(await readPages(client, q, offsets))];
    if (pages.some((page) => page.count !== count) || !isJoined(pages))
        return undefined;
    const rows = new Map(pages.flatMap((page) => page.rows).map((row) => [row.id, row]));
    return rows.size === count ? [...rows.values()] : undefined;
}
function isJoined(pages) {
    return pages.slice(1).every(({ rows }, index) => rows[0]?.id === pages[index]?.rows.at(-1)?.id);
}
/** As many at once as the client allows, and none after the first that fails. */
async function readPages(client, q, offsets) {
    const pages = new Map();
    const queue = offsets.values();
    let hasFailed = false;
    const reader = async () => {
        for (const offset of queue) {
            if (hasFailed)
                return;
            try {
                pages.set(offset, await readPage(client, q, offset));
            }
            catch (error) {
                hasFailed = true;
                throw error;
            }
        }
    };
    await Promise.all(Array.from({ length: client.maxConcurrency }, reader));
    return [...pages].toSorted(([left], [right]) => left - right).map(([, page]) => page);
}
async function readPage(client, q, offset) {
    const page = await client.readJson(wire/* wireWorkspaces */.uZ, {
        path: 'workspaces',
        query: { q, limit: String(PAGE_SIZE), offset: String(offset) },
        asked: ASKED,
    });
    return {
        rows: page.workspaces.map((workspace) => rowOf(workspace, (text) => client.redact(text))),
        count: page.count,
    };
}
/** `owner:` and not a flag: around 2.22 claim builds had the prebuilds user as initiator too. */
function queryOf({ template, organizationId }) {
    return [
        `owner:${wire/* PREBUILDS_USERNAME */.M$}`,
        ...(template === undefined ? [] : [`template:${template}`]),
        ...(organizationId === undefined ? [] : [`organization:${organizationId}`]),
    ].join(' ');
}
/** `step`, twice `step` and so on, below `end`. */
function range(step, end) {
    return Array.from({ length: Math.max(Math.ceil(end / step) - 1, 0) }, (_, index) => (index + 1) * step);
}
//# sourceMappingURL=list-prebuilds.js.map
// EXTERNAL MODULE: ./build/domain/history.js
var domain_history = __nccwpck_require__(1381);
;// CONCATENATED MODULE: ./build/coder/prebuild-set.js


/** The rows of one template that are unclaimed prebuilds; a search by name finds namesakes in other organizations. */
function prebuildsOf(templateId, rows) {
    return rows.filter((row) => row.templateId === templateId && row.ownerId === wire/* PREBUILDS_USER_ID */.d);
}
/**
 * Each preset with Coder's own set: of the unclaimed prebuilds whose last build
 * is a start on the active version with this preset, these builds. A preset id
 * alone does not tell: stops and deletes carry one too.
 */
function presetHistories(presets, activeVersionId, rows, pageOf) {
    const starts = rows?.filter(({ build }) => build.transition === 'start' && build.versionId === activeVersionId);
    const byPreset = starts && groupedByPreset(starts);
    return presets.map((preset) => {
        // Null says that the preset has no prebuilds; Coder leaves such presets out of its set.
        const own = preset.DesiredPrebuildInstances === null ? [] : (byPreset?.get(preset.ID) ?? []);
        return {
            id: preset.ID,
            name: preset.Name,
            desiredInstances: preset.DesiredPrebuildInstances,
            builds: byPreset && (0,domain_history/* newestFirst */.ll)(own.map((row) => buildOf(row, pageOf))),
            ready: byPreset && own.filter(({ ready }) => ready).length,
            attempted: own.length > 0 ? true : undefined,
        };
    });
}
/** Of all versions: Coder deletes prebuilds of old versions with the code of that old version. */
function failedDeletions(rows, pageOf) {
    return rows
        .filter(({ build }) => build.transition === 'delete' && build.status === 'failed')
        .map((row) => ({
        workspace: row.name,
        version: { id: row.build.versionId, name: row.build.versionName ?? row.build.versionId },
        createdAt: row.build.createdAt,
        error: row.build.error,
        url: pageOf(row),
    }));
}
/** `Map.groupBy` is not in Node 20. */
function groupedByPreset(rows) {
    const groups = new Map();
    for (const row of rows) {
        const group = groups.get(row.build.presetId);
        if (group === undefined)
            groups.set(row.build.presetId, [row]);
        else
            group.push(row);
    }
    return groups;
}
function buildOf(row, pageOf) {
    const { id, createdAt, status, error, errorCode } = row.build;
    return { id, workspace: row.name, createdAt, status, error, errorCode, url: pageOf(row) };
}
//# sourceMappingURL=prebuild-set.js.map
;// CONCATENATED MODULE: ./build/coder/server-facts.js



async function readServerFacts(client) {
    const [licensed, paused] = await Promise.all([
        unlessFault(() => readLicence(client)),
        unlessFault(() => readPause(client)),
    ]);
    // Servers older than the switch have no such page; those without a licence do not show it.
    const reconciliationPaused = paused === 'no-such-page' ? (licensed === true ? false : undefined) : paused;
    return { licensed, reconciliationPaused };
}
/**
 * Whether the token sees prebuilds. Coder answers with an empty list where it
 * does not, which looks like a history without failures. Undefined where the
 * server does not tell.
 */
async function maySeePrebuilds(client, organizationId) {
    const object = { resource_type: 'workspace', owner_id: wire/* PREBUILDS_USER_ID */.d, organization_id: organizationId };
    const answer = await unlessFault(() => client.readJson(wire/* wireAuthorization */.dW, {
        path: 'authcheck',
        body: { checks: { prebuilds: { object, action: 'read' } } },
        asked: 'the rights of the token',
    }));
    return answer?.['prebuilds'];
}
const PREBUILDS_NOT_VISIBLE = {
    code: 'prebuilds-not-visible',
    detail: [
        'The token may not see prebuilds: Coder answers it with an empty list, which would look like a history without failures.',
    ],
    remedy: ['Use the token of a template admin.'],
};
const VISIBILITY_UNKNOWN = {
    code: 'prebuilds-not-visible',
    detail: [
        'Coder lists no prebuild, and does not tell whether the token may see any: it may be a history without failures, or one that is hidden.',
    ],
    remedy: (0,domain_text/* say */.cv) `Use the token of a template admin, and let requests to ${'/api/v2/authcheck'} through.`,
};
const NOT_LICENSED = {
    code: 'prebuilds-not-licensed',
    detail: ['This Coder server has no licence for prebuilds: it builds none, so there is no history.'],
    remedy: (0,domain_text/* say */.cv) `Add a Premium licence, or leave ${'coder-url'} out.`,
};
async function readLicence(client) {
    const { features } = await client.readJson(wire/* wireEntitlements */.gP, { path: 'entitlements', asked: 'the licence' });
    const feature = features['workspace_prebuilds'];
    // A server that does not know the feature cannot have it.
    return feature === undefined ? false : feature.enabled && feature.entitlement !== 'not_entitled';
}
async function readPause(client) {
    try {
        const settings = await client.readJson(wire/* wirePrebuildSettings */.QA, {
            path: 'prebuilds/settings',
            asked: 'the prebuild settings',
        });
        return settings.reconciliation_paused;
    }
    catch (error) {
        if ((0,fault/* isStatus */.z)(error, 404))
            return 'no-such-page';
        throw error;
    }
}
/** These facts refine a history; where they are missing the rules that need them say so. */
async function unlessFault(task) {
    try {
        return await task();
    }
    catch (error) {
        if (error instanceof fault/* CoderFault */.M)
            return undefined;
        throw error;
    }
}
//# sourceMappingURL=server-facts.js.map
// EXTERNAL MODULE: ./build/coder/template-version.js
var template_version = __nccwpck_require__(3523);
;// CONCATENATED MODULE: ./build/coder/read-history.js










/** The history of one template's active version. What could not be read is a gap; only bad input is thrown. */
async function readTemplateHistory(client, name) {
    try {
        const serverFacts = readServerFacts(client);
        const [facts, template] = await Promise.all([serverFacts, (0,find_template/* findTemplate */._4)(client, name)]);
        const rows = readRows(client, { template: template.name, organizationId: template.organization_id });
        const visible = maySeePrebuilds(client, template.organization_id);
        const history = await historyOf(client, template, facts, await rows, await visible);
        return (0,outcome/* read */.LF)([history], history.gaps);
    }
    catch (error) {
        return (0,outcome/* read */.LF)([], [(0,gap_error/* gapOf */.i)(error)]);
    }
}
/** The histories of all templates of an organization, or of all that the token sees, by one list of prebuilds. */
async function readAllHistories(client, organization) {
    try {
        const [facts, templates] = await Promise.all([readServerFacts(client), (0,find_template/* listTemplates */.eG)(client, organization)]);
        if (templates.length === 0)
            return (0,outcome/* read */.LF)([], [NO_TEMPLATE]);
        const organizations = [...new Set(templates.map((template) => template.organization_id))];
        const [only] = organizations;
        const search = organization === undefined || only === undefined ? {} : { organizationId: only };
        const [rows, visibility] = await Promise.all([
            readRows(client, search),
            Promise.all(organizations.map(async (id) => [id, await maySeePrebuilds(client, id)])),
        ]);
        const visible = new Map(visibility);
        const sources = await Promise.all(templates.map((template) => sourceOf(async () => {
            const own = await ownRows(client, template, rows);
            return historyOf(client, template, facts, own, visible.get(template.organization_id));
        }, template)));
        return (0,outcome/* read */.LF)(sources.flatMap(({ items }) => items), sources.flatMap(({ gaps }) => gaps));
    }
    catch (error) {
        return (0,outcome/* read */.LF)([], [(0,gap_error/* gapOf */.i)(error)]);
    }
}
/** Among many templates a gap says whose it is. */
async function sourceOf(task, template) {
    const named = (gap) => ({
        ...gap,
        detail: [...(0,domain_text/* say */.cv) `Template ${template.name}: `, ...gap.detail],
    });
    try {
        const history = await task();
        return { items: [history], gaps: history.gaps.map(named) };
    }
    catch (error) {
        return { items: [], gaps: [named((0,gap_error/* gapOf */.i)(error))] };
    }
}
async function readRows(client, search) {
    try {
        const rows = await listPrebuilds(client, search);
        return rows === undefined ? { gap: LIST_MOVED } : { rows };
    }
    catch (error) {
        return { gap: (0,gap_error/* gapOf */.i)(error) };
    }
}
/**
 * Coder counts the workspaces of deleted templates and does not send them, so a
 * list over templates may never add up. A search by template leaves them out.
 */
function ownRows(client, template, shared) {
    if ('rows' in shared || shared.gap !== LIST_MOVED)
        return shared;
    return readRows(client, { template: template.name, organizationId: template.organization_id });
}
async function historyOf(client, template, facts, listing, visible) {
    const [version, presets] = await Promise.all([
        (0,template_version/* readVersion */.$4)(client, template.active_version_id),
        (0,template_version/* readVersionPresets */.bx)(client, template.active_version_id),
    ]);
    const { rows, gap } = trustedRows(listing, template, visible);
    const pageOf = (row) => client.pageUrl('@prebuilds', row.name, 'builds', String(row.build.number));
    const histories = presetHistories(presets, version.id, rows, pageOf);
    const attempted = await withAttempts(client, template, version, histories);
    await expectUnmoved(client, template, rows ?? []);
    return {
        template: template.name,
        organization: (0,find_template/* organizationOf */.d1)(template),
        version: { id: version.id, name: version.name, activeSince: activeSince(template, version) },
        deprecated: template.deprecated ?? false,
        readAt: client.now(),
        ...facts,
        presets: attempted,
        failedDeletions: failedDeletions(rows ?? [], pageOf),
        gaps: [
            ...(facts.licensed === false && presets.some(wantsSome) ? [NOT_LICENSED] : []),
            ...(gap !== undefined && presets.some(mayHaveSome) ? [gap] : []),
        ],
    };
}
/** Rows are kept only where none can be missing: with a part of them a success may hide and a failure look final. */
function trustedRows(listing, template, visible) {
    if ('gap' in listing)
        return { rows: undefined, gap: listing.gap };
    if (visible === false)
        return { rows: undefined, gap: PREBUILDS_NOT_VISIBLE };
    const rows = prebuildsOf(template.id, listing.rows);
    // Any one prebuild in sight proves the right: Coder grants it for an organization as a whole.
    const isInSight = ({ ownerId, organizationId, templateId }) => ownerId === wire/* PREBUILDS_USER_ID */.d && (templateId === template.id || organizationId === template.organization_id);
    const isProven = visible === true || listing.rows.some(isInSight);
    return isProven ? { rows, gap: undefined } : { rows: undefined, gap: VISIBILITY_UNKNOWN };
}
/** A version that was promoted in between would be judged by the builds of the one before. */
async function expectUnmoved(client, template, rows) {
    const now = await (0,find_template/* readTemplate */.xV)(client, template.id);
    const isMoved = now.active_version_id !== template.active_version_id ||
        rows.some(({ activeVersionId }) => activeVersionId !== undefined && activeVersionId !== now.active_version_id);
    if (isMoved) {
        throw new gap_error/* GapError */.x({
            code: 'version-promoted-meanwhile',
            detail: (0,domain_text/* say */.cv) `Another version of ${template.name} became active while its history was read.`,
            remedy: ['Run the check again.'],
        });
    }
}
function wantsSome({ DesiredPrebuildInstances: desired }) {
    return desired === undefined || (desired ?? 0) > 0;
}
/** Zero may be a schedule's: the server does not tell it from a preset without prebuilds. */
function mayHaveSome({ DesiredPrebuildInstances: desired }) {
    return desired !== null;
}
/** Promoting a version updates the template, and so do other changes: never too early, at times too late. */
function activeSince(template, version) {
    return Math.max(version.created_at, template.updated_at ?? 0);
}
const NO_TEMPLATE = {
    code: 'no-template-visible',
    detail: ['Coder shows this token no template that is not deprecated.'],
    remedy: (0,domain_text/* say */.cv) `Check ${'coder-organization'}, and use the token of a template admin.`,
};
const LIST_MOVED = {
    code: 'prebuilds-moved',
    detail: ['Prebuilds came and went while their list was read, each time, so that one of them may be missing.'],
    remedy: ['Run the check again when fewer prebuilds are built and claimed.'],
};
//# sourceMappingURL=read-history.js.map

/***/ }),

/***/ 3523:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $4: () => (/* binding */ readVersion),
/* harmony export */   bx: () => (/* binding */ readVersionPresets),
/* harmony export */   yO: () => (/* binding */ listVersions)
/* harmony export */ });
/* unused harmony export readVersionParameters */
/* harmony import */ var _domain_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6418);
/* harmony import */ var _fault_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6594);
/* harmony import */ var _gap_error_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3505);
/* harmony import */ var _wire_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8413);




function readVersion(client, id) {
    return orMissing(id, client.readJson(_wire_js__WEBPACK_IMPORTED_MODULE_3__/* .wireVersion */ .UL, { path: versionPath(id), asked: 'the active template version' }));
}
function readVersionPresets(client, id) {
    return orMissing(id, client.readJson(_wire_js__WEBPACK_IMPORTED_MODULE_3__/* .wirePresets */ .F0, { path: `${versionPath(id)}/presets`, asked: 'the presets' }));
}
function readVersionParameters(client, id) {
    const path = `${versionPath(id)}/rich-parameters`;
    return orMissing(id, client.readJson(wireParameters, { path, asked: 'the parameters' }));
}
const VERSIONS_PER_PAGE = 100;
const MAX_PAGES = 100;
/** Every version of a template, to the last page; the order is the server's. */
async function listVersions(client, templateId) {
    const versions = new Map();
    for (let page = 0; page < MAX_PAGES; page++) {
        const before = versions.size;
        const read = await client.readJson(_wire_js__WEBPACK_IMPORTED_MODULE_3__/* .wireVersions */ .BM, {
            path: `templates/${encodeURIComponent(templateId)}/versions`,
            query: { limit: String(VERSIONS_PER_PAGE), offset: String(before) },
            asked: 'the template versions',
        });
        for (const version of read)
            versions.set(version.id, version);
        if (read.length < VERSIONS_PER_PAGE || versions.size === before)
            break;
    }
    return [...versions.values()];
}
function versionPath(id) {
    return `templateversions/${encodeURIComponent(id)}`;
}
async function orMissing(id, reading) {
    try {
        return await reading;
    }
    catch (error) {
        if (!(0,_fault_js__WEBPACK_IMPORTED_MODULE_1__/* .isStatus */ .z)(error, 404))
            throw error;
        throw new _gap_error_js__WEBPACK_IMPORTED_MODULE_2__/* .GapError */ .x({
            code: 'version-not-found',
            detail: (0,_domain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv) `Coder does not show the active version of the template (${id}): it is gone, or the token may not see it.`,
            remedy: ['Run the check again with the token of a template admin.'],
        });
    }
}
//# sourceMappingURL=template-version.js.map

/***/ }),

/***/ 8413:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BM: () => (/* binding */ wireVersions),
/* harmony export */   C6: () => (/* binding */ wireJobs),
/* harmony export */   Ee: () => (/* binding */ wireTemplate),
/* harmony export */   F0: () => (/* binding */ wirePresets),
/* harmony export */   M$: () => (/* binding */ PREBUILDS_USERNAME),
/* harmony export */   QA: () => (/* binding */ wirePrebuildSettings),
/* harmony export */   UL: () => (/* binding */ wireVersion),
/* harmony export */   XE: () => (/* binding */ wireBuildPreset),
/* harmony export */   d: () => (/* binding */ PREBUILDS_USER_ID),
/* harmony export */   dW: () => (/* binding */ wireAuthorization),
/* harmony export */   dj: () => (/* binding */ wireTemplates),
/* harmony export */   gP: () => (/* binding */ wireEntitlements),
/* harmony export */   uZ: () => (/* binding */ wireWorkspaces)
/* harmony export */ });
/* unused harmony export wireParameters */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9691);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8532);
/* harmony import */ var _domain_history_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1381);
/* harmony import */ var _domain_instant_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2224);



/** The user that owns every unclaimed prebuild, on every Coder server. */
const PREBUILDS_USER_ID = 'c42fdf75-3097-471c-8c33-fb52454d81c0';
const PREBUILDS_USERNAME = 'prebuilds';
const time = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().transform((text, context) => {
    const epochMs = (0,_domain_instant_js__WEBPACK_IMPORTED_MODULE_2__/* .parseInstant */ .n)(text);
    if (epochMs !== undefined)
        return epochMs;
    context.addIssue({ code: 'custom', message: 'not a time' });
    return zod__WEBPACK_IMPORTED_MODULE_3__/* .NEVER */ .tm;
});
/** Go writes an empty list as `null` where it was never filled. */
function list(item) {
    return zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(item)
        .nullish()
        .transform((items) => items ?? []);
}
/** The same, where the field itself must be there. */
function requiredList(item) {
    return zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(item)
        .nullable()
        .transform((items) => items ?? []);
}
const optionalText = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
    .nullish()
    .transform((text) => (text === null || text === '' ? undefined : text));
/** A word of a later version occupies its place, and is not a failure. */
const jobStatus = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().transform((word) => _domain_history_js__WEBPACK_IMPORTED_MODULE_0__/* .JOB_STATUSES */ .nE.find((status) => status === word) ?? 'unknown');
const wireTemplate = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    organization_id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    organization_name: optionalText,
    active_version_id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    deprecated: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY().optional(),
    updated_at: time.optional(),
});
const wireTemplates = requiredList(wireTemplate);
const wireVersion = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    created_at: time,
    archived: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY().optional(),
    job: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ status: jobStatus }).optional(),
});
const wireVersions = requiredList(wireVersion);
/** PascalCase: Coder's type has no JSON names. */
const wirePresets = requiredList(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    ID: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    Name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    Default: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY().optional(),
    Parameters: list(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ Name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), Value: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() })),
    DesiredPrebuildInstances: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().nullable().optional(),
}));
const wireParameters = requiredList(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    type: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    form_type: optionalText,
    mutable: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(),
    ephemeral: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY().optional(),
    required: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(),
    default_value: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    options: list(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), value: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() })),
    validation_error: optionalText,
    validation_regex: optionalText,
    validation_min: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().nullish(),
    validation_max: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().nullish(),
    validation_monotonic: optionalText,
}));
const agent = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ lifecycle_state: optionalText, parent_id: optionalText });
const wireBuild = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    created_at: time,
    build_number: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int(),
    transition: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    template_version_id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    template_version_name: optionalText,
    template_version_preset_id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable(),
    job: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ status: jobStatus, error: optionalText, error_code: optionalText }),
    resources: list(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ agents: list(agent) })),
});
const wireWorkspaces = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    workspaces: requiredList(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
        id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        owner_id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        organization_id: optionalText,
        template_id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
        template_active_version_id: optionalText,
        latest_build: wireBuild,
    })),
    count: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().nonnegative(),
});
const wireAuthorization = zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY());
const wireEntitlements = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    features: zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ entitlement: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), enabled: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY() })),
});
const wirePrebuildSettings = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ reconciliation_paused: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY() });
/** Only what tells whether a job was a prebuild of this version. */
const wireJobs = requiredList(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    type: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
    initiator_id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
    input: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ workspace_build_id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional() }).nullish(),
    metadata: zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ template_id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(), template_version_name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional() }).nullish(),
}));
const wireBuildPreset = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    template_version_id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    template_version_preset_id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullable(),
});
//# sourceMappingURL=wire.js.map

/***/ }),

/***/ 1413:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ formatPath),
/* harmony export */   w: () => (/* binding */ attributeOf)
/* harmony export */ });
/** `env`, `ports[0].internal`, `labels["coder.owner"]`, `rule[*]`; `(whole resource)` for no step at all. */
function formatPath(path) {
    if (path.length === 0)
        return '(whole resource)';
    return path.map(formatStep).join('');
}
/** The attribute of the resource that the path starts in; undefined for the whole resource. */
function attributeOf(path) {
    const [first] = path;
    return typeof first === 'string' ? first : undefined;
}
function formatStep(step, index) {
    if (step === null)
        return '[*]';
    if (typeof step === 'number')
        return `[${step}]`;
    if (!IDENTIFIER.test(step))
        return `[${JSON.stringify(step)}]`;
    return index === 0 ? step : `.${step}`;
}
const IDENTIFIER = /^[\p{ID_Start}_][\p{ID_Continue}-]*$/u;
//# sourceMappingURL=attribute-path.js.map

/***/ }),

/***/ 9304:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Fn: () => (/* binding */ THE_TEMPLATE),
/* harmony export */   Z0: () => (/* binding */ aboutParameter),
/* harmony export */   g6: () => (/* binding */ aboutResource),
/* harmony export */   ow: () => (/* binding */ subjectKey),
/* harmony export */   p0: () => (/* binding */ aboutPreset)
/* harmony export */ });
const THE_TEMPLATE = { kind: 'template' };
function aboutResource(address) {
    return { kind: 'resource', address };
}
function aboutPreset(name) {
    return { kind: 'preset', name };
}
function aboutParameter(name, preset) {
    return { kind: 'parameter', name, preset };
}
/** Equal for two findings about the same thing. */
function subjectKey(subject) {
    switch (subject.kind) {
        case 'template':
            return 'template';
        case 'resource':
            return `resource ${subject.address}`;
        case 'preset':
            return `preset ${subject.name}`;
        case 'parameter':
            return `parameter ${JSON.stringify([subject.name, subject.preset])}`;
    }
}
//# sourceMappingURL=finding.js.map

/***/ }),

/***/ 1381:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   KT: () => (/* binding */ failedStreak),
/* harmony export */   Nq: () => (/* binding */ hasPrebuilds),
/* harmony export */   ll: () => (/* binding */ newestFirst),
/* harmony export */   nE: () => (/* binding */ JOB_STATUSES),
/* harmony export */   qp: () => (/* binding */ isHardLimited),
/* harmony export */   sf: () => (/* binding */ settledStreak),
/* harmony export */   yG: () => (/* binding */ DEFAULT_HISTORY_POLICY)
/* harmony export */ });
/* unused harmony export historySource */
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3153);

const JOB_STATUSES = ['pending', 'running', 'succeeded', 'canceling', 'canceled', 'failed', 'unknown'];
/** Coder's own defaults. */
const DEFAULT_HISTORY_POLICY = {
    failureHardLimit: 3,
    backoffIntervalMs: 60_000,
    backoffLookbackMs: 3_600_000,
    reconciliationIntervalMs: 60_000,
    templateChanged: false,
};
/** Where the time is the same Coder takes any order; failed goes first, so that the graver reading is told. */
function newestFirst(builds) {
    return builds.toSorted((left, right) => right.createdAt - left.createdAt ||
        Number(right.status === 'failed') - Number(left.status === 'failed') ||
        (left.id < right.id ? -1 : left.id > right.id ? 1 : 0));
}
/** How many of the newest builds failed without a break. Anything else breaks it: running and canceled too. */
function failedStreak(builds) {
    const unbroken = builds.findIndex(({ status }) => status !== 'failed');
    return unbroken === -1 ? builds.length : unbroken;
}
/** The streak that will be, if the builds under way fail too; without these builds themselves. */
function settledStreak(builds) {
    const settled = builds.findIndex(({ status }) => status !== 'pending' && status !== 'running');
    return settled === -1 ? 0 : failedStreak(builds.slice(settled));
}
/** Coder's own condition. Without the test for zero an empty history would meet a limit of zero. */
function isHardLimited(builds, limit) {
    return limit > 0 && failedStreak(builds) >= limit;
}
/** Wants prebuilds, or has one. A schedule-only preset wants none by itself, and is seen by its builds. */
function hasPrebuilds({ desiredInstances, builds }) {
    return desiredInstances === undefined || (desiredInstances ?? 0) > 0 || (builds?.length ?? 0) > 0;
}
/** The history as rules take it: what is missing of it is a gap of theirs. */
function historySource(history) {
    return read([history], history.gaps);
}
//# sourceMappingURL=history.js.map

/***/ }),

/***/ 2224:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ parseInstant),
/* harmony export */   r: () => (/* binding */ formatInstant)
/* harmony export */ });
/**
 * RFC 3339 to epoch milliseconds with the rest as a fraction. `Date.parse`
 * drops the microseconds, and Coder orders builds by them.
 */
function parseInstant(text) {
    const match = RFC_3339.exec(text);
    if (match === null)
        return undefined;
    const [, seconds = '', fraction = '0', zone = 'Z'] = match;
    const whole = Date.parse(`${seconds}${zone}`);
    return Number.isNaN(whole) ? undefined : whole + Number(`0.${fraction}`) * 1000;
}
/** The way back, to the microsecond. */
function formatInstant(epochMs) {
    const whole = Math.floor(epochMs);
    const micros = Math.round((epochMs - whole) * 1000);
    if (micros === 1000)
        return formatInstant(whole + 1);
    return new Date(whole).toISOString().replace('Z', `${String(micros).padStart(3, '0')}Z`);
}
const RFC_3339 = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.(\d{1,9}))?(Z|[+-]\d{2}:\d{2})$/;
//# sourceMappingURL=instant.js.map

/***/ }),

/***/ 3153:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   KD: () => (/* binding */ checked),
/* harmony export */   LF: () => (/* binding */ read),
/* harmony export */   S4: () => (/* binding */ judge),
/* harmony export */   rY: () => (/* binding */ NOT_CONFIGURED)
/* harmony export */ });
const NOT_CONFIGURED = { kind: 'not-configured' };
function read(items, gaps = []) {
    return { kind: 'read', items, gaps };
}
function checked(items) {
    return { kind: 'checked', items };
}
/** Judges what is there; the gaps of the source become the reasons why the rule is not checked. */
function judge(source, violations) {
    if (source.kind === 'not-configured')
        return { kind: 'not-configured', items: [] };
    const items = violations(source.items);
    return source.gaps.length === 0 ? checked(items) : { kind: 'not-checked', items, reasons: source.gaps };
}
//# sourceMappingURL=outcome.js.map

/***/ }),

/***/ 385:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ modulePath),
/* harmony export */   c: () => (/* binding */ moduleAt)
/* harmony export */ });
/** The names of the calls that lead to a module: `module.box[0].module.in["a.b"]` is `box`, `in`. */
function modulePath(moduleAddress) {
    if (moduleAddress === undefined)
        return [];
    return [...moduleAddress.matchAll(MODULE_STEP)].map((match) => match[1] ?? '');
}
/** Undefined where the configuration does not hold the module. */
function moduleAt(configuration, path) {
    let module = configuration.root;
    for (const name of path)
        module = module?.calls.get(name)?.module;
    return module;
}
/** A call's name, then its instance key, whose quotes may hide dots, brackets and the word `module` itself. */
const MODULE_STEP = /module\.([^.[\]"]+)(?:\[(?:\d+|"[^"\\]*(?:\\.[^"\\]*)*")\])?/g;
//# sourceMappingURL=plan-configuration.js.map

/***/ }),

/***/ 698:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D8: () => (/* binding */ isReplacement),
/* harmony export */   Y6: () => (/* binding */ isCoderResource),
/* harmony export */   f: () => (/* binding */ isRemoval),
/* harmony export */   vE: () => (/* binding */ isLoggedByCoder),
/* harmony export */   vX: () => (/* binding */ isCountedByCoder)
/* harmony export */ });
/* unused harmony export isNoOp */
/** A new object is made and the old one is given up, in either order; `forget` orphans it instead of destroying it. */
function isReplacement(change) {
    return change.actions.includes('create') && (change.actions.includes('delete') || change.actions.includes('forget'));
}
function isRemoval(change) {
    return change.actions.length === 1 && change.actions[0] === 'delete' && change.deposed === undefined;
}
function isNoOp(change) {
    return change.actions.length === 1 && change.actions[0] === 'no-op';
}
/** Coder's own resources are virtual: replacing them costs the claimant nothing. A prefix of the type, as in Coder. */
function isCoderResource(change) {
    return change.type.startsWith('coder_');
}
/** Coder's rule A: counted in its metric and named in its notification (coder/coder#17571). */
function isCountedByCoder(change) {
    return !isNoOp(change) && change.replacePaths.length > 0 && !isCoderResource(change);
}
/** Coder's rule B: written to the build log (coder/coder#24935). Exactly delete and create, so `forget` is not seen. */
function isLoggedByCoder(change) {
    const [first, second] = change.actions;
    return (change.actions.length === 2 &&
        ((first === 'delete' && second === 'create') || (first === 'create' && second === 'delete')) &&
        !isCoderResource(change));
}
//# sourceMappingURL=plan.js.map

/***/ }),

/***/ 544:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Ov: () => (/* binding */ decidePreset),
  Wt: () => (/* binding */ diagnosePreset),
  Vh: () => (/* binding */ isNeverAttempted)
});

;// CONCATENATED MODULE: ./build/domain/backoff.js
/**
 * As Coder computes it: started by a failure among the newest builds, as many as
 * instances are wanted, and longer by one interval for each failure within the
 * lookback. Undefined where none is under way.
 */
function backoff(builds, desiredInstances, now, policy) {
    const isCounted = (build) => build.status === 'failed' && build.createdAt >= now - policy.backoffLookbackMs;
    const [newest] = builds.slice(0, Math.max(desiredInstances, 0)).filter(isCounted);
    if (newest === undefined)
        return undefined;
    const failures = builds.filter(isCounted).length;
    const until = newest.createdAt + failures * policy.backoffIntervalMs;
    return now < until ? { until, failures } : undefined;
}
//# sourceMappingURL=backoff.js.map
// EXTERNAL MODULE: ./build/domain/history.js
var domain_history = __nccwpck_require__(1381);
;// CONCATENATED MODULE: ./build/domain/preset-status.js


function decidePreset(history, preset, policy) {
    const status = statusOf(history, preset, policy);
    return { status, action: actionOf(history, preset, status, policy) };
}
function diagnosePreset(history, preset, policy) {
    const builds = preset.builds ?? [];
    const streak = (0,domain_history/* failedStreak */.KT)(builds);
    const limit = policy.failureHardLimit;
    const settled = builds.findIndex(({ status }) => status !== 'pending' && status !== 'running');
    return {
        streak,
        failuresLeft: limit === 0 ? undefined : Math.max(limit - streak, 0),
        underWay: settled === -1 ? builds.length : settled,
        settledStreak: (0,domain_history/* settledStreak */.sf)(builds),
        backoff: backoffOf(history, preset, policy),
        lastFailure: builds.find(({ status }) => status === 'failed'),
    };
}
/**
 * Prebuilds are wanted, and there was time to build one, yet there is no build
 * and never was. Coder keeps no trace of a create request that it refused.
 */
function isNeverAttempted(history, preset, policy) {
    return ((preset.desiredInstances ?? 0) > 0 &&
        preset.builds?.length === 0 &&
        preset.attempted !== true &&
        !history.deprecated &&
        history.licensed !== false &&
        history.reconciliationPaused !== true &&
        history.readAt - history.version.activeSince >= GRACE_INTERVALS * policy.reconciliationIntervalMs);
}
/** Reconciliation takes the first interval at the latest; the rest is for a slow loop and for clocks that differ. */
const GRACE_INTERVALS = 5;
function statusOf(history, preset, policy) {
    const { builds } = preset;
    if (builds === undefined)
        return 'unknown';
    if ((0,domain_history/* isHardLimited */.qp)(builds, policy.failureHardLimit))
        return 'hard_limited';
    if (isNeverAttempted(history, preset, policy))
        return isCertain(history, preset) ? 'validation_failed' : 'unknown';
    if ((0,domain_history/* settledStreak */.sf)(builds) > 0 || backoffOf(history, preset, policy) !== undefined)
        return 'failing';
    if (builds.length > 0)
        return 'healthy';
    const isExpected = preset.attempted === true || preset.desiredInstances === 0 || preset.desiredInstances === null;
    return isExpected && history.gaps.length === 0 ? 'healthy' : 'unknown';
}
/** What the server did not say could be the reason why there is no build. */
function isCertain(history, preset) {
    return history.gaps.length === 0 && history.reconciliationPaused === false && preset.attempted === false;
}
function actionOf(history, preset, status, policy) {
    if (history.licensed === false)
        return { kind: 'creates-none', because: 'no-licence' };
    if (history.reconciliationPaused === true)
        return { kind: 'creates-none', because: 'paused' };
    if (history.deprecated)
        return { kind: 'creates-none', because: 'deprecated' };
    const pause = backoffOf(history, preset, policy);
    if (pause !== undefined)
        return { kind: 'backs-off', until: pause.until };
    if (status === 'hard_limited')
        return { kind: 'creates-none', because: 'hard-limit' };
    if (status === 'validation_failed')
        return { kind: 'creates-none', because: 'validation' };
    if (preset.desiredInstances === null)
        return { kind: 'creates-none', because: 'none-wanted' };
    return status === 'unknown' && preset.builds === undefined ? { kind: 'unknown' } : { kind: 'creates' };
}
function backoffOf(history, preset, policy) {
    return backoff(preset.builds ?? [], preset.desiredInstances ?? 0, history.readAt, policy);
}
//# sourceMappingURL=preset-status.js.map

/***/ }),

/***/ 6533:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ removals)
/* harmony export */ });
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(698);
/* harmony import */ var _plan_configuration_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(385);
/* harmony import */ var _trace_references_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4751);



/** Coder's own resources are left out: they are virtual. */
function removals(plan) {
    const gone = plan.changes.filter((change) => change.mode === 'managed' && (0,_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .isRemoval */ .f)(change) && !(0,_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .isCoderResource */ .Y6)(change));
    const made = plan.changes.filter((change) => change.mode === 'managed' && change.actions.join() === 'create');
    const taken = new Set();
    return gone.map((change) => {
        const twin = made.find((candidate) => !taken.has(candidate.address) && isSameResource(candidate, change));
        if (twin !== undefined)
            taken.add(twin.address);
        return {
            change,
            recreatedAs: twin?.address,
            byDesign: twin === undefined && isGatedOnPrebuild(plan.configuration, change),
        };
    });
}
/** Same block of the configuration, under whatever instance keys. */
function isSameResource(left, right) {
    return (left.type === right.type &&
        left.name === right.name &&
        (0,_plan_configuration_js__WEBPACK_IMPORTED_MODULE_2__/* .modulePath */ .M)(left.moduleAddress).join('\n') === (0,_plan_configuration_js__WEBPACK_IMPORTED_MODULE_2__/* .modulePath */ .M)(right.moduleAddress).join('\n'));
}
/**
 * Of what a claim changes, its `count` or `for_each`, or that of a module around
 * it, refers to the prebuild flags alone.
 */
function isGatedOnPrebuild(configuration, change) {
    if (configuration === undefined || change.index === undefined)
        return false;
    const repetition = (0,_plan_configuration_js__WEBPACK_IMPORTED_MODULE_2__/* .moduleAt */ .c)(configuration, (0,_plan_configuration_js__WEBPACK_IMPORTED_MODULE_2__/* .modulePath */ .M)(change.moduleAddress))?.resources.get(`${change.type}.${change.name}`)?.repetition;
    const varying = (0,_trace_references_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutPrefixes */ .xj)(repetition ?? []).filter(_trace_references_js__WEBPACK_IMPORTED_MODULE_0__/* .isClaimVarying */ .RC);
    return varying.length > 0 && varying.every((reference) => PREBUILD_FLAG.test(reference));
}
const PREBUILD_FLAG = /^data\.coder_workspace\.[^.[]+(?:\[[^\]]*\])?\.(?:prebuild_count|is_prebuild|is_prebuild_claim)$/;
//# sourceMappingURL=removal.js.map

/***/ }),

/***/ 5526:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Tu: () => (/* binding */ atMost),
/* harmony export */   du: () => (/* binding */ isAtLeast),
/* harmony export */   oC: () => (/* binding */ SEVERITIES)
/* harmony export */ });
/** From mild to grave; the order is what `fail-on` compares by. */
const SEVERITIES = ['notice', 'warning', 'error'];
/** Whether `severity` is as grave as `threshold`, or graver. */
function isAtLeast(severity, threshold) {
    return SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(threshold);
}
/** The milder of two, for evidence that may not block on its own. */
function atMost(severity, ceiling) {
    return isAtLeast(severity, ceiling) ? ceiling : severity;
}
//# sourceMappingURL=severity.js.map

/***/ }),

/***/ 9795:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ prebuildPresets)
/* harmony export */ });
/** Presets that Coder builds workspaces for ahead of time. */
function prebuildPresets(presets) {
    return presets.filter((preset) => preset.prebuilds !== undefined);
}
//# sourceMappingURL=template.js.map

/***/ }),

/***/ 6418:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   KE: () => (/* binding */ listed),
/* harmony export */   RK: () => (/* binding */ visible),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   cv: () => (/* binding */ say),
/* harmony export */   oR: () => (/* binding */ joined),
/* harmony export */   pj: () => (/* binding */ plain)
/* harmony export */ });
function code(value) {
    return { code: value };
}
/**
 * Tag of a sentence: interpolated strings become code spans, numbers stay
 * words, other texts are taken over as they are.
 *
 * @example say`${address} is replaced because of ${paths.length} attributes.`
 */
function say(words, ...values) {
    const spans = [];
    words.forEach((word, index) => {
        if (word !== '')
            spans.push(word);
        const value = values[index];
        if (value === undefined)
            return;
        if (typeof value === 'string')
            spans.push({ code: value });
        else if (typeof value === 'number')
            spans.push(String(value));
        else if (isText(value))
            spans.push(...value);
        else
            spans.push(value);
    });
    return spans;
}
/** Texts one after another, set apart by `separator`. */
function joined(texts, separator = ' ') {
    return texts.flatMap((text, index) => (index === 0 ? text : [separator, ...text]));
}
/** `a`, `b` and `c`; the tail beyond `limit` is counted. */
function listed(names, limit = 5) {
    const shown = names.slice(0, limit).map((name) => [code(name)]);
    const rest = names.length - shown.length;
    if (rest > 0)
        return [...joined(shown, ', '), ` and ${rest} more`];
    const last = shown.pop();
    if (last === undefined)
        return ['none'];
    return shown.length === 0 ? last : [...joined(shown, ', '), ' and ', ...last];
}
/** The sentence without markup but for backticks around code spans. */
function plain(text) {
    return text.map((span) => (typeof span === 'string' ? span : `\`${visible(span.code)}\``)).join('');
}
/** Control, bidirectional and other invisible characters, written out, so that no text can act on its reader. */
function visible(value) {
    return value.replace(INVISIBLE, (char) => {
        const short = SHORT_ESCAPES.get(char);
        return short ?? `\\u${(char.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
    });
}
const SHORT_ESCAPES = new Map([
    ['\n', '\\n'],
    ['\r', '\\r'],
    ['\t', '\\t'],
]);
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;
function isText(value) {
    return Array.isArray(value);
}
//# sourceMappingURL=text.js.map

/***/ }),

/***/ 7368:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ formatDuration),
/* harmony export */   f: () => (/* binding */ formatTime)
/* harmony export */ });
/** `2026-03-01 14:05 UTC`, the same on every machine. */
function formatTime(epochMs) {
    return `${new Date(epochMs).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
/** `45 s`, `12 min`, `3 h`, `2 d`: rounded up, because it is said of what is still to come. */
function formatDuration(durationMs) {
    const seconds = Math.max(Math.ceil(durationMs / 1000), 0);
    if (seconds < 90)
        return `${seconds} s`;
    if (seconds < 5400)
        return `${Math.ceil(seconds / 60)} min`;
    if (seconds < 129_600)
        return `${Math.ceil(seconds / 3600)} h`;
    return `${Math.ceil(seconds / 86_400)} d`;
}
//# sourceMappingURL=time.js.map

/***/ }),

/***/ 4751:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   RC: () => (/* binding */ isClaimVarying),
/* harmony export */   xj: () => (/* binding */ withoutPrefixes),
/* harmony export */   yP: () => (/* binding */ traceAttribute)
/* harmony export */ });
/* harmony import */ var _attribute_path_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1413);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(698);
/* harmony import */ var _plan_configuration_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(385);



/**
 * Follows the references of one attribute through module inputs and outputs and
 * through other replaced resources. Locals end a chain: a plan does not hold
 * their definitions.
 */
function traceAttribute(plan, change, attribute) {
    if (plan.configuration === undefined)
        return [];
    const tracer = new Tracer(plan.configuration, plan.changes);
    return tracer.fromAttribute(change, attribute).sort((left, right) => left.links.length - right.links.length);
}
/** A reference that leads to another value at claim than in the prebuild: who owns the workspace, and its name. */
function isClaimVarying(reference) {
    const [, type, attribute] = DATA_REFERENCE.exec(reference) ?? [];
    if (type === undefined)
        return false;
    if (type === 'coder_workspace')
        return attribute === undefined || CLAIM_VARYING_WORKSPACE.has(attribute);
    return CLAIM_VARYING_TYPES.has(type);
}
/** Terraform lists each reference and then its shorter prefixes; the longest says most. */
function withoutPrefixes(references) {
    const unique = [...new Set(references)];
    return unique.filter((reference) => !unique.some((other) => other.startsWith(`${reference}.`) || other.startsWith(`${reference}[`)));
}
const DATA_REFERENCE = /^data\.([^.[]+)\.[^.[]+(?:\[[^\]]*\])?(?:\.([^.[]+))?/;
/** The block's two names, an instance key or none, and the attribute or output after it. */
const REFERENCE = /^([^.[]+)(?:\.([^.[]+))?(?:\[[^\]]*\])?(?:\.([^.[]+))?/;
const CLAIM_VARYING_TYPES = new Set([
    'coder_workspace_owner',
    'coder_external_auth',
    'coder_git_auth',
    'coder_secret',
    'coder_task',
]);
const CLAIM_VARYING_WORKSPACE = new Set([
    'name',
    'is_prebuild',
    'is_prebuild_claim',
    'prebuild_count',
    'owner',
    'owner_email',
    'owner_groups',
    'owner_id',
    'owner_name',
    'owner_oidc_access_token',
    'owner_session_token',
]);
/** A cycle through modules cannot happen in Terraform; the bound is for plans that something else wrote. */
const MAX_LINKS = 12;
class Tracer {
    #configuration;
    #changes;
    #seen = new Set();
    constructor(configuration, changes) {
        this.#configuration = configuration;
        this.#changes = changes;
    }
    fromAttribute(change, attribute) {
        const path = (0,_plan_configuration_js__WEBPACK_IMPORTED_MODULE_0__/* .modulePath */ .M)(change.moduleAddress);
        const resource = (0,_plan_configuration_js__WEBPACK_IMPORTED_MODULE_0__/* .moduleAt */ .c)(this.#configuration, path)?.resources.get(`${change.type}.${change.name}`);
        const references = resource?.attributes.get(attribute) ?? [];
        const start = { reference: `${change.type}.${change.name}.${attribute}` };
        return this.#follow(path, references, resource?.repetition ?? [], [start], []);
    }
    #follow(path, references, repetition, links, replaced) {
        return withoutPrefixes(references).flatMap((reference) => this.#step(path, reference, repetition, links, replaced));
    }
    #step(path, reference, repetition, before, replaced) {
        const links = [...before, { reference }];
        const end = [{ links, replaced, variesAtClaim: isClaimVarying(reference) }];
        const key = JSON.stringify([path, reference]);
        if (links.length > MAX_LINKS || this.#seen.has(key))
            return end;
        this.#seen.add(key);
        const [, head = '', name = '', output] = REFERENCE.exec(reference) ?? [];
        if (head === 'var') {
            const call = this.#caller(path)?.calls.get(path.at(-1) ?? '');
            const inputs = call?.inputs.get(name) ?? [];
            return inputs.length === 0
                ? end
                : this.#follow(path.slice(0, -1), inputs, call?.repetition ?? [], links, replaced);
        }
        if (head === 'module') {
            const inner = [...path, name];
            const outputs = output === undefined ? undefined : (0,_plan_configuration_js__WEBPACK_IMPORTED_MODULE_0__/* .moduleAt */ .c)(this.#configuration, inner)?.outputs.get(output);
            return outputs === undefined ? end : this.#follow(inner, outputs, [], links, replaced);
        }
        if (head === 'each' || head === 'count') {
            return repetition.length === 0 ? end : this.#follow(path, repetition, [], links, replaced);
        }
        return this.#throughReplaced(path, `${head}.${name}`, links, replaced) ?? end;
    }
    /** A replaced resource gives no known value; what replaces it is the next link. */
    #throughReplaced(path, address, links, replaced) {
        const change = this.#changes.find((candidate) => (0,_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .isReplacement */ .D8)(candidate) &&
            `${candidate.type}.${candidate.name}` === address &&
            (0,_plan_configuration_js__WEBPACK_IMPORTED_MODULE_0__/* .modulePath */ .M)(candidate.moduleAddress).join('\n') === path.join('\n'));
        if (change === undefined)
            return undefined;
        const upstream = [...replaced, change];
        const attributes = new Set(change.replacePaths.map(_attribute_path_js__WEBPACK_IMPORTED_MODULE_2__/* .attributeOf */ .w).filter((attribute) => attribute !== undefined));
        const resource = (0,_plan_configuration_js__WEBPACK_IMPORTED_MODULE_0__/* .moduleAt */ .c)(this.#configuration, path)?.resources.get(address);
        const further = [...attributes].flatMap((attribute) => {
            const references = resource?.attributes.get(attribute) ?? [];
            return this.#follow(path, references, resource?.repetition ?? [], [...links, { reference: `${address}.${attribute}` }], upstream);
        });
        return further.length > 0 ? further : [{ links, replaced: upstream, variesAtClaim: false }];
    }
    #caller(path) {
        return path.length === 0 ? undefined : (0,_plan_configuration_js__WEBPACK_IMPORTED_MODULE_0__/* .moduleAt */ .c)(this.#configuration, path.slice(0, -1));
    }
}
//# sourceMappingURL=trace-references.js.map

/***/ }),

/***/ 5881:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ UserError)
/* harmony export */ });
/**
 * Bad input or bad usage: the message is for the person who gave it, names the
 * input and says what to do. It never quotes the content of a plan.
 */
class UserError extends Error {
    name = 'UserError';
}
//# sourceMappingURL=user-error.js.map

/***/ }),

/***/ 1102:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ findPlans)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var _domain_user_error_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5881);


/**
 * The plans that paths and globs name, each once, globs sorted. A path stays as
 * it is, there or not: whoever reads it says what is wrong with it.
 */
function findPlans(patterns) {
    const found = patterns.flatMap((pattern) => (isGlob(pattern) ? matching(pattern) : [pattern]));
    return [...new Set(found)];
}
function isGlob(pattern) {
    return pattern !== '-' && /[*?[\]{}]/.test(pattern) && !(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(pattern);
}
function matching(pattern) {
    // The CLI also runs on Node 20, which has no globs; a shell expands them there.
    if (node_fs__WEBPACK_IMPORTED_MODULE_0__.globSync === undefined)
        throw new _domain_user_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .y(`\`${pattern}\` is no file, and globs need Node 22 or newer.`);
    const paths = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.globSync)(pattern).toSorted();
    if (paths.length === 0)
        throw new _domain_user_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .y(`\`${pattern}\` matches no file; name the plan's path, or mend the glob.`);
    return paths;
}
//# sourceMappingURL=find-plans.js.map

/***/ }),

/***/ 959:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  zb: () => (/* binding */ createPlanReader)
});

// UNUSED EXPORTS: parsePlan, planOf

// EXTERNAL MODULE: ./build/domain/text.js
var domain_text = __nccwpck_require__(6418);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 15 modules
var schemas = __nccwpck_require__(9691);
;// CONCATENATED MODULE: ./build/plan/own.js
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/**
 * The child at a key or position. Only own properties count: a plan may well
 * hold keys such as `__proto__` and `constructor`.
 */
function own(value, key) {
    if (Array.isArray(value))
        return typeof key === 'number' ? value[key] : undefined;
    return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
function hasOwn(value, key) {
    return isObject(value) && Object.hasOwn(value, key);
}
/** The elements of an array; nothing for anything else. */
function elementsOf(value) {
    return Array.isArray(value) ? value : [];
}
/** The own keys and values of an object; nothing for anything else. */
function entriesOf(value) {
    return isObject(value) ? Object.entries(value) : [];
}
/** The values directly below an array or object. */
function childrenOf(value) {
    return Array.isArray(value) ? value : isObject(value) ? Object.values(value) : [];
}
//# sourceMappingURL=own.js.map
;// CONCATENATED MODULE: ./build/plan/mask.js

/**
 * Whether one of Terraform's masks (`before_sensitive`, `after_unknown` and the
 * like) marks the value at a path, a value around it, or one inside it. A mask
 * whose shape does not fit the path is taken as marking.
 */
function isMarked(mask, path) {
    let node = mask;
    for (const step of path) {
        if (typeof node === 'boolean')
            return node;
        if (node === null || node === undefined)
            return false;
        if (!fits(node, step))
            return hasMark(node);
        node = own(node, step);
    }
    return hasMark(node);
}
/** Whether anything in a mask is marked. */
function hasMark(mask) {
    const pending = [mask];
    while (pending.length > 0) {
        const node = pending.pop();
        if (node === null || node === undefined || node === false)
            continue;
        if (typeof node !== 'object')
            return true;
        for (const child of childrenOf(node))
            pending.push(child);
    }
    return false;
}
/** Calls back for each value that the mask marks as a whole. */
function forEachMarked(value, mask, found) {
    const pending = [{ value, mask }];
    for (let pair = pending.pop(); pair !== undefined; pair = pending.pop()) {
        const { mask } = pair;
        if (mask === false || mask === null || mask === undefined)
            continue;
        if (typeof mask !== 'object' || Array.isArray(mask) !== Array.isArray(pair.value)) {
            if (hasMark(mask))
                found(pair.value);
        }
        else if (Array.isArray(mask)) {
            for (const [index, child] of mask.entries())
                pending.push({ value: own(pair.value, index), mask: child });
        }
        else {
            for (const [key, child] of Object.entries(mask))
                pending.push({ value: own(pair.value, key), mask: child });
        }
    }
}
function fits(node, step) {
    return Array.isArray(node) ? typeof step === 'number' : isObject(node) && typeof step === 'string';
}
//# sourceMappingURL=mask.js.map
;// CONCATENATED MODULE: ./build/plan/printable.js

/** Longer values are cut; the end is marked. */
const SHOWN_LENGTH = 200;
/**
 * A value as compact JSON, cut to a length that can be read. Not to be parsed
 * again: cut text and numbers that JavaScript cannot hold are no JSON.
 */
function printable(value) {
    if (typeof value === 'string' && value.length > SHOWN_LENGTH)
        return quoted(`${value.slice(0, SHOWN_LENGTH)}…`);
    let printed = '';
    // Explicit, because values may be nested deeper than the call stack.
    const pending = [{ value }];
    while (pending.length > 0 && printed.length <= SHOWN_LENGTH) {
        const next = pending.pop();
        if (next === undefined || typeof next === 'string')
            printed += next ?? '';
        else if (Array.isArray(next.value)) {
            pending.push(']');
            for (let index = next.value.length - 1; index >= 0; index--) {
                pending.push({ value: next.value[index] });
                if (index > 0)
                    pending.push(',');
            }
            pending.push('[');
        }
        else if (isObject(next.value)) {
            pending.push('}');
            for (const [index, [key, value]] of [...Object.entries(next.value).entries()].reverse()) {
                pending.push({ value }, `${index > 0 ? ',' : ''}${quoted(key)}:`);
            }
            pending.push('{');
        }
        else
            printed += scalar(next.value);
    }
    return printed.length <= SHOWN_LENGTH ? printed : `${printed.slice(0, SHOWN_LENGTH).toWellFormed()}…`;
}
function scalar(value) {
    if (typeof value === 'string')
        return quoted(value.slice(0, SHOWN_LENGTH + 1));
    if (typeof value === 'number' && !isExact(value))
        return approximate(value);
    return JSON.stringify(value) ?? 'null';
}
function quoted(text) {
    return JSON.stringify(text.toWellFormed());
}
/** Terraform's numbers are more precise than JavaScript's: two that look equal here may differ. */
function isExact(value) {
    return Number.isInteger(value) ? Number.isSafeInteger(value) : Number.isFinite(value);
}
function approximate(value) {
    if (Number.isFinite(value))
        return `≈${value}`;
    return value > 0 ? `>${Number.MAX_VALUE}` : `<-${Number.MAX_VALUE}`;
}
//# sourceMappingURL=printable.js.map
;// CONCATENATED MODULE: ./build/plan/credentials.js
/** Names of attributes and keys whose values are secrets more often than not, whatever the masks say. */
function isSecretName(name) {
    return SECRET_NAME.test(name);
}
/** Text that has the form of a credential, or has one in it. */
function looksLikeCredential(text) {
    return CREDENTIALS.some((shape) => shape.test(text));
}
const SECRET_NAME = /passw(?:or)?d|passphrase|secret|token|credential|private_?key|api_?key|access_?key|auth_?key|account_?key|client_?key|signing_?key|encryption_?key|ssh_?key|user_?data|custom_?data|kube_?config|docker_?config|connection_?string|bearer|authorization|cookie|startup_script|init_script/i;
/** Every repetition is bounded: the texts are not ours. */
const CREDENTIALS = [
    /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY/,
    /\b(?:gh[opsur]_|github_pat_)\w{16}/,
    /\bgl(?:pat|ptt|cbt|rt|dt)-[\w-]{16}/,
    /\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{12}/,
    /\bAIza[\w-]{30}/,
    /\bya29\.[\w-]{16}/,
    /\bxox[abeoprs]-[\w-]{10}/,
    /\b(?:sk|rk|pk)_(?:live|test)_\w{16}/,
    /\bsk-[\w-]{20}/,
    /\b(?:hv[sbr]\.|s\.)[\w-]{20}/,
    /\b(?:npm_|dckr_pat_|dop_v1_|pypi-|shpat_|tfp_|pul-)[\w-]{16}/,
    /\bSG\.[\w-]{16}/,
    /\.atlasv1\.\w{16}/,
    // A JSON Web Token: two base64 objects.
    /\beyJ[\w-]{8,2000}\.eyJ[\w-]{8}/,
    // A user name and a password in an address.
    /:\/\/[^/\s:@]{0,200}:[^/\s@]{1,400}@/,
    /\b(?:bearer|basic)\s{1,8}[\w+/=.~-]{8}/i,
    /(?:passw(?:or)?d|passphrase|secret|token|credential|(?:api|access|private|account|signing)[_-]?key)\w{0,32}["']?\s{0,8}[:=]\s{0,8}["']?[^\s"',;]{3}/i,
];
//# sourceMappingURL=credentials.js.map
;// CONCATENATED MODULE: ./build/plan/redact.js




/** What may be shown of one attribute. This is the only place where a value of a resource becomes text. */
function redactedChange(path, sides, secrets, policy) {
    const becomesUnknown = isMarked(sides.after_unknown, path);
    const marked = isMarked(sides.before_sensitive, path) || isMarked(sides.after_sensitive, path);
    if (marked)
        return { path, before: SENSITIVE, after: SENSITIVE, becomesUnknown };
    const before = valueAt(sides.before, path);
    const after = valueAt(sides.after, path);
    const mayBeShown = () => !isUnmasked(sides.before, sides.before_sensitive) &&
        !isUnmasked(sides.after, sides.after_sensitive) &&
        !path.some((step) => typeof step === 'string' && isSecretName(step)) &&
        ![before, after].some((side) => side !== undefined && secrets().isSuspect(side.value));
    const show = showing(policy, mayBeShown);
    return { path, before: show(before), after: becomesUnknown ? UNKNOWN : show(after), becomesUnknown };
}
/** Both sides or neither: what is hidden on one must not be read off the other. */
function showing(policy, mayBeShown) {
    if (policy === 'none')
        return (found) => (found === undefined ? ABSENT : WITHHELD);
    const shown = mayBeShown();
    return (found) => {
        if (found === undefined)
            return ABSENT;
        return shown ? { kind: 'known', json: printable(found.value) } : SENSITIVE;
    };
}
/** Undefined where there is no such value, or where a step does not tell which one it is. */
function valueAt(root, path) {
    let value = root;
    for (const step of path) {
        if (Array.isArray(value)) {
            if (typeof step !== 'number' || step >= value.length)
                return undefined;
            value = value[step];
        }
        else {
            if (typeof step !== 'string' || !isObject(value) || !Object.hasOwn(value, step))
                return undefined;
            value = value[step];
        }
    }
    return value === undefined || (value === null && path.length === 0) ? undefined : { value };
}
/** Terraform before 0.15, or a plan that was edited: nothing says what is sensitive. */
function isUnmasked(value, mask) {
    return value !== null && value !== undefined && (mask === null || mask === undefined);
}
const SENSITIVE = { kind: 'sensitive' };
const WITHHELD = { kind: 'withheld' };
const UNKNOWN = { kind: 'unknown' };
const ABSENT = { kind: 'absent' };
//# sourceMappingURL=redact.js.map
;// CONCATENATED MODULE: ./build/plan/changes.js





const changes_text = schemas/* string */.YjP().optional().catch(undefined);
/** Only what is read of it, and as little as possible demanded: releases differ, and files are made by hand. */
const changeShape = schemas/* object */.Ikc({
    address: changes_text,
    previous_address: changes_text,
    module_address: changes_text,
    mode: changes_text,
    type: changes_text,
    name: changes_text,
    index: schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig()]).optional().catch(undefined),
    deposed: schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* boolean */.zMY()]).optional().catch(undefined),
    provider_name: changes_text,
    action_reason: changes_text,
    change: schemas/* object */.Ikc({
        actions: schemas/* array */.YOg(schemas/* unknown */.L5J()).min(1),
        before: schemas/* unknown */.L5J().optional(),
        after: schemas/* unknown */.L5J().optional(),
        after_unknown: schemas/* unknown */.L5J().optional(),
        before_sensitive: schemas/* unknown */.L5J().optional(),
        after_sensitive: schemas/* unknown */.L5J().optional(),
        replace_paths: schemas/* unknown */.L5J().optional(),
    }),
});
function createChangeReader(secrets, policy) {
    return {
        readChange(element) {
            const { data } = changeShape.safeParse(element);
            if (data === undefined)
                return undefined;
            const { change } = data;
            const replacePaths = pathsOf(change.replace_paths, secrets);
            const address = data.address ?? addressOf(data.module_address, data.type, data.name, data.index);
            return {
                address,
                previousAddress: data.previous_address,
                moduleAddress: data.module_address ?? MODULE_PREFIX.exec(address)?.[1],
                mode: data.mode ?? 'managed',
                type: data.type ?? '',
                name: data.name ?? '',
                index: data.index,
                deposed: data.deposed === true ? 'deposed' : data.deposed === false ? undefined : data.deposed,
                providerName: data.provider_name,
                // A word that cannot be read must not turn `["no-op", 1]` into a no-op.
                actions: change.actions.map((action) => (typeof action === 'string' ? action : 'unreadable')),
                actionReason: data.action_reason,
                replacePaths,
                attributes: replacePaths.map((path) => redactedChange(path, change, secrets, policy)),
                updatedAttributes: change.actions.includes('update') ? updatedAttributes(change) : [],
            };
        },
    };
}
function pathsOf(paths, secrets) {
    if (paths === undefined || paths === null)
        return [];
    return (Array.isArray(paths) ? paths : [paths]).map((path) => (Array.isArray(path) ? path : [path]).map((step, depth) => pathStep(step, depth, secrets)));
}
/** Beyond the attribute's own name a step may be a key that somebody chose, hence a secret. */
function pathStep(step, depth, secrets) {
    if (typeof step === 'string')
        return depth > 0 && secrets().areIn(step) ? null : step;
    return typeof step === 'number' && Number.isSafeInteger(step) && step >= 0 ? step : null;
}
function addressOf(module, type, name, index) {
    const key = index === undefined ? '' : `[${JSON.stringify(index)}]`;
    return `${module === undefined ? '' : `${module}.`}${type ?? 'unknown'}.${name ?? 'unknown'}${key}`;
}
const MODULE_PREFIX = /^((?:\.?module\.[^.[\]"]+(?:\[(?:\d+|"[^"\\]*(?:\\.[^"\\]*)*")\])?)+)\./;
function updatedAttributes({ before, after, after_unknown: unknown }) {
    const names = new Set([before, after, unknown].flatMap((side) => (isObject(side) ? Object.keys(side) : [])));
    return [...names]
        .filter((name) => hasMark(own(unknown, name)) || !isSurelyEqual(own(before, name), own(after, name)))
        .sort();
}
/** Numbers past JavaScript's precision are never surely equal. */
function isSurelyEqual(left, right) {
    const pending = [[left, right]];
    for (let pair = pending.pop(); pair !== undefined; pair = pending.pop()) {
        const [a, b] = pair;
        if (Array.isArray(a) && Array.isArray(b)) {
            if (a.length !== b.length)
                return false;
            for (const [index, item] of a.entries())
                pending.push([item, b[index]]);
        }
        else if (isObject(a) && isObject(b)) {
            const keys = Object.keys(a);
            if (keys.length !== Object.keys(b).length)
                return false;
            for (const key of keys) {
                if (!Object.hasOwn(b, key))
                    return false;
                pending.push([a[key], b[key]]);
            }
        }
        else if (typeof a === 'number' && !isExact(a)) {
            return false;
        }
        else if ((a ?? null) !== (b ?? null)) {
            return false;
        }
    }
    return true;
}
//# sourceMappingURL=changes.js.map
;// CONCATENATED MODULE: ./build/plan/configuration.js

/** The references of a configuration; its constants stay behind, since secrets are among them. */
function configurationOf(rootModule) {
    if (!isObject(rootModule))
        return undefined;
    const root = emptyModule();
    const pending = [{ raw: rootModule, module: root }];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
        const { raw, module } = next;
        for (const resource of elementsOf(own(raw, 'resources'))) {
            module.resources.set(configuration_addressOf(resource), resourceOf(resource));
        }
        for (const [name, output] of entriesOf(own(raw, 'outputs'))) {
            module.outputs.set(name, referencesIn(own(output, 'expression')));
        }
        for (const [name, call] of entriesOf(own(raw, 'module_calls'))) {
            const called = emptyModule();
            module.calls.set(name, {
                inputs: referencesByName(own(call, 'expressions')),
                repetition: repetitionOf(call),
                module: called,
            });
            pending.push({ raw: own(call, 'module'), module: called });
        }
    }
    return { root };
}
function emptyModule() {
    return { resources: new Map(), calls: new Map(), outputs: new Map() };
}
function configuration_addressOf(resource) {
    const address = own(resource, 'address');
    if (typeof address === 'string')
        return address;
    const prefix = own(resource, 'mode') === 'data' ? 'data.' : '';
    return `${prefix}${String(own(resource, 'type'))}.${String(own(resource, 'name'))}`;
}
function resourceOf(resource) {
    return { attributes: referencesByName(own(resource, 'expressions')), repetition: repetitionOf(resource) };
}
function referencesByName(expressions) {
    return new Map(entriesOf(expressions).map(([name, expression]) => [name, referencesIn(expression)]));
}
function repetitionOf(block) {
    if (hasOwn(block, 'count_expression'))
        return referencesIn(own(block, 'count_expression'));
    return hasOwn(block, 'for_each_expression') ? referencesIn(own(block, 'for_each_expression')) : undefined;
}
/** Nested blocks are objects and arrays of expressions, to any depth. */
function referencesIn(expression) {
    const references = new Set();
    const pending = [expression];
    while (pending.length > 0) {
        const node = pending.pop();
        const here = own(node, 'references');
        if (Array.isArray(here)) {
            for (const reference of here)
                if (typeof reference === 'string')
                    references.add(reference);
        }
        else if (!hasOwn(node, 'constant_value')) {
            for (const child of childrenOf(node).toReversed())
                pending.push(child);
        }
    }
    return [...references];
}
//# sourceMappingURL=configuration.js.map
;// CONCATENATED MODULE: ./build/plan/without-secrets.js


/**
 * A copy of a value with every leaf left out that the mask marks, and every text
 * that holds a secret from elsewhere in the plan. Arrays and objects stay, so
 * that blocks can still be counted.
 */
function withoutSecrets(value, mask, secrets) {
    let result;
    const pending = [{ value, mask, put: (copy) => (result = copy) }];
    // Explicit, because values may be nested deeper than the call stack.
    for (let part = pending.pop(); part !== undefined; part = pending.pop()) {
        const { value, mask, put } = part;
        if (Array.isArray(value)) {
            const copy = new Array(value.length).fill(undefined);
            for (const [index, child] of value.entries()) {
                pending.push({ value: child, mask: below(mask, value, index), put: (made) => (copy[index] = made) });
            }
            put(copy);
        }
        else if (isObject(value)) {
            // Without a prototype, so that a key such as `__proto__` is one like any other.
            const copy = Object.create(null);
            for (const [key, child] of Object.entries(value)) {
                pending.push({ value: child, mask: below(mask, value, key), put: (made) => (copy[key] = made) });
            }
            put(copy);
        }
        else if (!hasMark(mask) && !(typeof value === 'string' && secrets().areIn(value))) {
            put(value);
        }
    }
    return result;
}
/** What marks the whole, or does not have its shape, marks each part. */
function below(mask, value, key) {
    const fits = typeof mask === 'object' && mask !== null && Array.isArray(mask) === Array.isArray(value);
    return fits ? own(mask, key) : hasMark(mask);
}
//# sourceMappingURL=without-secrets.js.map
;// CONCATENATED MODULE: ./build/plan/data-sources.js



/** The data sources of these types, each once, in the order in which the plan lists them. */
function dataSourcesOf(document, types, secrets) {
    const records = new Map();
    for (const key of ['prior_state', 'planned_values']) {
        for (const resource of document.resources(key)) {
            const record = recordOf(resource, key === 'planned_values');
            if (record === undefined || !types.has(record.type))
                continue;
            const sameAddress = records.get(record.address);
            if (sameAddress === undefined)
                records.set(record.address, [record]);
            else
                sameAddress.push(record);
        }
    }
    const unknown = unknownOfDeferred(document, records);
    return [...records].map(([address, found]) => dataSourceOf(address, found, unknown.get(address), secrets));
}
/** `after_unknown` of the reads that were put off, by address. */
function unknownOfDeferred(document, records) {
    const unknown = new Map();
    if (![...records.values()].flat().some(({ deferred }) => deferred))
        return unknown;
    for (const change of document.elements('resource_changes')) {
        const address = own(change, 'address');
        if (typeof address !== 'string' || !records.has(address))
            continue;
        unknown.set(address, own(own(change, 'change'), 'after_unknown'));
    }
    return unknown;
}
function recordOf(resource, deferred) {
    const type = own(resource, 'type');
    const address = own(resource, 'address');
    if (own(resource, 'mode') !== 'data' || typeof type !== 'string' || typeof address !== 'string')
        return undefined;
    return { address, type, values: own(resource, 'values'), mask: own(resource, 'sensitive_values'), deferred };
}
function dataSourceOf(address, records, unknown, secrets) {
    const recordOfKey = (key) => records.find(({ values }) => own(values, key) !== undefined);
    return {
        address,
        type: records[0]?.type ?? '',
        value(key) {
            const record = recordOfKey(key);
            if (record === undefined || isMarked(record.mask, [key]))
                return undefined;
            return withoutSecrets(own(record.values, key), undefined, secrets);
        },
        blocks(key) {
            const record = recordOfKey(key);
            const mask = typeof record?.mask === 'object' ? own(record.mask, key) : record?.mask;
            return withoutSecrets(own(record?.values, key), mask, secrets);
        },
        isUnknown: (key) => records.every(({ deferred, values }) => deferred && !hasOwn(values, key)),
        isHidden(key) {
            const record = recordOfKey(key);
            if (record === undefined)
                return records.every(({ deferred }) => deferred);
            if (record.deferred && isMarked(unknown, [key]) && this.unknownKeys(key).length === 0)
                return true;
            return isMarked(record.mask, [key]) || secrets().areSomewhereIn(own(record.values, key));
        },
        unknownKeys: (key) => entriesOf(own(unknown, key)).flatMap(([name, value]) => (value === true ? [name] : [])),
    };
}
//# sourceMappingURL=data-sources.js.map
;// CONCATENATED MODULE: ./build/plan/declared-parameters.js

/** The `coder_parameter` blocks of a configuration, those of modules included. */
function declaredParametersOf(rootModule) {
    const declared = [];
    const pending = [{ module: rootModule, prefix: '', conditional: false }];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
        const { module, prefix, conditional } = next;
        for (const resource of elementsOf(own(module, 'resources'))) {
            if (own(resource, 'type') !== 'coder_parameter' || own(resource, 'mode') !== 'data')
                continue;
            const name = own(own(own(resource, 'expressions'), 'name'), 'constant_value');
            declared.push({
                address: `${prefix}${String(own(resource, 'address'))}`,
                name: typeof name === 'string' ? name : undefined,
                conditional: conditional || isRepeated(resource),
            });
        }
        for (const [name, call] of entriesOf(own(module, 'module_calls'))) {
            pending.push({
                module: own(call, 'module'),
                prefix: `${prefix}module.${name}.`,
                conditional: conditional || isRepeated(call),
            });
        }
    }
    return declared;
}
function isRepeated(block) {
    return hasOwn(block, 'count_expression') || hasOwn(block, 'for_each_expression');
}
//# sourceMappingURL=declared-parameters.js.map
;// CONCATENATED MODULE: external "node:buffer"
const external_node_buffer_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");
// EXTERNAL MODULE: ./build/domain/user-error.js
var user_error = __nccwpck_require__(5881);
;// CONCATENATED MODULE: ./build/plan/refusal.js


/** What is wrong with an input and how to mend it, told as the rest of a sentence that begins with its name. */
class Refusal extends Error {
    name = 'Refusal';
    predicate;
    constructor(predicate) {
        super('an input was refused');
        this.predicate = predicate;
    }
    about(input) {
        const subject = input === '-' ? ['Standard input'] : [(0,domain_text/* code */.aY)(input)];
        return new user_error/* UserError */.y((0,domain_text/* plain */.pj)([...subject, ' ', ...this.predicate]));
    }
}
//# sourceMappingURL=refusal.js.map
;// CONCATENATED MODULE: ./build/plan/decode-text.js



/** Refuses what its first bytes tell to be no text at all. */
function decodeText(bytes) {
    if (isBlank(bytes))
        throw new Refusal(EMPTY);
    if (startsWith(bytes, ZIP))
        throw new Refusal(BINARY_PLAN);
    if (startsWith(bytes, GZIP))
        throw new Refusal(COMPRESSED);
    try {
        return decode(bytes);
    }
    catch (error) {
        if (isTooLong(error))
            throw new Refusal(TOO_LONG);
        throw error;
    }
}
function decode(bytes) {
    if (startsWith(bytes, UTF8_MARK))
        return utf8(bytes.subarray(3), 3);
    if (startsWith(bytes, UTF16LE_MARK))
        return utf16(bytes.subarray(2), 2, 'LE');
    if (startsWith(bytes, UTF16BE_MARK))
        return utf16(bytes.subarray(2), 2, 'BE');
    const [first, second, third, fourth] = bytes;
    if (first !== 0 && second === 0 && third !== 0 && fourth === 0)
        return utf16(bytes, 0, 'LE');
    if (first === 0 && second !== 0 && third === 0 && fourth !== 0)
        return utf16(bytes, 0, 'BE');
    return utf8(bytes, 0);
}
function utf8(bytes, offset) {
    if (!(0,external_node_buffer_namespaceObject.isUtf8)(bytes))
        throw new Refusal(NOT_TEXT);
    const text = bytes.toString('utf8');
    return {
        text,
        notice: offset === 0 ? undefined : (0,domain_text/* say */.cv) `The plan begins with a byte order mark, which was overlooked.`,
        byteOffset: (at) => offset + Buffer.byteLength(text.slice(0, at)),
    };
}
/** Windows PowerShell's `>` writes it, with a mark. */
function utf16(bytes, offset, order) {
    const whole = bytes.subarray(0, bytes.length - (bytes.length % 2));
    const text = (order === 'LE' ? whole : Buffer.from(whole).swap16()).toString('utf16le');
    return {
        text,
        notice: (0,domain_text/* say */.cv) `The plan is UTF-16, as Windows PowerShell's ${'>'} writes it; it was read all the same.`,
        byteOffset: (at) => offset + 2 * at,
    };
}
function isBlank(bytes) {
    const start = startsWith(bytes, UTF8_MARK)
        ? 3
        : startsWith(bytes, UTF16LE_MARK) || startsWith(bytes, UTF16BE_MARK)
            ? 2
            : 0;
    for (let index = start; index < bytes.length; index++) {
        if (!BLANK.has(bytes[index] ?? 0))
            return false;
    }
    return true;
}
function startsWith(bytes, prefix) {
    return prefix.every((byte, index) => bytes[index] === byte);
}
function isTooLong(error) {
    return error instanceof Error && 'code' in error && error.code === 'ERR_STRING_TOO_LONG';
}
const BLANK = new Set([0x00, 0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x20]);
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const GZIP = [0x1f, 0x8b];
const UTF8_MARK = [0xef, 0xbb, 0xbf];
const UTF16LE_MARK = [0xff, 0xfe];
const UTF16BE_MARK = [0xfe, 0xff];
const EMPTY = (0,domain_text/* say */.cv) `is empty: ${'terraform show -json'} probably failed, or the redirect ran before it; look at what it printed on standard error.`;
const BINARY_PLAN = (0,domain_text/* say */.cv) `is the binary plan; run ${'terraform show -json tfplan > plan.json'} and give ${'plan.json'}.`;
const COMPRESSED = (0,domain_text/* say */.cv) `is compressed with gzip; run ${'gunzip'} on it first.`;
const NOT_TEXT = (0,domain_text/* say */.cv) `is not text in UTF-8 or UTF-16; give the output of ${'terraform show -json tfplan'}.`;
const TOO_LONG = (0,domain_text/* say */.cv) `is longer than the 536,870,888 characters that can be read at once; check that it is the plan of one template.`;
//# sourceMappingURL=decode-text.js.map
;// CONCATENATED MODULE: ./build/plan/format-version.js


/**
 * Minor versions only add to the format, so every 0.x and 1.x is read. Returns
 * a notice for a version in an odd form; refuses a later major version.
 */
function checkFormatVersion(document) {
    const version = document.value('format_version') ?? document.value('plan_format_version');
    if (version === undefined) {
        return [
            (0,domain_text/* say */.cv) `The plan has no ${'format_version'}, so it was not written by Terraform as it is; it was read all the same.`,
        ];
    }
    const [, major] = /^(\d+)(?:\.\d+)*$/.exec(String(version)) ?? [];
    if (major === undefined) {
        throw new Refusal((0,domain_text/* say */.cv) `has a ${'format_version'} that is no version; give the output of ${'terraform show -json'} as it is.`);
    }
    if (Number(major) > 1) {
        throw new Refusal((0,domain_text/* say */.cv) `has a ${'format_version'} later than 1, which this version of prebuild-guard cannot read; update prebuild-guard.`);
    }
    return typeof version === 'string'
        ? []
        : [(0,domain_text/* say */.cv) `The plan's ${'format_version'} is a number, not text; it was read all the same.`];
}
//# sourceMappingURL=format-version.js.map
;// CONCATENATED MODULE: ./build/plan/noise.js

/** Undefined for a line that is not known as noise. */
function noiseOfLine(line) {
    const plainLine = withoutColors(line).trimEnd();
    return NOISE_LINES.find(([, shape]) => shape.test(plainLine))?.[0];
}
/** The length of the prefix that Terragrunt puts before a document on its own line; undefined where there is none. */
function documentPrefix(line) {
    return DOCUMENT_PREFIXES.map((prefix) => prefix.exec(line)?.[0].length).find((length) => length !== undefined);
}
function noticeOf(noise) {
    return NOTICES[noise];
}
function withoutColors(text) {
    return text.replace(COLORS, '');
}
// biome-ignore lint/suspicious/noControlCharactersInRegex: terminal colours begin with one.
const COLORS = /\u001b\[[0-9;]*m/g;
const NOISE_LINES = [
    ['setup-terraform', /^\[command\]/],
    ['setup-terraform', /^::[a-z-]+(?: [^:]*)?::/],
    ['cli-warning', /^There are some problems with the CLI configuration:$/],
    ['cli-warning', /^[╷│╵]/],
    ['terragrunt', /^\d\d:\d\d:\d\d\.\d{3} (?:INFO|WARN|DEBUG|STDERR)\b/],
    ['terragrunt', /^time=\S+ level=(?:info|warn|warning|debug|stderr) /],
];
const DOCUMENT_PREFIXES = [
    // A path in brackets, which no JSON array can be taken for: it has a letter, dot or slash outside of quotes.
    /^\[[^\]"{}]*[A-Za-z./\\][^\]"{}]*\] (?=\{)/,
    /^\d\d:\d\d:\d\d\.\d{3} STDOUT (?:\[[^\]]*\] )?\S+: (?=\{)/,
];
const NOTICES = {
    'setup-terraform': (0,domain_text/* say */.cv) `The lines that the setup-terraform wrapper puts around a plan were overlooked; set ${'terraform_wrapper: false'} or take v3 or later.`,
    'cli-warning': (0,domain_text/* say */.cv) `Warnings of Terraform's command line were overlooked; do not write standard error (${'2>&1'}) into the plan.`,
    terragrunt: (0,domain_text/* say */.cv) `Terragrunt's log prefix was overlooked; write the plan with ${'--json-out-dir'} instead.`,
    nul: (0,domain_text/* say */.cv) `NUL bytes around the plan were overlooked.`,
};
//# sourceMappingURL=noise.js.map
;// CONCATENATED MODULE: ./build/plan/input-kind.js




/** Refuses text that is known to be something else than JSON; returns where it is not known. */
function refuseText(text) {
    const start = withoutColors(text.slice(0, PROBED)).trimStart();
    const kind = TEXT_KINDS.find(({ shape }) => shape.test(start));
    if (kind !== undefined)
        throw new Refusal(kind.predicate);
}
/** Refuses JSON that is not a plan, saying what it is. */
function planForm(document) {
    if (Array.isArray(document))
        throw new Refusal(ARRAY);
    if (!isObject(document))
        throw new Refusal(typeof document === 'string' ? TEXT_IN_JSON : SCALAR);
    for (const kind of OBJECT_KINDS) {
        if (!kind.is(document))
            continue;
        if ('form' in kind)
            return kind.form;
        throw new Refusal(kind.predicate);
    }
    throw new Refusal(UNKNOWN_OBJECT);
}
/** Enough to pass the refresh lines of a large human-readable plan. */
const PROBED = 1024 * 1024;
const SHOW = 'terraform show -json tfplan > plan.json';
const LOG = (0,domain_text/* say */.cv) `is the log of ${'terraform plan -json'}, not a plan: it has no values and no replace paths; run ${'terraform plan -out=tfplan'}, then ${SHOW}.`;
const TEXT_KINDS = [
    {
        shape: /^version https:\/\/git-lfs\./,
        predicate: (0,domain_text/* say */.cv) `is a pointer of Git LFS, not the file it stands for; check out with ${'lfs: true'}, or run ${'git lfs pull'}.`,
    },
    { shape: /^\{\s*"@level"/, predicate: LOG },
    {
        shape: /(?:Terraform|OpenTofu) (?:will perform|used the selected providers|planned the following)|^No changes\.|\nNo changes\.|must be replaced|will be (?:created|destroyed|updated in-place)|\bPlan: \d+ to (?:add|import)|Changes to Outputs:/,
        predicate: (0,domain_text/* say */.cv) `is a plan for people, not JSON; run ${'terraform plan -out=tfplan'}, then ${SHOW}.`,
    },
    {
        shape: /^<(?:!doctype|html)\b/i,
        predicate: (0,domain_text/* say */.cv) `is a web page, probably an error in place of a download; check the address and the permissions it was fetched with.`,
    },
];
const ARRAY = (0,domain_text/* say */.cv) `is a JSON array, not a plan, as ${'jq -s'} makes of several documents; give each plan as a file of its own.`;
const TEXT_IN_JSON = (0,domain_text/* say */.cv) `is a JSON string, not a plan: it was encoded twice; write the output of ${'terraform show -json'} as it is.`;
const SCALAR = (0,domain_text/* say */.cv) `is a single JSON value, not a plan; give the output of ${'terraform show -json tfplan'}.`;
const UNKNOWN_OBJECT = (0,domain_text/* say */.cv) `is JSON, but neither a plan nor anything else known of Terraform; give the output of ${'terraform show -json tfplan'}.`;
const STATE = (0,domain_text/* say */.cv) `is a state, not a plan: ${'terraform show -json'} was run without a plan file; run ${SHOW}.`;
const PLAN_KEYS = ['planned_values', 'resource_changes', 'configuration', 'prior_state'];
/** The first that matches counts. */
const OBJECT_KINDS = [
    { is: hasKeys('@level', '@message'), predicate: LOG },
    {
        is: hasKeys('encrypted_data', 'encryption_version'),
        predicate: (0,domain_text/* say */.cv) `is a plan that OpenTofu encrypted; run ${'tofu show -json tfplan > plan.json'} where its key is configured.`,
    },
    {
        is: hasKeys('remote_plan_format', 'run_id', 'hostname'),
        predicate: (0,domain_text/* say */.cv) `is a bookmark of a plan in HCP Terraform; run ${SHOW} in the directory that is connected to it.`,
    },
    { is: hasKeys('plan_format_version'), form: 'hcp-redacted' },
    {
        is: (document) => hasOwn(document, 'format_version') && PLAN_KEYS.some((key) => hasOwn(document, key)),
        form: 'plan',
    },
    { is: hasKeys('format_version', 'values'), predicate: STATE },
    {
        is: (document) => hasOwn(document, 'format_version') && Object.keys(document).length === 1,
        predicate: (0,domain_text/* say */.cv) `is an empty state, not a plan: ${'terraform show -json'} was run without a plan file; run ${SHOW}.`,
    },
    {
        is: (document) => own(document, 'version') === 4 && hasOwn(document, 'serial') && hasOwn(document, 'lineage'),
        predicate: (0,domain_text/* say */.cv) `is a state file, not a plan; run ${'terraform plan -out=tfplan'}, then ${SHOW}.`,
    },
    {
        is: hasKeys('provider_schemas'),
        predicate: (0,domain_text/* say */.cv) `is the output of ${'terraform providers schema -json'}, not a plan; run ${SHOW}.`,
    },
    {
        is: hasKeys('valid', 'diagnostics'),
        predicate: (0,domain_text/* say */.cv) `is the output of ${'terraform validate -json'}, not a plan; run ${SHOW}.`,
    },
    {
        is: hasKeys('platform', 'terraform_version'),
        predicate: (0,domain_text/* say */.cv) `is the output of ${'terraform version -json'}, not a plan; run ${SHOW}.`,
    },
    {
        is: (document) => {
            const outputs = entriesOf(document);
            return (outputs.length > 0 &&
                outputs.every(([, output]) => ['sensitive', 'type', 'value'].every((key) => hasOwn(output, key))));
        },
        predicate: (0,domain_text/* say */.cv) `is the output of ${'terraform output -json'}, not a plan; run ${SHOW}.`,
    },
    // Without a format version it is taken for a plan only if the list of changes is there to prove it.
    { is: (document) => Array.isArray(own(document, 'resource_changes')), form: 'plan' },
    {
        is: hasKeys('provider_config', 'root_module'),
        predicate: (0,domain_text/* say */.cv) `is a configuration, as ${'tofu show -json -config'} prints it, not a plan; run ${'tofu show -json tfplan > plan.json'}.`,
    },
];
function hasKeys(...keys) {
    return (document) => keys.every((key) => hasOwn(document, key));
}
//# sourceMappingURL=input-kind.js.map
;// CONCATENATED MODULE: ./build/plan/scan-json.js
/**
 * Finds the end of the array or object that begins at `start`. It accepts
 * exactly what `JSON.parse` accepts and is only asked where that refused,
 * because V8's own message quotes the input.
 */
function scanJson(text, start) {
    return new Scanner(text, start).scan();
}
class Scanner {
    #text;
    #at;
    constructor(text, start) {
        this.#text = text;
        this.#at = start;
    }
    scan() {
        // Explicit, because plans may be nested deeper than the call stack.
        const open = [];
        let expecting = 'value';
        for (;;) {
            this.#skipBlanks();
            const character = this.#text[this.#at];
            if (character === undefined)
                return { kind: 'cut-short', at: this.#at };
            if (expecting === 'colon') {
                if (character !== ':')
                    return this.#malformed();
                this.#at++;
                expecting = 'value';
                continue;
            }
            if (expecting === 'comma-or-end' && character === ',') {
                this.#at++;
                expecting = open.at(-1) === '{' ? 'key' : 'value';
                continue;
            }
            const mayEnd = expecting === 'comma-or-end' || expecting === 'value-or-end' || expecting === 'key-or-end';
            if (mayEnd && character === (open.at(-1) === '{' ? '}' : ']')) {
                this.#at++;
                open.pop();
                if (open.length === 0)
                    return { kind: 'complete', end: this.#at };
                expecting = 'comma-or-end';
                continue;
            }
            if (expecting === 'comma-or-end')
                return this.#malformed();
            if (expecting === 'key' || expecting === 'key-or-end') {
                if (character !== '"')
                    return this.#malformed();
                const problem = this.#skipString();
                if (problem !== undefined)
                    return problem;
                expecting = 'colon';
                continue;
            }
            if (character === '{' || character === '[') {
                this.#at++;
                open.push(character);
                expecting = character === '{' ? 'key-or-end' : 'value-or-end';
                continue;
            }
            const problem = character === '"' ? this.#skipString() : this.#skipScalar();
            if (problem !== undefined)
                return problem;
            if (open.length === 0)
                return { kind: 'complete', end: this.#at };
            expecting = 'comma-or-end';
        }
    }
    #skipBlanks() {
        while (BLANKS.includes(this.#text[this.#at] ?? 'none'))
            this.#at++;
    }
    #skipString() {
        this.#at++;
        for (;;) {
            const character = this.#text[this.#at];
            if (character === undefined)
                return { kind: 'cut-short', at: this.#at };
            if (character < ' ')
                return this.#malformed();
            this.#at++;
            if (character === '"')
                return undefined;
            if (character !== '\\')
                continue;
            const escaped = this.#text[this.#at];
            if (escaped === undefined)
                return { kind: 'cut-short', at: this.#at };
            if (!ESCAPES.includes(escaped))
                return this.#malformed();
            this.#at++;
            if (escaped !== 'u')
                continue;
            for (let digit = 0; digit < 4; digit++) {
                const hex = this.#text[this.#at];
                if (hex === undefined)
                    return { kind: 'cut-short', at: this.#at };
                if (!HEX_DIGIT.test(hex))
                    return this.#malformed();
                this.#at++;
            }
        }
    }
    #skipScalar() {
        scan_json_SCALAR.lastIndex = this.#at;
        const match = scan_json_SCALAR.exec(this.#text);
        if (match !== null) {
            this.#at = scan_json_SCALAR.lastIndex;
            const next = this.#text.slice(this.#at, this.#at + 3);
            const isUnfinished = this.#at + next.length === this.#text.length && UNFINISHED_NUMBER.test(next);
            return isUnfinished ? { kind: 'cut-short', at: this.#text.length } : undefined;
        }
        const rest = this.#text.slice(this.#at, this.#at + LONGEST_UNFINISHED_SCALAR);
        const isUnfinished = this.#at + rest.length === this.#text.length && UNFINISHED_SCALAR.test(rest);
        return isUnfinished ? { kind: 'cut-short', at: this.#text.length } : this.#malformed();
    }
    #malformed() {
        return { kind: 'malformed', at: this.#at };
    }
}
const BLANKS = ' \t\n\r';
const ESCAPES = '"\\/bfnrtu';
const HEX_DIGIT = /[0-9a-fA-F]/;
const scan_json_SCALAR = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const UNFINISHED_SCALAR = /^(?:t(?:r(?:u)?)?|f(?:a(?:l(?:s)?)?)?|n(?:u(?:l)?)?|-)$/;
const UNFINISHED_NUMBER = /^(?:\.|[eE][+-]?)$/;
const LONGEST_UNFINISHED_SCALAR = 5;
//# sourceMappingURL=scan-json.js.map
;// CONCATENATED MODULE: ./build/plan/parse-document.js






/** The one JSON document of an input, taken out of what wrappers are known to put around it. */
function parseDocument(decoded) {
    try {
        return { value: JSON.parse(decoded.text), notices: [] };
    }
    catch {
        // V8's message quotes the input, so the place is looked up anew.
        return new Recovery(decoded).parse();
    }
}
class Recovery {
    #text;
    #decoded;
    #noise = new Set();
    constructor(decoded) {
        this.#decoded = decoded;
        this.#text = decoded.text;
    }
    parse() {
        const start = this.#findStart();
        const scan = scanJson(this.#text, start);
        if (scan.kind === 'cut-short') {
            if (LOG_LINE.test(this.#text.slice(start, start + 200)))
                refuseText('{"@level":');
            throw new Refusal((0,domain_text/* say */.cv) `ends early, after ${this.#decoded.byteOffset(scan.at)} bytes: the disk was full, the job was killed, or Terragrunt cut its output at 64 KiB; write the whole output of ${'terraform show -json'} to the file.`);
        }
        if (scan.kind === 'malformed') {
            throw new Refusal([
                ...(0,domain_text/* say */.cv) `is not valid JSON ${this.#place(scan.at)}; give the output of ${'terraform show -json'} as it is.`,
            ]);
        }
        const value = JSON.parse(this.#text.slice(start, scan.end));
        this.#expectNoiseOnly(scan.end, value);
        return { value, notices: [...this.#noise].map(noticeOf) };
    }
    /** Passes over lines that are known as noise. */
    #findStart() {
        let at = 0;
        for (;;) {
            at = this.#skipBlanks(at);
            if (at === this.#text.length)
                throw new Refusal(NOISE_ONLY);
            const line = this.#lineAt(at);
            const prefix = documentPrefix(line);
            if (prefix !== undefined) {
                this.#noise.add('terragrunt');
                return at + prefix;
            }
            const noise = noiseOfLine(line);
            if (noise === undefined) {
                if (line.startsWith('{') || line.startsWith('['))
                    return at;
                refuseText(this.#text.slice(at));
                throw new Refusal((0,domain_text/* say */.cv) `has text that is not JSON ${this.#place(at)}; give the output of ${'terraform show -json'} as it is.`);
            }
            this.#noise.add(noise);
            at = this.#endOfLine(at);
        }
    }
    #expectNoiseOnly(end, value) {
        let at = end;
        for (;;) {
            at = this.#skipBlanks(at);
            if (at === this.#text.length)
                return;
            const line = this.#lineAt(at);
            if (line.startsWith('{') || documentPrefix(line) !== undefined) {
                if (hasOwn(value, '@level'))
                    refuseText('{"@level":');
                throw new Refusal(TWO_DOCUMENTS);
            }
            const noise = noiseOfLine(line);
            if (noise === undefined) {
                throw new Refusal((0,domain_text/* say */.cv) `has something after the end of its JSON document ${this.#place(at)}; give the output of ${'terraform show -json'} as it is.`);
            }
            this.#noise.add(noise);
            at = this.#endOfLine(at);
        }
    }
    #skipBlanks(from) {
        let at = from;
        for (; at < this.#text.length; at++) {
            const character = this.#text[at];
            if (character === '\0')
                this.#noise.add('nul');
            else if (!parse_document_BLANKS.includes(character ?? ''))
                break;
        }
        return at;
    }
    /** Enough of a line to tell what it is: the document itself may be one line of many megabytes. */
    #lineAt(at) {
        return this.#text.slice(at, Math.min(this.#endOfLine(at), at + LINE_LENGTH));
    }
    #endOfLine(at) {
        const newline = this.#text.indexOf('\n', at);
        return newline === -1 ? this.#text.length : newline;
    }
    #place(at) {
        const line = this.#text.slice(0, at).split('\n').length;
        return [`at byte ${this.#decoded.byteOffset(at)} (line ${line})`];
    }
}
const parse_document_BLANKS = ' \t\r\n\uFEFF';
const LINE_LENGTH = 1000;
const LOG_LINE = /^\{\s*"@level"\s*:/;
const NOISE_ONLY = (0,domain_text/* say */.cv) `holds log lines but no JSON document: ${'terraform show -json'} probably failed; look at what it printed on standard error.`;
const TWO_DOCUMENTS = (0,domain_text/* say */.cv) `holds more than one JSON document, as Terragrunt's ${'run-all'} and ${'--all'} print one for each unit; write one file for each with ${'--json-out-dir'} and give them all.`;
//# sourceMappingURL=parse-document.js.map
;// CONCATENATED MODULE: ./build/plan/plan-document.js

/** A plan that was parsed as a whole. */
function documentOf(plan) {
    return {
        value: (key) => own(plan, key),
        has: (key) => hasOwn(plan, key),
        elements: (key) => elementsOf(own(plan, key)),
        resources: (key) => resourcesOf(own(valuesOf(plan, key), 'root_module')),
        outputs: (key) => entriesOf(own(valuesOf(plan, key), 'outputs')),
        entries: (key) => entriesOf(own(plan, key)),
        configuration: () => own(own(plan, 'configuration'), 'root_module'),
    };
}
function valuesOf(plan, key) {
    return key === 'prior_state' ? own(own(plan, key), 'values') : own(plan, key);
}
/** A module's own resources before those of its children. Without recursion, since a plan may be nested at will. */
function* resourcesOf(rootModule) {
    const modules = [rootModule];
    for (let module = modules.pop(); module !== undefined; module = modules.pop()) {
        yield* elementsOf(own(module, 'resources'));
        for (const child of elementsOf(own(module, 'child_modules')).toReversed())
            modules.push(child);
    }
}
//# sourceMappingURL=plan-document.js.map
;// CONCATENATED MODULE: ./build/plan/prior-state.js

/** Managed objects that existed before, by address; undefined where there are signs of a state that is not there. */
function priorAddresses(document, changes) {
    if (!document.has('prior_state'))
        return document.has('plan_format_version') || implyState(changes) ? undefined : [];
    const addresses = [];
    for (const resource of document.resources('prior_state')) {
        if (own(resource, 'mode') === 'managed')
            addresses.push(String(own(resource, 'address')));
    }
    return addresses;
}
/**
 * What the plan says of its own completeness. OpenTofu, and Terraform before
 * 1.8, do not say that `-target` was used, but it shows: a whole plan lists every
 * managed resource of the state, as a no-op at least, and a plan that only
 * refreshes lists none.
 */
function isComplete(document, changes, prior) {
    const word = document.value('complete') ?? undefined;
    if (word !== undefined)
        return word === true;
    if (prior === undefined || !changes.some(isManaged))
        return undefined;
    const listed = new Set(changes.flatMap(({ address, previousAddress }) => [address, previousAddress]));
    return prior.every((address) => listed.has(address)) ? undefined : false;
}
/** A plan can be cut down to its changes, and these still tell that something was there. */
function implyState(changes) {
    return changes.some((change) => isManaged(change) && change.actions.some((action) => ON_WHAT_EXISTS.has(action)));
}
function isManaged({ mode }) {
    return mode === 'managed';
}
const ON_WHAT_EXISTS = new Set(['no-op', 'update', 'delete', 'forget']);
//# sourceMappingURL=prior-state.js.map
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
;// CONCATENATED MODULE: external "node:fs/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");
;// CONCATENATED MODULE: ./build/plan/read-bytes.js




/** More than a buffer of Node or a string of V8 can hold, whatever the encoding. */
const BYTE_LIMIT = 2 ** 31;
async function readFileBytes(path) {
    const handle = await openRegularFile(path);
    try {
        const { size } = await handle.stat();
        if (size >= BYTE_LIMIT)
            throw new Refusal(TOO_LARGE);
        return await readToEnd(handle, size);
    }
    catch (error) {
        throw refusalOf(error);
    }
    finally {
        await handle.close();
    }
}
async function readStandardInput(input) {
    if (input.isTTY === true) {
        throw new Refusal((0,domain_text/* say */.cv) `is a terminal; pipe a plan into it: ${'terraform show -json tfplan | prebuild-guard check -'}.`);
    }
    const chunks = [];
    let size = 0;
    for await (const chunk of input) {
        const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
        size += bytes.length;
        if (size >= BYTE_LIMIT)
            throw new Refusal(TOO_LARGE);
        chunks.push(bytes);
    }
    return Buffer.concat(chunks, size);
}
/** Opened before it is looked at, so that what was looked at is what is read; without blocking, for a FIFO nobody writes to. */
async function openRegularFile(path) {
    let handle;
    try {
        handle = await (0,promises_namespaceObject.open)(path, external_node_fs_.constants.O_RDONLY | (external_node_fs_.constants.O_NONBLOCK ?? 0));
    }
    catch (error) {
        throw refusalOf(error);
    }
    const stats = await handle.stat();
    if (stats.isFile())
        return handle;
    await handle.close();
    throw new Refusal(stats.isDirectory() ? DIRECTORY : NOT_A_FILE);
}
async function readToEnd(handle, expected) {
    const chunks = [];
    let total = 0;
    // One byte more than expected, so that the read that fills the buffer is seldom followed by another.
    let buffer = Buffer.allocUnsafe(expected + 1);
    let filled = 0;
    for (;;) {
        const { bytesRead } = await handle.read(buffer, filled, buffer.length - filled);
        if (bytesRead === 0)
            break;
        filled += bytesRead;
        total += bytesRead;
        if (total >= BYTE_LIMIT)
            throw new Refusal(TOO_LARGE);
        if (filled === buffer.length) {
            chunks.push(buffer);
            buffer = Buffer.allocUnsafe(GROWTH);
            filled = 0;
        }
    }
    const last = buffer.subarray(0, filled);
    return chunks.length === 0 ? last : Buffer.concat([...chunks, last], total);
}
/** For files that grow while they are read, or do not tell their size. */
const GROWTH = 1024 * 1024;
function refusalOf(error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    return typeof code === 'string' ? new Refusal(REFUSALS.get(code) ?? (0,domain_text/* say */.cv) `could not be read (${code}).`) : error;
}
const DIRECTORY = (0,domain_text/* say */.cv) `is a directory; name the plan file in it, made with ${'terraform show -json tfplan > plan.json'}.`;
const NOT_A_FILE = (0,domain_text/* say */.cv) `is not a regular file but a pipe, a socket or a device; write the plan to a file, or pipe it to standard input and give ${'-'}.`;
const TOO_LARGE = (0,domain_text/* say */.cv) `is larger than 2 GiB, which no plan of a workspace template is; check that it is the output of ${'terraform show -json'}.`;
const REFUSALS = new Map([
    ['ENOENT', (0,domain_text/* say */.cv) `does not exist; make it with ${'terraform show -json tfplan > plan.json'}, or correct the path.`],
    ['ENOTDIR', (0,domain_text/* say */.cv) `does not exist, because a part of its path is a file; correct the path.`],
    ['EACCES', (0,domain_text/* say */.cv) `may not be read by this user; give it read permission.`],
    ['EPERM', (0,domain_text/* say */.cv) `may not be read by this user; give it read permission.`],
    ['EISDIR', DIRECTORY],
    ['ENXIO', NOT_A_FILE],
    ['ELOOP', (0,domain_text/* say */.cv) `is a symbolic link that leads back to itself; correct the link.`],
    ['ENAMETOOLONG', (0,domain_text/* say */.cv) `is longer than a path may be; give the path of a plan file.`],
]);
//# sourceMappingURL=read-bytes.js.map
;// CONCATENATED MODULE: ./build/plan/secrets.js



/**
 * What the plan itself says is secret. Providers copy such values into
 * attributes that nobody marks, so every text is compared with them.
 */
class Secrets {
    #byStart = new Map();
    #judged = new Map();
    /** Takes all texts and numbers in the value for secrets, except those too common to be one. */
    add(value) {
        const pending = [value];
        while (pending.length > 0) {
            const node = pending.pop();
            if (typeof node === 'string' || typeof node === 'number')
                this.#addText(String(node));
            else if (Array.isArray(node))
                for (const child of node)
                    pending.push(child);
            else if (isObject(node))
                for (const child of Object.values(node))
                    pending.push(child);
        }
    }
    /** Equal to a secret, or with one inside. */
    areIn(text) {
        for (let at = 0; at + SHORTEST <= text.length; at++) {
            const candidates = this.#byStart.get(text.slice(at, at + SHORTEST));
            if (candidates === undefined)
                continue;
            for (const secret of candidates)
                if (text.startsWith(secret, at))
                    return true;
        }
        return false;
    }
    /** In any text of a value, keys aside. */
    areSomewhereIn(value) {
        const pending = [value];
        while (pending.length > 0) {
            const node = pending.pop();
            if (typeof node === 'string') {
                if (this.areIn(node))
                    return true;
            }
            else
                for (const child of childrenOf(node))
                    pending.push(child);
        }
        return false;
    }
    /** Not fit to be shown although no mask marks it: known as secret elsewhere, named like one, or formed like one. */
    isSuspect(value) {
        const known = this.#judged.get(value);
        if (known !== undefined)
            return known;
        const verdict = this.#judge(value);
        this.#judged.set(value, verdict);
        return verdict;
    }
    #judge(value) {
        const pending = [value];
        for (let seen = 0; pending.length > 0; seen++) {
            if (seen > MOST_NODES)
                return true;
            const node = pending.pop();
            if (typeof node === 'string' || typeof node === 'number') {
                if (this.#isSuspectText(String(node)))
                    return true;
            }
            else if (Array.isArray(node)) {
                for (const child of node)
                    pending.push(child);
            }
            else {
                for (const [key, child] of entriesOf(node)) {
                    if (this.areIn(key) || (child !== null && isSecretName(key)))
                        return true;
                    pending.push(child);
                }
            }
        }
        return false;
    }
    #isSuspectText(text) {
        return text.length > LONGEST_TEXT || this.areIn(text) || looksLikeCredential(text);
    }
    #addText(text) {
        for (const form of formsOf(text)) {
            const secret = form.trim();
            if (secret.length < SHORTEST || TRIVIAL.test(secret))
                continue;
            const start = secret.slice(0, SHORTEST);
            const sameStart = this.#byStart.get(start);
            if (sameStart === undefined)
                this.#byStart.set(start, new Set([secret]));
            else
                sameStart.add(secret);
        }
    }
}
/** Variables and outputs that are declared sensitive, and every value under a mask. */
function gatherSecrets(document) {
    const secrets = new Secrets();
    const add = (value) => secrets.add(value);
    addVariables(document, add);
    for (const key of ['prior_state', 'planned_values']) {
        for (const [, output] of document.outputs(key))
            if (isSet(own(output, 'sensitive')))
                add(own(output, 'value'));
        for (const resource of document.resources(key)) {
            forEachMarked(own(resource, 'values'), own(resource, 'sensitive_values'), add);
        }
    }
    for (const [, change] of document.entries('output_changes'))
        addChange(change, add);
    for (const key of ['resource_changes', 'resource_drift']) {
        for (const element of document.elements(key))
            addChange(own(element, 'change'), add);
    }
    for (const element of document.elements('deferred_changes')) {
        addChange(own(own(element, 'resource_change'), 'change'), add);
    }
    for (const action of document.elements('action_invocations')) {
        forEachMarked(own(action, 'config_values'), own(action, 'config_sensitive'), add);
    }
    return secrets;
}
function addChange(change, add) {
    forEachMarked(own(change, 'before'), own(change, 'before_sensitive'), add);
    forEachMarked(own(change, 'after'), own(change, 'after_sensitive'), add);
}
/** Values are listed for the root module only; what a call gives to a module's variable is in the configuration where it is constant. */
function addVariables(document, add) {
    const values = new Map(document.entries('variables'));
    const modules = [{ module: document.configuration(), valueOf: (name) => own(values.get(name), 'value') }];
    for (let next = modules.pop(); next !== undefined; next = modules.pop()) {
        for (const [name, variable] of entriesOf(own(next.module, 'variables'))) {
            if (!isSet(own(variable, 'sensitive')) && !isSet(own(variable, 'ephemeral')))
                continue;
            add(next.valueOf(name));
            add(own(variable, 'default'));
        }
        for (const [, call] of entriesOf(own(next.module, 'module_calls'))) {
            const inputs = own(call, 'expressions');
            modules.push({
                module: own(call, 'module'),
                valueOf: (name) => elementsOf([own(own(inputs, name), 'constant_value')]),
            });
        }
    }
}
/** Anything but a plain no, so that a flag in an odd form still counts. */
function isSet(flag) {
    return flag !== undefined && flag !== null && flag !== false;
}
/** As it is, inside of JSON, in an address, and in base64. */
function formsOf(text) {
    return new Set([
        text,
        JSON.stringify(text).slice(1, -1),
        encodeURIComponent(text.toWellFormed()),
        Buffer.from(text).toString('base64').replace(/=+$/, ''),
    ]);
}
const SHORTEST = 4;
/** Hiding every value with one of these in it would hide everything and protect nothing. */
const TRIVIAL = /^(?:true|false|null|none|\d{1,5}|\d{1,4}\.\d{1,2})$/i;
const LONGEST_TEXT = 65_536;
const MOST_NODES = 100_000;
//# sourceMappingURL=secrets.js.map
// EXTERNAL MODULE: ./build/domain/plan-configuration.js
var plan_configuration = __nccwpck_require__(385);
;// CONCATENATED MODULE: ./build/plan/preset-facts.js

function presetOf(source) {
    const name = source.value('name');
    return {
        address: source.address,
        name: typeof name === 'string' ? name : source.address,
        isDefault: source.value('default') === true,
        parameters: new Map([
            ...source.unknownKeys('parameters').map((parameter) => [parameter, undefined]),
            ...entriesOf(source.value('parameters')).map(([parameter, value]) => [parameter, typeof value === 'string' ? value : undefined]),
        ]),
        prebuilds: prebuildsOf(source),
        ...unknownOf(source, ['name', 'default', 'parameters', 'prebuilds']),
    };
}
/** Names the attributes of which not all is known; left out where all of all of them is. */
function unknownOf(source, attributes) {
    const unknown = attributes.filter((attribute) => source.isHidden(attribute));
    return unknown.length === 0 ? {} : { unknown };
}
/** A block that is not known yet may be there: taking it for absent would let a template pass unseen. */
function prebuildsOf(source) {
    if (source.isUnknown('prebuilds')) {
        return { instances: undefined, expirationTtlSeconds: undefined, scheduling: undefined };
    }
    const blocks = elementsOf(source.blocks('prebuilds'));
    if (blocks.length === 0)
        return undefined;
    const [block] = blocks;
    return {
        instances: number(own(block, 'instances')),
        expirationTtlSeconds: number(own(elementsOf(own(block, 'expiration_policy'))[0], 'ttl')),
        scheduling: schedulingOf(elementsOf(own(block, 'scheduling'))[0]),
    };
}
function schedulingOf(block) {
    const timezone = own(block, 'timezone');
    if (typeof timezone !== 'string')
        return undefined;
    return { timezone, schedules: elementsOf(own(block, 'schedule')).flatMap(scheduleOf) };
}
function scheduleOf(block) {
    const cron = own(block, 'cron');
    const instances = number(own(block, 'instances'));
    return typeof cron === 'string' && instances !== undefined ? [{ cron, instances }] : [];
}
function number(value) {
    return typeof value === 'number' ? value : undefined;
}
//# sourceMappingURL=preset-facts.js.map
;// CONCATENATED MODULE: ./build/plan/template-facts.js



const TEMPLATE_TYPES = new Set([
    'coder_workspace',
    'coder_parameter',
    'coder_workspace_preset',
    'coder_workspace_tags',
]);
function templateFactsOf(sources, configuration) {
    const ofType = (type) => sources.filter((source) => source.type === type);
    return {
        workspaces: ofType('coder_workspace').map(workspaceOf),
        parameters: ofType('coder_parameter').map((source) => parameterOf(source, isConditional(source, configuration))),
        presets: ofType('coder_workspace_preset').map(presetOf),
        workspaceTags: ofType('coder_workspace_tags').map(tagsOf),
    };
}
function workspaceOf(source) {
    return {
        isPrebuild: source.value('is_prebuild') === true,
        isPrebuildClaim: source.value('is_prebuild_claim') === true,
        transition: template_facts_text(source.value('transition')),
    };
}
function parameterOf(source, conditional) {
    return {
        address: source.address,
        name: template_facts_text(source.value('name')) ?? source.address,
        type: template_facts_text(source.value('type')) ?? 'string',
        formType: template_facts_text(source.value('form_type')),
        mutable: source.value('mutable') === true,
        ephemeral: source.value('ephemeral') === true,
        default: defaultOf(source),
        value: template_facts_text(source.value('value')),
        options: elementsOf(source.value('option')).map(optionOf),
        validation: validationOf(elementsOf(source.value('validation'))[0]),
        conditional,
        ...unknownOf(source, PARAMETER_ATTRIBUTES),
    };
}
/** The provider writes an empty default as null, and tells it from none by `optional`. */
function defaultOf(source) {
    const written = template_facts_text(source.value('default'));
    if (written !== undefined || source.isHidden('default'))
        return written;
    return source.value('optional') === true ? '' : undefined;
}
const PARAMETER_ATTRIBUTES = ['name', 'type', 'mutable', 'ephemeral', 'default', 'value', 'option', 'validation'];
function optionOf(option) {
    return { name: template_facts_text(own(option, 'name')) ?? '', value: template_facts_text(own(option, 'value')) ?? '' };
}
function validationOf(block) {
    if (block === undefined || block === null)
        return undefined;
    const monotonic = own(block, 'monotonic');
    return {
        ...limitsOf(block),
        monotonic: monotonic === 'increasing' || monotonic === 'decreasing' ? monotonic : undefined,
        regex: template_facts_text(own(block, 'regex')) || undefined,
        error: template_facts_text(own(block, 'error')) || undefined,
    };
}
/** Providers before 0.8.2 have no `*_disabled`, and there 0 and 0 stand for no limits at all. */
function limitsOf(block) {
    const min = own(block, 'min');
    const max = own(block, 'max');
    const isOld = own(block, 'min_disabled') === undefined && own(block, 'max_disabled') === undefined;
    const isUnset = isOld && (min ?? 0) === 0 && (max ?? 0) === 0;
    const limit = (value, disabled) => typeof value === 'number' && disabled !== true && !isUnset ? value : undefined;
    return { min: limit(min, own(block, 'min_disabled')), max: limit(max, own(block, 'max_disabled')) };
}
function tagsOf(source) {
    return {
        address: source.address,
        tags: new Map(entriesOf(source.value('tags')).map(([name, value]) => [name, template_facts_text(value)])),
    };
}
/** Its own `count` or `for_each`, or that of a module around it. */
function isConditional({ address }, configuration) {
    if (configuration === undefined)
        return false;
    const [, module, local = address] = MODULE_AND_REST.exec(address) ?? [];
    const path = (0,plan_configuration/* modulePath */.M)(module);
    const block = local.replace(INSTANCE_KEY, '');
    if ((0,plan_configuration/* moduleAt */.c)(configuration, path)?.resources.get(block)?.repetition !== undefined)
        return true;
    return path.some((name, depth) => (0,plan_configuration/* moduleAt */.c)(configuration, path.slice(0, depth))?.calls.get(name)?.repetition !== undefined);
}
const MODULE_AND_REST = /^((?:module\.[^.[\]"]+(?:\[(?:\d+|"[^"\\]*(?:\\.[^"\\]*)*")\])?\.)+)?(.*)$/s;
const INSTANCE_KEY = /\[(?:\d+|"[^"\\]*(?:\\.[^"\\]*)*")\]$/s;
function template_facts_text(value) {
    return typeof value === 'string' ? value : undefined;
}
//# sourceMappingURL=template-facts.js.map
;// CONCATENATED MODULE: ./build/plan/read-plan.js
















/** Reads plans from files, and from standard input where the input is `-`. */
function createPlanReader(standardInput = process.stdin) {
    return {
        async readPlan(input, values) {
            try {
                return parsePlan(input === '-' ? await readStandardInput(standardInput) : await readFileBytes(input), values);
            }
            catch (error) {
                throw error instanceof Refusal ? error.about(input) : error;
            }
        },
    };
}
/** One plan of its bytes. Throws a `Refusal` for what is not a plan. */
function parsePlan(bytes, values) {
    const decoded = decodeText(bytes);
    const { value, notices } = parseDocument(decoded);
    const form = planForm(value);
    const document = documentOf(value);
    const odd = checkFormatVersion(document);
    if (document.has('resource_changes') && !Array.isArray(own(value, 'resource_changes'))) {
        throw new Refusal((0,domain_text/* say */.cv) `has ${'resource_changes'} that are no list; give the output of ${'terraform show -json'} as it is.`);
    }
    const plan = planOf(document, form, values);
    return {
        plan,
        notices: [...(decoded.notice === undefined ? [] : [decoded.notice]), ...notices, ...odd, ...unreadableNotice(plan)],
    };
}
function unreadableNotice({ unreadableChanges }) {
    if (unreadableChanges === 0)
        return [];
    return [
        (0,domain_text/* say */.cv) `${unreadableChanges} elements of ${'resource_changes'} have no change that can be read and were passed over.`,
    ];
}
/** The facts of a plan, however it was parsed. */
function planOf(document, form, values) {
    const secrets = once(() => gatherSecrets(document));
    const { changes, unreadable } = changesOf(document, 'resource_changes', secrets, values);
    const deferred = changesOf(document, 'deferred_changes', secrets, values);
    const configuration = configurationOf(document.configuration());
    const version = document.value('format_version');
    const prior = priorAddresses(document, changes);
    const terraformVersion = document.value('terraform_version');
    return {
        formatVersion: typeof version === 'string' || typeof version === 'number' ? String(version) : undefined,
        terraformVersion: typeof terraformVersion === 'string' ? terraformVersion : undefined,
        // A flag in an odd form must not pass for a plain no.
        errored: (document.value('errored') ?? false) !== false,
        complete: isComplete(document, changes, prior),
        redactedByHcp: form === 'hcp-redacted',
        priorResources: prior?.length,
        isDestroy: isDestroy(document, changes),
        changes,
        deferredChanges: deferred.changes,
        unreadableChanges: unreadable + deferred.unreadable,
        ...templateFactsOf(dataSourcesOf(document, TEMPLATE_TYPES, secrets), configuration),
        declaredParameters: declaredParametersOf(document.configuration()),
        configuration,
    };
}
function changesOf(document, key, secrets, values) {
    const reader = createChangeReader(secrets, values);
    const changes = [];
    let unreadable = 0;
    for (const element of document.elements(key)) {
        const change = reader.readChange(key === 'deferred_changes' ? own(element, 'resource_change') : element);
        if (change === undefined)
            unreadable++;
        else
            changes.push(change);
    }
    return { changes, unreadable };
}
/** Every managed object is deleted without a reason, and nothing is left after it. */
function isDestroy(document, changes) {
    const managed = changes.filter(({ mode }) => mode === 'managed');
    const [left] = document.resources('planned_values');
    return (managed.length > 0 &&
        left === undefined &&
        managed.every(({ actions, actionReason }) => actions.join() === 'delete' && actionReason === undefined));
}
function once(make) {
    let made;
    return () => {
        made ??= { value: make() };
        return made.value;
    };
}
//# sourceMappingURL=read-plan.js.map

/***/ }),

/***/ 4379:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ findingGroups)
/* harmony export */ });
/* harmony import */ var _grouped_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5249);

/** By template, what only follows another finding beside that one. Every finding is in it exactly once. */
function findingGroups(findings) {
    const byTemplate = (0,_grouped_js__WEBPACK_IMPORTED_MODULE_0__/* .grouped */ .z)(findings, (finding) => finding.template);
    return [...byTemplate].map(([template, own]) => ({ template, roots: rootsOf(own) }));
}
function rootsOf(findings) {
    const parents = parentsOf(findings);
    const roots = new Map();
    for (const finding of findings)
        findRoot(finding, parents, roots);
    const families = (0,_grouped_js__WEBPACK_IMPORTED_MODULE_0__/* .grouped */ .z)(findings, (finding) => roots.get(finding) ?? finding);
    return findings
        .filter((finding) => roots.get(finding) === finding)
        .map((root) => ({ finding: root, followers: (families.get(root) ?? []).filter((member) => member !== root) }));
}
/** The finding about the resource that `details.root` names, of the same rule where there is one. */
function parentsOf(findings) {
    const byAddress = (0,_grouped_js__WEBPACK_IMPORTED_MODULE_0__/* .grouped */ .z)(findings, ({ subject }) => (subject.kind === 'resource' ? subject.address : undefined));
    const parents = new Map();
    for (const finding of findings) {
        const { root } = finding.details;
        const candidates = root === undefined ? [] : (byAddress.get(root) ?? []);
        const parent = candidates.find(({ ruleId }) => ruleId === finding.ruleId) ?? candidates[0];
        if (parent !== undefined)
            parents.set(finding, parent);
    }
    return parents;
}
/** Remembers the root of every finding on the way. In a circle, the first one it comes to serves as the root. */
function findRoot(start, parents, roots) {
    const way = new Set();
    let current = start;
    for (;;) {
        const found = roots.get(current);
        const parent = parents.get(current);
        if (found !== undefined || parent === undefined || way.has(current)) {
            for (const finding of [...way, current])
                roots.set(finding, found ?? current);
            return;
        }
        way.add(current);
        current = parent;
    }
}
//# sourceMappingURL=finding-groups.js.map

/***/ }),

/***/ 5249:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ grouped)
/* harmony export */ });
/** `Map.groupBy`, which Node 20 does not have. */
function grouped(items, keyOf) {
    const groups = new Map();
    for (const item of items) {
        const key = keyOf(item);
        const group = groups.get(key);
        if (group === undefined)
            groups.set(key, [item]);
        else
            group.push(item);
    }
    return groups;
}
//# sourceMappingURL=grouped.js.map

/***/ }),

/***/ 5778:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  T: () => (/* binding */ planPublications)
});

// UNUSED EXPORTS: OUTPUTS

// EXTERNAL MODULE: ./build/domain/severity.js
var severity = __nccwpck_require__(5526);
// EXTERNAL MODULE: ./build/domain/text.js
var domain_text = __nccwpck_require__(6418);
// EXTERNAL MODULE: ./build/report/finding-groups.js
var finding_groups = __nccwpck_require__(4379);
// EXTERNAL MODULE: ./build/report/grouped.js
var grouped = __nccwpck_require__(5249);
// EXTERNAL MODULE: ./build/report/reason-groups.js
var reason_groups = __nccwpck_require__(6716);
// EXTERNAL MODULE: ./build/report/report.js
var report_report = __nccwpck_require__(7177);
;// CONCATENATED MODULE: ./build/report/annotations.js






/** GitHub shows so many of each level and step, and drops the rest without a word. */
const MAX_PER_LEVEL = 10;
/** Gravest level first; within a level what could not be read, then findings, roots before what follows them. */
function annotations(report) {
    const all = [
        ...report.errors.map(({ message }) => annotation('error', TOOL, (0,domain_text/* visible */.RK)(message))),
        ...findingsInOrder(report).map((finding) => ofFinding(finding, report)),
        ...(0,reason_groups/* reasonGroups */.j)(report.rules).map((group) => ofReason(group, report)),
        ...report.notices.map(({ input, text }) => annotation('notice', TOOL, lines([[{ code: input }, ': ', ...text]]))),
    ];
    const byLevel = (0,grouped/* grouped */.z)(all, ({ level }) => level);
    return severity/* SEVERITIES */.oC.toReversed().flatMap((level) => capped(level, byLevel.get(level) ?? []));
}
const TOOL = 'prebuild-guard';
function capped(level, own) {
    if (own.length <= MAX_PER_LEVEL)
        return own;
    const shown = own.slice(0, MAX_PER_LEVEL - 1);
    const more = `${(0,report_report/* counted */.h)(own.length - shown.length, `more ${level}`)} in the job summary.`;
    return [...shown, annotation(level, TOOL, more)];
}
function findingsInOrder({ findings }) {
    const roots = (0,finding_groups/* findingGroups */.O)(findings).flatMap((group) => group.roots);
    return [...roots.map(({ finding }) => finding), ...roots.flatMap(({ followers }) => followers)];
}
/** A waived finding is told, and warns nobody. */
function ofFinding({ severity, ruleId, template, what, why, remedy, details }, { plans }) {
    const { waiver, location } = details;
    const level = waiver === undefined ? severity : 'notice';
    const where = plans.length > 1 ? [{ code: template }, ': '] : [];
    const accepted = waiver === undefined ? [] : [`Waived until ${waiver.until}: `, { code: waiver.reason }];
    return { ...annotation(level, ruleId, lines([[...where, ...what], why, remedy, accepted])), location };
}
function ofReason({ reason, rules, templates }, { verdict, plans }) {
    const where = plans.length > 1 ? [' in ', ...(0,domain_text/* listed */.KE)(templates)] : [];
    const what = ['Not checked: ', ...(0,domain_text/* listed */.KE)(rules, rules.length), ...where, '.'];
    const level = verdict.exitCode === 0 ? 'warning' : 'error';
    return annotation(level, TOOL, lines([what, reason.detail, reason.remedy]));
}
function annotation(level, title, message) {
    return { level, title, message: bounded(message), location: undefined };
}
/** One sentence a line. What the sentences say by themselves has no line break in it. */
function lines(texts) {
    return texts
        .filter((text) => text.length > 0)
        .map((text) => (0,domain_text/* visible */.RK)((0,domain_text/* plain */.pj)(text)))
        .join('\n');
}
function bounded(message) {
    if (message.length <= MAX_MESSAGE)
        return message;
    return `${message.slice(0, MAX_MESSAGE - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
/** GitHub cuts at 64 KiB; nobody reads as far as this. */
const MAX_MESSAGE = 4_000;
//# sourceMappingURL=annotations.js.map
;// CONCATENATED MODULE: ./build/report/byte-length.js
/** Length in UTF-8, the form in which GitHub stores and limits text. */
function byteLength(text) {
    let length = 0;
    for (let index = 0; index < text.length; index++) {
        const unit = text.charCodeAt(index);
        if (unit < 0x80)
            length += 1;
        else if (unit < 0x800)
            length += 2;
        // Half of a pair: both halves together are four bytes.
        else if (unit >= 0xd800 && unit <= 0xdfff)
            length += 2;
        else
            length += 3;
    }
    return length;
}
//# sourceMappingURL=byte-length.js.map
// EXTERNAL MODULE: ./build/report/wording.js
var wording = __nccwpck_require__(2867);
;// CONCATENATED MODULE: ./build/report/markdown.js


/**
 * GitHub Flavored Markdown in which text from outside stays text. A code span
 * is the strongest form: nothing inside is parsed, and GitHub looks for neither
 * mentions nor references in it.
 */
function codeSpan(value, limit = MAX_NAME) {
    const shown = (0,wording/* clipped */.cz)(value, limit);
    if (shown === '')
        return '(empty)';
    const fence = '`'.repeat(longestRun(shown) + 1);
    const pad = /^[ `]|[ `]$/.test(shown) && /[^ ]/.test(shown) ? ' ' : '';
    return `${fence}${pad}${shown}${pad}${fence}`;
}
/**
 * A code span for a table. Parsers differ on a backslash before an escaped pipe,
 * so a value with a pipe becomes HTML in which every sign is a reference.
 */
function cellCode(value, limit = MAX_NAME) {
    const shown = (0,wording/* clipped */.cz)(value, limit);
    if (!shown.includes('|'))
        return codeSpan(shown, limit);
    // The tag after an at sign keeps an e-mail address from becoming a link.
    const signs = shown.replace(/[!#-&(-/:-@[-`{-~]/g, (sign) => `&#${sign.charCodeAt(0)};${sign === '@' ? '<wbr>' : ''}`);
    return `<code>${signs}</code>`;
}
/** For inside an HTML block, where Markdown is not parsed. */
function htmlCode(value, limit = MAX_NAME) {
    return `<code>${escapeHtml((0,wording/* clipped */.cz)(value, limit))}</code>`;
}
/** A sentence within a line. */
function inline(text) {
    return spans(text, (value) => codeSpan(value));
}
/** A sentence within a cell of a table. */
function cell(text, limit = MAX_NAME) {
    return spans(text, (value) => cellCode(value, limit));
}
/** Fences of neighbouring code spans would join and open what they close, so a tag stands between them. */
function spans(text, codeOf) {
    return text
        .map((span, index) => {
        if (typeof span === 'string')
            return words(span);
        const isNeighbour = index > 0 && typeof lastShown(text.slice(0, index)) === 'object';
        return `${isNeighbour ? '<wbr>' : ''}${codeOf(span.code)}`;
    })
        .join('');
}
/** Empty words set nothing apart. */
function lastShown(text) {
    return text.findLast((span) => span !== '');
}
/** A sentence on lines of its own: nothing at its start makes a list, a heading or a block of code of it. */
function paragraph(text) {
    return inline(text)
        .trim()
        .replace(/^[-+=#:]/, '\\$&')
        .replace(/^(\d+)([.)])/, '$1\\$2');
}
/** A block of code with a fence longer than any run of backticks inside. */
function fenced(content, language) {
    const shown = content
        .split(/\r?\n/)
        .map((line) => line.split('\t').map(domain_text/* visible */.RK).join('\t'))
        .join('\n');
    const fence = '`'.repeat(Math.max(3, longestRun(shown) + 1));
    return `${fence}${language}\n${shown}\n${fence}`;
}
/** A list of items behind one bullet each. */
function bullet(item) {
    return `- ${item}`;
}
const MAX_NAME = 300;
/**
 * Our own words may hold signs that mean something, and by mistake a name:
 * neither may act. GitHub looks for links, mentions and references in the text
 * between two tags, which `<wbr>` cuts in two.
 */
function words(value) {
    return (0,domain_text/* visible */.RK)(value).replace(ACTING, (sign) => {
        if (sign.length > 1 || sign === '@' || sign === '#' || sign === ':')
            return `${sign}<wbr>`;
        return ESCAPES.get(sign) ?? `\\${sign}`;
    });
}
const ACTING = /[\\`*[\]<>|~$&@]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|:(?=\/\/)|www(?=\.)|#(?=\d)|GH-(?=\d)/gi;
const ESCAPES = new Map([
    ['<', '&lt;'],
    ['>', '&gt;'],
    ['&', '&amp;'],
    // Not escaped by a backslash: a code span may follow, and its fence must not grow.
    ['`', '&#96;'],
]);
function escapeHtml(value) {
    return value
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replaceAll("'", '&#39;');
}
function longestRun(value) {
    return (value.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}
//# sourceMappingURL=markdown.js.map
// EXTERNAL MODULE: ./build/domain/attribute-path.js
var attribute_path = __nccwpck_require__(1413);
;// CONCATENATED MODULE: ./build/report/mermaid.js

/** The chains as one flowchart, in the direction in which values flow: from what varies to what it replaces. */
function causeGraph(chains) {
    const ids = new Map();
    const nodes = [];
    const edges = new Set();
    const idOf = (link) => {
        const known = ids.get(link.reference);
        if (known !== undefined)
            return known;
        const id = `n${ids.size}`;
        ids.set(link.reference, id);
        nodes.push(`  ${id}["${label(link)}"]`);
        return id;
    };
    for (const chain of chains) {
        const links = chain.map(idOf);
        links.slice(1).forEach((cause, index) => {
            edges.add(`  ${cause} --> ${links[index]}`);
        });
    }
    return ['flowchart LR', ...nodes, ...edges].join('\n');
}
function label({ reference, location }) {
    const name = escaped(reference);
    return location === undefined ? name : `${name}<br/>${escaped((0,wording/* place */.ik)(location))}`;
}
/** Every sign becomes one of Mermaid's character codes, so that no label ends early or is read as Markdown. */
function escaped(value) {
    return (0,wording/* clipped */.cz)(value, MAX_LABEL).replace(/[^A-Za-z0-9_. ]/gu, (sign) => `#${sign.codePointAt(0)};`) || ' ';
}
const MAX_LABEL = 120;
//# sourceMappingURL=mermaid.js.map
;// CONCATENATED MODULE: ./build/report/markdown-finding.js






/** A finding, folded; blank lines let Markdown begin again inside HTML. */
function findingBlock(finding) {
    const { attributes = [], chains = [], fix, location, root, waiver } = finding.details;
    const parts = [
        paragraph(finding.what),
        paragraph(finding.why),
        attributeTable(attributes),
        graph(chains),
        root === undefined ? '' : paragraph(['It follows ', (0,domain_text/* code */.aY)(root), '.']),
        fix === undefined ? '' : `**Fix**\n\n${fenced(fix, 'hcl')}`,
        labelled('What to do', finding.remedy),
        waiver === undefined ? '' : labelled('Waived', [`until ${waiver.until}: `, (0,domain_text/* code */.aY)(waiver.reason)]),
        location === undefined ? '' : labelled('Where', [(0,domain_text/* code */.aY)((0,wording/* place */.ik)(location))]),
        labelled('Evidence', (0,wording/* evidenceText */.rS)(finding)),
    ];
    return folded(finding, parts);
}
/** For a finding that would take the place of all others. */
function briefBlock(finding, elsewhere) {
    return folded(finding, [`Too long to show here; it is in ${elsewhere}.`]);
}
function folded({ severity, ruleId, subject, details }, parts) {
    const waived = details.waiver === undefined ? '' : ' (waived)';
    const title = [`<b>${severity}</b>${waived}`, htmlCode(ruleId), ...subjectHtml(subject)].join(' · ');
    const body = parts.filter((part) => part !== '').join('\n\n');
    return `<details>\n<summary>${title}</summary>\n\n${body}\n\n</details>`;
}
function subjectHtml(subject) {
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
function attributeTable(attributes) {
    if (attributes.length === 0)
        return '';
    const rows = attributes.slice(0, MAX_ROWS).map(({ path, before, after }) => {
        const [left, right] = [before, after].map((value) => cell((0,wording/* valueText */.Ru)(value, MAX_VALUE), MAX_VALUE));
        return `| ${cellCode((0,attribute_path/* formatPath */.j)(path))} | ${left} | ${(0,wording/* isUnchanged */._5)({ before, after }) ? '(unchanged)' : right} |`;
    });
    const rest = attributes.length - rows.length;
    const table = ['| Attribute | Prebuild | Claim |', '| --- | --- | --- |', ...rows].join('\n');
    return rest > 0 ? `${table}\n\nand ${(0,report_report/* counted */.h)(rest, 'more attribute')}` : table;
}
const MAX_ROWS = 30;
const MAX_VALUE = 200;
function graph(chains) {
    const drawable = chains.filter((chain) => chain.length > 1);
    if (drawable.length === 0)
        return '';
    const rest = drawable.length - MAX_CHAINS;
    const drawn = fenced(causeGraph(drawable.slice(0, MAX_CHAINS)), 'mermaid');
    return rest > 0 ? `${drawn}\n\nand ${(0,report_report/* counted */.h)(rest, 'more chain')} of references` : drawn;
}
const MAX_CHAINS = 5;
function labelled(label, text) {
    return text.length === 0 ? '' : `**${label}:** ${paragraph(text)}`;
}
//# sourceMappingURL=markdown-finding.js.map
// EXTERNAL MODULE: ./build/domain/template.js
var template = __nccwpck_require__(9795);
;// CONCATENATED MODULE: ./build/report/markdown-table.js



const TABLE_HEAD = [
    '| Template | Plan | Preset | Instances | Findings | Replaced | Removed |',
    '| --- | --- | --- | --: | --: | --: | --: |',
].join('\n');
/** A row for each preset with prebuilds; one for a template that has none. */
function tableRows(plan, findings) {
    const own = findings.filter((finding) => finding.template === plan.name);
    const ofPlan = [cellCode(plan.name), wording/* PLAN_KIND_WORDS */.$M[plan.kind]];
    const counts = [String(plan.replacements.length), removedCell(plan)];
    const presets = plan.prebuildEnabled === false ? [] : (0,template/* prebuildPresets */.m)(plan.presets);
    if (presets.length === 0)
        return [row([...ofPlan, withoutPreset(plan), '', tally(own), ...counts])];
    return presets.map((preset, index) => {
        const instances = preset.prebuilds?.instances;
        const cells = [
            cell([{ code: preset.name }, ...(preset.isDefault ? [' (default)'] : [])]),
            instances === undefined ? 'not known' : String(instances),
            tally(own.filter((finding) => concerns(finding, preset.name))),
        ];
        return row(index === 0 ? [...ofPlan, ...cells, ...counts] : ['', '', ...cells, '', '']);
    });
}
function row(cells) {
    return `| ${cells.join(' | ')} |`;
}
function withoutPreset({ prebuildEnabled }) {
    if (prebuildEnabled === undefined)
        return 'not known';
    return prebuildEnabled ? 'none; judged as if it had prebuilds' : 'no prebuilds';
}
function removedCell({ removals }) {
    const byDesign = removals.filter((removal) => removal.byDesign).length;
    return byDesign === 0 ? String(removals.length) : `${removals.length - byDesign} (+ ${byDesign} by design)`;
}
/** What is about no preset in particular is about each. */
function concerns({ subject, details }, preset) {
    if (subject.kind === 'preset')
        return subject.name === preset;
    if (subject.kind === 'parameter' && subject.preset !== undefined)
        return subject.preset === preset;
    const seenIn = (details.seenIn ?? []).flatMap((claim) => (claim.preset === undefined ? [] : [claim.preset]));
    return seenIn.length === 0 || seenIn.includes(preset);
}
function tally(findings) {
    const waived = findings.filter(({ details }) => details.waiver !== undefined).length;
    return waived === 0 ? String(findings.length) : `${findings.length - waived} (+ ${waived} waived)`;
}
//# sourceMappingURL=markdown-table.js.map
;// CONCATENATED MODULE: ./build/report/markdown-sections.js







/** What stands before and after the findings. */
function sectionsAround(report, elsewhere) {
    const section = (head, items, share, noun) => ({
        head,
        items,
        share,
        more: (count) => `and ${(0,report_report/* counted */.h)(count, `more ${noun}`)}, in ${elsewhere}`,
    });
    return {
        before: [
            section('#### Not read\n', report.errors.map(errorItem), 0.1, 'input'),
            section(TABLE_HEAD, report.plans.flatMap((plan) => tableRows(plan, report.findings)), 0.2, 'row'),
        ],
        after: [
            section('#### Not checked\n', notCheckedItems(report), 0.2, 'reason'),
            section('#### Notices\n', report.notices.map(({ input, text }) => bullet(inline([(0,domain_text/* code */.aY)(input), ': ', ...text]))), 0.05, 'notice'),
        ],
    };
}
function errorItem({ message }) {
    return bullet(paragraph((0,wording/* textOf */.b6)(message)) || '(empty)');
}
function notCheckedItems({ rules, plans }) {
    return (0,reason_groups/* reasonGroups */.j)(rules).map(({ reason, rules: ids, templates }) => {
        const where = plans.length > 1 ? [' in ', ...(0,domain_text/* listed */.KE)(templates)] : [];
        return bullet(inline([...(0,domain_text/* listed */.KE)(ids, ids.length), ...where, ': ', ...reason.detail, ' → ', ...reason.remedy]));
    });
}
/** The items that have room, and how many have not. */
function fitSection({ head, items, more }, room) {
    if (items.length === 0)
        return '';
    const shown = [];
    let left = room - byteLength(head) - byteLength(more(items.length)) - SEPARATOR.length;
    for (const item of items) {
        left -= byteLength(item) + 1;
        if (left < 0)
            break;
        shown.push(item);
    }
    const rest = items.length - shown.length;
    const list = shown.length === 0 ? [] : [[head, ...shown].join('\n')];
    return [...list, ...(rest > 0 ? [more(rest)] : [])].join(SEPARATOR);
}
const SEPARATOR = '\n\n';
//# sourceMappingURL=markdown-sections.js.map
;// CONCATENATED MODULE: ./build/report/markdown-page.js








/** The report as one Markdown page: verdict, table, findings, what was not checked, notices. */
function renderPage(report, { limit, elsewhere, note }) {
    const top = [heading(report), ...(note === undefined ? [] : [note])].join('\n\n');
    const aside = sectionsAround(report, elsewhere);
    const blocks = findingBlocks(report);
    const whole = [
        top,
        ...aside.before.map((section) => fitSection(section, Number.POSITIVE_INFINITY)),
        ...blocks.map(({ title, full }) => title + full),
        ...aside.after.map((section) => fitSection(section, Number.POSITIVE_INFINITY)),
        footer(report),
    ];
    const page = joinedParts(whole);
    if (byteLength(page) <= limit)
        return page;
    const room = Math.max(0, limit - byteLength(joinedParts([top, footer(report)])) - LAST_LINE_ROOM);
    const before = aside.before.map((section) => fitSection(section, room * section.share));
    const after = aside.after.map((section) => fitSection(section, room * section.share));
    const left = room - byteLength(joinedParts([...before, ...after]));
    const shown = fitFindings(blocks, left, elsewhere);
    return joinedParts([
        top,
        ...before,
        ...shown,
        ...after,
        footer(report),
        leftOutLine(blocks.length - shown.length, elsewhere),
    ]);
}
/** Enough for the line that counts the findings left out, and for the blank lines between parts. */
const LAST_LINE_ROOM = 400;
function heading(report) {
    return `### ${MARKS[report.verdict.conclusion]} prebuild-guard: ${(0,report_report/* headline */.P)(report)}`;
}
const MARKS = { pass: '✓', fail: '✗', inconclusive: '?' };
function footer({ toolVersion, verdict, rules }) {
    const lines = [
        ...aboutRules('Not configured', (0,reason_groups/* rulesThatAre */.R)(rules, 'not-configured')),
        ...aboutRules('Switched off', (0,reason_groups/* rulesThatAre */.R)(rules, 'off')),
        `prebuild-guard ${inline([toolVersion])} · ${verdict.conclusion} · exit code ${verdict.exitCode}`,
    ];
    return lines.map((line) => `<sub>${line}</sub>`).join('<br>\n');
}
function aboutRules(words, ids) {
    return ids.length === 0 ? [] : [`${words}: ${inline((0,domain_text/* listed */.KE)(ids, MAX_RULES))}`];
}
const MAX_RULES = 40;
function leftOutLine(count, elsewhere) {
    if (count === 0)
        return '';
    return `**${(0,report_report/* counted */.h)(count, 'finding')} left out here for lack of room; ${elsewhere} has ${count === 1 ? 'it' : 'them'}.**`;
}
function findingBlocks({ findings, plans }) {
    const groups = (0,finding_groups/* findingGroups */.O)(findings);
    const named = plans.length > 1 || groups.length > 1;
    return groups.flatMap(({ template, roots }) => roots
        .flatMap(({ finding, followers }) => [finding, ...followers])
        .map((finding, index) => ({
        title: named && index === 0 ? `#### ${codeSpan(template)}\n\n` : '',
        full: findingBlock(finding),
        brief: (elsewhere) => briefBlock(finding, elsewhere),
    })));
}
/** Findings in order, until one has no room. One that would crowd out the others is shown in brief. */
function fitFindings(parts, room, elsewhere) {
    const shown = [];
    let left = room;
    for (const { title, full, brief } of parts) {
        const block = title + (byteLength(full) > room / 3 ? brief(elsewhere) : full);
        const length = byteLength(block) + markdown_page_SEPARATOR.length;
        if (length > left)
            break;
        shown.push(block);
        left -= length;
    }
    return shown;
}
const markdown_page_SEPARATOR = '\n\n';
function joinedParts(parts) {
    return `${parts.filter((part) => part !== '').join(markdown_page_SEPARATOR)}\n`;
}
//# sourceMappingURL=markdown-page.js.map
;// CONCATENATED MODULE: ./build/report/publication.js
/** GitHub's limit for the body of a comment. Counted in bytes here, which is never more than GitHub allows. */
const COMMENT_LIMIT = 65_536;
/** The first line of a comment's body, by which it is found again. */
function commentMarker(key) {
    return `<!-- prebuild-guard ${JSON.stringify({ key, v: 1 }).replace(ACTIVE, escapeCharacter)} -->`;
}
/** What could end the comment, and what cannot be seen. */
const ACTIVE = /[<>-]|\p{C}/gu;
function escapeCharacter(character) {
    const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
    return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}
//# sourceMappingURL=publication.js.map
;// CONCATENATED MODULE: ./build/report/comment.js



/** The sticky comment, or none. */
function draftComment(report, { mode, key }) {
    if (mode === 'never')
        return undefined;
    const create = mode === 'always' || hasSomethingToSay(report);
    const marker = `${commentMarker(key)}\n`;
    const page = renderPage(report, {
        limit: COMMENT_LIMIT - byteLength(marker),
        elsewhere: 'the job summary',
        ...(create ? {} : { note: 'What this comment reported before is resolved.' }),
    });
    return { key, body: `${marker}${page}`, create };
}
/** Waived findings too: a reviewer shall see what is being accepted. */
function hasSomethingToSay({ verdict, findings, errors }) {
    return verdict.conclusion !== 'pass' || findings.length > 0 || errors.length > 0;
}
//# sourceMappingURL=comment.js.map
// EXTERNAL MODULE: ./build/domain/plan.js
var plan = __nccwpck_require__(698);
;// CONCATENATED MODULE: ./build/report/json-text.js
/**
 * JSON in which nothing acts on a reader: control, bidirectional and other
 * invisible characters inside strings are written as escapes, which parse to
 * the same value.
 */
function jsonText(value, indent) {
    return JSON.stringify(value, undefined, indent).replace(INVISIBLE, (character) => Array.from({ length: character.length }, (_, index) => escapeUnit(character.charCodeAt(index))).join(''));
}
/** Line feeds can only stand between tokens: inside a string they are escaped already. */
const INVISIBLE = /(?!\n)[\p{Cc}\p{Cf}\u2028\u2029]/gu;
function escapeUnit(unit) {
    return `\\u${unit.toString(16).padStart(4, '0')}`;
}
//# sourceMappingURL=json-text.js.map
;// CONCATENATED MODULE: ./build/report/json.js



/** Goes up when a reader of the old form would misread the new one. */
const SCHEMA_VERSION = 1;
/** The report for machines, as `report.schema.json` describes it. */
function renderJson(report) {
    return `${jsonText(jsonReport(report), 2)}\n`;
}
function jsonReport(report) {
    return {
        schemaVersion: SCHEMA_VERSION,
        tool: { name: 'prebuild-guard', version: report.toolVersion },
        conclusion: report.verdict.conclusion,
        exitCode: report.verdict.exitCode,
        plans: report.plans.map(jsonPlan),
        findings: report.findings.map(jsonFinding),
        rules: report.rules.map(jsonRule),
        errors: report.errors.map(({ input, message }) => ({ input, message: (0,domain_text/* visible */.RK)(message) })),
        notices: report.notices.map(({ input, text }) => ({ input, text: (0,domain_text/* plain */.pj)(text) })),
    };
}
function jsonPlan(plan) {
    return {
        name: plan.name,
        kind: plan.kind,
        terraformVersion: plan.terraformVersion ?? null,
        prebuildEnabled: plan.prebuildEnabled ?? null,
        presets: plan.presets.map(jsonPreset),
        replacements: plan.replacements.map(jsonReplacement),
        removals: plan.removals.map(({ address, actionReason, byDesign }) => ({
            address,
            actionReason: actionReason ?? null,
            byDesign,
        })),
    };
}
function jsonPreset({ name, isDefault, parameters, prebuilds }) {
    const byName = [...parameters].sort(([left], [right]) => (left < right ? -1 : 1));
    return {
        name,
        isDefault,
        hasPrebuilds: prebuilds !== undefined,
        instances: prebuilds?.instances ?? null,
        parameters: Object.fromEntries(byName.map(([parameter, value]) => [parameter, value ?? null])),
    };
}
function jsonReplacement(change) {
    return {
        address: change.address,
        ...(change.previousAddress === undefined ? {} : { previousAddress: change.previousAddress }),
        type: change.type,
        actions: change.actions,
        replacePaths: change.replacePaths.map(jsonPath),
        actionReason: change.actionReason ?? null,
        coderCounts: (0,plan/* isCountedByCoder */.vX)(change),
        coderLogs: (0,plan/* isLoggedByCoder */.vE)(change),
    };
}
/** A step that Terraform could not write is `[*]`, as it is in text. */
function jsonPath(path) {
    return path.map((step) => step ?? '[*]');
}
function jsonFinding({ details, ...finding }) {
    const { location, attributes, chains, root, fix, seenIn, waiver } = details;
    return {
        ruleId: finding.ruleId,
        severity: finding.severity,
        evidence: finding.evidence,
        template: finding.template,
        subject: jsonSubject(finding.subject),
        what: (0,domain_text/* plain */.pj)(finding.what),
        why: (0,domain_text/* plain */.pj)(finding.why),
        remedy: (0,domain_text/* plain */.pj)(finding.remedy),
        ...(location === undefined ? {} : { location: jsonLocation(location) }),
        ...(attributes === undefined ? {} : { attributes: attributes.map(jsonAttribute) }),
        ...(chains === undefined ? {} : { chains: chains.map(jsonChain) }),
        ...(root === undefined ? {} : { root }),
        ...(fix === undefined ? {} : { fix }),
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
function jsonSubject(subject) {
    return subject.kind === 'parameter' ? { ...subject, preset: subject.preset ?? null } : subject;
}
function jsonLocation({ file, line, endLine, column }) {
    return {
        file,
        line,
        ...(endLine === undefined ? {} : { endLine }),
        ...(column === undefined ? {} : { column }),
    };
}
/** A value that is not known has no `json`, whatever its object may carry. */
function jsonAttribute({ path, before, after }) {
    const [left, right] = [before, after].map((value) => value.kind === 'known' ? { kind: value.kind, json: value.json } : { kind: value.kind });
    return { path: jsonPath(path), before: left, after: right };
}
function jsonChain(chain) {
    return chain.map(({ reference, location }) => ({
        reference,
        ...(location === undefined ? {} : { location: jsonLocation(location) }),
    }));
}
function jsonRule({ id, state }) {
    if (state.kind !== 'not-checked')
        return { id, state: state.kind };
    return {
        id,
        state: state.kind,
        reasons: state.reasons.map(({ template, code, detail, remedy }) => ({
            template,
            code,
            detail: (0,domain_text/* plain */.pj)(detail),
            remedy: (0,domain_text/* plain */.pj)(remedy),
        })),
    };
}
//# sourceMappingURL=json.js.map
;// CONCATENATED MODULE: ./build/report/outputs.js

/**
 * The outputs of the Action's step. Waived findings are not counted: nobody
 * need act on them.
 */
function stepOutputs({ verdict, findings, plans }, reportPath) {
    const open = findings.filter(({ details }) => details.waiver === undefined);
    const addresses = plans.flatMap(({ replacements }) => replacements.map(({ address }) => address));
    return [
        { name: 'conclusion', value: verdict.conclusion },
        { name: 'exit-code', value: String(verdict.exitCode) },
        { name: 'findings', value: String(open.length) },
        { name: 'errors', value: String(open.filter(({ severity }) => severity === 'error').length) },
        { name: 'warnings', value: String(open.filter(({ severity }) => severity === 'warning').length) },
        { name: 'replacements', value: String(addresses.length) },
        { name: 'replacement-addresses', value: jsonText(addresses) },
        ...(reportPath === undefined ? [] : [{ name: 'report', value: reportPath }]),
    ];
}
//# sourceMappingURL=outputs.js.map
;// CONCATENATED MODULE: ./build/report/summary.js

/** GitHub refuses a job summary above 1 MiB; some of it is left to other steps' habits of counting. */
const SUMMARY_LIMIT = 900 * 1024;
/** The job summary: everything, in Markdown. */
function renderSummary(report) {
    return renderPage(report, { limit: SUMMARY_LIMIT, elsewhere: 'the log of this step' });
}
//# sourceMappingURL=summary.js.map
// EXTERNAL MODULE: ./build/report/text.js + 2 modules
var report_text = __nccwpck_require__(2914);
;// CONCATENATED MODULE: ./build/report/index.js






/** Every output, and what it publishes of a report. */
const OUTPUTS = {
    text: (report, { text }) => [{ kind: 'text', text: (0,report_text/* renderText */.S)(report, text) }],
    json: (report) => [{ kind: 'text', text: renderJson(report) }],
    markdown: (report) => [{ kind: 'text', text: renderSummary(report) }],
    annotations: (report) => annotations(report).map((annotation) => ({ kind: 'annotation', annotation })),
    summary: (report) => [{ kind: 'summary', markdown: renderSummary(report) }],
    comment: (report, options) => {
        const comment = draftComment(report, options.comment);
        return comment === undefined ? [] : [{ kind: 'comment', comment }];
    },
    'report-file': (report, { reportPath: path }) => path === undefined ? [] : [{ kind: 'file', path, content: renderJson(report) }],
    'step-outputs': (report, { reportPath }) => stepOutputs(report, reportPath).map((output) => ({ kind: 'output', ...output })),
};
/** What the named outputs publish, in the order of the names. */
function planPublications(report, names, options) {
    return names.flatMap((name) => OUTPUTS[name](report, options));
}
//# sourceMappingURL=index.js.map

/***/ }),

/***/ 6716:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ rulesThatAre),
/* harmony export */   j: () => (/* binding */ reasonGroups)
/* harmony export */ });
/* harmony import */ var _domain_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6418);

/** Equal reasons together, in the order in which they come. */
function reasonGroups(rules) {
    const groups = new Map();
    for (const { id, state } of rules) {
        if (state.kind !== 'not-checked')
            continue;
        for (const reason of state.reasons) {
            const key = JSON.stringify([reason.code, (0,_domain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(reason.detail), (0,_domain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(reason.remedy)]);
            const group = groups.get(key) ?? { reason, rules: new Set(), templates: new Set() };
            groups.set(key, group);
            group.rules.add(id);
            group.templates.add(reason.template);
        }
    }
    return [...groups.values()].map((group) => ({
        reason: group.reason,
        rules: [...group.rules],
        templates: [...group.templates],
    }));
}
/** Rules in this state, by id. */
function rulesThatAre(rules, kind) {
    return rules.filter(({ state }) => state.kind === kind).map(({ id }) => id);
}
//# sourceMappingURL=reason-groups.js.map

/***/ }),

/***/ 7177:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ headline),
/* harmony export */   h: () => (/* binding */ counted)
/* harmony export */ });
/** The verdict in one line, without the tool's name. */
function headline(report) {
    const { conclusion, blocking } = report.verdict;
    if (conclusion === 'fail') {
        const templates = new Set(blocking.map((finding) => finding.template)).size;
        const where = report.plans.length > 1 ? ` in ${counted(templates, 'template')}` : '';
        return `${counted(blocking.length, 'blocking finding')}${where}`;
    }
    if (report.errors.length > 0)
        return `${counted(report.errors.length, 'input')} could not be read`;
    if (conclusion === 'inconclusive') {
        const open = report.rules.filter((rule) => rule.state.kind === 'not-checked').length;
        return `${counted(open, 'rule')} could not be checked`;
    }
    if (report.plans.length > 0 && report.plans.every((plan) => plan.prebuildEnabled === false)) {
        return report.plans.length === 1 ? 'the template has no prebuilds' : 'no template has prebuilds';
    }
    const milder = report.findings.length;
    return milder === 0 ? 'claims are clean' : `nothing blocks, ${counted(milder, 'finding')}`;
}
function counted(count, noun) {
    return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
//# sourceMappingURL=report.js.map

/***/ }),

/***/ 2914:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  S: () => (/* binding */ renderText)
});

// EXTERNAL MODULE: ./build/domain/text.js
var domain_text = __nccwpck_require__(6418);
// EXTERNAL MODULE: ./build/report/finding-groups.js
var finding_groups = __nccwpck_require__(4379);
// EXTERNAL MODULE: ./build/report/reason-groups.js
var reason_groups = __nccwpck_require__(6716);
// EXTERNAL MODULE: ./build/report/report.js
var report_report = __nccwpck_require__(7177);
// EXTERNAL MODULE: ./build/domain/attribute-path.js
var attribute_path = __nccwpck_require__(1413);
;// CONCATENATED MODULE: ./build/report/text-layout.js

const BLANK = [];
function styled(text, style) {
    return { text: (0,domain_text/* visible */.RK)(text), style, whole: true };
}
/** Code spans between backticks: they tell a name from a word without colours too, and can be copied whole. */
function piecesOf(text) {
    return text.map((span) => (typeof span === 'string' ? { text: (0,domain_text/* visible */.RK)(span) } : styled(`\`${span.code}\``, 'code')));
}
/** `first` stands before the first line, blanks of the same width before the others. */
function wrapped(pieces, width, first = []) {
    const indent = widthOf(first);
    const hanging = indent === 0 ? [] : [{ text: ' '.repeat(indent) }];
    const lines = [[...first]];
    let used = indent;
    for (const word of wordsOf(pieces)) {
        const length = widthOf(word);
        const isFirst = used === indent;
        if (!isFirst && used + 1 + length > width) {
            lines.push([...hanging, ...word]);
            used = indent + length;
        }
        else {
            lines.at(-1)?.push(...(isFirst ? [] : [{ text: ' ' }]), ...word);
            used += length + (isFirst ? 0 : 1);
        }
    }
    return lines;
}
/** Everything passes `visible` here once more, so that no line can bring a control character along. */
function rendered(lines, colour) {
    return lines.map((line) => `${line.map((piece) => painted(piece, colour)).join('')}\n`).join('');
}
function painted({ text, style }, colour) {
    const safe = (0,domain_text/* visible */.RK)(text);
    return colour && style !== undefined && safe !== '' ? `\u001b[${SGR[style]}m${safe}\u001b[0m` : safe;
}
const SGR = {
    error: '1;31',
    warning: '1;33',
    notice: '1;34',
    good: '1;32',
    code: '36',
    quiet: '2',
    strong: '1',
};
function widthOf(pieces) {
    return pieces.reduce((sum, { text }) => sum + [...text].length, 0);
}
/** Words are pieces with no space between them: `` `name` `` and the full stop after it stay together. */
function wordsOf(pieces) {
    const words = [[]];
    for (const piece of pieces) {
        const parts = piece.whole === true ? [piece.text] : piece.text.split(' ');
        parts.forEach((text, index) => {
            if (index > 0)
                words.push([]);
            if (text !== '')
                words.at(-1)?.push({ ...piece, text });
        });
    }
    return words.filter((word) => word.length > 0);
}
//# sourceMappingURL=text-layout.js.map
// EXTERNAL MODULE: ./build/report/wording.js
var wording = __nccwpck_require__(2867);
;// CONCATENATED MODULE: ./build/report/text-finding.js




/** A finding with what only follows it, indented under it. */
function findingLines({ finding, followers }, width) {
    const lines = [...oneFinding(finding, width)];
    if (followers.length === 0)
        return lines;
    lines.push(BLANK, [...INDENT, styled('follows from it:', 'quiet')]);
    for (const follower of followers) {
        const own = oneFinding(follower, width - WIDE_INDENT.length, finding);
        lines.push(BLANK, ...own.map((line) => (line.length === 0 ? line : [{ text: WIDE_INDENT }, ...line])));
    }
    return lines;
}
/** What a follower has in common with its root is not said again. */
function oneFinding(finding, width, root) {
    const { details } = finding;
    const lines = [headingOf(finding), ...wrapped(piecesOf(finding.what), width, INDENT)];
    if (!isSame(finding.why, root?.why))
        lines.push(...wrapped(piecesOf(finding.why), width, INDENT));
    const facts = [];
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
    const evidence = (0,wording/* evidenceText */.rS)(finding);
    if (!isSame(evidence, root === undefined ? undefined : (0,wording/* evidenceText */.rS)(root))) {
        facts.push(...field('evidence', piecesOf(evidence), width));
    }
    if (!isSame(finding.remedy, root?.remedy))
        facts.push(...field('remedy', piecesOf(finding.remedy), width));
    if (details.fix !== undefined)
        facts.push(...fixLines(details.fix));
    return facts.length === 0 ? lines : [...lines, BLANK, ...facts];
}
const INDENT = [{ text: '  ' }];
const WIDE_INDENT = '    ';
function headingOf({ severity, ruleId, subject, details }) {
    return [
        styled(severity, details.waiver === undefined ? severity : 'quiet'),
        ...(details.waiver === undefined ? [] : [{ text: ' ' }, styled('(waived)', 'quiet')]),
        { text: '  ' },
        styled(ruleId, 'strong'),
        ...subjectPieces(subject),
        ...(details.location === undefined ? [] : [{ text: '  ' }, styled((0,wording/* place */.ik)(details.location), 'quiet')]),
    ];
}
function subjectPieces(subject) {
    if (subject.kind === 'template')
        return [];
    const gap = { text: '  ' };
    return subject.kind === 'resource'
        ? [gap, styled(subject.address, 'code')]
        : [gap, ...piecesOf((0,wording/* subjectText */.yq)(subject))];
}
function attributePieces({ path, before, after }) {
    const change = (0,wording/* isUnchanged */._5)({ before, after })
        ? [...bare((0,wording/* valueText */.Ru)(before, MAX_VALUE)), { text: ' (unchanged)' }]
        : [...bare((0,wording/* valueText */.Ru)(before, MAX_VALUE)), styled(' → ', 'quiet'), ...bare((0,wording/* valueText */.Ru)(after, MAX_VALUE))];
    return [styled((0,wording/* clipped */.cz)((0,attribute_path/* formatPath */.j)(path), MAX_VALUE), 'code'), { text: ': ' }, ...change];
}
const MAX_VALUE = 160;
/** JSON carries its own quotes, so backticks around it would only be in the way. */
function bare(text) {
    return text.map((span) => (typeof span === 'string' ? { text: span, whole: true } : styled(span.code, 'code')));
}
function chainPieces(chain) {
    return chain.flatMap(({ reference, location }, index) => [
        ...(index === 0 ? [] : [{ text: ' ' }, styled('← ', 'quiet')]),
        styled(reference, 'code'),
        ...(location === undefined ? [] : [{ text: ' ' }, styled(`(${(0,wording/* place */.ik)(location)})`, 'quiet')]),
    ]);
}
function fixLines(fix) {
    return fix
        .replaceAll('\t', '    ')
        .split(/\r?\n/)
        .map((line, index) => [...label(index === 0 ? 'fix' : ''), styled(line, 'good')]);
}
function field(name, pieces, width) {
    return wrapped(pieces, width, label(name));
}
function label(name) {
    return [...INDENT, styled(name.padEnd(10), 'quiet')];
}
function isSame(text, other) {
    return other !== undefined && (0,domain_text/* plain */.pj)(text) === (0,domain_text/* plain */.pj)(other);
}
//# sourceMappingURL=text-finding.js.map
;// CONCATENATED MODULE: ./build/report/text.js







/** The report for a terminal or a log. The verdict comes last, where the eye is when the command ends. */
function renderText(report, { colour, width: asked }) {
    const width = Math.max(asked, MIN_WIDTH);
    const sections = [
        [[styled(`prebuild-guard ${report.toolVersion}`, 'quiet')]],
        ...report.errors.map(({ message }) => wrapped(piecesOf((0,wording/* textOf */.b6)(message)), width, badge('error', 'error'))),
        ...report.plans.map((plan) => planLines(plan, width)),
        ...findingSections(report, width),
        notCheckedLines(report, width),
        asideLines(report, width),
        report.notices.flatMap(({ input, text }) => wrapped([styled(input, 'code'), { text: ': ' }, ...piecesOf(text)], width, badge('notice', 'notice'))),
        verdictLines(report, width),
    ];
    const filled = sections.filter((lines) => lines.length > 0);
    return rendered(filled.flatMap((lines, index) => (index === 0 ? lines : [BLANK, ...lines])), colour);
}
const MIN_WIDTH = 40;
const text_INDENT = [{ text: '  ' }];
function planLines(plan, width) {
    const version = plan.terraformVersion === undefined ? '' : `, Terraform ${plan.terraformVersion}`;
    const changes = (0,wording/* changesText */.Tb)(plan);
    return [
        [styled(plan.name, 'strong')],
        ...wrapped([{ text: `${wording/* PLAN_KIND_WORDS */.$M[plan.kind]}${version}` }], width, text_INDENT),
        ...wrapped(piecesOf((0,wording/* prebuildsText */.gx)(plan)), width, text_INDENT),
        ...(changes.length === 0 ? [] : wrapped(piecesOf(changes), width, text_INDENT)),
    ];
}
function findingSections({ findings, plans }, width) {
    const groups = (0,finding_groups/* findingGroups */.O)(findings);
    const named = plans.length > 1 || groups.length > 1;
    return groups.flatMap(({ template, roots }) => {
        const sections = roots.map((root) => findingLines(root, width));
        if (!named)
            return sections;
        return [[[styled(`findings in ${template}`, 'strong')]], ...sections];
    });
}
function notCheckedLines({ rules, plans }, width) {
    const groups = (0,reason_groups/* reasonGroups */.j)(rules);
    if (groups.length === 0)
        return [];
    const lines = [[styled('not checked', 'warning')]];
    for (const { reason, rules: ids, templates } of groups) {
        const where = plans.length > 1 ? [' in ', ...(0,domain_text/* listed */.KE)(templates)] : [];
        lines.push(...wrapped(piecesOf([...(0,domain_text/* listed */.KE)(ids, ids.length), ...where]), width, text_INDENT), ...wrapped(piecesOf(reason.detail), width, [{ text: '    ' }]), ...wrapped(piecesOf(reason.remedy), width, [{ text: '    ' }, styled('→ ', 'quiet')]));
    }
    return lines;
}
/** Rules that nobody asked for; said quietly, but said. */
function asideLines({ rules }, width) {
    return ['not-configured', 'off'].flatMap((kind) => {
        const ids = (0,reason_groups/* rulesThatAre */.R)(rules, kind);
        if (ids.length === 0)
            return [];
        const words = kind === 'off' ? 'switched off: ' : 'not configured: ';
        return wrapped([styled(words, 'quiet'), ...piecesOf((0,domain_text/* listed */.KE)(ids, ids.length))], width);
    });
}
function badge(word, style) {
    return [styled(word, style), { text: '  ' }];
}
function verdictLines(report, width) {
    const { conclusion, exitCode } = report.verdict;
    const { mark, style } = SIGNS[conclusion];
    const first = [styled(`${mark} ${conclusion}`, style), { text: ': ' }];
    const words = `${(0,report_report/* headline */.P)(report)} (${tally(report)}exit code ${exitCode})`;
    return wrapped([{ text: words }], width, first);
}
const SIGNS = {
    pass: { mark: '✓', style: 'good' },
    fail: { mark: '✗', style: 'error' },
    inconclusive: { mark: '?', style: 'warning' },
};
/** `2 errors, 1 warning, 1 waived; ` */
function tally({ findings }) {
    const open = findings.filter(({ details }) => details.waiver === undefined);
    const parts = ['error', 'warning', 'notice'].flatMap((severity) => {
        const count = open.filter((finding) => finding.severity === severity).length;
        return count === 0 ? [] : [(0,report_report/* counted */.h)(count, severity)];
    });
    const waived = findings.length - open.length;
    if (waived > 0)
        parts.push(`${waived} waived`);
    return parts.length === 0 ? '' : `${parts.join(', ')}; `;
}
//# sourceMappingURL=text.js.map

/***/ }),

/***/ 2867:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $M: () => (/* binding */ PLAN_KIND_WORDS),
/* harmony export */   Ru: () => (/* binding */ valueText),
/* harmony export */   Tb: () => (/* binding */ changesText),
/* harmony export */   _5: () => (/* binding */ isUnchanged),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   cz: () => (/* binding */ clipped),
/* harmony export */   gx: () => (/* binding */ prebuildsText),
/* harmony export */   ik: () => (/* binding */ place),
/* harmony export */   rS: () => (/* binding */ evidenceText),
/* harmony export */   yq: () => (/* binding */ subjectText)
/* harmony export */ });
/* harmony import */ var _domain_template_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9795);
/* harmony import */ var _domain_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6418);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7177);



/** A value as JSON, cut to `limit` characters; words where it may not or cannot be shown. */
function valueText(value, limit) {
    return value.kind === 'known' ? [(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(clipped(value.json, limit))] : [VALUE_WORDS[value.kind]];
}
const VALUE_WORDS = {
    sensitive: '(sensitive)',
    withheld: '(not shown)',
    unknown: '(known after apply)',
    absent: '(absent)',
};
/** Terraform may name a path that forces a replacement and whose value stays the same. */
function isUnchanged({ before, after }) {
    return before.kind === 'known' && after.kind === 'known' && before.json === after.json;
}
/** Nothing invisible in it and no longer than `limit`, which counts the ellipsis. */
function clipped(value, limit) {
    const shown = (0,_domain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(value.slice(0, limit));
    if (value.length <= limit && shown.length <= limit)
        return shown;
    // A cut through a surrogate pair would leave half a character.
    return `${shown.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
/** The subject where a reader cannot take it for another kind of thing. */
function subjectText(subject) {
    switch (subject.kind) {
        case 'template':
            return ['the template'];
        case 'resource':
            return [(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(subject.address)];
        case 'preset':
            return (0,_domain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv) `preset ${subject.name}`;
        case 'parameter':
            return subject.preset === undefined
                ? (0,_domain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv) `parameter ${subject.name}`
                : (0,_domain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv) `parameter ${subject.name} of preset ${subject.preset}`;
    }
}
/** `main.tf:12` */
function place({ file, line }) {
    return `${file}:${line}`;
}
/** How the problem is known, and in which claims it was seen. */
function evidenceText({ evidence, details }) {
    const claims = (details.seenIn ?? []).map(claimText).filter((text) => text.length > 0);
    const shown = claims.slice(0, MAX_CLAIMS);
    const rest = claims.length - shown.length;
    if (shown.length === 0)
        return [EVIDENCE_WORDS[evidence]];
    return [
        `${EVIDENCE_WORDS[evidence]}: `,
        ...(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .joined */ .oR)(shown, '; '),
        ...(rest > 0 ? [` and in ${(0,_report_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(rest, 'more claim')}`] : []),
    ];
}
const EVIDENCE_WORDS = {
    measured: 'measured in a plan on real state',
    rehearsed: 'rehearsed with the real provider',
    predicted: 'predicted from the configuration',
    declared: 'declared',
};
const MAX_CLAIMS = 5;
function claimText({ preset, persona, parameter }) {
    const parts = [];
    if (preset !== undefined)
        parts.push((0,_domain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv) `preset ${preset}`);
    if (persona !== undefined)
        parts.push((0,_domain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv) `claimed by ${persona}`);
    if (parameter !== undefined)
        parts.push((0,_domain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv) `with ${parameter.name} set to ${parameter.value}`);
    return (0,_domain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .joined */ .oR)(parts, ', ');
}
/** What kind of plan it is, as a noun. */
const PLAN_KIND_WORDS = {
    claim: 'claim plan',
    fresh: 'plan without state',
    ordinary: 'plan on state, not a claim',
    destroy: 'destroy plan',
    'refresh-only': 'refresh-only plan',
    errored: 'plan that ended in an error',
    partial: 'partial plan',
};
/** Which prebuilds the template asks for. */
function prebuildsText({ prebuildEnabled, presets }) {
    if (prebuildEnabled === false)
        return (0,_domain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv) `no prebuilds, so nothing of it is ever claimed; ${'assume-prebuild'} judges it as if it had`;
    if (prebuildEnabled === undefined)
        return ['the plan does not say whether the template has prebuilds'];
    const built = (0,_domain_template_js__WEBPACK_IMPORTED_MODULE_2__/* .prebuildPresets */ .m)(presets);
    if (built.length === 0)
        return ['no preset has prebuilds; judged as if one had'];
    const shown = built.slice(0, MAX_PRESETS).map((preset) => [(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(preset.name), ` (${presetFacts(preset)})`]);
    const rest = built.length - shown.length;
    return ['prebuilds of ', ...(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .joined */ .oR)(shown, ', '), ...(rest > 0 ? [` and ${(0,_report_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(rest, 'more preset')}`] : [])];
}
const MAX_PRESETS = 10;
function presetFacts({ isDefault, prebuilds }) {
    return [instancesText(prebuilds?.instances), ...(isDefault ? ['default'] : [])].join(', ');
}
function instancesText(instances) {
    return instances === undefined ? 'instances not known' : (0,_report_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(instances, 'instance');
}
/** What the plan replaces and removes; empty where it does neither. */
function changesText({ replacements, removals }) {
    const byDesign = removals.filter((removal) => removal.byDesign).map(({ address }) => address);
    const removed = removals.length - byDesign.length;
    const parts = [];
    if (replacements.length > 0)
        parts.push([`replaces ${(0,_report_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(replacements.length, 'resource')}`]);
    if (removed > 0)
        parts.push([`removes ${(0,_report_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(removed, 'resource')}`]);
    if (byDesign.length > 0)
        parts.push(['by design removes ', ...(0,_domain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .listed */ .KE)(byDesign)]);
    return (0,_domain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .joined */ .oR)(parts, '; ');
}
/** A sentence with names between backticks, as errors for people are written, taken apart again. */
function textOf(sentence) {
    return sentence
        .split('`')
        .map((part, index) => (index % 2 === 1 ? (0,_domain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(part) : part))
        .filter((span) => span !== '');
}
//# sourceMappingURL=wording.js.map

/***/ }),

/***/ 4299:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  y: () => (/* binding */ RULES)
});

// EXTERNAL MODULE: ./build/domain/outcome.js
var outcome = __nccwpck_require__(3153);
// EXTERNAL MODULE: ./build/domain/plan.js
var domain_plan = __nccwpck_require__(698);
;// CONCATENATED MODULE: ./build/domain/claims.js


/** Judges every claim plan of the snapshot by the same eye; what several claims show is one violation. */
function judgeClaims(snapshot, violationsOf) {
    return (0,outcome/* judge */.S4)(snapshot.claims, (claims) => claims.flatMap((claim) => violationsOf(claim).map((violation) => ({
        ...violation,
        details: { ...violation.details, seenIn: isGiven(claim) ? [] : [claim.context] },
    }))));
}
/**
 * What a claim replaces: Coder's rules A and B together, and the replacements
 * that orphan the old object, which Coder does not see. Coder's own resources
 * are left out, as there.
 */
function replacedResources(claim) {
    return claim.plan.changes.filter((change) => ((0,domain_plan/* isReplacement */.D8)(change) && !(0,domain_plan/* isCoderResource */.Y6)(change)) || (0,domain_plan/* isCountedByCoder */.vX)(change));
}
/** The user gave the plan, so there is no telling which claim it is. */
function isGiven({ context }) {
    return context.preset === undefined && context.persona === undefined && context.parameter === undefined;
}
//# sourceMappingURL=claims.js.map
// EXTERNAL MODULE: ./build/domain/finding.js
var finding = __nccwpck_require__(9304);
// EXTERNAL MODULE: ./build/domain/attribute-path.js
var attribute_path = __nccwpck_require__(1413);
// EXTERNAL MODULE: ./build/domain/plan-configuration.js
var plan_configuration = __nccwpck_require__(385);
// EXTERNAL MODULE: ./build/domain/trace-references.js
var trace_references = __nccwpck_require__(4751);
;// CONCATENATED MODULE: ./build/domain/replacement-cause.js




function replacementCause(plan, change) {
    const attributes = [...new Set(change.replacePaths.map(attribute_path/* attributeOf */.w).filter((attribute) => attribute !== undefined))];
    const traces = attributes.map((attribute) => ({
        attribute,
        isUnknown: change.attributes.some(({ path, becomesUnknown }) => becomesUnknown && path[0] === attribute),
        chains: (0,trace_references/* traceAttribute */.yP)(plan, change, attribute),
    }));
    const upstream = traces.map(({ isUnknown, chains }) => (isUnknown ? lastReplaced(chains) : undefined));
    const [root] = upstream;
    const follows = root !== undefined && upstream.every((candidate) => candidate !== undefined);
    return {
        attributes,
        ignorable: attributes.filter((attribute) => isConfigured(plan, change, attribute)),
        chains: traces
            .flatMap(({ chains }) => telling(chains))
            .toSorted((left, right) => left.length - right.length)
            .slice(0, SHOWN_CHAINS),
        root: follows && !(0,domain_plan/* isCoderResource */.Y6)(root) ? root.address : undefined,
        hiddenCause: upstream.find((candidate) => candidate !== undefined && (0,domain_plan/* isCoderResource */.Y6)(candidate))?.address,
    };
}
/** A plan without its configuration does not say; every provider computes `id`. */
function isConfigured(plan, change, attribute) {
    if (plan.configuration === undefined)
        return attribute !== 'id';
    const module = (0,plan_configuration/* moduleAt */.c)(plan.configuration, (0,plan_configuration/* modulePath */.M)(change.moduleAddress));
    const resource = module?.resources.get(`${change.type}.${change.name}`);
    // A `dynamic` block is not in the configuration of a plan, so only an unknown value tells a computed attribute.
    const isComputed = change.attributes.some(({ path, becomesUnknown }) => becomesUnknown && path[0] === attribute);
    return resource === undefined || resource.attributes.has(attribute) || !isComputed;
}
const SHOWN_CHAINS = 6;
/** Of one attribute: chains that end in what a claim changes or in another replacement; any, where none does. */
function telling(chains) {
    const ending = chains.filter((chain) => chain.variesAtClaim || chain.replaced.length > 0);
    return (ending.length > 0 ? ending : chains).map((chain) => chain.links);
}
/** The far end of the shortest chain through replaced resources. */
function lastReplaced(chains) {
    return chains.find((chain) => chain.replaced.length > 0)?.replaced.at(-1);
}
//# sourceMappingURL=replacement-cause.js.map
// EXTERNAL MODULE: ./build/domain/text.js
var domain_text = __nccwpck_require__(6418);
;// CONCATENATED MODULE: ./build/rules/agent-token-loss.js





const agentTokenLoss = {
    id: 'agent-token-loss',
    group: 'claim',
    severity: 'warning',
    summary: 'Claiming a prebuild changes the token of an agent, and whatever embeds it follows.',
    since: '0.1.0',
    evaluate(snapshot) {
        const several = severalAgents(snapshot);
        const replaced = judgeClaims(snapshot, (claim) => claim.plan.changes
            .filter((change) => change.type === 'coder_agent' && (0,domain_plan/* isReplacement */.D8)(change))
            .map((change) => {
            const cause = replacementCause(claim.plan, change);
            return {
                subject: (0,finding/* aboutResource */.g6)(change.address),
                evidence: claim.evidence,
                details: { attributes: change.attributes, chains: cause.chains },
                data: { kind: 'agent-replaced', change, cause },
            };
        }));
        return several === undefined ? replaced : { ...replaced, items: [several, ...replaced.items] };
    },
    explain({ data }) {
        if (data.kind === 'several-agents') {
            return {
                what: (0,domain_text/* say */.cv) `The template has ${data.agents.length} agents: ${(0,domain_text/* listed */.KE)(data.agents)}.`,
                why: [
                    'Coder keeps the token of a single agent over a claim; with two or more each of them gets a new one (coder/coder#17388).',
                ],
                remedy: [
                    'Use one agent in a template with prebuilds, or let nothing that a claim must not replace embed an agent token.',
                ],
            };
        }
        const { change, cause } = data;
        return {
            what: cause.attributes.length === 0
                ? (0,domain_text/* say */.cv) `Claiming a prebuild replaces ${change.address}.`
                : (0,domain_text/* say */.cv) `Claiming a prebuild replaces ${change.address}, because of ${(0,domain_text/* listed */.KE)(cause.attributes)}.`,
            why: [
                'An agent has no update: any changed argument replaces it, and every immutable attribute that embeds its token or script is planned for replacement.',
            ],
            remedy: (0,domain_text/* say */.cv) `Keep the owner and the workspace's name out of the agent's arguments; pass them with ${'coder_env'}, or read them in the startup script.`,
        };
    },
};
function severalAgents({ template }) {
    if (template.agents.length < 2)
        return undefined;
    return {
        subject: finding/* THE_TEMPLATE */.Fn,
        evidence: 'declared',
        data: { kind: 'several-agents', agents: template.agents },
    };
}
//# sourceMappingURL=agent-token-loss.js.map
;// CONCATENATED MODULE: ./build/domain/preset-matching.js
/**
 * The presets that Coder may take for a request that names none
 * (coder/coder#19279): those whose every value was chosen, and of these the ones
 * with the most values. Several are a tie, which Coder breaks arbitrarily; none
 * is a workspace without a preset.
 */
function matchedPresets(presets, choice) {
    const matching = presets.filter((preset) => isChosen(preset, choice));
    const most = Math.max(...matching.map(({ parameters }) => parameters.size));
    return matching.filter(({ parameters }) => parameters.size === most);
}
/**
 * Whether some choice matches both presets equally well: they set the same
 * values, or as many others that contradict each other nowhere. Undefined where
 * a value that would decide it is not known.
 */
function tieBetween(first, second) {
    if (first.parameters.size !== second.parameters.size)
        return 'none';
    const shared = [...first.parameters].filter(([name]) => second.parameters.has(name));
    const pairs = shared.map(([name, value]) => [value, second.parameters.get(name)]);
    if (pairs.some(([one, other]) => one !== undefined && other !== undefined && one !== other))
        return 'none';
    if (pairs.some(([one, other]) => one === undefined || other === undefined))
        return undefined;
    return shared.length === first.parameters.size ? 'same' : 'compatible';
}
function isChosen({ parameters }, choice) {
    return [...parameters].every(([name, value]) => value !== undefined && choice.get(name) === value);
}
//# sourceMappingURL=preset-matching.js.map
;// CONCATENATED MODULE: ./build/domain/preset-parameters.js

/** As a rehearsal of that very preset shows them, or else as the template's plan does. */
function parametersUnder({ template, claims }, preset) {
    const rehearsed = claims.kind === 'not-configured' ? [] : claims.items;
    const own = rehearsed.find(({ plan, context }) => context.preset === preset.name &&
        context.parameter === undefined &&
        !plan.errored &&
        plan.complete !== false &&
        plan.parameters.length > 0);
    return own === undefined
        ? { parameters: template.parameters, exact: false }
        : { parameters: own.plan.parameters, exact: true };
}
/** Whether it is there only under a condition that the preset's own values may not meet. */
function isUncertain(parameter, { exact }) {
    return parameter.conditional && !exact;
}
function isUnknownIn(subject, attribute) {
    return subject.unknown?.includes(attribute) ?? false;
}
/** For a rule that asks what a preset sets. */
function unknownParametersOf(preset) {
    if (!isUnknownIn(preset, 'parameters'))
        return [];
    return [
        {
            code: 'preset-not-known',
            detail: (0,domain_text/* say */.cv) `What preset ${preset.name} sets is not known before the apply, or hidden.`,
            remedy: (0,domain_text/* say */.cv) `Let ${'parameters'} depend on nothing that only an apply computes, and on no sensitive value.`,
        },
    ];
}
/** For a rule that asks for an attribute of a parameter. */
function unknownAttribute(parameter, attribute) {
    if (!isUnknownIn(parameter, attribute))
        return [];
    return [
        {
            code: 'parameter-not-known',
            detail: (0,domain_text/* say */.cv) `${attribute} of parameter ${parameter.name} is not known before the apply, or hidden.`,
            remedy: (0,domain_text/* say */.cv) `Let ${attribute} depend on nothing that only an apply computes, and on no sensitive value.`,
        },
    ];
}
//# sourceMappingURL=preset-parameters.js.map
// EXTERNAL MODULE: ./build/domain/template.js
var template = __nccwpck_require__(9795);
;// CONCATENATED MODULE: ./build/domain/baseline.js

function baselineOf({ baseline }) {
    return baseline ?? outcome/* NOT_CONFIGURED */.rY;
}
//# sourceMappingURL=baseline.js.map
;// CONCATENATED MODULE: ./build/domain/template-outcome.js



/** Judges one after another: presets, as a rule. */
function judgeEach(items, judge) {
    const judgements = items.map(judge);
    return {
        violations: judgements.flatMap(({ violations }) => violations),
        open: judgements.flatMap(({ open }) => open),
    };
}
/** Adds to a judgement what is missing of the template as a whole. */
function templateOutcome({ template }, { violations, open }) {
    const gaps = template.gaps ?? [];
    const unseen = template.prebuildEnabled === undefined && gaps.length === 0 ? [TEMPLATE_NOT_SEEN] : [];
    const reasons = distinct([...unseen, ...gaps, ...open]);
    return reasons.length === 0 ? (0,outcome/* checked */.KD)(violations) : { kind: 'not-checked', items: violations, reasons };
}
/** The same for a rule that compares; not configured without a baseline. */
function changeOutcome(snapshot, judge) {
    const source = baselineOf(snapshot);
    if (source.kind === 'not-configured')
        return { ...outcome/* NOT_CONFIGURED */.rY, items: [] };
    const { violations, open } = judgeEach(source.items, judge);
    return templateOutcome(snapshot, { violations, open: [...source.gaps, ...open] });
}
/** Of several reasons that a reader could not tell apart, the first. */
function distinct(reasons) {
    return [...new Map(reasons.map((reason) => [JSON.stringify([reason.code, reason.detail]), reason])).values()];
}
const TEMPLATE_NOT_SEEN = {
    code: 'template-not-seen',
    detail: ['The plan does not hold the presets and parameters of the template.'],
    remedy: (0,domain_text/* say */.cv) `Mend what ${'terraform plan'} complains about, then plan again.`,
};
//# sourceMappingURL=template-outcome.js.map
;// CONCATENATED MODULE: ./build/rules/ambiguous-preset.js






const ambiguousPreset = {
    id: 'ambiguous-preset',
    group: 'template',
    severity: 'warning',
    summary: 'Coder cannot tell which prebuild preset a request that names none is for.',
    since: '0.1.0',
    evaluate(snapshot) {
        const presets = (0,template/* prebuildPresets */.m)(snapshot.template.presets);
        return templateOutcome(snapshot, judgeEach(presets, (preset) => judgePreset(snapshot.template, presets, preset)));
    },
    explain({ data }) {
        return {
            what: (0,domain_text/* joined */.oR)(ambiguities(data)),
            why: [
                'For a request that names no preset, Coder takes the one whose values were all chosen, and of several the one with the most values; of equals it takes any. The prebuild that is claimed may then be of the wrong preset.',
            ],
            remedy: data.matchesEveryone
                ? (0,domain_text/* say */.cv) `Let ${data.preset} set the parameters that make it what it is.`
                : (0,domain_text/* say */.cv) `Let ${data.preset} differ in a value, or merge the presets.`,
        };
    },
};
function ambiguities({ preset, same, compatible, matchesEveryone }) {
    return [
        ...(matchesEveryone ? [(0,domain_text/* say */.cv) `Preset ${preset} sets no parameter, so it matches every request.`] : []),
        ...(same.length > 0 ? [(0,domain_text/* say */.cv) `Preset ${preset} sets the same values as ${(0,domain_text/* listed */.KE)(same)}.`] : []),
        ...(compatible.length > 0
            ? [
                (0,domain_text/* say */.cv) `A request that matches preset ${preset} can match ${(0,domain_text/* listed */.KE)(compatible)} equally well: they set as many values, other ones.`,
            ]
            : []),
    ];
}
function judgePreset(template, presets, preset) {
    if (isUnknownIn(preset, 'parameters'))
        return { violations: [], open: unknownParametersOf(preset) };
    const earlier = presets.slice(0, presets.indexOf(preset)).filter((other) => !isUnknownIn(other, 'parameters'));
    const ties = earlier.map((other) => ({ name: other.name, tie: tieBetween(other, preset) }));
    const named = (kind) => ties.filter(({ tie }) => tie === kind).map(({ name }) => name);
    const data = {
        preset: preset.name,
        same: named('same'),
        compatible: named('compatible'),
        // Where there is nothing to choose, a preset without values is the usual way to have prebuilds.
        matchesEveryone: preset.parameters.size === 0 && template.parameters.length > 0,
    };
    const isGrave = data.same.length > 0 || data.matchesEveryone;
    const violation = {
        subject: (0,finding/* aboutPreset */.p0)(preset.name),
        evidence: 'declared',
        ...(!isGrave && { severity: 'notice' }),
        data,
    };
    return {
        violations: isGrave || data.compatible.length > 0 ? [violation] : [],
        open: ties.flatMap(({ name, tie }) => (tie === undefined ? [notComparable(preset, name)] : [])),
    };
}
function notComparable(preset, other) {
    return {
        code: 'preset-not-known',
        detail: (0,domain_text/* say */.cv) `Presets ${other} and ${preset.name} cannot be compared: a value of theirs is not known before the apply, or hidden.`,
        remedy: (0,domain_text/* say */.cv) `Write the values into the presets as they are.`,
    };
}
//# sourceMappingURL=ambiguous-preset.js.map
;// CONCATENATED MODULE: ./build/rules/duplicate-preset-name.js



const duplicatePresetName = {
    id: 'duplicate-preset-name',
    group: 'template',
    severity: 'error',
    summary: 'Two presets have the same name, so the template version cannot be stored.',
    since: '0.1.0',
    evaluate(snapshot) {
        const { presets } = snapshot.template;
        const names = [...new Set(presets.map(({ name }) => name))];
        const duplicates = names
            .map((name) => ({
            name,
            addresses: presets.filter((preset) => preset.name === name).map(({ address }) => address),
        }))
            .filter(({ addresses }) => addresses.length > 1);
        return templateOutcome(snapshot, {
            open: [],
            violations: duplicates.map((data) => ({ subject: (0,finding/* aboutPreset */.p0)(data.name), evidence: 'declared', data })),
        });
    },
    explain({ data: { name, addresses } }) {
        return {
            what: (0,domain_text/* say */.cv) `${addresses.length} presets have the name ${name}: ${(0,domain_text/* listed */.KE)(addresses)}.`,
            why: [
                'Neither Terraform nor the check at import sees it; storing the version fails on a unique index after the push.',
            ],
            remedy: ['Give each preset a name of its own. Names are what stays the same over template versions.'],
        };
    },
};
//# sourceMappingURL=duplicate-preset-name.js.map
;// CONCATENATED MODULE: ./build/rules/ephemeral-preset-parameter.js





const ephemeralPresetParameter = {
    id: 'ephemeral-preset-parameter',
    group: 'template',
    severity: 'warning',
    summary: 'A prebuild preset sets an ephemeral parameter, which is applied again at the claim.',
    since: '0.1.0',
    evaluate(snapshot) {
        const presets = (0,template/* prebuildPresets */.m)(snapshot.template.presets);
        return templateOutcome(snapshot, judgeEach(presets, (preset) => ephemeral_preset_parameter_judgePreset(snapshot, preset)));
    },
    explain({ data: { preset, parameter } }) {
        return {
            what: (0,domain_text/* say */.cv) `Preset ${preset} sets ${parameter}, which is ephemeral.`,
            why: [
                'An ephemeral value is meant for one build. From a preset it counts for the build of the prebuild and once more for the claim, so whatever it triggers happens twice, the second time in front of the claimant.',
            ],
            remedy: (0,domain_text/* say */.cv) `Take ${parameter} out of the preset; its default then counts for both builds.`,
        };
    },
};
function ephemeral_preset_parameter_judgePreset(snapshot, preset) {
    const set = parametersUnder(snapshot, preset).parameters.filter(({ name }) => preset.parameters.has(name));
    return {
        open: [...unknownParametersOf(preset), ...set.flatMap((parameter) => unknownAttribute(parameter, 'ephemeral'))],
        violations: set
            .filter(({ ephemeral }) => ephemeral)
            .map(({ name }) => ({
            subject: (0,finding/* aboutParameter */.Z0)(name, preset.name),
            evidence: 'declared',
            data: { preset: preset.name, parameter: name },
        })),
    };
}
//# sourceMappingURL=ephemeral-preset-parameter.js.map
;// CONCATENATED MODULE: ./build/rules/failing-prebuild-deletion.js



const failingPrebuildDeletion = {
    id: 'failing-prebuild-deletion',
    group: 'history',
    severity: 'warning',
    summary: 'Coder could not delete prebuilds, and what they hold stays.',
    since: '0.1.0',
    evaluate({ histories = outcome/* NOT_CONFIGURED */.rY }) {
        return (0,outcome/* judge */.S4)(histories, (templates) => templates
            .filter(({ failedDeletions }) => failedDeletions.length > 0)
            .map(({ failedDeletions, version }) => ({
            subject: finding/* THE_TEMPLATE */.Fn,
            evidence: 'declared',
            data: { versions: byVersion(failedDeletions, version.id) },
        })));
    },
    explain({ data: { versions } }) {
        const [newest] = versions.flatMap(({ deletions }) => deletions).toSorted(byNewest);
        const count = versions.reduce((sum, { deletions }) => sum + deletions.length, 0);
        return {
            what: (0,domain_text/* joined */.oR)([
                count === 1 ? ['A prebuild could not be deleted.'] : [`${count} prebuilds could not be deleted.`],
                ...versions.map(deletionsOf),
            ]),
            why: [
                'A delete runs on the template version of the last build of that workspace, not on the active one, so a newer version does not mend it. What the prebuild holds stays, and costs.',
            ],
            remedy: newest === undefined
                ? ['Look at the log of the failed delete.']
                : (0,domain_text/* say */.cv) `The log of the newest is at ${newest.url}. Mend its cause and delete the workspace again, or remove its resources by hand and run ${'coder delete --orphan'}.`,
        };
    },
};
/** Newest failure first, so that the version of now comes before those of long ago. */
function byVersion(failed, activeId) {
    const groups = new Map();
    for (const deletion of failed.toSorted(byNewest)) {
        const group = groups.get(deletion.version.id);
        if (group === undefined)
            groups.set(deletion.version.id, [deletion]);
        else
            group.push(deletion);
    }
    return [...groups].map(([id, deletions]) => ({
        version: deletions[0]?.version.name ?? id,
        isActive: id === activeId,
        deletions,
    }));
}
function byNewest(left, right) {
    return right.createdAt - left.createdAt || (left.workspace < right.workspace ? -1 : 1);
}
function deletionsOf({ version, isActive, deletions }) {
    const names = (0,domain_text/* listed */.KE)(deletions.map(({ workspace }) => workspace), 3);
    const active = isActive ? [', the active one'] : [', no longer active'];
    const error = deletions.find((deletion) => deletion.error !== undefined)?.error;
    const where = (0,domain_text/* say */.cv) `Version ${version}${active}: ${names}.`;
    return error === undefined ? where : (0,domain_text/* joined */.oR)([where, (0,domain_text/* say */.cv) `The error: ${error}.`]);
}
//# sourceMappingURL=failing-prebuild-deletion.js.map
// EXTERNAL MODULE: ./build/domain/history.js
var domain_history = __nccwpck_require__(1381);
// EXTERNAL MODULE: ./build/domain/preset-status.js + 1 modules
var preset_status = __nccwpck_require__(544);
// EXTERNAL MODULE: ./build/domain/time.js
var time = __nccwpck_require__(7368);
;// CONCATENATED MODULE: ./build/rules/failing-preset.js






const failingPreset = {
    id: 'failing-preset',
    group: 'history',
    severity: 'warning',
    summary: 'The newest prebuilds of a preset failed, and Coder will stop building it if that goes on.',
    since: '0.1.0',
    evaluate({ histories = outcome/* NOT_CONFIGURED */.rY, policy: { history: policy = domain_history/* DEFAULT_HISTORY_POLICY */.yG } }) {
        return (0,outcome/* judge */.S4)(histories, (templates) => templates.flatMap((history) => history.presets
            .filter((preset) => (0,preset_status/* decidePreset */.Ov)(history, preset, policy).status === 'failing')
            .map((preset) => ({
            subject: (0,finding/* aboutPreset */.p0)(preset.name),
            evidence: 'declared',
            data: {
                preset: preset.name,
                version: history.version.name,
                diagnosis: (0,preset_status/* diagnosePreset */.Wt)(history, preset, policy),
            },
        }))));
    },
    explain({ data: { preset, version, diagnosis } }) {
        const { lastFailure } = diagnosis;
        return {
            what: (0,domain_text/* joined */.oR)([
                streakOf(preset, version, diagnosis),
                ...(lastFailure?.error === undefined ? [] : [(0,domain_text/* say */.cv) `The last error: ${lastFailure.error}.`]),
            ]),
            why: (0,domain_text/* joined */.oR)([limitOf(diagnosis), ...backoffOf(diagnosis)]),
            remedy: lastFailure === undefined
                ? ['Look at the log of the failed build and mend what it names.']
                : (0,domain_text/* say */.cv) `The build log is at ${lastFailure.url}. Mend what it names, then promote a new version.`,
        };
    },
};
function streakOf(preset, version, { streak, underWay }) {
    if (streak > 0) {
        const builds = streak === 1 ? 'build' : `${streak} builds`;
        return ['The newest ', builds, ...(0,domain_text/* say */.cv) ` of preset ${preset} in version ${version} failed.`];
    }
    return underWay > 0
        ? (0,domain_text/* say */.cv) `Builds of preset ${preset} in version ${version} failed; ${underWay} newer ${underWay === 1 ? ['one is'] : ['ones are']} under way.`
        : (0,domain_text/* say */.cv) `A recent build of preset ${preset} in version ${version} failed.`;
}
function limitOf({ streak, settledStreak, failuresLeft, underWay }) {
    if (failuresLeft === undefined)
        return ['The hard limit is switched off, so Coder goes on trying.'];
    // A build under way breaks the streak only until it fails.
    const left = Math.max(failuresLeft + streak - settledStreak, 1);
    const more = settledStreak > 0 ? ' more' : '';
    const failures = left === 1 ? `one${more} failure` : `${left}${more} failures in a row`;
    return [
        `After ${failures}${underWay > 0 ? ', those under way included,' : ''} Coder stops building it, and tells nobody.`,
    ];
}
function backoffOf({ backoff }) {
    if (backoff === undefined)
        return [];
    return [[`Until ${(0,time/* formatTime */.f)(backoff.until)} Coder backs off and neither builds nor deletes prebuilds of it.`]];
}
//# sourceMappingURL=failing-preset.js.map
;// CONCATENATED MODULE: ./build/rules/hard-limited-preset.js




const hardLimitedPreset = {
    id: 'hard-limited-preset',
    group: 'history',
    severity: 'error',
    summary: 'Coder stopped building prebuilds of a preset because its newest builds all failed.',
    since: '0.1.0',
    evaluate({ histories = outcome/* NOT_CONFIGURED */.rY, policy: { history = domain_history/* DEFAULT_HISTORY_POLICY */.yG } }) {
        const { failureHardLimit: limit, templateChanged } = history;
        return (0,outcome/* judge */.S4)(histories, (templates) => templates.flatMap(({ presets, version }) => presets.flatMap(({ name, builds = [] }) => {
            const [lastFailure] = builds;
            if (lastFailure === undefined || !(0,domain_history/* isHardLimited */.qp)(builds, limit))
                return [];
            return [
                {
                    subject: (0,finding/* aboutPreset */.p0)(name),
                    evidence: 'declared',
                    // A merge starts a version with a count of zero, so this change may well be the cure.
                    ...(templateChanged ? { severity: 'warning' } : {}),
                    data: { preset: name, version: version.name, limit, lastFailure, templateChanged },
                },
            ];
        })));
    },
    explain({ data: { preset, version, limit, lastFailure, templateChanged } }) {
        return {
            what: (0,domain_text/* joined */.oR)([
                limit === 1
                    ? (0,domain_text/* say */.cv) `Coder builds no more prebuilds of preset ${preset}: the newest build of version ${version} failed.`
                    : (0,domain_text/* say */.cv) `Coder builds no more prebuilds of preset ${preset}: the newest ${limit} builds of version ${version} all failed.`,
                ...errorOf(lastFailure),
            ]),
            why: [
                'Coder tells nobody. The pool runs empty, and every claim becomes an ordinary build that the claimant waits for.',
            ],
            remedy: templateChanged
                ? (0,domain_text/* say */.cv) `The build log is at ${lastFailure.url}. A merge starts a new version with no failures; make sure that it mends this error.`
                : (0,domain_text/* say */.cv) `The build log is at ${lastFailure.url}. Mend the template and promote a new version, or delete the failed prebuilds if the cause lay outside of it: ${'coder list --search owner:prebuilds'} shows them.`,
        };
    },
};
function errorOf({ error, errorCode }) {
    if (error === undefined)
        return [];
    return [
        errorCode === undefined ? ['The last error: ', (0,domain_text/* code */.aY)(error), '.'] : (0,domain_text/* say */.cv) `The last error (${errorCode}): ${error}.`,
    ];
}
//# sourceMappingURL=hard-limited-preset.js.map
;// CONCATENATED MODULE: ./build/domain/go-literals.js
/**
 * How the provider, which is written in Go, reads a parameter's text. The cases
 * where Go and JavaScript differ are what this file is for.
 */
/** `strconv.Atoi`: a sign and digits, within 64 bits. */
function goInteger(text) {
    if (!/^[+-]?[0-9]+$/.test(text))
        return undefined;
    const value = BigInt(text.replace(/^\+/, ''));
    return value >= -(2n ** 63n) && value < 2n ** 63n ? value : undefined;
}
/** `strconv.ParseFloat` with 64 bits: hexadecimal, `inf`, `nan` and `_` between digits too, but nothing out of range. */
function isGoFloat(text) {
    if (/^(?:[+-]?inf(?:inity)?|nan)$/i.test(text))
        return true;
    const digits = text.replaceAll('_', '');
    if (DECIMAL.test(text) && /[0-9]/.test(text.split(/e/i)[0] ?? ''))
        return Number.isFinite(Number(digits));
    const hexadecimal = HEXADECIMAL.exec(text);
    return hexadecimal !== null && isHexadecimalInRange(digits);
}
/** `strconv.ParseBool`. */
function isGoBool(text) {
    return GO_BOOLS.has(text);
}
/** `json.Unmarshal` into a slice of strings, where `null` is an empty list and, as an element, an empty string. */
function goStringList(text) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        return undefined;
    }
    if (value === null)
        return [];
    if (!Array.isArray(value))
        return undefined;
    const elements = value;
    if (!elements.every((element) => element === null || typeof element === 'string'))
        return undefined;
    return elements.map((element) => element ?? '');
}
const GO_BOOLS = new Set([
    '1',
    't',
    'T',
    'TRUE',
    'true',
    'True',
    '0',
    'f',
    'F',
    'FALSE',
    'false',
    'False',
]);
const DIGITS = '[0-9](?:_?[0-9])*';
const HEX_DIGITS = '[0-9a-fA-F](?:_?[0-9a-fA-F])*';
const DECIMAL = new RegExp(`^[+-]?(?:${DIGITS})?(?:\\.(?:${DIGITS})?)?(?:[eE][+-]?${DIGITS})?$`);
const HEXADECIMAL = new RegExp(`^[+-]?0[xX](?:_?${HEX_DIGITS}(?:\\.(?:${HEX_DIGITS})?)?|\\.${HEX_DIGITS})[pP][+-]?${DIGITS}$`);
/** Below the number that Go would have to round up to 2^1024. */
function isHexadecimalInRange(text) {
    const [, whole = '', fraction = '', exponent = ''] = /^[+-]?0x([0-9a-f]*)\.?([0-9a-f]*)p(.*)$/i.exec(text) ?? [];
    const mantissa = BigInt(`0x${whole}${fraction}`);
    if (mantissa === 0n)
        return true;
    const shift = BigInt(exponent.replace(/^\+/, '')) - 4n * BigInt(fraction.length);
    const bits = BigInt(mantissa.toString(2).length) + shift;
    if (bits !== 1024n)
        return bits < 1024n;
    const limit = 2n ** 1024n - 2n ** 970n;
    return shift >= 0n ? mantissa << shift < limit : mantissa < limit << -shift;
}
//# sourceMappingURL=go-literals.js.map
;// CONCATENATED MODULE: ./build/domain/parameter-definition.js

/**
 * Why the provider refuses the parameter whatever its value is; undefined for a
 * sound one. A plan holds only sound ones: it fails on the others.
 */
function definitionProblem(parameter) {
    const { type, options, validation } = parameter;
    const formTypes = FORM_TYPES.get(type)?.[options.length > 0 ? 'withOptions' : 'withoutOptions'];
    if (!parameter.mutable && parameter.ephemeral)
        return 'it is immutable and ephemeral';
    if (parameter.default === undefined && parameter.ephemeral)
        return 'it is ephemeral and has no default';
    if (parameter.formType !== undefined && !formTypes?.includes(parameter.formType)) {
        return 'its form type does not fit its type';
    }
    const optionType = optionsAreElements(parameter) ? 'string' : type;
    if (new Set(options.map(({ name }) => name)).size < options.length)
        return 'two of its options have the same name';
    if (new Set(options.map(({ value }) => value)).size < options.length)
        return 'two of its options have the same value';
    if (!options.every(({ value }) => isOfType(optionType, value)))
        return 'the value of an option is not of its type';
    if (validation === undefined)
        return undefined;
    const { min, max, monotonic, regex } = validation;
    if (type !== 'number' && (min !== undefined || max !== undefined || monotonic !== undefined)) {
        return 'only a number can have a minimum, a maximum or a direction';
    }
    return type !== 'string' && regex !== undefined && regex !== ''
        ? 'only a string can have a regular expression'
        : undefined;
}
/** A later provider may know more types. */
function isKnownType(type) {
    return FORM_TYPES.has(type);
}
/** With `multi-select` the options are what the elements of the list may be; else each option is a whole value. */
function optionsAreElements({ type, formType }) {
    return type === 'list(string)' && formType === 'multi-select';
}
/** Whether Go reads the text as that type. */
function isOfType(type, value) {
    if (type === 'number')
        return isGoFloat(value);
    if (type === 'bool')
        return isGoBool(value);
    return type !== 'list(string)' || goStringList(value) !== undefined;
}
/** The first of each row is what the provider takes where none is written. */
const FORM_TYPES = new Map([
    ['string', { withOptions: ['radio', 'dropdown'], withoutOptions: ['input', 'textarea'] }],
    ['number', { withOptions: ['radio', 'dropdown'], withoutOptions: ['input', 'slider'] }],
    ['bool', { withOptions: ['radio', 'dropdown'], withoutOptions: ['checkbox', 'switch'] }],
    ['list(string)', { withOptions: ['radio', 'multi-select'], withoutOptions: ['tag-select'] }],
]);
//# sourceMappingURL=parameter-definition.js.map
;// CONCATENATED MODULE: ./build/domain/re2-scanner.js
/**
 * `invalid` for what Go refuses to compile, `unsupported` for what not every
 * version of Go reads alike, or what is too large for us.
 */
class Re2Failure extends Error {
    name = 'Re2Failure';
    kind;
    constructor(kind) {
        super(kind);
        this.kind = kind;
    }
}
/** Reads an expression from left to right, by characters and not by UTF-16 units. */
class Re2Scanner {
    #characters;
    #position = 0;
    constructor(expression) {
        this.#characters = Array.from(expression);
    }
    get isAtEnd() {
        return this.#position >= this.#characters.length;
    }
    peek(ahead = 0) {
        return this.#characters[this.#position + ahead];
    }
    isNext(text) {
        return Array.from(text).every((character, index) => this.peek(index) === character);
    }
    next() {
        const character = this.peek();
        if (character === undefined)
            throw new Re2Failure('invalid');
        this.#position++;
        return character;
    }
    /** Whether `text` was next, and was read. */
    skip(text) {
        if (!this.isNext(text))
            return false;
        this.#position += Array.from(text).length;
        return true;
    }
    /** What stands before `text`, both read; undefined, with nothing read, where it does not occur. */
    upTo(text) {
        const rest = this.#characters.slice(this.#position).join('');
        const end = rest.indexOf(text);
        if (end < 0)
            return undefined;
        const found = rest.slice(0, end);
        this.#position += Array.from(found).length + Array.from(text).length;
        return found;
    }
    rest() {
        const rest = this.#characters.slice(this.#position).join('');
        this.#position = this.#characters.length;
        return rest;
    }
    /** What the expression matches here, both read and returned. */
    take(expression) {
        const found = expression.exec(this.#characters.slice(this.#position).join(''))?.[0];
        if (found !== undefined)
            this.#position += Array.from(found).length;
        return found;
    }
    /** The character that an escape means, its backslash read already. Go refuses letters that mean nothing. */
    escapedCharacter() {
        const octal = this.take(/^(?:[1-7][0-7]{1,2}|0[0-7]{0,2})/);
        if (octal !== undefined)
            return Number.parseInt(octal, 8);
        const character = this.next();
        if (character === 'x')
            return this.#hexadecimal();
        const control = CONTROLS.get(character);
        if (control !== undefined)
            return control;
        const codePoint = character.codePointAt(0) ?? 0;
        if (codePoint >= 0x80 || /[0-9A-Za-z]/.test(character))
            throw new Re2Failure('invalid');
        return codePoint;
    }
    #hexadecimal() {
        const digits = this.take(/^(?:[0-9a-fA-F]{2}|\{[0-9a-fA-F]+\})/);
        const codePoint = Number.parseInt((digits ?? '').replaceAll(/[{}]/g, ''), 16);
        if (!(codePoint <= 0x10_ffff))
            throw new Re2Failure('invalid');
        return codePoint;
    }
}
const CONTROLS = new Map([
    ['a', 0x07],
    ['f', 0x0c],
    ['n', 0x0a],
    ['r', 0x0d],
    ['t', 0x09],
    ['v', 0x0b],
]);
//# sourceMappingURL=re2-scanner.js.map
;// CONCATENATED MODULE: ./build/domain/re2-class.js

function anyOf(tests) {
    return (character) => tests.some((test) => test(character));
}
function not(test) {
    return (character) => !test(character);
}
function anything() {
    return () => true;
}
/** `fold` is `(?i)`: both languages compare by Unicode's simple case folding. */
function range(from, to, fold) {
    if (!fold) {
        return (character) => {
            const codePoint = character.codePointAt(0) ?? -1;
            return from <= codePoint && codePoint <= to;
        };
    }
    return oneOf(`[${escaped(from)}-${escaped(to)}]`, fold);
}
/** `\d`, `\S` and the like: ASCII only, in Go. Undefined for a letter that names no class. */
function perlClass(letter, fold) {
    const members = PERL_CLASSES.get(letter.toLowerCase());
    if (members === undefined)
        return undefined;
    const test = oneOf(`[${members}]`, fold);
    return letter === letter.toLowerCase() ? test : not(test);
}
/** The name in `[:alpha:]` or `[:^alpha:]`. */
function posixClass(name, fold) {
    const negated = name.startsWith('^');
    const members = POSIX_CLASSES.get(negated ? name.slice(1) : name);
    if (members === undefined)
        throw new Re2Failure('invalid');
    const test = oneOf(`[${members}]`, fold);
    return negated ? not(test) : test;
}
/**
 * The name in `\p{Greek}`. Go learned names and the members of `C` in later
 * versions (1.25), so a name that not every provider understands alike is not
 * judged here.
 */
function unicodeClass(name, fold) {
    const negated = name.startsWith('^');
    const plain = negated ? name.slice(1) : name;
    const test = namedUnicode(plain, fold);
    return negated ? not(test) : test;
}
function namedUnicode(name, fold) {
    if (name === 'Any')
        return anything();
    if (CATEGORIES.has(name))
        return oneOf(`\\p{${name}}`, fold);
    if (SCRIPTS.has(name))
        return oneOf(`\\p{Script=${name}}`, fold);
    throw new Re2Failure('unsupported');
}
/** A class of JavaScript that is only ever asked about one character: it cannot backtrack. */
function oneOf(characterClass, fold) {
    const expression = new RegExp(`^${characterClass}$`, fold ? 'iu' : 'u');
    return (character) => expression.test(character);
}
function escaped(codePoint) {
    return `\\u{${codePoint.toString(16)}}`;
}
const PERL_CLASSES = new Map([
    ['d', '0-9'],
    ['s', '\\t\\n\\f\\r '],
    ['w', '0-9A-Za-z_'],
]);
const POSIX_CLASSES = new Map([
    ['alnum', '0-9A-Za-z'],
    ['alpha', 'A-Za-z'],
    ['ascii', '\\0-\\x7f'],
    ['blank', '\\t '],
    ['cntrl', '\\0-\\x1f\\x7f'],
    ['digit', '0-9'],
    ['graph', '!-~'],
    ['lower', 'a-z'],
    ['print', ' -~'],
    ['punct', '!-\\/:-@\\[-`\\{-~'],
    ['space', '\\t-\\r '],
    ['upper', 'A-Z'],
    ['word', '0-9A-Za-z_'],
    ['xdigit', '0-9A-Fa-f'],
]);
const CATEGORIES = new Set('L Ll Lm Lo Lt Lu M Mc Me Mn N Nd Nl No P Pc Pd Pe Pf Pi Po Ps S Sc Sk Sm So Z Zl Zp Zs Cc Co'.split(' '));
const SCRIPTS = new Set('Arabic Armenian Bengali Cyrillic Devanagari Georgian Greek Han Hangul Hebrew Hiragana Katakana Latin Tamil Thai'.split(' '));
//# sourceMappingURL=re2-class.js.map
;// CONCATENATED MODULE: ./build/domain/re2-syntax.js


/** Throws a `Re2Failure` where Go would refuse the expression, or where it is not certain how it would read it. */
function parseRe2(expression) {
    if (expression.length > LONGEST_EXPRESSION)
        throw new Re2Failure('unsupported');
    const scanner = new Re2Scanner(expression);
    const node = readChoice(scanner, { fold: false, multiline: false, dotAll: false });
    if (!scanner.isAtEnd)
        throw new Re2Failure('invalid');
    return node;
}
/** Up to a closing parenthesis or the end. */
function readChoice(scanner, flags) {
    const branches = [];
    let parts = [];
    let current = flags;
    let isAfterRepeat = false;
    while (!scanner.isAtEnd && !scanner.isNext(')')) {
        const repeat = readRepeat(scanner);
        if (repeat !== undefined) {
            const node = parts.pop();
            if (node === undefined || isAfterRepeat)
                throw new Re2Failure('invalid');
            parts.push(repeated(node, repeat));
            isAfterRepeat = true;
            continue;
        }
        isAfterRepeat = false;
        if (scanner.skip('|')) {
            branches.push({ kind: 'sequence', parts });
            parts = [];
            continue;
        }
        const item = readItem(scanner, current);
        if (item.kind === 'flags')
            current = item.flags;
        else
            parts.push(...item.nodes);
    }
    branches.push({ kind: 'sequence', parts });
    return branches.length === 1 && branches[0] !== undefined ? branches[0] : { kind: 'choice', branches };
}
function readItem(scanner, flags) {
    if (scanner.isNext('('))
        return readGroup(scanner, flags);
    const character = scanner.next();
    switch (character) {
        case '^':
            return position(flags.multiline ? 'line-start' : 'text-start');
        case '$':
            return position(flags.multiline ? 'line-end' : 'text-end');
        case '.':
            return characters([flags.dotAll ? anything() : not(range(0x0a, 0x0a, false))]);
        case '[':
            return characters([readClass(scanner, flags)]);
        case '\\':
            return readEscape(scanner, flags);
        default:
            return characters([literal(character, flags)]);
    }
}
function readEscape(scanner, flags) {
    for (const [letter, at] of POSITIONS)
        if (scanner.skip(letter))
            return position(at);
    if (scanner.skip('Q')) {
        const quoted = scanner.upTo('\\E') ?? scanner.rest();
        return characters(Array.from(quoted, (character) => literal(character, flags)));
    }
    const test = readClassEscape(scanner, flags);
    if (test !== undefined)
        return characters([test]);
    const codePoint = scanner.escapedCharacter();
    return characters([range(codePoint, codePoint, flags.fold)]);
}
/** `\d`, `\pL`, `\P{Greek}`, their backslash read already; undefined, with nothing read, for another escape. */
function readClassEscape(scanner, { fold }) {
    const letter = scanner.peek() ?? '';
    if (letter === 'p' || letter === 'P') {
        scanner.next();
        const name = scanner.skip('{') ? scanner.upTo('}') : scanner.next();
        if (name === undefined)
            throw new Re2Failure('invalid');
        const test = unicodeClass(name, fold);
        return letter === 'p' ? test : not(test);
    }
    const test = perlClass(letter, fold);
    if (test !== undefined)
        scanner.next();
    return test;
}
/** After its opening bracket. A negated class matches a line break, as in Perl. */
function readClass(scanner, flags) {
    const negated = scanner.skip('^');
    const tests = [];
    while (tests.length === 0 || !scanner.isNext(']')) {
        const posix = scanner.take(/^\[:.*?:\]/su);
        if (posix !== undefined) {
            tests.push(posixClass(posix.slice(2, -2), flags.fold));
            continue;
        }
        tests.push(readClassMember(scanner, flags));
    }
    scanner.next();
    return negated ? not(anyOf(tests)) : anyOf(tests);
}
function readClassMember(scanner, flags) {
    if (scanner.isNext('\\')) {
        scanner.next();
        const test = readClassEscape(scanner, flags);
        if (test !== undefined)
            return test;
        return readRange(scanner, scanner.escapedCharacter(), flags);
    }
    return readRange(scanner, scanner.next().codePointAt(0) ?? 0, flags);
}
function readRange(scanner, from, { fold }) {
    const isRange = scanner.isNext('-') && scanner.peek(1) !== undefined && scanner.peek(1) !== ']';
    if (!isRange)
        return range(from, from, fold);
    scanner.next();
    const to = scanner.skip('\\') ? scanner.escapedCharacter() : (scanner.next().codePointAt(0) ?? 0);
    if (to < from)
        throw new Re2Failure('invalid');
    return range(from, to, fold);
}
/** A group restores at its end the flags that were set in it; `(?i)` sets them for the rest of what it stands in. */
function readGroup(scanner, flags) {
    scanner.next();
    let inner = flags;
    if (scanner.isNext('?') && scanner.take(/^\?P?<[0-9A-Za-z_]+>/) === undefined) {
        const written = scanner.take(/^\?[imsU]*(?:-[imsU]+)?[:)]/);
        if (written === undefined)
            throw new Re2Failure('invalid');
        inner = withFlags(flags, written);
        if (written.endsWith(')'))
            return { kind: 'flags', flags: inner };
    }
    const node = readChoice(scanner, inner);
    if (!scanner.skip(')'))
        throw new Re2Failure('invalid');
    return { kind: 'nodes', nodes: [node] };
}
function withFlags(flags, written) {
    const [on = '', off = ''] = written.split('-');
    const flag = (letter, before) => (before || on.includes(letter)) && !off.includes(letter);
    return { fold: flag('i', flags.fold), multiline: flag('m', flags.multiline), dotAll: flag('s', flags.dotAll) };
}
/** Whether it is greedy does not matter: only whether there is a match at all. */
function readRepeat(scanner) {
    const written = scanner.take(/^(?:[*+?]|\{(?:0|[1-9][0-9]*)(?:,(?:0|[1-9][0-9]*)?)?\})\??/);
    if (written === undefined)
        return undefined;
    if (written.startsWith('*'))
        return { min: 0, max: undefined, counted: false };
    if (written.startsWith('+'))
        return { min: 1, max: undefined, counted: false };
    if (written.startsWith('?'))
        return { min: 0, max: 1, counted: false };
    const [, from = '', comma, to = ''] = /^\{(\d+)(,?)(\d*)\}/.exec(written) ?? [];
    const min = Number(from);
    const max = comma === '' ? min : to === '' ? undefined : Number(to);
    const largest = max ?? min;
    if (min > MOST_REPEATS || largest > MOST_REPEATS || min > largest)
        throw new Re2Failure('invalid');
    return { min, max, counted: true };
}
function repeated(node, bounds) {
    const repeat = { kind: 'repeat', node, ...bounds };
    const isLarge = bounds.counted && (bounds.max ?? bounds.min) >= 2;
    if (isLarge && !staysWithin(repeat, MOST_REPEATS))
        throw new Re2Failure('invalid');
    return repeat;
}
/** Go multiplies repeats that stand in one another. */
function staysWithin(node, most) {
    switch (node.kind) {
        case 'sequence':
            return node.parts.every((part) => staysWithin(part, most));
        case 'choice':
            return node.branches.every((branch) => staysWithin(branch, most));
        case 'repeat': {
            if (!node.counted)
                return staysWithin(node.node, most);
            const copies = node.max ?? node.min;
            if (node.max === 0)
                return true;
            return copies <= most && staysWithin(node.node, copies > 0 ? Math.floor(most / copies) : most);
        }
        default:
            return true;
    }
}
function literal(character, { fold }) {
    const codePoint = character.codePointAt(0) ?? 0;
    return range(codePoint, codePoint, fold);
}
function characters(tests) {
    return { kind: 'nodes', nodes: tests.map((test) => ({ kind: 'character', test })) };
}
function position(at) {
    return { kind: 'nodes', nodes: [{ kind: 'position', at }] };
}
const POSITIONS = [
    ['A', 'text-start'],
    ['z', 'text-end'],
    ['b', 'word-boundary'],
    ['B', 'inside-word'],
];
/** Go's own limit. */
const MOST_REPEATS = 1000;
/** So that no nesting exhausts the stack. */
const LONGEST_EXPRESSION = 1500;
//# sourceMappingURL=re2-syntax.js.map
;// CONCATENATED MODULE: ./build/domain/re2.js


/**
 * Whether Go's `regexp` finds a match anywhere in the text. `invalid` for an
 * expression that Go refuses, `unsupported` for one that is not judged here.
 *
 * All ways to match are followed at once, so the time grows with the length of
 * the text and never explodes.
 */
function matchRe2(expression, text) {
    try {
        return runs(programOf(parseRe2(expression)), Array.from(text)) ? 'match' : 'no-match';
    }
    catch (error) {
        if (error instanceof Re2Failure)
            return error.kind;
        throw error;
    }
}
function programOf(node) {
    const program = [];
    emit(node, program);
    program.push({ kind: 'match' });
    return program;
}
function emit(node, program) {
    if (program.length > LARGEST_PROGRAM)
        throw new Re2Failure('unsupported');
    switch (node.kind) {
        case 'character':
        case 'position':
            program.push(node);
            return;
        case 'sequence':
            for (const part of node.parts)
                emit(part, program);
            return;
        case 'choice':
            emitChoice(node.branches, program);
            return;
        case 'repeat': {
            for (let copy = 0; copy < node.min; copy++)
                emit(node.node, program);
            if (node.max === undefined)
                emitLoop(node.node, program);
            else
                for (let copy = node.min; copy < node.max; copy++)
                    emitOption(node.node, program);
        }
    }
}
function emitChoice(branches, program) {
    const split = reserveSplit(program);
    const starts = [];
    const jumps = [];
    for (const branch of branches) {
        starts.push(program.length);
        emit(branch, program);
        jumps.push(reserveSplit(program));
    }
    split.targets = starts;
    for (const jump of jumps)
        jump.targets = [program.length];
}
function emitLoop(node, program) {
    const start = program.length;
    const split = reserveSplit(program);
    emit(node, program);
    reserveSplit(program).targets = [start];
    split.targets = [start + 1, program.length];
}
function emitOption(node, program) {
    const split = reserveSplit(program);
    const start = program.length;
    emit(node, program);
    split.targets = [start, program.length];
}
function reserveSplit(program) {
    const split = { kind: 'split', targets: [] };
    program.push(split);
    return split;
}
function runs(program, text) {
    let threads = new Set();
    for (let index = 0; index <= text.length; index++) {
        // A match may begin at every character.
        const open = reachable(program, [0, ...threads], text, index);
        threads = new Set();
        for (const pointer of open) {
            const instruction = program[pointer];
            if (instruction?.kind === 'match')
                return true;
            const character = text[index];
            if (instruction?.kind === 'character' && character !== undefined && instruction.test(character)) {
                threads.add(pointer + 1);
            }
        }
    }
    return false;
}
/** Every instruction that can be reached without reading a character. */
function reachable(program, starts, text, index) {
    const seen = new Set();
    const stack = [...starts];
    for (let pointer = stack.pop(); pointer !== undefined; pointer = stack.pop()) {
        if (seen.has(pointer))
            continue;
        seen.add(pointer);
        const instruction = program[pointer];
        if (instruction?.kind === 'split')
            stack.push(...instruction.targets);
        if (instruction?.kind === 'position' && isAt(instruction.at, text, index))
            stack.push(pointer + 1);
    }
    return seen;
}
function isAt(position, text, index) {
    switch (position) {
        case 'text-start':
            return index === 0;
        case 'text-end':
            return index === text.length;
        case 'line-start':
            return index === 0 || text[index - 1] === '\n';
        case 'line-end':
            return index === text.length || text[index] === '\n';
        case 'word-boundary':
            return isWord(text[index - 1]) !== isWord(text[index]);
        case 'inside-word':
            return isWord(text[index - 1]) === isWord(text[index]);
    }
}
/** ASCII only, in Go. */
function isWord(character) {
    return character !== undefined && /^[0-9A-Za-z_]$/.test(character);
}
const LARGEST_PROGRAM = 20_000;
//# sourceMappingURL=re2.js.map
;// CONCATENATED MODULE: ./build/domain/parameter-value.js



/**
 * The verdict of the provider `coder/coder` at planning, in the order in which it
 * looks: definition, options, `validation` block, type. `value` is undefined
 * where neither the build nor the default gives one.
 */
function judgeValue(parameter, value, previous = undefined) {
    if (!isKnownType(parameter.type))
        return { kind: 'not-checkable', because: 'unknown-type' };
    const detail = definitionProblem(parameter);
    if (detail !== undefined)
        return refused({ kind: 'bad-definition', detail });
    // Without a `validation` block the provider lets a missing value pass; Coder asks for it before that.
    if (value === undefined && parameter.validation === undefined)
        return ACCEPTED;
    const given = value ?? '';
    const problem = optionProblem(parameter, given);
    if (problem !== undefined)
        return refused(problem);
    const validation = validationVerdict(parameter, given, previous);
    if (validation.kind !== 'accepted')
        return validation;
    return isOfType(parameter.type, given) ? ACCEPTED : refused(MISTYPED.get(parameter.type) ?? { kind: 'not-a-list' });
}
/** Whether a value moves against the direction of a monotonic parameter. A previous value that is no integer binds nobody. */
function parameter_value_isAgainst(direction, previous, next) {
    const [before, after] = [goInteger(previous), goInteger(next)];
    if (before === undefined || after === undefined)
        return false;
    return direction === 'increasing' ? after < before : after > before;
}
function optionProblem(parameter, value) {
    const options = parameter.options.map((option) => option.value);
    if (options.length === 0)
        return undefined;
    if (!optionsAreElements(parameter)) {
        return options.includes(value) ? undefined : { kind: 'not-an-option', options };
    }
    const elements = goStringList(value);
    if (elements === undefined)
        return { kind: 'not-a-list' };
    const missing = elements.filter((element) => !options.includes(element));
    return missing.length === 0 ? undefined : { kind: 'elements-not-options', missing };
}
function validationVerdict({ type, validation }, value, previous) {
    if (validation === undefined)
        return ACCEPTED;
    switch (type) {
        case 'bool':
            return value === 'true' || value === 'false' ? ACCEPTED : refused({ kind: 'not-true-or-false' });
        case 'list(string)':
            return goStringList(value) === undefined ? refused({ kind: 'not-a-list' }) : ACCEPTED;
        case 'number': {
            const number = goInteger(value);
            if (number === undefined)
                return refused({ kind: 'not-an-integer' });
            const { min, max, monotonic } = validation;
            if (min !== undefined && number < min)
                return refused({ kind: 'below-minimum', min });
            if (max !== undefined && number > max)
                return refused({ kind: 'above-maximum', max });
            if (monotonic !== undefined && previous !== undefined && parameter_value_isAgainst(monotonic, previous, value)) {
                return refused({ kind: 'not-monotonic', direction: monotonic, previous });
            }
            return ACCEPTED;
        }
        default:
            return regexVerdict(validation, value);
    }
}
function regexVerdict({ regex, error }, value) {
    if (regex === undefined || regex === '')
        return ACCEPTED;
    const match = matchRe2(regex, value);
    if (match === 'unsupported')
        return { kind: 'not-checkable', because: 'regex' };
    if (match === 'invalid')
        return refused({ kind: 'bad-definition', detail: 'its regular expression does not compile' });
    // The provider asks for the error only once the expression has compiled.
    if (error === undefined || error === '') {
        return refused({ kind: 'bad-definition', detail: 'its regular expression has no error message' });
    }
    return match === 'match' ? ACCEPTED : refused({ kind: 'regex', regex, error });
}
function refused(problem) {
    return { kind: 'refused', problem };
}
const ACCEPTED = { kind: 'accepted' };
const MISTYPED = new Map([
    ['number', { kind: 'not-a-number' }],
    ['bool', { kind: 'not-a-bool' }],
]);
//# sourceMappingURL=parameter-value.js.map
;// CONCATENATED MODULE: ./build/domain/parameter-change.js


function parameterChanges(baseline, before, after) {
    if (after.mutable)
        return [];
    const refused = legalValues(baseline, before).filter((value) => judgeValue(after, value).kind === 'refused');
    return [
        ...(refused.length > 0 ? [{ kind: 'values-refused', values: refused }] : []),
        ...(refused.length === 0 && before.type !== after.type && takesAnyText(before)
            ? [{ kind: 'type-changed', from: before.type, to: after.type }]
            : []),
        ...(before.mutable ? [{ kind: 'became-immutable' }] : []),
    ];
}
/** Values that workspaces are known to have: what could be chosen, what presets set, and the default. */
function legalValues({ presets }, parameter) {
    const options = optionsAreElements(parameter) ? [] : parameter.options.map(({ value }) => value);
    const set = presets.flatMap((preset) => preset.parameters.get(parameter.name) ?? []);
    const values = [...options, ...set, ...(parameter.default === undefined ? [] : [parameter.default])];
    return [...new Set(values)].filter((value) => judgeValue(parameter, value).kind === 'accepted');
}
function takesAnyText(parameter) {
    return parameter.options.length === 0 || optionsAreElements(parameter);
}
//# sourceMappingURL=parameter-change.js.map
;// CONCATENATED MODULE: ./build/domain/parameter-mutation.js

/** Why a build is accepted or refused, each as Coder states or implements it. */
const MUTATION_FACTS = {
    'first-build': { accepted: true, because: 'A first build has nothing that could change.' },
    'new-parameter': {
        accepted: true,
        because: 'A parameter without a previous value may take any, immutable or not (coder/coder#18579).',
    },
    'equal-value': {
        accepted: true,
        because: 'Setting a parameter to the value it already has is not a mutation (coder/coder#17624).',
    },
    mutable: { accepted: true, because: 'A mutable parameter may change with every build.' },
    'previous-kept': { accepted: true, because: 'A build that is given no value keeps the previous one.' },
    'default-taken': {
        accepted: true,
        because: 'Without a value and a previous one, which an ephemeral parameter never has, the default counts.',
    },
    'not-defined': { accepted: true, because: 'A value that the version has no parameter for is dropped.' },
    'immutable-changed': {
        accepted: false,
        because: 'An immutable parameter keeps its value; the mutability is that of the judging version (coder/coder#18583).',
    },
    'against-direction': {
        accepted: false,
        because: 'A monotonic parameter moves in its direction only; the same value is allowed.',
    },
    required: { accepted: false, because: 'A parameter without a default, a value and a previous one is required.' },
};
/**
 * Whether Coder accepts a build as far as one parameter changes. Whether the
 * value itself is legal is `judgeValue`'s matter.
 */
function judgeMutation({ build, parameter, previous, given }) {
    if (parameter === undefined)
        return 'not-defined';
    const before = build === 'create' ? undefined : previous;
    if (given === undefined) {
        if (before !== undefined && !parameter.ephemeral)
            return 'previous-kept';
        return parameter.default === undefined ? 'required' : 'default-taken';
    }
    if (before === undefined)
        return build === 'create' ? 'first-build' : 'new-parameter';
    if (!isMutation(before, given))
        return 'equal-value';
    if (!parameter.mutable)
        return 'immutable-changed';
    const direction = parameter.validation?.monotonic;
    return direction !== undefined && isAgainst(direction, before, given) ? 'against-direction' : 'mutable';
}
/** Setting a parameter to the value it already has is not a mutation (coder/coder#17624). */
function isMutation(previous, next) {
    return previous !== undefined && previous !== next;
}
/**
 * Whose definition counts. A delete is passed no version, so it runs on that of
 * the workspace's last build; a claim runs on the active one.
 */
function judgingVersion(build) {
    if (build === 'delete')
        return 'last-build';
    return build === 'claim' ? 'active' : 'requested';
}
//# sourceMappingURL=parameter-mutation.js.map
;// CONCATENATED MODULE: ./build/domain/preset-change.js
/**
 * For each preset of both versions the values that it gives now, beside what its
 * workspaces have. A parameter that the baseline lacks is new and may take any
 * value; one that the preset leaves open keeps the previous one.
 */
function presetValueChanges(baseline, presets, parameters) {
    return presets.flatMap((preset) => {
        const earlier = baseline.presets.find(({ name }) => name === preset.name);
        if (earlier === undefined)
            return [];
        return [...preset.parameters].flatMap(([name, after]) => {
            const parameter = parameters.find((each) => each.name === name);
            const before = valueIn(baseline, earlier, name);
            if (parameter === undefined || before === undefined || after === undefined)
                return [];
            return [{ preset: preset.name, parameter, before, after }];
        });
    });
}
/** Undefined where the parameter is new, or its value not known. */
function valueIn({ parameters }, preset, name) {
    const parameter = parameters.find((each) => each.name === name);
    if (parameter === undefined)
        return undefined;
    return preset.parameters.has(name) ? preset.parameters.get(name) : parameter.default;
}
//# sourceMappingURL=preset-change.js.map
;// CONCATENATED MODULE: ./build/rules/immutable-parameter-changed.js







const immutableParameterChanged = {
    id: 'immutable-parameter-changed',
    group: 'change',
    severity: 'error',
    summary: 'An immutable parameter changes under workspaces that have it, which Coder then refuses to build.',
    since: '0.1.0',
    evaluate(snapshot) {
        return changeOutcome(snapshot, (baseline) => ({
            violations: [...presetViolations(snapshot, baseline), ...definitionViolations(snapshot, baseline)],
            open: openQuestions(snapshot, baseline),
        }));
    },
    explain({ data }) {
        const { parameter, change, origin } = data;
        if (change.kind === 'preset') {
            return {
                what: (0,domain_text/* say */.cv) `Preset ${change.preset} sets ${parameter}, which is immutable, to ${change.after}; in ${origin} its workspaces got ${change.before}.`,
                why: [
                    'A workspace that was made from the preset keeps its value, so Coder refuses to start it on this version with the preset. A delete runs on the version of its last build and is not refused.',
                ],
                remedy: (0,domain_text/* say */.cv) `Keep ${change.before} and add a preset of another name for ${change.after}, or make ${parameter} mutable.`,
            };
        }
        return {
            what: (0,domain_text/* joined */.oR)(change.changes.map((each) => describe(parameter, each, origin))),
            why: [
                'A workspace keeps the value of an immutable parameter for good: where a build gives another one, or the value is no longer legal, Coder refuses to build it.',
                ...(change.presets.length > 0 ? [' Setting the value that a workspace already has is no change.'] : []),
            ],
            remedy: remedyFor(parameter, change.changes),
        };
    },
};
function describe(parameter, change, origin) {
    switch (change.kind) {
        case 'values-refused':
            return (0,domain_text/* say */.cv) `Parameter ${parameter} is immutable and no longer takes ${(0,domain_text/* listed */.KE)(change.values)}, which it took in ${origin}.`;
        case 'type-changed':
            return (0,domain_text/* say */.cv) `The type of ${parameter}, which is immutable, changes from ${change.from} to ${change.to}; what people entered in ${origin} may not be of that type.`;
        case 'became-immutable':
            return (0,domain_text/* say */.cv) `Parameter ${parameter} becomes immutable; in ${origin} people could change it.`;
    }
}
function remedyFor(parameter, changes) {
    const [first] = changes;
    if (first?.kind === 'became-immutable') {
        return (0,domain_text/* say */.cv) `Leave ${parameter} mutable, or take it out of the presets, so that no build gives it another value.`;
    }
    return (0,domain_text/* say */.cv) `Let ${parameter} take the earlier values too, or define a parameter of another name: a new one may take any value.`;
}
function presetViolations({ template }, baseline) {
    return presetValueChanges(baseline, template.presets, template.parameters)
        .filter(({ parameter }) => !parameter.mutable && !isUnknownIn(parameter, 'mutable'))
        .filter(({ before, after }) => isMutation(before, after))
        .map(({ preset, parameter, before, after }) => ({
        subject: (0,finding/* aboutParameter */.Z0)(parameter.name, preset),
        evidence: 'declared',
        data: { parameter: parameter.name, origin: baseline.origin, change: { kind: 'preset', preset, before, after } },
    }));
}
function definitionViolations({ template }, baseline) {
    return pairsOf(template, baseline).flatMap(({ before, after }) => {
        if (DECIDING.some((attribute) => isUnknownIn(before, attribute) || isUnknownIn(after, attribute)))
            return [];
        const changes = parameterChanges(baseline, before, after);
        if (changes.length === 0)
            return [];
        const presets = template.presets.filter(({ parameters }) => parameters.has(after.name)).map(({ name }) => name);
        const severity = severityOf(changes, presets);
        return [
            {
                subject: (0,finding/* aboutParameter */.Z0)(after.name),
                evidence: 'declared',
                ...(severity && { severity }),
                data: {
                    parameter: after.name,
                    origin: baseline.origin,
                    change: { kind: 'definition', changes, presets },
                },
            },
        ];
    });
}
/** A value that nobody sets anew is kept, so becoming immutable refuses nobody by itself. */
function severityOf(changes, presets) {
    if (changes.some(({ kind }) => kind === 'values-refused'))
        return undefined;
    if (changes.some(({ kind }) => kind === 'type-changed'))
        return 'warning';
    return presets.length > 0 ? undefined : 'notice';
}
function openQuestions({ template }, baseline) {
    const parameters = pairsOf(template, baseline).flatMap(({ before, after }) => DECIDING.flatMap((attribute) => [...unknownAttribute(before, attribute), ...unknownAttribute(after, attribute)]));
    return [...parameters, ...[...baseline.presets, ...template.presets].flatMap(unknownParametersOf)];
}
function pairsOf(template, baseline) {
    return template.parameters.flatMap((after) => {
        const before = baseline.parameters.find(({ name }) => name === after.name);
        return before === undefined ? [] : [{ before, after }];
    });
}
const DECIDING = ['type', 'form_type', 'mutable', 'option', 'validation'];
//# sourceMappingURL=immutable-parameter-changed.js.map
;// CONCATENATED MODULE: ./build/domain/cron.js
/** As the provider reads it: `robfig/cron` v3 with five fields, and a minute that must be `*`. */
function readCron(text) {
    const fields = cronFields(text);
    if (fields.length !== 5)
        return { kind: 'refused', problem: { kind: 'field-count', count: fields.length } };
    const [minute, hour = '', day = '', month = '', weekday = ''] = fields;
    if (minute !== '*')
        return { kind: 'refused', problem: { kind: 'minute' } };
    const hours = readField(hour, HOURS);
    if (hours === undefined)
        return cron_refused('hour', hour);
    const daysOfMonth = readField(day, DAYS_OF_MONTH);
    if (daysOfMonth === undefined)
        return cron_refused('day of the month', day);
    const months = readField(month, MONTHS);
    if (months === undefined)
        return cron_refused('month', month);
    const weekdays = readField(weekday, WEEKDAYS);
    if (weekdays === undefined)
        return cron_refused('weekday', weekday);
    return { kind: 'schedule', schedule: { hours, daysOfMonth, months, weekdays } };
}
/** Go's `strings.Fields`: white space of any kind, but for the byte order mark, which only JavaScript counts as such. */
function cronFields(text) {
    return text
        .split(/[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/)
        .filter((field) => field !== '');
}
function isActive(schedule, at) {
    return schedule.hours.values.has(at.hour) && isActiveDay(schedule, at);
}
/** Either day is enough where both are restricted, as in every cron. */
function isActiveDay(schedule, at) {
    const { daysOfMonth, weekdays, months } = schedule;
    if (!months.values.has(at.month))
        return false;
    const [byDate, byWeekday] = [daysOfMonth.values.has(at.dayOfMonth), weekdays.values.has(at.weekday)];
    return daysOfMonth.isStar || weekdays.isStar ? byDate && byWeekday : byDate || byWeekday;
}
const HOURS = { min: 0, max: 23, names: [] };
const DAYS_OF_MONTH = { min: 1, max: 31, names: [] };
const MONTHS = {
    min: 1,
    max: 12,
    names: ['', 'jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'],
};
const WEEKDAYS = { min: 0, max: 6, names: ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] };
/** Undefined where the parser refuses it. Commas alone are a field without values, which it accepts. */
function readField(text, bounds) {
    const values = new Set();
    let isStar = false;
    for (const part of text.split(',').filter((each) => each !== '')) {
        const range = cron_readRange(part, bounds);
        if (range === undefined)
            return undefined;
        for (let value = range.from; value <= range.to; value += range.step)
            values.add(value);
        isStar ||= range.isStar;
    }
    return { values, isStar };
}
function cron_readRange(text, bounds) {
    const [span = '', stepText, ...tooMany] = text.split('/');
    const ends = span.split('-');
    const [low = '', high] = ends;
    const isAny = low === '*' || low === '?';
    const step = stepText === undefined ? 1 : readNumber(stepText);
    const from = isAny ? bounds.min : readNumber(low, bounds.names);
    // A single value with a step runs to the end: `8/4` is 8, 12, 16 and 20.
    const single = stepText === undefined ? from : bounds.max;
    const to = isAny ? bounds.max : high === undefined ? single : readNumber(high, bounds.names);
    if (step === undefined || from === undefined || to === undefined || tooMany.length > 0)
        return undefined;
    if ((!isAny && ends.length > 2) || step === 0)
        return undefined;
    if (from < bounds.min || to > bounds.max || from > to)
        return undefined;
    return { from, to, step, isStar: isAny && step === 1 };
}
function readNumber(text, names = []) {
    const named = text === '' ? -1 : names.indexOf(text.toLowerCase());
    if (named >= 0)
        return named;
    return /^\+?[0-9]{1,18}$/.test(text) ? Number(text) : undefined;
}
function cron_refused(field, text) {
    return { kind: 'refused', problem: { kind: 'field', field, text } };
}
//# sourceMappingURL=cron.js.map
;// CONCATENATED MODULE: ./build/domain/schedule-overlap.js


/** For two lines that each passed `readCron`. */
function providerOverlap(first, second) {
    const [, hour = '', day = '', month = '', weekday = ''] = cronFields(first);
    const [, otherHour = '', otherDay = '', otherMonth = '', otherWeekday = ''] = cronFields(second);
    const months = fieldOverlap(month, otherMonth, 12);
    if (months.kind !== 'overlap')
        return months;
    const days = dayOverlap([day, weekday], [otherDay, otherWeekday]);
    if (days.kind !== 'overlap')
        return days;
    return fieldOverlap(hour, otherHour, 23);
}
/** Whether there is an hour of any year in which both are active, whatever the provider says. */
function reallyOverlap(first, second) {
    const sharesHour = [...first.hours.values].some((hour) => second.hours.values.has(hour));
    return sharesHour && DAYS.some((day) => isActiveDay(first, day) && isActiveDay(second, day));
}
/** Whether there is an hour of any year in which it is active; `* 8 31 2 *` never is. */
function isEverActive(schedule) {
    return reallyOverlap(schedule, schedule);
}
function dayOverlap([day, weekday], [otherDay, otherWeekday]) {
    if (day === '*' || otherDay === '*')
        return fieldOverlap(weekday, otherWeekday, 6);
    if (weekday === '*' || otherWeekday === '*')
        return fieldOverlap(day, otherDay, 31);
    const days = fieldOverlap(day, otherDay, 31);
    const weekdays = fieldOverlap(weekday, otherWeekday, 6);
    if (days.kind === 'unreadable')
        return days;
    return weekdays.kind === 'apart' ? days : weekdays;
}
function fieldOverlap(first, second, max) {
    const values = simpleField(first, max);
    if (values === undefined)
        return { kind: 'unreadable', text: first };
    const others = simpleField(second, max);
    if (others === undefined)
        return { kind: 'unreadable', text: second };
    return { kind: [...values].some((value) => others.has(value)) ? 'overlap' : 'apart' };
}
function simpleField(text, max) {
    const values = new Set();
    for (const part of text === '*' ? [`0-${max}`] : text.split(',')) {
        const [low = '', high = low] = part.split('-');
        const [from, to] = [goInteger(low), goInteger(high)];
        if (from === undefined || to === undefined || from < 0n || to > BigInt(max) || from > to)
            return undefined;
        for (let value = Number(from); value <= Number(to); value++)
            values.add(value);
    }
    return values;
}
/** Every date that some year has, with every weekday: the calendar repeats after 400 years and brings them all. */
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].flatMap((length, index) => Array.from({ length }, (_, day) => day + 1).flatMap((dayOfMonth) => [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({ month: index + 1, dayOfMonth, weekday }))));
//# sourceMappingURL=schedule-overlap.js.map
;// CONCATENATED MODULE: ./build/domain/time-zone-aliases.js
/**
 * Names of the IANA database that `Intl` takes but does not list, because they
 * are other names of listed zones: the only way to know how they are spelled.
 */
const TIME_ZONE_ALIASES = `
  Africa/Asmara Africa/Timbuktu America/Argentina/Buenos_Aires America/Argentina/Catamarca
  America/Argentina/ComodRivadavia America/Argentina/Cordoba America/Argentina/Jujuy America/Argentina/Mendoza
  America/Atikokan America/Atka America/Ensenada America/Fort_Wayne America/Indiana/Indianapolis
  America/Kentucky/Louisville America/Knox_IN America/Montreal America/Nipigon America/Nuuk
  America/Pangnirtung America/Porto_Acre America/Rainy_River America/Rosario America/Santa_Isabel
  America/Shiprock America/Thunder_Bay America/Virgin America/Yellowknife Antarctica/South_Pole Asia/Ashkhabad
  Asia/Choibalsan Asia/Chongqing Asia/Chungking Asia/Dacca Asia/Harbin Asia/Ho_Chi_Minh Asia/Istanbul
  Asia/Kashgar Asia/Kathmandu Asia/Kolkata Asia/Macao Asia/Tel_Aviv Asia/Thimbu Asia/Ujung_Pandang
  Asia/Ulan_Bator Asia/Yangon Atlantic/Faroe Atlantic/Jan_Mayen Australia/ACT Australia/Canberra
  Australia/Currie Australia/LHI Australia/NSW Australia/North Australia/Queensland Australia/South
  Australia/Tasmania Australia/Victoria Australia/West Australia/Yancowinna Brazil/Acre Brazil/DeNoronha
  Brazil/East Brazil/West CET CST6CDT Canada/Atlantic Canada/Central Canada/Eastern Canada/Mountain
  Canada/Newfoundland Canada/Pacific Canada/Saskatchewan Canada/Yukon Chile/Continental Chile/EasterIsland
  Cuba EET EST EST5EDT Egypt Eire Etc/GMT Etc/GMT+0 Etc/GMT+1 Etc/GMT+10 Etc/GMT+11 Etc/GMT+12 Etc/GMT+2
  Etc/GMT+3 Etc/GMT+4 Etc/GMT+5 Etc/GMT+6 Etc/GMT+7 Etc/GMT+8 Etc/GMT+9 Etc/GMT-0 Etc/GMT-1 Etc/GMT-10
  Etc/GMT-11 Etc/GMT-12 Etc/GMT-13 Etc/GMT-14 Etc/GMT-2 Etc/GMT-3 Etc/GMT-4 Etc/GMT-5 Etc/GMT-6 Etc/GMT-7
  Etc/GMT-8 Etc/GMT-9 Etc/GMT0 Etc/Greenwich Etc/UCT Etc/UTC Etc/Universal Etc/Zulu Europe/Belfast Europe/Kyiv
  Europe/Nicosia Europe/Tiraspol Europe/Uzhgorod Europe/Zaporozhye GB GB-Eire GMT GMT+0 GMT-0 GMT0 Greenwich
  HST Hongkong Iceland Iran Israel Jamaica Japan Kwajalein Libya MET MST MST7MDT Mexico/BajaNorte
  Mexico/BajaSur Mexico/General NZ NZ-CHAT Navajo PRC PST8PDT Pacific/Chuuk Pacific/Johnston Pacific/Kanton
  Pacific/Pohnpei Pacific/Samoa Pacific/Yap Poland Portugal ROC ROK Singapore Turkey UCT US/Alaska US/Aleutian
  US/Arizona US/Central US/East-Indiana US/Eastern US/Hawaii US/Indiana-Starke US/Michigan US/Mountain
  US/Pacific US/Samoa UTC Universal W-SU WET Zulu
`
    .trim()
    .split(/\s+/);
//# sourceMappingURL=time-zone-aliases.js.map
;// CONCATENATED MODULE: ./build/domain/time-zone.js

function readZone(name) {
    if (name === '' || name === 'UTC')
        return { kind: 'zone', name: 'UTC' };
    if (name === 'Local')
        return { kind: 'server' };
    // Intl takes offsets, which are no names, and letters of either case, which file systems tell apart.
    if (!/^[A-Za-z]/.test(name) || !isKnown(name))
        return { kind: 'unknown' };
    const spellings = [...Intl.supportedValuesOf('timeZone'), ...TIME_ZONE_ALIASES];
    const proper = spellings.find((zone) => zone.toLowerCase() === name.toLowerCase());
    if (proper !== undefined)
        return proper === name ? { kind: 'zone', name } : { kind: 'miscased', name: proper };
    // A place of a later database, but none of the abbreviations (`PST`) that only Intl knows.
    return /^(?!SystemV)[A-Z]\w+\//.test(name) ? { kind: 'zone', name } : { kind: 'unknown' };
}
/** The offsets of a zone over a period, in order and without a hole; changes are found to the minute. */
function time_zone_offsetsOf(zone, from, to) {
    const offsetAt = offsetReader(zone);
    const spans = [];
    let start = from;
    let offsetMinutes = offsetAt(from);
    for (let day = from; day < to; day += time_zone_DAY) {
        const end = Math.min(day + time_zone_DAY, to);
        const next = offsetAt(end);
        if (next === offsetMinutes)
            continue;
        const change = firstMinute(day, end, (instant) => offsetAt(instant) === next);
        spans.push({ from: start, to: change, offsetMinutes });
        start = change;
        offsetMinutes = next;
    }
    return [...spans, { from: start, to, offsetMinutes }];
}
/** What the calendar and the clock of a zone show at an instant. */
function time_zone_localHour(instant, offsetMinutes) {
    const minutes = Math.floor(instant / MINUTE) + offsetMinutes;
    const day = Math.floor(minutes / 1440);
    const minuteOfDay = minutes - day * 1440;
    // 1 January 1970 was a Thursday.
    const weekday = (((day + 4) % 7) + 7) % 7;
    return { ...dateOf(day), weekday, hour: Math.floor(minuteOfDay / 60), minute: minuteOfDay % 60 };
}
/** Days since 1970 to month and day, by counting eras of 400 years that begin in March. */
function dateOf(day) {
    const shifted = day + 719_468;
    const dayOfEra = shifted - Math.floor(shifted / 146_097) * 146_097;
    const year = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365);
    const dayOfYear = dayOfEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
    const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
    return {
        month: monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9,
        dayOfMonth: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
    };
}
function firstMinute(from, to, holds) {
    let [before, after] = [from, to];
    while (after - before > MINUTE) {
        const middle = before + Math.floor((after - before) / MINUTE / 2) * MINUTE;
        if (holds(middle))
            after = middle;
        else
            before = middle;
    }
    return after;
}
function offsetReader(zone) {
    const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset', year: 'numeric' });
    return (instant) => {
        const name = format.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
        const [, sign = '+', hours = '0', minutes = '0'] = /GMT([+-])(\d{2}):(\d{2})/.exec(name) ?? [];
        return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
    };
}
function isKnown(name) {
    try {
        return new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone !== '';
    }
    catch {
        return false;
    }
}
const MINUTE = 60_000;
const time_zone_DAY = 86_400_000;
//# sourceMappingURL=time-zone.js.map
;// CONCATENATED MODULE: ./build/domain/schedule-problem.js



function scheduleProblems({ timezone, schedules }) {
    return [...zoneProblems(timezone), ...schedules.flatMap(lineProblems), ...schedule_problem_pairsOf(schedules).flatMap(pairProblems)];
}
/** Whether the provider refuses it, and with it the whole template. */
function isRefusedByProvider(problem) {
    switch (problem.kind) {
        case 'zone-of-server':
        case 'never-active':
        case 'negative-instances':
            return false;
        case 'overlap':
            return problem.seenBy !== 'calendar';
        default:
            return true;
    }
}
function zoneProblems(timezone) {
    const zone = readZone(timezone);
    switch (zone.kind) {
        case 'zone':
            return [];
        case 'server':
            return [{ kind: 'zone-of-server' }];
        case 'miscased':
            return [{ kind: 'zone-miscased', timezone, proper: zone.name }];
        case 'unknown':
            return [{ kind: 'zone-unknown', timezone }];
    }
}
function lineProblems({ cron, instances }) {
    const reading = readCron(cron);
    const negative = instances < 0 ? [{ kind: 'negative-instances', cron, instances }] : [];
    if (reading.kind === 'refused')
        return [{ kind: 'cron', cron, problem: reading.problem }, ...negative];
    return isEverActive(reading.schedule) ? negative : [{ kind: 'never-active', cron }, ...negative];
}
/** Of those that can be read, each with every later one. */
function schedule_problem_pairsOf(schedules) {
    const lines = schedules.flatMap(({ cron }) => {
        const reading = readCron(cron);
        return reading.kind === 'schedule' ? [{ cron, schedule: reading.schedule }] : [];
    });
    return lines.flatMap((line, index) => lines.slice(index + 1).map((other) => [line, other]));
}
function pairProblems([line, other]) {
    const pair = { cron: line.cron, other: other.cron };
    const check = providerOverlap(line.cron, other.cron);
    const overlap = reallyOverlap(line.schedule, other.schedule);
    if (check.kind === 'unreadable')
        return [{ kind: 'not-comparable', ...pair, text: check.text }];
    if (check.kind === 'overlap')
        return [{ kind: 'overlap', ...pair, seenBy: overlap ? 'both' : 'provider' }];
    return overlap ? [{ kind: 'overlap', ...pair, seenBy: 'calendar' }] : [];
}
//# sourceMappingURL=schedule-problem.js.map
;// CONCATENATED MODULE: ./build/domain/schedule-words.js

/** A sentence. */
function describeScheduleProblem(problem) {
    switch (problem.kind) {
        case 'zone-unknown':
            return (0,domain_text/* say */.cv) `No time zone has the name ${problem.timezone}; it must be one of the IANA database, such as ${'Europe/Berlin'}.`;
        case 'zone-miscased':
            return (0,domain_text/* say */.cv) `The time zone ${problem.timezone} is spelled ${problem.proper}.`;
        case 'zone-of-server':
            return (0,domain_text/* say */.cv) `The time zone ${'Local'} is whatever zone the server runs in.`;
        case 'cron':
            return (0,domain_text/* say */.cv) `The schedule ${problem.cron} is refused: ${describeCronProblem(problem.problem)}.`;
        case 'never-active':
            return (0,domain_text/* say */.cv) `The schedule ${problem.cron} names no hour that any year has.`;
        case 'negative-instances':
            return (0,domain_text/* say */.cv) `The schedule ${problem.cron} asks for ${problem.instances} instances.`;
        case 'overlap':
            return describeOverlap(problem);
        case 'not-comparable':
            return (0,domain_text/* say */.cv) `The schedules ${problem.cron} and ${problem.other} cannot be compared by the provider: with more than one schedule it reads ${'*'}, numbers, ranges and lists only, and not ${problem.text}.`;
    }
}
function describeOverlap({ cron, other, seenBy }) {
    switch (seenBy) {
        case 'both':
            return (0,domain_text/* say */.cv) `The schedules ${cron} and ${other} overlap.`;
        case 'provider':
            return (0,domain_text/* say */.cv) `The provider takes the schedules ${cron} and ${other} for overlapping, although no hour is in both: it compares field by field.`;
        case 'calendar':
            return (0,domain_text/* say */.cv) `The schedules ${cron} and ${other} overlap on some days, which the provider does not see; the first one counts then.`;
    }
}
function describeCronProblem(problem) {
    switch (problem.kind) {
        case 'field-count':
            return (0,domain_text/* say */.cv) `it has ${problem.count} fields, not five`;
        case 'minute':
            return (0,domain_text/* say */.cv) `its minute must be ${'*'}, because a schedule is a range of whole hours and no point in time`;
        case 'field':
            return (0,domain_text/* say */.cv) `its ${[problem.field]} cannot be ${problem.text}${[problem.field === 'weekday' ? '; Sunday is 0 and Saturday 6' : '']}`;
    }
}
//# sourceMappingURL=schedule-words.js.map
;// CONCATENATED MODULE: ./build/rules/invalid-prebuild-schedule.js







const invalidPrebuildSchedule = {
    id: 'invalid-prebuild-schedule',
    group: 'template',
    severity: 'error',
    summary: 'The schedule of a prebuild preset is refused, or does not mean what it says.',
    since: '0.1.0',
    evaluate(snapshot) {
        return templateOutcome(snapshot, judgeEach((0,template/* prebuildPresets */.m)(snapshot.template.presets), invalid_prebuild_schedule_judgePreset));
    },
    explain({ data: { preset, problems } }) {
        const refused = problems.some(isRefusedByProvider);
        return {
            what: (0,domain_text/* joined */.oR)([
                (0,domain_text/* say */.cv) `The schedules of preset ${preset} have a problem.`,
                ...problems.slice(0, MOST_SHOWN).map(describeScheduleProblem),
                ...(problems.length > MOST_SHOWN ? [(0,domain_text/* say */.cv) `There are ${problems.length - MOST_SHOWN} more.`] : []),
            ]),
            why: [
                refused
                    ? 'The provider refuses the preset and with it the whole template version; a server that has it already keeps the base number of instances at all hours.'
                    : 'The provider accepts it, and the pool then has another size than the template seems to say.',
            ],
            remedy: (0,domain_text/* say */.cv) `Write a schedule as ${'* HOUR DAY-OF-MONTH MONTH WEEKDAY'} with hours that no other one has: ${'* 8-18 * * 1-5'} is from 8:00 to 18:59, Monday to Friday.`,
        };
    },
};
function invalid_prebuild_schedule_judgePreset(preset) {
    const open = isUnknownIn(preset, 'prebuilds') ? [notKnown(preset)] : [];
    const scheduling = preset.prebuilds?.scheduling;
    const problems = scheduling === undefined ? [] : scheduleProblems(scheduling);
    if (problems.length === 0)
        return { violations: [], open };
    const isGrave = problems.some((problem) => isRefusedByProvider(problem) || problem.kind === 'negative-instances');
    return {
        open,
        violations: [
            {
                subject: (0,finding/* aboutPreset */.p0)(preset.name),
                evidence: 'declared',
                ...(!isGrave && { severity: 'warning' }),
                data: { preset: preset.name, problems },
            },
        ],
    };
}
/** Every pair of schedules may be one. */
const MOST_SHOWN = 8;
function notKnown(preset) {
    return {
        code: 'preset-not-known',
        detail: (0,domain_text/* say */.cv) `The ${'prebuilds'} block of preset ${preset.name} is not known before the apply, or hidden.`,
        remedy: (0,domain_text/* say */.cv) `Write the ${'prebuilds'} block as it is.`,
    };
}
//# sourceMappingURL=invalid-prebuild-schedule.js.map
;// CONCATENATED MODULE: ./build/domain/value-problem-words.js

/** Continues a sentence whose subject is the value. */
function describeProblem(problem) {
    switch (problem.kind) {
        case 'bad-definition':
            return (0,domain_text/* say */.cv) `which the provider refuses whatever the value is: ${[problem.detail]}`;
        case 'not-an-option':
            return (0,domain_text/* say */.cv) `which is none of its options: ${(0,domain_text/* listed */.KE)(problem.options)}`;
        case 'elements-not-options':
            return (0,domain_text/* say */.cv) `whose elements are not all options: ${(0,domain_text/* listed */.KE)(problem.missing)}`;
        case 'not-a-list':
            return (0,domain_text/* say */.cv) `which is no list of strings in JSON, such as ${'["a"]'}`;
        case 'not-a-number':
            return ['which is no number'];
        case 'not-an-integer':
            return (0,domain_text/* say */.cv) `which is no integer, and with a ${'validation'} block nothing else is a number`;
        case 'not-a-bool':
            return ['which is no boolean'];
        case 'not-true-or-false':
            return (0,domain_text/* say */.cv) `which must be ${'true'} or ${'false'} where there is a ${'validation'} block`;
        case 'below-minimum':
            return (0,domain_text/* say */.cv) `which is less than the minimum of ${problem.min}`;
        case 'above-maximum':
            return (0,domain_text/* say */.cv) `which is more than the maximum of ${problem.max}`;
        case 'regex':
            return (0,domain_text/* joined */.oR)([
                (0,domain_text/* say */.cv) `which does not match ${problem.regex}`,
                ...(problem.error === undefined ? [] : [(0,domain_text/* say */.cv) `(${problem.error})`]),
            ]);
        case 'not-monotonic':
            return (0,domain_text/* say */.cv) `which is ${[problem.direction === 'increasing' ? 'less' : 'more']} than ${problem.previous}`;
    }
}
//# sourceMappingURL=value-problem-words.js.map
;// CONCATENATED MODULE: ./build/rules/invalid-preset-value.js






const invalidPresetValue = {
    id: 'invalid-preset-value',
    group: 'template',
    severity: 'error',
    summary: 'A preset sets a parameter to a value that the provider refuses.',
    since: '0.1.0',
    evaluate(snapshot) {
        return templateOutcome(snapshot, judgeEach(snapshot.template.presets, (preset) => invalid_preset_value_judgePreset(snapshot, preset)));
    },
    explain({ data: { preset, parameter, value, problem, prebuilt, uncertain } }) {
        return {
            what: (0,domain_text/* say */.cv) `Preset ${preset} sets ${parameter} to ${value}, ${describeProblem(problem)}.`,
            why: [
                prebuilt
                    ? 'Every prebuild of the preset fails, and after three failures Coder stops creating them.'
                    : 'Nobody can create a workspace from the preset; it has no prebuilds, so no pool is lost.',
                ...(uncertain ? [' The parameter is there only under a condition, which the preset may not meet.'] : []),
            ],
            remedy: (0,domain_text/* say */.cv) `Set a value that ${parameter} takes, or let it take this one.`,
        };
    },
};
function invalid_preset_value_judgePreset(snapshot, preset) {
    const under = parametersUnder(snapshot, preset);
    const prebuilt = preset.prebuilds !== undefined;
    const judged = judgeEach([...preset.parameters], ([name, value]) => {
        const parameter = under.parameters.find((each) => each.name === name);
        if (parameter === undefined)
            return { violations: [], open: [] };
        if (value === undefined)
            return { violations: [], open: [valueNotKnown(preset, name)] };
        const unknown = invalid_preset_value_DECIDING.flatMap((attribute) => unknownAttribute(parameter, attribute));
        if (unknown.length > 0)
            return { violations: [], open: unknown };
        const verdict = judgeValue(parameter, value);
        if (verdict.kind === 'accepted')
            return { violations: [], open: [] };
        if (verdict.kind === 'not-checkable') {
            return { violations: [], open: [notCheckable(preset, parameter, verdict.because)] };
        }
        const uncertain = isUncertain(parameter, under);
        const violation = {
            subject: (0,finding/* aboutParameter */.Z0)(name, preset.name),
            evidence: 'declared',
            ...((uncertain || !prebuilt) && { severity: 'warning' }),
            data: { preset: preset.name, parameter: name, value, problem: verdict.problem, prebuilt, uncertain },
        };
        return { violations: [violation], open: [] };
    });
    return { violations: judged.violations, open: [...unknownParametersOf(preset), ...judged.open] };
}
/** Attributes that decide which values a parameter takes. */
const invalid_preset_value_DECIDING = ['type', 'form_type', 'option', 'validation'];
function valueNotKnown(preset, parameter) {
    return {
        code: 'preset-not-known',
        detail: (0,domain_text/* say */.cv) `What preset ${preset.name} sets ${parameter} to is not known before the apply, or hidden.`,
        remedy: (0,domain_text/* say */.cv) `Write the value of ${parameter} into the preset as it is.`,
    };
}
function notCheckable(preset, parameter, because) {
    if (because === 'unknown-type') {
        return {
            code: 'parameter-type-not-known',
            detail: (0,domain_text/* say */.cv) `Parameter ${parameter.name} has the type ${parameter.type}, which this version does not know.`,
            remedy: ['Update prebuild-guard.'],
        };
    }
    return {
        code: 'regex-not-checkable',
        detail: (0,domain_text/* say */.cv) `The regular expression of ${parameter.name} is read differently by versions of Go, or too large, so what preset ${preset.name} sets is not compared with it.`,
        remedy: (0,domain_text/* say */.cv) `Write classes of characters out, such as ${'[a-z]'}, or ${'\\p{L}'} with a short name.`,
    };
}
//# sourceMappingURL=invalid-preset-value.js.map
;// CONCATENATED MODULE: ./build/rules/missing-required-parameter.js





const missingRequiredParameter = {
    id: 'missing-required-parameter',
    group: 'template',
    severity: 'error',
    summary: 'A prebuild preset does not set a parameter that has no default, so every prebuild is rejected.',
    since: '0.1.0',
    evaluate(snapshot) {
        const presets = (0,template/* prebuildPresets */.m)(snapshot.template.presets);
        return templateOutcome(snapshot, judgeEach(presets, (preset) => missing_required_parameter_judgePreset(snapshot, preset)));
    },
    explain({ data: { preset, parameter, uncertain } }) {
        return {
            what: (0,domain_text/* say */.cv) `Preset ${preset} does not set ${parameter}, which has no default.`,
            why: [
                'A prebuild is built with the values of its preset alone. Coder rejects the build before Terraform runs, keeps no trace of it, and stops trying.',
                ...(uncertain ? [' The parameter is there only under a condition, which the preset may not meet.'] : []),
            ],
            remedy: (0,domain_text/* say */.cv) `Set ${parameter} in the ${'parameters'} of the preset, or give it a ${'default'}.`,
        };
    },
};
function missing_required_parameter_judgePreset(snapshot, preset) {
    const under = parametersUnder(snapshot, preset);
    const unset = under.parameters.filter((parameter) => !preset.parameters.has(parameter.name));
    const open = unset.flatMap((parameter) => unknownAttribute(parameter, 'default'));
    const required = unset.filter((parameter) => parameter.default === undefined && !isUnknownIn(parameter, 'default'));
    if (isUnknownIn(preset, 'parameters')) {
        return { violations: [], open: [...open, ...(required.length > 0 ? unknownParametersOf(preset) : [])] };
    }
    return {
        open,
        violations: required.map((parameter) => {
            const uncertain = isUncertain(parameter, under);
            return {
                subject: (0,finding/* aboutParameter */.Z0)(parameter.name, preset.name),
                evidence: 'declared',
                ...(uncertain && { severity: 'warning' }),
                data: { preset: preset.name, parameter: parameter.name, uncertain },
            };
        }),
    };
}
//# sourceMappingURL=missing-required-parameter.js.map
;// CONCATENATED MODULE: ./build/rules/monotonic-parameter-decreased.js







const monotonicParameterDecreased = {
    id: 'monotonic-parameter-decreased',
    group: 'change',
    severity: 'error',
    summary: 'A preset moves a monotonic parameter against its direction, which Coder refuses for workspaces that have it.',
    since: '0.1.0',
    evaluate(snapshot) {
        const { template } = snapshot;
        return changeOutcome(snapshot, (baseline) => ({
            violations: presetValueChanges(baseline, template.presets, template.parameters).flatMap((change) => {
                const data = againstDirection(change, baseline.origin);
                if (data === undefined)
                    return [];
                return [{ subject: (0,finding/* aboutParameter */.Z0)(data.parameter, data.preset), evidence: 'declared', data }];
            }),
            open: [
                ...[...baseline.presets, ...template.presets].flatMap(unknownParametersOf),
                ...template.parameters.flatMap((parameter) => unknownAttribute(parameter, 'validation')),
            ],
        }));
    },
    explain({ data: { preset, parameter, before, after, direction, stuckAt, origin } }) {
        return {
            what: (0,domain_text/* say */.cv) `Preset ${preset} sets ${parameter} to ${after}; in ${origin} its workspaces got ${before}, and the parameter is only ever ${direction}.`,
            why: stuckAt === undefined
                ? ['A build of such a workspace with the preset is refused, since its value would move the wrong way.']
                : (0,domain_text/* say */.cv) `The earlier value is beyond the limit of ${stuckAt}: a workspace can neither keep it nor move back, so every build of it is refused.`,
            remedy: (0,domain_text/* say */.cv) `Keep ${before} or go further in its direction, add a preset of another name, or take ${'monotonic'} away.`,
        };
    },
};
/** An immutable parameter may not move at all, which is another rule's matter. */
function againstDirection({ preset, parameter, before, after }, origin) {
    const direction = parameter.validation?.monotonic;
    if (direction === undefined || !parameter.mutable || !parameter_value_isAgainst(direction, before, after))
        return undefined;
    const { min, max } = parameter.validation ?? {};
    const limit = direction === 'increasing' ? max : min;
    const value = goInteger(before);
    const isBeyond = limit !== undefined && value !== undefined && (direction === 'increasing' ? value > limit : value < limit);
    return {
        preset,
        parameter: parameter.name,
        before,
        after,
        direction,
        stuckAt: isBeyond ? limit : undefined,
        origin,
    };
}
//# sourceMappingURL=monotonic-parameter-decreased.js.map
;// CONCATENATED MODULE: ./build/rules/multiple-default-presets.js




const multipleDefaultPresets = {
    id: 'multiple-default-presets',
    group: 'template',
    severity: 'error',
    summary: 'More than one preset is marked as the default, so the import fails.',
    since: '0.1.0',
    evaluate(snapshot) {
        const { presets } = snapshot.template;
        const defaults = presets.filter(({ isDefault }) => isDefault).map(({ name }) => name);
        const unknown = presets.filter((preset) => !preset.isDefault && isUnknownIn(preset, 'default'));
        const isDecided = defaults.length > 1 || defaults.length + unknown.length < 2;
        return templateOutcome(snapshot, {
            violations: defaults.length > 1 ? [{ subject: finding/* THE_TEMPLATE */.Fn, evidence: 'declared', data: { presets: defaults } }] : [],
            open: isDecided
                ? []
                : [
                    {
                        code: 'preset-not-known',
                        detail: (0,domain_text/* say */.cv) `Whether ${(0,domain_text/* listed */.KE)(unknown.map(({ name }) => name))} is the default is not known before the apply, or hidden.`,
                        remedy: (0,domain_text/* say */.cv) `Write ${'default'} into the presets as it is.`,
                    },
                ],
        });
    },
    explain({ data: { presets } }) {
        return {
            what: (0,domain_text/* say */.cv) `${presets.length} presets are marked as the default: ${(0,domain_text/* listed */.KE)(presets)}.`,
            why: ['Coder takes one at most and refuses the template version at its import; Terraform does not mind.'],
            remedy: (0,domain_text/* say */.cv) `Keep ${'default = true'} on one of them.`,
        };
    },
};
//# sourceMappingURL=multiple-default-presets.js.map
;// CONCATENATED MODULE: ./build/domain/persistent-types.js
/**
 * Resource types that hold a user's data: losing one is data loss, not delay.
 * The first five are those of Coder's own prototype; users may add to them.
 */
const PERSISTENT_TYPES = new Set([
    'docker_volume',
    'azurerm_managed_disk',
    'aws_ebs_volume',
    'google_compute_disk',
    'kubernetes_persistent_volume_claim',
    'kubernetes_persistent_volume_claim_v1',
    'kubernetes_persistent_volume',
    'kubernetes_persistent_volume_v1',
    'aws_efs_file_system',
    'aws_fsx_lustre_file_system',
    'aws_fsx_openzfs_file_system',
    'azurerm_storage_share',
    'azurerm_storage_account',
    'digitalocean_volume',
    'google_compute_region_disk',
    'google_filestore_instance',
    'hcloud_volume',
    'incus_storage_volume',
    'linode_volume',
    'lxd_volume',
    'nomad_csi_volume',
    'oci_core_volume',
    'openstack_blockstorage_volume_v3',
    'vultr_block_storage',
]);
function isPersistent(type, further) {
    return PERSISTENT_TYPES.has(type) || further.includes(type);
}
//# sourceMappingURL=persistent-types.js.map
// EXTERNAL MODULE: ./build/domain/removal.js
var removal = __nccwpck_require__(6533);
;// CONCATENATED MODULE: ./build/rules/persistent-data-loss.js





const persistentDataLoss = {
    id: 'persistent-data-loss',
    group: 'claim',
    severity: 'error',
    summary: 'Claiming a prebuild replaces or deletes a resource that holds user data.',
    since: '0.1.0',
    evaluate(snapshot) {
        return judgeClaims(snapshot, (claim) => losses(claim)
            .filter(({ change }) => isPersistent(change.type, snapshot.policy.persistentTypes))
            .map((loss) => violation(claim, loss)));
    },
    explain({ data: { change, kind } }) {
        if (kind === 'gated') {
            return {
                what: (0,domain_text/* say */.cv) `Claiming a prebuild deletes ${change.address}, which holds data and which the template gates on whether this is a prebuild.`,
                why: ['What was prepared in it does not reach the claimant.'],
                remedy: ['Keep what the claimant needs in a resource that is there before and after the claim.'],
            };
        }
        return {
            what: (0,domain_text/* say */.cv) `Claiming a prebuild ${[kind === 'replaced' ? 'replaces' : 'deletes']} ${change.address}, and a ${change.type} holds user data.`,
            why: ['Everything in it is gone: files that were prepared, and the claimant starts on an empty one.'],
            remedy: (0,domain_text/* say */.cv) `Name it after ${'data.coder_workspace.me.id'}, which a claim keeps, and add ${'ignore_changes = all'} to its ${'lifecycle'}, as is usual for volumes and disks.`,
        };
    },
};
function losses(claim) {
    return [
        ...replacedResources(claim).map((change) => ({ change, kind: 'replaced' })),
        ...(0,removal/* removals */.k)(claim.plan).map(({ change, byDesign }) => ({ change, kind: byDesign ? 'gated' : 'removed' })),
    ];
}
/** A gate is a decision of the template's author, so it is said and does not block. */
function violation(claim, loss) {
    return {
        subject: (0,finding/* aboutResource */.g6)(loss.change.address),
        evidence: claim.evidence,
        ...(loss.kind === 'gated' ? { severity: 'warning' } : {}),
        data: loss,
    };
}
//# sourceMappingURL=persistent-data-loss.js.map
;// CONCATENATED MODULE: ./build/domain/peak-words.js

/** `on Monday at 08:00 (Europe/Berlin)`, or `on 29 February at 12:00 (UTC)` for what does not come back every week. */
function describePeakHour({ weekday, month, dayOfMonth, hour, minute, zone, weekly }) {
    const day = weekly ? peak_words_WEEKDAYS[weekday] : `${dayOfMonth} ${peak_words_MONTHS[month - 1]}`;
    return (0,domain_text/* say */.cv) `on ${[`${day} at ${twoDigits(hour)}:${twoDigits(minute)}`]} (${zone})`;
}
function twoDigits(number) {
    return String(number).padStart(2, '0');
}
const peak_words_WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const peak_words_MONTHS = [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
];
//# sourceMappingURL=peak-words.js.map
;// CONCATENATED MODULE: ./build/domain/prebuild-pool.js



/**
 * The pool of a preset with a `prebuilds` block; undefined where its numbers are
 * not known, or depend on the zone that the server runs in.
 */
function poolOf(preset) {
    const { prebuilds } = preset;
    if (prebuilds?.instances === undefined || preset.unknown?.includes('prebuilds'))
        return undefined;
    const pool = { preset: preset.name, base: atLeastNone(prebuilds.instances) };
    const { scheduling } = prebuilds;
    if (scheduling === undefined)
        return { ...pool, timetable: undefined };
    const zone = readZone(scheduling.timezone);
    if (zone.kind === 'server')
        return undefined;
    const entries = entriesOf(scheduling.schedules);
    // As the server does: with a zone it cannot load, or with schedules that overlap, the base counts at all hours.
    return {
        ...pool,
        timetable: zone.kind === 'zone' && entries !== undefined ? { zone: zone.name, entries } : undefined,
    };
}
/** By the calendar and the clock of the pool's zone. */
function instancesDuring({ base, timetable }, at) {
    const active = timetable?.entries.find(({ schedule }) => isActive(schedule, at));
    return active === undefined ? base : atLeastNone(active.instances);
}
/** `instant` in milliseconds since 1970. */
function instancesAt(pool, instant) {
    if (pool.timetable === undefined)
        return pool.base;
    const offset = offsetsOf(pool.timetable.zone, instant, instant + DAY)[0]?.offsetMinutes ?? 0;
    return instancesDuring(pool, localHour(instant, offset));
}
function entriesOf(schedules) {
    const entries = [];
    for (const [index, { cron, instances }] of schedules.entries()) {
        const reading = readCron(cron);
        if (reading.kind === 'refused')
            return undefined;
        if (schedules.slice(0, index).some((other) => providerOverlap(other.cron, cron).kind !== 'apart'))
            return undefined;
        entries.push({ schedule: reading.schedule, instances });
    }
    return entries;
}
/** The provider takes a negative number for a schedule; no pool can have one. */
function atLeastNone(instances) {
    return Math.max(instances, 0);
}
//# sourceMappingURL=prebuild-pool.js.map
;// CONCATENATED MODULE: ./build/domain/prebuild-peak.js


/**
 * A year that begins on a Monday and has a 29 February. A fixed one, so that the
 * same template gets the same answer every day.
 */
const REFERENCE_YEAR = { from: Date.UTC(2028, 0, 3), to: Date.UTC(2029, 0, 3) };
/** Walks all hours of the period, since zones and changes of the clock shift schedules against one another. */
function prebuildPeak(pools, period = REFERENCE_YEAR) {
    const clocks = clocksOf(pools, period);
    const step = stepOf(clocks);
    let peak = { instances: -1, at: period.from };
    let isConstant = true;
    let weeks = new Set();
    for (let instant = period.from; instant < period.to; instant += step) {
        const instances = sum(sharesAt(pools, clocks, instant));
        if (instant > period.from && instances !== peak.instances)
            isConstant = false;
        if (instances > peak.instances) {
            peak = { instances, at: instant };
            weeks = new Set();
        }
        if (instances === peak.instances)
            weeks.add(Math.floor((instant - period.from) / WEEK));
        if (clocks.size === 0)
            break;
    }
    const shares = sharesAt(pools, clocks, peak.at);
    return {
        instances: peak.instances,
        shares: pools.map(({ preset }, index) => ({ preset, instances: shares[index] ?? 0 })),
        first: isConstant ? undefined : peakHour(pools, clocks, peak.at, isEveryWeek(weeks, period)),
    };
}
/** But for one: a change of the clock may skip an hour. */
function isEveryWeek(weeks, { from, to }) {
    return weeks.size >= Math.floor((to - from) / WEEK) - 1;
}
function clocksOf(pools, { from, to }) {
    const zones = new Set(pools.flatMap(({ timetable }) => (timetable === undefined ? [] : [timetable.zone])));
    return new Map([...zones].map((zone) => [zone, time_zone_offsetsOf(zone, from, to)]));
}
/** Schedules change on the full local hour, which is not that of another zone everywhere. */
function stepOf(clocks) {
    const offsets = [...clocks.values()].flat().map(({ offsetMinutes }) => Math.abs(offsetMinutes));
    return offsets.reduce(greatestCommonDivisor, 60) * MINUTE;
}
function sharesAt(pools, clocks, instant) {
    return pools.map((pool) => {
        const clock = pool.timetable && clocks.get(pool.timetable.zone);
        return clock === undefined ? pool.base : instancesDuring(pool, time_zone_localHour(instant, offsetAt(clock, instant)));
    });
}
function peakHour(pools, clocks, at, weekly) {
    const shares = sharesAt(pools, clocks, at);
    const [pool] = pools
        .map(({ timetable }, index) => ({ timetable, instances: shares[index] ?? 0 }))
        .filter(({ timetable }) => timetable !== undefined)
        .toSorted((left, right) => right.instances - left.instances);
    const zone = pool?.timetable?.zone;
    const clock = zone === undefined ? undefined : clocks.get(zone);
    if (zone === undefined || clock === undefined)
        return undefined;
    return { ...time_zone_localHour(at, offsetAt(clock, at)), zone, weekly };
}
function offsetAt(clock, instant) {
    return clock.find(({ from, to }) => from <= instant && instant < to)?.offsetMinutes ?? 0;
}
function sum(numbers) {
    return numbers.reduce((total, each) => total + each, 0);
}
function greatestCommonDivisor(left, right) {
    return right === 0 ? left : greatestCommonDivisor(right, left % right);
}
const WEEK = 7 * time_zone_DAY;
//# sourceMappingURL=prebuild-peak.js.map
;// CONCATENATED MODULE: ./build/domain/quota.js

function quotaOf({ quota }) {
    return quota ?? outcome/* NOT_CONFIGURED */.rY;
}
//# sourceMappingURL=quota.js.map
;// CONCATENATED MODULE: ./build/rules/prebuild-capacity.js










const prebuildCapacity = {
    id: 'prebuild-capacity',
    group: 'template',
    severity: 'warning',
    summary: 'The template asks for more prebuilds at once than it may.',
    since: '0.1.0',
    evaluate(snapshot) {
        const limits = limitsOf(snapshot);
        if (!limits.configured)
            return { ...outcome/* NOT_CONFIGURED */.rY, items: [] };
        const { presets } = snapshot.template;
        const peak = peakOf(presets);
        const excesses = limits.excesses.filter((excess) => exceeds(peak, excess));
        return templateOutcome(snapshot, {
            open: [...limits.open, ...unknownPools(presets)],
            violations: excesses.length === 0 ? [] : [{ subject: finding/* THE_TEMPLATE */.Fn, evidence: 'declared', data: { peak, excesses } }],
        });
    },
    explain({ data: { peak, excesses } }) {
        const shares = peak.shares.filter(({ instances }) => instances > 0);
        return {
            what: (0,domain_text/* joined */.oR)([
                (0,domain_text/* say */.cv) `The presets ask for ${peak.instances} prebuilds at once${when(peak)}: ${(0,domain_text/* joined */.oR)(shares.map(({ preset, instances }) => (0,domain_text/* say */.cv) `${instances} for ${preset}`), ', ')}.`,
                ...excesses.map((excess) => describeExcess(excess, peak)),
            ]),
            why: [
                excesses.some(({ kind }) => kind === 'quota')
                    ? 'A prebuild beyond the quota fails, and after three failures Coder stops creating them.'
                    : 'Each prebuild is a provisioner job and a running workspace: too many block the queue, and people wait behind them.',
            ],
            remedy: (0,domain_text/* say */.cv) `Lower ${'instances'}, or move schedules apart.`,
        };
    },
};
function when({ first }) {
    return first === undefined ? [] : [' ', ...describePeakHour(first)];
}
function describeExcess(excess, peak) {
    switch (excess.kind) {
        case 'cap':
            return (0,domain_text/* say */.cv) `The limit is ${excess.max}.`;
        case 'growth':
            return (0,domain_text/* say */.cv) `That is more than ${excess.factor} times the ${excess.before} of ${excess.origin}.`;
        case 'quota':
            return (0,domain_text/* say */.cv) `They cost ${peak.instances * excess.quota.costOfPrebuild} a day, and the quota of the prebuilds user is ${excess.quota.budget}.`;
    }
}
/** Every limit that there is, exceeded or not. */
function limitsOf(snapshot) {
    const { maxPrebuilds: max, prebuildGrowthFactor: factor } = snapshot.policy;
    const cap = max === undefined ? [] : [{ kind: 'cap', max }];
    const quota = quotaOf(snapshot);
    const baseline = factor === undefined ? outcome/* NOT_CONFIGURED */.rY : baselineOf(snapshot);
    const costs = quota.kind === 'read' ? quota.items.map((item) => ({ kind: 'quota', quota: item })) : [];
    const bases = baseline.kind === 'read' ? baseline.items : [];
    const growth = bases.map(({ presets, origin }) => {
        return { kind: 'growth', before: peakOf(presets).instances, factor: factor ?? 0, origin };
    });
    return {
        configured: max !== undefined || quota.kind === 'read' || baseline.kind === 'read',
        excesses: [...cap, ...growth, ...costs],
        open: [
            ...(quota.kind === 'read' ? quota.gaps : []),
            ...(baseline.kind === 'read' ? baseline.gaps : []),
            ...bases.flatMap(({ presets }) => unknownPools(presets)),
        ],
    };
}
function exceeds({ instances }, excess) {
    switch (excess.kind) {
        case 'cap':
            return instances > excess.max;
        // From nothing to something is no factor: prebuilds were turned on.
        case 'growth':
            return excess.before > 0 && instances > excess.before * excess.factor;
        case 'quota':
            return instances * excess.quota.costOfPrebuild > excess.quota.budget;
    }
}
/** Of the pools whose numbers are known, so no less than this. */
function peakOf(presets) {
    return prebuildPeak((0,template/* prebuildPresets */.m)(presets).flatMap((preset) => poolOf(preset) ?? []));
}
function unknownPools(presets) {
    return (0,template/* prebuildPresets */.m)(presets)
        .filter((preset) => poolOf(preset) === undefined)
        .map((preset) => ({
        code: 'instances-not-known',
        detail: (0,domain_text/* say */.cv) `How many prebuilds preset ${preset.name} asks for is not known before the apply, or depends on the server's time zone.`,
        remedy: (0,domain_text/* say */.cv) `Write ${'instances'} as a number, and name the time zone.`,
    }));
}
//# sourceMappingURL=prebuild-capacity.js.map
;// CONCATENATED MODULE: ./build/rules/preset-removed.js




const presetRemoved = {
    id: 'preset-removed',
    group: 'change',
    severity: 'notice',
    summary: 'A prebuild preset is removed or renamed, so its pool is drained.',
    since: '0.1.0',
    evaluate(snapshot) {
        return changeOutcome(snapshot, (baseline) => ({
            open: [],
            violations: (0,template/* prebuildPresets */.m)(baseline.presets).flatMap((preset) => {
                const fate = fateOf(preset, baseline, snapshot.template.presets);
                if (fate === undefined)
                    return [];
                const data = { preset: preset.name, fate, origin: baseline.origin };
                return [{ subject: (0,finding/* aboutPreset */.p0)(preset.name), evidence: 'declared', data }];
            }),
        }));
    },
    explain({ data: { preset, fate, origin } }) {
        return {
            what: (0,domain_text/* joined */.oR)([(0,domain_text/* say */.cv) `Preset ${preset} had prebuilds in ${origin}${whatBecame(fate)}.`]),
            why: [
                'Once the version is promoted, Coder deletes the prebuilds of the preset. Requests that name it, in scripts and links, no longer find it; its history starts anew under another name.',
            ],
            remedy: (0,domain_text/* say */.cv) `Keep the name ${preset} if people or scripts use it; else there is nothing to do.`,
        };
    },
};
function whatBecame(fate) {
    switch (fate.kind) {
        case 'gone':
            return [' and is gone'];
        case 'renamed':
            return (0,domain_text/* say */.cv) ` and seems to be called ${fate.to} now: that one sets all its values`;
        case 'without-prebuilds':
            return [' and has none now'];
    }
}
/** Names alone stay the same over versions; undefined for a preset that is still there. */
function fateOf(preset, baseline, presets) {
    const kept = presets.filter(({ name }) => name === preset.name);
    if (kept.some(({ prebuilds }) => prebuilds !== undefined))
        return undefined;
    if (kept.length > 0)
        return { kind: 'without-prebuilds' };
    const isNew = ({ name }) => baseline.presets.every((other) => other.name !== name);
    const successor = presets.find((other) => isNew(other) && setsAllOf(preset, other));
    return successor === undefined ? { kind: 'gone' } : { kind: 'renamed', to: successor.name };
}
/** It may set more: what is new in this version as well. */
function setsAllOf(earlier, later) {
    const values = [...earlier.parameters];
    return (values.length > 0 && values.every(([name, value]) => value !== undefined && later.parameters.get(name) === value));
}
//# sourceMappingURL=preset-removed.js.map
;// CONCATENATED MODULE: ./build/rules/reconciliation-paused.js



const reconciliationPaused = {
    id: 'reconciliation-paused',
    group: 'history',
    severity: 'notice',
    summary: 'Prebuild reconciliation is paused: Coder neither creates nor deletes prebuilds.',
    since: '0.1.0',
    evaluate({ histories = outcome/* NOT_CONFIGURED */.rY }) {
        if (histories.kind === 'not-configured')
            return (0,outcome/* judge */.S4)(histories, () => []);
        // Without a licence there is no reconciliation to pause, and a gap says so already.
        const open = histories.items.filter((history) => history.reconciliationPaused === undefined && history.licensed !== false);
        return (0,outcome/* judge */.S4)((0,outcome/* read */.LF)(histories.items, [...histories.gaps, ...open.map(() => SETTINGS_NOT_SEEN)]), (templates) => templates
            .filter((history) => history.reconciliationPaused === true)
            .map(({ version }) => ({ subject: finding/* THE_TEMPLATE */.Fn, evidence: 'declared', data: { version: version.name } })));
    },
    explain({ data: { version } }) {
        return {
            what: (0,domain_text/* say */.cv) `Prebuild reconciliation is paused on this Coder server, so nothing is built for version ${version} either.`,
            why: ['Pools that claims empty are not filled again, and a history without failures proves nothing meanwhile.'],
            remedy: (0,domain_text/* say */.cv) `Resume it with ${'coder prebuilds resume'} when the reason for the pause is gone.`,
        };
    },
};
const SETTINGS_NOT_SEEN = {
    code: 'prebuild-settings-not-visible',
    detail: ['Coder did not tell whether prebuild reconciliation is paused.'],
    remedy: ['Run the check again; if this stays, ask with the token of a template admin.'],
};
//# sourceMappingURL=reconciliation-paused.js.map
;// CONCATENATED MODULE: ./build/rules/resource-removal.js




const resourceRemoval = {
    id: 'resource-removal',
    group: 'claim',
    severity: 'error',
    summary: 'Claiming a prebuild deletes a resource and does not make it again under its address.',
    since: '0.1.0',
    evaluate(snapshot) {
        return judgeClaims(snapshot, (claim) => (0,removal/* removals */.k)(claim.plan)
            .filter((removal) => !removal.byDesign)
            .map((removal) => ({
            subject: (0,finding/* aboutResource */.g6)(removal.change.address),
            evidence: claim.evidence,
            data: removal,
        })));
    },
    explain({ data: { change, recreatedAs } }) {
        return {
            what: recreatedAs === undefined
                ? (0,domain_text/* say */.cv) `Claiming a prebuild deletes ${change.address}.`
                : (0,domain_text/* say */.cv) `Claiming a prebuild deletes ${change.address} and makes ${recreatedAs} in its place.`,
            why: [
                ...(REASONS.get(change.actionReason ?? '') ?? []),
                'The claimant gets a workspace without what the prebuild had ready, and Coder does not notify anybody of a deletion.',
            ],
            remedy: remedy(change.actionReason),
        };
    },
};
const REASONS = new Map([
    ['delete_because_each_key', (0,domain_text/* say */.cv) `Its ${'for_each'} has no such key any more. `],
    ['delete_because_count_index', (0,domain_text/* say */.cv) `Its ${'count'} is smaller in the claim. `],
    ['delete_because_no_resource_config', ['It is in the state of the prebuild and not in the template. ']],
    ['delete_because_no_module', ['Its module is in the state of the prebuild and not in the template. ']],
    ['delete_because_wrong_repetition', (0,domain_text/* say */.cv) `It has a ${'count'} or ${'for_each'} in one and not in the other. `],
    ['delete_because_no_move_target', ['It was moved to an address that the template does not have. ']],
]);
function remedy(actionReason) {
    switch (actionReason) {
        case 'delete_because_each_key':
            return (0,domain_text/* say */.cv) `Build the keys of ${'for_each'} from what a claim keeps, such as ${'data.coder_workspace.me.id'}, not from the owner or the workspace's name.`;
        case 'delete_because_count_index':
            return (0,domain_text/* say */.cv) `Let ${'count'} depend only on what a claim keeps; where it is meant to go, gate it on ${'data.coder_workspace.me.prebuild_count'}.`;
        default:
            return ['Make the claim plan on the state of a prebuild of this very template.'];
    }
}
//# sourceMappingURL=resource-removal.js.map
;// CONCATENATED MODULE: ./build/domain/ignore-changes.js
/** The `lifecycle` block that keeps a claim from touching these attributes, as `terraform fmt` writes it. */
function ignoreChangesBlock({ type, name }, attributes) {
    return [
        `resource ${JSON.stringify(type)} ${JSON.stringify(name)} {`,
        '  lifecycle {',
        `    ignore_changes = [${attributes.toSorted().join(', ')}]`,
        '  }',
        '}',
    ].join('\n');
}
//# sourceMappingURL=ignore-changes.js.map
;// CONCATENATED MODULE: ./build/rules/resource-replacement.js






const resourceReplacement = {
    id: 'resource-replacement',
    group: 'claim',
    severity: 'error',
    summary: 'Claiming a prebuild destroys and recreates a resource.',
    since: '0.1.0',
    evaluate(snapshot) {
        return judgeClaims(snapshot, (claim) => replacedResources(claim).map((change) => {
            const cause = replacementCause(claim.plan, change);
            return {
                subject: (0,finding/* aboutResource */.g6)(change.address),
                evidence: claim.evidence,
                details: {
                    attributes: change.attributes,
                    chains: cause.chains,
                    ...(cause.root === undefined ? {} : { root: cause.root }),
                    ...(isMendedHere(cause) ? { fix: ignoreChangesBlock(change, cause.ignorable) } : {}),
                },
                data: { change, cause },
            };
        }));
    },
    explain({ data: { change, cause } }) {
        return { what: what(change, cause), why: why(change, cause), remedy: resource_replacement_remedy(change, cause) };
    },
};
/** Not by a block of its own where it only follows, or where the provider computes what forces it. */
function isMendedHere({ root, ignorable }) {
    return root === undefined && ignorable.length > 0;
}
function what(change, cause) {
    const verb = replacedHow(change);
    const moved = change.previousAddress === undefined ? [] : (0,domain_text/* say */.cv) ` (moved from ${change.previousAddress})`;
    if (cause.attributes.length > 0) {
        return (0,domain_text/* say */.cv) `Claiming a prebuild ${verb} ${change.address}${moved}, because of ${(0,domain_text/* listed */.KE)(cause.attributes)}.`;
    }
    return (0,domain_text/* say */.cv) `Claiming a prebuild ${verb} ${change.address}${moved}${PATHLESS.get(change.actionReason ?? '') ?? UNEXPLAINED}.`;
}
function replacedHow({ actions }) {
    if (actions.includes('forget'))
        return ['replaces and orphans'];
    if (!(0,domain_plan/* isReplacement */.D8)({ actions }))
        return ['changes'];
    return [actions[0] === 'create' ? 'recreates and then destroys' : 'destroys and recreates'];
}
/** Terraform names no attribute for these. */
const PATHLESS = new Map([
    ['replace_because_tainted', [', because it is tainted in the state']],
    ['replace_by_request', [', because the plan was made with ', { code: '-replace' }]],
    ['replace_by_triggers', [', because of its ', { code: 'replace_triggered_by' }]],
]);
const UNEXPLAINED = [', for a reason that this version of Terraform does not write into the plan'];
function why(change, cause) {
    const sentences = [];
    if (cause.hiddenCause !== undefined) {
        sentences.push((0,domain_text/* say */.cv) `${cause.hiddenCause} is replaced too, so what is computed from it is not known when the claim is planned; Coder does not name it.`);
    }
    else if (cause.root !== undefined) {
        sentences.push((0,domain_text/* say */.cv) `It only follows ${cause.root}, which is replaced.`);
    }
    sentences.push(['The claimant waits for what the prebuild was to have ready, and what is in it is lost.']);
    if (!(0,domain_plan/* isCountedByCoder */.vX)(change))
        sentences.push(['Coder does not notify anybody of this kind of replacement.']);
    return (0,domain_text/* joined */.oR)(sentences);
}
function resource_replacement_remedy(change, cause) {
    if (cause.root !== undefined)
        return (0,domain_text/* say */.cv) `Mend ${cause.root}; this follows.`;
    if (change.actionReason === 'replace_by_triggers') {
        return (0,domain_text/* say */.cv) `Let ${'replace_triggered_by'} refer only to what a claim leaves alone.`;
    }
    if (change.actionReason === 'replace_because_tainted') {
        return (0,domain_text/* say */.cv) `Make the claim plan on the state of a prebuild that was built without an error, or ${'terraform untaint'} it.`;
    }
    if (change.actionReason === 'replace_by_request' && cause.attributes.length === 0) {
        return (0,domain_text/* say */.cv) `Make the claim plan without ${'-replace'}.`;
    }
    if (cause.attributes.length === 0)
        return ['Plan with Terraform 0.15.3 or newer to see which attribute forces it.'];
    if (cause.ignorable.length === 0) {
        return (0,domain_text/* say */.cv) `Compute what leads to ${(0,domain_text/* listed */.KE)(cause.attributes)} from what a claim keeps, such as ${'data.coder_workspace.me.id'}: the provider computes it, so ${'ignore_changes'} does not help.`;
    }
    const ignore = (0,domain_text/* say */.cv) `Add ${cause.ignorable.join(', ')} to its ${'ignore_changes'}, or compute ${[cause.ignorable.length === 1 ? 'it' : 'them']} from what a claim keeps, such as ${'data.coder_workspace.me.id'}.`;
    const agentFirst = (0,domain_text/* say */.cv) `Best keep what varies out of ${cause.hiddenCause ?? ''}. Else: `;
    const keepsToken = (0,domain_text/* say */.cv) ` An ignored ${'env'} keeps the old agent token after a template update (coder/coder#17840).`;
    return [
        ...(cause.hiddenCause === undefined ? [] : agentFirst),
        ...ignore,
        ...(cause.ignorable.includes('env') ? keepsToken : []),
    ];
}
//# sourceMappingURL=resource-replacement.js.map
;// CONCATENATED MODULE: ./build/rules/undefined-preset-parameter.js




const undefinedPresetParameter = {
    id: 'undefined-preset-parameter',
    group: 'template',
    severity: 'warning',
    summary: 'A preset sets a parameter that the template does not define, so Coder never picks the preset by itself.',
    since: '0.1.0',
    evaluate(snapshot) {
        return templateOutcome(snapshot, judgeEach(snapshot.template.presets, (preset) => undefined_preset_parameter_judgePreset(snapshot, preset)));
    },
    explain({ data: { preset, parameter, similar, declared } }) {
        const conditional = declared !== 'no';
        return {
            what: conditional
                ? (0,domain_text/* say */.cv) `Preset ${preset} sets ${parameter}, which this plan does not have.`
                : (0,domain_text/* say */.cv) `Preset ${preset} sets ${parameter}, which the template does not define.`,
            why: [
                ...(declared === 'conditional'
                    ? ['The template declares it under a condition that this plan does not meet. ']
                    : []),
                ...(declared === 'perhaps' ? ['The template declares a parameter whose name is computed. '] : []),
                'A preset is picked for a request that names none only if all its values were chosen, and nobody can choose one that is not there. Coder drops the value and writes this to its server log only.',
            ],
            remedy: (0,domain_text/* joined */.oR)([
                ...(similar === undefined ? [] : [(0,domain_text/* say */.cv) `Write ${similar} if that is meant.`]),
                conditional
                    ? (0,domain_text/* say */.cv) `Rehearse the template: it plans each preset with the preset's own values.`
                    : (0,domain_text/* say */.cv) `Define ${parameter}, or take it out of the preset.`,
            ]),
        };
    },
};
function undefined_preset_parameter_judgePreset(snapshot, preset) {
    const { parameters, exact } = parametersUnder(snapshot, preset);
    const names = parameters.map(({ name }) => name);
    const undefinedNames = [...preset.parameters.keys()].filter((name) => !names.includes(name));
    return {
        open: unknownParametersOf(preset),
        violations: undefinedNames.map((name) => {
            const declared = exact ? 'no' : declarationOf(snapshot, name);
            const similar = names.find((each) => folded(each) === folded(name));
            return {
                subject: (0,finding/* aboutParameter */.Z0)(name, preset.name),
                evidence: 'declared',
                ...(declared !== 'no' && { severity: 'notice' }),
                data: { preset: preset.name, parameter: name, similar, declared },
            };
        }),
    };
}
function declarationOf({ template }, name) {
    const declared = template.declaredParameters ?? [];
    if (declared.some((block) => block.name === name))
        return 'conditional';
    const isComputed = declared.some((block) => block.name === undefined && block.conditional) ||
        template.parameters.some((parameter) => isUnknownIn(parameter, 'name'));
    return isComputed ? 'perhaps' : 'no';
}
function folded(name) {
    return name.toLowerCase().replaceAll(/[\s_-]/g, '');
}
//# sourceMappingURL=undefined-preset-parameter.js.map
;// CONCATENATED MODULE: ./build/rules/unpinned-immutable-parameter.js






const unpinnedImmutableParameter = {
    id: 'unpinned-immutable-parameter',
    group: 'template',
    severity: 'error',
    summary: 'A prebuild preset leaves an immutable parameter to its default, so a claimant who chooses otherwise is refused.',
    since: '0.1.0',
    evaluate(snapshot) {
        const presets = (0,template/* prebuildPresets */.m)(snapshot.template.presets);
        return templateOutcome(snapshot, judgeEach(presets, (preset) => unpinned_immutable_parameter_judgePreset(snapshot, preset)));
    },
    explain({ data: { preset, parameter, frozen, uncertain } }) {
        return {
            what: frozen === undefined
                ? (0,domain_text/* say */.cv) `Preset ${preset} does not set ${parameter}, which is immutable.`
                : (0,domain_text/* say */.cv) `Preset ${preset} does not set ${parameter}, which is immutable and stays at its default ${frozen}.`,
            why: [
                'While a prebuild is ready, a claimant who chooses another value gets an error 400 and no workspace; when the pool is empty the same request works.',
                ...(uncertain ? [' The parameter is there only under a condition, which the preset may not meet.'] : []),
            ],
            remedy: (0,domain_text/* say */.cv) `Set ${parameter} in the ${'parameters'} of the preset, one preset for each value that people need, or make it mutable.`,
        };
    },
};
function unpinned_immutable_parameter_judgePreset(snapshot, preset) {
    const under = parametersUnder(snapshot, preset);
    const unset = under.parameters.filter(({ name }) => !preset.parameters.has(name));
    const open = unset.flatMap((parameter) => unknownAttribute(parameter, 'mutable'));
    const candidates = unset.filter(isLeftToItsDefault);
    if (isUnknownIn(preset, 'parameters')) {
        return { violations: [], open: [...open, ...(candidates.length > 0 ? unknownParametersOf(preset) : [])] };
    }
    return {
        open,
        violations: candidates.map((parameter) => {
            const uncertain = isUncertain(parameter, under);
            return {
                subject: (0,finding/* aboutParameter */.Z0)(parameter.name, preset.name),
                evidence: 'declared',
                ...(uncertain && { severity: 'warning' }),
                data: { preset: preset.name, parameter: parameter.name, frozen: parameter.default, uncertain },
            };
        }),
    };
}
/** Where nothing else can be chosen nobody is refused; without a default the preset has another problem. */
function isLeftToItsDefault(parameter) {
    if (parameter.mutable || isUnknownIn(parameter, 'mutable'))
        return false;
    const hasDefault = parameter.default !== undefined || isUnknownIn(parameter, 'default');
    const isOnlyOption = parameter.options.length === 1 && !isUnknownIn(parameter, 'option') && !optionsAreElements(parameter);
    return hasDefault && !isOnlyOption;
}
//# sourceMappingURL=unpinned-immutable-parameter.js.map
;// CONCATENATED MODULE: ./build/rules/validation-failed-preset.js






const validationFailedPreset = {
    id: 'validation-failed-preset',
    group: 'history',
    severity: 'error',
    summary: 'Coder never started to build a prebuild that is wanted: it refused the request itself.',
    since: '0.1.0',
    evaluate({ histories = outcome/* NOT_CONFIGURED */.rY, template, policy: { history: policy = domain_history/* DEFAULT_HISTORY_POLICY */.yG } }) {
        const scheduled = new Set(template.presets.filter(({ prebuilds }) => prebuilds?.scheduling !== undefined).map(({ name }) => name));
        const open = histories.kind === 'read' ? histories.items.flatMap((history) => undecided(history, policy)) : [];
        return (0,outcome/* judge */.S4)(withGaps(histories, open), (templates) => templates.flatMap((history) => history.presets
            .filter((preset) => (0,preset_status/* decidePreset */.Ov)(history, preset, policy).status === 'validation_failed')
            .map((preset) => ({
            subject: (0,finding/* aboutPreset */.p0)(preset.name),
            evidence: 'declared',
            ...(scheduled.has(preset.name) ? { severity: 'warning' } : {}),
            data: {
                preset: preset.name,
                version: history.version.name,
                instances: preset.desiredInstances ?? 0,
                since: history.version.activeSince,
                isScheduled: scheduled.has(preset.name),
            },
        }))));
    },
    explain({ data: { preset, version, instances, since, isScheduled } }) {
        return {
            what: (0,domain_text/* say */.cv) `Coder never built a prebuild of preset ${preset}, although version ${version} asks for ${instances} since ${[(0,time/* formatTime */.f)(since)]}.`,
            why: [
                'When Coder refuses the request for a prebuild with 400 (a missing or invalid parameter, a bad workspace tag) it marks the preset as failed validation, stops trying, and leaves no build behind that could show it.',
            ],
            remedy: isScheduled
                ? [
                    'If the schedule asks for none at this hour all is well. Otherwise give the preset a valid value for every parameter and promote a new version: nothing else clears the mark.',
                ]
                : [
                    'Give the preset a valid value for every parameter and promote a new version: nothing else clears the mark. If a schedule of the preset asks for none at this hour, all is well.',
                ],
        };
    },
};
function withGaps(histories, gaps) {
    return histories.kind === 'read' ? (0,outcome/* read */.LF)(histories.items, [...histories.gaps, ...gaps]) : histories;
}
/** Presets whose empty pool may have a reason that the server did not tell. */
function undecided(history, policy) {
    return history.presets
        .filter((preset) => (0,preset_status/* isNeverAttempted */.Vh)(history, preset, policy))
        .filter((preset) => (0,preset_status/* decidePreset */.Ov)(history, preset, policy).status === 'unknown')
        .map((preset) => ({
        code: 'empty-pool-unexplained',
        detail: (0,domain_text/* say */.cv) `Preset ${preset.name} has no prebuild, and Coder did not tell whether reconciliation is paused or a build was ever started.`,
        remedy: ['Run the check again; if this stays, ask with the token of a template admin.'],
    }));
}
//# sourceMappingURL=validation-failed-preset.js.map
;// CONCATENATED MODULE: ./build/rules/index.js






















/** Every rule, in the order in which outputs list them. */
const RULES = [
    resourceReplacement,
    resourceRemoval,
    persistentDataLoss,
    agentTokenLoss,
    unpinnedImmutableParameter,
    missingRequiredParameter,
    invalidPresetValue,
    undefinedPresetParameter,
    ephemeralPresetParameter,
    ambiguousPreset,
    duplicatePresetName,
    multipleDefaultPresets,
    invalidPrebuildSchedule,
    prebuildCapacity,
    immutableParameterChanged,
    presetRemoved,
    monotonicParameterDecreased,
    hardLimitedPreset,
    validationFailedPreset,
    failingPreset,
    failingPrebuildDeletion,
    reconciliationPaused,
];
//# sourceMappingURL=index.js.map

/***/ }),

/***/ 337:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ wantsColour)
/* harmony export */ });
/** Colours on a terminal alone, unless `NO_COLOR` or a dumb one; `FORCE_COLOR` overrides (force-color.org, no-color.org). */
function wantsColour({ isTerminal, env }) {
    if ((env['NO_COLOR'] ?? '') !== '')
        return false;
    if ((env['FORCE_COLOR'] ?? '') !== '')
        return env['FORCE_COLOR'] !== '0';
    return isTerminal && env['TERM'] !== 'dumb';
}
//# sourceMappingURL=colour.js.map

/***/ }),

/***/ 2807:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ COMMANDS)
/* harmony export */ });
const ASSUME_PREBUILD = {
    flag: 'assume-prebuild',
    value: undefined,
    summary: 'Judge a template without prebuilds as if it had them.',
    fallback: undefined,
};
const FAIL_ON = {
    flag: 'fail-on',
    value: 'SEVERITY',
    summary: 'Findings that fail the run: error, warning, notice or never.',
    fallback: 'error',
};
const ON_INCONCLUSIVE = {
    flag: 'on-inconclusive',
    value: 'ACTION',
    summary: 'When a rule cannot be checked: fail (exit code 2) or warn (exit code 0).',
    fallback: 'fail',
};
const FORMAT = {
    flag: 'format',
    value: 'FORMAT',
    summary: 'What goes to standard output: text, json or markdown.',
    fallback: 'text',
};
const VALUES = {
    flag: 'values',
    value: 'POLICY',
    summary: 'Values of attributes: none shows none, safe shows those that nothing marks as sensitive.',
    fallback: 'none',
};
const PERSISTENT_TYPES = {
    flag: 'persistent-types',
    value: 'TYPES',
    summary: 'Further resource types that hold user data, with commas between them.',
    fallback: undefined,
};
const REPORT = {
    flag: 'report',
    value: 'FILE',
    summary: 'Write the report as JSON to a file, too.',
    fallback: undefined,
};
const BASELINE = {
    flag: 'baseline',
    value: 'PLAN',
    summary: 'Plan of the template before the change, to compare presets and parameters with.',
    fallback: undefined,
};
const MAX_PREBUILDS = {
    flag: 'max-prebuilds',
    value: 'NUMBER',
    summary: 'The most prebuilds that the template may ask for at once.',
    fallback: undefined,
};
const PREBUILD_GROWTH_FACTOR = {
    flag: 'prebuild-growth-factor',
    value: 'NUMBER',
    summary: 'By how much that number may grow against the baseline.',
    fallback: undefined,
};
const CODER_URL = {
    flag: 'coder-url',
    value: 'URL',
    summary: 'Coder, whose token is read from CODER_SESSION_TOKEN. Default: CODER_URL.',
    fallback: undefined,
};
const HISTORY_FILE = {
    flag: 'history-file',
    value: 'FILE',
    summary: 'Take the history from what `history --save` wrote instead of from Coder.',
    fallback: undefined,
};
const CODER_TEMPLATE = {
    flag: 'coder-template',
    value: 'NAME',
    summary: "Judge this template's failure history in Coder, too.",
    fallback: undefined,
};
const CODER_ORGANIZATION = {
    flag: 'coder-organization',
    value: 'NAME',
    summary: 'Organization of the template in Coder, where several have one of that name.',
    fallback: undefined,
};
const FAILURE_HARD_LIMIT = {
    flag: 'failure-hard-limit',
    value: 'NUMBER',
    summary: 'After how many failures in a row Coder stops; 0 for never. As the server is set.',
    fallback: '3',
};
const ALLOW_HTTP = {
    flag: 'allow-http',
    value: undefined,
    summary: 'Talk to Coder over plain HTTP, which shows the token to the network.',
    fallback: undefined,
};
const MAX_CONCURRENCY = {
    flag: 'max-concurrency',
    value: 'NUMBER',
    summary: 'Requests to Coder at once.',
    fallback: '4',
};
const CODER = [
    CODER_URL,
    CODER_ORGANIZATION,
    HISTORY_FILE,
    FAILURE_HARD_LIMIT,
    MAX_CONCURRENCY,
    ALLOW_HTTP,
];
const COMMANDS = [
    {
        name: 'check',
        operands: 'PLAN…',
        summary: 'Judge plans, each the output of `terraform show -json`; `-` is standard input.',
        options: [
            ASSUME_PREBUILD,
            FAIL_ON,
            ON_INCONCLUSIVE,
            FORMAT,
            VALUES,
            PERSISTENT_TYPES,
            REPORT,
            BASELINE,
            MAX_PREBUILDS,
            PREBUILD_GROWTH_FACTOR,
            CODER_TEMPLATE,
            ...CODER,
        ],
    },
    {
        name: 'history',
        operands: '[TEMPLATE]',
        summary: "Show and judge the failure history of a template's prebuilds in Coder.",
        options: [
            {
                flag: 'all',
                value: undefined,
                summary: 'All templates that the token sees, or those of the organization.',
                fallback: undefined,
            },
            {
                flag: 'wait',
                value: 'TIME',
                summary: 'Follow the active version until each prebuild preset is ready or fails, such as 20m.',
                fallback: undefined,
            },
            {
                flag: 'version',
                value: 'NAME',
                summary: 'With --wait: the version to follow, where it is not active yet.',
                fallback: undefined,
            },
            { flag: 'save', value: 'FILE', summary: 'Save the history for `--history-file`.', fallback: undefined },
            FAIL_ON,
            ON_INCONCLUSIVE,
            {
                flag: 'format',
                value: 'FORMAT',
                summary: 'What goes to standard output: text or json.',
                fallback: 'text',
            },
            ...CODER,
        ],
    },
    {
        name: 'explain',
        operands: '[RULE]',
        summary: 'Print the page of a rule, or the list of rules.',
        options: [],
    },
];
//# sourceMappingURL=commands.js.map

/***/ }),

/***/ 5577:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  O: () => (/* binding */ explainRule)
});

// EXTERNAL MODULE: ./build/domain/user-error.js
var user_error = __nccwpck_require__(5881);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
;// CONCATENATED MODULE: ./build/terminal/rule-page.js

/** The page of a rule as it is read on a terminal: the markers of generated parts are left out. */
function readRulePage(id) {
    // Bundled, the pages lie beside the bundle; from source they lie in docs.
    const beside = new URL(`rules/${id}.md`, import.meta.url);
    const page = (0,external_node_fs_.existsSync)(beside) ? beside : __nccwpck_require__.ab + "rules";
    return (0,external_node_fs_.readFileSync)(page, 'utf8').replaceAll(/ *<!--.*?-->\n?/gs, '');
}
//# sourceMappingURL=rule-page.js.map
;// CONCATENATED MODULE: ./build/terminal/explain-rule.js


/** The page of the rule. Throws a `UserError` for an id that no rule has. */
function explainRule(rules, id) {
    if (!rules.some((rule) => rule.id === id)) {
        const names = rules.map((rule) => `\`${rule.id}\``).join(', ');
        throw new user_error/* UserError */.y(`\`${id}\` is not a rule; use one of ${names}.`);
    }
    return readRulePage(id);
}
//# sourceMappingURL=explain-rule.js.map

/***/ }),

/***/ 4260:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  B: () => (/* binding */ outputFormat),
  b: () => (/* binding */ parseFlags)
});

;// CONCATENATED MODULE: external "node:util"
const external_node_util_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");
// EXTERNAL MODULE: ./build/domain/user-error.js
var user_error = __nccwpck_require__(5881);
// EXTERNAL MODULE: ./build/terminal/commands.js
var commands = __nccwpck_require__(2807);
;// CONCATENATED MODULE: ./build/terminal/flags.js



/** Reads the words after the program's name. Throws a `UserError` for a word that is not known. */
function parseFlags(words) {
    const [first, ...rest] = words;
    if (first === undefined || first === '-h' || first === '--help' || first === 'help') {
        return { kind: 'help', command: commands/* COMMANDS */.L.find(({ name }) => name === rest[0]) };
    }
    if (first === '-V' || first === '--version')
        return { kind: 'version' };
    const command = commands/* COMMANDS */.L.find(({ name }) => name === first);
    if (command === undefined)
        throw unknownCommand(first);
    if (rest.includes('-h') || rest.includes('--help'))
        return { kind: 'help', command };
    return { kind: 'run', command, ...parsed(command, rest) };
}
function unknownCommand(word) {
    const names = commands/* COMMANDS */.L.map(({ name }) => `\`${name}\``).join(', ');
    const isPlan = /\.(?:json|tfplan)$/.test(word);
    const hint = isPlan ? `To judge a plan, use \`prebuild-guard check ${word}\`.` : `Use one of ${names}.`;
    return new user_error/* UserError */.y(`\`${word}\` is not a command. ${hint}`);
}
function parsed(command, words) {
    try {
        const { values, positionals } = (0,external_node_util_namespaceObject.parseArgs)({
            args: [...words],
            allowPositionals: true,
            strict: true,
            options: Object.fromEntries(command.options.map(({ flag, value }) => [flag, { type: value === undefined ? 'boolean' : 'string' }])),
        });
        const options = Object.fromEntries(Object.entries(values).map(([flag, value]) => [flag, value === true ? 'true' : String(value)]));
        return { operands: positionals, options };
    }
    catch (error) {
        throw new user_error/* UserError */.y(`${flagProblem(error)} See \`prebuild-guard ${command.name} --help\`.`);
    }
}
/** Node's messages name the flag in quotes, and their first words may change with its versions. */
function flagProblem(error) {
    if (!(error instanceof Error && 'code' in error))
        throw error;
    const flag = /'(--?[^'\s=]+)/.exec(error.message)?.[1] ?? 'this';
    switch (error.code) {
        case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
            return `\`${flag}\` is not an option.`;
        case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
            return `Option \`${flag}\` has no value, or one too many.`;
        default:
            throw error;
    }
}
/** What `--format` may be; also the names of the outputs that write to standard output. */
const FORMATS = ['text', 'json', 'markdown'];
/** Throws a `UserError` for a format that there is not. */
function outputFormat(value) {
    const format = FORMATS.find((candidate) => candidate === (value ?? 'text'));
    if (format === undefined)
        throw new user_error/* UserError */.y(`Option \`--format\` is \`${value}\`; use text, json or markdown.`);
    return format;
}
//# sourceMappingURL=flags.js.map

/***/ }),

/***/ 1430:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ helpText)
/* harmony export */ });
/* harmony import */ var _commands_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2807);

/** The help of the whole tool, or of one command. */
function helpText(command) {
    return command === undefined ? overview() : commandHelp(command);
}
function overview() {
    return [
        'prebuild-guard finds what a Coder prebuild would lose when it is claimed.',
        '',
        'Usage: prebuild-guard COMMAND [OPTION…]',
        '',
        'Commands:',
        ...columns(_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .COMMANDS */ .L.map(({ name, operands, summary }) => [`${name} ${operands}`, summary])),
        '',
        'Options:',
        ...columns([
            ['-h, --help', 'Print this help, or that of a command.'],
            ['-V, --version', 'Print the version.'],
        ]),
        '',
        'Exit codes:',
        ...columns([
            ['0', 'Nothing blocks.'],
            ['1', 'A finding blocks.'],
            ['2', 'Inconclusive: a rule could not be checked, or the input is not usable.'],
            ['3', 'A bug in prebuild-guard.'],
        ]),
        '',
    ].join('\n');
}
function commandHelp({ name, operands, summary, options }) {
    return [
        summary,
        '',
        `Usage: prebuild-guard ${name} ${options.length === 0 ? '' : '[OPTION…] '}${operands}`,
        ...(options.length === 0 ? [] : ['', 'Options:', ...columns(options.map(optionRow))]),
        '',
    ].join('\n');
}
function optionRow({ flag, value, summary, fallback }) {
    const suffix = fallback === undefined ? '' : ` Default: ${fallback}.`;
    return [`--${flag}${value === undefined ? '' : ` ${value}`}`, `${summary}${suffix}`];
}
/** Two columns, the second wrapped at 80 with a hanging indent. */
function columns(rows) {
    const width = Math.max(...rows.map(([left]) => left.length));
    return rows.flatMap(([left, right]) => wrapped(right, 80 - width - 4).map((line, index) => `  ${(index === 0 ? left : '').padEnd(width)}  ${line}`));
}
function wrapped(text, width) {
    const lines = [''];
    for (const word of text.split(' ')) {
        const line = lines.at(-1) ?? '';
        if (line === '')
            lines[lines.length - 1] = word;
        else if (line.length + 1 + word.length <= width)
            lines[lines.length - 1] = `${line} ${word}`;
        else
            lines.push(word);
    }
    return lines;
}
//# sourceMappingURL=help.js.map

/***/ }),

/***/ 2869:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ terminalPublisher)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);

/** Writes texts to standard output and files to disk. What only GitHub can show is skipped. */
function terminalPublisher(write) {
    return {
        publish: async (publications) => publications.map((publication) => publishOne(publication, write)),
    };
}
function publishOne(publication, write) {
    const { kind } = publication;
    if (kind === 'text') {
        write(publication.text);
        return { kind, outcome: 'published', detail: undefined };
    }
    if (kind !== 'file')
        return { kind, outcome: 'skipped', detail: undefined };
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(publication.path, publication.content);
        return { kind, outcome: 'published', detail: undefined };
    }
    catch {
        const detail = `\`${publication.path}\` cannot be written; give \`--report\` a file in a directory that exists.`;
        return { kind, outcome: 'not-published', detail };
    }
}
//# sourceMappingURL=publisher.js.map

/***/ }),

/***/ 2992:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ listRules)
/* harmony export */ });
/** Every rule with its severity and its problem, in columns. */
function listRules(rules) {
    const ids = Math.max(...rules.map(({ id }) => id.length));
    const severities = Math.max(...rules.map(({ severity }) => severity.length));
    return rules
        .map(({ id, severity, summary }) => `${id.padEnd(ids)}  ${severity.padEnd(severities)}  ${summary}\n`)
        .join('');
}
//# sourceMappingURL=rule-list.js.map

/***/ }),

/***/ 9691:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  YOg: () => (/* binding */ array),
  zMY: () => (/* binding */ schemas_boolean),
  k5n: () => (/* binding */ schemas_enum),
  euz: () => (/* binding */ literal),
  aig: () => (/* binding */ schemas_number),
  Ikc: () => (/* binding */ object),
  g1P: () => (/* binding */ record),
  rej: () => (/* binding */ strictObject),
  YjP: () => (/* binding */ schemas_string),
  KCZ: () => (/* binding */ union),
  L5J: () => (/* binding */ unknown)
});

// UNUSED EXPORTS: ZodAny, ZodArray, ZodBase64, ZodBase64URL, ZodBigInt, ZodBigIntFormat, ZodBoolean, ZodCIDRv4, ZodCIDRv6, ZodCUID, ZodCUID2, ZodCatch, ZodCodec, ZodCreditCard, ZodCustom, ZodCustomStringFormat, ZodDate, ZodDefault, ZodDiscriminatedUnion, ZodE164, ZodEmail, ZodEmoji, ZodEnum, ZodExactOptional, ZodFile, ZodFunction, ZodGUID, ZodIBAN, ZodIPv4, ZodIPv6, ZodISODate, ZodISODateTime, ZodISODuration, ZodISOTime, ZodInstanceOf, ZodIntersection, ZodJWT, ZodKSUID, ZodLazy, ZodLiteral, ZodMAC, ZodMap, ZodNaN, ZodNanoID, ZodNever, ZodNonOptional, ZodNull, ZodNullable, ZodNumber, ZodNumberFormat, ZodObject, ZodOptional, ZodPipe, ZodPrefault, ZodPreprocess, ZodPromise, ZodReadonly, ZodRecord, ZodSet, ZodString, ZodStringFormat, ZodSuccess, ZodSymbol, ZodTemplateLiteral, ZodTransform, ZodTuple, ZodType, ZodULID, ZodURL, ZodUUID, ZodUndefined, ZodUnion, ZodUnknown, ZodVoid, ZodXID, ZodXor, _ZodString, _default, _function, any, base64, base64url, bigint, catch, check, cidrv4, cidrv6, codec, creditCard, cuid, cuid2, currencyCode, custom, date, describe, discriminatedUnion, e164, email, emoji, exactOptional, file, float32, float64, function, guid, hash, hex, hostname, httpUrl, iban, instanceof, int, int32, int64, intersection, invertCodec, ipv4, ipv6, json, jwt, keyof, ksuid, lazy, looseObject, looseRecord, mac, map, meta, nan, nanoid, nativeEnum, never, nonoptional, null, nullable, nullish, optional, partialRecord, pipe, prefault, preprocess, promise, readonly, refine, set, stringFormat, stringbool, success, superRefine, symbol, templateLiteral, transform, tuple, uint32, uint64, ulid, undefined, url, uuid, uuidv4, uuidv6, uuidv7, void, xid, xor

// EXTERNAL MODULE: ./node_modules/zod/v4/core/core.js
var core_core = __nccwpck_require__(8532);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/util.js
var core_util = __nccwpck_require__(4723);
;// CONCATENATED MODULE: ./node_modules/zod/v4/core/memoizer.js

class $ZodCyclicError extends Error {
    constructor() {
        super(`Cannot parse a reference cycle that closes through a transform`);
        this.name = "ZodCyclicError";
    }
}
/** Keyed off the context object every schema in one parse call already shares. */
const STATE = "~memo";
const NO_ISSUES = [];
// a value a cycle can close through
function isRef(value) {
    return value !== null && typeof value === "object";
}
// Receivers prefix paths in place, so the cache and every hand-out need their own copies.
function cloneIssues(issues) {
    return issues.map((iss) => (iss.path ? { ...iss, path: iss.path.slice() } : { ...iss }));
}
const recursive = /*@__PURE__*/ new WeakMap();
/** What the walk established, in order of certainty: ordered so the strongest answer among children wins. */
const NONE = 0;
const ASSUMED = 1;
const PROVEN = 2;
/** Whether this schema's subtree contains a cycle, so one parse can re-enter it. */
function isRecursive(inst, stack, resolve) {
    const cached = recursive.get(inst);
    if (cached !== undefined)
        return cached ? PROVEN : NONE;
    // Relative to the walk in progress, so not cached.
    if (stack.has(inst))
        return PROVEN;
    stack.add(inst);
    let result = NONE;
    const check = (child) => {
        if (result !== PROVEN && child?._zod) {
            const answer = isRecursive(child, stack, resolve);
            if (answer > result)
                result = answer;
        }
    };
    // `Reflect.ownKeys` rather than `Object.keys`, so a cycle through a declared symbol key is still seen
    const shape = (sh, spread) => {
        let answer = NONE;
        for (const key of Reflect.ownKeys(sh)) {
            const desc = Object.getOwnPropertyDescriptor(sh, key);
            // an object resolves its shape by spread, so a key it does not enumerate is never parsed; `z.properties` reads every own key and so keeps them all
            if (spread && !desc.enumerable)
                continue;
            // resolving runs user code, and a factory mints a fresh subtree per read, so an edge the walk can't follow counts as a cycle
            const child = desc.get ? ASSUMED : desc.value?._zod ? isRecursive(desc.value, stack, resolve) : NONE;
            if (child > answer)
                answer = child;
        }
        return answer;
    };
    const merge = (answer) => {
        if (answer > result)
            result = answer;
    };
    const def = inst._zod.def;
    const kind = def.type;
    switch (kind) {
        case "object": {
            const raw = core_util/* rawShape */.MO(def);
            // a def with no raw shape answers `shape` from an accessor of its own, and running that can mint a whole fresh subtree
            merge(raw ? shape(raw, true) : ASSUMED);
            check(def.catchall);
            break;
        }
        case "array":
            check(def.element);
            break;
        case "tuple":
            for (const el of def.items)
                check(el);
            check(def.rest);
            break;
        case "record":
        case "map":
            check(def.keyType);
            check(def.valueType);
            break;
        case "set":
            check(def.valueType);
            break;
        case "union":
            for (const el of def.options)
                check(el);
            break;
        case "intersection":
            check(def.left);
            check(def.right);
            break;
        case "optional":
        case "nullable":
        case "default":
        case "prefault":
        case "catch":
        case "readonly":
        case "nonoptional":
        case "promise":
        case "success":
            check(def.innerType);
            break;
        case "pipe":
            check(def.in);
            check(def.out);
            break;
        case "function":
            check(def.input);
            check(def.output);
            break;
        // `$ZodLazy` caches its inner on the def, so a resolved edge is followed exactly
        case "lazy": {
            const inner = def._cachedInner ?? (resolve ? inst._zod.innerType : undefined);
            // walked with resolution off: one hop sees past the deferral, and a lazy that yields only another unresolved lazy is generative, so it stops there
            merge(inner ? isRecursive(inner, stack, false) : ASSUMED);
            break;
        }
        // a leaf by choice: `parts` are regex fragments, not data positions
        case "template_literal":
        // leaves
        case "string":
        case "number":
        case "int":
        case "boolean":
        case "bigint":
        case "symbol":
        case "undefined":
        case "null":
        case "void":
        case "never":
        case "any":
        case "unknown":
        case "date":
        case "nan":
        case "enum":
        case "literal":
        case "file":
        case "transform":
        case "custom":
            break;
        default: {
            // a new built-in kind becomes a compile error here
            kind;
            // a user-defined kind can still hold children, and only its author knows where, so fall back to scanning the def — skipping accessors, since reading one can run user code
            for (const key in def) {
                const desc = Object.getOwnPropertyDescriptor(def, key);
                if (!desc || desc.get)
                    continue;
                const value = desc.value;
                if (!value || typeof value !== "object")
                    continue;
                if (value._zod)
                    check(value);
                else if (Array.isArray(value))
                    for (const el of value)
                        check(el);
            }
        }
    }
    stack.delete(inst);
    return settle(inst, result);
}
/** An assumed answer must not outlive the resolution that settles it, so only a certain one is cached. */
function settle(inst, answer) {
    if (answer !== ASSUMED)
        recursive.set(inst, answer === PROVEN);
    return answer;
}
/**
 * Whether one parse can re-enter this schema, i.e. its subtree contains a cycle.
 * Exported for `z.compile`, which refuses to compile such a schema: cycle
 * breaking is driven from here off state keyed on the parse context, and a
 * generated fast path has no context to key on.
 */
function isRecursiveSchema(inst) {
    // z.compile never parses, so nothing would ever resolve a lazy for it; it runs once and already treats a throw here as recursive
    return isRecursive(inst, new Set(), true) !== NONE;
}
function bucketFor(state, inst) {
    let bucket = state.buckets.get(inst);
    if (!bucket) {
        bucket = new WeakMap();
        state.buckets.set(inst, bucket);
    }
    return bucket;
}
// Set immediately before delegating to core and cleared immediately after, so `alloc` registers only for a visit this module is driving.
let handoff;
// Allocated but unfinished entries. `alloc` and the matching pop both happen in the synchronous part of a parse, so they nest even when children are async, and one stack serves every schema.
const memoizer_open = [];
const memo = {
    alloc(_inst, payload, empty) {
        const bucket = handoff;
        if (!bucket)
            return empty;
        handoff = undefined;
        const entry = { value: empty, issues: null };
        bucket.set(payload.value, entry);
        memoizer_open.push(entry);
        return empty;
    },
    guard(inst) {
        var _a;
        (_a = inst._zod).deferred ?? (_a.deferred = []);
        inst._zod.deferred.push(() => {
            const base = inst._zod.parse;
            const wrapped = (payload, ctx) => {
                // The value is a placeholder a back-edge is still waiting on, so the cycle closes through this transform. Its output can't exist in time to bind.
                if (ctx.direction !== "backward" && isBackEdge(ctx, payload.value))
                    throw new $ZodCyclicError();
                return base(payload, ctx);
            };
            inst._zod.parse = wrapped;
            if (inst._zod.run === base)
                inst._zod.run = wrapped;
        });
    },
    attach(inst) {
        var _a;
        let isRecursiveInst;
        let rechecked = false;
        // a recursive schema is re-entered many times per parse and its bucket never changes
        let lastCtx;
        let lastBucket;
        // Wraps `parse` in a deferred so it sees the container's final parse. Core's own deferred copies `parse` into `run` when there are no checks, and it ran first, so `run` is patched to match; with checks, `run` reads `parse` dynamically.
        (_a = inst._zod).deferred ?? (_a.deferred = []);
        inst._zod.deferred.push(() => {
            const base = inst._zod.parse;
            const wrapped = (payload, ctx) => {
                if (isRecursiveInst === undefined) {
                    const walked = isRecursive(inst, new Set(), false);
                    if (walked === NONE) {
                        // Nothing here can ever fire, so take it back out.
                        inst._zod.parse = base;
                        if (inst._zod.run === wrapped)
                            inst._zod.run = base;
                        return base(payload, ctx);
                    }
                    // this parse resolves the deferred edges on its own path, so ask once more before latching
                    if (walked === PROVEN || rechecked)
                        isRecursiveInst = true;
                    else
                        rechecked = true;
                }
                const input = payload.value;
                if (!isRef(input))
                    return base(payload, ctx);
                let state = ctx[STATE];
                if (!state) {
                    state = { buckets: new WeakMap(), backEdges: undefined };
                    ctx[STATE] = state;
                }
                let bucket;
                if (lastCtx === ctx) {
                    bucket = lastBucket;
                }
                else {
                    bucket = bucketFor(state, inst);
                    lastCtx = ctx;
                    lastBucket = bucket;
                }
                const hit = bucket.get(input);
                if (hit) {
                    payload.value = hit.value;
                    if (hit.issues) {
                        if (hit.issues.length)
                            payload.issues.push(...cloneIssues(hit.issues));
                    }
                    else {
                        // Still being parsed: its own checks cover it, so skip them here.
                        payload.memo = true;
                        state.backEdges ?? (state.backEdges = new WeakSet());
                        state.backEdges.add(hit.value);
                    }
                    return payload;
                }
                handoff = bucket;
                const depth = memoizer_open.length;
                const result = base(payload, ctx);
                handoff = undefined;
                // A container that rejected its input outright allocated nothing.
                const entry = memoizer_open.length > depth ? memoizer_open.pop() : undefined;
                // Both paths written out so the sync one allocates no closure. It runs once per node, and capturing here cost more than everything else combined.
                if (result instanceof Promise) {
                    return result.then((r) => {
                        if (entry)
                            entry.issues = r.issues.length ? cloneIssues(r.issues) : NO_ISSUES;
                        return r;
                    });
                }
                if (entry)
                    entry.issues = result.issues.length ? cloneIssues(result.issues) : NO_ISSUES;
                return result;
            };
            inst._zod.parse = wrapped;
            if (inst._zod.run === base)
                inst._zod.run = wrapped;
        });
    },
};
/** The memoizer that gives containers cycle support. `zod` installs it by default; `zod/mini` opts in with `config({ memoizer: memoizer() })`. */
function memoizer() {
    return memo;
}
/** Whether this value is a node a back-edge resolved to before it finished. */
function isBackEdge(ctx, value) {
    const backEdges = ctx[STATE]?.backEdges;
    return backEdges !== undefined && isRef(value) && backEdges.has(value);
}

;// CONCATENATED MODULE: ./node_modules/zod/v4/core/regexes.js

/**
 * @deprecated CUID v1 is deprecated by its authors due to information leakage
 * (timestamps embedded in the id). Use {@link cuid2} instead.
 * See https://github.com/paralleldrive/cuid.
 */
const cuid = /^[cC][0-9a-z]{6,}$/;
const cuid2 = /^[0-9a-z]+$/;
const ulid = /^[0-7][0-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{25}$/;
const xid = /^[0-9a-vA-V]{20}$/;
const ksuid = /^[A-Za-z0-9]{27}$/;
const nanoid = /^[a-zA-Z0-9_-]{21}$/;
function nanoidOfLength(length) {
    return new RegExp(`^[a-zA-Z0-9_-]{${length}}$`);
}
/** ISO 8601-1 duration regex. Does not support the 8601-2 extensions like negative durations or fractional/negative components. */
const duration = /^P(?:(\d+W)|(?!.*W)(?=\d|T\d)(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+([.,]\d+)?S)?)?)$/;
/** Implements ISO 8601-2 extensions like explicit +- prefixes, mixing weeks with other units, and fractional/negative components. */
const extendedDuration = /^[-+]?P(?!$)(?:(?:[-+]?\d+Y)|(?:[-+]?\d+[.,]\d+Y$))?(?:(?:[-+]?\d+M)|(?:[-+]?\d+[.,]\d+M$))?(?:(?:[-+]?\d+W)|(?:[-+]?\d+[.,]\d+W$))?(?:(?:[-+]?\d+D)|(?:[-+]?\d+[.,]\d+D$))?(?:T(?=[\d+-])(?:(?:[-+]?\d+H)|(?:[-+]?\d+[.,]\d+H$))?(?:(?:[-+]?\d+M)|(?:[-+]?\d+[.,]\d+M$))?(?:[-+]?\d+(?:[.,]\d+)?S)?)??$/;
/** A regex for any UUID-like identifier: 8-4-4-4-12 hex pattern */
const guid = /^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12})$/;
/** Returns a regex for validating an RFC 9562/4122 UUID.
 *
 * @param version Optionally specify a version 1-8. If no version is specified, all versions are supported. */
const uuid = (version) => {
    if (!version)
        return /^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$/;
    return new RegExp(`^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-${version}[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12})$`);
};
const uuid4 = /*@__PURE__*/ (/* unused pure expression or super */ null && (uuid(4)));
const uuid6 = /*@__PURE__*/ (/* unused pure expression or super */ null && (uuid(6)));
const uuid7 = /*@__PURE__*/ (/* unused pure expression or super */ null && (uuid(7)));
/** Practical email validation */
const email = /^(?:[A-Za-z0-9_'+\-]+\.)*[A-Za-z0-9_'+\-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9\-]*\.)+[A-Za-z]{2,}$/;
/** Equivalent to the HTML5 input[type=email] validation implemented by browsers. Source: https://developer.mozilla.org/en-US/docs/Web/HTML/Element/input/email */
const html5Email = /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/;
/** The classic emailregex.com regex for RFC 5322-compliant emails */
const rfc5322Email = /^(([^<>()\[\]\\.,;:\s@"]+(\.[^<>()\[\]\\.,;:\s@"]+)*)|(".+"))@((\[[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}])|(([a-zA-Z\-0-9]+\.)+[a-zA-Z]{2,}))$/;
/** A loose regex that allows Unicode characters, enforces length limits, and that's about it. */
const unicodeEmail = /^[^\s@"]{1,64}@[^\s@]{1,255}$/u;
const idnEmail = (/* unused pure expression or super */ null && (unicodeEmail));
const browserEmail = /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/;
// from https://thekevinscott.com/emojis-in-javascript/#writing-a-regular-expression
// Single character class, not an alternation: the two properties overlap (U+1F9B0-U+1F9B3), so `(A|B)+` backtracks exponentially on a failed match. The leading lookahead then demands one anchor — a pictograph, a regional indicator, or the enclosing keycap — because `\p{Emoji_Component}` on its own covers ASCII digits, `#`, `*`, ZWJ, variation selectors and skin tone modifiers, none of which is an emoji without a base.
const _emoji = `^(?=[\\s\\S]*[\\p{Extended_Pictographic}\\p{Regional_Indicator}\\u20E3])[\\p{Extended_Pictographic}\\p{Emoji_Component}]+$`;
function emoji() {
    return new RegExp(_emoji, "u");
}
const ipv4 = /^(?:(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\.){3}(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])$/;
const ipv6 = /^(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,7}:|([0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){1,4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){1,3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){1,2}(:[0-9a-fA-F]{1,4}){1,5}|[0-9a-fA-F]{1,4}:((:[0-9a-fA-F]{1,4}){1,6})|:((:[0-9a-fA-F]{1,4}){1,7}|:))$/;
const mac = (delimiter) => {
    const escapedDelim = util.escapeRegex(delimiter ?? ":");
    return new RegExp(`^(?:[0-9A-F]{2}${escapedDelim}){5}[0-9A-F]{2}$|^(?:[0-9a-f]{2}${escapedDelim}){5}[0-9a-f]{2}$`);
};
const cidrv4 = /^((25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\.){3}(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\/([0-9]|[1-2][0-9]|3[0-2])$/;
const cidrv6 = /^(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,7}:|([0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){1,4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){1,3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){1,2}(:[0-9a-fA-F]{1,4}){1,5}|[0-9a-fA-F]{1,4}:((:[0-9a-fA-F]{1,4}){1,6})|:((:[0-9a-fA-F]{1,4}){1,7}|:))\/(12[0-8]|1[01][0-9]|[1-9]?[0-9])$/;
// https://stackoverflow.com/questions/7860392/determine-if-string-is-in-base64-using-javascript
const base64 = /^$|^(?:[0-9a-zA-Z+/]{4})*(?:(?:[0-9a-zA-Z+/]{2}==)|(?:[0-9a-zA-Z+/]{3}=))?$/;
const base64url = /^(?:[A-Za-z0-9_-]{4})*(?:[A-Za-z0-9_-]{2,3})?$/;
// based on https://stackoverflow.com/questions/106179/regular-expression-to-match-dns-hostname-or-ip-address
// export const hostname: RegExp = /^([a-zA-Z0-9-]+\.)*[a-zA-Z0-9-]+$/;
const hostname = /^(?=.{1,253}\.?$)[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[-0-9a-zA-Z]{0,61}[0-9a-zA-Z])?)*\.?$/;
const domain = /^(?=.{1,253}$)([a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\.)+[a-zA-Z]{2,63}$/;
const httpProtocol = /^https?$/;
// https://blog.stevenlevithan.com/archives/validate-phone-number#r4-3 (regex sans spaces) E.164: leading digit must be 1-9; total digits (excluding '+') between 7-15
const e164 = /^\+[1-9]\d{6,14}$/;
// Credit card shape: 12–19 digits, optionally separated by single spaces or single hyphens. ISO/IEC 7812 caps the PAN at 19 digits; 12 is the shortest issued length (Maestro).
const creditCard = /^\d(?:[ -]?\d){11,18}$/;
// ISO 4217 alpha codes from the SIX list, regenerated by scripts/update-iso-4217.ts
const currencyCode = /^(?:AED|AFN|ALL|AMD|AOA|ARS|AUD|AWG|AZN|BAM|BBD|BDT|BHD|BIF|BMD|BND|BOB|BOV|BRL|BSD|BTN|BWP|BYN|BZD|CAD|CDF|CHE|CHF|CHW|CLF|CLP|CNY|COP|COU|CRC|CUP|CVE|CZK|DJF|DKK|DOP|DZD|EGP|ERN|ETB|EUR|FJD|FKP|GBP|GEL|GHS|GIP|GMD|GNF|GTQ|GYD|HKD|HNL|HTG|HUF|IDR|ILS|INR|IQD|IRR|ISK|JMD|JOD|JPY|KES|KGS|KHR|KMF|KPW|KRW|KWD|KYD|KZT|LAK|LBP|LKR|LRD|LSL|LYD|MAD|MDL|MGA|MKD|MMK|MNT|MOP|MRU|MUR|MVR|MWK|MXN|MXV|MYR|MZN|NAD|NGN|NIO|NOK|NPR|NZD|OMR|PAB|PEN|PGK|PHP|PKR|PLN|PYG|QAR|RON|RSD|RUB|RWF|SAR|SBD|SCR|SDG|SEK|SGD|SHP|SLE|SOS|SRD|SSP|STN|SVC|SYP|SZL|THB|TJS|TMT|TND|TOP|TRY|TTD|TWD|TZS|UAH|UGX|USD|USN|UYI|UYU|UYW|UZS|VED|VES|VND|VUV|WST|XAD|XAF|XAG|XAU|XBA|XBB|XBC|XBD|XCD|XCG|XDR|XOF|XPD|XPF|XPT|XSU|XTS|XUA|XXX|YER|ZAR|ZMW|ZWG)$/;
// iban electronic format: 2-letter country, check digits 02-98 (the only values `98 - remainder` can produce), 11-30 bban characters
const iban = /^[A-Z]{2}(?!00|01|99)\d{2}[A-Z0-9]{11,30}$/;
const dateSource = `(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))`;
/** Anchors a pattern source. The interpolation lives here rather than at the call site because
 * esbuild will not drop a `@__PURE__` call whose own argument interpolates a variable, but it
 * will drop `anchor(dateSource)`. Keeping it inline pinned `date` into every bundle. */
function regexes_anchor(source) {
    return new RegExp(`^${source}$`);
}
const date = /*@__PURE__*/ regexes_anchor(dateSource);
function timeSource(args) {
    const hhmm = `(?:[01]\\d|2[0-3]):[0-5]\\d`;
    const regex = typeof args.precision === "number"
        ? args.precision === -1
            ? `${hhmm}`
            : args.precision === 0
                ? `${hhmm}:[0-5]\\d`
                : `${hhmm}:[0-5]\\d\\.\\d{${args.precision}}`
        : args.seconds
            ? `${hhmm}:[0-5]\\d(?:\\.\\d+)?`
            : `${hhmm}(?::[0-5]\\d(?:\\.\\d+)?)?`;
    return regex;
}
function time(args) {
    return new RegExp(`^${timeSource(args)}$`);
}
// Adapted from https://stackoverflow.com/a/3143231
function datetime(args) {
    const opts = ["Z"];
    // if (args.offset) opts.push(`([+-]\\d{2}:\\d{2})`);
    if (args.offset)
        opts.push(`([+-](?:[01]\\d|2[0-3]):[0-5]\\d)`);
    // RFC 3339 mandates seconds wherever the time carries a `Z` or an offset, so only the unqualified form `local` adds may omit them
    const qualified = `${timeSource({ precision: args.precision, seconds: true })}(?:${opts.join("|")})`;
    const timeRegex = args.local ? `${qualified}|${timeSource({ precision: args.precision })}` : qualified;
    return new RegExp(`^${dateSource}T(?:${timeRegex})$`);
}
// the unbounded form of `string()` as a literal, so every plain string shares one instance instead of building its own
const anyString = /^[\s\S]{0,}$/;
const string = (params) => {
    const regex = params ? `[\\s\\S]{${params?.minimum ?? 0},${params?.maximum ?? ""}}` : `[\\s\\S]*`;
    return new RegExp(`^${regex}$`);
};
const bigint = /^-?\d+n?$/;
const integer = /^-?\d+$/;
const number = /^-?\d+(?:\.\d+)?$/;
const regexes_boolean = /^(?:true|false)$/i;
const _null = /^null$/i;

const _undefined = /^undefined$/i;

// regex for string with no uppercase letters
const lowercase = /^[^A-Z]*$/;
// regex for string with no lowercase letters
const uppercase = /^[^a-z]*$/;
// regex for hexadecimal strings (any length)
const hex = /^[0-9a-fA-F]*$/;
// Hash regexes for different algorithms and encodings
// Helper function to create base64 regex with exact length and padding
function fixedBase64(bodyLength, padding) {
    return new RegExp(`^[A-Za-z0-9+/]{${bodyLength}}${padding}$`);
}
// Helper function to create base64url regex with exact length (no padding)
function fixedBase64url(length) {
    return new RegExp(`^[A-Za-z0-9_-]{${length}}$`);
}
// MD5 (16 bytes): base64 = 24 chars total (22 + "==")
const md5_hex = /^[0-9a-fA-F]{32}$/;
const md5_base64 = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64(22, "==")));
const md5_base64url = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64url(22)));
// SHA1 (20 bytes): base64 = 28 chars total (27 + "=")
const sha1_hex = /^[0-9a-fA-F]{40}$/;
const sha1_base64 = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64(27, "=")));
const sha1_base64url = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64url(27)));
// SHA256 (32 bytes): base64 = 44 chars total (43 + "=")
const sha256_hex = /^[0-9a-fA-F]{64}$/;
const sha256_base64 = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64(43, "=")));
const sha256_base64url = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64url(43)));
// SHA384 (48 bytes): base64 = 64 chars total (no padding)
const sha384_hex = /^[0-9a-fA-F]{96}$/;
const sha384_base64 = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64(64, "")));
const sha384_base64url = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64url(64)));
// SHA512 (64 bytes): base64 = 88 chars total (86 + "==")
const sha512_hex = /^[0-9a-fA-F]{128}$/;
const sha512_base64 = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64(86, "==")));
const sha512_base64url = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64url(86)));

;// CONCATENATED MODULE: ./node_modules/zod/v4/core/checks.js
// import { $ZodType } from "./schemas.js";



const $ZodCheck = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodCheck", (inst, def) => {
    var _a;
    inst._zod ?? (inst._zod = {});
    inst._zod.def = def;
    (_a = inst._zod).onattach ?? (_a.onattach = []);
});
/** Default `when` for size-based checks: run only on non-nullish values with a `size`. */
const _whenHasSize = (payload) => {
    const val = payload.value;
    return !util.nullish(val) && val.size !== undefined;
};
/** Default `when` for length-based checks: run only on non-nullish values with a `length`. */
const _whenHasLength = (payload) => {
    const val = payload.value;
    return !core_util/* nullish */.cl(val) && val.length !== undefined;
};
const numericOriginMap = {
    number: "number",
    bigint: "bigint",
    object: "date",
};
const $ZodCheckLessThan = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodCheckLessThan", (inst, def) => {
    $ZodCheck.init(inst, def);
    const origin = numericOriginMap[typeof def.value];
    inst._zod.check = (payload) => {
        if (def.inclusive ? payload.value <= def.value : payload.value < def.value) {
            return;
        }
        payload.issues.push({
            origin: numericOriginMap[typeof payload.value] ?? origin,
            code: "too_big",
            maximum: typeof def.value === "object" ? def.value.getTime() : def.value,
            input: payload.value,
            inclusive: def.inclusive,
            inst,
            continue: !def.abort,
        });
    };
});
const $ZodCheckGreaterThan = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodCheckGreaterThan", (inst, def) => {
    $ZodCheck.init(inst, def);
    const origin = numericOriginMap[typeof def.value];
    inst._zod.check = (payload) => {
        if (def.inclusive ? payload.value >= def.value : payload.value > def.value) {
            return;
        }
        payload.issues.push({
            origin: numericOriginMap[typeof payload.value] ?? origin,
            code: "too_small",
            minimum: typeof def.value === "object" ? def.value.getTime() : def.value,
            input: payload.value,
            inclusive: def.inclusive,
            inst,
            continue: !def.abort,
        });
    };
});
const $ZodCheckMultipleOf = 
/*@__PURE__*/ core_core/* $constructor */.xI("$ZodCheckMultipleOf", (inst, def) => {
    $ZodCheck.init(inst, def);
    inst._zod.check = (payload) => {
        if (typeof payload.value !== typeof def.value)
            throw new Error("Cannot mix number and bigint in multiple_of check.");
        const isMultiple = typeof payload.value === "bigint"
            ? // `value % 0n` throws, and nothing is a multiple of zero — the number branch already fails this way via NaN
                def.value !== BigInt(0) && payload.value % def.value === BigInt(0)
            : core_util/* floatSafeRemainder */.LG(payload.value, def.value) === 0;
        if (isMultiple)
            return;
        payload.issues.push({
            origin: typeof payload.value,
            code: "not_multiple_of",
            divisor: def.value,
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
});
const $ZodCheckNumberFormat = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodCheckNumberFormat", (inst, def) => {
    $ZodCheck.init(inst, def); // no format checks
    def.format = def.format || "float64";
    const isInt = def.format?.includes("int");
    const origin = isInt ? "int" : "number";
    const [minimum, maximum] = core_util/* NUMBER_FORMAT_RANGES */.zH[def.format];
    inst._zod.check = (payload) => {
        const input = payload.value;
        if (isInt) {
            if (!Number.isInteger(input)) {
                // invalid_format issue
                // payload.issues.push({
                //   expected: def.format,
                //   format: def.format,
                //   code: "invalid_format",
                //   input,
                //   inst,
                // });
                // invalid_type issue
                payload.issues.push({
                    expected: origin,
                    format: def.format,
                    code: "invalid_type",
                    continue: false,
                    input,
                    inst,
                });
                return;
                // not_multiple_of issue
                // payload.issues.push({
                //   code: "not_multiple_of",
                //   origin: "number",
                //   input,
                //   inst,
                //   divisor: 1,
                // });
            }
            if (!Number.isSafeInteger(input)) {
                if (input > 0) {
                    // too_big
                    payload.issues.push({
                        input,
                        code: "too_big",
                        maximum: Number.MAX_SAFE_INTEGER,
                        note: "Integers must be within the safe integer range.",
                        inst,
                        origin,
                        inclusive: true,
                        continue: !def.abort,
                    });
                }
                else {
                    // too_small
                    payload.issues.push({
                        input,
                        code: "too_small",
                        minimum: Number.MIN_SAFE_INTEGER,
                        note: "Integers must be within the safe integer range.",
                        inst,
                        origin,
                        inclusive: true,
                        continue: !def.abort,
                    });
                }
                return;
            }
        }
        if (input < minimum) {
            payload.issues.push({
                origin: "number",
                input,
                code: "too_small",
                minimum,
                inclusive: true,
                inst,
                continue: !def.abort,
            });
        }
        if (input > maximum) {
            payload.issues.push({
                origin: "number",
                input,
                code: "too_big",
                maximum,
                inclusive: true,
                inst,
                continue: !def.abort,
            });
        }
    };
});
const $ZodCheckBigIntFormat = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCheckBigIntFormat", (inst, def) => {
    $ZodCheck.init(inst, def); // no format checks
    const [minimum, maximum] = util.BIGINT_FORMAT_RANGES[def.format];
    inst._zod.check = (payload) => {
        const input = payload.value;
        if (input < minimum) {
            payload.issues.push({
                origin: "bigint",
                input,
                code: "too_small",
                minimum: minimum,
                inclusive: true,
                inst,
                continue: !def.abort,
            });
        }
        if (input > maximum) {
            payload.issues.push({
                origin: "bigint",
                input,
                code: "too_big",
                maximum,
                inclusive: true,
                inst,
                continue: !def.abort,
            });
        }
    };
})));
const $ZodCheckMaxSize = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCheckMaxSize", (inst, def) => {
    var _a;
    $ZodCheck.init(inst, def);
    (_a = inst._zod.def).when ?? (_a.when = _whenHasSize);
    inst._zod.check = (payload) => {
        const input = payload.value;
        const size = input.size;
        if (size <= def.maximum)
            return;
        payload.issues.push({
            origin: util.getSizableOrigin(input),
            code: "too_big",
            maximum: def.maximum,
            inclusive: true,
            input,
            inst,
            continue: !def.abort,
        });
    };
})));
const $ZodCheckMinSize = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCheckMinSize", (inst, def) => {
    var _a;
    $ZodCheck.init(inst, def);
    (_a = inst._zod.def).when ?? (_a.when = _whenHasSize);
    inst._zod.check = (payload) => {
        const input = payload.value;
        const size = input.size;
        if (size >= def.minimum)
            return;
        payload.issues.push({
            origin: util.getSizableOrigin(input),
            code: "too_small",
            minimum: def.minimum,
            inclusive: true,
            input,
            inst,
            continue: !def.abort,
        });
    };
})));
const $ZodCheckSizeEquals = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCheckSizeEquals", (inst, def) => {
    var _a;
    $ZodCheck.init(inst, def);
    (_a = inst._zod.def).when ?? (_a.when = _whenHasSize);
    inst._zod.check = (payload) => {
        const input = payload.value;
        const size = input.size;
        if (size === def.size)
            return;
        const tooBig = size > def.size;
        payload.issues.push({
            origin: util.getSizableOrigin(input),
            ...(tooBig ? { code: "too_big", maximum: def.size } : { code: "too_small", minimum: def.size }),
            inclusive: true,
            exact: true,
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
})));
const $ZodCheckMaxLength = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodCheckMaxLength", (inst, def) => {
    var _a;
    $ZodCheck.init(inst, def);
    (_a = inst._zod.def).when ?? (_a.when = _whenHasLength);
    inst._zod.check = (payload) => {
        const input = payload.value;
        const units = input.length;
        // Strings are measured in Unicode code points, not UTF-16 units. A code point is at most two units, so a string that already fits in units fits in code points; only an overflow has to be counted.
        const length = typeof input === "string" && units > def.maximum ? core_util/* codePointLength */.O7(input) : units;
        if (length <= def.maximum)
            return;
        const origin = core_util/* getLengthableOrigin */.Rc(input);
        payload.issues.push({
            origin,
            code: "too_big",
            maximum: def.maximum,
            inclusive: true,
            input,
            inst,
            continue: !def.abort,
        });
    };
});
const $ZodCheckMinLength = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodCheckMinLength", (inst, def) => {
    var _a;
    $ZodCheck.init(inst, def);
    (_a = inst._zod.def).when ?? (_a.when = _whenHasLength);
    inst._zod.check = (payload) => {
        const input = payload.value;
        const units = input.length;
        // A code point is one or two UTF-16 units, so fewer units than the floor can never reach it and twice the floor always clears it. Only in between is the exact count in doubt.
        const length = typeof input === "string" && units >= def.minimum && units < def.minimum * 2
            ? core_util/* codePointLength */.O7(input)
            : units;
        if (length >= def.minimum)
            return;
        const origin = core_util/* getLengthableOrigin */.Rc(input);
        payload.issues.push({
            origin,
            code: "too_small",
            minimum: def.minimum,
            inclusive: true,
            input,
            inst,
            continue: !def.abort,
        });
    };
});
const $ZodCheckLengthEquals = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodCheckLengthEquals", (inst, def) => {
    var _a;
    $ZodCheck.init(inst, def);
    (_a = inst._zod.def).when ?? (_a.when = _whenHasLength);
    inst._zod.check = (payload) => {
        const input = payload.value;
        const units = input.length;
        // A code point is one or two UTF-16 units, so outside `[length, length * 2]` units the target is missed either way — and missed in the same direction in both measures.
        const length = typeof input === "string" && units >= def.length && units <= def.length * 2
            ? core_util/* codePointLength */.O7(input)
            : units;
        if (length === def.length)
            return;
        const origin = core_util/* getLengthableOrigin */.Rc(input);
        const tooBig = length > def.length;
        payload.issues.push({
            origin,
            ...(tooBig ? { code: "too_big", maximum: def.length } : { code: "too_small", minimum: def.length }),
            inclusive: true,
            exact: true,
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
});
const $ZodCheckStringFormat = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodCheckStringFormat", (inst, def) => {
    var _a, _b;
    $ZodCheck.init(inst, def);
    if (def.pattern)
        (_a = inst._zod).check ?? (_a.check = (payload) => {
            def.pattern.lastIndex = 0;
            if (def.pattern.test(payload.value))
                return;
            payload.issues.push({
                origin: "string",
                code: "invalid_format",
                format: def.format,
                input: payload.value,
                ...(def.pattern ? { pattern: def.pattern.toString() } : {}),
                inst,
                continue: !def.abort,
            });
        });
    else
        (_b = inst._zod).check ?? (_b.check = () => { });
});
const $ZodCheckRegex = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodCheckRegex", (inst, def) => {
    $ZodCheckStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        def.pattern.lastIndex = 0;
        if (def.pattern.test(payload.value))
            return;
        payload.issues.push({
            origin: "string",
            code: "invalid_format",
            format: "regex",
            input: payload.value,
            pattern: def.pattern.toString(),
            inst,
            continue: !def.abort,
        });
    };
});
const $ZodCheckLowerCase = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodCheckLowerCase", (inst, def) => {
    def.pattern ?? (def.pattern = lowercase);
    $ZodCheckStringFormat.init(inst, def);
});
const $ZodCheckUpperCase = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodCheckUpperCase", (inst, def) => {
    def.pattern ?? (def.pattern = uppercase);
    $ZodCheckStringFormat.init(inst, def);
});
const $ZodCheckIncludes = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodCheckIncludes", (inst, def) => {
    $ZodCheck.init(inst, def);
    const escapedRegex = core_util/* escapeRegex */.sD(def.includes);
    // `String.prototype.includes(sub, position)` matches `sub` at `position`
    // OR LATER, so the pattern must allow at least `position` leading chars
    // (`{N,}`), not exactly `position` chars (`{N}`).
    const pattern = new RegExp(typeof def.position === "number" ? `^.{${def.position},}${escapedRegex}` : escapedRegex);
    def.pattern = pattern;
    inst._zod.check = (payload) => {
        if (payload.value.includes(def.includes, def.position))
            return;
        payload.issues.push({
            origin: "string",
            code: "invalid_format",
            format: "includes",
            includes: def.includes,
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
});
const $ZodCheckStartsWith = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodCheckStartsWith", (inst, def) => {
    $ZodCheck.init(inst, def);
    const pattern = new RegExp(`^${core_util/* escapeRegex */.sD(def.prefix)}.*`);
    def.pattern ?? (def.pattern = pattern);
    inst._zod.check = (payload) => {
        if (payload.value.startsWith(def.prefix))
            return;
        payload.issues.push({
            origin: "string",
            code: "invalid_format",
            format: "starts_with",
            prefix: def.prefix,
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
});
const $ZodCheckEndsWith = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodCheckEndsWith", (inst, def) => {
    $ZodCheck.init(inst, def);
    const pattern = new RegExp(`.*${core_util/* escapeRegex */.sD(def.suffix)}$`);
    def.pattern ?? (def.pattern = pattern);
    inst._zod.check = (payload) => {
        if (payload.value.endsWith(def.suffix))
            return;
        payload.issues.push({
            origin: "string",
            code: "invalid_format",
            format: "ends_with",
            suffix: def.suffix,
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
});
///////////////////////////////////
/////    $ZodCheckProperty    /////
///////////////////////////////////
function handleCheckPropertyResult(result, payload, property) {
    if (result.issues.length) {
        payload.issues.push(...core_util/* prefixIssues */.lQ(property, result.issues));
    }
}
const $ZodCheckProperty = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCheckProperty", (inst, def) => {
    $ZodCheck.init(inst, def);
    inst._zod.check = (payload) => {
        const result = def.schema._zod.run({
            value: payload.value[def.property],
            issues: [],
        }, {});
        if (result instanceof Promise) {
            return result.then((result) => handleCheckPropertyResult(result, payload, def.property));
        }
        handleCheckPropertyResult(result, payload, def.property);
        return;
    };
})));
const $ZodCheckProperties = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodCheckProperties", (inst, def) => {
    $ZodCheck.init(inst, def);
    core_util/* hide */.jD(inst, Symbol.iterator, function* () {
        yield inst;
    });
    // key and schema snapshotted together: reading one live and the other cached lets a later mutation of the caller's shape object pair a stale key with a missing schema
    let entries;
    inst._zod.check = (payload) => {
        // the base schema already typed the value, so only a nullish one is rejected here: the properties read on a primitive too, matching z.property() on a string's length
        if (payload.value == null) {
            payload.issues.push({ expected: "object", code: "invalid_type", input: payload.value, inst });
            return undefined;
        }
        entries ?? (entries = Reflect.ownKeys(def.shape).map((key) => [key, def.shape[key]]));
        const input = payload.value;
        let proms;
        for (const [key, schema] of entries) {
            const result = schema._zod.run({ value: input[key], issues: [] }, {});
            if (result instanceof Promise) {
                proms ?? (proms = []);
                proms.push(result.then((result) => handleCheckPropertyResult(result, payload, key)));
            }
            else {
                handleCheckPropertyResult(result, payload, key);
            }
        }
        if (proms)
            return Promise.all(proms).then(() => undefined);
        return undefined;
    };
});
const $ZodCheckMimeType = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCheckMimeType", (inst, def) => {
    $ZodCheck.init(inst, def);
    const mimeSet = new Set(def.mime);
    inst._zod.check = (payload) => {
        if (mimeSet.has(payload.value.type))
            return;
        payload.issues.push({
            code: "invalid_value",
            values: def.mime,
            input: payload.value.type,
            inst,
            continue: !def.abort,
        });
    };
})));
const $ZodCheckOverwrite = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodCheckOverwrite", (inst, def) => {
    $ZodCheck.init(inst, def);
    inst._zod.check = (payload) => {
        payload.value = def.tx(payload.value);
    };
});

;// CONCATENATED MODULE: ./node_modules/zod/v4/core/doc.js
class Doc {
    constructor(args = [], closed = {}) {
        this.content = [];
        this.indent = 0;
        this.args = args;
        this.closed = closed;
    }
    // the compiler catches a child's throw and keeps writing into this doc, so the indent has to unwind with it
    indented(fn) {
        this.indent += 1;
        try {
            fn(this);
        }
        finally {
            this.indent -= 1;
        }
    }
    write(arg) {
        if (typeof arg === "function") {
            arg(this, { execution: "sync" });
            arg(this, { execution: "async" });
            return;
        }
        const content = arg;
        const lines = content.split("\n").filter((x) => x);
        const minIndent = Math.min(...lines.map((x) => x.length - x.trimStart().length));
        const dedented = lines.map((x) => x.slice(minIndent)).map((x) => " ".repeat(this.indent * 2) + x);
        for (const line of dedented) {
            this.content.push(line);
        }
    }
    compile() {
        const F = Function;
        const content = this?.content ?? [``];
        const factory = new F(...Object.keys(this.closed), `return function (${this.args.join(", ")}) {\n${content.join("\n")}\n};`);
        return factory(...Object.values(this.closed));
    }
}

;// CONCATENATED MODULE: ./node_modules/zod/v4/core/versions.js
const version = {
    major: 4,
    minor: 6,
    patch: 7,
};

;// CONCATENATED MODULE: ./node_modules/zod/v4/core/schemas.js







const $ZodType = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodType", (inst, def) => {
    var _a;
    inst ?? (inst = {});
    inst._zod.def = def; // set _def property
    inst._zod.bag = inst._zod.bag || {}; // initialize _bag object
    inst._zod.version = version;
    const defChecks = inst._zod.def.checks;
    // if inst is itself a checks.$ZodCheck, run it as a check
    const checks = inst._zod.traits.has("$ZodCheck")
        ? [inst, ...(defChecks ?? [])]
        : defChecks?.length
            ? [...defChecks]
            : [];
    for (const ch of checks) {
        for (const fn of ch._zod.onattach) {
            fn(inst);
        }
    }
    if (checks.length === 0) {
        // deferred initializer inst._zod.parse is not yet defined
        (_a = inst._zod).deferred ?? (_a.deferred = []);
        inst._zod.deferred?.push(() => {
            inst._zod.run = inst._zod.parse;
        });
    }
    else {
        const runChecks = (payload, checks, ctx) => {
            if (payload.memo)
                return payload;
            let isAborted = core_util/* aborted */.QH(payload);
            let asyncResult;
            for (const ch of checks) {
                if (ch._zod.def.when) {
                    if (core_util/* explicitlyAborted */.rL(payload))
                        continue;
                    const shouldRun = ch._zod.def.when(payload);
                    if (!shouldRun)
                        continue;
                }
                else if (isAborted) {
                    continue;
                }
                const currLen = payload.issues.length;
                const _ = ch._zod.check(payload);
                if (_ instanceof Promise && ctx?.async === false) {
                    throw new core_core/* $ZodAsyncError */.GT();
                }
                if (asyncResult || _ instanceof Promise) {
                    asyncResult = (asyncResult ?? Promise.resolve()).then(async () => {
                        await _;
                        const nextLen = payload.issues.length;
                        if (nextLen === currLen)
                            return;
                        core_util/* attachSchema */.d3(payload.issues, currLen, inst);
                        if (!isAborted)
                            isAborted = core_util/* aborted */.QH(payload, currLen);
                    });
                }
                else {
                    const nextLen = payload.issues.length;
                    if (nextLen === currLen)
                        continue;
                    core_util/* attachSchema */.d3(payload.issues, currLen, inst);
                    if (!isAborted)
                        isAborted = core_util/* aborted */.QH(payload, currLen);
                }
            }
            if (asyncResult) {
                return asyncResult.then(() => {
                    return payload;
                });
            }
            return payload;
        };
        const handleCanaryResult = (canary, payload, ctx) => {
            // abort if the canary is aborted
            if (core_util/* aborted */.QH(canary)) {
                canary.aborted = true;
                return canary;
            }
            // run checks first, then
            const checkResult = runChecks(payload, checks, ctx);
            if (checkResult instanceof Promise) {
                if (ctx.async === false)
                    throw new core_core/* $ZodAsyncError */.GT();
                return checkResult.then((checkResult) => inst._zod.parse(checkResult, ctx));
            }
            return inst._zod.parse(checkResult, ctx);
        };
        inst._zod.run = (payload, ctx) => {
            if (ctx.skipChecks) {
                return inst._zod.parse(payload, ctx);
            }
            if (ctx.direction === "backward") {
                // run canary initial pass (no checks)
                const canary = inst._zod.parse({ value: payload.value, issues: [] }, { ...ctx, skipChecks: true });
                if (canary instanceof Promise) {
                    return canary.then((canary) => {
                        return handleCanaryResult(canary, payload, ctx);
                    });
                }
                return handleCanaryResult(canary, payload, ctx);
            }
            // forward
            const result = inst._zod.parse(payload, ctx);
            if (result instanceof Promise) {
                if (ctx.async === false)
                    throw new core_core/* $ZodAsyncError */.GT();
                return result.then((result) => runChecks(result, checks, ctx));
            }
            return runChecks(result, checks, ctx);
        };
    }
}, {
    // Wrappers extend this by installing a richer factory over it; reading it eagerly would defeat the laziness.
    get "~standard"() {
        return core_util/* hide */.jD(this, "~standard", standardProps(this));
    },
    set "~standard"(value) {
        core_util/* own */.qh(this, "~standard", value);
    },
});
/** The Standard Schema surface for `inst`. Shared so wrappers can extend it without forcing it. */
// a Standard Schema result only reports issues, so a failure finalizes them straight off the raw payload: no ZodError, and no lazy result to read through
const toStandardResult = (r, ctx) => r.issues.length ? { issues: r.issues.map((iss) => core_util/* finalizeIssue */.iR(iss, ctx, core_core/* config */.$W())) } : { value: r.value };
async function validateAsync(inst, value) {
    const ctx = { async: true };
    return toStandardResult((await inst._zod.run({ value, issues: [] }, ctx)), ctx);
}
function standardProps(inst) {
    return {
        validate: (value) => {
            const ctx = { async: false };
            try {
                const r = inst._zod.run({ value, issues: [] }, ctx);
                if (!(r instanceof Promise))
                    return toStandardResult(r, ctx);
            }
            catch (_) { }
            // async function so a synchronously throwing check rejects instead of escaping validate
            return validateAsync(inst, value);
        },
        vendor: "zod",
        version: 1,
    };
}

const $ZodString = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodString", (inst, def) => {
    $ZodType.init(inst, def);
    // a format's own pattern, else unbounded; a template literal derives the check-aware form itself
    inst._zod.pattern = def.pattern ?? anyString;
    inst._zod.parse = (payload, _) => {
        if (def.coerce)
            try {
                payload.value = String(payload.value);
            }
            catch (_) { }
        if (typeof payload.value === "string")
            return payload;
        payload.issues.push({
            expected: "string",
            code: "invalid_type",
            input: payload.value,
            inst,
        });
        return payload;
    };
});
const $ZodStringFormat = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodStringFormat", (inst, def) => {
    // check initialization must come first
    $ZodCheckStringFormat.init(inst, def);
    $ZodString.init(inst, def);
});
const $ZodGUID = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodGUID", (inst, def) => {
    def.pattern ?? (def.pattern = guid);
    $ZodStringFormat.init(inst, def);
});
const $ZodUUID = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodUUID", (inst, def) => {
    if (def.version) {
        const versionMap = {
            v1: 1,
            v2: 2,
            v3: 3,
            v4: 4,
            v5: 5,
            v6: 6,
            v7: 7,
            v8: 8,
        };
        const v = versionMap[def.version];
        if (v === undefined)
            throw new Error(`Invalid UUID version: "${def.version}"`);
        def.pattern ?? (def.pattern = uuid(v));
    }
    else
        def.pattern ?? (def.pattern = uuid());
    $ZodStringFormat.init(inst, def);
});
const $ZodEmail = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodEmail", (inst, def) => {
    def.pattern ?? (def.pattern = email);
    $ZodStringFormat.init(inst, def);
});
/** The `://` guard rejected the input before the URL constructor saw it. */
const URL_BAD_FORMAT = 1;
/** The URL parser rejected the input. */
const URL_UNPARSEABLE = 2;
function canParseURL(input) {
    try {
        if (typeof URL !== "undefined" && typeof URL.canParse === "function")
            return URL.canParse(input);
        new URL(input);
        return true;
    }
    catch {
        return false;
    }
}
function validateURL(trimmed, def) {
    if (!("normalize" in def) && !("hostname" in def) && !("protocol" in def)) {
        return canParseURL(trimmed) || URL_UNPARSEABLE;
    }
    return parseURLObject(trimmed, def);
}
/** Parses a URL while preserving the non-normalizing HTTP guard. */
function parseURLObject(trimmed, def) {
    // When normalize is off, require :// for http/https URLs. This prevents strings like "http:example.com" or "https:/path" from being silently accepted
    if (!def.normalize && def.protocol?.source === httpProtocol.source && !/^https?:\/\//i.test(trimmed)) {
        return URL_BAD_FORMAT;
    }
    try {
        if (typeof URL !== "undefined") {
            const URLStatic = URL;
            if (typeof URLStatic.parse === "function")
                return URLStatic.parse(trimmed) ?? URL_UNPARSEABLE;
        }
        // @ts-ignore
        return new URL(trimmed);
    }
    catch {
        return URL_UNPARSEABLE;
    }
}
const asciiTabOrNewline = /[\t\n\r]/g;
/** The URL parser deletes every ASCII tab, LF and CR from its input before it parses, so `new URL("https://exa\nmple.com")` reports on `example.com`. Applying the same deletion to the returned value closes the half of that divergence which can move the host; the parser's other rewrite, stripping C0 controls at the edges, cannot. */
function stripTabAndNewline(value) {
    return value.replace(asciiTabOrNewline, "");
}
function urlHostnameOk(url, hostname) {
    hostname.lastIndex = 0;
    return hostname.test(url.hostname);
}
function urlProtocolOk(url, protocol) {
    protocol.lastIndex = 0;
    return protocol.test(url.protocol.endsWith(":") ? url.protocol.slice(0, -1) : url.protocol);
}
const $ZodURL = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodURL", (inst, def) => {
    $ZodStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        try {
            // Trim whitespace from input
            const trimmed = payload.value.trim();
            const url = validateURL(trimmed, def);
            if (url === URL_BAD_FORMAT) {
                payload.issues.push({
                    code: "invalid_format",
                    format: "url",
                    note: "Invalid URL format",
                    input: payload.value,
                    inst,
                    continue: !def.abort,
                });
                return;
            }
            if (url === URL_UNPARSEABLE) {
                payload.issues.push({
                    code: "invalid_format",
                    format: "url",
                    input: payload.value,
                    inst,
                    continue: !def.abort,
                });
                return;
            }
            if (url === true) {
                payload.value = stripTabAndNewline(trimmed);
                return;
            }
            if (def.hostname && !urlHostnameOk(url, def.hostname)) {
                payload.issues.push({
                    code: "invalid_format",
                    format: "url",
                    note: "Invalid hostname",
                    pattern: def.hostname.source,
                    input: payload.value,
                    inst,
                    continue: !def.abort,
                });
            }
            if (def.protocol && !urlProtocolOk(url, def.protocol)) {
                payload.issues.push({
                    code: "invalid_format",
                    format: "url",
                    note: "Invalid protocol",
                    pattern: def.protocol.source,
                    input: payload.value,
                    inst,
                    continue: !def.abort,
                });
            }
            // Set the output value based on normalize flag
            payload.value = def.normalize ? url.href : stripTabAndNewline(trimmed);
            return;
        }
        catch (_) {
            payload.issues.push({
                code: "invalid_format",
                format: "url",
                input: payload.value,
                inst,
                continue: !def.abort,
            });
        }
    };
});
const $ZodEmoji = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodEmoji", (inst, def) => {
    def.pattern ?? (def.pattern = emoji());
    $ZodStringFormat.init(inst, def);
});
const $ZodNanoID = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodNanoID", (inst, def) => {
    if (def.length !== undefined && (!Number.isInteger(def.length) || def.length < 1))
        throw new Error(`Invalid nanoid length: ${def.length}`);
    def.pattern ?? (def.pattern = def.length === undefined ? nanoid : nanoidOfLength(def.length));
    $ZodStringFormat.init(inst, def);
});
/**
 * @deprecated CUID v1 is deprecated by its authors due to information leakage
 * (timestamps embedded in the id). Use {@link $ZodCUID2} instead.
 * See https://github.com/paralleldrive/cuid.
 */
const $ZodCUID = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodCUID", (inst, def) => {
    def.pattern ?? (def.pattern = cuid);
    $ZodStringFormat.init(inst, def);
});
const $ZodCUID2 = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodCUID2", (inst, def) => {
    def.pattern ?? (def.pattern = cuid2);
    $ZodStringFormat.init(inst, def);
});
const $ZodULID = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodULID", (inst, def) => {
    def.pattern ?? (def.pattern = ulid);
    $ZodStringFormat.init(inst, def);
});
const $ZodXID = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodXID", (inst, def) => {
    def.pattern ?? (def.pattern = xid);
    $ZodStringFormat.init(inst, def);
});
const $ZodKSUID = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodKSUID", (inst, def) => {
    def.pattern ?? (def.pattern = ksuid);
    $ZodStringFormat.init(inst, def);
});
const $ZodISODateTime = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodISODateTime", (inst, def) => {
    def.pattern ?? (def.pattern = datetime(def));
    $ZodStringFormat.init(inst, def);
});
const $ZodISODate = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodISODate", (inst, def) => {
    def.pattern ?? (def.pattern = date);
    $ZodStringFormat.init(inst, def);
});
const $ZodISOTime = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodISOTime", (inst, def) => {
    def.pattern ?? (def.pattern = time(def));
    $ZodStringFormat.init(inst, def);
});
const $ZodISODuration = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodISODuration", (inst, def) => {
    def.pattern ?? (def.pattern = duration);
    $ZodStringFormat.init(inst, def);
});
const $ZodIPv4 = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodIPv4", (inst, def) => {
    def.pattern ?? (def.pattern = ipv4);
    $ZodStringFormat.init(inst, def);
});
/** An IPv6 address is written with hex digits, colons and dots, and nothing else. The guard is what makes the check below an IPv6 check: `new URL("http://[...]")` parses an authority, not an address, so `@` and `\` re-delimit it and `"::@1\\"` validates against the host `0.0.0.1`. The URL parser also deletes ASCII tab, LF and CR rather than failing, which is how `"::1\n"` validated as `::1`. */
const ipv6Alphabet = /^[0-9a-fA-F:.]+$/;
function isValidIPv6(value) {
    if (!ipv6Alphabet.test(value))
        return false;
    return canParseURL(`http://[${value}]`);
}
const $ZodIPv6 = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodIPv6", (inst, def) => {
    def.pattern ?? (def.pattern = ipv6);
    $ZodStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        if (!isValidIPv6(payload.value)) {
            payload.issues.push({
                code: "invalid_format",
                format: "ipv6",
                input: payload.value,
                inst,
                continue: !def.abort,
            });
        }
    };
});
const $ZodMAC = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodMAC", (inst, def) => {
    def.pattern ?? (def.pattern = regexes.mac(def.delimiter));
    $ZodStringFormat.init(inst, def);
})));
const $ZodCIDRv4 = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodCIDRv4", (inst, def) => {
    def.pattern ?? (def.pattern = cidrv4);
    $ZodStringFormat.init(inst, def);
});
function isValidCIDRv6(value) {
    const parts = value.split("/");
    if (parts.length !== 2)
        return false;
    const [address, prefix] = parts;
    if (!prefix)
        return false;
    const prefixNum = Number(prefix);
    if (`${prefixNum}` !== prefix)
        return false;
    if (prefixNum < 0 || prefixNum > 128)
        return false;
    return isValidIPv6(address);
}
const $ZodCIDRv6 = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodCIDRv6", (inst, def) => {
    def.pattern ?? (def.pattern = cidrv6); // not used for validation
    $ZodStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        if (!isValidCIDRv6(payload.value)) {
            payload.issues.push({
                code: "invalid_format",
                format: "cidrv6",
                input: payload.value,
                inst,
                continue: !def.abort,
            });
        }
    };
});
//////////////////////////////   ZodBase64   //////////////////////////////
function isValidBase64(data) {
    if (data === "")
        return true;
    // atob ignores whitespace, so reject it up front.
    if (/\s/.test(data))
        return false;
    if (data.length % 4 !== 0)
        return false;
    try {
        // @ts-ignore
        atob(data);
        return true;
    }
    catch {
        return false;
    }
}
// lax on purpose: the quantified regexes.base64 overflows the regex stack on multi-MB input and its leading ^$| alternation leaks through template-literal composition; isValidBase64 enforces length and padding
const base64Charset = /^[0-9a-zA-Z+/]*={0,2}$/;
const $ZodBase64 = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodBase64", (inst, def) => {
    def.pattern ?? (def.pattern = base64Charset);
    $ZodStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        if (isValidBase64(payload.value))
            return;
        payload.issues.push({
            code: "invalid_format",
            format: "base64",
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
});
//////////////////////////////   ZodBase64URL   //////////////////////////////
// lax on purpose: the quantified regexes.base64url overflows the regex stack on multi-MB input; isValidBase64 enforces length on the padded string
const base64urlCharset = /^[A-Za-z0-9_-]*$/;
function isValidBase64URL(data) {
    if (!base64urlCharset.test(data))
        return false;
    const base64 = data.replace(/[-_]/g, (c) => (c === "-" ? "+" : "/"));
    const padded = base64.padEnd(Math.ceil(base64.length / 4) * 4, "=");
    return isValidBase64(padded);
}
const $ZodBase64URL = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodBase64URL", (inst, def) => {
    def.pattern ?? (def.pattern = base64urlCharset);
    $ZodStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        if (isValidBase64URL(payload.value))
            return;
        payload.issues.push({
            code: "invalid_format",
            format: "base64url",
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
});
const $ZodE164 = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodE164", (inst, def) => {
    def.pattern ?? (def.pattern = e164);
    $ZodStringFormat.init(inst, def);
});
//////////////////////////////   ZodCreditCard   //////////////////////////////
const CC_SANITIZE = /[- ]/g;
/** Luhn checksum on a digit-only string. Adapted from valibot (MIT). */
function isLuhnAlgo(digits) {
    let length = digits.length;
    let bit = 1;
    let sum = 0;
    while (length) {
        const value = digits.charCodeAt(--length) - 48;
        bit ^= 1;
        sum += bit ? [0, 2, 4, 6, 8, 1, 3, 5, 7, 9][value] : value;
    }
    return sum % 10 === 0;
}
function isValidCreditCard(input) {
    if (!regexes.creditCard.test(input))
        return false;
    return isLuhnAlgo(input.replace(CC_SANITIZE, ""));
}
const $ZodCreditCard = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCreditCard", (inst, def) => {
    // Shape only — the Luhn check below is not expressible as a pattern, so consumers of `pattern` (JSON Schema, template literals) get the length and separator rules alone.
    def.pattern ?? (def.pattern = regexes.creditCard);
    $ZodStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        if (isValidCreditCard(payload.value))
            return;
        payload.issues.push({
            code: "invalid_format",
            format: "credit_card",
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
})));
//////////////////////////////   ZodIBAN   //////////////////////////////
// iso 7064 mod 97-10 checksum without BigInt
function isIso7064Mod97(iban) {
    let remainder = 0;
    const len = iban.length;
    for (let i = 4; i < len; i++) {
        const code = iban.charCodeAt(i);
        remainder = (code >= 65 ? remainder * 100 + (code - 55) : remainder * 10 + (code - 48)) % 97;
    }
    for (let i = 0; i < 4; i++) {
        const code = iban.charCodeAt(i);
        remainder = (code >= 65 ? remainder * 100 + (code - 55) : remainder * 10 + (code - 48)) % 97;
    }
    return remainder === 1;
}
function isValidIBAN(input) {
    if (!regexes.iban.test(input))
        return false;
    return isIso7064Mod97(input);
}
const $ZodIBAN = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodIBAN", (inst, def) => {
    // shape only — checksum is not expressible as a pattern
    def.pattern ?? (def.pattern = regexes.iban);
    $ZodStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        if (isValidIBAN(payload.value))
            return;
        payload.issues.push({
            code: "invalid_format",
            format: "iban",
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
})));
//////////////////////////////   ZodJWT   //////////////////////////////
function isValidJWT(token, algorithm = null) {
    try {
        const tokensParts = token.split(".");
        if (tokensParts.length !== 3)
            return false;
        const [header] = tokensParts;
        if (!header)
            return false;
        // @ts-ignore
        const parsedHeader = JSON.parse(atob(header));
        if ("typ" in parsedHeader && parsedHeader?.typ !== "JWT")
            return false;
        if (!parsedHeader.alg)
            return false;
        if (algorithm && (!("alg" in parsedHeader) || parsedHeader.alg !== algorithm))
            return false;
        return true;
    }
    catch {
        return false;
    }
}
const $ZodJWT = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodJWT", (inst, def) => {
    $ZodStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        if (isValidJWT(payload.value, def.alg))
            return;
        payload.issues.push({
            code: "invalid_format",
            format: "jwt",
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
});
const $ZodCustomStringFormat = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCustomStringFormat", (inst, def) => {
    $ZodStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        if (def.fn(payload.value))
            return;
        payload.issues.push({
            code: "invalid_format",
            format: def.format,
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
})));
const $ZodNumber = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodNumber", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.pattern = number;
    inst._zod.parse = (payload, _ctx) => {
        if (def.coerce)
            try {
                payload.value = Number(payload.value);
            }
            catch (_) { }
        const input = payload.value;
        if (typeof input === "number" && !Number.isNaN(input) && Number.isFinite(input)) {
            return payload;
        }
        const received = typeof input === "number"
            ? Number.isNaN(input)
                ? "NaN"
                : !Number.isFinite(input)
                    ? String(input)
                    : undefined
            : undefined;
        payload.issues.push({
            expected: "number",
            code: "invalid_type",
            input,
            inst,
            ...(received ? { received } : {}),
        });
        return payload;
    };
});
const $ZodNumberFormat = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodNumberFormat", (inst, def) => {
    $ZodCheckNumberFormat.init(inst, def);
    $ZodNumber.init(inst, def); // no format checks
});
const $ZodBoolean = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodBoolean", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.pattern = regexes_boolean;
    inst._zod.parse = (payload, _ctx) => {
        if (def.coerce)
            try {
                payload.value = Boolean(payload.value);
            }
            catch (_) { }
        const input = payload.value;
        if (typeof input === "boolean")
            return payload;
        payload.issues.push({
            expected: "boolean",
            code: "invalid_type",
            input,
            inst,
        });
        return payload;
    };
});
const $ZodBigInt = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodBigInt", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.pattern = bigint;
    inst._zod.parse = (payload, _ctx) => {
        if (def.coerce)
            try {
                payload.value = BigInt(payload.value);
            }
            catch (_) { }
        if (typeof payload.value === "bigint")
            return payload;
        payload.issues.push({
            expected: "bigint",
            code: "invalid_type",
            input: payload.value,
            inst,
        });
        return payload;
    };
});
const $ZodBigIntFormat = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodBigIntFormat", (inst, def) => {
    checks.$ZodCheckBigIntFormat.init(inst, def);
    $ZodBigInt.init(inst, def); // no format checks
})));
const $ZodSymbol = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodSymbol", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, _ctx) => {
        const input = payload.value;
        if (typeof input === "symbol")
            return payload;
        payload.issues.push({
            expected: "symbol",
            code: "invalid_type",
            input,
            inst,
        });
        return payload;
    };
})));
const $ZodUndefined = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodUndefined", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.pattern = regexes.undefined;
    inst._zod.values = new Set([undefined]);
    inst._zod.parse = (payload, _ctx) => {
        const input = payload.value;
        if (typeof input === "undefined")
            return payload;
        payload.issues.push({
            expected: "undefined",
            code: "invalid_type",
            input,
            inst,
        });
        return payload;
    };
})));
const $ZodNull = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodNull", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.pattern = regexes.null;
    inst._zod.values = new Set([null]);
    inst._zod.parse = (payload, _ctx) => {
        const input = payload.value;
        if (input === null)
            return payload;
        payload.issues.push({
            expected: "null",
            code: "invalid_type",
            input,
            inst,
        });
        return payload;
    };
})));
const $ZodAny = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodAny", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload) => payload;
})));
const $ZodUnknown = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodUnknown", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload) => payload;
});
const $ZodNever = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodNever", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, _ctx) => {
        payload.issues.push({
            expected: "never",
            code: "invalid_type",
            input: payload.value,
            inst,
        });
        return payload;
    };
});
const $ZodVoid = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodVoid", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, _ctx) => {
        const input = payload.value;
        if (typeof input === "undefined")
            return payload;
        payload.issues.push({
            expected: "void",
            code: "invalid_type",
            input,
            inst,
        });
        return payload;
    };
})));
const $ZodDate = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodDate", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, _ctx) => {
        if (def.coerce) {
            try {
                payload.value = new Date(payload.value);
            }
            catch (_err) { }
        }
        const input = payload.value;
        const isDate = input instanceof Date;
        const isValidDate = isDate && !Number.isNaN(input.getTime());
        if (isValidDate)
            return payload;
        payload.issues.push({
            expected: "date",
            code: "invalid_type",
            input,
            ...(isDate ? { received: "Invalid Date" } : {}),
            inst,
        });
        return payload;
    };
});
// an oversized container fails its leading size checks before any element is parsed
function capSize(inst, size) {
    const caps = core_util/* sizeCaps */.hi(inst._zod.def.checks);
    if (!caps.length)
        return;
    const cap = Math.min(...caps.map((c) => c[0]));
    const parse = inst._zod.parse;
    inst._zod.parse = (payload, ctx) => {
        const n = size(payload.value);
        if (n > cap && !ctx?.skipChecks && ctx?.direction !== "backward") {
            for (const [max, ch] of core_util/* sizeCaps */.hi(inst._zod.def.checks)) {
                if (n > max && ch._zod.def.when(payload)) {
                    const start = payload.issues.length;
                    ch._zod.check(payload);
                    // the value is still the raw input, so no later check may read it
                    payload.issues[start].continue = false;
                    core_util/* attachSchema */.d3(payload.issues, start, inst);
                    return payload;
                }
            }
        }
        return parse(payload, ctx);
    };
}
const arraySize = (input) => (Array.isArray(input) ? input.length : -1);
const mapSize = (input) => (input instanceof Map ? input.size : -1);
const setSize = (input) => (input instanceof Set ? input.size : -1);
function handleArrayResult(result, final, index) {
    if (result.issues.length) {
        final.issues.push(...core_util/* prefixIssues */.lQ(index, result.issues));
    }
    final.value[index] = result.value;
}
const $ZodArray = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodArray", (inst, def) => {
    $ZodType.init(inst, def);
    const memo = core_core/* globalConfig */.cr.memoizer;
    memo?.attach(inst);
    inst._zod.parse = (payload, ctx) => {
        const input = payload.value;
        if (!Array.isArray(input)) {
            payload.issues.push({
                expected: "array",
                code: "invalid_type",
                input,
                inst,
            });
            return payload;
        }
        payload.value = memo ? memo.alloc(inst, payload, Array(input.length), ctx) : Array(input.length);
        const proms = [];
        const abortEarly = ctx?.abortEarly;
        for (let i = 0; i < input.length; i++) {
            const item = input[i];
            const result = def.element._zod.run({
                value: item,
                issues: [],
            }, ctx);
            if (result instanceof Promise) {
                proms.push(result.then((result) => handleArrayResult(result, payload, i)));
            }
            else {
                handleArrayResult(result, payload, i);
                // the element's payload is authoritative here, since handleArrayResult forwards every issue; an object's is not, because it drops a failed absent optional
                if (abortEarly && result.issues.length !== 0 && core_util/* aborted */.QH(result))
                    break;
            }
        }
        if (proms.length) {
            return Promise.all(proms).then(() => payload);
        }
        return payload; //handleArrayResultsAsync(parseResults, final);
    };
    capSize(inst, arraySize);
});
function handlePropertyResult(result, final, key, input, optin, optout) {
    const isPresent = key in input;
    const isOptionalOut = optout === "optional";
    // The middle rung means "absence permitted, nothing supplied in its place", so an absent key contributes nothing — whatever the schema made of `undefined` is invented, not substituted. Only `optional` reaches this with a value: `defaulted` substitutes, and a schema that isn't optional-out has to keep the key.
    if (!isPresent && isOptionalOut && optin === "optional") {
        return;
    }
    if (result.issues.length) {
        // For optional-in/out schemas, ignore errors on absent keys.
        if (optin !== undefined && isOptionalOut && !isPresent) {
            return;
        }
        final.issues.push(...core_util/* prefixIssues */.lQ(key, result.issues));
    }
    if (!isPresent && optin === undefined) {
        if (!result.issues.length) {
            final.issues.push({
                code: "invalid_type",
                expected: "nonoptional",
                input: undefined,
                path: [key],
            });
        }
        return;
    }
    if (result.value === undefined) {
        if (isPresent || (optin === "defaulted" && !isOptionalOut)) {
            final.value[key] = undefined;
        }
    }
    else {
        final.value[key] = result.value;
    }
}
// one shared instance; a fresh [] per schema cost 56 bytes retained
const NO_SYMBOL_KEYS = [];
function normalizeDef(def) {
    const keys = Object.keys(def.shape);
    const ownSymbols = Object.getOwnPropertySymbols(def.shape);
    const symbolKeys = ownSymbols.length ? ownSymbols : NO_SYMBOL_KEYS;
    // aliases `keys` when there are no symbols, so a string-only shape keeps one array
    const allKeys = symbolKeys.length ? [...keys, ...symbolKeys] : keys;
    for (const k of allKeys) {
        if (!def.shape?.[k]?._zod?.traits?.has("$ZodType")) {
            throw new Error(`Invalid element at key "${String(k)}": expected a Zod schema`);
        }
    }
    const okeys = core_util/* optionalKeys */.NM(def.shape);
    return {
        ...def,
        allKeys,
        symbolKeys,
        // string-only: handleCatchall matches it against `for...in`, which never yields a symbol
        keySet: new Set(keys),
        numKeys: keys.length,
        optionalKeys: new Set(okeys),
    };
}
function handleCatchall(proms, input, payload, ctx, def, inst, abortEarly) {
    const unrecognized = [];
    const keySet = def.keySet;
    const _catchall = def.catchall._zod;
    const t = _catchall.def.type;
    const optin = _catchall.optin;
    const optout = _catchall.optout;
    // starts at 0, not the current length: the shape phase already ran and may have aborted
    let seen = 0;
    for (const key in input) {
        if (abortEarly && payload.issues.length !== seen) {
            if (core_util/* aborted */.QH(payload, seen))
                break;
            seen = payload.issues.length;
        }
        // Must precede the __proto__ branch: a declared key is not unrecognized, even though the shape loop deliberately strips __proto__ from the parsed output.
        if (keySet.has(key))
            continue;
        // Don't copy an undeclared __proto__ into the result; assignment to a plain {} would replace the result prototype. But in strict mode it is still an unknown key, so report it before skipping.
        if (key === "__proto__") {
            if (t === "never")
                unrecognized.push(key);
            continue;
        }
        if (t === "never") {
            unrecognized.push(key);
            continue;
        }
        const r = _catchall.run({ value: input[key], issues: [] }, ctx);
        if (r instanceof Promise) {
            proms.push(r.then((r) => handlePropertyResult(r, payload, key, input, optin, optout)));
        }
        else {
            handlePropertyResult(r, payload, key, input, optin, optout);
        }
    }
    if (unrecognized.length) {
        payload.issues.push({
            code: "unrecognized_keys",
            keys: unrecognized,
            input,
            inst,
            // Describes the shape of the input, not the validity of the parsed value, so it never aborts. The parse still fails; the schema's own checks just get to run first, and an enclosing intersection can reconcile the key against a sibling operand.
            continue: true,
        });
    }
    if (!proms.length)
        return payload;
    return Promise.all(proms).then(() => {
        return payload;
    });
}
const $ZodObject = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodObject", (inst, def) => {
    // requires cast because technically $ZodObject doesn't extend
    $ZodType.init(inst, def);
    const desc = Object.getOwnPropertyDescriptor(def, "shape");
    // a cloned def carries its source's accessor, which knows the shape it answers from; adopting that keeps the clone's keys readable without running it
    const sh = desc?.get ? desc.get.raw : (def.shape ?? {});
    if (sh) {
        // Freezes the shape on first read, so its getters resolve once and every later read sees the same schemas.
        const get = () => {
            const newSh = { ...sh };
            Object.defineProperty(def, "shape", { value: newSh });
            get.raw = newSh;
            return newSh;
        };
        get.raw = sh;
        Object.defineProperty(def, "shape", { get });
    }
    const _normalized = core_util/* cached */.PO(() => normalizeDef(def));
    core_util/* defineLazyInternal */.v5(inst, "propValues", (zod) => {
        const shape = zod.def.shape;
        const propValues = {};
        for (const key in shape) {
            const field = shape[key]._zod;
            if (field.values) {
                if (!Object.prototype.hasOwnProperty.call(propValues, key)) {
                    core_util/* assignProp */.Vy(propValues, key, new Set());
                }
                for (const v of field.values)
                    propValues[key].add(v);
                // An omittable slot reads back as undefined at a discriminator lookup, so it has to claim undefined: two options that can both omit the key are not discriminable on it.
                if (field.optin !== undefined)
                    propValues[key].add(undefined);
            }
        }
        return propValues;
    });
    const isObject = core_util/* isObject */.Gv;
    const catchall = def.catchall;
    let value;
    const memo = core_core/* globalConfig */.cr.memoizer;
    memo?.attach(inst);
    inst._zod.parse = (payload, ctx) => {
        value ?? (value = _normalized.value);
        const input = payload.value;
        if (!isObject(input)) {
            payload.issues.push({
                expected: "object",
                code: "invalid_type",
                input,
                inst,
            });
            return payload;
        }
        payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
        const proms = [];
        const shape = value.shape;
        const abortEarly = ctx?.abortEarly;
        let seen = payload.issues.length;
        for (const key of value.allKeys) {
            if (abortEarly && payload.issues.length !== seen) {
                if (core_util/* aborted */.QH(payload, seen))
                    break;
                seen = payload.issues.length;
            }
            if (key === "__proto__")
                continue;
            const el = shape[key];
            const optin = el._zod.optin;
            const optout = el._zod.optout;
            const r = el._zod.run({ value: input[key], issues: [] }, ctx);
            if (r instanceof Promise) {
                proms.push(r.then((r) => handlePropertyResult(r, payload, key, input, optin, optout)));
            }
            else {
                handlePropertyResult(r, payload, key, input, optin, optout);
            }
        }
        if (!catchall) {
            return proms.length ? Promise.all(proms).then(() => payload) : payload;
        }
        return handleCatchall(proms, input, payload, ctx, _normalized.value, inst, abortEarly === true);
    };
});
const $ZodObjectJIT = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodObjectJIT", (inst, def) => {
    // requires cast because technically $ZodObject doesn't extend
    $ZodObject.init(inst, def);
    const superParse = inst._zod.parse;
    const _normalized = core_util/* cached */.PO(() => normalizeDef(def));
    const memo = core_core/* globalConfig */.cr.memoizer;
    const generateFastpass = (shape) => {
        const normalized = _normalized.value;
        const syms = normalized.symbolKeys;
        // a symbol has no source literal, so it is read as `syms[i]` off the closed-over scope
        const doc = new Doc(["payload", "ctx"], { shape, inst, memo, syms });
        const parseStr = (k) => `shape[${k}]._zod.run({ value: input[${k}], issues: [] }, ctx)`;
        // prefixes in place, like util.prefixIssues. newResult must land before the early return: a catchall runs after this and would otherwise write onto the caller's input
        const prefixStr = (id, k) => `
          let ${id}_ab = false;
          for (let i = 0; i < ${id}.issues.length; i++) {
            const iss = ${id}.issues[i];
            iss.path = iss.path ? [${k}, ...iss.path] : [${k}];
            payload.issues.push(iss);
            if (iss.continue !== true) ${id}_ab = true;
          }
          if (${id}_ab && ctx && ctx.abortEarly) {
            payload.value = newResult;
            return payload;
          }`;
        doc.write(`const input = payload.value;`);
        const ids = Object.create(null);
        let counter = 0;
        for (const key of normalized.allKeys) {
            ids[key] = `key_${counter++}`;
        }
        // A: preserve key order {
        doc.write(memo ? `const newResult = memo.alloc(inst, payload, {}, ctx);` : `const newResult = {};`);
        for (const key of normalized.allKeys) {
            if (key === "__proto__")
                continue;
            const id = ids[key];
            const k = typeof key === "symbol" ? `syms[${syms.indexOf(key)}]` : core_util/* esc */.UQ(key);
            const isPresent = `${k} in input`;
            const schema = shape[key];
            const optin = schema?._zod?.optin;
            const isOptionalIn = optin !== undefined;
            const isOptionalOut = schema?._zod?.optout === "optional";
            doc.write(`const ${id} = ${parseStr(k)};`);
            if (isOptionalIn && isOptionalOut) {
                // For optional-in/out schemas, ignore errors on absent keys — and, like the interpreted path, drop the value produced alongside them. The middle rung goes further: it permits absence without supplying anything in its place, so an absent key contributes nothing at all.
                const assign = optin === "optional" ? `${id}_present` : `${id}.value !== undefined || ${id}_present`;
                doc.write(`
        const ${id}_present = ${isPresent};
        if (!${id}.issues.length || ${id}_present) {
          if (${id}.issues.length) {${prefixStr(id, k)}
          }

          if (${assign}) {
            newResult[${k}] = ${id}.value;
          }
        }

      `);
            }
            else if (!isOptionalIn) {
                doc.write(`
        const ${id}_present = ${isPresent};
        if (${id}.issues.length) {${prefixStr(id, k)}
        }
        if (!${id}_present && !${id}.issues.length) {
          payload.issues.push({
            code: "invalid_type",
            expected: "nonoptional",
            input: undefined,
            path: [${k}]
          });
          if (ctx && ctx.abortEarly) {
            payload.value = newResult;
            return payload;
          }
        }

        if (${id}_present) {
          newResult[${k}] = ${id}.value;
        }

      `);
            }
            else {
                doc.write(`
        if (${id}.issues.length) {${prefixStr(id, k)}
        }
      `);
                if (optin === "defaulted") {
                    doc.write(`newResult[${k}] = ${id}.value;`);
                }
                else {
                    doc.write(`
        if (${id}.value !== undefined || ${isPresent}) {
          newResult[${k}] = ${id}.value;
        }
      `);
                }
            }
        }
        doc.write(`payload.value = newResult;`);
        doc.write(`return payload;`);
        // closing `shape` in is what pays: turbofan specializes the parser against that one shape object, so every `shape[k]._zod.run` folds to a known callee. as a parameter it stays a generic load and measures 13% slower even with the forwarding frame gone
        return doc.compile();
    };
    let fastpass;
    const isObject = core_util/* isObject */.Gv;
    const jit = !core_core/* globalConfig */.cr.jitless;
    const allowsEval = core_util/* allowsEval */.hI;
    const fastEnabled = jit && allowsEval.value; // && !def.catchall;
    const catchall = def.catchall;
    let value;
    inst._zod.parse = (payload, ctx) => {
        value ?? (value = _normalized.value);
        const input = payload.value;
        if (!isObject(input)) {
            payload.issues.push({
                expected: "object",
                code: "invalid_type",
                input,
                inst,
            });
            return payload;
        }
        if (jit && fastEnabled && ctx?.async === false && ctx.jitless !== true) {
            // always synchronous
            if (!fastpass)
                fastpass = generateFastpass(def.shape);
            payload = fastpass(payload, ctx);
            if (!catchall)
                return payload;
            return handleCatchall([], input, payload, ctx, value, inst, ctx?.abortEarly === true);
        }
        return superParse(payload, ctx);
    };
});
function handleUnionResults(results, final, inst, ctx) {
    for (const result of results) {
        if (result.issues.length === 0) {
            final.value = result.value;
            return final;
        }
    }
    const nonaborted = results.filter((r) => !core_util/* aborted */.QH(r));
    if (nonaborted.length === 1) {
        final.value = nonaborted[0].value;
        return nonaborted[0];
    }
    final.issues.push({
        code: "invalid_union",
        input: final.value,
        inst,
        errors: results.map((result) => result.issues.map((iss) => core_util/* finalizeIssue */.iR(iss, ctx, core_core/* config */.$W()))),
    });
    return final;
}
const $ZodUnion = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodUnion", (inst, def) => {
    $ZodType.init(inst, def);
    core_util/* defineLazyInternal */.v5(inst, "optin", (zod) => zod.def.options.some((o) => o._zod.optin === "defaulted")
        ? "defaulted"
        : zod.def.options.some((o) => o._zod.optin !== undefined)
            ? "optional"
            : undefined);
    core_util/* defineLazyInternal */.v5(inst, "optout", (zod) => zod.def.options.some((o) => o._zod.optout === "optional") ? "optional" : undefined);
    core_util/* defineLazyInternal */.v5(inst, "values", (zod) => {
        if (zod.def.options.every((o) => o._zod.values)) {
            return new Set(zod.def.options.flatMap((option) => Array.from(option._zod.values)));
        }
        return undefined;
    });
    core_util/* defineLazyInternal */.v5(inst, "pattern", (zod) => {
        if (zod.def.options.every((o) => o._zod.pattern)) {
            const patterns = zod.def.options.map((o) => o._zod.pattern);
            return new RegExp(`^(${patterns.map((p) => core_util/* cleanRegex */.p6(p.source)).join("|")})$`);
        }
        return undefined;
    });
    const first = def.options.length === 1 ? def.options[0]._zod.run : null;
    inst._zod.parse = (payload, ctx) => {
        if (first) {
            return first(payload, ctx);
        }
        let async = false;
        const results = [];
        for (const option of def.options) {
            const result = option._zod.run({
                value: payload.value,
                issues: [],
            }, ctx);
            if (result instanceof Promise) {
                results.push(result);
                async = true;
            }
            else {
                if (result.issues.length === 0)
                    return result;
                results.push(result);
            }
        }
        if (!async)
            return handleUnionResults(results, payload, inst, ctx);
        return Promise.all(results).then((results) => {
            return handleUnionResults(results, payload, inst, ctx);
        });
    };
});
function handleExclusiveUnionResults(results, final, inst, ctx) {
    const matches = [];
    for (let i = 0; i < results.length; i++) {
        if (results[i].issues.length === 0)
            matches.push(i);
    }
    if (matches.length === 1) {
        final.value = results[matches[0]].value;
        return final;
    }
    if (matches.length === 0) {
        // No matches - same as regular union
        final.issues.push({
            code: "invalid_union",
            input: final.value,
            inst,
            errors: results.map((result) => result.issues.map((iss) => util.finalizeIssue(iss, ctx, core.config()))),
        });
    }
    else {
        // Multiple matches - exclusive union failure
        final.issues.push({
            code: "invalid_union",
            input: final.value,
            inst,
            errors: [],
            inclusive: false,
            matches,
        });
    }
    return final;
}
const $ZodXor = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodXor", (inst, def) => {
    $ZodUnion.init(inst, def);
    def.inclusive = false;
    const first = def.options.length === 1 ? def.options[0]._zod.run : null;
    inst._zod.parse = (payload, ctx) => {
        if (first) {
            return first(payload, ctx);
        }
        let async = false;
        const results = [];
        for (const option of def.options) {
            const result = option._zod.run({
                value: payload.value,
                issues: [],
            }, ctx);
            if (result instanceof Promise) {
                results.push(result);
                async = true;
            }
            else {
                results.push(result);
            }
        }
        if (!async)
            return handleExclusiveUnionResults(results, payload, inst, ctx);
        return Promise.all(results).then((results) => {
            return handleExclusiveUnionResults(results, payload, inst, ctx);
        });
    };
})));
/** Returns the option whose discriminator claims `value`, or throws if ambiguous. */
function getDiscriminatedOption(union, value) {
    const internals = union._zod;
    let map = internals.bag.optionsMap;
    if (!map) {
        map = discriminatorMap(internals.def);
        internals.bag.optionsMap = map;
    }
    const option = map.get(value);
    if (option === null)
        throw new Error(`Ambiguous discriminator value "${String(value)}"`);
    return option;
}
function discriminatorMap(def) {
    const map = new Map();
    for (const option of def.options) {
        const values = option._zod.propValues?.[def.discriminator];
        if (!values || values.size === 0)
            throw new Error(`Invalid discriminated union option at index "${def.options.indexOf(option)}"`);
        for (const value of values) {
            if (map.has(value)) {
                if (value !== undefined)
                    throw new Error(`Duplicate discriminator value "${String(value)}"`);
                // keep the collision marked so a later member cannot reclaim it
                map.set(value, null);
            }
            else {
                map.set(value, option);
            }
        }
    }
    return map;
}
const $ZodDiscriminatedUnion = 
/*@__PURE__*/
(/* unused pure expression or super */ null && (core.$constructor("$ZodDiscriminatedUnion", (inst, def) => {
    def.inclusive = false;
    $ZodUnion.init(inst, def);
    const _super = inst._zod.parse;
    util.defineLazyInternal(inst, "propValues", (zod) => {
        const propValues = {};
        let undefinedCount = 0;
        for (const option of zod.def.options) {
            const pv = option._zod.propValues;
            if (!pv || Object.keys(pv).length === 0)
                throw new Error(`Invalid discriminated union option at index "${zod.def.options.indexOf(option)}"`);
            if (pv[zod.def.discriminator]?.has(undefined))
                undefinedCount++;
            for (const [k, v] of Object.entries(pv)) {
                if (!Object.prototype.hasOwnProperty.call(propValues, k)) {
                    util.assignProp(propValues, k, new Set());
                }
                for (const val of v) {
                    propValues[k].add(val);
                }
            }
        }
        if (!zod.def.unionFallback && undefinedCount > 1)
            propValues[zod.def.discriminator]?.delete(undefined);
        return propValues;
    });
    // Checked now rather than in the lookup map below, so an option that lacks the discriminator fails at the `discriminatedUnion` call instead of on the first object parsed. Options whose shape cannot be enumerated without resolving it — pipes and lazies — are left to the map.
    def.options.forEach((option, i) => {
        const propShape = util.rawShape(option._zod.def);
        if (propShape && !Object.prototype.hasOwnProperty.call(propShape, def.discriminator)) {
            throw new Error(`Invalid discriminated union option at index "${i}"`);
        }
    });
    const disc = util.cached(() => discriminatorMap(def));
    inst._zod.parse = (payload, ctx) => {
        const input = payload.value;
        if (!util.isObject(input)) {
            payload.issues.push({
                code: "invalid_type",
                expected: "object",
                input,
                inst,
            });
            return payload;
        }
        const value = input?.[def.discriminator];
        const opt = disc.value.get(value);
        // forward metadata cannot choose an encoder for an absent tag
        if (opt && (value !== undefined || ctx.direction !== "backward")) {
            return opt._zod.run(payload, ctx);
        }
        // Fall back to union matching when the fast discriminator path fails:
        // - explicitly enabled via unionFallback, or
        // - during backward direction (encode), since codec-based discriminators have different values in forward vs backward directions
        if (def.unionFallback || ctx.direction === "backward") {
            return _super(payload, ctx);
        }
        // no matching discriminator
        payload.issues.push({
            code: "invalid_union",
            errors: [],
            note: "No matching discriminator",
            discriminator: def.discriminator,
            options: Array.from(disc.value.keys()).filter((value) => disc.value.get(value) !== null),
            input,
            path: [def.discriminator],
            inst,
        });
        return payload;
    };
})));
const $ZodIntersection = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodIntersection", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, ctx) => {
        const input = payload.value;
        const left = def.left._zod.run({ value: input, issues: [] }, ctx);
        const right = def.right._zod.run({ value: input, issues: [] }, ctx);
        const async = left instanceof Promise || right instanceof Promise;
        if (async) {
            return Promise.all([left, right]).then(([left, right]) => {
                return handleIntersectionResults(payload, left, right);
            });
        }
        return handleIntersectionResults(payload, left, right);
    };
});
function mergeValues(a, b) {
    // const aType = parse.t(a);
    // const bType = parse.t(b);
    if (a === b) {
        return { valid: true, data: a };
    }
    if (a instanceof Date && b instanceof Date && +a === +b) {
        return { valid: true, data: a };
    }
    if (core_util/* isPlainObject */.Qd(a) && core_util/* isPlainObject */.Qd(b)) {
        const bKeys = Object.keys(b);
        const sharedKeys = Object.keys(a).filter((key) => bKeys.indexOf(key) !== -1);
        const newObj = { ...a, ...b };
        if (Object.prototype.hasOwnProperty.call(newObj, "__proto__"))
            delete newObj.__proto__;
        for (const key of sharedKeys) {
            if (key === "__proto__")
                continue;
            const sharedValue = mergeValues(a[key], b[key]);
            if (!sharedValue.valid) {
                return {
                    valid: false,
                    mergeErrorPath: [key, ...sharedValue.mergeErrorPath],
                };
            }
            newObj[key] = sharedValue.data;
        }
        return { valid: true, data: newObj };
    }
    if (Array.isArray(a) && Array.isArray(b)) {
        if (a.length !== b.length) {
            return { valid: false, mergeErrorPath: [] };
        }
        const newArray = [];
        for (let index = 0; index < a.length; index++) {
            const itemA = a[index];
            const itemB = b[index];
            const sharedValue = mergeValues(itemA, itemB);
            if (!sharedValue.valid) {
                return {
                    valid: false,
                    mergeErrorPath: [index, ...sharedValue.mergeErrorPath],
                };
            }
            newArray.push(sharedValue.data);
        }
        return { valid: true, data: newArray };
    }
    return { valid: false, mergeErrorPath: [] };
}
function handleIntersectionResults(result, left, right) {
    // Track which side(s) reject each key. A key rejection is reported only when BOTH sides reject it, so a key owned by one branch survives the other's key schema. strictObject reports these as unrecognized_keys; a record with an open key schema reports one invalid_key per key.
    const unrecKeys = new Map();
    let unrecIssue;
    const keyIssues = new Map();
    const collect = (iss, side) => {
        let keys;
        if (iss.code === "unrecognized_keys" && !iss.path?.length) {
            unrecIssue ?? (unrecIssue = iss);
            keys = iss.keys;
        }
        else if (iss.code === "invalid_key" && iss.origin === "record" && iss.path?.length === 1) {
            const k = String(iss.path[0]);
            if (!keyIssues.has(k))
                keyIssues.set(k, iss);
            keys = [k];
        }
        else {
            return false;
        }
        for (const k of keys) {
            if (!unrecKeys.has(k))
                unrecKeys.set(k, {});
            unrecKeys.get(k)[side] = true;
        }
        return true;
    };
    for (const iss of left.issues) {
        if (!collect(iss, "l"))
            result.issues.push(iss);
    }
    for (const iss of right.issues) {
        if (!collect(iss, "r"))
            result.issues.push(iss);
    }
    // Report only keys rejected by BOTH sides
    const bothKeys = [...unrecKeys].filter(([, f]) => f.l && f.r).map(([k]) => k);
    if (bothKeys.length) {
        const aggregated = unrecIssue ? bothKeys.filter((k) => unrecIssue.keys.includes(k)) : [];
        if (aggregated.length)
            result.issues.push({ ...unrecIssue, keys: aggregated });
        for (const k of bothKeys) {
            if (!aggregated.includes(k) && keyIssues.has(k))
                result.issues.push(keyIssues.get(k));
        }
    }
    const merged = mergeValues(left.value, right.value);
    if (!merged.valid) {
        if (core_util/* aborted */.QH(result))
            return result;
        throw new Error(`Unmergable intersection. Error path: ` + `${JSON.stringify(merged.mergeErrorPath)}`);
    }
    result.value = merged.data;
    return result;
}
const $ZodTuple = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodTuple", (inst, def) => {
    $ZodType.init(inst, def);
    const items = def.items;
    const memo = core_core/* globalConfig */.cr.memoizer;
    memo?.attach(inst);
    inst._zod.parse = (payload, ctx) => {
        const input = payload.value;
        if (!Array.isArray(input)) {
            payload.issues.push({
                input,
                inst,
                expected: "tuple",
                code: "invalid_type",
            });
            return payload;
        }
        payload.value = memo ? memo.alloc(inst, payload, [], ctx) : [];
        const proms = [];
        const optinStart = getTupleOptStart(items, "optin");
        const optoutStart = getTupleOptStart(items, "optout");
        if (!def.rest) {
            if (input.length < optinStart) {
                payload.issues.push({
                    code: "too_small",
                    minimum: optinStart,
                    inclusive: true,
                    input,
                    inst,
                    origin: "array",
                });
                return payload;
            }
            if (input.length > items.length) {
                payload.issues.push({
                    code: "too_big",
                    maximum: items.length,
                    inclusive: true,
                    input,
                    inst,
                    origin: "array",
                });
            }
        }
        // Run every item in parallel, collecting results into an indexed array. The post-processing in `handleTupleResults` walks them in order so it can decide whether an absent optional-output error can truncate the tail or must be reported to preserve required output.
        const itemResults = new Array(items.length);
        // only tracked when there is a rest loop to skip
        const abortEarly = def.rest ? ctx?.abortEarly : undefined;
        let itemAborted = false;
        for (let i = 0; i < items.length; i++) {
            const r = items[i]._zod.run({ value: input[i], issues: [] }, ctx);
            if (r instanceof Promise) {
                proms.push(r.then((rr) => {
                    itemResults[i] = rr;
                }));
            }
            else {
                itemResults[i] = r;
                if (abortEarly && !itemAborted && r.issues.length)
                    itemAborted = core_util/* aborted */.QH(r);
            }
        }
        // sound because rest is non-empty exactly when every fixed index is present, the one case handleTupleResults cannot discard an item's issues
        if (def.rest && !itemAborted) {
            let i = items.length - 1;
            const rest = input.slice(items.length);
            let seen = payload.issues.length;
            for (const el of rest) {
                if (abortEarly && payload.issues.length !== seen) {
                    if (core_util/* aborted */.QH(payload, seen))
                        break;
                    seen = payload.issues.length;
                }
                i++;
                const result = def.rest._zod.run({ value: el, issues: [] }, ctx);
                if (result instanceof Promise) {
                    proms.push(result.then((r) => handleTupleResult(r, payload, i)));
                }
                else {
                    handleTupleResult(result, payload, i);
                }
            }
        }
        if (proms.length) {
            return Promise.all(proms).then(() => handleTupleResults(itemResults, payload, items, input, optoutStart));
        }
        return handleTupleResults(itemResults, payload, items, input, optoutStart);
    };
});
function getTupleOptStart(items, key) {
    for (let i = items.length - 1; i >= 0; i--) {
        // optin is a three-rung ladder so any rung above `undefined` permits an absent slot; optout stays two-valued.
        const omittable = key === "optin" ? items[i]._zod.optin !== undefined : items[i]._zod.optout === "optional";
        if (!omittable)
            return i + 1;
    }
    return 0;
}
function handleTupleResult(result, final, index) {
    if (result.issues.length) {
        final.issues.push(...core_util/* prefixIssues */.lQ(index, result.issues));
    }
    final.value[index] = result.value;
}
function handleTupleResults(itemResults, final, items, input, optoutStart) {
    // Walk results in order. Mirror $ZodObject's swallow-on-absent-optional rule, but only after `optoutStart`: the first index where the output tuple tail can be absent.
    for (let i = 0; i < items.length; i++) {
        const r = itemResults[i];
        const isPresent = i < input.length;
        // The array analog of `handlePropertyResult`'s absent-key early return: the middle rung permits absence without supplying anything in its place, so the tail truncates here instead of materializing whatever the item made of `undefined`.
        if (!isPresent && i >= optoutStart && items[i]._zod.optin === "optional") {
            final.value.length = i;
            break;
        }
        if (r.issues.length) {
            if (!isPresent && i >= optoutStart) {
                final.value.length = i;
                break;
            }
            final.issues.push(...core_util/* prefixIssues */.lQ(i, r.issues));
        }
        final.value[i] = r.value;
    }
    // Drop trailing slots that produced `undefined` for absent input
    // (the array analog of an absent optional key on an object). The
    // `i >= input.length` floor is critical: an explicit `undefined`
    // *inside* the input must be preserved even when the schema is
    // optional-out (e.g. `z.string().or(z.undefined())` accepting an
    // explicit undefined value).
    for (let i = final.value.length - 1; i >= input.length; i--) {
        if (items[i]._zod.optout === "optional" && final.value[i] === undefined) {
            final.value.length = i;
        }
        else {
            break;
        }
    }
    return final;
}
const $ZodRecord = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodRecord", (inst, def) => {
    $ZodType.init(inst, def);
    const memo = core_core/* globalConfig */.cr.memoizer;
    memo?.attach(inst);
    inst._zod.parse = (payload, ctx) => {
        const input = payload.value;
        if (!core_util/* isPlainObject */.Qd(input)) {
            payload.issues.push({
                expected: "record",
                code: "invalid_type",
                input,
                inst,
            });
            return payload;
        }
        // no guard in either loop below: a record's invalid_key aborts but an enclosing intersection can reconcile it, so a stopped loop hides keys the sibling does not own and the intersection then rejects nothing
        const proms = [];
        const values = def.keyType._zod.values;
        if (values && !def.partial) {
            payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
            const recordKeys = new Set();
            for (const key of values) {
                if (typeof key === "string" || typeof key === "number" || typeof key === "symbol") {
                    recordKeys.add(typeof key === "number" ? key.toString() : key);
                    // A declared __proto__ is stripped but is not an unrecognized key.
                    if (key === "__proto__")
                        continue;
                    const keyResult = def.keyType._zod.run({ value: key, issues: [] }, ctx);
                    if (keyResult instanceof Promise) {
                        throw new Error("Async schemas not supported in object keys currently");
                    }
                    if (keyResult.issues.length) {
                        payload.issues.push({
                            code: "invalid_key",
                            origin: "record",
                            issues: keyResult.issues.map((iss) => core_util/* finalizeIssue */.iR(iss, ctx, core_core/* config */.$W())),
                            input: key,
                            path: [key],
                            inst,
                        });
                        continue;
                    }
                    const outKey = keyResult.value;
                    if (outKey === "__proto__")
                        continue;
                    const result = def.valueType._zod.run({ value: input[key], issues: [] }, ctx);
                    if (result instanceof Promise) {
                        proms.push(result.then((result) => {
                            if (result.issues.length) {
                                payload.issues.push(...core_util/* prefixIssues */.lQ(key, result.issues));
                            }
                            payload.value[outKey] = result.value;
                        }));
                    }
                    else {
                        if (result.issues.length) {
                            payload.issues.push(...core_util/* prefixIssues */.lQ(key, result.issues));
                        }
                        payload.value[outKey] = result.value;
                    }
                }
            }
            let unrecognized;
            for (const key in input) {
                if (!recordKeys.has(key)) {
                    if (def.mode === "loose") {
                        // skip __proto__ so it can't replace the result prototype via the assignment setter on the plain {} we build into
                        if (key === "__proto__")
                            continue;
                        payload.value[key] = input[key];
                    }
                    else {
                        unrecognized = unrecognized ?? [];
                        unrecognized.push(key);
                    }
                }
            }
            if (unrecognized && unrecognized.length > 0) {
                payload.issues.push({
                    code: "unrecognized_keys",
                    input,
                    inst,
                    keys: unrecognized,
                    continue: true,
                });
            }
        }
        else {
            payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
            // An enumerable key schema declares which keys the record owns, so a key outside the set is unrecognized. A non-enumerable one (regex, refine) is a constraint every key must satisfy, so a failing key is invalid. Only the former is reconcilable against the other side of an intersection.
            let unrecognized;
            // Reflect.ownKeys for Symbol-key support; filter non-enumerable to match z.object()
            for (const key of Reflect.ownKeys(input)) {
                if (key === "__proto__")
                    continue;
                if (!Object.prototype.propertyIsEnumerable.call(input, key))
                    continue;
                let keyResult = def.keyType._zod.run({ value: key, issues: [] }, ctx);
                if (keyResult instanceof Promise) {
                    throw new Error("Async schemas not supported in object keys currently");
                }
                // Numeric string fallback: if key is a numeric string and failed, retry with Number(key). This handles z.number(), z.literal([1, 2, 3]), and unions containing numeric literals
                const checkNumericKey = typeof key === "string" && number.test(key) && keyResult.issues.length;
                if (checkNumericKey) {
                    const retryResult = def.keyType._zod.run({ value: Number(key), issues: [] }, ctx);
                    if (retryResult instanceof Promise) {
                        throw new Error("Async schemas not supported in object keys currently");
                    }
                    if (retryResult.issues.length === 0) {
                        keyResult = retryResult;
                    }
                }
                if (keyResult.issues.length) {
                    if (def.mode === "loose") {
                        // Pass through unchanged
                        payload.value[key] = input[key];
                    }
                    else if (values) {
                        unrecognized = unrecognized ?? [];
                        unrecognized.push(key);
                    }
                    else {
                        // Default "strict" behavior: error on invalid key
                        payload.issues.push({
                            code: "invalid_key",
                            origin: "record",
                            issues: keyResult.issues.map((iss) => core_util/* finalizeIssue */.iR(iss, ctx, core_core/* config */.$W())),
                            input: key,
                            path: [key],
                            inst,
                        });
                    }
                    continue;
                }
                // the guard above tests the raw input key, but the key schema can normalize an ordinary key into __proto__; re-check the key we actually write under
                const outKey = keyResult.value;
                if (outKey === "__proto__")
                    continue;
                const result = def.valueType._zod.run({ value: input[key], issues: [] }, ctx);
                if (result instanceof Promise) {
                    proms.push(result.then((result) => {
                        if (result.issues.length) {
                            payload.issues.push(...core_util/* prefixIssues */.lQ(key, result.issues));
                        }
                        payload.value[outKey] = result.value;
                    }));
                }
                else {
                    if (result.issues.length) {
                        payload.issues.push(...core_util/* prefixIssues */.lQ(key, result.issues));
                    }
                    payload.value[outKey] = result.value;
                }
            }
            if (unrecognized && unrecognized.length > 0) {
                payload.issues.push({
                    code: "unrecognized_keys",
                    input,
                    inst,
                    keys: unrecognized,
                    continue: true,
                });
            }
        }
        if (proms.length) {
            return Promise.all(proms).then(() => payload);
        }
        return payload;
    };
});
const $ZodMap = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodMap", (inst, def) => {
    $ZodType.init(inst, def);
    const memo = core.globalConfig.memoizer;
    memo?.attach(inst);
    inst._zod.parse = (payload, ctx) => {
        const input = payload.value;
        if (!(input instanceof Map)) {
            payload.issues.push({
                expected: "map",
                code: "invalid_type",
                input,
                inst,
            });
            return payload;
        }
        const proms = [];
        payload.value = memo ? memo.alloc(inst, payload, new Map(), ctx) : new Map();
        const abortEarly = ctx?.abortEarly;
        let seen = payload.issues.length;
        for (const [key, value] of input) {
            if (abortEarly && payload.issues.length !== seen) {
                if (util.aborted(payload, seen))
                    break;
                seen = payload.issues.length;
            }
            const keyResult = def.keyType._zod.run({ value: key, issues: [] }, ctx);
            const valueResult = def.valueType._zod.run({ value: value, issues: [] }, ctx);
            if (keyResult instanceof Promise || valueResult instanceof Promise) {
                proms.push(Promise.all([keyResult, valueResult]).then(([keyResult, valueResult]) => {
                    handleMapResult(keyResult, valueResult, payload, key, input, inst, ctx);
                }));
            }
            else {
                handleMapResult(keyResult, valueResult, payload, key, input, inst, ctx);
            }
        }
        if (proms.length)
            return Promise.all(proms).then(() => payload);
        return payload;
    };
    capSize(inst, mapSize);
})));
function handleMapResult(keyResult, valueResult, final, key, input, inst, ctx) {
    if (keyResult.issues.length) {
        if (util.propertyKeyTypes.has(typeof key)) {
            final.issues.push(...util.prefixIssues(key, keyResult.issues));
        }
        else {
            final.issues.push({
                code: "invalid_key",
                origin: "map",
                input,
                inst,
                issues: keyResult.issues.map((iss) => util.finalizeIssue(iss, ctx, core.config())),
            });
        }
    }
    if (valueResult.issues.length) {
        if (util.propertyKeyTypes.has(typeof key)) {
            final.issues.push(...util.prefixIssues(key, valueResult.issues));
        }
        else {
            final.issues.push({
                origin: "map",
                code: "invalid_element",
                input,
                inst,
                key: key,
                issues: valueResult.issues.map((iss) => util.finalizeIssue(iss, ctx, core.config())),
            });
        }
    }
    final.value.set(keyResult.value, valueResult.value);
}
const $ZodSet = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodSet", (inst, def) => {
    $ZodType.init(inst, def);
    const memo = core.globalConfig.memoizer;
    memo?.attach(inst);
    inst._zod.parse = (payload, ctx) => {
        const input = payload.value;
        if (!(input instanceof Set)) {
            payload.issues.push({
                input,
                inst,
                expected: "set",
                code: "invalid_type",
            });
            return payload;
        }
        const proms = [];
        payload.value = memo ? memo.alloc(inst, payload, new Set(), ctx) : new Set();
        const abortEarly = ctx?.abortEarly;
        let seen = payload.issues.length;
        for (const item of input) {
            if (abortEarly && payload.issues.length !== seen) {
                if (util.aborted(payload, seen))
                    break;
                seen = payload.issues.length;
            }
            const result = def.valueType._zod.run({ value: item, issues: [] }, ctx);
            if (result instanceof Promise) {
                proms.push(result.then((result) => handleSetResult(result, payload)));
            }
            else
                handleSetResult(result, payload);
        }
        if (proms.length)
            return Promise.all(proms).then(() => payload);
        return payload;
    };
    capSize(inst, setSize);
})));
function handleSetResult(result, final) {
    if (result.issues.length) {
        final.issues.push(...result.issues);
    }
    final.value.add(result.value);
}
const $ZodEnum = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodEnum", (inst, def) => {
    $ZodType.init(inst, def);
    const values = core_util/* getEnumValues */.w5(def.entries);
    const valuesSet = new Set(values);
    inst._zod.values = valuesSet;
    core_util/* defineLazyInternal */.v5(inst, "pattern", (zod) => {
        const patternValues = core_util/* getEnumValues */.w5(zod.def.entries).filter((k) => core_util/* propertyKeyTypes */.qQ.has(typeof k));
        // unmatchable fallback, RE2-safe: an empty alternation would compile to /^()$/, which matches ""
        return new RegExp(patternValues.length ? `^(${patternValues.map((o) => core_util/* escapeRegex */.sD(o.toString())).join("|")})$` : "^[^\\s\\S]$");
    });
    inst._zod.parse = (payload, _ctx) => {
        const input = payload.value;
        if (valuesSet.has(input)) {
            return payload;
        }
        payload.issues.push({
            code: "invalid_value",
            values,
            input,
            inst,
        });
        return payload;
    };
});
const $ZodLiteral = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodLiteral", (inst, def) => {
    $ZodType.init(inst, def);
    const values = new Set(def.values);
    inst._zod.values = values;
    core_util/* defineLazyInternal */.v5(inst, "pattern", (zod) => {
        const vals = zod.def.values;
        // unmatchable fallback, RE2-safe: an empty alternation would compile to /^()$/, which matches ""
        return new RegExp(vals.length
            ? `^(${vals
                .map((o) => typeof o === "string" ? core_util/* escapeRegex */.sD(o) : o ? core_util/* escapeRegex */.sD(o.toString()) : String(o))
                .join("|")})$`
            : "^[^\\s\\S]$");
    });
    inst._zod.parse = (payload, _ctx) => {
        const input = payload.value;
        if (values.has(input)) {
            return payload;
        }
        payload.issues.push({
            code: "invalid_value",
            values: def.values,
            input,
            inst,
        });
        return payload;
    };
});
const $ZodFile = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodFile", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, _ctx) => {
        const input = payload.value;
        // @ts-ignore
        if (input instanceof File)
            return payload;
        payload.issues.push({
            expected: "file",
            code: "invalid_type",
            input,
            inst,
        });
        return payload;
    };
})));
const $ZodTransform = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodTransform", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.optin = "optional";
    core_core/* globalConfig */.cr.memoizer?.guard(inst);
    inst._zod.parse = (payload, ctx) => {
        if (ctx.direction === "backward") {
            throw new core_core/* $ZodEncodeError */.cV(inst.constructor.name);
        }
        const _out = def.transform(payload.value, payload);
        if (ctx.async) {
            const output = _out instanceof Promise ? _out : Promise.resolve(_out);
            return output.then((output) => {
                payload.value = output;
                return payload;
            });
        }
        if (_out instanceof Promise) {
            throw new core_core/* $ZodAsyncError */.GT();
        }
        payload.value = _out;
        return payload;
    };
});
function handleOptionalResult(payload, result) {
    // A substituting schema that still failed has no usable answer; yield undefined. Its issues are simply dropped: it ran on a payload of its own, so there is no shared array to truncate and nothing of the caller's to lose with it.
    payload.value = result.issues.length ? undefined : result.value;
    return payload;
}
const $ZodOptional = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodOptional", (inst, def) => {
    $ZodType.init(inst, def);
    // .optional() propagates absence rather than substituting for it, so a defaulted inner keeps its rung.
    core_util/* defineLazyInternal */.v5(inst, "optin", (zod) => zod.def.innerType._zod.optin === "defaulted" ? "defaulted" : "optional");
    inst._zod.optout = "optional";
    core_util/* defineLazyInternal */.v5(inst, "values", (zod) => {
        const values = zod.def.innerType._zod.values;
        return values ? new Set([...values, undefined]) : undefined;
    });
    core_util/* defineLazyInternal */.v5(inst, "pattern", (zod) => {
        const pattern = zod.def.innerType._zod.pattern;
        return pattern ? new RegExp(`^(${core_util/* cleanRegex */.p6(pattern.source)})?$`) : undefined;
    });
    inst._zod.parse = (payload, ctx) => {
        if (payload.value === undefined) {
            // Only the top rung substitutes a value for absence; everything else leaves it intact, which is what .optional() means.
            if (def.innerType._zod.optin !== "defaulted")
                return payload;
            // Its own payload, for the same reason $ZodCatch gets one: a pipe forwards an unrecognized key through the caller's issues array, and this must not read that as the substituting schema failing and drop it.
            const result = def.innerType._zod.run({ value: payload.value, issues: [] }, ctx);
            if (result instanceof Promise)
                return result.then((result) => handleOptionalResult(payload, result));
            return handleOptionalResult(payload, result);
        }
        return def.innerType._zod.run(payload, ctx);
    };
});
const $ZodExactOptional = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodExactOptional", (inst, def) => {
    // Call parent init - inherits optin/optout = "optional"
    $ZodOptional.init(inst, def);
    // Override values/pattern to NOT add undefined
    core_util/* defineLazyInternal */.v5(inst, "values", (zod) => zod.def.innerType._zod.values);
    core_util/* defineLazyInternal */.v5(inst, "pattern", (zod) => zod.def.innerType._zod.pattern);
    // Override parse to just delegate (no undefined handling)
    inst._zod.parse = (payload, ctx) => {
        return def.innerType._zod.run(payload, ctx);
    };
});
const $ZodNullable = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodNullable", (inst, def) => {
    $ZodType.init(inst, def);
    core_util/* defineLazyInternal */.v5(inst, "optin", (zod) => zod.def.innerType._zod.optin);
    core_util/* defineLazyInternal */.v5(inst, "optout", (zod) => zod.def.innerType._zod.optout);
    core_util/* defineLazyInternal */.v5(inst, "pattern", (zod) => {
        const pattern = zod.def.innerType._zod.pattern;
        return pattern ? new RegExp(`^(${core_util/* cleanRegex */.p6(pattern.source)}|null)$`) : undefined;
    });
    core_util/* defineLazyInternal */.v5(inst, "values", (zod) => {
        return zod.def.innerType._zod.values ? new Set([...zod.def.innerType._zod.values, null]) : undefined;
    });
    inst._zod.parse = (payload, ctx) => {
        // Forward direction (decode): allow null to pass through
        if (payload.value === null)
            return payload;
        return def.innerType._zod.run(payload, ctx);
    };
});
const $ZodDefault = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodDefault", (inst, def) => {
    $ZodType.init(inst, def);
    // inst._zod.qin = "true";
    inst._zod.optin = "defaulted";
    core_util/* defineLazyInternal */.v5(inst, "values", (zod) => zod.def.innerType._zod.values);
    inst._zod.parse = (payload, ctx) => {
        if (ctx.direction === "backward") {
            return def.innerType._zod.run(payload, ctx);
        }
        // Forward direction (decode): apply defaults for undefined input
        if (payload.value === undefined) {
            payload.value = def.defaultValue;
            /**
             * $ZodDefault returns the default value immediately in forward direction.
             * It doesn't pass the default value into the validator ("prefault"). There's no reason to pass the default value through validation. The validity of the default is enforced by TypeScript statically. Otherwise, it's the responsibility of the user to ensure the default is valid. In the case of pipes with divergent in/out types, you can specify the default on the `in` schema of your ZodPipe to set a "prefault" for the pipe.   */
            return payload;
        }
        // Forward direction: continue with default handling
        const result = def.innerType._zod.run(payload, ctx);
        if (result instanceof Promise) {
            return result.then((result) => handleDefaultResult(result, def));
        }
        return handleDefaultResult(result, def);
    };
});
function handleDefaultResult(payload, def) {
    if (payload.value === undefined) {
        payload.value = def.defaultValue;
    }
    return payload;
}
const $ZodPrefault = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodPrefault", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.optin = "defaulted";
    core_util/* defineLazyInternal */.v5(inst, "values", (zod) => zod.def.innerType._zod.values);
    inst._zod.parse = (payload, ctx) => {
        if (ctx.direction === "backward") {
            return def.innerType._zod.run(payload, ctx);
        }
        // Forward direction (decode): apply prefault for undefined input
        if (payload.value === undefined) {
            payload.value = def.defaultValue;
        }
        return def.innerType._zod.run(payload, ctx);
    };
});
const $ZodNonOptional = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodNonOptional", (inst, def) => {
    $ZodType.init(inst, def);
    core_util/* defineLazyInternal */.v5(inst, "values", (zod) => {
        const v = zod.def.innerType._zod.values;
        return v ? new Set([...v].filter((x) => x !== undefined)) : undefined;
    });
    inst._zod.parse = (payload, ctx) => {
        const result = def.innerType._zod.run(payload, ctx);
        if (result instanceof Promise) {
            return result.then((result) => handleNonOptionalResult(result, inst));
        }
        return handleNonOptionalResult(result, inst);
    };
});
function handleNonOptionalResult(payload, inst) {
    if (!payload.issues.length && payload.value === undefined) {
        payload.issues.push({
            code: "invalid_type",
            expected: "nonoptional",
            input: payload.value,
            inst,
        });
    }
    return payload;
}
const $ZodSuccess = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodSuccess", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, ctx) => {
        if (ctx.direction === "backward") {
            throw new core.$ZodEncodeError("ZodSuccess");
        }
        const result = def.innerType._zod.run(payload, ctx);
        if (result instanceof Promise) {
            return result.then((result) => {
                payload.value = result.issues.length === 0;
                return payload;
            });
        }
        payload.value = result.issues.length === 0;
        return payload;
    };
})));
function handleCatchResult(payload, result, def, ctx) {
    if (!result.issues.length) {
        payload.value = result.value;
        // The value carries up, so the flag describing it has to carry with it: a back-edge into a node still being parsed must not be frozen by an enclosing readonly, and its checks belong to the node itself. Guarded so the ordinary case adds no own property.
        if (result.memo)
            payload.memo = true;
        return payload;
    }
    // Spread the inner's own payload, not ours: `value` has to stay the input the catch was handed, and the inner ran on a payload of its own so its issues are already private to this call.
    payload.value = def.catchValue({
        ...result,
        value: payload.value,
        error: {
            issues: result.issues.map((iss) => core_util/* finalizeIssue */.iR(iss, ctx, core_core/* config */.$W())),
        },
        input: payload.value,
    });
    return payload;
}
const $ZodCatch = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodCatch", (inst, def) => {
    $ZodType.init(inst, def);
    core_util/* defineLazyInternal */.v5(inst, "optin", (zod) => zod.def.innerType._zod.optin === "defaulted" ? "defaulted" : "optional");
    core_util/* defineLazyInternal */.v5(inst, "optout", (zod) => zod.def.innerType._zod.optout);
    core_util/* defineLazyInternal */.v5(inst, "values", (zod) => zod.def.innerType._zod.values);
    inst._zod.parse = (payload, ctx) => {
        if (ctx.direction === "backward") {
            return def.innerType._zod.run(payload, ctx);
        }
        // Forward direction (decode): apply catch logic
        const result = def.innerType._zod.run({ value: payload.value, issues: [] }, ctx);
        if (result instanceof Promise) {
            return result.then((result) => handleCatchResult(payload, result, def, ctx));
        }
        return handleCatchResult(payload, result, def, ctx);
    };
});
const $ZodNaN = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodNaN", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, _ctx) => {
        if (typeof payload.value !== "number" || !Number.isNaN(payload.value)) {
            payload.issues.push({
                input: payload.value,
                inst,
                expected: "nan",
                code: "invalid_type",
            });
            return payload;
        }
        return payload;
    };
})));
const $ZodPipe = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodPipe", (inst, def) => {
    $ZodType.init(inst, def);
    core_util/* defineLazyInternal */.v5(inst, "values", (zod) => zod.def.in._zod.values);
    core_util/* defineLazyInternal */.v5(inst, "optin", (zod) => zod.def.in._zod.optin);
    core_util/* defineLazyInternal */.v5(inst, "optout", (zod) => zod.def.out._zod.optout);
    core_util/* defineLazyInternal */.v5(inst, "propValues", (zod) => zod.def.in._zod.propValues);
    inst._zod.parse = (payload, ctx) => {
        if (ctx.direction === "backward") {
            const right = def.out._zod.run(payload, ctx);
            if (right instanceof Promise) {
                return right.then((right) => handlePipeResult(right, def.in, ctx));
            }
            return handlePipeResult(right, def.in, ctx);
        }
        const left = def.in._zod.run(payload, ctx);
        if (left instanceof Promise) {
            return left.then((left) => handlePipeResult(left, def.out, ctx));
        }
        return handlePipeResult(left, def.out, ctx);
    };
});
function handlePipeResult(left, next, ctx) {
    // Any issue stops the pipe, so a failing refinement never feeds its transform. An unrecognized key is the exception: it describes the input's extra properties, not the value being piped, and an enclosing intersection may yet reconcile it.
    if (left.issues.some((iss) => iss.code !== "unrecognized_keys")) {
        // prevent further checks
        left.aborted = true;
        return left;
    }
    return next._zod.run({ value: left.value, issues: left.issues }, ctx);
}
const $ZodCodec = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCodec", (inst, def) => {
    $ZodType.init(inst, def);
    util.defineLazyInternal(inst, "values", (zod) => zod.def.in._zod.values);
    util.defineLazyInternal(inst, "optin", (zod) => zod.def.in._zod.optin);
    util.defineLazyInternal(inst, "optout", (zod) => zod.def.out._zod.optout);
    util.defineLazyInternal(inst, "propValues", (zod) => zod.def.in._zod.propValues);
    inst._zod.parse = (payload, ctx) => {
        const direction = ctx.direction || "forward";
        if (direction === "forward") {
            const left = def.in._zod.run(payload, ctx);
            if (left instanceof Promise) {
                return left.then((left) => handleCodecAResult(left, def, ctx));
            }
            return handleCodecAResult(left, def, ctx);
        }
        else {
            const right = def.out._zod.run(payload, ctx);
            if (right instanceof Promise) {
                return right.then((right) => handleCodecAResult(right, def, ctx));
            }
            return handleCodecAResult(right, def, ctx);
        }
    };
})));
function handleCodecAResult(result, def, ctx) {
    if (result.issues.length) {
        // prevent further checks
        result.aborted = true;
        return result;
    }
    const direction = ctx.direction || "forward";
    if (direction === "forward") {
        const transformed = def.transform(result.value, result);
        if (transformed instanceof Promise) {
            return transformed.then((value) => handleCodecTxResult(result, value, def.out, ctx));
        }
        return handleCodecTxResult(result, transformed, def.out, ctx);
    }
    else {
        const transformed = def.reverseTransform(result.value, result);
        if (transformed instanceof Promise) {
            return transformed.then((value) => handleCodecTxResult(result, value, def.in, ctx));
        }
        return handleCodecTxResult(result, transformed, def.in, ctx);
    }
}
function handleCodecTxResult(left, value, nextSchema, ctx) {
    // Check if transform added any issues
    if (left.issues.length) {
        left.aborted = true;
        return left;
    }
    return nextSchema._zod.run({ value, issues: left.issues }, ctx);
}
const $ZodPreprocess = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodPreprocess", (inst, def) => {
    $ZodPipe.init(inst, def);
})));
const $ZodReadonly = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodReadonly", (inst, def) => {
    $ZodType.init(inst, def);
    core_util/* defineLazyInternal */.v5(inst, "propValues", (zod) => zod.def.innerType._zod.propValues);
    core_util/* defineLazyInternal */.v5(inst, "values", (zod) => zod.def.innerType._zod.values);
    core_util/* defineLazyInternal */.v5(inst, "optin", (zod) => zod.def.innerType?._zod?.optin);
    core_util/* defineLazyInternal */.v5(inst, "optout", (zod) => zod.def.innerType?._zod?.optout);
    inst._zod.parse = (payload, ctx) => {
        if (ctx.direction === "backward") {
            return def.innerType._zod.run(payload, ctx);
        }
        const result = def.innerType._zod.run(payload, ctx);
        if (result instanceof Promise) {
            return result.then(handleReadonlyResult);
        }
        return handleReadonlyResult(result);
    };
});
function handleReadonlyResult(payload) {
    // A repeat visit hands back a node that is still being built; freezing it here would make the rest of its keys fail to assign.
    if (!payload.memo)
        payload.value = Object.freeze(payload.value);
    return payload;
}
// a leaf's pattern source with its own checks folded in: the last pattern-carrying check wins, else length bounds narrow the catch-all, else an integer format narrows the number form. the fold lives here instead of on `_zod.pattern` so a bundle without template literals never pays for it
function leafPattern(schema) {
    const def = schema._zod.def;
    let pattern = def.pattern;
    let isInt = !!def.format?.includes("int");
    let minimum;
    let maximum;
    for (const ch of def.checks ?? []) {
        const d = ch._zod.def;
        if (d.pattern)
            pattern = d.pattern;
        isInt || (isInt = !!d.format?.includes("int"));
        const lo = d.minimum ?? d.length;
        const hi = d.maximum ?? d.length;
        if (lo !== undefined && (minimum === undefined || lo > minimum))
            minimum = lo;
        if (hi !== undefined && (maximum === undefined || hi < maximum))
            maximum = hi;
    }
    if (pattern)
        return pattern.source;
    // an empty range matches nothing at runtime, and `{8,5}` is not a legal quantifier
    if (minimum !== undefined && maximum !== undefined && minimum > maximum)
        return "(?!)";
    if (minimum !== undefined || maximum !== undefined)
        return regexes.string({ minimum, maximum }).source;
    const own = schema._zod.pattern;
    return (isInt && own === regexes.number ? regexes.integer : own)?.source;
}
// a part's pattern source. a wrapper's pattern embeds its inner pattern's source verbatim, so the folded form is substituted in place without knowing the wrapper's own composition; a union's options are joined the way the union builds its own pattern
function partPattern(schema) {
    const def = schema._zod.def;
    const own = schema._zod.pattern?.source;
    // lazy resolves its inner on the internals, not the def
    const inner = def.innerType ?? schema._zod.innerType;
    if (inner) {
        const before = inner._zod.pattern?.source;
        const after = partPattern(inner);
        if (own && before && after && after !== before) {
            return own.replace(util.cleanRegex(before), () => util.cleanRegex(after));
        }
        return own;
    }
    if (def.options) {
        const sources = def.options.map(partPattern);
        if (sources.every(Boolean))
            return `^(${sources.map((s) => util.cleanRegex(s)).join("|")})$`;
    }
    return leafPattern(schema);
}
const $ZodTemplateLiteral = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodTemplateLiteral", (inst, def) => {
    $ZodType.init(inst, def);
    const regexParts = [];
    for (const part of def.parts) {
        if (typeof part === "object" && part !== null) {
            // is Zod schema
            const source = partPattern(part);
            if (!source) {
                throw new Error(`Invalid template literal part, no pattern found: ${[...part._zod.traits].shift()}`);
            }
            regexParts.push(util.cleanRegex(source));
        }
        else if (part === null || util.primitiveTypes.has(typeof part)) {
            regexParts.push(util.escapeRegex(`${part}`));
        }
        else {
            throw new Error(`Invalid template literal part: ${part}`);
        }
    }
    inst._zod.pattern = new RegExp(`^${regexParts.join("")}$`);
    inst._zod.parse = (payload, _ctx) => {
        if (typeof payload.value !== "string") {
            payload.issues.push({
                input: payload.value,
                inst,
                expected: "string",
                code: "invalid_type",
            });
            return payload;
        }
        inst._zod.pattern.lastIndex = 0;
        if (!inst._zod.pattern.test(payload.value)) {
            payload.issues.push({
                input: payload.value,
                inst,
                code: "invalid_format",
                format: def.format ?? "template_literal",
                pattern: inst._zod.pattern.source,
            });
            return payload;
        }
        return payload;
    };
})));
const $ZodFunction = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodFunction", (inst, def) => {
    $ZodType.init(inst, def);
    // Defined, not assigned: the classic prototype exposes `_def` as a getter with no setter.
    Object.defineProperty(inst, "_def", { value: def });
    inst._zod.def = def;
    inst.implement = (func) => {
        if (typeof func !== "function") {
            throw new Error("implement() must be called with a function");
        }
        // Defined inline so the closure stays anonymous: binding it to a `const` first names it, which costs 256 bytes per implemented function.
        return Object.defineProperty(function (...args) {
            const parsedArgs = inst._def.input ? parse(inst._def.input, args) : args;
            const result = Reflect.apply(func, this, parsedArgs);
            if (inst._def.output) {
                return parse(inst._def.output, result);
            }
            return result;
        }, "_zod", { value: inst._zod, enumerable: false });
    };
    inst.implementAsync = (func) => {
        if (typeof func !== "function") {
            throw new Error("implementAsync() must be called with a function");
        }
        return Object.defineProperty(async function (...args) {
            const parsedArgs = inst._def.input ? await parseAsync(inst._def.input, args) : args;
            const result = await Reflect.apply(func, this, parsedArgs);
            if (inst._def.output) {
                return await parseAsync(inst._def.output, result);
            }
            return result;
        }, "_zod", { value: inst._zod, enumerable: false });
    };
    inst._zod.parse = (payload, _ctx) => {
        if (typeof payload.value !== "function") {
            payload.issues.push({
                code: "invalid_type",
                expected: "function",
                input: payload.value,
                inst,
            });
            return payload;
        }
        // Check if output is a promise type to determine if we should use async implementation
        const hasPromiseOutput = inst._def.output && inst._def.output._zod.def.type === "promise";
        if (hasPromiseOutput) {
            payload.value = inst.implementAsync(payload.value);
        }
        else {
            payload.value = inst.implement(payload.value);
        }
        return payload;
    };
    inst.input = (...args) => {
        const F = inst.constructor;
        if (Array.isArray(args[0])) {
            return new F({
                type: "function",
                input: new $ZodTuple({
                    type: "tuple",
                    items: args[0],
                    rest: args[1],
                }),
                output: inst._def.output,
            });
        }
        return new F({
            type: "function",
            input: args[0],
            output: inst._def.output,
        });
    };
    inst.output = (output) => {
        const F = inst.constructor;
        return new F({
            type: "function",
            input: inst._def.input,
            output,
        });
    };
    return inst;
})));
const $ZodPromise = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodPromise", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, ctx) => {
        return Promise.resolve(payload.value).then((inner) => def.innerType._zod.run({ value: inner, issues: [] }, ctx));
    };
})));
const $ZodLazy = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodLazy", (inst, def) => {
    $ZodType.init(inst, def);
    // Cache the resolved inner type on the shared `def` so all clones of this lazy (e.g. via `.describe()`/`.meta()`) share the same inner instance, preserving identity for cycle detection on recursive schemas.
    util.defineLazy(inst._zod, "innerType", () => {
        const d = def;
        if (!d._cachedInner)
            d._cachedInner = def.getter();
        return d._cachedInner;
    });
    util.defineLazyInternal(inst, "pattern", (zod) => zod.innerType?._zod?.pattern);
    util.defineLazyInternal(inst, "propValues", (zod) => zod.innerType?._zod?.propValues);
    util.defineLazyInternal(inst, "optin", (zod) => zod.innerType?._zod?.optin ?? undefined);
    util.defineLazyInternal(inst, "optout", (zod) => zod.innerType?._zod?.optout ?? undefined);
    inst._zod.parse = (payload, ctx) => {
        const inner = inst._zod.innerType;
        return inner._zod.run(payload, ctx);
    };
})));
const $ZodCustom = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodCustom", (inst, def) => {
    $ZodCheck.init(inst, def);
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, _) => {
        return payload;
    };
    inst._zod.check = (payload) => {
        const input = payload.value;
        const r = def.fn(input);
        if (r instanceof Promise) {
            return r.then((r) => handleRefineResult(r, payload, input, inst));
        }
        handleRefineResult(r, payload, input, inst);
        return;
    };
});
function handleRefineResult(result, payload, input, inst) {
    if (!result) {
        const _iss = {
            code: "custom",
            input,
            inst, // incorporates params.error into issue reporting
            path: [...(inst._zod.def.path ?? [])], // incorporates params.error into issue reporting
            continue: !inst._zod.def.abort,
            // params: inst._zod.def.params,
        };
        if (inst._zod.def.params)
            _iss.params = inst._zod.def.params;
        payload.issues.push(core_util/* issue */.sn(_iss));
    }
}

;// CONCATENATED MODULE: ./node_modules/zod/v4/core/registries.js
var _a;
const $output = /*@__PURE__*/ (/* unused pure expression or super */ null && (Symbol("ZodOutput")));
const $input = /*@__PURE__*/ (/* unused pure expression or super */ null && (Symbol("ZodInput")));
class $ZodRegistry {
    constructor() {
        this._map = new WeakMap();
        this._idmap = new Map();
    }
    add(schema, ..._meta) {
        const meta = _meta[0];
        this._map.set(schema, meta);
        if (meta && typeof meta === "object" && "id" in meta) {
            this._idmap.set(meta.id, schema);
        }
        return this;
    }
    clear() {
        this._map = new WeakMap();
        this._idmap = new Map();
        return this;
    }
    remove(schema) {
        const meta = this._map.get(schema);
        if (meta && typeof meta === "object" && "id" in meta) {
            this._idmap.delete(meta.id);
        }
        this._map.delete(schema);
        return this;
    }
    get(schema) {
        // return this._map.get(schema) as any;
        // inherit metadata
        const p = schema._zod.parent;
        if (p) {
            const pm = { ...(this.get(p) ?? {}) };
            delete pm.id; // do not inherit id
            const f = { ...pm, ...this._map.get(schema) };
            return Object.keys(f).length ? f : undefined;
        }
        return this._map.get(schema);
    }
    has(schema) {
        return this._map.has(schema);
    }
}
// registries
function registry() {
    return new $ZodRegistry();
}
(_a = globalThis).__zod_globalRegistry ?? (_a.__zod_globalRegistry = registry());
const globalRegistry = globalThis.__zod_globalRegistry;

;// CONCATENATED MODULE: ./node_modules/zod/v4/core/api.js




function snapshotChecks(def) {
    if (def.checks)
        def.checks = [...def.checks];
    return def;
}
// @__NO_SIDE_EFFECTS__
function _string(Class, params) {
    return new Class(snapshotChecks({ type: "string", ...core_util/* normalizeParams */.A2(params) }));
}
// @__NO_SIDE_EFFECTS__
function _coercedString(Class, params) {
    return new Class(snapshotChecks({ type: "string", coerce: true, ...util.normalizeParams(params) }));
}
// @__NO_SIDE_EFFECTS__
function _email(Class, params) {
    return new Class({
        type: "string",
        format: "email",
        check: "string_format",
        abort: false,
        ...core_util/* normalizeParams */.A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _guid(Class, params) {
    return new Class({
        type: "string",
        format: "guid",
        check: "string_format",
        abort: false,
        ...core_util/* normalizeParams */.A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _uuid(Class, params) {
    return new Class({
        type: "string",
        format: "uuid",
        check: "string_format",
        abort: false,
        ...core_util/* normalizeParams */.A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _uuidv4(Class, params) {
    return new Class({
        type: "string",
        format: "uuid",
        check: "string_format",
        abort: false,
        version: "v4",
        ...core_util/* normalizeParams */.A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _uuidv6(Class, params) {
    return new Class({
        type: "string",
        format: "uuid",
        check: "string_format",
        abort: false,
        version: "v6",
        ...core_util/* normalizeParams */.A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _uuidv7(Class, params) {
    return new Class({
        type: "string",
        format: "uuid",
        check: "string_format",
        abort: false,
        version: "v7",
        ...core_util/* normalizeParams */.A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _url(Class, params) {
    return new Class({
        type: "string",
        format: "url",
        check: "string_format",
        abort: false,
        ...core_util/* normalizeParams */.A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function api_emoji(Class, params) {
    return new Class({
        type: "string",
        format: "emoji",
        check: "string_format",
        abort: false,
        ...core_util/* normalizeParams */.A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _nanoid(Class, params) {
    return new Class({
        type: "string",
        format: "nanoid",
        check: "string_format",
        abort: false,
        ...core_util/* normalizeParams */.A2(params),
    });
}
/**
 * @deprecated CUID v1 is deprecated by its authors due to information leakage
 * (timestamps embedded in the id). Use {@link _cuid2} instead.
 * See https://github.com/paralleldrive/cuid.
 */
// @__NO_SIDE_EFFECTS__
function _cuid(Class, params) {
    return new Class({
        type: "string",
        format: "cuid",
        check: "string_format",
        abort: false,
        ...core_util/* normalizeParams */.A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _cuid2(Class, params) {
    return new Class({
        type: "string",
        format: "cuid2",
        check: "string_format",
        abort: false,
        ...core_util/* normalizeParams */.A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _ulid(Class, params) {
    return new Class({
        type: "string",
        format: "ulid",
        check: "string_format",
        abort: false,
        ...core_util/* normalizeParams */.A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _xid(Class, params) {
    return new Class({
        type: "string",
        format: "xid",
        check: "string_format",
        abort: false,
        ...core_util/* normalizeParams */.A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _ksuid(Class, params) {
    return new Class({
        type: "string",
        format: "ksuid",
        check: "string_format",
        abort: false,
        ...core_util/* normalizeParams */.A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _ipv4(Class, params) {
    return new Class({
        type: "string",
        format: "ipv4",
        check: "string_format",
        abort: false,
        ...core_util/* normalizeParams */.A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _ipv6(Class, params) {
    return new Class({
        type: "string",
        format: "ipv6",
        check: "string_format",
        abort: false,
        ...core_util/* normalizeParams */.A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _mac(Class, params) {
    return new Class({
        type: "string",
        format: "mac",
        check: "string_format",
        abort: false,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _cidrv4(Class, params) {
    return new Class({
        type: "string",
        format: "cidrv4",
        check: "string_format",
        abort: false,
        ...core_util/* normalizeParams */.A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _cidrv6(Class, params) {
    return new Class({
        type: "string",
        format: "cidrv6",
        check: "string_format",
        abort: false,
        ...core_util/* normalizeParams */.A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _base64(Class, params) {
    return new Class({
        type: "string",
        format: "base64",
        check: "string_format",
        abort: false,
        ...core_util/* normalizeParams */.A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _base64url(Class, params) {
    return new Class({
        type: "string",
        format: "base64url",
        check: "string_format",
        abort: false,
        ...core_util/* normalizeParams */.A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _e164(Class, params) {
    return new Class({
        type: "string",
        format: "e164",
        check: "string_format",
        abort: false,
        ...core_util/* normalizeParams */.A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _creditCard(Class, params) {
    return new Class({
        type: "string",
        format: "credit_card",
        check: "string_format",
        abort: false,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _iban(Class, params) {
    return new Class({
        type: "string",
        format: "iban",
        check: "string_format",
        abort: false,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _jwt(Class, params) {
    return new Class({
        type: "string",
        format: "jwt",
        check: "string_format",
        abort: false,
        ...core_util/* normalizeParams */.A2(params),
    });
}
const TimePrecision = {
    Any: null,
    Minute: -1,
    Second: 0,
    Millisecond: 3,
    Microsecond: 6,
};
// @__NO_SIDE_EFFECTS__
function _isoDateTime(Class, params) {
    return new Class({
        type: "string",
        format: "datetime",
        check: "string_format",
        offset: false,
        local: false,
        precision: null,
        ...core_util/* normalizeParams */.A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _isoDate(Class, params) {
    return new Class({
        type: "string",
        format: "date",
        check: "string_format",
        ...core_util/* normalizeParams */.A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _isoTime(Class, params) {
    return new Class({
        type: "string",
        format: "time",
        check: "string_format",
        precision: null,
        ...core_util/* normalizeParams */.A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _isoDuration(Class, params) {
    return new Class({
        type: "string",
        format: "duration",
        check: "string_format",
        ...core_util/* normalizeParams */.A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _number(Class, params) {
    return new Class(snapshotChecks({ type: "number", checks: [], ...core_util/* normalizeParams */.A2(params) }));
}
// @__NO_SIDE_EFFECTS__
function _coercedNumber(Class, params) {
    return new Class(snapshotChecks({ type: "number", coerce: true, checks: [], ...util.normalizeParams(params) }));
}
// @__NO_SIDE_EFFECTS__
function _int(Class, params) {
    return new Class({
        type: "number",
        check: "number_format",
        abort: false,
        format: "safeint",
        ...core_util/* normalizeParams */.A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _float32(Class, params) {
    return new Class({
        type: "number",
        check: "number_format",
        abort: false,
        format: "float32",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _float64(Class, params) {
    return new Class({
        type: "number",
        check: "number_format",
        abort: false,
        format: "float64",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _int32(Class, params) {
    return new Class({
        type: "number",
        check: "number_format",
        abort: false,
        format: "int32",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _uint32(Class, params) {
    return new Class({
        type: "number",
        check: "number_format",
        abort: false,
        format: "uint32",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _boolean(Class, params) {
    return new Class({
        type: "boolean",
        ...core_util/* normalizeParams */.A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _coercedBoolean(Class, params) {
    return new Class({
        type: "boolean",
        coerce: true,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _bigint(Class, params) {
    return new Class({
        type: "bigint",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _coercedBigint(Class, params) {
    return new Class({
        type: "bigint",
        coerce: true,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _int64(Class, params) {
    return new Class({
        type: "bigint",
        check: "bigint_format",
        abort: false,
        format: "int64",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _uint64(Class, params) {
    return new Class({
        type: "bigint",
        check: "bigint_format",
        abort: false,
        format: "uint64",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _symbol(Class, params) {
    return new Class({
        type: "symbol",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function api_undefined(Class, params) {
    return new Class({
        type: "undefined",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function api_null(Class, params) {
    return new Class({
        type: "null",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _any(Class) {
    return new Class({
        type: "any",
    });
}
// @__NO_SIDE_EFFECTS__
function _unknown(Class) {
    return new Class({
        type: "unknown",
    });
}
// @__NO_SIDE_EFFECTS__
function _never(Class, params) {
    return new Class({
        type: "never",
        ...core_util/* normalizeParams */.A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _void(Class, params) {
    return new Class({
        type: "void",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _date(Class, params) {
    return new Class({
        type: "date",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _coercedDate(Class, params) {
    return new Class({
        type: "date",
        coerce: true,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _nan(Class, params) {
    return new Class({
        type: "nan",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _lt(value, params) {
    return new $ZodCheckLessThan({
        check: "less_than",
        ...core_util/* normalizeParams */.A2(params),
        value,
        inclusive: false,
    });
}
// @__NO_SIDE_EFFECTS__
function _lte(value, params) {
    return new $ZodCheckLessThan({
        check: "less_than",
        ...core_util/* normalizeParams */.A2(params),
        value,
        inclusive: true,
    });
}

// @__NO_SIDE_EFFECTS__
function _gt(value, params) {
    return new $ZodCheckGreaterThan({
        check: "greater_than",
        ...core_util/* normalizeParams */.A2(params),
        value,
        inclusive: false,
    });
}
// @__NO_SIDE_EFFECTS__
function _gte(value, params) {
    return new $ZodCheckGreaterThan({
        check: "greater_than",
        ...core_util/* normalizeParams */.A2(params),
        value,
        inclusive: true,
    });
}

// @__NO_SIDE_EFFECTS__
function _positive(params) {
    return _gt(0, params);
}
// negative
// @__NO_SIDE_EFFECTS__
function _negative(params) {
    return _lt(0, params);
}
// nonpositive
// @__NO_SIDE_EFFECTS__
function _nonpositive(params) {
    return _lte(0, params);
}
// nonnegative
// @__NO_SIDE_EFFECTS__
function _nonnegative(params) {
    return _gte(0, params);
}
// @__NO_SIDE_EFFECTS__
function _multipleOf(value, params) {
    return new $ZodCheckMultipleOf({
        check: "multiple_of",
        ...core_util/* normalizeParams */.A2(params),
        value,
    });
}
// @__NO_SIDE_EFFECTS__
function _maxSize(maximum, params) {
    return new checks.$ZodCheckMaxSize({
        check: "max_size",
        ...util.normalizeParams(params),
        maximum,
    });
}
// @__NO_SIDE_EFFECTS__
function _minSize(minimum, params) {
    return new checks.$ZodCheckMinSize({
        check: "min_size",
        ...util.normalizeParams(params),
        minimum,
    });
}
// @__NO_SIDE_EFFECTS__
function _size(size, params) {
    return new checks.$ZodCheckSizeEquals({
        check: "size_equals",
        ...util.normalizeParams(params),
        size,
    });
}
// @__NO_SIDE_EFFECTS__
function _maxLength(maximum, params) {
    const ch = new $ZodCheckMaxLength({
        check: "max_length",
        ...core_util/* normalizeParams */.A2(params),
        maximum,
    });
    return ch;
}
// @__NO_SIDE_EFFECTS__
function _minLength(minimum, params) {
    return new $ZodCheckMinLength({
        check: "min_length",
        ...core_util/* normalizeParams */.A2(params),
        minimum,
    });
}
// @__NO_SIDE_EFFECTS__
function _length(length, params) {
    return new $ZodCheckLengthEquals({
        check: "length_equals",
        ...core_util/* normalizeParams */.A2(params),
        length,
    });
}
// @__NO_SIDE_EFFECTS__
function _regex(pattern, params) {
    return new $ZodCheckRegex({
        check: "string_format",
        format: "regex",
        ...core_util/* normalizeParams */.A2(params),
        pattern,
    });
}
// @__NO_SIDE_EFFECTS__
function _lowercase(params) {
    return new $ZodCheckLowerCase({
        check: "string_format",
        format: "lowercase",
        ...core_util/* normalizeParams */.A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _uppercase(params) {
    return new $ZodCheckUpperCase({
        check: "string_format",
        format: "uppercase",
        ...core_util/* normalizeParams */.A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _includes(includes, params) {
    return new $ZodCheckIncludes({
        check: "string_format",
        format: "includes",
        ...core_util/* normalizeParams */.A2(params),
        includes,
    });
}
// @__NO_SIDE_EFFECTS__
function _startsWith(prefix, params) {
    return new $ZodCheckStartsWith({
        check: "string_format",
        format: "starts_with",
        ...core_util/* normalizeParams */.A2(params),
        prefix,
    });
}
// @__NO_SIDE_EFFECTS__
function _endsWith(suffix, params) {
    return new $ZodCheckEndsWith({
        check: "string_format",
        format: "ends_with",
        ...core_util/* normalizeParams */.A2(params),
        suffix,
    });
}
// @__NO_SIDE_EFFECTS__
function _property(property, schema, params) {
    return new checks.$ZodCheckProperty({
        check: "property",
        property,
        schema,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _properties(shape, params) {
    return new $ZodCheckProperties({
        check: "properties",
        shape,
        ...core_util/* normalizeParams */.A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _mime(types, params) {
    return new checks.$ZodCheckMimeType({
        check: "mime_type",
        mime: types,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _overwrite(tx) {
    return new $ZodCheckOverwrite({
        check: "overwrite",
        tx,
    });
}
// normalize
// @__NO_SIDE_EFFECTS__
function _normalize(form) {
    return _overwrite((input) => input.normalize(form));
}
// trim
// @__NO_SIDE_EFFECTS__
function _trim() {
    return _overwrite((input) => input.trim());
}
// toLowerCase
// @__NO_SIDE_EFFECTS__
function _toLowerCase() {
    return _overwrite((input) => input.toLowerCase());
}
// toUpperCase
// @__NO_SIDE_EFFECTS__
function _toUpperCase() {
    return _overwrite((input) => input.toUpperCase());
}
// slugify
// @__NO_SIDE_EFFECTS__
function _slugify() {
    return _overwrite((input) => core_util/* slugify */.Yv(input));
}
// @__NO_SIDE_EFFECTS__
function _array(Class, element, params) {
    return new Class({
        type: "array",
        element,
        // get element() {
        //   return element;
        // },
        ...core_util/* normalizeParams */.A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _union(Class, options, params) {
    return new Class({
        type: "union",
        options,
        ...util.normalizeParams(params),
    });
}
function _xor(Class, options, params) {
    return new Class({
        type: "union",
        options,
        inclusive: false,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _discriminatedUnion(Class, discriminator, options, params) {
    return new Class({
        type: "union",
        options: options,
        discriminator,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _intersection(Class, left, right) {
    return new Class({
        type: "intersection",
        left,
        right,
    });
}
// export function _tuple(
//   Class: util.SchemaClass<schemas.$ZodTuple>,
//   items: [],
//   params?: string | $ZodTupleParams
// ): schemas.$ZodTuple<[], null>;
// @__NO_SIDE_EFFECTS__
function _tuple(Class, items, _paramsOrRest, _params) {
    const hasRest = _paramsOrRest instanceof schemas.$ZodType;
    const params = hasRest ? _params : _paramsOrRest;
    const rest = hasRest ? _paramsOrRest : null;
    return new Class({
        type: "tuple",
        items,
        rest,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _record(Class, keyType, valueType, params) {
    return new Class({
        type: "record",
        keyType,
        valueType,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _map(Class, keyType, valueType, params) {
    return new Class({
        type: "map",
        keyType,
        valueType,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _set(Class, valueType, params) {
    return new Class({
        type: "set",
        valueType,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _enum(Class, values, params) {
    const entries = Array.isArray(values) ? Object.fromEntries(values.map((v) => [v, v])) : values;
    // if (Array.isArray(values)) {
    //   for (const value of values) {
    //     entries[value] = value;
    //   }
    // } else {
    //   Object.assign(entries, values);
    // }
    // const entries: util.EnumLike = {};
    // for (const val of values) {
    //   entries[val] = val;
    // }
    return new Class({
        type: "enum",
        entries,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
/** @deprecated This API has been merged into `z.enum()`. Use `z.enum()` instead.
 *
 * ```ts
 * enum Colors { red, green, blue }
 * z.enum(Colors);
 * ```
 */
function _nativeEnum(Class, entries, params) {
    return new Class({
        type: "enum",
        entries,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _literal(Class, value, params) {
    return new Class({
        type: "literal",
        values: Array.isArray(value) ? value : [value],
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _file(Class, params) {
    return new Class({
        type: "file",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _transform(Class, fn) {
    return new Class({
        type: "transform",
        transform: fn,
    });
}
// @__NO_SIDE_EFFECTS__
function _optional(Class, innerType) {
    return new Class({
        type: "optional",
        innerType,
    });
}
// @__NO_SIDE_EFFECTS__
function _nullable(Class, innerType) {
    return new Class({
        type: "nullable",
        innerType,
    });
}
// @__NO_SIDE_EFFECTS__
function _default(Class, innerType, defaultValue) {
    return new Class({
        type: "default",
        innerType,
        get defaultValue() {
            return typeof defaultValue === "function" ? defaultValue() : util.shallowClone(defaultValue);
        },
    });
}
// @__NO_SIDE_EFFECTS__
function _nonoptional(Class, innerType, params) {
    return new Class({
        type: "nonoptional",
        innerType,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _success(Class, innerType) {
    return new Class({
        type: "success",
        innerType,
    });
}
// @__NO_SIDE_EFFECTS__
function _catch(Class, innerType, catchValue) {
    return new Class({
        type: "catch",
        innerType,
        catchValue: (typeof catchValue === "function" ? catchValue : util.constantCatch(catchValue)),
    });
}
// @__NO_SIDE_EFFECTS__
function _pipe(Class, in_, out) {
    return new Class({
        type: "pipe",
        in: in_,
        out,
    });
}
// @__NO_SIDE_EFFECTS__
function _readonly(Class, innerType) {
    return new Class({
        type: "readonly",
        innerType,
    });
}
// @__NO_SIDE_EFFECTS__
function _templateLiteral(Class, parts, params) {
    return new Class({
        type: "template_literal",
        parts,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _lazy(Class, getter) {
    return new Class({
        type: "lazy",
        getter,
    });
}
// @__NO_SIDE_EFFECTS__
function _promise(Class, innerType) {
    return new Class({
        type: "promise",
        innerType,
    });
}
// @__NO_SIDE_EFFECTS__
function _custom(Class, fn, _params) {
    const norm = util.normalizeParams(_params);
    norm.abort ?? (norm.abort = true); // default to abort:false
    const schema = new Class({
        type: "custom",
        check: "custom",
        fn: fn,
        ...norm,
    });
    return schema;
}
// same as _custom but defaults to abort:false
// @__NO_SIDE_EFFECTS__
function _refine(Class, fn, _params) {
    const schema = new Class({
        type: "custom",
        check: "custom",
        fn: fn,
        ...core_util/* normalizeParams */.A2(_params),
    });
    return schema;
}
// @__NO_SIDE_EFFECTS__
function _superRefine(fn, params) {
    const ch = _check((payload) => {
        payload.addIssue = (issue) => {
            if (typeof issue === "string") {
                payload.issues.push(core_util/* issue */.sn(issue, payload.value, ch._zod.def));
            }
            else {
                // for Zod 3 backwards compatibility
                const _issue = issue;
                if (_issue.fatal)
                    _issue.continue = false;
                _issue.code ?? (_issue.code = "custom");
                if (!("input" in _issue))
                    _issue.input = payload.value;
                _issue.inst ?? (_issue.inst = ch);
                _issue.continue ?? (_issue.continue = !ch._zod.def.abort); // abort is always undefined, so this is always true...
                payload.issues.push(core_util/* issue */.sn(_issue));
            }
        };
        return fn(payload.value, payload);
    }, params);
    return ch;
}
// @__NO_SIDE_EFFECTS__
function _check(fn, params) {
    const ch = new $ZodCheck({
        check: "custom",
        ...core_util/* normalizeParams */.A2(params),
    });
    ch._zod.check = fn;
    return ch;
}
// @__NO_SIDE_EFFECTS__
function describe(description) {
    const ch = new $ZodCheck({ check: "describe" });
    ch._zod.onattach = [
        (inst) => {
            const existing = globalRegistry.get(inst) ?? {};
            globalRegistry.add(inst, { ...existing, description });
        },
    ];
    ch._zod.check = () => { }; // no-op check
    return ch;
}
// @__NO_SIDE_EFFECTS__
function meta(metadata) {
    const ch = new $ZodCheck({ check: "meta" });
    ch._zod.onattach = [
        (inst) => {
            const existing = globalRegistry.get(inst) ?? {};
            globalRegistry.add(inst, { ...existing, ...metadata });
        },
    ];
    ch._zod.check = () => { }; // no-op check
    return ch;
}
// @__NO_SIDE_EFFECTS__
function _stringbool(Classes, _params) {
    const params = util.normalizeParams(_params);
    let truthyArray = params.truthy ?? ["true", "1", "yes", "on", "y", "enabled"];
    let falsyArray = params.falsy ?? ["false", "0", "no", "off", "n", "disabled"];
    if (params.case !== "sensitive") {
        truthyArray = truthyArray.map((v) => (typeof v === "string" ? v.toLowerCase() : v));
        falsyArray = falsyArray.map((v) => (typeof v === "string" ? v.toLowerCase() : v));
    }
    const truthySet = new Set(truthyArray);
    const falsySet = new Set(falsyArray);
    const _Codec = Classes.Codec ?? schemas.$ZodCodec;
    const _Boolean = Classes.Boolean ?? schemas.$ZodBoolean;
    const _String = Classes.String ?? schemas.$ZodString;
    const stringSchema = new _String({ type: "string", error: params.error });
    const booleanSchema = new _Boolean({ type: "boolean", error: params.error });
    const codec = new _Codec({
        type: "pipe",
        in: stringSchema,
        out: booleanSchema,
        transform: ((input, payload) => {
            let data = input;
            if (params.case !== "sensitive")
                data = data.toLowerCase();
            if (truthySet.has(data)) {
                return true;
            }
            else if (falsySet.has(data)) {
                return false;
            }
            else {
                payload.issues.push({
                    code: "invalid_value",
                    expected: "stringbool",
                    values: [...truthySet, ...falsySet],
                    input: payload.value,
                    inst: codec,
                    continue: false,
                });
                return {};
            }
        }),
        reverseTransform: ((input, _payload) => {
            if (input === true) {
                return truthyArray[0] || "true";
            }
            else {
                return falsyArray[0] || "false";
            }
        }),
        error: params.error,
    });
    codec._zod.bag.truthy = truthyArray;
    codec._zod.bag.falsy = falsyArray;
    codec._zod.bag.case = params.case ?? "insensitive";
    return codec;
}
// @__NO_SIDE_EFFECTS__
function _stringFormat(Class, format, fnOrRegex, _params = {}) {
    const params = util.normalizeParams(_params);
    const def = {
        check: "string_format",
        type: "string",
        format,
        fn: typeof fnOrRegex === "function" ? fnOrRegex : (val) => fnOrRegex.test(val),
        ...params,
    };
    if (fnOrRegex instanceof RegExp) {
        def.pattern = fnOrRegex;
    }
    const inst = new Class(def);
    return inst;
}

;// CONCATENATED MODULE: ./node_modules/zod/v4/core/to-json-schema.js


function assignProps(target, ...sources) {
    for (const source of sources) {
        for (const key of Reflect.ownKeys(source)) {
            if (Object.prototype.propertyIsEnumerable.call(source, key)) {
                (0,core_util/* assignProp */.Vy)(target, key, source[key]);
            }
        }
    }
    return target;
}
// function initializeContext<T extends schemas.$ZodType>(inputs: JSONSchemaGeneratorParams<T>): ToJSONSchemaContext<T> {
//   return {
//     processor: inputs.processor,
//     metadataRegistry: inputs.metadata ?? globalRegistry,
//     target: inputs.target ?? "draft-2020-12",
//     unrepresentable: inputs.unrepresentable ?? "throw",
//   };
// }
function to_json_schema_initializeContext(params) {
    // Normalize target: convert old non-hyphenated versions to hyphenated versions
    let target = params?.target ?? "draft-2020-12";
    if (target === "draft-4")
        target = "draft-04";
    if (target === "draft-7")
        target = "draft-07";
    return {
        processors: params.processors ?? {},
        metadataRegistry: params?.metadata ?? globalRegistry,
        target,
        unrepresentable: params?.unrepresentable ?? "throw",
        override: params?.override ?? (() => { }),
        io: params?.io ?? "output",
        counter: 0,
        seen: new Map(),
        sharedDefsExtractedFor: undefined,
        sharedEmitDoneFor: undefined,
        cycles: params?.cycles ?? "ref",
        reused: params?.reused ?? "inline",
        intersections: [],
        deferred: [],
        external: params?.external ?? undefined,
    };
}
/**
 * Applies the `unrepresentable` setting at a site that has no JSON Schema equivalent. Throws
 * `message` unless the setting (or the handler's return value) says otherwise. Returns `true` if a
 * custom JSON Schema was written into `json`, in which case the caller must not write its own.
 */
function handleUnrepresentable(schema, ctx, json, params, message) {
    const result = typeof ctx.unrepresentable === "function"
        ? ctx.unrepresentable({ zodSchema: schema, path: params.path, message })
        : ctx.unrepresentable;
    if (result === "any")
        return false;
    if (result === undefined || result === "throw")
        throw new Error(message);
    Object.assign(json, result);
    return true;
}
// never rename this back to `process`: bundler polyfills inject a top-level `const process` that a lexical declaration of the same name collides with (#6397)
function to_json_schema_processSchema(schema, ctx, _params = { path: [], schemaPath: [] }) {
    var _a;
    const def = schema._zod.def;
    // check for schema in seens
    const seen = ctx.seen.get(schema);
    if (seen) {
        seen.count++;
        // check if cycle
        const isCycle = _params.schemaPath.includes(schema);
        if (isCycle) {
            seen.cycle = _params.path;
        }
        return seen.schema;
    }
    // initialize
    const result = { schema: {}, count: 1, cycle: undefined, path: _params.path };
    ctx.seen.set(schema, result);
    ctx.sharedDefsExtractedFor = undefined;
    ctx.sharedEmitDoneFor = undefined;
    // custom method overrides default behavior
    const overrideSchema = schema._zod.toJSONSchema?.();
    if (overrideSchema) {
        result.schema = overrideSchema;
    }
    else {
        const params = {
            ..._params,
            schemaPath: [..._params.schemaPath, schema],
            path: _params.path,
        };
        if (schema._zod.processJSONSchema) {
            schema._zod.processJSONSchema(ctx, result.schema, params);
        }
        else {
            const _json = result.schema;
            const processor = ctx.processors[def.type];
            if (!processor) {
                throw new Error(`[toJSONSchema]: Non-representable type encountered: ${def.type}`);
            }
            processor(schema, ctx, _json, params);
        }
        const parent = schema._zod.parent;
        if (parent) {
            // Also set ref if processor didn't (for inheritance)
            if (!result.ref)
                result.ref = parent;
            to_json_schema_processSchema(parent, ctx, params);
            ctx.seen.get(parent).isParent = true;
        }
    }
    // metadata
    const meta = ctx.metadataRegistry.get(schema);
    if (meta)
        assignProps(result.schema, meta);
    if (ctx.io === "input" && isTransforming(schema)) {
        // examples/defaults only apply to output type of pipe
        delete result.schema.examples;
        delete result.schema.default;
    }
    // set prefault as default
    if (ctx.io === "input" && "_prefault" in result.schema)
        (_a = result.schema).default ?? (_a.default = result.schema._prefault);
    delete result.schema._prefault;
    // pulling fresh from ctx.seen in case it was overwritten
    const _result = ctx.seen.get(schema);
    return _result.schema;
}
/** @deprecated Renamed to `processSchema`. An export alias declares no binding, so it is safe to keep. */

// Escape a reference token for use in a JSON Pointer fragment (RFC 6901): `~` becomes `~0` and `/` becomes `~1`. The `~` replacement must run first.
function encodeJSONPointerSegment(segment) {
    return segment.replace(/~/g, "~0").replace(/\//g, "~1");
}
function to_json_schema_extractDefs(ctx, schema
// params: EmitParams
) {
    // iterate over seen map;
    const root = ctx.seen.get(schema);
    if (!root)
        throw new Error("Unprocessed schema. This is a bug in Zod.");
    // With `external` set, every registered schema resolves through the external branch of `makeURI`, so the root branch below produces the same ref the external branch would — this pass is identical whichever schema it is called with, and only needs to run once.
    if (ctx.external && ctx.sharedDefsExtractedFor === ctx.external)
        return;
    // Track ids to detect duplicates across different schemas
    const idToSchema = new Map();
    for (const entry of ctx.seen.entries()) {
        const id = ctx.metadataRegistry.get(entry[0])?.id;
        if (id) {
            const existing = idToSchema.get(id);
            if (existing && existing !== entry[0]) {
                throw new Error(`Duplicate schema id "${id}" detected during JSON Schema conversion. Two different schemas cannot share the same id when converted together.`);
            }
            idToSchema.set(id, entry[0]);
        }
    }
    // returns a ref to the schema defId will be empty if the ref points to an external schema (or #)
    const makeURI = (entry) => {
        // comparing the seen objects because sometimes multiple schemas map to the same seen object. e.g. lazy
        // external is configured
        const defsSegment = ctx.target === "draft-2020-12" ? "$defs" : "definitions";
        if (ctx.external) {
            const externalId = ctx.external.registry.get(entry[0])?.id; // ?? "__shared";// `__schema${ctx.counter++}`;
            // check if schema is in the external registry
            const uriGenerator = ctx.external.uri ?? ((id) => id);
            if (externalId) {
                return { ref: uriGenerator(externalId) };
            }
            // otherwise, add to __shared
            const id = entry[1].defId ?? entry[1].schema.id ?? `schema${ctx.counter++}`;
            entry[1].defId = id; // set defId so it will be reused if needed
            return { defId: id, ref: `${uriGenerator("__shared")}#/${defsSegment}/${encodeJSONPointerSegment(id)}` };
        }
        const uriPrefix = `#`;
        const defUriPrefix = `${uriPrefix}/${defsSegment}/`;
        // an id-less root has nowhere to be extracted to, so it stays inline and self-references as `#`
        if (entry[1] === root && !entry[1].schema.id) {
            return { ref: uriPrefix };
        }
        // self-contained schema
        const defId = entry[1].schema.id ?? `__schema${ctx.counter++}`;
        return { defId, ref: defUriPrefix + encodeJSONPointerSegment(defId) };
    };
    // stored cached version in `def` property remove all properties, set $ref
    const extractToDef = (entry) => {
        // if the schema is already a reference, do not extract it
        if (entry[1].schema.$ref) {
            return;
        }
        const seen = entry[1];
        const { ref, defId } = makeURI(entry);
        seen.def = { ...seen.schema };
        // defId won't be set if the schema is a reference to an external schema or if the schema is the root schema
        if (defId)
            seen.defId = defId;
        // wipe away all properties except $ref
        const schema = seen.schema;
        for (const key in schema) {
            delete schema[key];
        }
        schema.$ref = ref;
    };
    // throw on cycles
    // break cycles
    if (ctx.cycles === "throw") {
        for (const entry of ctx.seen.entries()) {
            const seen = entry[1];
            if (seen.cycle) {
                throw new Error("Cycle detected: " +
                    `#/${seen.cycle?.join("/")}/<root>` +
                    '\n\nSet the `cycles` parameter to `"ref"` to resolve cyclical schemas with defs.');
            }
        }
    }
    // extract schemas into $defs
    for (const entry of ctx.seen.entries()) {
        const seen = entry[1];
        // convert root schema to # $ref
        if (schema === entry[0]) {
            extractToDef(entry); // this has special handling for the root schema
            continue;
        }
        // extract schemas that are in the external registry
        if (ctx.external) {
            const ext = ctx.external.registry.get(entry[0])?.id;
            if (schema !== entry[0] && ext) {
                extractToDef(entry);
                continue;
            }
        }
        // extract schemas with `id` meta
        const id = ctx.metadataRegistry.get(entry[0])?.id;
        if (id) {
            extractToDef(entry);
            continue;
        }
        // break cycles
        if (seen.cycle) {
            // any
            extractToDef(entry);
            continue;
        }
        // extract reused schemas
        if (seen.count > 1) {
            if (ctx.reused === "ref") {
                extractToDef(entry);
            }
        }
    }
    if (ctx.external)
        ctx.sharedDefsExtractedFor = ctx.external;
}
/** Rewrites `anyOf: [{type: "a"}, {type: "b"}]` to `type: ["a", "b"]`, which every JSON Schema draft treats as equivalent and most consumers render far better for the nullable case. Only branches that are a bare type assertion qualify — anything carrying a constraint, `$ref`, `const` or metadata is left alone. Runs after `flattenRef`, so a branch an override decorated or `$defs` extraction turned into a `$ref` is no longer bare and correctly stays in `anyOf`. `oneOf` is excluded: `integer` and `number` overlap, so "exactly one" and "at least one" are not the same there. OpenAPI 3.0 is excluded: its `type` must be a single string. */
function compactTypeUnion(schema) {
    const options = schema.anyOf;
    if (!Array.isArray(options) || options.length === 0 || schema.type !== undefined)
        return;
    const types = [];
    for (const option of options) {
        if (!option || typeof option !== "object")
            return;
        // A branch that is itself a compactible union folds into this one — nested `anyOf` and a flat `type` array say the same thing. Compacting it first also makes the result independent of the order this pass walks the seen map in.
        compactTypeUnion(option);
        const keys = Object.keys(option);
        if (keys.length !== 1 || keys[0] !== "type")
            return;
        const type = option.type;
        for (const member of Array.isArray(type) ? type : [type]) {
            if (typeof member !== "string")
                return;
            if (!types.includes(member))
                types.push(member);
        }
    }
    delete schema.anyOf;
    // A `type` array must be non-empty and unique (metaschema); a single member is spelled as a bare string.
    schema.type = types.length === 1 ? types[0] : types;
}
/** Keywords `foldIntersection` knows how to combine. Anything else — `$ref`, `patternProperties`,
 * an annotation like `description` — makes a member unfoldable, so a constraint this does not
 * understand leaves the `allOf` alone instead of being silently dropped or misattributed. */
const FOLDABLE_KEYS = new Set(["type", "properties", "required", "additionalProperties"]);
const UNION_KEYS = ["oneOf", "anyOf"];
/** A member's constraint on a key it does not declare itself. A `catchall` states one; `false`, an absent `additionalProperties`, and the empty schema a loose object emits state nothing. */
function undeclaredConstraint(member) {
    const extra = member.additionalProperties;
    if (extra === undefined || extra === false || typeof extra !== "object" || extra === null)
        return null;
    return Object.keys(extra).length ? extra : null;
}
/** Combines object members into the single object they describe together, or returns `null` if any of them carries a keyword outside {@link FOLDABLE_KEYS}. */
function foldObjects(members) {
    const objects = [];
    for (const member of members) {
        // A boolean subschema is legal JSON Schema and carries no keywords to fold.
        if (typeof member !== "object" || member.type !== "object")
            return null;
        for (const key in member) {
            if (!FOLDABLE_KEYS.has(key))
                return null;
        }
        objects.push(member);
    }
    const properties = {};
    const required = new Set();
    for (const object of objects) {
        for (const key in object.properties) {
            // `in` would report a `__proto__` key as already present via the prototype chain and skip it.
            if (Object.prototype.hasOwnProperty.call(properties, key))
                continue;
            // Every member constrains this key: the ones that declare it say how, and a `catchall` member constrains it too even though it does not name it. The key has to satisfy all of them, which is the same intersection one level down.
            const parts = [];
            for (const other of objects) {
                const part = other.properties?.[key] ?? undeclaredConstraint(other);
                if (part === null || part === undefined)
                    continue;
                if (!parts.some((seen) => JSON.stringify(seen) === JSON.stringify(part)))
                    parts.push(part);
            }
            const merged = parts.length === 1
                ? parts[0]
                : (foldObjects(parts) ?? { allOf: parts });
            (0,core_util/* assignProp */.Vy)(properties, key, merged);
        }
        for (const key of object.required ?? [])
            required.add(key);
    }
    const folded = { type: "object", properties };
    if (required.size)
        folded.required = [...required];
    // A key no member declares is rejected only when every member rejects it, so the fold is closed only when every member is. Otherwise it carries whatever the `catchall` members demand of such a key.
    if (objects.every((object) => object.additionalProperties === false)) {
        folded.additionalProperties = false;
    }
    else {
        const constraints = [];
        for (const object of objects) {
            const constraint = undeclaredConstraint(object);
            if (constraint && !constraints.some((seen) => JSON.stringify(seen) === JSON.stringify(constraint)))
                constraints.push(constraint);
        }
        if (constraints.length === 1)
            folded.additionalProperties = constraints[0];
        else if (constraints.length > 1)
            folded.additionalProperties = { allOf: constraints };
    }
    return folded;
}
/** `additionalProperties` in an `allOf` member sees only that member's own `properties`, so two
 * closed object members reject each other's keys and the schema validates nothing. Zod's parser
 * pools the key sets instead — `handleIntersectionResults` reports a key as unrecognized only when
 * *every* side rejects it — so the emitted schema has to pool them too, and folding the members
 * into one object is the encoding that says so on every target.
 *
 * This runs from `finalize`, after `extractDefs`, which is what keeps it clear of the `$ref`
 * machinery: a member extracted into `$defs` is already a `$ref` by now and declines to fold, so it
 * keeps its reference and its own closedness rather than being inlined as a stale copy. */
function foldIntersection(json) {
    const allOf = json.allOf;
    if (!Array.isArray(allOf) || allOf.length < 2)
        return;
    // An `override` runs before this pass and may have written object keywords onto the intersection itself. Those are deliberate, so decline rather than overwrite them.
    for (const key of FOLDABLE_KEYS)
        if (key in json)
            return;
    // An intersection distributes over a union: `A & (X | Y)` is `(A & X) | (A & Y)`. Only the first union is distributed over; a second one stays among the members every branch folds against, where it fails the object check and declines the whole intersection rather than multiplying out.
    const unions = allOf.filter((m) => UNION_KEYS.some((k) => Array.isArray(m[k])));
    let folded = null;
    if (!unions.length) {
        folded = foldObjects(allOf);
    }
    else {
        const union = unions[0];
        const keyword = UNION_KEYS.find((k) => Array.isArray(union[k]));
        if (Object.keys(union).length !== 1)
            return;
        const rest = allOf.filter((m) => m !== union);
        const branches = union[keyword].map((branch) => foldObjects([...rest, branch]));
        if (branches.some((b) => !b))
            return;
        folded = { [keyword]: branches };
    }
    if (!folded)
        return;
    delete json.allOf;
    assignProps(json, folded);
}
function to_json_schema_finalize(ctx, schema) {
    const root = ctx.seen.get(schema);
    if (!root)
        throw new Error("Unprocessed schema. This is a bug in Zod.");
    // flatten refs - inherit properties from parent schemas
    const flattenRef = (zodSchema) => {
        const seen = ctx.seen.get(zodSchema);
        // already processed
        if (seen.ref === null)
            return;
        const schema = seen.def ?? seen.schema;
        const _cached = { ...schema };
        const ref = seen.ref;
        seen.ref = null; // prevent infinite recursion
        if (ref) {
            flattenRef(ref);
            const refSeen = ctx.seen.get(ref);
            const refSchema = refSeen.schema;
            // merge referenced schema into current
            if (refSchema.$ref && (ctx.target === "draft-07" || ctx.target === "draft-04" || ctx.target === "openapi-3.0")) {
                // older drafts can't combine $ref with other properties
                schema.allOf = schema.allOf ?? [];
                schema.allOf.push(refSchema);
            }
            else {
                assignProps(schema, refSchema);
            }
            // restore child's own properties (child wins)
            assignProps(schema, _cached);
            const isParentRef = zodSchema._zod.parent === ref;
            // For parent chain, child is a refinement - remove parent-only properties
            if (isParentRef) {
                for (const key in schema) {
                    if (key === "$ref" || key === "allOf")
                        continue;
                    if (!(key in _cached)) {
                        delete schema[key];
                    }
                }
            }
            // When ref was extracted to $defs, remove properties that match the definition
            if (refSchema.$ref && refSeen.def) {
                for (const key in schema) {
                    if (key === "$ref" || key === "allOf")
                        continue;
                    if (key in refSeen.def && JSON.stringify(schema[key]) === JSON.stringify(refSeen.def[key])) {
                        delete schema[key];
                    }
                }
            }
        }
        // If parent was extracted (has $ref), propagate $ref to this schema. This handles cases like: readonly().meta({id}).describe() where processor sets ref to innerType but parent should be referenced
        const parent = zodSchema._zod.parent;
        if (parent && parent !== ref) {
            // Ensure parent is processed first so its def has inherited properties
            flattenRef(parent);
            const parentSeen = ctx.seen.get(parent);
            if (parentSeen?.schema.$ref) {
                schema.$ref = parentSeen.schema.$ref;
                // De-duplicate with parent's definition
                if (parentSeen.def) {
                    for (const key in schema) {
                        if (key === "$ref" || key === "allOf")
                            continue;
                        if (key in parentSeen.def && JSON.stringify(schema[key]) === JSON.stringify(parentSeen.def[key])) {
                            delete schema[key];
                        }
                    }
                }
            }
        }
        // execute overrides
        ctx.override({
            zodSchema: zodSchema,
            jsonSchema: schema,
            path: seen.path ?? [],
        });
    };
    // Flattening walks the whole map and clears each `ref` as it goes, so a second call over the same map is a no-op scan. Skip it outright once it has run for a registry conversion.
    if (!ctx.external || ctx.sharedEmitDoneFor !== ctx.external) {
        for (const entry of [...ctx.seen.entries()].reverse()) {
            flattenRef(entry[0]);
        }
        if (ctx.target !== "openapi-3.0") {
            for (const entry of ctx.seen.entries()) {
                compactTypeUnion(entry[1].def ?? entry[1].schema);
            }
        }
        for (const rewrite of ctx.deferred)
            rewrite();
        // After flattening, every member that was extracted is a `$ref`, so the fold sees the final shape. A schema that inherits an intersection — through `z.lazy`, or any `ref` chain — holds the same `allOf` array, so fold by array identity to catch every copy.
        if (ctx.intersections.length) {
            const carriers = new Map();
            for (const seen of ctx.seen.values()) {
                for (const json of [seen.schema, seen.def]) {
                    const allOf = json?.allOf;
                    if (!Array.isArray(allOf))
                        continue;
                    const existing = carriers.get(allOf);
                    if (existing)
                        existing.push(json);
                    else
                        carriers.set(allOf, [json]);
                }
            }
            for (const allOf of ctx.intersections) {
                for (const json of carriers.get(allOf) ?? [])
                    foldIntersection(json);
            }
        }
    }
    const result = {};
    if (ctx.target === "draft-2020-12") {
        result.$schema = "https://json-schema.org/draft/2020-12/schema";
    }
    else if (ctx.target === "draft-07") {
        result.$schema = "http://json-schema.org/draft-07/schema#";
    }
    else if (ctx.target === "draft-04") {
        result.$schema = "http://json-schema.org/draft-04/schema#";
    }
    else if (ctx.target === "openapi-3.0") {
        // OpenAPI 3.0 schema objects should not include a $schema property
    }
    else {
        // Arbitrary string values are allowed but won't have a $schema property set
    }
    if (ctx.external?.uri) {
        const id = ctx.external.registry.get(schema)?.id;
        if (!id)
            throw new Error("Schema is missing an `id` property");
        result.$id = ctx.external.uri(id);
    }
    // when the root was extracted into $defs, `root.schema` is the `$ref` wrapper and `root.def` is the body that now lives under $defs
    assignProps(result, root.defId ? root.schema : (root.def ?? root.schema));
    // The `id` in `.meta()` is a Zod-specific registration tag used to extract schemas into $defs — it is not user-facing JSON Schema metadata. Strip it from the output body where it would otherwise leak. The id is preserved implicitly via the $defs key (and via $ref paths).
    const rootMetaId = ctx.metadataRegistry.get(schema)?.id;
    if (rootMetaId !== undefined && result.id === rootMetaId)
        delete result.id;
    // build defs object. With `external`, `defs` is the shared object every schema writes into, so the same entries are reassigned on every call. Without it, `defs` is fresh per call and must be rebuilt.
    const defs = ctx.external?.defs ?? {};
    if (!ctx.external || ctx.sharedEmitDoneFor !== ctx.external) {
        for (const entry of ctx.seen.entries()) {
            const seen = entry[1];
            if (seen.def && seen.defId) {
                if (seen.def.id === seen.defId)
                    delete seen.def.id;
                (0,core_util/* assignProp */.Vy)(defs, seen.defId, seen.def);
            }
        }
    }
    if (ctx.external)
        ctx.sharedEmitDoneFor = ctx.external;
    // set definitions in result
    if (ctx.external) {
    }
    else {
        if (Object.keys(defs).length > 0) {
            if (ctx.target === "draft-2020-12") {
                result.$defs = defs;
            }
            else {
                result.definitions = defs;
            }
        }
    }
    try {
        // this "finalizes" this schema and ensures all cycles are removed each call to finalize() is functionally independent though the seen map is shared
        const finalized = JSON.parse(JSON.stringify(result));
        Object.defineProperty(finalized, "~standard", {
            value: {
                ...schema["~standard"],
                jsonSchema: {
                    input: createStandardJSONSchemaMethod(schema, "input", ctx.processors),
                    output: createStandardJSONSchemaMethod(schema, "output", ctx.processors),
                },
            },
            enumerable: false,
            writable: false,
        });
        return finalized;
    }
    catch (_err) {
        throw new Error("Error converting schema to JSON.");
    }
}
function isTransforming(_schema, _ctx) {
    const ctx = _ctx ?? { seen: new Set() };
    if (ctx.seen.has(_schema))
        return false;
    ctx.seen.add(_schema);
    const def = _schema._zod.def;
    if (def.type === "transform")
        return true;
    if (def.type === "array")
        return isTransforming(def.element, ctx);
    if (def.type === "set")
        return isTransforming(def.valueType, ctx);
    if (def.type === "lazy")
        return isTransforming(def.getter(), ctx);
    if (def.type === "promise" ||
        def.type === "optional" ||
        def.type === "nonoptional" ||
        def.type === "nullable" ||
        def.type === "readonly" ||
        def.type === "default" ||
        def.type === "prefault" ||
        def.type === "catch") {
        return isTransforming(def.innerType, ctx);
    }
    if (def.type === "intersection") {
        return isTransforming(def.left, ctx) || isTransforming(def.right, ctx);
    }
    if (def.type === "record" || def.type === "map") {
        return isTransforming(def.keyType, ctx) || isTransforming(def.valueType, ctx);
    }
    if (def.type === "pipe") {
        if (_schema._zod.traits.has("$ZodCodec"))
            return true;
        return isTransforming(def.in, ctx) || isTransforming(def.out, ctx);
    }
    if (def.type === "object") {
        for (const key in def.shape) {
            if (isTransforming(def.shape[key], ctx))
                return true;
        }
        return false;
    }
    if (def.type === "union") {
        for (const option of def.options) {
            if (isTransforming(option, ctx))
                return true;
        }
        return false;
    }
    if (def.type === "tuple") {
        for (const item of def.items) {
            if (isTransforming(item, ctx))
                return true;
        }
        if (def.rest && isTransforming(def.rest, ctx))
            return true;
        return false;
    }
    return false;
}
/**
 * Creates a toJSONSchema method for a schema instance.
 * This encapsulates the logic of initializing context, processing, extracting defs, and finalizing.
 */
const createToJSONSchemaMethod = (schema, processors = {}) => (params) => {
    const ctx = to_json_schema_initializeContext({ ...params, processors });
    to_json_schema_processSchema(schema, ctx);
    to_json_schema_extractDefs(ctx, schema);
    return to_json_schema_finalize(ctx, schema);
};
const createStandardJSONSchemaMethod = (schema, io, processors = {}) => (params) => {
    const { libraryOptions, target } = params ?? {};
    const ctx = to_json_schema_initializeContext({ ...(libraryOptions ?? {}), target, io, processors });
    to_json_schema_processSchema(schema, ctx);
    to_json_schema_extractDefs(ctx, schema);
    return to_json_schema_finalize(ctx, schema);
};

;// CONCATENATED MODULE: ./node_modules/zod/v4/core/json-schema-processors.js




const narrowMin = (agg, key, value) => {
    if (agg[key] === undefined || value > agg[key])
        agg[key] = value;
};
const narrowMax = (agg, key, value) => {
    if (agg[key] === undefined || value < agg[key])
        agg[key] = value;
};
const narrowBoth = (agg, value) => {
    narrowMin(agg, "minimum", value);
    narrowMax(agg, "maximum", value);
};
const addDivisor = (agg, value) => {
    agg.multipleOf ?? (agg.multipleOf = []);
    if (!agg.multipleOf.includes(value))
        agg.multipleOf.push(value);
};
const addPattern = (agg, pattern) => {
    agg.patterns ?? (agg.patterns = new Set());
    agg.patterns.add(pattern);
};
const intersectMime = (agg, mime) => {
    agg.mime = agg.mime ? agg.mime.filter((m) => mime.includes(m)) : [...mime];
};
// last-wins, matching the bag's historical write order; the flag keeps an integer format from being lost to a later float one
const setFormat = (agg, format) => {
    agg.format = format;
    if (format.includes("int"))
        agg.isInt = true;
};
const minContributor = (agg, def) => narrowMin(agg, "minimum", def.minimum);
const maxContributor = (agg, def) => narrowMax(agg, "maximum", def.maximum);
const formatContributor = (ranges) => (agg, def) => {
    setFormat(agg, def.format);
    const [minimum, maximum] = ranges[def.format];
    narrowMin(agg, "minimum", minimum);
    narrowMax(agg, "maximum", maximum);
};
const contributors = {
    greater_than: (agg, def) => narrowMin(agg, def.inclusive ? "minimum" : "exclusiveMinimum", def.value),
    less_than: (agg, def) => narrowMax(agg, def.inclusive ? "maximum" : "exclusiveMaximum", def.value),
    multiple_of: (agg, def) => addDivisor(agg, def.value),
    number_format: formatContributor(core_util/* NUMBER_FORMAT_RANGES */.zH),
    bigint_format: formatContributor(core_util/* BIGINT_FORMAT_RANGES */.NR),
    min_length: minContributor,
    max_length: maxContributor,
    length_equals: (agg, def) => narrowBoth(agg, def.length),
    min_size: minContributor,
    max_size: maxContributor,
    size_equals: (agg, def) => narrowBoth(agg, def.size),
    string_format: (agg, def) => {
        setFormat(agg, def.format);
        if (def.pattern)
            addPattern(agg, def.pattern);
        if (def.format === "base64" || def.format === "base64url")
            agg.contentEncoding = def.format;
        if (def.local || def.precision === -1)
            agg.laxFormat = true;
    },
    mime_type: (agg, def) => intersectMime(agg, def.mime),
};
function aggregateChecks(schema) {
    const agg = {};
    const def = schema._zod.def;
    // a format schema is its own first check, same rule as $ZodType init
    const list = schema._zod.traits.has("$ZodCheck")
        ? [schema, ...(def.checks ?? [])]
        : (def.checks ?? []);
    for (const ch of list)
        contributors[ch._zod.def.check]?.(agg, ch._zod.def);
    // reconcile with the bag so third-party onattach contributions still land; first-party residue is never tighter than the fold, so merging it back is idempotent for one and additive for the other
    const bag = schema._zod.bag;
    if (bag.minimum !== undefined)
        narrowMin(agg, "minimum", bag.minimum);
    if (bag.exclusiveMinimum !== undefined)
        narrowMin(agg, "exclusiveMinimum", bag.exclusiveMinimum);
    if (bag.maximum !== undefined)
        narrowMax(agg, "maximum", bag.maximum);
    if (bag.exclusiveMaximum !== undefined)
        narrowMax(agg, "exclusiveMaximum", bag.exclusiveMaximum);
    if (bag.multipleOf !== undefined)
        addDivisor(agg, bag.multipleOf);
    if (bag.format !== undefined) {
        agg.format ?? (agg.format = bag.format);
        if (bag.format.includes("int"))
            agg.isInt = true;
    }
    if (bag.mime)
        intersectMime(agg, bag.mime);
    for (const pattern of bag.patterns ?? [])
        addPattern(agg, pattern);
    return agg;
}
const formatMap = {
    guid: "uuid",
    url: "uri",
    datetime: "date-time",
    json_string: "json-string",
    regex: "", // do not set
};
// ==================== SIMPLE TYPE PROCESSORS ====================
// the runtime patterns are lax so parse paths never overflow the regex stack; the emitted schema swaps in the exact block forms, which zod itself never executes
const exactPatterns = new Map([
    [base64Charset, base64],
    [base64urlCharset, base64url],
]);
const exactPattern = (p) => exactPatterns.get(p) ?? p;
const stringProcessor = (schema, ctx, _json, _params) => {
    const json = _json;
    json.type = "string";
    const { minimum, maximum, format, patterns, contentEncoding, laxFormat } = aggregateChecks(schema);
    if (typeof minimum === "number")
        json.minLength = minimum;
    if (typeof maximum === "number")
        json.maxLength = maximum;
    // custom pattern overrides format
    if (format) {
        json.format = formatMap[format] ?? format;
        if (json.format === "")
            delete json.format; // empty format is not valid
        // `z.iso.time()` is never full-time, and `laxFormat` carries the datetime shapes that also accept what their keyword forbids
        if (format === "time" || laxFormat) {
            delete json.format;
        }
    }
    if (contentEncoding)
        json.contentEncoding = contentEncoding;
    if (patterns && patterns.size > 0) {
        const patternList = [...patterns].map(exactPattern);
        if (patternList.length === 1)
            json.pattern = patternList[0].source;
        else if (patternList.length > 1) {
            json.allOf = [
                ...patternList.map((regex) => ({
                    ...(ctx.target === "draft-07" || ctx.target === "draft-04" || ctx.target === "openapi-3.0"
                        ? { type: "string" }
                        : {}),
                    pattern: regex.source,
                })),
            ];
        }
    }
};
const numberProcessor = (schema, ctx, _json, params) => {
    const json = _json;
    const { minimum, maximum, multipleOf, exclusiveMaximum, exclusiveMinimum, isInt } = aggregateChecks(schema);
    json.type = isInt ? "integer" : "number";
    // when both minimum and exclusiveMinimum exist, pick the more restrictive one
    const exMin = typeof exclusiveMinimum === "number" && exclusiveMinimum >= (minimum ?? Number.NEGATIVE_INFINITY);
    const exMax = typeof exclusiveMaximum === "number" && exclusiveMaximum <= (maximum ?? Number.POSITIVE_INFINITY);
    const legacy = ctx.target === "draft-04" || ctx.target === "openapi-3.0";
    if (exMin) {
        if (legacy) {
            json.minimum = exclusiveMinimum;
            json.exclusiveMinimum = true;
        }
        else {
            json.exclusiveMinimum = exclusiveMinimum;
        }
    }
    else if (typeof minimum === "number") {
        json.minimum = minimum;
    }
    if (exMax) {
        if (legacy) {
            json.maximum = exclusiveMaximum;
            json.exclusiveMaximum = true;
        }
        else {
            json.exclusiveMaximum = exclusiveMaximum;
        }
    }
    else if (typeof maximum === "number") {
        json.maximum = maximum;
    }
    if (multipleOf) {
        // JSON Schema requires a divisor strictly greater than zero, and a non-finite one does not survive JSON at all. A negative divisor accepts exactly what its absolute value accepts, so it still maps; zero, NaN and Infinity have no keyword form.
        const divisors = new Set();
        for (const divisor of multipleOf) {
            if (Number.isFinite(divisor) && divisor !== 0)
                divisors.add(Math.abs(divisor));
            else
                handleUnrepresentable(schema, ctx, json, params, `A multipleOf divisor of ${divisor} cannot be represented in JSON Schema`);
        }
        // chained divisors are a conjunction the keyword cannot carry alone, so extras ride an allOf, same as stacked patterns
        const [first, ...rest] = divisors;
        if (first !== undefined)
            json.multipleOf = first;
        if (rest.length)
            json.allOf = [...(json.allOf ?? []), ...rest.map((m) => ({ multipleOf: m }))];
    }
};
const booleanProcessor = (_schema, _ctx, json, _params) => {
    json.type = "boolean";
};
const bigintProcessor = (schema, ctx, json, params) => {
    handleUnrepresentable(schema, ctx, json, params, "BigInt cannot be represented in JSON Schema");
};
const symbolProcessor = (schema, ctx, json, params) => {
    handleUnrepresentable(schema, ctx, json, params, "Symbols cannot be represented in JSON Schema");
};
const nullProcessor = (_schema, ctx, json, _params) => {
    if (ctx.target === "openapi-3.0") {
        json.type = "string";
        json.nullable = true;
        json.enum = [null];
    }
    else {
        json.type = "null";
    }
};
const undefinedProcessor = (schema, ctx, json, params) => {
    handleUnrepresentable(schema, ctx, json, params, "Undefined cannot be represented in JSON Schema");
};
const voidProcessor = (schema, ctx, json, params) => {
    handleUnrepresentable(schema, ctx, json, params, "Void cannot be represented in JSON Schema");
};
const neverProcessor = (_schema, _ctx, json, _params) => {
    json.not = {};
};
const anyProcessor = (_schema, _ctx, _json, _params) => {
    // empty schema accepts anything
};
const unknownProcessor = (_schema, _ctx, _json, _params) => {
    // empty schema accepts anything
};
const dateProcessor = (schema, ctx, json, params) => {
    handleUnrepresentable(schema, ctx, json, params, "Date cannot be represented in JSON Schema");
};
const enumProcessor = (schema, _ctx, json, _params) => {
    const def = schema._zod.def;
    const values = (0,core_util/* getEnumValues */.w5)(def.entries);
    // an empty enum accepts nothing, same as z.never()
    if (values.length === 0) {
        json.not = {};
        return;
    }
    // Number enums can have both string and number values
    if (values.every((v) => typeof v === "number"))
        json.type = "number";
    if (values.every((v) => typeof v === "string"))
        json.type = "string";
    json.enum = values;
};
const literalProcessor = (schema, ctx, json, params) => {
    const def = schema._zod.def;
    // a literal with no values accepts nothing, same as z.never()
    if (def.values.length === 0) {
        json.not = {};
        return;
    }
    const vals = [];
    for (const val of def.values) {
        if (val === undefined) {
            // a custom schema replaces the whole literal, so there is nothing left to accumulate
            if (handleUnrepresentable(schema, ctx, json, params, "Literal `undefined` cannot be represented in JSON Schema"))
                return;
            // otherwise do not add to vals
        }
        else if (typeof val === "bigint") {
            if (handleUnrepresentable(schema, ctx, json, params, "BigInt literals cannot be represented in JSON Schema"))
                return;
            vals.push(Number(val));
        }
        else {
            vals.push(val);
        }
    }
    if (vals.length === 0) {
        // do nothing (an undefined literal was stripped)
    }
    else if (vals.length === 1) {
        const val = vals[0];
        json.type = val === null ? "null" : typeof val;
        if (ctx.target === "draft-04" || ctx.target === "openapi-3.0") {
            json.enum = [val];
        }
        else {
            json.const = val;
        }
    }
    else {
        if (vals.every((v) => typeof v === "number"))
            json.type = "number";
        if (vals.every((v) => typeof v === "string"))
            json.type = "string";
        if (vals.every((v) => typeof v === "boolean"))
            json.type = "boolean";
        if (vals.every((v) => v === null))
            json.type = "null";
        json.enum = vals;
    }
};
const nanProcessor = (schema, ctx, json, params) => {
    handleUnrepresentable(schema, ctx, json, params, "NaN cannot be represented in JSON Schema");
};
const templateLiteralProcessor = (schema, _ctx, json, _params) => {
    const _json = json;
    const pattern = schema._zod.pattern;
    if (!pattern)
        throw new Error("Pattern not found in template literal");
    _json.type = "string";
    _json.pattern = pattern.source;
};
const fileProcessor = (schema, _ctx, json, _params) => {
    const _json = json;
    _json.type = "string";
    _json.format = "binary";
    _json.contentEncoding = "binary";
    const { minimum, maximum, mime } = aggregateChecks(schema);
    if (minimum !== undefined)
        _json.minLength = minimum;
    if (maximum !== undefined)
        _json.maxLength = maximum;
    if (!mime)
        return;
    // an empty intersection means the mime checks share no value, so nothing passes at runtime; `anyOf` must be non-empty, so the false schema is `not: {}`
    if (mime.length === 0)
        _json.not = {};
    else if (mime.length === 1)
        _json.contentMediaType = mime[0];
    // only contentMediaType differs, so the shared props stay at the root
    else
        _json.anyOf = mime.map((m) => ({ contentMediaType: m }));
};
const successProcessor = (_schema, _ctx, json, _params) => {
    json.type = "boolean";
};
const customProcessor = (schema, ctx, json, params) => {
    handleUnrepresentable(schema, ctx, json, params, "Custom types cannot be represented in JSON Schema");
};
const functionProcessor = (schema, ctx, json, params) => {
    handleUnrepresentable(schema, ctx, json, params, "Function types cannot be represented in JSON Schema");
};
const transformProcessor = (schema, ctx, json, params) => {
    handleUnrepresentable(schema, ctx, json, params, "Transforms cannot be represented in JSON Schema");
};
const mapProcessor = (schema, ctx, json, params) => {
    handleUnrepresentable(schema, ctx, json, params, "Map cannot be represented in JSON Schema");
};
const setProcessor = (schema, ctx, json, params) => {
    handleUnrepresentable(schema, ctx, json, params, "Set cannot be represented in JSON Schema");
};
// ==================== COMPOSITE TYPE PROCESSORS ====================
const arrayProcessor = (schema, ctx, _json, params) => {
    const json = _json;
    const def = schema._zod.def;
    const { minimum, maximum } = aggregateChecks(schema);
    if (typeof minimum === "number")
        json.minItems = minimum;
    if (typeof maximum === "number")
        json.maxItems = maximum;
    json.type = "array";
    json.items = to_json_schema_processSchema(def.element, ctx, {
        ...params,
        path: [...params.path, "items"],
    });
};
// Transform and catch set `optin = "optional"` at runtime so the parser lets them observe an
// absent key, but their declared input type stays required. An input JSON Schema describes the
// declared type, so resolve past them to the schema that actually carries the optionality.
// Used by both `objectProcessor` (for `required`) and `tupleProcessor` (for `minItems`); see
// wiki/optionality.md, "The JSON Schema emitter reads the *static* value".
function inputOptin(schema) {
    const def = schema._zod.def;
    if (def.type === "pipe" && def.in._zod.traits.has("$ZodTransform")) {
        return inputOptin(def.out);
    }
    if (def.type === "catch") {
        return inputOptin(def.innerType);
    }
    return schema._zod.optin;
}
const objectProcessor = (schema, ctx, _json, params) => {
    const json = _json;
    const def = schema._zod.def;
    const shape = def.shape;
    // dropping it while still emitting `additionalProperties: false` would emit a schema that rejects data this one requires
    const symbolKeys = Object.getOwnPropertySymbols(shape);
    if (symbolKeys.length &&
        handleUnrepresentable(schema, ctx, json, params, "Symbol keys cannot be represented in JSON Schema")) {
        return;
    }
    json.type = "object";
    json.properties = {};
    for (const key in shape) {
        // assignProp so a __proto__ key becomes an own property instead of hitting the inherited setter on the plain {} we build into
        (0,core_util/* assignProp */.Vy)(json.properties, key, to_json_schema_processSchema(shape[key], ctx, {
            ...params,
            path: [...params.path, "properties", key],
        }));
    }
    // required keys
    const requiredKeys = [];
    for (const key of Object.keys(shape)) {
        const field = def.shape[key];
        if (ctx.io === "input" ? inputOptin(field) === undefined : field._zod.optout === undefined) {
            requiredKeys.push(key);
        }
    }
    if (requiredKeys.length > 0) {
        json.required = requiredKeys;
    }
    // catchall
    if (def.catchall?._zod.def.type === "never") {
        // strict
        json.additionalProperties = false;
    }
    else if (!def.catchall) {
        // regular
        if (ctx.io === "output")
            json.additionalProperties = false;
    }
    else if (def.catchall) {
        json.additionalProperties = to_json_schema_processSchema(def.catchall, ctx, {
            ...params,
            path: [...params.path, "additionalProperties"],
        });
    }
};
const unionProcessor = (schema, ctx, json, params) => {
    const def = schema._zod.def;
    // Exclusive unions (inclusive === false) use oneOf (exactly one match) instead of anyOf (one or more matches). This includes both z.xor() and discriminated unions
    const isExclusive = def.inclusive === false;
    const options = def.options.map((x, i) => to_json_schema_processSchema(x, ctx, {
        ...params,
        path: [...params.path, isExclusive ? "oneOf" : "anyOf", i],
    }));
    if (isExclusive) {
        json.oneOf = options;
    }
    else {
        json.anyOf = options;
    }
};
const intersectionProcessor = (schema, ctx, json, params) => {
    const def = schema._zod.def;
    const a = to_json_schema_processSchema(def.left, ctx, {
        ...params,
        path: [...params.path, "allOf", 0],
    });
    const b = to_json_schema_processSchema(def.right, ctx, {
        ...params,
        path: [...params.path, "allOf", 1],
    });
    const isSimpleIntersection = (val) => "allOf" in val && Object.keys(val).length === 1;
    const allOf = [
        ...(isSimpleIntersection(a) ? a.allOf : [a]),
        ...(isSimpleIntersection(b) ? b.allOf : [b]),
    ];
    json.allOf = allOf;
    // Recorded innermost first, so a nested intersection has already folded by the time this one is considered. The array is the handle rather than the schema, because a wrapper that inherits this schema shares the same array; `finalize` folds every object holding it. See `foldIntersection`.
    ctx.intersections.push(allOf);
};
const tupleProcessor = (schema, ctx, _json, params) => {
    const json = _json;
    const def = schema._zod.def;
    json.type = "array";
    const prefixPath = ctx.target === "draft-2020-12" ? "prefixItems" : "items";
    const restPath = ctx.target === "draft-2020-12" ? "items" : ctx.target === "openapi-3.0" ? "items" : "additionalItems";
    const prefixItems = def.items.map((x, i) => to_json_schema_processSchema(x, ctx, {
        ...params,
        path: [...params.path, prefixPath, i],
    }));
    const rest = def.rest
        ? to_json_schema_processSchema(def.rest, ctx, {
            ...params,
            path: [...params.path, restPath, ...(ctx.target === "openapi-3.0" ? [def.items.length] : [])],
        })
        : null;
    let minItems = def.items.length;
    while (minItems > 0) {
        const item = def.items[minItems - 1];
        const optional = ctx.io === "input" ? inputOptin(item) !== undefined : item._zod.optout === "optional";
        if (!optional)
            break;
        minItems--;
    }
    const maxItems = def.items.length;
    const isClosed = !def.rest;
    if (ctx.target === "draft-2020-12") {
        json.prefixItems = prefixItems;
        if (isClosed) {
            json.items = false;
        }
        else if (rest) {
            json.items = rest;
        }
        if (minItems > 0)
            json.minItems = minItems;
        if (isClosed)
            json.maxItems = maxItems;
    }
    else if (ctx.target === "openapi-3.0") {
        json.items = {
            anyOf: prefixItems,
        };
        if (rest) {
            json.items.anyOf.push(rest);
        }
        if (minItems > 0)
            json.minItems = minItems;
        if (isClosed)
            json.maxItems = maxItems;
    }
    else {
        json.items = prefixItems;
        if (isClosed) {
            json.additionalItems = false;
        }
        else if (rest) {
            json.additionalItems = rest;
        }
        if (minItems > 0)
            json.minItems = minItems;
        if (isClosed)
            json.maxItems = maxItems;
    }
    // explicit user-defined length checks take precedence
    const { minimum, maximum } = aggregateChecks(schema);
    if (typeof minimum === "number")
        json.minItems = minimum;
    if (typeof maximum === "number")
        json.maxItems = maximum;
};
/** JSON object keys are always strings, so a numeric record key schema is re-expressed over the
 * numeric-string form the record parser matches. Deferred to `finalize`, after the flatten: a key
 * behind a wrapper only carries its own `type` before then, and a union key only has its branches.
 *
 * A numeric bound cannot apply to a property name, so `minimum` and its siblings are dropped rather
 * than carried over: keeping them beside `type: "string"` reproduces the match-nothing schema this
 * exists to fix. A key that carries one therefore emits wider than the record parses — `z.record(z.number().min(5), V)`
 * accepts `"3"` — which is the deliberate trade, since throwing on it would reject an ordinary schema
 * outright. */
function stringifyKeyNames(bySchema, json, visited) {
    // an extracted key that rewrites cannot go on sharing its definition — the string form a key position needs is not the number form every other reference wants — so it inlines. One that does not rewrite keeps the `$ref`.
    if (json.$ref) {
        // a recursive key holds its own reference inside its definition, so a node already on the path is left alone rather than resolved again
        if (visited.has(json))
            return json;
        visited.add(json);
        const def = bySchema.get(json)?.def;
        if (!def)
            return json;
        const inlined = stringifyKeyNames(bySchema, def, visited);
        return inlined === def ? json : inlined;
    }
    for (const keyword of ["anyOf", "oneOf"]) {
        const branches = json[keyword];
        if (!Array.isArray(branches))
            continue;
        const mapped = branches.map((branch) => stringifyKeyNames(bySchema, branch, visited));
        // rebuilding regardless would detach a key that had nothing to re-express, dropping its `$ref` and leaking the internal `id`
        if (mapped.some((branch, i) => branch !== branches[i]))
            json = { ...json, [keyword]: mapped };
    }
    // a member that already admits a string leaves the key unconstrained, so the node's own type re-expresses only when every member is numeric
    const types = Array.isArray(json.type) ? json.type : [json.type];
    const numericType = !types.includes("string") && types.some((t) => t === "number" || t === "integer");
    // a heterogeneous key carries no type at all, so its numeric members are caught here instead
    const values = json.enum ?? (json.const !== undefined ? [json.const] : undefined);
    if (!numericType && !values?.some((v) => typeof v === "number"))
        return json;
    const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, format, id, ...rest } = json;
    if (rest.enum)
        rest.enum = rest.enum.map((v) => (typeof v === "number" ? String(v) : v));
    else if (typeof rest.const === "number")
        rest.const = String(rest.const);
    // a heterogeneous key keeps its absent type: the stringified members already say what a key may be
    if (!numericType)
        return rest;
    rest.type = "string";
    if (!values)
        rest.pattern = (types.includes("number") ? number : integer).source;
    return rest;
}
/** Every record of one conversion, so the carriers are found in a single pass rather than once per record. */
const pendingRecords = new WeakMap();
function rewriteKeyNames(ctx) {
    // an extracted key is resolved by the object `extractToDef` left in its place, so the map is built once rather than searched per reference. `_zod.toJSONSchema` can hand the same object to two schemas, so the first entry carrying a body wins, as a search would have found it.
    const bySchema = new Map();
    for (const entry of ctx.seen.values()) {
        if (entry.def && !bySchema.has(entry.schema))
            bySchema.set(entry.schema, entry);
    }
    const rewrites = new Map();
    for (const record of pendingRecords.get(ctx) ?? []) {
        const seen = ctx.seen.get(record);
        const names = (seen?.def ?? seen?.schema)?.propertyNames;
        if (!names || names === true || rewrites.has(names))
            continue;
        const rewritten = stringifyKeyNames(bySchema, names, new Set());
        if (rewritten !== names)
            rewrites.set(names, rewritten);
    }
    if (!rewrites.size)
        return;
    // the flatten has already copied each record's own properties onto every wrapper by reference, and an extracted body is another such copy, so every carrier holding a rewritten key is updated together
    for (const entry of ctx.seen.values()) {
        for (const carrier of [entry.schema, entry.def]) {
            const rewritten = carrier && rewrites.get(carrier.propertyNames);
            if (rewritten)
                carrier.propertyNames = rewritten;
        }
    }
}
const recordProcessor = (schema, ctx, _json, params) => {
    const json = _json;
    const def = schema._zod.def;
    json.type = "object";
    // For looseRecord with regex patterns, use patternProperties. This correctly represents "only validate keys matching the pattern" semantics and composes well with allOf (intersections)
    const keyType = def.keyType;
    const patterns = aggregateChecks(keyType).patterns;
    if (def.mode === "loose" && patterns && patterns.size > 0) {
        // Use patternProperties for looseRecord with regex patterns
        const valueSchema = to_json_schema_processSchema(def.valueType, ctx, {
            ...params,
            path: [...params.path, "patternProperties", "*"],
        });
        json.patternProperties = {};
        for (const pattern of patterns) {
            (0,core_util/* assignProp */.Vy)(json.patternProperties, exactPattern(pattern).source, valueSchema);
        }
    }
    else {
        // Default behavior: use propertyNames + additionalProperties
        if (ctx.target === "draft-07" || ctx.target === "draft-2020-12") {
            json.propertyNames = to_json_schema_processSchema(def.keyType, ctx, {
                ...params,
                path: [...params.path, "propertyNames"],
            });
            let pending = pendingRecords.get(ctx);
            if (!pending) {
                pending = [];
                pendingRecords.set(ctx, pending);
                ctx.deferred.push(() => rewriteKeyNames(ctx));
            }
            pending.push(schema);
        }
        json.additionalProperties = to_json_schema_processSchema(def.valueType, ctx, {
            ...params,
            path: [...params.path, "additionalProperties"],
        });
    }
    // Add required for keys with discrete values (enum, literal, etc.)
    const keyValues = keyType._zod.values;
    // Every key shares one value schema, so an optional-in value makes the whole key set omittable on input. Output keeps them: the exhaustive branch assigns every key, even one whose value came back undefined.
    const omittableOnInput = ctx.io === "input" && inputOptin(def.valueType) !== undefined;
    if (keyValues && !def.partial && !omittableOnInput) {
        const validKeyValues = [...keyValues].filter((v) => typeof v === "string" || typeof v === "number");
        if (validKeyValues.length > 0) {
            json.required = validKeyValues.map(String);
        }
    }
};
const nullableProcessor = (schema, ctx, json, params) => {
    const def = schema._zod.def;
    const inner = to_json_schema_processSchema(def.innerType, ctx, params);
    const seen = ctx.seen.get(schema);
    if (ctx.target === "openapi-3.0") {
        seen.ref = def.innerType;
        json.nullable = true;
    }
    else {
        json.anyOf = [inner, { type: "null" }];
    }
};
const nonoptionalProcessor = (schema, ctx, _json, params) => {
    const def = schema._zod.def;
    to_json_schema_processSchema(def.innerType, ctx, params);
    const seen = ctx.seen.get(schema);
    seen.ref = def.innerType;
};
/** Round-trips a default value through JSON so the emitted schema is guaranteed to be valid JSON.
 * A BigInt has no reliable encoding, so it goes through `unrepresentable` like any other
 * unrepresentable value. Returns a sentinel when the caller must not write a default of its own. */
const UNREPRESENTABLE_DEFAULT = Symbol();
function serializeDefaultValue(value, schema, ctx, json, params) {
    let unrepresentable = false;
    const serialized = JSON.stringify(value, (_, val) => {
        if (typeof val !== "bigint")
            return val;
        unrepresentable = true;
        return null;
    });
    if (!unrepresentable)
        return JSON.parse(serialized);
    handleUnrepresentable(schema, ctx, json, params, "BigInt defaults cannot be represented in JSON Schema");
    return UNREPRESENTABLE_DEFAULT;
}
const defaultProcessor = (schema, ctx, json, params) => {
    const def = schema._zod.def;
    to_json_schema_processSchema(def.innerType, ctx, params);
    const seen = ctx.seen.get(schema);
    seen.ref = def.innerType;
    const value = serializeDefaultValue(def.defaultValue, schema, ctx, json, params);
    if (value !== UNREPRESENTABLE_DEFAULT)
        json.default = value;
};
const prefaultProcessor = (schema, ctx, json, params) => {
    const def = schema._zod.def;
    to_json_schema_processSchema(def.innerType, ctx, params);
    const seen = ctx.seen.get(schema);
    seen.ref = def.innerType;
    if (ctx.io !== "input")
        return;
    const value = serializeDefaultValue(def.defaultValue, schema, ctx, json, params);
    if (value !== UNREPRESENTABLE_DEFAULT)
        json._prefault = value;
};
const catchProcessor = (schema, ctx, json, params) => {
    const def = schema._zod.def;
    to_json_schema_processSchema(def.innerType, ctx, params);
    const seen = ctx.seen.get(schema);
    seen.ref = def.innerType;
    let catchValue;
    try {
        catchValue = def.catchValue(undefined);
    }
    catch {
        handleUnrepresentable(schema, ctx, json, params, "Dynamic catch values are not supported in JSON Schema");
        return;
    }
    json.default = catchValue;
};
const pipeProcessor = (schema, ctx, _json, params) => {
    const def = schema._zod.def;
    const inIsTransform = def.in._zod.traits.has("$ZodTransform");
    const innerType = ctx.io === "input" ? (inIsTransform ? def.out : def.in) : def.out;
    to_json_schema_processSchema(innerType, ctx, params);
    const seen = ctx.seen.get(schema);
    seen.ref = innerType;
};
const readonlyProcessor = (schema, ctx, json, params) => {
    const def = schema._zod.def;
    to_json_schema_processSchema(def.innerType, ctx, params);
    const seen = ctx.seen.get(schema);
    seen.ref = def.innerType;
    json.readOnly = true;
};
const promiseProcessor = (schema, ctx, _json, params) => {
    const def = schema._zod.def;
    to_json_schema_processSchema(def.innerType, ctx, params);
    const seen = ctx.seen.get(schema);
    seen.ref = def.innerType;
};
const optionalProcessor = (schema, ctx, _json, params) => {
    const def = schema._zod.def;
    to_json_schema_processSchema(def.innerType, ctx, params);
    const seen = ctx.seen.get(schema);
    seen.ref = def.innerType;
};
const lazyProcessor = (schema, ctx, _json, params) => {
    const innerType = schema._zod.innerType;
    to_json_schema_processSchema(innerType, ctx, params);
    const seen = ctx.seen.get(schema);
    seen.ref = innerType;
};
// ==================== ALL PROCESSORS ====================
const allProcessors = {
    string: stringProcessor,
    number: numberProcessor,
    boolean: booleanProcessor,
    bigint: bigintProcessor,
    symbol: symbolProcessor,
    null: nullProcessor,
    undefined: undefinedProcessor,
    void: voidProcessor,
    never: neverProcessor,
    any: anyProcessor,
    unknown: unknownProcessor,
    date: dateProcessor,
    enum: enumProcessor,
    literal: literalProcessor,
    nan: nanProcessor,
    template_literal: templateLiteralProcessor,
    file: fileProcessor,
    success: successProcessor,
    custom: customProcessor,
    function: functionProcessor,
    transform: transformProcessor,
    map: mapProcessor,
    set: setProcessor,
    array: arrayProcessor,
    object: objectProcessor,
    union: unionProcessor,
    intersection: intersectionProcessor,
    tuple: tupleProcessor,
    record: recordProcessor,
    nullable: nullableProcessor,
    nonoptional: nonoptionalProcessor,
    default: defaultProcessor,
    prefault: prefaultProcessor,
    catch: catchProcessor,
    pipe: pipeProcessor,
    readonly: readonlyProcessor,
    promise: promiseProcessor,
    optional: optionalProcessor,
    lazy: lazyProcessor,
};
function toJSONSchema(input, params) {
    if ("_idmap" in input) {
        // Registry case
        const registry = input;
        const ctx = initializeContext({ ...params, processors: allProcessors });
        const defs = {};
        // First pass: process all schemas to build the seen map
        for (const entry of registry._idmap.entries()) {
            const [_, schema] = entry;
            processSchema(schema, ctx);
        }
        const schemas = {};
        const external = {
            registry,
            uri: params?.uri,
            defs,
        };
        // Update the context with external configuration
        ctx.external = external;
        // Second pass: emit each schema
        for (const entry of registry._idmap.entries()) {
            const [key, schema] = entry;
            extractDefs(ctx, schema);
            assignProp(schemas, key, finalize(ctx, schema));
        }
        if (Object.keys(defs).length > 0) {
            const defsSegment = ctx.target === "draft-2020-12" ? "$defs" : "definitions";
            schemas.__shared = {
                [defsSegment]: defs,
            };
        }
        return { schemas };
    }
    // Single schema case
    const ctx = initializeContext({ ...params, processors: allProcessors });
    processSchema(input, ctx);
    extractDefs(ctx, input);
    return finalize(ctx, input);
}

;// CONCATENATED MODULE: ./node_modules/zod/v4/locales/en.js

const error = () => {
    const Sizable = {
        string: { unit: "characters", verb: "to have" },
        file: { unit: "bytes", verb: "to have" },
        array: { unit: "items", verb: "to have" },
        set: { unit: "items", verb: "to have" },
        map: { unit: "entries", verb: "to have" },
    };
    function getSizing(origin) {
        return Sizable[origin] ?? null;
    }
    const FormatDictionary = {
        regex: "input",
        email: "email address",
        url: "URL",
        emoji: "emoji",
        uuid: "UUID",
        uuidv4: "UUIDv4",
        uuidv6: "UUIDv6",
        nanoid: "nanoid",
        guid: "GUID",
        cuid: "cuid",
        cuid2: "cuid2",
        ulid: "ULID",
        xid: "XID",
        ksuid: "KSUID",
        datetime: "ISO datetime",
        date: "ISO date",
        time: "ISO time",
        duration: "ISO duration",
        ipv4: "IPv4 address",
        ipv6: "IPv6 address",
        mac: "MAC address",
        cidrv4: "IPv4 range",
        cidrv6: "IPv6 range",
        base64: "base64-encoded string",
        base64url: "base64url-encoded string",
        json_string: "JSON string",
        e164: "E.164 number",
        currency_code: "currency code",
        credit_card: "credit card number",
        iban: "IBAN",
        jwt: "JWT",
        template_literal: "input",
    };
    // type names: missing keys = do not translate (use raw value via ?? fallback)
    const TypeDictionary = {
        // Compatibility: "nan" -> "NaN" for display
        nan: "NaN",
        // All other type names omitted - they fall back to raw values via ?? operator
    };
    function getTypeName(type, input) {
        if (type === "number" && typeof input === "number" && !Number.isFinite(input)) {
            return String(input);
        }
        return TypeDictionary[type] ?? type;
    }
    return (issue) => {
        switch (issue.code) {
            case "invalid_type": {
                const expected = getTypeName(issue.expected);
                const receivedType = core_util/* parsedType */.GW(issue.input);
                const received = getTypeName(receivedType, issue.input);
                return `Invalid input: expected ${expected}, received ${received}`;
            }
            case "invalid_value":
                if (issue.values.length === 1)
                    return `Invalid input: expected ${core_util/* stringifyPrimitive */.B7(issue.values[0])}`;
                return `Invalid option: expected one of ${core_util/* joinValues */.jw(issue.values, "|")}`;
            case "too_big": {
                const adj = issue.exact ? "exactly " : issue.inclusive ? "<=" : "<";
                const sizing = getSizing(issue.origin);
                if (sizing)
                    return `Too big: expected ${issue.origin ?? "value"} to have ${adj}${issue.maximum.toString()} ${sizing.unit ?? "elements"}`;
                return `Too big: expected ${issue.origin ?? "value"} to be ${adj}${issue.maximum.toString()}`;
            }
            case "too_small": {
                const adj = issue.exact ? "exactly " : issue.inclusive ? ">=" : ">";
                const sizing = getSizing(issue.origin);
                if (sizing) {
                    return `Too small: expected ${issue.origin} to have ${adj}${issue.minimum.toString()} ${sizing.unit}`;
                }
                return `Too small: expected ${issue.origin} to be ${adj}${issue.minimum.toString()}`;
            }
            case "invalid_format": {
                const _issue = issue;
                if (_issue.format === "starts_with") {
                    return `Invalid string: must start with "${_issue.prefix}"`;
                }
                if (_issue.format === "ends_with")
                    return `Invalid string: must end with "${_issue.suffix}"`;
                if (_issue.format === "includes")
                    return `Invalid string: must include "${_issue.includes}"`;
                if (_issue.format === "regex")
                    return `Invalid string: must match pattern ${_issue.pattern}`;
                return `Invalid ${FormatDictionary[_issue.format] ?? issue.format}`;
            }
            case "not_multiple_of":
                return `Invalid number: must be a multiple of ${issue.divisor}`;
            case "unrecognized_keys":
                return `Unrecognized key${issue.keys.length > 1 ? "s" : ""}: ${core_util/* joinValues */.jw(issue.keys, ", ")}`;
            case "invalid_key":
                return `Invalid key in ${issue.origin}`;
            case "invalid_union":
                if (issue.options && Array.isArray(issue.options) && issue.options.length > 0) {
                    const opts = issue.options.map((o) => `'${o}'`).join(" | ");
                    return `Invalid discriminator value. Expected ${opts}`;
                }
                if (issue.inclusive === false) {
                    return "Invalid input: more than one option matched";
                }
                return "Invalid input";
            case "invalid_element":
                return `Invalid value in ${issue.origin}`;
            default:
                return `Invalid input`;
        }
    };
};
/* harmony default export */ function en() {
    return {
        localeError: error(),
    };
}

;// CONCATENATED MODULE: ./node_modules/zod/v4/core/errors.js


/* Computing the message eagerly is expensive (pretty-printed JSON of all
 * issues), so defer it until first read. The accessor functions and
 * descriptors are shared across instances to keep error construction
 * cheap; the computed message is cached on the internals object. The
 * setter preserves plain assignment semantics for consumers that
 * overwrite `message`. */
function _getMessage() {
    const internals = this._zod;
    internals.message ?? (internals.message = JSON.stringify(internals.def, core_util/* jsonStringifyReplacer */.k8, 2));
    return internals.message;
}
function _setMessage(value) {
    this._zod.message = value;
}
const _messageDesc = {
    get: _getMessage,
    set: _setMessage,
    enumerable: true,
    configurable: true,
};
const _issuesDesc = { value: undefined, enumerable: false };
/* Prototypes that already carry the lazy `toString`. Seeded with the
 * intrinsics so that `init` on a foreign object — it accepts any object —
 * can never install an accessor onto a prototype we do not own. */
const _installedToString = /* @__PURE__ */ new WeakSet([Object.prototype, Error.prototype]);
const initializer = (inst, def) => {
    inst.name = "$ZodError";
    // `_zod` is already non-enumerable: $constructor's init defined it with this same descriptor
    _issuesDesc.value = def;
    Object.defineProperty(inst, "issues", _issuesDesc);
    // Clear the shared slot; a retained `value` pins the last error's issues.
    _issuesDesc.value = undefined;
    Object.defineProperty(inst, "message", _messageDesc);
    /* `toString` lives as a non-enumerable lazy getter on the shared
     * prototype; on first access it caches a per-instance closure so
     * detached usage still works. */
    const proto = Object.getPrototypeOf(inst);
    if (!_installedToString.has(proto)) {
        _installedToString.add(proto);
        Object.defineProperty(proto, "toString", {
            configurable: true,
            enumerable: false,
            get() {
                const value = () => this.message;
                Object.defineProperty(this, "toString", { value, configurable: true, writable: true });
                return value;
            },
            set(value) {
                Object.defineProperty(this, "toString", { value, configurable: true, writable: true });
            },
        });
    }
};
const $ZodError = (0,core_core/* $constructor */.xI)("$ZodError", initializer);
const $ZodRealError = (0,core_core/* $constructor */.xI)("$ZodError", initializer, undefined, {
    Parent: Error,
});
/** Get-or-create `obj[key]` as an own data property. A path segment naming an inherited member
 * ("toString", "constructor") would otherwise read through to the prototype, and assigning
 * "__proto__" would hit the setter instead of creating a key. */
function node(obj, key, make) {
    if (!Object.prototype.hasOwnProperty.call(obj, key)) {
        if (key === "__proto__") {
            Object.defineProperty(obj, key, { value: make(), writable: true, enumerable: true, configurable: true });
        }
        else {
            obj[key] = make();
        }
    }
    return obj[key];
}
function flattenError(error, mapper = (issue) => issue.message) {
    const fieldErrors = {};
    const formErrors = [];
    for (const sub of error.issues) {
        if (sub.path.length > 0) {
            node(fieldErrors, sub.path[0], () => []).push(mapper(sub));
        }
        else {
            formErrors.push(mapper(sub));
        }
    }
    return { formErrors, fieldErrors };
}
function formatError(error, mapper = (issue) => issue.message) {
    const fieldErrors = { _errors: [] };
    const processError = (error, path = []) => {
        for (const issue of error.issues) {
            if (issue.code === "invalid_union" && issue.errors.length) {
                issue.errors.map((issues) => processError({ issues }, [...path, ...issue.path]));
            }
            else if (issue.code === "invalid_key") {
                processError({ issues: issue.issues }, [...path, ...issue.path]);
            }
            else if (issue.code === "invalid_element") {
                processError({ issues: issue.issues }, [...path, ...issue.path]);
            }
            else {
                const fullpath = [...path, ...issue.path];
                if (fullpath.length === 0) {
                    fieldErrors._errors.push(mapper(issue));
                }
                else {
                    let curr = fieldErrors;
                    let i = 0;
                    while (i < fullpath.length) {
                        const el = fullpath[i];
                        const terminal = i === fullpath.length - 1;
                        // `_errors` is reserved by this legacy format, so merge a matching path segment into the current node instead of treating its array as a child.
                        if (el === "_errors") {
                            if (terminal)
                                curr._errors.push(mapper(issue));
                            i++;
                            continue;
                        }
                        // A path element may collide with an inherited property name such as
                        // "__proto__" or "constructor". Truthiness checks read the prototype
                        // (so no node is created, then ._errors.push throws), and bracket
                        // assignment of "__proto__" hits the setter instead of creating an
                        // own key. Guard the read with hasOwnProperty and create the node
                        // with defineProperty so any path element becomes a real own key.
                        if (!Object.prototype.hasOwnProperty.call(curr, el)) {
                            Object.defineProperty(curr, el, {
                                value: { _errors: [] },
                                enumerable: true,
                                writable: true,
                                configurable: true,
                            });
                        }
                        const node = curr[el];
                        if (terminal) {
                            node._errors.push(mapper(issue));
                        }
                        curr = node;
                        i++;
                    }
                }
            }
        }
    };
    processError(error);
    return fieldErrors;
}
function treeifyError(error, mapper = (issue) => issue.message) {
    const result = { errors: [] };
    const processError = (error, path = []) => {
        var _a;
        for (const issue of error.issues) {
            if (issue.code === "invalid_union" && issue.errors.length) {
                // regular union error
                issue.errors.map((issues) => processError({ issues }, [...path, ...issue.path]));
            }
            else if (issue.code === "invalid_key") {
                processError({ issues: issue.issues }, [...path, ...issue.path]);
            }
            else if (issue.code === "invalid_element") {
                processError({ issues: issue.issues }, [...path, ...issue.path]);
            }
            else {
                const fullpath = [...path, ...issue.path];
                if (fullpath.length === 0) {
                    result.errors.push(mapper(issue));
                    continue;
                }
                let curr = result;
                let i = 0;
                while (i < fullpath.length) {
                    const el = fullpath[i];
                    const terminal = i === fullpath.length - 1;
                    if (typeof el === "string") {
                        curr.properties ?? (curr.properties = {});
                        // el may collide with an inherited property name ("__proto__",
                        // "constructor", ...); ??= reads the prototype so the node is never
                        // created and curr.errors.push throws. Guard with hasOwnProperty and
                        // create the node with defineProperty so "__proto__" becomes a real
                        // own key rather than invoking the prototype setter.
                        if (!Object.prototype.hasOwnProperty.call(curr.properties, el)) {
                            Object.defineProperty(curr.properties, el, {
                                value: { errors: [] },
                                enumerable: true,
                                writable: true,
                                configurable: true,
                            });
                        }
                        curr = curr.properties[el];
                    }
                    else {
                        curr.items ?? (curr.items = []);
                        (_a = curr.items)[el] ?? (_a[el] = { errors: [] });
                        curr = curr.items[el];
                    }
                    if (terminal) {
                        curr.errors.push(mapper(issue));
                    }
                    i++;
                }
            }
        }
    };
    processError(error);
    return result;
}
/** Format a ZodError as a human-readable string in the following form.
 *
 * From
 *
 * ```ts
 * ZodError {
 *   issues: [
 *     {
 *       expected: 'string',
 *       code: 'invalid_type',
 *       path: [ 'username' ],
 *       message: 'Invalid input: expected string'
 *     },
 *     {
 *       expected: 'number',
 *       code: 'invalid_type',
 *       path: [ 'favoriteNumbers', 1 ],
 *       message: 'Invalid input: expected number'
 *     }
 *   ];
 * }
 * ```
 *
 * to
 *
 * ```
 * username
 *   ✖ Expected number, received string at "username
 * favoriteNumbers[0]
 *   ✖ Invalid input: expected number
 * ```
 */
function toDotPath(_path) {
    const segs = [];
    const path = _path.map((seg) => (typeof seg === "object" ? seg.key : seg));
    for (const seg of path) {
        if (typeof seg === "number")
            segs.push(`[${seg}]`);
        else if (typeof seg === "symbol")
            segs.push(`[${JSON.stringify(String(seg))}]`);
        else if (/[^\w$]/.test(seg))
            segs.push(`[${JSON.stringify(seg)}]`);
        else {
            if (segs.length)
                segs.push(".");
            segs.push(seg);
        }
    }
    return segs.join("");
}
function prettifyError(error) {
    const lines = [];
    // sort by path length
    const issues = [...error.issues].sort((a, b) => (a.path ?? []).length - (b.path ?? []).length);
    // Process each issue
    for (const issue of issues) {
        lines.push(`✖ ${issue.message}`);
        if (issue.path?.length)
            lines.push(`  → at ${toDotPath(issue.path)}`);
    }
    // Convert Map to formatted string
    return lines.join("\n");
}

;// CONCATENATED MODULE: ./node_modules/zod/v4/core/parse.js



// Always both keys, so the `_params` read site in `_parse` sees one object shape rather than two.
function finalizeParams(callee, params) {
    return { callee: params?.callee ?? callee, Err: params?.Err };
}
const _parse = (_Err) => {
    const fn = (schema, value, _ctx, _params) => {
        const ctx = _ctx ? { ..._ctx, async: false } : { async: false };
        const result = schema._zod.run({ value, issues: [] }, ctx);
        if (result instanceof Promise) {
            throw new core_core/* $ZodAsyncError */.GT();
        }
        if (result.issues.length) {
            const e = new (_params?.Err ?? _Err)(result.issues.map((iss) => core_util/* finalizeIssue */.iR(iss, ctx, core_core/* config */.$W())));
            core_util/* captureStackTrace */.gx(e, _params?.callee ?? fn);
            throw e;
        }
        return result.value;
    };
    return fn;
};
const parse_parse = /* @__PURE__*/ _parse($ZodRealError);
const _parseAsync = (_Err) => {
    const fn = async (schema, value, _ctx, params) => {
        const ctx = _ctx ? { ..._ctx, async: true } : { async: true };
        let result = schema._zod.run({ value, issues: [] }, ctx);
        if (result instanceof Promise)
            result = await result;
        if (result.issues.length) {
            const e = new (params?.Err ?? _Err)(result.issues.map((iss) => core_util/* finalizeIssue */.iR(iss, ctx, core_core/* config */.$W())));
            core_util/* captureStackTrace */.gx(e, params?.callee ?? fn);
            throw e;
        }
        return result.value;
    };
    return fn;
};
const parse_parseAsync = /* @__PURE__*/ _parseAsync($ZodRealError);
const _safeParse = (_Err) => (schema, value, _ctx) => {
    const ctx = _ctx ? { ..._ctx, async: false } : { async: false };
    const result = schema._zod.run({ value, issues: [] }, ctx);
    if (result instanceof Promise) {
        throw new core_core/* $ZodAsyncError */.GT();
    }
    return result.issues.length ? failure(_Err, result.issues, ctx) : { success: true, data: result.value };
};
const safeParse = /* @__PURE__*/ _safeParse($ZodRealError);
// the error is built on the first read of `error`: finalizing the issues and constructing the instance is most of a failing parse, and a caller that only branches on `success` never pays it. a getter in the literal keeps this small; the alternative, one shared accessor descriptor plus a hidden state slot, reads ~15% faster but costs ~75 B gzipped in every bundle
function failure(Err, issues, ctx) {
    let error;
    return {
        success: false,
        get error() {
            if (!error) {
                error = new Err(issues.map((iss) => core_util/* finalizeIssue */.iR(iss, ctx, core_core/* config */.$W())));
                // finalizeIssue drops `input`, so the built error holds nothing; keeping the raw issues past this point pins the parsed value for the life of the result
                issues = undefined;
                ctx = undefined;
            }
            return error;
        },
        set error(e) {
            error = e;
            // a replacement makes the getter's branch unreachable, so the captures have to go here too
            issues = undefined;
            ctx = undefined;
        },
    };
}
const _safeParseAsync = (_Err) => async (schema, value, _ctx) => {
    const ctx = _ctx ? { ..._ctx, async: true } : { async: true };
    let result = schema._zod.run({ value, issues: [] }, ctx);
    if (result instanceof Promise)
        result = await result;
    return result.issues.length ? failure(_Err, result.issues, ctx) : { success: true, data: result.value };
};
const safeParseAsync = /* @__PURE__*/ _safeParseAsync($ZodRealError);
// registry mirrors of the compiler's sentinels, so this module never imports the compiler
const COMPILE_INVALID = /* @__PURE__ */ Symbol.for("zod.compile.invalid");
const COMPILE_FALLBACK = /* @__PURE__ */ Symbol.for("zod.compile.fallback");
// Deliberately tiny, because v8 will not inline a body carrying the fallback's object literals and throw. Everything that is not the compiled happy path lives in validateFallback, and that split is worth ~35% on a compiled schema.
const validate = ((schema, value, _ctx) => {
    const validator = schema._zod.bag.validator;
    if (validator !== undefined) {
        if (validator(value) !== COMPILE_INVALID)
            return true;
        // a definite sentinel means the runtime would reject, so skip the re-parse; a ctx can still change the answer
        if (validator.definite === true && _ctx === undefined)
            return false;
    }
    return validateFallback(schema, value, _ctx);
});
function validateFallback(schema, value, _ctx) {
    const ctx = _ctx
        ? { ..._ctx, async: false, abortEarly: true }
        : { async: false, abortEarly: true };
    const fallbackRun = schema._zod.bag.fallbackRun;
    let result;
    if (fallbackRun) {
        // skip nested fast paths on the fallback, so user callbacks keep the at-most-twice bound
        ctx[COMPILE_FALLBACK] = true;
        result = fallbackRun({ value, issues: [] }, ctx);
    }
    else {
        result = schema._zod.run({ value, issues: [] }, ctx);
    }
    if (result instanceof Promise) {
        throw new core_core/* $ZodAsyncError */.GT();
    }
    return result.issues.length === 0;
}
// no fast path: the compiler keeps async parses on the runtime, because a promise-returning callback that is not declared async compiles to a throw
const parse_validateAsync = async (schema, value, _ctx) => {
    const ctx = _ctx
        ? { ..._ctx, async: true, abortEarly: true }
        : { async: true, abortEarly: true };
    let result = schema._zod.run({ value, issues: [] }, ctx);
    if (result instanceof Promise)
        result = await result;
    return result.issues.length === 0;
};
const _encode = (_Err) => {
    const parse = _parse(_Err);
    const fn = (schema, value, _ctx, _params) => {
        const ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
        return parse(schema, value, ctx, finalizeParams(fn, _params));
    };
    return fn;
};
const encode = /* @__PURE__*/ _encode($ZodRealError);
const _decode = (_Err) => {
    const parse = _parse(_Err);
    const fn = (schema, value, _ctx, _params) => {
        return parse(schema, value, _ctx, finalizeParams(fn, _params));
    };
    return fn;
};
const decode = /* @__PURE__*/ _decode($ZodRealError);
const _encodeAsync = (_Err) => {
    const parseAsync = _parseAsync(_Err);
    const fn = async (schema, value, _ctx, _params) => {
        const ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
        return (await parseAsync(schema, value, ctx, finalizeParams(fn, _params)));
    };
    return fn;
};
const encodeAsync = /* @__PURE__*/ _encodeAsync($ZodRealError);
const _decodeAsync = (_Err) => {
    const parseAsync = _parseAsync(_Err);
    const fn = async (schema, value, _ctx, _params) => {
        return await parseAsync(schema, value, _ctx, finalizeParams(fn, _params));
    };
    return fn;
};
const decodeAsync = /* @__PURE__*/ _decodeAsync($ZodRealError);
const _safeEncode = (_Err) => (schema, value, _ctx) => {
    const ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
    return _safeParse(_Err)(schema, value, ctx);
};
const safeEncode = /* @__PURE__*/ _safeEncode($ZodRealError);
const _safeDecode = (_Err) => (schema, value, _ctx) => {
    return _safeParse(_Err)(schema, value, _ctx);
};
const safeDecode = /* @__PURE__*/ _safeDecode($ZodRealError);
const _safeEncodeAsync = (_Err) => async (schema, value, _ctx) => {
    const ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
    return _safeParseAsync(_Err)(schema, value, ctx);
};
const safeEncodeAsync = /* @__PURE__*/ _safeEncodeAsync($ZodRealError);
const _safeDecodeAsync = (_Err) => async (schema, value, _ctx) => {
    return _safeParseAsync(_Err)(schema, value, _ctx);
};
const safeDecodeAsync = /* @__PURE__*/ _safeDecodeAsync($ZodRealError);

;// CONCATENATED MODULE: ./node_modules/zod/v4/classic/errors.js



/* Prototypes that already carry the lazy helper methods. Seeded with the
 * intrinsics so that `init` on a foreign object — it accepts any object —
 * can never install an accessor onto a prototype we do not own. */
const _installedErrorProtos = /* @__PURE__ */ new WeakSet([Object.prototype, Error.prototype]);
/* Helper methods live as non-enumerable lazy getters on the shared
 * prototype instead of own properties on every instance. On first
 * access the getter allocates the per-instance closure and caches it
 * as a non-enumerable own property, so detached usage still works and
 * the allocation only happens for methods actually touched. */
function _lazyMethod(proto, key, make) {
    Object.defineProperty(proto, key, {
        configurable: true,
        enumerable: false,
        get() {
            const value = make(this);
            Object.defineProperty(this, key, { value, configurable: true, writable: true });
            return value;
        },
        set(value) {
            Object.defineProperty(this, key, { value, configurable: true, writable: true });
        },
    });
}
const errors_initializer = (inst, issues) => {
    $ZodError.init(inst, issues);
    inst.name = "ZodError";
    const proto = Object.getPrototypeOf(inst);
    if (_installedErrorProtos.has(proto))
        return;
    _installedErrorProtos.add(proto);
    _lazyMethod(proto, "format", (self) => (mapper) => formatError(self, mapper));
    _lazyMethod(proto, "flatten", (self) => (mapper) => flattenError(self, mapper));
    _lazyMethod(proto, "addIssue", (self) => (issue) => {
        self.issues.push(issue);
        self.message = JSON.stringify(self.issues, core_util/* jsonStringifyReplacer */.k8, 2);
    });
    _lazyMethod(proto, "addIssues", (self) => (issues) => {
        self.issues.push(...issues);
        self.message = JSON.stringify(self.issues, core_util/* jsonStringifyReplacer */.k8, 2);
    });
    Object.defineProperty(proto, "isEmpty", {
        configurable: true,
        enumerable: false,
        get() {
            return this.issues.length === 0;
        },
    });
};
const ZodError = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodError", errors_initializer)));
const ZodRealError = /*@__PURE__*/ core_core/* $constructor */.xI("ZodError", errors_initializer, undefined, {
    Parent: Error,
});
// /** @deprecated Use `z.core.$ZodErrorMapCtx` instead. */
// export type ErrorMapCtx = core.$ZodErrorMapCtx;

;// CONCATENATED MODULE: ./node_modules/zod/v4/classic/parse.js


const classic_parse_parse = /* @__PURE__ */ _parse(ZodRealError);
const classic_parse_parseAsync = /* @__PURE__ */ _parseAsync(ZodRealError);
const parse_safeParse = /* @__PURE__ */ _safeParse(ZodRealError);
const parse_safeParseAsync = /* @__PURE__ */ _safeParseAsync(ZodRealError);

// Codec functions
const parse_encode = /* @__PURE__ */ _encode(ZodRealError);
const parse_decode = /* @__PURE__ */ _decode(ZodRealError);
const parse_encodeAsync = /* @__PURE__ */ _encodeAsync(ZodRealError);
const parse_decodeAsync = /* @__PURE__ */ _decodeAsync(ZodRealError);
const parse_safeEncode = /* @__PURE__ */ _safeEncode(ZodRealError);
const parse_safeDecode = /* @__PURE__ */ _safeDecode(ZodRealError);
const parse_safeEncodeAsync = /* @__PURE__ */ _safeEncodeAsync(ZodRealError);
const parse_safeDecodeAsync = /* @__PURE__ */ _safeDecodeAsync(ZodRealError);

;// CONCATENATED MODULE: ./node_modules/zod/v4/classic/schemas.js








// Register English as the default locale on first ZodType construction. Hooked into the `ZodType` `$constructor` (rather than a top-level `config(en())` in `external.ts`) so bundlers honoring `sideEffects: false` can't tree-shake it out — see #5953, #5725. An explicit `z.config(z.locales.xx())` call wins regardless of order, since this only sets the default when none is present.
function _ensureDefaultLocale() {
    if (!core_core/* globalConfig */.cr.localeError)
        core_core/* config */.$W(en());
}
// the default memoizer is read by the core container init, which runs before `ZodType.init`, so each container calls this first
function _ensureDefaultMemoizer() {
    if (!core_core/* globalConfig */.cr.memoizer)
        core_core/* config */.$W({ memoizer: memoizer() });
}
const ZodType = /*@__PURE__*/ core_core/* $constructor */.xI("ZodType", (inst, def) => {
    _ensureDefaultLocale();
    $ZodType.init(inst, def);
    inst.def = def;
    inst.type = def.type;
    return inst;
}, {
    check(...chks) {
        const def = this.def;
        return this.clone(core_util/* mergeDefs */.zM(def, {
            checks: [
                ...(def.checks ?? []),
                ...chks.map((ch) => typeof ch === "function" ? { _zod: { check: ch, def: { check: "custom" }, onattach: [] } } : ch),
            ],
        }), { parent: true });
    },
    with(...chks) {
        return this.check(...chks);
    },
    clone(def, params) {
        return core_util/* clone */.o8(this, def, params);
    },
    brand() {
        return this;
    },
    register(reg, meta) {
        reg.add(this, meta);
        return this;
    },
    refine(check, params) {
        return this.check(refine(check, params));
    },
    superRefine(refinement, params) {
        return this.check(superRefine(refinement, params));
    },
    overwrite(fn) {
        return this.check(_overwrite(fn));
    },
    optional() {
        return optional(this);
    },
    exactOptional() {
        return exactOptional(this);
    },
    nullable() {
        return nullable(this);
    },
    nullish() {
        return optional(nullable(this));
    },
    nonoptional(params) {
        return nonoptional(this, params);
    },
    array() {
        return array(this);
    },
    or(arg) {
        return union([this, arg]);
    },
    and(arg) {
        return intersection(this, arg);
    },
    transform(tx) {
        return pipe(this, transform(tx));
    },
    default(d) {
        return schemas_default(this, d);
    },
    prefault(d) {
        return prefault(this, d);
    },
    catch(params) {
        return schemas_catch(this, params);
    },
    pipe(target) {
        return pipe(this, target);
    },
    readonly() {
        return readonly(this);
    },
    describe(description) {
        const cl = this.clone();
        globalRegistry.add(cl, { description });
        return cl;
    },
    meta(...args) {
        // overloaded: meta() returns the registered metadata, meta(data) returns a clone with `data` registered. The mapped type picks up the second overload, so we accept variadic any-args and return `any` to satisfy both at runtime.
        if (args.length === 0)
            return globalRegistry.get(this);
        const cl = this.clone();
        globalRegistry.add(cl, args[0]);
        return cl;
    },
    isOptional() {
        return this.safeParse(undefined).success;
    },
    isNullable() {
        return this.safeParse(null).success;
    },
    apply(fn, ...args) {
        return args.length === 0 ? fn(this) : fn(this, ...args);
    },
    // Overrides core's `~standard` to add `jsonSchema`. Must stay a prototype entry: redefining it per instance demotes instances to dictionary mode.
    get "~standard"() {
        return core_util/* hide */.jD(this, "~standard", {
            ...standardProps(this),
            jsonSchema: {
                input: createStandardJSONSchemaMethod(this, "input"),
                output: createStandardJSONSchemaMethod(this, "output"),
            },
        });
    },
    set "~standard"(value) {
        core_util/* own */.qh(this, "~standard", value);
    },
    parse: function _parse(data, params) {
        return classic_parse_parse(this, data, params, { callee: _parse });
    },
    parseAsync: async function _parseAsync(data, params) {
        return await classic_parse_parseAsync(this, data, params, { callee: _parseAsync });
    },
    safeParse(data, params) {
        return parse_safeParse(this, data, params);
    },
    async safeParseAsync(data, params) {
        return parse_safeParseAsync(this, data, params);
    },
    // `spa` is an alias: same function object as `safeParseAsync`, as before.
    get spa() {
        return this?.safeParseAsync;
    },
    set spa(value) {
        core_util/* own */.qh(this, "spa", value);
    },
    validate(data, params) {
        return validate(this, data, params);
    },
    validateAsync(data, params) {
        return parse_validateAsync(this, data, params);
    },
    encode: function _encode(data, params) {
        return parse_encode(this, data, params, { callee: _encode });
    },
    decode: function _decode(data, params) {
        return parse_decode(this, data, params, { callee: _decode });
    },
    encodeAsync: async function _encodeAsync(data, params) {
        return await parse_encodeAsync(this, data, params, { callee: _encodeAsync });
    },
    decodeAsync: async function _decodeAsync(data, params) {
        return await parse_decodeAsync(this, data, params, { callee: _decodeAsync });
    },
    safeEncode(data, params) {
        return parse_safeEncode(this, data, params);
    },
    safeDecode(data, params) {
        return parse_safeDecode(this, data, params);
    },
    async safeEncodeAsync(data, params) {
        return parse_safeEncodeAsync(this, data, params);
    },
    async safeDecodeAsync(data, params) {
        return parse_safeDecodeAsync(this, data, params);
    },
    toJSONSchema(params) {
        return createToJSONSchemaMethod(this, {})(params);
    },
    // Reads through to the registry on every access, so it must not cache.
    get description() {
        return globalRegistry.get(this)?.description;
    },
    // No setter: `schema._def = x` throws, as it did when `_def` was a non-writable own property.
    get _def() {
        return this._zod.def;
    },
});
/** @internal */
const _ZodString = /*@__PURE__*/ core_core/* $constructor */.xI("_ZodString", (inst, def) => {
    $ZodString.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => stringProcessor(inst, ctx, json, params);
}, 
/*@__PURE__*/ core_util/* derived */.un({
    format: (inst) => aggregateChecks(inst).format ?? null,
    minLength: (inst) => aggregateChecks(inst).minimum ?? null,
    maxLength: (inst) => aggregateChecks(inst).maximum ?? null,
}, {
    regex(...args) {
        return this.check(_regex(...args));
    },
    includes(...args) {
        return this.check(_includes(...args));
    },
    startsWith(...args) {
        return this.check(_startsWith(...args));
    },
    endsWith(...args) {
        return this.check(_endsWith(...args));
    },
    min(...args) {
        return this.check(_minLength(...args));
    },
    max(...args) {
        return this.check(_maxLength(...args));
    },
    length(...args) {
        return this.check(_length(...args));
    },
    nonempty(...args) {
        return this.check(_minLength(1, ...args));
    },
    lowercase(params) {
        return this.check(_lowercase(params));
    },
    uppercase(params) {
        return this.check(_uppercase(params));
    },
    trim() {
        return this.check(_trim());
    },
    normalize(...args) {
        return this.check(_normalize(...args));
    },
    toLowerCase() {
        return this.check(_toLowerCase());
    },
    toUpperCase() {
        return this.check(_toUpperCase());
    },
    slugify() {
        return this.check(_slugify());
    },
}));
const ZodString = /*@__PURE__*/ core_core/* $constructor */.xI("ZodString", (inst, def) => {
    $ZodString.init(inst, def);
    _ZodString.init(inst, def);
}, {
    email(params) {
        return this.check(_email(ZodEmail, params));
    },
    url(params) {
        return this.check(_url(ZodURL, params));
    },
    jwt(params) {
        return this.check(_jwt(ZodJWT, params));
    },
    emoji(params) {
        return this.check(api_emoji(ZodEmoji, params));
    },
    guid(params) {
        return this.check(_guid(ZodGUID, params));
    },
    uuid(params) {
        return this.check(_uuid(ZodUUID, params));
    },
    uuidv4(params) {
        return this.check(_uuidv4(ZodUUID, params));
    },
    uuidv6(params) {
        return this.check(_uuidv6(ZodUUID, params));
    },
    uuidv7(params) {
        return this.check(_uuidv7(ZodUUID, params));
    },
    nanoid(params) {
        return this.check(_nanoid(ZodNanoID, params));
    },
    cuid(params) {
        return this.check(_cuid(ZodCUID, params));
    },
    cuid2(params) {
        return this.check(_cuid2(ZodCUID2, params));
    },
    ulid(params) {
        return this.check(_ulid(ZodULID, params));
    },
    base64(params) {
        return this.check(_base64(ZodBase64, params));
    },
    base64url(params) {
        return this.check(_base64url(ZodBase64URL, params));
    },
    xid(params) {
        return this.check(_xid(ZodXID, params));
    },
    ksuid(params) {
        return this.check(_ksuid(ZodKSUID, params));
    },
    ipv4(params) {
        return this.check(_ipv4(ZodIPv4, params));
    },
    ipv6(params) {
        return this.check(_ipv6(ZodIPv6, params));
    },
    cidrv4(params) {
        return this.check(_cidrv4(ZodCIDRv4, params));
    },
    cidrv6(params) {
        return this.check(_cidrv6(ZodCIDRv6, params));
    },
    e164(params) {
        return this.check(_e164(ZodE164, params));
    },
    datetime(params) {
        return this.check(_isoDateTime(ZodISODateTime, params));
    },
    date(params) {
        return this.check(_isoDate(ZodISODate, params));
    },
    time(params) {
        return this.check(_isoTime(ZodISOTime, params));
    },
    duration(params) {
        return this.check(_isoDuration(ZodISODuration, params));
    },
});
function schemas_string(params) {
    return _string(ZodString, params);
}
const ZodStringFormat = /*@__PURE__*/ core_core/* $constructor */.xI("ZodStringFormat", (inst, def) => {
    $ZodStringFormat.init(inst, def);
    _ZodString.init(inst, def);
});
const ZodISODateTime = /*@__PURE__*/ core_core/* $constructor */.xI("ZodISODateTime", (inst, def) => {
    $ZodISODateTime.init(inst, def);
    ZodStringFormat.init(inst, def);
});
const ZodISODate = /*@__PURE__*/ core_core/* $constructor */.xI("ZodISODate", (inst, def) => {
    $ZodISODate.init(inst, def);
    ZodStringFormat.init(inst, def);
});
const ZodISOTime = /*@__PURE__*/ core_core/* $constructor */.xI("ZodISOTime", (inst, def) => {
    $ZodISOTime.init(inst, def);
    ZodStringFormat.init(inst, def);
});
const ZodISODuration = /*@__PURE__*/ core_core/* $constructor */.xI("ZodISODuration", (inst, def) => {
    $ZodISODuration.init(inst, def);
    ZodStringFormat.init(inst, def);
});
const ZodEmail = /*@__PURE__*/ core_core/* $constructor */.xI("ZodEmail", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    $ZodEmail.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function schemas_email(params) {
    return core._email(ZodEmail, params);
}
const ZodGUID = /*@__PURE__*/ core_core/* $constructor */.xI("ZodGUID", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    $ZodGUID.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function schemas_guid(params) {
    return core._guid(ZodGUID, params);
}
const ZodUUID = /*@__PURE__*/ core_core/* $constructor */.xI("ZodUUID", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    $ZodUUID.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function schemas_uuid(params) {
    return core._uuid(ZodUUID, params);
}
function uuidv4(params) {
    return core._uuidv4(ZodUUID, params);
}
// ZodUUIDv6
function uuidv6(params) {
    return core._uuidv6(ZodUUID, params);
}
// ZodUUIDv7
function uuidv7(params) {
    return core._uuidv7(ZodUUID, params);
}
const ZodURL = /*@__PURE__*/ core_core/* $constructor */.xI("ZodURL", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    $ZodURL.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function url(params) {
    return core._url(ZodURL, params);
}
function httpUrl(params) {
    return core._url(ZodURL, {
        protocol: regexes.httpProtocol,
        hostname: regexes.domain,
        ...util.normalizeParams(params),
    });
}
const ZodEmoji = /*@__PURE__*/ core_core/* $constructor */.xI("ZodEmoji", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    $ZodEmoji.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function schemas_emoji(params) {
    return core._emoji(ZodEmoji, params);
}
const ZodNanoID = /*@__PURE__*/ core_core/* $constructor */.xI("ZodNanoID", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    $ZodNanoID.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function schemas_nanoid(params) {
    return core._nanoid(ZodNanoID, params);
}
/**
 * @deprecated CUID v1 is deprecated by its authors due to information leakage
 * (timestamps embedded in the id). Use {@link ZodCUID2} instead.
 * See https://github.com/paralleldrive/cuid.
 */
const ZodCUID = /*@__PURE__*/ core_core/* $constructor */.xI("ZodCUID", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    $ZodCUID.init(inst, def);
    ZodStringFormat.init(inst, def);
});
/**
 * Validates a CUID v1 string.
 *
 * @deprecated CUID v1 is deprecated by its authors due to information leakage
 * (timestamps embedded in the id). Use {@link cuid2 | `z.cuid2()`} instead.
 * See https://github.com/paralleldrive/cuid.
 */
function schemas_cuid(params) {
    return core._cuid(ZodCUID, params);
}
const ZodCUID2 = /*@__PURE__*/ core_core/* $constructor */.xI("ZodCUID2", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    $ZodCUID2.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function schemas_cuid2(params) {
    return core._cuid2(ZodCUID2, params);
}
const ZodULID = /*@__PURE__*/ core_core/* $constructor */.xI("ZodULID", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    $ZodULID.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function schemas_ulid(params) {
    return core._ulid(ZodULID, params);
}
const ZodXID = /*@__PURE__*/ core_core/* $constructor */.xI("ZodXID", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    $ZodXID.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function schemas_xid(params) {
    return core._xid(ZodXID, params);
}
const ZodKSUID = /*@__PURE__*/ core_core/* $constructor */.xI("ZodKSUID", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    $ZodKSUID.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function schemas_ksuid(params) {
    return core._ksuid(ZodKSUID, params);
}
const ZodIPv4 = /*@__PURE__*/ core_core/* $constructor */.xI("ZodIPv4", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    $ZodIPv4.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function schemas_ipv4(params) {
    return core._ipv4(ZodIPv4, params);
}
const ZodMAC = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMAC", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    core.$ZodMAC.init(inst, def);
    ZodStringFormat.init(inst, def);
})));
function schemas_mac(params) {
    return core._mac(ZodMAC, params);
}
const ZodIPv6 = /*@__PURE__*/ core_core/* $constructor */.xI("ZodIPv6", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    $ZodIPv6.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function schemas_ipv6(params) {
    return core._ipv6(ZodIPv6, params);
}
const ZodCIDRv4 = /*@__PURE__*/ core_core/* $constructor */.xI("ZodCIDRv4", (inst, def) => {
    $ZodCIDRv4.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function schemas_cidrv4(params) {
    return core._cidrv4(ZodCIDRv4, params);
}
const ZodCIDRv6 = /*@__PURE__*/ core_core/* $constructor */.xI("ZodCIDRv6", (inst, def) => {
    $ZodCIDRv6.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function schemas_cidrv6(params) {
    return core._cidrv6(ZodCIDRv6, params);
}
const ZodBase64 = /*@__PURE__*/ core_core/* $constructor */.xI("ZodBase64", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    $ZodBase64.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function schemas_base64(params) {
    return core._base64(ZodBase64, params);
}
const ZodBase64URL = /*@__PURE__*/ core_core/* $constructor */.xI("ZodBase64URL", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    $ZodBase64URL.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function schemas_base64url(params) {
    return core._base64url(ZodBase64URL, params);
}
const ZodE164 = /*@__PURE__*/ core_core/* $constructor */.xI("ZodE164", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    $ZodE164.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function schemas_e164(params) {
    return core._e164(ZodE164, params);
}
const ZodCreditCard = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodCreditCard", (inst, def) => {
    core.$ZodCreditCard.init(inst, def);
    ZodStringFormat.init(inst, def);
})));
function schemas_creditCard(params) {
    return core._creditCard(ZodCreditCard, params);
}
const ZodIBAN = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodIBAN", (inst, def) => {
    core.$ZodIBAN.init(inst, def);
    ZodStringFormat.init(inst, def);
})));
function schemas_iban(params) {
    return core._iban(ZodIBAN, params);
}
const ZodJWT = /*@__PURE__*/ core_core/* $constructor */.xI("ZodJWT", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    $ZodJWT.init(inst, def);
    ZodStringFormat.init(inst, def);
});
function jwt(params) {
    return core._jwt(ZodJWT, params);
}
const ZodCustomStringFormat = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodCustomStringFormat", (inst, def) => {
    // ZodStringFormat.init(inst, def);
    core.$ZodCustomStringFormat.init(inst, def);
    ZodStringFormat.init(inst, def);
})));
function stringFormat(format, fnOrRegex, _params = {}) {
    return core._stringFormat(ZodCustomStringFormat, format, fnOrRegex, _params);
}
function schemas_hostname(_params) {
    return core._stringFormat(ZodCustomStringFormat, "hostname", regexes.hostname, _params);
}
function schemas_hex(_params) {
    return core._stringFormat(ZodCustomStringFormat, "hex", regexes.hex, _params);
}
function schemas_currencyCode(_params) {
    return core._stringFormat(ZodCustomStringFormat, "currency_code", regexes.currencyCode, _params);
}
function hash(alg, params) {
    const enc = params?.enc ?? "hex";
    const format = `${alg}_${enc}`;
    const regex = core.regexes[format];
    if (!regex)
        throw new Error(`Unrecognized hash format: ${format}`);
    return core._stringFormat(ZodCustomStringFormat, format, regex, params);
}
const ZodNumber = /*@__PURE__*/ core_core/* $constructor */.xI("ZodNumber", (inst, def) => {
    $ZodNumber.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => numberProcessor(inst, ctx, json, params);
    inst.isFinite = true;
}, 
/*@__PURE__*/ core_util/* derived */.un({
    minValue: (inst) => {
        const { minimum, exclusiveMinimum } = aggregateChecks(inst);
        return Math.max(minimum ?? Number.NEGATIVE_INFINITY, exclusiveMinimum ?? Number.NEGATIVE_INFINITY);
    },
    maxValue: (inst) => {
        const { maximum, exclusiveMaximum } = aggregateChecks(inst);
        return Math.min(maximum ?? Number.POSITIVE_INFINITY, exclusiveMaximum ?? Number.POSITIVE_INFINITY);
    },
    isInt: (inst) => {
        const { isInt, multipleOf } = aggregateChecks(inst);
        return !!isInt || !!multipleOf?.some(Number.isSafeInteger);
    },
    format: (inst) => aggregateChecks(inst).format ?? null,
}, {
    gt(value, params) {
        return this.check(_gt(value, params));
    },
    gte(value, params) {
        return this.check(_gte(value, params));
    },
    min(value, params) {
        return this.check(_gte(value, params));
    },
    lt(value, params) {
        return this.check(_lt(value, params));
    },
    lte(value, params) {
        return this.check(_lte(value, params));
    },
    max(value, params) {
        return this.check(_lte(value, params));
    },
    int(params) {
        return this.check(schemas_int(params));
    },
    safe(params) {
        return this.check(schemas_int(params));
    },
    positive(params) {
        return this.check(_gt(0, params));
    },
    nonnegative(params) {
        return this.check(_gte(0, params));
    },
    negative(params) {
        return this.check(_lt(0, params));
    },
    nonpositive(params) {
        return this.check(_lte(0, params));
    },
    multipleOf(value, params) {
        return this.check(_multipleOf(value, params));
    },
    step(value, params) {
        return this.check(_multipleOf(value, params));
    },
    finite() {
        return this;
    },
}));
function schemas_number(params) {
    return _number(ZodNumber, params);
}
const ZodNumberFormat = /*@__PURE__*/ core_core/* $constructor */.xI("ZodNumberFormat", (inst, def) => {
    $ZodNumberFormat.init(inst, def);
    ZodNumber.init(inst, def);
});
function schemas_int(params) {
    return _int(ZodNumberFormat, params);
}
function float32(params) {
    return core._float32(ZodNumberFormat, params);
}
function float64(params) {
    return core._float64(ZodNumberFormat, params);
}
function int32(params) {
    return core._int32(ZodNumberFormat, params);
}
function uint32(params) {
    return core._uint32(ZodNumberFormat, params);
}
const ZodBoolean = /*@__PURE__*/ core_core/* $constructor */.xI("ZodBoolean", (inst, def) => {
    $ZodBoolean.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => booleanProcessor(inst, ctx, json, params);
});
function schemas_boolean(params) {
    return _boolean(ZodBoolean, params);
}
const ZodBigInt = /*@__PURE__*/ core_core/* $constructor */.xI("ZodBigInt", (inst, def) => {
    $ZodBigInt.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => bigintProcessor(inst, ctx, json, params);
}, 
/*@__PURE__*/ core_util/* derived */.un({
    minValue: (inst) => aggregateChecks(inst).minimum ?? null,
    maxValue: (inst) => aggregateChecks(inst).maximum ?? null,
    format: (inst) => aggregateChecks(inst).format ?? null,
}, {
    gte(value, params) {
        return this.check(_gte(value, params));
    },
    min(value, params) {
        return this.check(_gte(value, params));
    },
    gt(value, params) {
        return this.check(_gt(value, params));
    },
    lt(value, params) {
        return this.check(_lt(value, params));
    },
    lte(value, params) {
        return this.check(_lte(value, params));
    },
    max(value, params) {
        return this.check(_lte(value, params));
    },
    positive(params) {
        return this.check(_gt(BigInt(0), params));
    },
    negative(params) {
        return this.check(_lt(BigInt(0), params));
    },
    nonpositive(params) {
        return this.check(_lte(BigInt(0), params));
    },
    nonnegative(params) {
        return this.check(_gte(BigInt(0), params));
    },
    multipleOf(value, params) {
        return this.check(_multipleOf(value, params));
    },
}));
function schemas_bigint(params) {
    return core._bigint(ZodBigInt, params);
}
const ZodBigIntFormat = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodBigIntFormat", (inst, def) => {
    core.$ZodBigIntFormat.init(inst, def);
    ZodBigInt.init(inst, def);
})));
function int64(params) {
    return core._int64(ZodBigIntFormat, params);
}
function uint64(params) {
    return core._uint64(ZodBigIntFormat, params);
}
const ZodSymbol = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodSymbol", (inst, def) => {
    core.$ZodSymbol.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.symbolProcessor(inst, ctx, json, params);
})));
function symbol(params) {
    return core._symbol(ZodSymbol, params);
}
const ZodUndefined = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodUndefined", (inst, def) => {
    core.$ZodUndefined.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.undefinedProcessor(inst, ctx, json, params);
})));
function schemas_undefined(params) {
    return core._undefined(ZodUndefined, params);
}

const ZodNull = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodNull", (inst, def) => {
    core.$ZodNull.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.nullProcessor(inst, ctx, json, params);
})));
function schemas_null(params) {
    return core._null(ZodNull, params);
}

const ZodAny = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodAny", (inst, def) => {
    core.$ZodAny.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.anyProcessor(inst, ctx, json, params);
})));
function any() {
    return core._any(ZodAny);
}
const ZodUnknown = /*@__PURE__*/ core_core/* $constructor */.xI("ZodUnknown", (inst, def) => {
    $ZodUnknown.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => unknownProcessor(inst, ctx, json, params);
});
function unknown() {
    return _unknown(ZodUnknown);
}
const ZodNever = /*@__PURE__*/ core_core/* $constructor */.xI("ZodNever", (inst, def) => {
    $ZodNever.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => neverProcessor(inst, ctx, json, params);
});
function never(params) {
    return _never(ZodNever, params);
}
const ZodVoid = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodVoid", (inst, def) => {
    core.$ZodVoid.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.voidProcessor(inst, ctx, json, params);
})));
function schemas_void(params) {
    return core._void(ZodVoid, params);
}

const ZodDate = /*@__PURE__*/ core_core/* $constructor */.xI("ZodDate", (inst, def) => {
    $ZodDate.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => dateProcessor(inst, ctx, json, params);
    inst.min = (value, params) => inst.check(_gte(value, params));
    inst.max = (value, params) => inst.check(_lte(value, params));
}, 
/*@__PURE__*/ core_util/* derived */.un({
    minDate: (inst) => {
        const { minimum } = aggregateChecks(inst);
        return minimum ? new Date(minimum) : null;
    },
    maxDate: (inst) => {
        const { maximum } = aggregateChecks(inst);
        return maximum ? new Date(maximum) : null;
    },
}, {}));
function schemas_date(params) {
    return core._date(ZodDate, params);
}
const ZodArray = /*@__PURE__*/ core_core/* $constructor */.xI("ZodArray", (inst, def) => {
    _ensureDefaultMemoizer();
    $ZodArray.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => arrayProcessor(inst, ctx, json, params);
    inst.element = def.element;
}, {
    min(n, params) {
        return this.check(_minLength(n, params));
    },
    nonempty(params) {
        return this.check(_minLength(1, params));
    },
    max(n, params) {
        return this.check(_maxLength(n, params));
    },
    length(n, params) {
        return this.check(_length(n, params));
    },
    unwrap() {
        return this.element;
    },
});
function array(element, params) {
    return _array(ZodArray, element, params);
}
// .keyof
function keyof(schema) {
    const shape = schema._zod.def.shape;
    return schemas_enum(Object.keys(shape));
}
const ZodObject = /*@__PURE__*/ core_core/* $constructor */.xI("ZodObject", (inst, def) => {
    _ensureDefaultMemoizer();
    $ZodObjectJIT.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => objectProcessor(inst, ctx, json, params);
    core_util/* installLazyProp */.X(inst, "shape", (self) => self._zod.def.shape, false);
}, {
    keyof() {
        return schemas_enum(Object.keys(this._zod.def.shape));
    },
    catchall(catchall) {
        // `mergeDefs` rather than a spread: spreading reads `shape`, and resolving it can mint a whole fresh subtree
        return this.clone(core_util/* mergeDefs */.zM(this._zod.def, { catchall: catchall }));
    },
    passthrough() {
        return this.clone(core_util/* mergeDefs */.zM(this._zod.def, { catchall: unknown() }));
    },
    loose() {
        return this.clone(core_util/* mergeDefs */.zM(this._zod.def, { catchall: unknown() }));
    },
    strict() {
        return this.clone(core_util/* mergeDefs */.zM(this._zod.def, { catchall: never() }));
    },
    strip() {
        return this.clone(core_util/* mergeDefs */.zM(this._zod.def, { catchall: undefined }));
    },
    extend(incoming) {
        return core_util/* extend */.X$(this, incoming);
    },
    safeExtend(incoming) {
        return core_util/* safeExtend */.W0(this, incoming);
    },
    merge(other) {
        return core_util/* merge */.h1(this, other);
    },
    pick(mask) {
        return core_util/* pick */.Up(this, mask);
    },
    omit(mask) {
        return core_util/* omit */.cJ(this, mask);
    },
    partial(...args) {
        return core_util/* partial */.OH(ZodOptional, this, args[0]);
    },
    exactPartial(...args) {
        return core_util/* partial */.OH(ZodExactOptional, this, args[0], "exactPartial");
    },
    required(...args) {
        return core_util/* required */.mw(ZodNonOptional, this, args[0]);
    },
});
function object(shape, params) {
    const def = {
        type: "object",
        shape: shape ?? {},
        ...core_util/* normalizeParams */.A2(params),
    };
    return new ZodObject(def);
}
// strictObject
function strictObject(shape, params) {
    return new ZodObject({
        type: "object",
        shape,
        catchall: never(),
        ...core_util/* normalizeParams */.A2(params),
    });
}
// looseObject
function looseObject(shape, params) {
    return new ZodObject({
        type: "object",
        shape,
        catchall: unknown(),
        ...util.normalizeParams(params),
    });
}
const ZodUnion = /*@__PURE__*/ core_core/* $constructor */.xI("ZodUnion", (inst, def) => {
    $ZodUnion.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => unionProcessor(inst, ctx, json, params);
    inst.options = def.options;
});
function union(options, params) {
    return new ZodUnion({
        type: "union",
        options: options,
        ...core_util/* normalizeParams */.A2(params),
    });
}
const ZodXor = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodXor", (inst, def) => {
    ZodUnion.init(inst, def);
    core.$ZodXor.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.unionProcessor(inst, ctx, json, params);
    inst.options = def.options;
})));
/** Creates an exclusive union (XOR) where exactly one option must match.
 * Unlike regular unions that succeed when any option matches, xor fails if
 * zero or more than one option matches the input. */
function xor(options, params) {
    return new ZodXor({
        type: "union",
        options: options,
        inclusive: false,
        ...util.normalizeParams(params),
    });
}
const ZodDiscriminatedUnion = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodDiscriminatedUnion", (inst, def) => {
    ZodUnion.init(inst, def);
    core.$ZodDiscriminatedUnion.init(inst, def);
})));
function discriminatedUnion(discriminator, options, params) {
    // const [options, params] = args;
    return new ZodDiscriminatedUnion({
        type: "union",
        options: options,
        discriminator,
        ...util.normalizeParams(params),
    });
}
const ZodIntersection = /*@__PURE__*/ core_core/* $constructor */.xI("ZodIntersection", (inst, def) => {
    $ZodIntersection.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => intersectionProcessor(inst, ctx, json, params);
});
function intersection(left, right) {
    return new ZodIntersection({
        type: "intersection",
        left: left,
        right: right,
    });
}
const ZodTuple = /*@__PURE__*/ core_core/* $constructor */.xI("ZodTuple", (inst, def) => {
    _ensureDefaultMemoizer();
    $ZodTuple.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => tupleProcessor(inst, ctx, json, params);
}, {
    rest(rest) {
        return this.clone({
            ...this._zod.def,
            rest: rest,
        });
    },
    partial() {
        const def = this._zod.def;
        // a refinement was authored against the full arity; partialing would run it on a shorter array
        if (def.checks?.length)
            throw new Error(".partial() cannot be used on tuple schemas containing refinements");
        return this.clone({
            ...def,
            items: def.items.map((item) => new ZodOptional({ type: "optional", innerType: item })),
        });
    },
});
function tuple(items, _paramsOrRest, _params) {
    const hasRest = _paramsOrRest instanceof core.$ZodType;
    const params = hasRest ? _params : _paramsOrRest;
    const rest = hasRest ? _paramsOrRest : null;
    return new ZodTuple({
        type: "tuple",
        items: items,
        rest,
        ...util.normalizeParams(params),
    });
}
const ZodRecord = /*@__PURE__*/ core_core/* $constructor */.xI("ZodRecord", (inst, def) => {
    _ensureDefaultMemoizer();
    $ZodRecord.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => recordProcessor(inst, ctx, json, params);
    inst.keyType = def.keyType;
    inst.valueType = def.valueType;
});
function record(keyType, valueType, params) {
    // v3-compat: z.record(valueType, params?) — defaults keyType to z.string()
    if (!valueType || !valueType._zod) {
        return new ZodRecord({
            type: "record",
            keyType: schemas_string(),
            valueType: keyType,
            ...core_util/* normalizeParams */.A2(valueType),
        });
    }
    return new ZodRecord({
        type: "record",
        keyType,
        valueType: valueType,
        ...core_util/* normalizeParams */.A2(params),
    });
}
// type alksjf = core.output<core.$ZodRecordKey>;
function partialRecord(keyType, valueType, params) {
    return new ZodRecord({
        type: "record",
        keyType,
        valueType: valueType,
        ...util.normalizeParams(params),
        partial: true,
    });
}
function looseRecord(keyType, valueType, params) {
    return new ZodRecord({
        type: "record",
        keyType,
        valueType: valueType,
        mode: "loose",
        ...util.normalizeParams(params),
    });
}
const ZodMap = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMap", (inst, def) => {
    _ensureDefaultMemoizer();
    core.$ZodMap.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.mapProcessor(inst, ctx, json, params);
    inst.keyType = def.keyType;
    inst.valueType = def.valueType;
    inst.min = (...args) => inst.check(core._minSize(...args));
    inst.nonempty = (params) => inst.check(core._minSize(1, params));
    inst.max = (...args) => inst.check(core._maxSize(...args));
    inst.size = (...args) => inst.check(core._size(...args));
})));
function map(keyType, valueType, params) {
    return new ZodMap({
        type: "map",
        keyType: keyType,
        valueType: valueType,
        ...util.normalizeParams(params),
    });
}
const ZodSet = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodSet", (inst, def) => {
    _ensureDefaultMemoizer();
    core.$ZodSet.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.setProcessor(inst, ctx, json, params);
    inst.min = (...args) => inst.check(core._minSize(...args));
    inst.nonempty = (params) => inst.check(core._minSize(1, params));
    inst.max = (...args) => inst.check(core._maxSize(...args));
    inst.size = (...args) => inst.check(core._size(...args));
})));
function set(valueType, params) {
    return new ZodSet({
        type: "set",
        valueType: valueType,
        ...util.normalizeParams(params),
    });
}
const ZodEnum = /*@__PURE__*/ core_core/* $constructor */.xI("ZodEnum", (inst, def) => {
    $ZodEnum.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => enumProcessor(inst, ctx, json, params);
    inst.enum = def.entries;
    // reuse the parsed value set so a numeric TS enum's reverse-mapping keys stay out
    inst.options = [...inst._zod.values];
    const keys = new Set(Object.keys(def.entries));
    inst.extract = (values, params) => {
        const newEntries = {};
        for (const value of values) {
            if (keys.has(value)) {
                newEntries[value] = def.entries[value];
            }
            else
                throw new Error(`Key ${value} not found in enum`);
        }
        return new ZodEnum({
            ...def,
            checks: [],
            ...core_util/* normalizeParams */.A2(params),
            entries: newEntries,
        });
    };
    inst.exclude = (values, params) => {
        const newEntries = { ...def.entries };
        for (const value of values) {
            if (keys.has(value)) {
                delete newEntries[value];
            }
            else
                throw new Error(`Key ${value} not found in enum`);
        }
        return new ZodEnum({
            ...def,
            checks: [],
            ...core_util/* normalizeParams */.A2(params),
            entries: newEntries,
        });
    };
});
function schemas_enum(values, params) {
    const entries = Array.isArray(values) ? Object.fromEntries(values.map((v) => [v, v])) : values;
    return new ZodEnum({
        type: "enum",
        entries,
        ...core_util/* normalizeParams */.A2(params),
    });
}

/** @deprecated This API has been merged into `z.enum()`. Use `z.enum()` instead.
 *
 * ```ts
 * enum Colors { red, green, blue }
 * z.enum(Colors);
 * ```
 */
function nativeEnum(entries, params) {
    return new ZodEnum({
        type: "enum",
        entries,
        ...util.normalizeParams(params),
    });
}
const ZodLiteral = /*@__PURE__*/ core_core/* $constructor */.xI("ZodLiteral", (inst, def) => {
    $ZodLiteral.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => literalProcessor(inst, ctx, json, params);
    inst.values = new Set(def.values);
    Object.defineProperty(inst, "value", {
        get() {
            if (def.values.length > 1) {
                throw new Error("This schema contains multiple valid literal values. Use `.values` instead.");
            }
            return def.values[0];
        },
    });
});
function literal(value, params) {
    return new ZodLiteral({
        type: "literal",
        values: Array.isArray(value) ? value : [value],
        ...core_util/* normalizeParams */.A2(params),
    });
}
const ZodFile = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodFile", (inst, def) => {
    core.$ZodFile.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.fileProcessor(inst, ctx, json, params);
    inst.min = (size, params) => inst.check(core._minSize(size, params));
    inst.max = (size, params) => inst.check(core._maxSize(size, params));
    inst.mime = (types, params) => inst.check(core._mime(Array.isArray(types) ? types : [types], params));
})));
function file(params) {
    return core._file(ZodFile, params);
}
const ZodTransform = /*@__PURE__*/ core_core/* $constructor */.xI("ZodTransform", (inst, def) => {
    _ensureDefaultMemoizer();
    $ZodTransform.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => transformProcessor(inst, ctx, json, params);
    inst._zod.parse = (payload, _ctx) => {
        if (_ctx.direction === "backward") {
            throw new core_core/* $ZodEncodeError */.cV(inst.constructor.name);
        }
        payload.addIssue = (issue) => {
            if (typeof issue === "string") {
                payload.issues.push(core_util/* issue */.sn(issue, payload.value, def));
            }
            else {
                // for Zod 3 backwards compatibility
                const _issue = issue;
                if (_issue.fatal)
                    _issue.continue = false;
                _issue.code ?? (_issue.code = "custom");
                if (!("input" in _issue))
                    _issue.input = payload.value;
                _issue.inst ?? (_issue.inst = inst);
                // _issue.continue ??= true;
                payload.issues.push(core_util/* issue */.sn(_issue));
            }
        };
        const output = def.transform(payload.value, payload);
        if (output instanceof Promise) {
            return output.then((output) => {
                payload.value = output;
                return payload;
            });
        }
        payload.value = output;
        return payload;
    };
});
function transform(fn) {
    return new ZodTransform({
        type: "transform",
        transform: fn,
    });
}
const ZodOptional = /*@__PURE__*/ core_core/* $constructor */.xI("ZodOptional", (inst, def) => {
    $ZodOptional.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => optionalProcessor(inst, ctx, json, params);
    inst.unwrap = () => inst._zod.def.innerType;
});
function optional(innerType) {
    return new ZodOptional({
        type: "optional",
        innerType: innerType,
    });
}
const ZodExactOptional = /*@__PURE__*/ core_core/* $constructor */.xI("ZodExactOptional", (inst, def) => {
    $ZodExactOptional.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => optionalProcessor(inst, ctx, json, params);
    inst.unwrap = () => inst._zod.def.innerType;
});
function exactOptional(innerType) {
    return new ZodExactOptional({
        type: "optional",
        innerType: innerType,
    });
}
const ZodNullable = /*@__PURE__*/ core_core/* $constructor */.xI("ZodNullable", (inst, def) => {
    $ZodNullable.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => nullableProcessor(inst, ctx, json, params);
    inst.unwrap = () => inst._zod.def.innerType;
});
function nullable(innerType) {
    return new ZodNullable({
        type: "nullable",
        innerType: innerType,
    });
}
// nullish
function nullish(innerType) {
    return optional(nullable(innerType));
}
const ZodDefault = /*@__PURE__*/ core_core/* $constructor */.xI("ZodDefault", (inst, def) => {
    $ZodDefault.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => defaultProcessor(inst, ctx, json, params);
    inst.unwrap = () => inst._zod.def.innerType;
    inst.removeDefault = inst.unwrap;
});
function schemas_default(innerType, defaultValue) {
    return new ZodDefault({
        type: "default",
        innerType: innerType,
        get defaultValue() {
            return typeof defaultValue === "function" ? defaultValue() : core_util/* shallowClone */.yG(defaultValue);
        },
    });
}
const ZodPrefault = /*@__PURE__*/ core_core/* $constructor */.xI("ZodPrefault", (inst, def) => {
    $ZodPrefault.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => prefaultProcessor(inst, ctx, json, params);
    inst.unwrap = () => inst._zod.def.innerType;
});
function prefault(innerType, defaultValue) {
    return new ZodPrefault({
        type: "prefault",
        innerType: innerType,
        get defaultValue() {
            return typeof defaultValue === "function" ? defaultValue() : core_util/* shallowClone */.yG(defaultValue);
        },
    });
}
const ZodNonOptional = /*@__PURE__*/ core_core/* $constructor */.xI("ZodNonOptional", (inst, def) => {
    $ZodNonOptional.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => nonoptionalProcessor(inst, ctx, json, params);
    inst.unwrap = () => inst._zod.def.innerType;
});
function nonoptional(innerType, params) {
    return new ZodNonOptional({
        type: "nonoptional",
        innerType: innerType,
        ...core_util/* normalizeParams */.A2(params),
    });
}
const ZodSuccess = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodSuccess", (inst, def) => {
    core.$ZodSuccess.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.successProcessor(inst, ctx, json, params);
    inst.unwrap = () => inst._zod.def.innerType;
})));
function success(innerType) {
    return new ZodSuccess({
        type: "success",
        innerType: innerType,
    });
}
const ZodCatch = /*@__PURE__*/ core_core/* $constructor */.xI("ZodCatch", (inst, def) => {
    $ZodCatch.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => catchProcessor(inst, ctx, json, params);
    inst.unwrap = () => inst._zod.def.innerType;
    inst.removeCatch = inst.unwrap;
});
function schemas_catch(innerType, catchValue) {
    return new ZodCatch({
        type: "catch",
        innerType: innerType,
        catchValue: (typeof catchValue === "function" ? catchValue : core_util/* constantCatch */.SS(catchValue)),
    });
}

const ZodNaN = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodNaN", (inst, def) => {
    core.$ZodNaN.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.nanProcessor(inst, ctx, json, params);
})));
function nan(params) {
    return core._nan(ZodNaN, params);
}
const ZodPipe = /*@__PURE__*/ core_core/* $constructor */.xI("ZodPipe", (inst, def) => {
    $ZodPipe.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => pipeProcessor(inst, ctx, json, params);
    inst.in = def.in;
    inst.out = def.out;
});
function pipe(in_, out) {
    return new ZodPipe({
        type: "pipe",
        in: in_,
        out: out,
        // ...util.normalizeParams(params),
    });
}
const ZodCodec = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodCodec", (inst, def) => {
    ZodPipe.init(inst, def);
    core.$ZodCodec.init(inst, def);
})));
function codec(in_, out, params) {
    return new ZodCodec({
        type: "pipe",
        in: in_,
        out: out,
        transform: params.decode,
        reverseTransform: params.encode,
    });
}
function invertCodec(codec) {
    const def = codec._zod.def;
    return new ZodCodec({
        type: "pipe",
        in: def.out,
        out: def.in,
        transform: def.reverseTransform,
        reverseTransform: def.transform,
    });
}
const ZodPreprocess = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodPreprocess", (inst, def) => {
    ZodPipe.init(inst, def);
    core.$ZodPreprocess.init(inst, def);
})));
const ZodReadonly = /*@__PURE__*/ core_core/* $constructor */.xI("ZodReadonly", (inst, def) => {
    $ZodReadonly.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => readonlyProcessor(inst, ctx, json, params);
    inst.unwrap = () => inst._zod.def.innerType;
});
function readonly(innerType) {
    return new ZodReadonly({
        type: "readonly",
        innerType: innerType,
    });
}
const ZodTemplateLiteral = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodTemplateLiteral", (inst, def) => {
    core.$ZodTemplateLiteral.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.templateLiteralProcessor(inst, ctx, json, params);
})));
function templateLiteral(parts, params) {
    return new ZodTemplateLiteral({
        type: "template_literal",
        parts,
        ...util.normalizeParams(params),
    });
}
const ZodLazy = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodLazy", (inst, def) => {
    core.$ZodLazy.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.lazyProcessor(inst, ctx, json, params);
    inst.unwrap = () => inst._zod.def.getter();
})));
function lazy(getter) {
    return new ZodLazy({
        type: "lazy",
        getter: getter,
    });
}
const ZodPromise = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodPromise", (inst, def) => {
    core.$ZodPromise.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.promiseProcessor(inst, ctx, json, params);
    inst.unwrap = () => inst._zod.def.innerType;
})));
function promise(innerType) {
    return new ZodPromise({
        type: "promise",
        innerType: innerType,
    });
}
const ZodFunction = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodFunction", (inst, def) => {
    core.$ZodFunction.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => processors.functionProcessor(inst, ctx, json, params);
})));
function _function(params) {
    return new ZodFunction({
        type: "function",
        input: Array.isArray(params?.input) ? tuple(params?.input) : (params?.input ?? array(unknown())),
        output: params?.output ?? unknown(),
    });
}

const ZodCustom = /*@__PURE__*/ core_core/* $constructor */.xI("ZodCustom", (inst, def) => {
    $ZodCustom.init(inst, def);
    ZodType.init(inst, def);
    inst._zod.processJSONSchema = (ctx, json, params) => customProcessor(inst, ctx, json, params);
});
// custom checks
function check(fn) {
    const ch = new core.$ZodCheck({
        check: "custom",
        // ...util.normalizeParams(params),
    });
    ch._zod.check = fn;
    return ch;
}
function custom(fn, _params) {
    return core._custom(ZodCustom, fn ?? (() => true), _params);
}
function refine(fn, _params = {}) {
    return _refine(ZodCustom, fn, _params);
}
// superRefine
function superRefine(fn, params) {
    return _superRefine(fn, params);
}
// Re-export describe and meta from core
const schemas_describe = describe;
const schemas_meta = meta;
const ZodInstanceOf = /*@__PURE__*/ core_core/* $constructor */.xI("ZodInstanceOf", (inst, def) => {
    ZodCustom.init(inst, def);
}, {
    properties(shape, params) {
        // asserts in place, so the narrowed output type is truthful without a wrapper
        return this.check(_properties(shape, params));
    },
});
function _instanceof(cls, params = {}) {
    const inst = new ZodInstanceOf({
        type: "custom",
        check: "custom",
        fn: (data) => data instanceof cls,
        abort: true,
        ...util.normalizeParams(params),
    });
    inst._zod.bag.Class = cls;
    // Override check to emit invalid_type instead of custom
    inst._zod.check = (payload) => {
        if (!(payload.value instanceof cls)) {
            payload.issues.push({
                code: "invalid_type",
                expected: cls.name,
                input: payload.value,
                inst,
                path: [...(inst._zod.def.path ?? [])],
            });
        }
    };
    return inst;
}

// stringbool
const stringbool = (...args) => core._stringbool({
    Codec: ZodCodec,
    Boolean: ZodBoolean,
    String: ZodString,
}, ...args);
function json(params) {
    const jsonSchema = lazy(() => {
        return union([schemas_string(params), schemas_number(), schemas_boolean(), schemas_null(), array(jsonSchema), record(schemas_string(), jsonSchema)]);
    });
    return jsonSchema;
}
// preprocess
function preprocess(fn, schema) {
    return new ZodPreprocess({
        type: "pipe",
        in: transform(fn),
        out: schema,
    });
}


/***/ }),

/***/ 8532:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $W: () => (/* binding */ config),
/* harmony export */   GT: () => (/* binding */ $ZodAsyncError),
/* harmony export */   cV: () => (/* binding */ $ZodEncodeError),
/* harmony export */   cr: () => (/* binding */ globalConfig),
/* harmony export */   tm: () => (/* binding */ NEVER),
/* harmony export */   xI: () => (/* binding */ $constructor)
/* harmony export */ });
/* unused harmony export $brand */
/* harmony import */ var _util_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4723);
var _a;

/** A special constant with type `never` */
const NEVER = /*@__PURE__*/ Object.freeze({
    status: "aborted",
});
/* Shared descriptor for installing `_zod`; defineProperty reads it
 * synchronously, so reusing one object avoids a per-instance allocation. */
const _zodDesc = { value: undefined, enumerable: false };
// null where suppressing the capture would be unrecoverable: `parse()` puts the frames back with `captureStackTrace`, so without it the throw would lose its stack. also latched to null once `stackTraceLimit` proves unassignable, which a realm can do at any point by hardening Error
let _E = "captureStackTrace" in Error ? Error : null;
// v8 captures a stack trace inside the Error constructor, which dominates a failed parse; costs only the frames, and parse() restores those. the constructor must RUN: Object.create is cheaper and passes instanceof, but Error.isError and util.types.isNativeError check an internal slot
function newError(Definition) {
    const E = _E;
    if (E) {
        const saved = E.stackTraceLimit;
        if (typeof saved === "number") {
            try {
                E.stackTraceLimit = 0;
            }
            catch {
                _E = null;
                return new Definition();
            }
            try {
                return new Definition();
            }
            finally {
                E.stackTraceLimit = saved;
            }
        }
    }
    return new Definition();
}
function $constructor(name, initializer, 
/** This trait's members, installed once on every prototype that composes it. They cannot be declared in the initializer above: that runs per instance, and the prototype is shared. */
proto, params) {
    // Prototype for this constructor's `_zod` internals. Lazily-derived fields (`values`, `pattern`, `optin`, …) install here once rather than as an accessor on every instance.
    const zodProto = {};
    // Assigning the fields in the constructor body is what gives instances in-object slots; building the object literally and reparenting it costs a second allocation and a generic property copy.
    function Internals(def) {
        this.def = def;
        this.constr = _;
        this.traits = new Set();
    }
    Internals.prototype = zodProto;
    const protoMembers = proto;
    // One trait's members land on every prototype whose chain composes it, so the answer is per prototype rather than per trait.
    const initialized = protoMembers && new WeakSet();
    function init(inst, def) {
        if (!inst._zod) {
            _zodDesc.value = new Internals(def);
            try {
                Object.defineProperty(inst, "_zod", _zodDesc);
            }
            finally {
                // Cleared even on throw, so the shared descriptor never leaks one instance's internals into the next.
                _zodDesc.value = undefined;
            }
        }
        else if (inst._zod.traits.has(name)) {
            return;
        }
        inst._zod.traits.add(name);
        initializer(inst, def);
        if (initialized) {
            // `super(def)` from a user subclass gives `this` a prototype the subclass owns, and installing there would overwrite whatever the subclass declared. `constr` built the instance, so its prototype is the one below the subclass's that should carry the members. A receiver whose chain never reaches that prototype installs on its own, which for a plain object handed straight to `init` means `Object.prototype` — unchanged from before.
            const own = Object.getPrototypeOf(inst);
            const ctorProto = inst._zod.constr.prototype;
            let up = own;
            while (up && up !== ctorProto)
                up = Object.getPrototypeOf(up);
            const target = up ?? own;
            if (!initialized.has(target)) {
                initialized.add(target);
                (0,_util_js__WEBPACK_IMPORTED_MODULE_0__/* .members */ .ol)(target, protoMembers);
            }
        }
        // support prototype modifications; for-in avoids the array allocation of Object.keys on the (usually empty) prototype
        const proto = _.prototype;
        for (const k in proto) {
            if (!Object.prototype.hasOwnProperty.call(proto, k))
                continue;
            if (!(k in inst)) {
                inst[k] = proto[k].bind(inst);
            }
        }
    }
    // doesn't work if Parent has a constructor with arguments
    const Parent = params?.Parent ?? Object;
    class Definition extends Parent {
    }
    Object.defineProperty(Definition, "name", { value: name });
    function _(def) {
        const inst = params?.Parent ? newError(Definition) : this;
        init(inst, def);
        const deferred = inst._zod.deferred;
        if (deferred) {
            for (const fn of deferred) {
                fn();
            }
            // Released: initializers run once, and the list would otherwise be retained for the schema's lifetime.
            inst._zod.deferred = undefined;
        }
        // Global post-processor hook. Internal: installed by `import "zod/compile"` to enable AOT compilation for every constructed schema. Runs last, once the instance is fully built, because it hands the instance to compile(). The post-processor is expected to be reentrancy-guarded by its own implementation.
        const pp = globalThis.__zod_globalConfig?.postProcessor;
        if (pp)
            pp(inst);
        return inst;
    }
    Object.defineProperty(_, "init", { value: init });
    Object.defineProperty(_, Symbol.hasInstance, {
        value: (inst) => {
            if (params?.Parent && inst instanceof params.Parent)
                return true;
            return inst?._zod?.traits?.has(name);
        },
    });
    Object.defineProperty(_, "name", { value: name });
    return _;
}
//////////////////////////////   UTILITIES   ///////////////////////////////////////
const $brand = /*@__PURE__*/ (/* unused pure expression or super */ null && (Symbol("zod_brand")));
class $ZodAsyncError extends Error {
    constructor() {
        super(`Encountered Promise during synchronous parse. Use .parseAsync() instead.`);
    }
}
class $ZodEncodeError extends Error {
    constructor(name) {
        super(`Encountered unidirectional transform during encode: ${name}`);
        this.name = "ZodEncodeError";
    }
}
(_a = globalThis).__zod_globalConfig ?? (_a.__zod_globalConfig = {});
const globalConfig = globalThis.__zod_globalConfig;
function config(newConfig) {
    if (newConfig)
        Object.assign(globalConfig, newConfig);
    return globalConfig;
}


/***/ }),

/***/ 4723:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A2: () => (/* binding */ normalizeParams),
/* harmony export */   B7: () => (/* binding */ stringifyPrimitive),
/* harmony export */   GW: () => (/* binding */ parsedType),
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   LG: () => (/* binding */ floatSafeRemainder),
/* harmony export */   MO: () => (/* binding */ rawShape),
/* harmony export */   NM: () => (/* binding */ optionalKeys),
/* harmony export */   NR: () => (/* binding */ BIGINT_FORMAT_RANGES),
/* harmony export */   O7: () => (/* binding */ codePointLength),
/* harmony export */   OH: () => (/* binding */ partial),
/* harmony export */   PO: () => (/* binding */ cached),
/* harmony export */   QH: () => (/* binding */ aborted),
/* harmony export */   Qd: () => (/* binding */ isPlainObject),
/* harmony export */   Rc: () => (/* binding */ getLengthableOrigin),
/* harmony export */   SS: () => (/* binding */ constantCatch),
/* harmony export */   UQ: () => (/* binding */ esc),
/* harmony export */   Up: () => (/* binding */ pick),
/* harmony export */   Vy: () => (/* binding */ assignProp),
/* harmony export */   W0: () => (/* binding */ safeExtend),
/* harmony export */   X: () => (/* binding */ installLazyProp),
/* harmony export */   X$: () => (/* binding */ extend),
/* harmony export */   Yv: () => (/* binding */ slugify),
/* harmony export */   cJ: () => (/* binding */ omit),
/* harmony export */   cl: () => (/* binding */ nullish),
/* harmony export */   d3: () => (/* binding */ attachSchema),
/* harmony export */   gx: () => (/* binding */ captureStackTrace),
/* harmony export */   h1: () => (/* binding */ merge),
/* harmony export */   hI: () => (/* binding */ allowsEval),
/* harmony export */   hi: () => (/* binding */ sizeCaps),
/* harmony export */   iR: () => (/* binding */ finalizeIssue),
/* harmony export */   jD: () => (/* binding */ hide),
/* harmony export */   jw: () => (/* binding */ joinValues),
/* harmony export */   k8: () => (/* binding */ jsonStringifyReplacer),
/* harmony export */   lQ: () => (/* binding */ prefixIssues),
/* harmony export */   mw: () => (/* binding */ required),
/* harmony export */   o8: () => (/* binding */ clone),
/* harmony export */   ol: () => (/* binding */ members),
/* harmony export */   p6: () => (/* binding */ cleanRegex),
/* harmony export */   qQ: () => (/* binding */ propertyKeyTypes),
/* harmony export */   qh: () => (/* binding */ own),
/* harmony export */   rL: () => (/* binding */ explicitlyAborted),
/* harmony export */   sD: () => (/* binding */ escapeRegex),
/* harmony export */   sn: () => (/* binding */ issue),
/* harmony export */   un: () => (/* binding */ derived),
/* harmony export */   v5: () => (/* binding */ defineLazyInternal),
/* harmony export */   w5: () => (/* binding */ getEnumValues),
/* harmony export */   yG: () => (/* binding */ shallowClone),
/* harmony export */   zH: () => (/* binding */ NUMBER_FORMAT_RANGES),
/* harmony export */   zM: () => (/* binding */ mergeDefs)
/* harmony export */ });
/* unused harmony exports assertEqual, assertNotEqual, toZod, assertIs, assertNever, assert, defineLazy, objectClone, cloneDef, getElementAtPath, promiseAllObject, randomString, numKeys, getParsedType, primitiveTypes, createTransparentProxy, unwrapMessage, getSizableOrigin, cleanEnum, base64ToUint8Array, uint8ArrayToBase64, base64urlToUint8Array, uint8ArrayToBase64url, hexToUint8Array, uint8ArrayToHex, Class, CONSTANT_CATCH */
/* harmony import */ var _core_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8532);

// functions
function assertEqual(val) {
    return val;
}
function assertNotEqual(val) {
    return val;
}
function toZod() {
    return (schema) => schema;
}
function assertIs(_arg) { }
function assertNever(_x) {
    throw new Error("Unexpected value in exhaustive check");
}
function assert(_) { }
function getEnumValues(entries) {
    const numericValues = Object.values(entries).filter((v) => typeof v === "number");
    const values = Object.entries(entries)
        .filter(([k, _]) => numericValues.indexOf(+k) === -1)
        .map(([_, v]) => v);
    return values;
}
function joinValues(array, separator = "|") {
    return array.map((val) => stringifyPrimitive(val)).join(separator);
}
function jsonStringifyReplacer(_, value) {
    if (typeof value === "bigint")
        return value.toString();
    return value;
}
// the accessor lives on a shared prototype: an own accessor makes every box a dictionary-mode object (~360 B and a slow load per read against ~100 B and an inlined getter here)
class Cached {
    constructor(getter) {
        this._getter = getter;
        this._value = undefined;
    }
    get value() {
        const getter = this._getter;
        if (getter !== undefined) {
            this._value = getter();
            this._getter = undefined;
        }
        return this._value;
    }
}
function cached(getter) {
    return new Cached(getter);
}
function nullish(input) {
    return input === null || input === undefined;
}
function cleanRegex(source) {
    const start = source.startsWith("^") ? 1 : 0;
    const end = source.endsWith("$") ? source.length - 1 : source.length;
    return source.slice(start, end);
}
function floatSafeRemainder(val, step) {
    const ratio = val / step;
    const roundedRatio = Math.round(ratio);
    // `val` and `step` each round to a double before the division rounds again, so a true decimal multiple's quotient can sit up to 1.5 of these scaled epsilons from the integer. A 1x tolerance therefore rejected 2.03 as a multiple of 0.07; 4x covers the worst case with margin.
    const tolerance = 4 * Number.EPSILON * Math.max(Math.abs(ratio), 1);
    if (Math.abs(ratio - roundedRatio) < tolerance)
        return 0;
    return ratio - roundedRatio;
}
const EVALUATING = /* @__PURE__*/ (/* unused pure expression or super */ null && (Symbol("evaluating")));
function defineLazy(object, key, getter) {
    let value = undefined;
    Object.defineProperty(object, key, {
        get() {
            if (value === EVALUATING) {
                // Circular reference detected, return undefined to break the cycle
                return undefined;
            }
            if (value === undefined) {
                value = EVALUATING;
                value = getter();
            }
            return value;
        },
        set(v) {
            Object.defineProperty(object, key, {
                value: v,
                // configurable: true,
            });
            // object[key] = v;
        },
        configurable: true,
    });
}
function objectClone(obj) {
    return Object.create(Object.getPrototypeOf(obj), Object.getOwnPropertyDescriptors(obj));
}
function assignProp(target, prop, value) {
    Object.defineProperty(target, prop, {
        value,
        writable: true,
        enumerable: true,
        configurable: true,
    });
}
/**
 * Whichever object a def's `shape` currently answers from: the one the caller passed until the first read, the frozen copy after it.
 *
 * Its keys and descriptors read without invoking anything, which is what lets a discriminated union check its discriminator, and the cycle walk read a shape, without resolving a getter that references the schema being constructed. A def that answers `shape` from an accessor of its own has none.
 */
function rawShape(def) {
    const desc = Object.getOwnPropertyDescriptor(def, "shape");
    return desc?.get ? desc.get.raw : desc?.value;
}
// where a builder reads its source's keys and descriptors, resolving only a shape a def answers for itself. A shape resolves by object spread, so only its enumerable keys are ever part of it.
function sourceShape(schema) {
    return rawShape(schema._zod.def) ?? schema._zod.def.shape;
}
// a key whose value is not settled yet, self-caching so every read after the first gets the same one
function deferProp(target, key, getter) {
    Object.defineProperty(target, key, {
        get() {
            const value = getter();
            assignProp(this, key, value);
            return value;
        },
        enumerable: true,
        configurable: true,
    });
}
// Writes a settled key. A plain assignment is much cheaper than `defineProperty` and produces the same descriptor, but it runs whatever setter already answers to the key — an accessor this shape deferred, or an inherited one, which `__proto__` has on every object and prototype pollution can add for any name.
function putProp(target, key, value) {
    if (key in target)
        assignProp(target, key, value);
    else
        target[key] = value;
}
/**
 * Copies `keys` of `source`'s shape onto `target`, each value passed through `wrap`.
 *
 * A key the source has resolved is copied through now, so the derived shape states it outright and nothing has to resolve it to learn what it holds. A key the source still defers stays deferred, and reads back through the source's own `shape`, so it resolves once and both shapes get that one schema.
 */
function mirrorShape(target, source, keys, wrap) {
    const raw = sourceShape(source);
    for (const key of keys) {
        const desc = Object.getOwnPropertyDescriptor(raw, key);
        if (!desc.enumerable)
            continue;
        if (desc.get) {
            deferProp(target, key, () => {
                const value = source._zod.def.shape[key];
                return wrap ? wrap(value, key) : value;
            });
        }
        else
            putProp(target, key, wrap ? wrap(desc.value, key) : desc.value);
    }
}
// same, for a plain shape a caller passed rather than a schema's
function mirrorProps(target, source) {
    for (const key of Reflect.ownKeys(source)) {
        const desc = Object.getOwnPropertyDescriptor(source, key);
        if (!desc.enumerable)
            continue;
        if (desc.get)
            deferProp(target, key, () => source[key]);
        else
            putProp(target, key, desc.value);
    }
}
function mergeDefs(...defs) {
    const mergedDescriptors = {};
    for (const def of defs) {
        const descriptors = Object.getOwnPropertyDescriptors(def);
        Object.assign(mergedDescriptors, descriptors);
    }
    return Object.defineProperties({}, mergedDescriptors);
}
function cloneDef(schema) {
    return mergeDefs(schema._zod.def);
}
function getElementAtPath(obj, path) {
    if (!path)
        return obj;
    return path.reduce((acc, key) => acc?.[key], obj);
}
function promiseAllObject(promisesObj) {
    const keys = Object.keys(promisesObj);
    const promises = keys.map((key) => promisesObj[key]);
    return Promise.all(promises).then((results) => {
        const resolvedObj = {};
        for (let i = 0; i < keys.length; i++) {
            resolvedObj[keys[i]] = results[i];
        }
        return resolvedObj;
    });
}
function randomString(length = 10) {
    const chars = "abcdefghijklmnopqrstuvwxyz";
    let str = "";
    for (let i = 0; i < length; i++) {
        str += chars[Math.floor(Math.random() * chars.length)];
    }
    return str;
}
function esc(str) {
    return JSON.stringify(str);
}
function slugify(input) {
    return input
        .toLowerCase()
        .trim()
        .replace(/[^\w\s-]/g, "")
        .replace(/[\s_-]+/g, "-")
        .replace(/^-+|-+$/g, "");
}
const captureStackTrace = ("captureStackTrace" in Error ? Error.captureStackTrace : (..._args) => { });
function isObject(data) {
    return typeof data === "object" && data !== null && !Array.isArray(data);
}
const allowsEval = /* @__PURE__*/ cached(() => {
    // Skip the probe under `jitless`: strict CSPs report the caught `new Function` as a `securitypolicyviolation` even though the throw is swallowed.
    if (_core_js__WEBPACK_IMPORTED_MODULE_0__/* .globalConfig */ .cr.jitless) {
        return false;
    }
    // @ts-ignore
    if (typeof navigator !== "undefined" && navigator?.userAgent?.includes("Cloudflare")) {
        return false;
    }
    try {
        const F = Function;
        new F("");
        return true;
    }
    catch (_) {
        return false;
    }
});
function isPlainObject(o) {
    if (isObject(o) === false)
        return false;
    // modified constructor
    const ctor = o.constructor;
    if (ctor === undefined)
        return true;
    if (typeof ctor !== "function")
        return true;
    // modified prototype
    const prot = ctor.prototype;
    if (isObject(prot) === false)
        return false;
    // ctor doesn't have static `isPrototypeOf`
    if (Object.prototype.hasOwnProperty.call(prot, "isPrototypeOf") === false) {
        return false;
    }
    return true;
}
function shallowClone(o) {
    if (isPlainObject(o))
        return { ...o };
    if (Array.isArray(o))
        return [...o];
    if (o instanceof Map)
        return new Map(o);
    if (o instanceof Set)
        return new Set(o);
    return o;
}
function numKeys(data) {
    let keyCount = 0;
    for (const key in data) {
        if (Object.prototype.hasOwnProperty.call(data, key)) {
            keyCount++;
        }
    }
    return keyCount;
}
const getParsedType = (data) => {
    const t = typeof data;
    switch (t) {
        case "undefined":
            return "undefined";
        case "string":
            return "string";
        case "number":
            return Number.isNaN(data) ? "nan" : "number";
        case "boolean":
            return "boolean";
        case "function":
            return "function";
        case "bigint":
            return "bigint";
        case "symbol":
            return "symbol";
        case "object":
            if (Array.isArray(data)) {
                return "array";
            }
            if (data === null) {
                return "null";
            }
            if (data.then && typeof data.then === "function" && data.catch && typeof data.catch === "function") {
                return "promise";
            }
            if (typeof Map !== "undefined" && data instanceof Map) {
                return "map";
            }
            if (typeof Set !== "undefined" && data instanceof Set) {
                return "set";
            }
            if (typeof Date !== "undefined" && data instanceof Date) {
                return "date";
            }
            // @ts-ignore
            if (typeof File !== "undefined" && data instanceof File) {
                return "file";
            }
            return "object";
        default:
            throw new Error(`Unknown data type: ${t}`);
    }
};
const propertyKeyTypes = /* @__PURE__*/ new Set(["string", "number", "symbol"]);
const primitiveTypes = /* @__PURE__*/ new Set([
    "string",
    "number",
    "bigint",
    "boolean",
    "symbol",
    "undefined",
]);
function escapeRegex(str) {
    return str.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
// zod-specific utils
function clone(inst, def, params) {
    const cl = new inst._zod.constr(def ?? inst._zod.def);
    if (!def || params?.parent)
        cl._zod.parent = inst;
    return cl;
}
function normalizeParams(_params) {
    const params = _params;
    if (!params)
        return {};
    if (typeof params === "string")
        return { error: () => params };
    if (params?.message !== undefined) {
        if (params?.error !== undefined)
            throw new Error("Cannot specify both `message` and `error` params");
        params.error = params.message;
    }
    delete params.message;
    if (typeof params.error === "string")
        return { ...params, error: () => params.error };
    return params;
}
function createTransparentProxy(getter) {
    let target;
    return new Proxy({}, {
        get(_, prop, receiver) {
            target ?? (target = getter());
            return Reflect.get(target, prop, receiver);
        },
        set(_, prop, value, receiver) {
            target ?? (target = getter());
            return Reflect.set(target, prop, value, receiver);
        },
        has(_, prop) {
            target ?? (target = getter());
            return Reflect.has(target, prop);
        },
        deleteProperty(_, prop) {
            target ?? (target = getter());
            return Reflect.deleteProperty(target, prop);
        },
        ownKeys(_) {
            target ?? (target = getter());
            return Reflect.ownKeys(target);
        },
        getOwnPropertyDescriptor(_, prop) {
            target ?? (target = getter());
            return Reflect.getOwnPropertyDescriptor(target, prop);
        },
        defineProperty(_, prop, descriptor) {
            target ?? (target = getter());
            return Reflect.defineProperty(target, prop, descriptor);
        },
    });
}
function stringifyPrimitive(value) {
    if (typeof value === "bigint")
        return value.toString() + "n";
    if (typeof value === "string")
        return `"${value}"`;
    return `${value}`;
}
function optionalKeys(shape) {
    return Object.keys(shape).filter((k) => {
        return shape[k]._zod.optin !== undefined && shape[k]._zod.optout === "optional";
    });
}
// Wrapped in a `@__PURE__` IIFE: esbuild never tree-shakes a top-level initializer that contains a member access on `Number`, so the bare object literal survived into every bundle.
const NUMBER_FORMAT_RANGES = /*@__PURE__*/ (() => ({
    safeint: [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
    int32: [-2147483648, 2147483647],
    uint32: [0, 4294967295],
    float32: [-3.4028234663852886e38, 3.4028234663852886e38],
    float64: [-Number.MAX_VALUE, Number.MAX_VALUE],
}))();
const BIGINT_FORMAT_RANGES = {
    int64: [/* @__PURE__*/ BigInt("-9223372036854775808"), /* @__PURE__*/ BigInt("9223372036854775807")],
    uint64: [/* @__PURE__*/ BigInt(0), /* @__PURE__*/ BigInt("18446744073709551615")],
};
function pick(schema, mask) {
    const currDef = schema._zod.def;
    const checks = currDef.checks;
    const hasChecks = checks && checks.length > 0;
    if (hasChecks) {
        throw new Error(".pick() cannot be used on object schemas containing refinements");
    }
    const newShape = {};
    mirrorShape(newShape, schema, maskedKeys(schema, mask));
    return clone(schema, mergeDefs(currDef, { shape: newShape, checks: [] }));
}
// the mask keys that select something, checked against the source's shape without resolving it
function maskedKeys(schema, mask) {
    const raw = sourceShape(schema);
    const keys = [];
    // `for...in` skips symbols, so a symbol in the mask would select nothing
    for (const key of Reflect.ownKeys(mask)) {
        if (!Object.getOwnPropertyDescriptor(raw, key)?.enumerable) {
            throw new Error(`Unrecognized key: "${String(key)}"`);
        }
        if (mask[key])
            keys.push(key);
    }
    return keys;
}
function omit(schema, mask) {
    const currDef = schema._zod.def;
    const checks = currDef.checks;
    const hasChecks = checks && checks.length > 0;
    if (hasChecks) {
        throw new Error(".omit() cannot be used on object schemas containing refinements");
    }
    const omitted = new Set(maskedKeys(schema, mask));
    const newShape = {};
    mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)).filter((key) => !omitted.has(key)));
    return clone(schema, mergeDefs(currDef, { shape: newShape, checks: [] }));
}
function extend(schema, shape) {
    if (!isPlainObject(shape)) {
        throw new Error("Invalid input to extend: expected a plain object");
    }
    const checks = schema._zod.def.checks;
    const hasChecks = checks && checks.length > 0;
    if (hasChecks) {
        // Only throw if new shape overlaps with existing shape. Use getOwnPropertyDescriptor to check key existence without accessing values
        const existingShape = sourceShape(schema);
        for (const key of Reflect.ownKeys(shape)) {
            if (Object.getOwnPropertyDescriptor(existingShape, key) !== undefined) {
                throw new Error("Cannot overwrite keys on object schemas containing refinements. Use `.safeExtend()` instead.");
            }
        }
    }
    return clone(schema, mergeDefs(schema._zod.def, { shape: extended(schema, shape) }));
}
// the source's keys, then the caller's overlaid on top
function extended(schema, shape) {
    const newShape = {};
    mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)));
    mirrorProps(newShape, shape);
    return newShape;
}
function safeExtend(schema, shape) {
    if (!isPlainObject(shape)) {
        throw new Error("Invalid input to safeExtend: expected a plain object");
    }
    return clone(schema, mergeDefs(schema._zod.def, { shape: extended(schema, shape) }));
}
function merge(a, b) {
    if (!b?._zod?.def) {
        throw new Error("Invalid input to merge: expected an object schema. To merge a plain shape, use `.extend()`.");
    }
    if (a._zod.def.checks?.length) {
        throw new Error(".merge() cannot be used on object schemas containing refinements. Use .safeExtend() instead.");
    }
    const newShape = {};
    mirrorShape(newShape, a, Reflect.ownKeys(sourceShape(a)));
    mirrorShape(newShape, b, Reflect.ownKeys(sourceShape(b)));
    const def = mergeDefs(a._zod.def, {
        shape: newShape,
        get catchall() {
            return b._zod.def.catchall;
        },
        checks: b._zod.def.checks ?? [],
    });
    return clone(a, def);
}
function partial(Class, schema, mask, name = "partial") {
    const currDef = schema._zod.def;
    const checks = currDef.checks;
    const hasChecks = checks && checks.length > 0;
    if (hasChecks) {
        throw new Error(`.${name}() cannot be used on object schemas containing refinements`);
    }
    const selected = mask ? new Set(maskedKeys(schema, mask)) : undefined;
    const newShape = {};
    mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)), Class &&
        ((value, key) => (selected && !selected.has(key) ? value : new Class({ type: "optional", innerType: value }))));
    return clone(schema, mergeDefs(schema._zod.def, { shape: newShape, checks: [] }));
}
function required(Class, schema, mask) {
    const selected = mask ? new Set(maskedKeys(schema, mask)) : undefined;
    const newShape = {};
    mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)), (value, key) => 
    // overwrite with non-optional
    selected && !selected.has(key) ? value : new Class({ type: "nonoptional", innerType: value }));
    return clone(schema, mergeDefs(schema._zod.def, { shape: newShape }));
}
// invalid_type | too_big | too_small | invalid_format | not_multiple_of | unrecognized_keys | invalid_union | invalid_key | invalid_element | invalid_value | custom
function aborted(x, startIndex = 0) {
    if (x.aborted === true)
        return true;
    for (let i = startIndex; i < x.issues.length; i++) {
        if (x.issues[i]?.continue !== true) {
            return true;
        }
    }
    return false;
}
// Checks for explicit abort (continue === false), as opposed to implicit abort (continue === undefined). Used to respect `abort: true` in .refine() even for checks that have a `when` function.
function explicitlyAborted(x, startIndex = 0) {
    if (x.aborted === true)
        return true;
    for (let i = startIndex; i < x.issues.length; i++) {
        if (x.issues[i]?.continue === false) {
            return true;
        }
    }
    return false;
}
function prefixIssues(path, issues) {
    return issues.map((iss) => {
        var _a;
        (_a = iss).path ?? (_a.path = []);
        iss.path.unshift(path);
        return iss;
    });
}
function unwrapMessage(message) {
    return typeof message === "string" ? message : message?.message;
}
/* A check holds no link back to the schema it is attached to — the same check instance is shared by every clone of that schema — so the owner is stamped onto the issues a check just raised, at the only point where both are in scope. Runs on the failure path only; `start` is the issue count from before the check ran. */
/** The leading size checks of `defChecks` that set an upper bound, each paired with it. */
function sizeCaps(defChecks) {
    const caps = [];
    for (const ch of defChecks ?? []) {
        const d = ch._zod.def;
        // a later check may rewrite the value
        if (!/_(length|size)$|_equals$/.test(d.check))
            break;
        const max = d.maximum ?? d.length ?? d.size;
        if (max >= 0)
            caps.push([max, ch]);
    }
    return caps;
}
function attachSchema(issues, start, inst) {
    var _a;
    for (let i = start; i < issues.length; i++) {
        (_a = issues[i]).schema ?? (_a.schema = inst);
    }
}
function finalizeIssue(iss, ctx, config) {
    var _a;
    // A schema that raised an issue itself owns it outright, and outranks any stamp an enclosing check left in `attachSchema`. String formats and z.custom() are schema and check at once, so when they act as a check they defer to that stamp instead.
    const traits = iss.inst?._zod?.traits;
    if (traits?.has("$ZodType")) {
        if (traits.has("$ZodCheck"))
            (_a = iss).schema ?? (_a.schema = iss.inst);
        else
            iss.schema = iss.inst;
    }
    // Decreasing specificity, first map to return a message wins. `inst` is whatever raised the issue, so a check's own map outranks the owning schema's.
    const schemaError = iss.schema !== iss.inst ? iss.schema?._zod.def?.error : undefined;
    const message = iss.message
        ? iss.message
        : (unwrapMessage(iss.inst?._zod.def?.error?.(iss)) ??
            unwrapMessage(schemaError?.(iss)) ??
            unwrapMessage(ctx?.error?.(iss)) ??
            unwrapMessage(config.customError?.(iss)) ??
            unwrapMessage(config.localeError?.(iss)) ??
            "Invalid input");
    // an explicit own-key copy beats object rest with excluded keys, which v8 routes through a generic runtime call; Object.keys rather than for-in so an issue pushed with a prototype does not leak inherited keys, and an own __proto__ key is dropped rather than assigned through the setter
    const full = {};
    for (const k of Object.keys(iss)) {
        if (k === "inst" || k === "schema" || k === "continue" || k === "input" || k === "__proto__")
            continue;
        full[k] = iss[k];
    }
    full.path ?? (full.path = []);
    full.message = message;
    if (ctx?.reportInput) {
        full.input = iss.input;
    }
    return full;
}
function getSizableOrigin(input) {
    if (input instanceof Set)
        return "set";
    if (input instanceof Map)
        return "map";
    // @ts-ignore
    if (input instanceof File)
        return "file";
    return "unknown";
}
const highSurrogate = /[\uD800-\uDBFF]/;
// Code points in `str`: a surrogate pair counts once, a lone surrogate as itself. Hand-rolled because the string iterator allocates and runs ~250x slower on this path; the regex probe exits ~50x quicker for a string with no astral characters.
function codePointLength(str) {
    const units = str.length;
    if (!highSurrogate.test(str))
        return units;
    let count = units;
    for (let i = 0; i < units - 1; i++) {
        if ((str.charCodeAt(i) & 0xfc00) === 0xd800 && (str.charCodeAt(i + 1) & 0xfc00) === 0xdc00) {
            count--;
            i++;
        }
    }
    return count;
}
function getLengthableOrigin(input) {
    if (Array.isArray(input))
        return "array";
    if (typeof input === "string")
        return "string";
    return "unknown";
}
function parsedType(data) {
    const t = typeof data;
    switch (t) {
        case "number": {
            return Number.isNaN(data) ? "nan" : "number";
        }
        case "object": {
            if (data === null) {
                return "null";
            }
            if (Array.isArray(data)) {
                return "array";
            }
            const obj = data;
            if (obj && Object.getPrototypeOf(obj) !== Object.prototype && "constructor" in obj && obj.constructor) {
                return obj.constructor.name;
            }
        }
    }
    return t;
}
function issue(...args) {
    const [iss, input, inst] = args;
    if (typeof iss === "string") {
        return {
            message: iss,
            code: "custom",
            input,
            inst,
        };
    }
    return { ...iss };
}
function cleanEnum(obj) {
    return Object.entries(obj)
        .filter(([k, _]) => {
        // return true if NaN, meaning it's not a number, thus a string key
        return Number.isNaN(Number.parseInt(k, 10));
    })
        .map((el) => el[1]);
}
// Codec utility functions
function base64ToUint8Array(base64) {
    const binaryString = atob(base64);
    const bytes = new Uint8Array(binaryString.length);
    for (let i = 0; i < binaryString.length; i++) {
        bytes[i] = binaryString.charCodeAt(i);
    }
    return bytes;
}
function uint8ArrayToBase64(bytes) {
    let binaryString = "";
    for (let i = 0; i < bytes.length; i++) {
        binaryString += String.fromCharCode(bytes[i]);
    }
    return btoa(binaryString);
}
function base64urlToUint8Array(base64url) {
    const base64 = base64url.replace(/-/g, "+").replace(/_/g, "/");
    const padding = "=".repeat((4 - (base64.length % 4)) % 4);
    return base64ToUint8Array(base64 + padding);
}
function uint8ArrayToBase64url(bytes) {
    return uint8ArrayToBase64(bytes).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
}
function hexToUint8Array(hex) {
    const cleanHex = hex.replace(/^0x/, "");
    if (cleanHex.length % 2 !== 0) {
        throw new Error("Invalid hex string length");
    }
    const bytes = new Uint8Array(cleanHex.length / 2);
    for (let i = 0; i < cleanHex.length; i += 2) {
        bytes[i / 2] = Number.parseInt(cleanHex.slice(i, i + 2), 16);
    }
    return bytes;
}
function uint8ArrayToHex(bytes) {
    return Array.from(bytes)
        .map((b) => b.toString(16).padStart(2, "0"))
        .join("");
}
// instanceof
class Class {
    constructor(..._args) { }
}
//////////    PROTOTYPE INSTALLERS     //////////
//
// Members live on the prototype and materialize per instance on first read, which keeps own-property count under the step where V8 stops using inline slots. Changing anything here means re-measuring runtime, memory and bundle size together — see "The three axes" in AGENTS.md.
/**
 * Installs a trait's members on its prototype. Each value builds that member for the instance on first read; the built value shadows the accessor as an own property, so a detached `const { parse } = schema` keeps working.
 *
 * Call this from a `proto` initializer, which runs once per prototype — never per instance.
 */
function members(proto, table) {
    for (const key in table) {
        const desc = Object.getOwnPropertyDescriptor(table, key);
        // a getter installs as written, so it stays live: `description` reads through to the registry on every access. not enumerable: an object literal's is, and a prototype member never was
        if (desc.get)
            Object.defineProperty(proto, key, { ...desc, enumerable: false });
        // a method materializes bound on first read, which is what keeps a detached member working: `const opt = schema.optional; opt()`
        else
            defineBound(proto, key, desc.value);
    }
}
/** Shadows a prototype member with an own value, so a getter that builds from the instance runs once. */
function own(inst, key, value, enumerable = true) {
    Object.defineProperty(inst, key, { configurable: true, writable: true, enumerable, value });
    return value;
}
/** Like {@link own}, for a member that was never an own data property and has to stay out of `Object.keys`. */
function hide(inst, key, value) {
    return own(inst, key, value, false);
}
/** Adds members a table derives from the instance: each builds on first read and shadows as own data, and assignment shadows the same way, as when these were own properties. */
function derived(computes, table) {
    for (const key in computes) {
        const compute = computes[key];
        // an object literal's accessor is configurable and enumerable, and `members` copies the descriptor as written
        Object.defineProperty(table, key, {
            configurable: true,
            enumerable: true,
            get() {
                return own(this, key, compute(this));
            },
            set(value) {
                own(this, key, value);
            },
        });
    }
    return table;
}
function defineBound(proto, key, fn) {
    Object.defineProperty(proto, key, {
        configurable: true,
        get() {
            // vitest's spyOn calls a prototype getter bare to find the function it wraps, so a nullish receiver answers the raw method
            return this == null ? fn : own(this, key, fn.bind(this));
        },
        set(value) {
            own(this, key, value);
        },
    });
}
/** Returns the prototype to install on, or `undefined` if this group is already installed on it. */
function claim(inst, sentinel) {
    const proto = Object.getPrototypeOf(inst);
    // Runs on every construction, so `in` rather than the costlier `hasOwnProperty.call`. Sentinels are keys the group itself defines.
    return sentinel in proto ? undefined : proto;
}
// The internals whose init chain is installing. A second call for the same one is a derived constructor overriding its base, so it must not construct another schema in between or the override is dropped.
let installing;
// Set while a getter is running, so a value that resolved through a recursion break is not memoized. One shared descriptor shadows the key for the duration, which costs no per-key allocation.
let broke = false;
const breaker = {
    configurable: true,
    get() {
        broke = true;
        return undefined;
    },
};
/**
 * Installs a lazily-derived internal on the `_zod` prototype of `inst`'s
 * constructor, computed from the internals object itself and cached there on
 * first read. One accessor per constructor rather than one per instance.
 */
function defineLazyInternal(inst, key, compute) {
    const proto = Object.getPrototypeOf(inst._zod);
    if (key in proto && installing !== inst._zod) {
        // A repeat construction: everything is installed already. Cleared here so the reference is not held past the first construction of every type.
        installing = undefined;
        return;
    }
    installing = inst._zod;
    Object.defineProperty(proto, key, {
        configurable: true,
        get() {
            // Shadowed before computing so a re-entrant read from a recursive schema resolves to undefined instead of running the getter again.
            Object.defineProperty(this, key, breaker);
            const outer = broke;
            broke = false;
            try {
                const value = compute(this);
                // A result that resolved through a recursion break is recomputed once the graph is complete; everything else memoizes, undefined included.
                if (broke)
                    delete this[key];
                else
                    Object.defineProperty(this, key, { configurable: true, writable: true, value });
                broke = broke || outer;
                return value;
            }
            catch (err) {
                // A compute that threw memoizes nothing, so a later read runs it again and fails the same way. The shadow goes with it, since leaving it installed would answer undefined for every later read.
                delete this[key];
                broke = broke || outer;
                throw err;
            }
        },
        set(value) {
            Object.defineProperty(this, key, { configurable: true, writable: true, value });
        },
    });
}
/**
 * Installs `key` on `inst`'s prototype, computed by `make` on first read and cached there as an own
 * data property. One accessor per constructor rather than one per instance, because an own accessor
 * puts every instance after the first into v8 dictionary mode. The key doubles as the sentinel.
 */
function installLazyProp(inst, key, make, enumerable) {
    const proto = claim(inst, key);
    if (!proto)
        return;
    Object.defineProperty(proto, key, {
        configurable: true,
        get() {
            // Shadowed before computing, so a re-entrant read from a self-referential shape resolves to undefined instead of running the getter again. A data property rather than an accessor: an own accessor is the dictionary-mode transition this exists to avoid.
            const desc = { configurable: true, writable: true, enumerable, value: undefined };
            Object.defineProperty(this, key, desc);
            // a compute that throws leaves the shadow behind, so later reads answer undefined instead of re-throwing; `defineLazy` did the same, and `defineLazyInternal`'s delete-on-catch would cost bytes in every bundle for a case only a throwing user getter reaches
            desc.value = make(this);
            Object.defineProperty(this, key, desc);
            return desc.value;
        },
        set(value) {
            Object.defineProperty(this, key, { configurable: true, writable: true, enumerable, value });
        },
    });
}
/** Marks the thunk `_catch` synthesises for a constant catch value. `Function.length` cannot tell that thunk from a user callback — rest and defaulted parameters both report arity 0 — and a user callback reads `ctx.error`, whose issues only finalize correctly against the caller's per-parse error map. Provenance can say what arity cannot. A plain string key rather than `Symbol.for`, whose call at module scope no bundler can prove pure — the same shape that anchored `urlCanParse` into every build. */
const CONSTANT_CATCH = "~constantCatch";
/** Wraps a constant catch value in a thunk tagged with {@link CONSTANT_CATCH}. */
function constantCatch(value) {
    const fn = () => value;
    fn[CONSTANT_CATCH] = true;
    return fn;
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(3986);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
