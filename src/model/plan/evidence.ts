/**
 * A plan says most things in more than one place. This is what came of holding
 * the places against each other: a plan that was cut or damaged contradicts
 * itself somewhere. Addresses are those of the plan; empty is agreement.
 */
export interface PlanEvidence {
  /** No object has a key twice: of two, the last would count and hide the first. */
  readonly hasUniqueKeys: boolean;
  /** `applyable` is true exactly where something is to be applied; true where the plan does not say it. */
  readonly applyableAgrees: boolean;
  /** Changed as what exists, and not in `prior_state`. */
  readonly notInState: readonly string[];
  /** Created, and in `prior_state` already. */
  readonly alreadyInState: readonly string[];
  /** In `prior_state`, in `planned_values`, or declared without a condition, and not in `resource_changes`. */
  readonly notInChanges: readonly string[];
  /** Deleted, and in `planned_values` all the same. */
  readonly stillPlanned: readonly string[];
  /** Two changes of one object. */
  readonly listedTwice: readonly string[];
  /** Left as it is, and with paths that force a replacement. */
  readonly forcedWithoutEffect: readonly string[];
  /** Drift that is neither an update nor a move nor explained by a change. */
  readonly unexplainedDrift: readonly string[];
  /** Created although nothing but the template's own text decides that it is there, so that the prebuild had it, too. */
  readonly missedByPrebuild: readonly string[];
  /** What the configuration says; undefined where the plan has none, or not all of it. */
  readonly declared: DeclaredEvidence | undefined;
  /** Addresses of the presets whose values this plan was made with. */
  readonly plannedPresets: readonly string[];
}

export interface DeclaredEvidence {
  /** Equal for two plans of one configuration. */
  readonly key: string;
  /** Coder's data sources that are declared and were not read, or not whole. */
  readonly unread: readonly string[];
  /** Presets without an instance, whose condition may hold elsewhere. */
  readonly conditionalPresets: readonly string[];
  /** Changed, and not declared. */
  readonly undeclared: readonly string[];
}
