import { resolve } from 'node:path';
import { parsePlan } from '../../src/gather/plan/read-plan.ts';
import type { Environment } from '../../src/gather/rehearsal/claim/environment.ts';
import type { Json, JsonObject } from '../../src/gather/rehearsal/state/cty-type.ts';
import type { TemplateRun } from '../../src/gather/rehearsal/template-run.ts';
import { parseClearPlan } from '../../src/gather/rehearsal/terraform/clear-plan.ts';
import { concealer } from '../../src/gather/rehearsal/terraform/conceal.ts';
import { type Diagnostic, plainDiagnostic } from '../../src/gather/rehearsal/terraform/diagnostic.ts';
import type { Failure } from '../../src/gather/rehearsal/terraform/failure.ts';
import type { Planned, Planning, PlanReader } from '../../src/gather/rehearsal/terraform/planner.ts';
import { openSchemaFile } from '../../src/gather/rehearsal/terraform/schema/schema-file.ts';
import type { RehearsalOptions } from '../../src/gather/requests.ts';
import { rehearsalOptions } from './rehearsal-options.ts';

/** A plan of a template, as little of it as there is to say. */
export interface PlanSketch {
  readonly presets?: Readonly<Record<string, { readonly parameters?: JsonObject; readonly instances?: number }>>;
  readonly parameters?: Readonly<Record<string, JsonObject>>;
  /** Further data sources that were read, by type. */
  readonly data?: Readonly<Record<string, JsonObject>>;
  readonly changes?: readonly ChangeSketch[];
}

export interface ChangeSketch {
  readonly address: string;
  readonly actions?: readonly string[];
  readonly before?: JsonObject | null;
  readonly after?: JsonObject | null;
  readonly unknown?: Json;
  readonly sensitive?: Json;
  readonly replacePaths?: readonly (readonly string[])[];
}

/** What `terraform show -json` writes of it. */
export function planJson(
  { presets = {}, parameters = {}, data = {}, changes = [] }: PlanSketch,
  errored = false,
): string {
  const source = (type: string, name: string, values: JsonObject) => ({
    address: `data.${type}.${name}`,
    mode: 'data',
    type,
    name,
    provider_name: CODER,
    schema_version: 1,
    values,
    sensitive_values: {},
  });
  return JSON.stringify({
    format_version: '1.2',
    terraform_version: '1.11.4',
    complete: !errored,
    errored,
    prior_state: {
      format_version: '1.0',
      values: {
        root_module: {
          resources: [
            ...Object.entries(presets).map(([name, { parameters: set = {}, instances = 1 }]) =>
              source('coder_workspace_preset', name.toLowerCase(), {
                name,
                parameters: set,
                prebuilds: instances === 0 ? [] : [{ instances }],
              }),
            ),
            ...Object.entries(parameters).map(([name, values]) =>
              source('coder_parameter', name, { name, type: 'string', mutable: false, option: null, ...values }),
            ),
            ...Object.entries(data).map(([type, values]) => source(type, 'x', values)),
          ],
        },
      },
    },
    planned_values: {
      root_module: {
        resources: changes
          .map(wireChange)
          .flatMap(({ mode, change: { after }, ...resource }) =>
            mode === 'data' ? [{ ...resource, mode, values: after, sensitive_values: {} }] : [],
          ),
      },
    },
    resource_changes: changes.map(wireChange),
  });
}

