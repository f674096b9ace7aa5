import type { DeclaredParameter, Parameter, Preset, WorkspaceTags } from '../template/template.ts';
import type { AttributePath } from './attribute-path.ts';
import type { PlanEvidence } from './evidence.ts';
import type { PlanConfiguration } from './plan-configuration.ts';

/**
 * What prebuild-guard keeps of a plan: facts only. No value of an attribute is
 * in it unless redaction let it through.
 */
export interface Plan {
  /** `format_version`; absent in files made by hand and in HCP's redacted plans. */
  readonly formatVersion: string | undefined;
  /** The version of Terraform, or of OpenTofu where that made the plan. */
  readonly terraformVersion: string | undefined;
  /** Planning failed: what is listed is real, what is missing proves nothing. */
  readonly errored: boolean;
  /**
   * False for `-target` and for deferred changes. Terraform before 1.8 and
   * OpenTofu do not say it: false where the changes leave out a resource of the
   * state, undefined where they do not.
   */
  readonly complete: boolean | undefined;
  /** HCP Terraform's redacted plan: no state and no configuration in it. */
  readonly redactedByHcp: boolean;
  /** Managed resources that existed before; undefined where the plan does not say (HCP's redacted plan, or one whose state was cut out). */
  readonly priorResources: number | undefined;
  readonly isDestroy: boolean;
  /** In the plan's own order: by address, then by deposed key. */
  readonly changes: readonly ResourceChange[];
  /** Changes that Terraform put off; possible, not planned. */
  readonly deferredChanges: readonly ResourceChange[];
  /** Elements of `resource_changes` that have no readable change. */
  readonly unreadableChanges: number;
  /** Every `data.coder_workspace` that was read. */
  readonly workspaces: readonly Workspace[];
  /** Every `data.coder_workspace_owner` that was read. */
  readonly owners: readonly WorkspaceOwner[];
  readonly parameters: readonly Parameter[];
  readonly presets: readonly Preset[];
  readonly workspaceTags: readonly WorkspaceTags[];
  /** The `coder_parameter` blocks of the configuration, whether or not they have an instance. */
  readonly declaredParameters?: readonly DeclaredParameter[];
  readonly configuration: PlanConfiguration | undefined;
  /** What the parts of the plan say of each other. */
  readonly evidence: PlanEvidence;
}

/** One element of `resource_changes`; `address` and `deposed` together are its key. */
export interface ResourceChange {
  readonly address: string;
  readonly previousAddress: string | undefined;
  readonly moduleAddress: string | undefined;
  /** `managed`, `data`, and `ephemeral` in OpenTofu. */
  readonly mode: string;
  readonly type: string;
  readonly name: string;
  readonly index: string | number | undefined;
  readonly deposed: string | undefined;
  readonly providerName: string | undefined;
  /** Terraform's words in Terraform's order; words of a later version are kept as they are. */
  readonly actions: readonly string[];
  /** Terraform's `action_reason`: shown, never decided on. */
  readonly actionReason: string | undefined;
  /** Empty for a tainted, `-replace`d or `replace_triggered_by` resource, and before Terraform 0.15.3. */
  readonly replacePaths: readonly AttributePath[];
  /** One for each replace path, in the same order. */
  readonly attributes: readonly AttributeChange[];
  /** Attributes of an update whose value differs or is not known yet, sorted. */
  readonly updatedAttributes: readonly string[];
  /** It was not in the state, and an `import` block takes it in. */
  readonly isImported?: boolean;
  /**
   * The refresh did not find the object any more, so that Terraform plans a
   * `create` and lists the `delete` as drift. The actions here are both.
   */
  readonly isGone?: boolean;
}

/** Before and after at one replace path, as far as they may be shown. */
export interface AttributeChange {
  readonly path: AttributePath;
  readonly before: PrintableValue;
  readonly after: PrintableValue;
  /** Computed from what is not there yet: as a rule from another resource that is replaced. Also true under a mask. */
  readonly becomesUnknown: boolean;
}

/**
 * `withheld` is a value that the run was told not to show, `sensitive` one that
 * may never be shown.
 */
export type PrintableValue =
  | { readonly kind: 'known'; readonly json: string }
  | { readonly kind: 'sensitive' }
  | { readonly kind: 'withheld' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'absent' };

/** The part of `data.coder_workspace` that tells which build this is. */
export interface Workspace {
  readonly isPrebuild: boolean;
  readonly isPrebuildClaim: boolean;
  readonly transition: string | undefined;
  /** `prebuild-…`, as Coder calls the workspaces that nobody claimed yet. */
  readonly hasPrebuildName: boolean;
}

/** The part of `data.coder_workspace_owner` that tells who planned. */
export interface WorkspaceOwner {
  /** Undefined where neither name nor id is known. */
  readonly isPrebuildsUser: boolean | undefined;
}

/** A new object is made and the old one is given up, in either order; `forget` orphans it instead of destroying it. */
export function isReplacement(change: Pick<ResourceChange, 'actions'>): boolean {
  return change.actions.includes('create') && (change.actions.includes('delete') || change.actions.includes('forget'));
}

export function isRemoval(change: Pick<ResourceChange, 'actions' | 'deposed'>): boolean {
  return change.actions.length === 1 && change.actions[0] === 'delete' && change.deposed === undefined;
}

/** Whether it is known what these actions do, together and in this order. */
export function isKnownAction({ actions }: Pick<ResourceChange, 'actions'>): boolean {
  return KNOWN_ACTIONS.has(actions.join());
}

/** All that Terraform up to 1.17 and OpenTofu up to 1.12 write; `open` is OpenTofu's, of ephemeral resources. */
const KNOWN_ACTIONS: ReadonlySet<string> = new Set([
  'no-op',
  'create',
  'read',
  'update',
  'delete',
  'forget',
  'open',
  'delete,create',
  'create,delete',
  'create,forget',
  'forget,create',
]);

export function isNoOp(change: Pick<ResourceChange, 'actions'>): boolean {
  return change.actions.length === 1 && change.actions[0] === 'no-op';
}

/** What it does presupposes that the object exists. */
export function actsOnWhatExists({ actions }: Pick<ResourceChange, 'actions'>): boolean {
  return actions.some((action) => ON_WHAT_EXISTS.has(action));
}

const ON_WHAT_EXISTS: ReadonlySet<string> = new Set(['no-op', 'update', 'delete', 'forget']);

/** Coder's own resources are virtual: replacing them costs the claimant nothing. A prefix of the type, as in Coder. */
export function isCoderResource(change: Pick<ResourceChange, 'type'>): boolean {
  return change.type.startsWith('coder_');
}

/** Coder's rule A: counted in its metric and named in its notification (coder/coder#17571). */
export function isCountedByCoder(change: ResourceChange): boolean {
  return !isNoOp(change) && change.replacePaths.length > 0 && !isCoderResource(change);
}

/** Coder's rule B: written to the build log (coder/coder#24935). Exactly delete and create, so `forget` is not seen. */
export function isLoggedByCoder(change: ResourceChange): boolean {
  const [first, second] = change.actions;
  return (
    change.actions.length === 2 &&
    ((first === 'delete' && second === 'create') || (first === 'create' && second === 'delete')) &&
    !isCoderResource(change)
  );
}
