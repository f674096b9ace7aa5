/**
 * The references of a plan's `configuration`: what each attribute is computed
 * from. Terraform writes neither the expressions, nor locals, nor `lifecycle`,
 * nor `dynamic` blocks into a plan.
 */
export interface PlanConfiguration {
  readonly root: ConfiguredModule;
}

export interface ConfiguredModule {
  /** By address within the module, such as `docker_container.workspace`. */
  readonly resources: ReadonlyMap<string, ConfiguredResource>;
  readonly calls: ReadonlyMap<string, ModuleCall>;
  /** References of each output. */
  readonly outputs: ReadonlyMap<string, readonly string[]>;
}

export interface ConfiguredResource {
  /** References by attribute or nested block. */
  readonly attributes: ReadonlyMap<string, readonly string[]>;
  /** References of `count` and `for_each`; undefined where there is neither. */
  readonly repetition: readonly string[] | undefined;
  /** What it waits for beside: `depends_on` and the references of its provisioners. Absent where there is nothing. */
  readonly waitsFor?: readonly string[];
}

export interface ModuleCall {
  /** References by input variable. */
  readonly inputs: ReadonlyMap<string, readonly string[]>;
  readonly repetition: readonly string[] | undefined;
  /** Its `depends_on`, which everything in the module waits for. Absent where there is none. */
  readonly waitsFor?: readonly string[];
  readonly module: ConfiguredModule;
}

/** The names of the calls that lead to a module: `module.box[0].module.in["a.b"]` is `box`, `in`. */
export function modulePath(moduleAddress: string | undefined): readonly string[] {
  if (moduleAddress === undefined) return [];
  return [...moduleAddress.matchAll(MODULE_STEP)].map((match) => match[1] ?? '');
}

/** Undefined where the configuration does not hold the module. */
export function moduleAt(configuration: PlanConfiguration, path: readonly string[]): ConfiguredModule | undefined {
  let module: ConfiguredModule | undefined = configuration.root;
  for (const name of path) module = module?.calls.get(name)?.module;
  return module;
}

/** A call's name, then its instance key, whose quotes may hide dots, brackets and the word `module` itself. */
const MODULE_STEP = /module\.([^.[\]"]+)(?:\[(?:\d+|"[^"\\]*(?:\\.[^"\\]*)*")\])?/g;
