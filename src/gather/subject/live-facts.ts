import { workspaceQuestions } from '../../model/change/workspace-questions.ts';
import { terraformNotice } from '../../model/coder/bundled-terraform.ts';
import type { PlanOrigin } from '../../model/judgement/plan-origin.ts';
import type { Snapshot } from '../../model/judgement/snapshot.ts';
import type { Notice } from '../../model/judgement/verdict.ts';
import type { ValuePolicy } from '../../model/plan/value-policy.ts';
import type { ParameterFlow } from '../../model/template/parameter-flow.ts';
import type { CountWorkspaces } from '../ports.ts';

interface Told {
  readonly flow?: ParameterFlow | undefined;
  readonly serverVersion?: string | undefined;
  readonly countWorkspaces?: CountWorkspaces | undefined;
}

/** What Coder told of the template beside its baseline and its quota. */
export async function liveFacts(
  snapshot: Snapshot,
  { flow, countWorkspaces }: Told,
  values: ValuePolicy,
): Promise<Pick<Snapshot, 'flow' | 'workspaces'>> {
  const questions = countWorkspaces === undefined ? [] : workspaceQuestions(snapshot);
  const isAsked = countWorkspaces !== undefined && questions.length > 0;
  return {
    ...(flow !== undefined && { flow }),
    ...(isAsked && { workspaces: await countWorkspaces(questions, values === 'safe') }),
  };
}

/** Where the Terraform that planned is not the server's. OpenTofu has versions of its own, and no Coder brings it. */
export function terraformNotices(name: string, origin: PlanOrigin, { serverVersion }: Told): readonly Notice[] {
  const text = terraformNotice(terraformOf(origin), serverVersion);
  return text === undefined ? [] : [{ input: name, text }];
}

function terraformOf(origin: PlanOrigin): string | undefined {
  if (origin.kind === 'plan') return origin.plan.terraformVersion;
  const { terraform } = origin.rehearsal;
  return terraform?.product === 'Terraform' ? terraform.version : undefined;
}
