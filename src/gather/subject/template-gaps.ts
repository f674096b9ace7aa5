import type { NotChecked } from '../../model/judgement/outcome.ts';
import type { Plan } from '../../model/plan/plan.ts';
import { say, type Text } from '../../model/text.ts';

/** Why a plan may lack presets and parameters of the template. `plan` names it in the sentence. */
export function templateGaps(
  { redactedByHcp, errored, complete }: Plan,
  plan: Text = ['this plan'],
): readonly NotChecked[] {
  if (redactedByHcp) {
    return [
      {
        code: 'redacted-plan',
        detail: say`HCP Terraform redacted ${plan}, so it does not contain the presets and parameters of the template.`,
        remedy: HOW_TO_GET_AN_UNREDACTED_PLAN,
      },
    ];
  }
  if (errored) {
    return [
      {
        code: 'errored-plan',
        detail: say`Planning failed, so the template may have presets and parameters that are not in ${plan}.`,
        remedy: say`Fix the error that ${'terraform plan'} printed, then plan again. Coder would refuse to import the template too.`,
      },
    ];
  }
  if (complete === false) {
    return [
      {
        code: 'partial-plan',
        detail: say`The template may have presets and parameters that are not in ${plan}, because of ${'-target'} or deferred changes.`,
        remedy: say`Plan again without ${'-target'} and ${'-allow-deferral'}.`,
      },
    ];
  }
  return [];
}

export const HOW_TO_GET_AN_UNREDACTED_PLAN: Text = say`Download the plan's unredacted JSON, or run ${'terraform show -json'} in the directory that is connected to HCP Terraform.`;