function wireChange({
  address,
  actions = ['create'],
  before = null,
  after = null,
  unknown = {},
  sensitive = {},
  replacePaths,
}: ChangeSketch) {
  const module = /^(?:module\.\w+(?:\[(?:\d+|"[^"]*")\])?\.)+/.exec(address)?.[0];
  const local = address.slice(module?.length ?? 0);
  const isRead = local.startsWith('data.');
  const [type = '', name = ''] = local.replace(/^data\./, '').split('.');
  return {
    address,
    ...(module === undefined ? {} : { module_address: module.slice(0, -1) }),
    mode: isRead ? 'data' : 'managed',
    type,
    name: name.replace(/\[.*/, ''),
    ...(/\[(\d+)\]$/.exec(address)?.[1] === undefined ? {} : { index: Number(/\[(\d+)\]$/.exec(address)?.[1]) }),
    provider_name: type.startsWith('coder_')
      ? CODER
      : type.startsWith('docker_')
        ? 'registry.terraform.io/kreuzwerker/docker'
        : 'terraform.io/builtin/terraform',
    change: {
      actions,
      before,
      after,
      after_unknown: unknown,
      before_sensitive: {},
      after_sensitive: sensitive,
      ...(replacePaths === undefined ? {} : { replace_paths: replacePaths }),
    },
  };
}

/** What a plan of the fake comes to: a sketch whose changes are counted, an error, with or without a plan, or a failure. */
export type Answer =
  | PlanSketch
  | { readonly errors: readonly Diagnostic[]; readonly saved?: PlanSketch }
  | { readonly failure: Failure }
  | Error;

export interface FakeRun {
  readonly run: TemplateRun;
  /** Every plan that was asked for, in order. */
  readonly planned: readonly Planning[];
  /** Plans, applies and destroys by name, in order; what was told, too. */
  readonly events: readonly string[];
  environmentOf(name: string): Environment;
}

export interface FakeAnswers {
  plan(name: string, environment: Environment): Answer;
  apply?(state: string): Promise<Failure | undefined>;
  destroy?(state: string): Promise<Failure | undefined>;
}

/** A run of a template whose plans are made up, on real schemas and files in `directory`. */
export function fakeRun(directory: string, answers: FakeAnswers, options: Partial<RehearsalOptions> = {}): FakeRun {
  const planned: Planning[] = [];
  const events: string[] = [];
  const unused = () => Promise.reject(new Error('nobody asks for this'));
  const run: TemplateRun = {
    options: rehearsalOptions(options),
    terraform: {
      init: unused,
      writeSchemas: unused,
      plan: unused,
      show: unused,
      apply: async (_environment, state) => {
        events.push('apply');
        return answers.apply?.(state);
      },
      destroy: async (_environment, state) => {
        events.push('destroy');
        return answers.destroy?.(state);
      },
    },
    planner: {
      async plan(planning) {
        planned.push(planning);
        events.push(planning.name);
        const answer = answers.plan(planning.name, planning.environment);
        if (answer instanceof Error) throw answer;
        return plannedOf(answer);
      },
    },
    schemas: openSchemaFile(resolve('fixtures/rehearsal/schemas.json')),
    conceal: concealer([]),
    tell: (_preset, text) => {
      events.push(`tell: ${text}`);
    },
    file: (name) => resolve(directory, name),
  };
  return {
    run,
    planned,
    events,
    environmentOf: (name) => {
      const planning = planned.find((each) => each.name === name);
      if (planning === undefined) throw new Error(`${name} was not planned, but ${planned.map((each) => each.name)}`);
      return planning.environment;
    },
  };
}

function plannedOf(answer: Exclude<Answer, Error>): Planned {
  if ('failure' in answer) return { kind: 'failed', failure: answer.failure };
  if ('errors' in answer) {
    const reading = answer.saved === undefined ? undefined : readerOf(answer.saved, true);
    return { kind: 'errored', diagnostics: answer.errors, reading };
  }
  const hasChanges = (answer.changes ?? []).some(({ actions }) => actions?.join() !== 'no-op');
  return { kind: 'planned', hasChanges, reading: readerOf(answer) };
}

function readerOf(sketch: PlanSketch, errored = false): PlanReader {
  const json = planJson(sketch, errored);
  return {
    document: async () => parseClearPlan(json),
    plan: async () => parsePlan(Buffer.from(json), 'safe').plan,
    savedObjects: async () => new Map(),
  };
}

export function erring(summary: string, saved?: PlanSketch): Answer {
  return { errors: [plainDiagnostic(summary)], ...(saved === undefined ? {} : { saved }) };
}

const CODER = 'registry.terraform.io/coder/coder';
