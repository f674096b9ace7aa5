import type { NotChecked } from '../../model/judgement/outcome.ts';
import type { Plan } from '../../model/plan/plan.ts';
import { unproven } from '../../model/plan/proof.ts';
import { TEMPLATE_FACTS } from '../../model/plan/template-proof.ts';
import type { Text } from '../../model/text.ts';

/** Why a plan may lack presets and parameters that the template has. `called` is how the sentence names it. */
export function templateGaps(plan: Plan, called: Text = ['this plan']): readonly NotChecked[] {
  return unproven(TEMPLATE_FACTS, { plan, called }).slice(0, 1);
}
