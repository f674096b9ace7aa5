import type { ConfiguredModule, ModuleCall, PlanConfiguration } from '../../src/model/plan/plan-configuration.ts';

interface ResourceDraft {
  readonly attributes: Readonly<Record<string, readonly string[]>>;
  readonly repetition?: readonly string[];
}

interface ModuleDraft {
  readonly resources?: Readonly<Record<string, ResourceDraft>>;
  readonly calls?: Readonly<Record<string, CallDraft>>;
  readonly outputs?: Readonly<Record<string, readonly string[]>>;
}

interface CallDraft extends ModuleDraft {
  readonly inputs?: Readonly<Record<string, readonly string[]>>;
  readonly repetition?: readonly string[];
}

/** A plan's configuration, from plain objects. */
export function configuration(root: ModuleDraft): PlanConfiguration {
  return { root: moduleOf(root) };
}

function moduleOf({ resources = {}, calls = {}, outputs = {} }: ModuleDraft): ConfiguredModule {
  return {
    resources: new Map(
      Object.entries(resources).map(([address, { attributes, repetition }]) => [
        address,
        { attributes: new Map(Object.entries(attributes)), repetition },
      ]),
    ),
    calls: new Map(Object.entries(calls).map(([name, call]) => [name, callOf(call)])),
    outputs: new Map(Object.entries(outputs)),
  };
}

function callOf({ inputs = {}, repetition, ...module }: CallDraft): ModuleCall {
  return { inputs: new Map(Object.entries(inputs)), repetition, module: moduleOf(module) };
}
