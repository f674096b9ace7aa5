import { readFile } from 'node:fs/promises';
import { ZodError } from 'zod';
import type { Plan } from '../../../model/plan/plan.ts';
import type { ValuePolicy } from '../../../model/plan/value-policy.ts';
import { parsePlan } from '../../plan/read-plan.ts';
import { Refusal } from '../../plan/text/refusal.ts';
import type { Environment } from '../claim/environment.ts';
import { causeOf } from './cause-of.ts';
import { type ClearPlan, parseClearPlan } from './clear-plan.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Failure, Stage } from './failure.ts';
import { isSaved, type Terraform } from './run-terraform.ts';
import { readSavedPlan, type SavedObjects } from './saved-plan/saved-plan.ts';
import { type Clock, secondsApart } from './seconds.ts';

export interface Planning {
  readonly stage: Stage;
  readonly environment: Environment;
  /** The file that holds the state. */
  readonly state: string;
  /** Names the files of this plan; no two that go on at once have the same. */
  readonly name: string;
  /** As Coder plans; a synthesised state has nothing that could be read again. */
  readonly refresh?: boolean;
  /** Placeholders in the state. */
  readonly madeUp?: readonly string[];
}

/** What planning came to; what was planned is read where it is asked for. */
export type Planned =
  | { readonly kind: 'planned'; readonly hasChanges: boolean; readonly reading: PlanReader }
  /** `reading` is there where Terraform saved what it had planned until the error. */
  | { readonly kind: 'errored'; readonly diagnostics: readonly Diagnostic[]; readonly reading: PlanReader | undefined }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** A saved plan. Each may fail, in which case the plan is of no use. */
export interface PlanReader {
  /** Values in clear; they never leave this room. */
  document(): Promise<ClearPlan | Failure>;
  /** What rules and reports may see. */
  plan(): Promise<Plan | Failure>;
  savedObjects(): Promise<SavedObjects>;
}

export interface Planner {
  plan(planning: Planning): Promise<Planned>;
}

export interface PlannerOptions {
  readonly terraform: Terraform;
  readonly values: ValuePolicy;
  /** What the host's environment and the files of variables brought in; no value that holds one is shown. */
  readonly secrets: readonly string[];
  /** The configuration asks for the time of the plan, which moves once a second. */
  readonly hasPlanTimestamp: boolean;
  readonly clock: Clock;
  file(name: string): string;
}

export function createPlanner(options: PlannerOptions): Planner {
  const { terraform, values, secrets, hasPlanTimestamp, clock, file } = options;
  const apart = secondsApart(clock);

  const readerOf = ({ stage, name, madeUp = [] }: Planning, savedPlan: string): PlanReader => {
    let shown: Promise<Buffer | Failure> | undefined;
    const show = async (): Promise<Buffer | Failure> => {
      const json = file(`${name}.json`);
      return (await terraform.show(stage, savedPlan, json)) ?? readFile(json);
    };
    const parsed = async <T>(parse: (json: Buffer) => T): Promise<T | Failure> => {
      shown ??= show();
      try {
        const json = await shown;
        return Buffer.isBuffer(json) ? parse(json) : json;
      } catch (error) {
        if (!isUnreadable(error)) throw error;
        return { stage, cause: 'terraform-output-unreadable', diagnostics: [] };
      }
    };
    return {
      document: () => parsed((json) => parseClearPlan(json.toString('utf8'))),
      plan: () => parsed((json) => parsePlan(json, values, { hidden: secrets, madeUp }).plan),
      // Where nothing was saved, the JSON has to do.
      savedObjects: async () => ((await isSaved(savedPlan)) ? readSavedPlan(await readFile(savedPlan)) : new Map()),
    };
  };

  return {
    async plan(planning) {
      const { stage, environment, state, name, refresh = false } = planning;
      const savedPlan = file(`${name}.tfplan`);
      const request = { stage, environment, state, refresh, out: savedPlan };
      const result = hasPlanTimestamp
        ? await apart((begin) => terraform.plan({ ...request, beforehand: begin }))
        : await terraform.plan(request);
      switch (result.kind) {
        case 'failed':
          return result;
        case 'planned':
          return { ...result, reading: readerOf(planning, savedPlan) };
        case 'errored': {
          const reading = (await isSaved(savedPlan)) ? readerOf(planning, savedPlan) : undefined;
          return { kind: 'errored', diagnostics: result.diagnostics, reading };
        }
      }
    },
  };
}

export function isFailure(value: object): value is Failure {
  return 'cause' in value && 'stage' in value;
}

export function failureAt(stage: Stage, diagnostics: readonly Diagnostic[]): Failure {
  return { stage, cause: causeOf(diagnostics), diagnostics };
}

/** What Terraform wrote is not what it was asked for: no JSON, of another form, no plan, or beyond all bounds. */
function isUnreadable(error: unknown): boolean {
  return (
    error instanceof SyntaxError ||
    error instanceof RangeError ||
    error instanceof Refusal ||
    error instanceof ZodError ||
    (error as NodeJS.ErrnoException).code === 'ERR_STRING_TOO_LONG'
  );
}
