import type { Plan, ResourceChange } from '../../model/plan/plan.ts';
import type { ValuePolicy } from '../../model/plan/value-policy.ts';
import { say, type Text } from '../../model/text.ts';
import type { PlanReader, PlanReading } from '../ports.ts';
import { reconciled } from './evidence/drift.ts';
import { evidenceOf } from './evidence/evidence.ts';
import { type ChangeReader, createChangeReader } from './facts/changes.ts';
import { configurationOf } from './facts/configuration.ts';
import { dataSourcesOf } from './facts/data-sources.ts';
import { declaredParametersOf } from './facts/declared-parameters.ts';
import { TEMPLATE_TYPES, templateFactsOf } from './facts/template-facts.ts';
import { checkFormatVersion } from './format-version.ts';
import { own } from './own.ts';
import { documentOf, type ListKey, type PlanDocument } from './plan-document.ts';
import { isComplete, stateObjects } from './prior-state.ts';
import { gatherSecrets } from './redaction/secrets.ts';
import { decodeText } from './text/decode-text.ts';
import { type PlanForm, planForm } from './text/input-kind.ts';
import { parseDocument } from './text/parse-json-text.ts';
import { readFileBytes, readStandardInput, type StandardInput } from './text/read-bytes.ts';
import { Refusal } from './text/refusal.ts';

/** Reads plans from files, and from standard input where the input is `-`. */
export function createPlanReader(standardInput: StandardInput = process.stdin): PlanReader {
  return {
    async readPlan(input, values) {
      try {
        return parsePlan(input === '-' ? await readStandardInput(standardInput) : await readFileBytes(input), values);
      } catch (error) {
        throw error instanceof Refusal ? error.about(input) : error;
      }
    },
  };
}

/** What is known of texts in a plan that the plan itself does not say. */
export interface KnownTexts {
  /** No value that holds one is shown. */
  readonly hidden?: readonly string[];
  /** Placeholders of a synthesised state, which are shown as such. */
  readonly madeUp?: readonly string[];
}

/** One plan of its bytes. Throws a `Refusal` for what is not a plan. */
export function parsePlan(bytes: Buffer, values: ValuePolicy, known: KnownTexts = {}): PlanReading {
  const decoded = decodeText(bytes);
  const { value, hasUniqueKeys, notices } = parseDocument(decoded);
  const form = planForm(value);
  const document = documentOf(value, hasUniqueKeys);
  const odd = checkFormatVersion(document);
  if (document.has('resource_changes') && !Array.isArray(own(value, 'resource_changes'))) {
    throw new Refusal(
      say`has ${'resource_changes'} that are not a list; give the output of ${'terraform show -json'} as it is.`,
    );
  }
  const plan = planOf(document, form, values, known);
  return {
    plan,
    notices: [...(decoded.notice === undefined ? [] : [decoded.notice]), ...notices, ...odd, ...unreadableNotice(plan)],
  };
}

function unreadableNotice({ unreadableChanges }: Plan): readonly Text[] {
  if (unreadableChanges === 0) return [];
  return [say`${unreadableChanges} elements of ${'resource_changes'} have no readable change and were skipped.`];
}

/** The facts of a plan, however it was parsed. */
export function planOf(
  document: PlanDocument,
  form: PlanForm,
  values: ValuePolicy,
  { hidden = [], madeUp = [] }: KnownTexts = {},
): Plan {
  const secrets = once(() => gatherSecrets(document));
  const hiding = hidden.length === 0 ? secrets : once(() => gatherSecrets(document, hidden));
  const reader = createChangeReader(hiding, values, madeUp);
  const listed = changesOf(document, 'resource_changes', reader);
  const { changes, unexplained, gone } = reconciled(document, listed.changes);
  const deferred = changesOf(document, 'deferred_changes', reader);
  const configuration = configurationOf(document.configuration());
  const declaredParameters = declaredParametersOf(document.configuration());
  const sources = dataSourcesOf(document, TEMPLATE_TYPES, secrets);
  const version = document.value('format_version');
  const state = stateObjects(document, changes);
  const terraformVersion = document.value('terraform_version');
  return {
    formatVersion: typeof version === 'string' || typeof version === 'number' ? String(version) : undefined,
    terraformVersion: typeof terraformVersion === 'string' ? terraformVersion : undefined,
    // A flag in an odd form must not pass for a plain no.
    errored: (document.value('errored') ?? false) !== false,
    complete: isComplete(document, changes, state),
    redactedByHcp: form === 'hcp-redacted',
    // What the refresh found gone is not in the prior state any more.
    priorResources: state.count === undefined ? undefined : state.count + gone,
    isDestroy: isDestroy(document, changes),
    changes,
    deferredChanges: deferred.changes,
    unreadableChanges: listed.unreadable + deferred.unreadable,
    ...templateFactsOf(sources, configuration),
    declaredParameters,
    configuration,
    evidence: evidenceOf({
      document,
      changes,
      state,
      unexplainedDrift: unexplained,
      sources,
      declaredParameters,
    }),
  };
}

interface Changes {
  readonly changes: readonly ResourceChange[];
  readonly unreadable: number;
}

function changesOf(document: PlanDocument, key: ListKey, reader: ChangeReader): Changes {
  const changes: ResourceChange[] = [];
  let unreadable = 0;
  for (const element of document.elements(key)) {
    const change = reader.readChange(key === 'deferred_changes' ? own(element, 'resource_change') : element);
    if (change === undefined) unreadable++;
    else changes.push(change);
  }
  return { changes, unreadable };
}

/** Every managed object is deleted without a reason, and nothing is left after it. */
function isDestroy(document: PlanDocument, changes: readonly ResourceChange[]): boolean {
  const managed = changes.filter(({ mode }) => mode === 'managed');
  const [left] = document.resources('planned_values');
  return (
    managed.length > 0 &&
    left === undefined &&
    managed.every(({ actions, actionReason }) => actions.join() === 'delete' && actionReason === undefined)
  );
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
