import { say, type Text } from '../../../model/text.ts';
import { entriesOf, hasOwn, isObject, own } from '../own.ts';
import { withoutColors } from './noise.ts';
import { Refusal } from './refusal.ts';

/** Refuses text that is known to be something else than JSON; returns where it is not known. */
export function refuseText(text: string): void {
  const start = withoutColors(text.slice(0, PROBED)).trimStart();
  const kind = TEXT_KINDS.find(({ shape }) => shape.test(start));
  if (kind !== undefined) throw new Refusal(kind.predicate);
}

/** `hcp-redacted` is what HCP Terraform gives to those who may not read the whole plan. */
export type PlanForm = 'plan' | 'hcp-redacted';

/** Refuses JSON that is not a plan, saying what it is. */
export function planForm(document: unknown): PlanForm {
  if (Array.isArray(document)) throw new Refusal(ARRAY);
  if (!isObject(document)) throw new Refusal(typeof document === 'string' ? TEXT_IN_JSON : SCALAR);
  for (const kind of OBJECT_KINDS) {
    if (!kind.is(document)) continue;
    if ('form' in kind) return kind.form;
    throw new Refusal(kind.predicate);
  }
  throw new Refusal(UNKNOWN_OBJECT);
}

interface TextKind {
  readonly shape: RegExp;
  readonly predicate: Text;
}

type ObjectKind = { is(document: object): boolean } & ({ readonly form: PlanForm } | { readonly predicate: Text });

/** Enough to pass the refresh lines of a large human-readable plan. */
const PROBED = 1024 * 1024;

const SHOW = 'terraform show -json tfplan > plan.json';

const LOG: Text = say`is the log of ${'terraform plan -json'}, not a plan: it has no values and no replace paths; run ${'terraform plan -out=tfplan'}, then ${SHOW}.`;

const TEXT_KINDS: readonly TextKind[] = [
  {
    shape: /^version https:\/\/git-lfs\./,
    predicate: say`is a Git LFS pointer, not the file itself; check out with ${'lfs: true'}, or run ${'git lfs pull'}.`,
  },
  { shape: /^\{\s*"@level"/, predicate: LOG },
  {
    shape:
      /(?:Terraform|OpenTofu) (?:will perform|used the selected providers|planned the following)|^No changes\.|\nNo changes\.|must be replaced|will be (?:created|destroyed|updated in-place)|\bPlan: \d+ to (?:add|import)|Changes to Outputs:/,
    predicate: say`is a plan in Terraform's text format, not JSON; run ${'terraform plan -out=tfplan'}, then ${SHOW}.`,
  },
  {
    shape: /^<(?:!doctype|html)\b/i,
    predicate: say`is a web page, probably an error page instead of the download; check the address and the permissions of the download.`,
  },
];

const ARRAY = say`is a JSON array, not a plan (${'jq -s'} makes one of several documents); give each plan as its own file.`;

const TEXT_IN_JSON = say`is a JSON string, not a plan: it was encoded twice; write the output of ${'terraform show -json'} as it is.`;

const SCALAR = say`is a single JSON value, not a plan; give the output of ${'terraform show -json tfplan'}.`;

const UNKNOWN_OBJECT = say`is JSON, but not a plan or another known output of Terraform; give the output of ${'terraform show -json tfplan'}.`;

const STATE = say`is a state, not a plan: ${'terraform show -json'} was run without a plan file; run ${SHOW}.`;

const PLAN_KEYS = ['planned_values', 'resource_changes', 'configuration', 'prior_state'];

/** The first that matches counts. */
const OBJECT_KINDS: readonly ObjectKind[] = [
  { is: hasKeys('@level', '@message'), predicate: LOG },
  {
    is: hasKeys('encrypted_data', 'encryption_version'),
    predicate: say`is a plan that OpenTofu encrypted; run ${'tofu show -json tfplan > plan.json'} where the key is configured.`,
  },
  {
    is: hasKeys('remote_plan_format', 'run_id', 'hostname'),
    predicate: say`is a bookmark of a plan in HCP Terraform; run ${SHOW} in the directory that is connected to it.`,
  },
  { is: hasKeys('plan_format_version'), form: 'hcp-redacted' },
  {
    is: (document) => hasOwn(document, 'format_version') && PLAN_KEYS.some((key) => hasOwn(document, key)),
    form: 'plan',
  },
  { is: hasKeys('format_version', 'values'), predicate: STATE },
  {
    is: (document) => hasOwn(document, 'format_version') && Object.keys(document).length === 1,
    predicate: say`is an empty state, not a plan: ${'terraform show -json'} was run without a plan file; run ${SHOW}.`,
  },
  {
    is: (document) => own(document, 'version') === 4 && hasOwn(document, 'serial') && hasOwn(document, 'lineage'),
    predicate: say`is a state file, not a plan; run ${'terraform plan -out=tfplan'}, then ${SHOW}.`,
  },
  {
    is: hasKeys('provider_schemas'),
    predicate: say`is the output of ${'terraform providers schema -json'}, not a plan; run ${SHOW}.`,
  },
  {
    is: hasKeys('valid', 'diagnostics'),
    predicate: say`is the output of ${'terraform validate -json'}, not a plan; run ${SHOW}.`,
  },
  {
    is: hasKeys('platform', 'terraform_version'),
    predicate: say`is the output of ${'terraform version -json'}, not a plan; run ${SHOW}.`,
  },
  {
    is: (document) => {
      const outputs = entriesOf(document);
      return (
        outputs.length > 0 &&
        outputs.every(([, output]) => ['sensitive', 'type', 'value'].every((key) => hasOwn(output, key)))
      );
    },
    predicate: say`is the output of ${'terraform output -json'}, not a plan; run ${SHOW}.`,
  },
  // Without a format version it is taken for a plan only if the list of changes is there to prove it.
  { is: (document) => Array.isArray(own(document, 'resource_changes')), form: 'plan' },
  {
    is: hasKeys('provider_config', 'root_module'),
    predicate: say`is a configuration, as ${'tofu show -json -config'} prints it, not a plan; run ${'tofu show -json tfplan > plan.json'}.`,
  },
];

function hasKeys(...keys: readonly string[]): (document: object) => boolean {
  return (document) => keys.every((key) => hasOwn(document, key));
}
