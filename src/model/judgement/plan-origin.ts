import type { Plan } from '../plan/plan.ts';
import type { Rehearsal } from './rehearsal.ts';

/** The user gave the plan, or the template was rehearsed. */
export type PlanOrigin =
  | { readonly kind: 'plan'; readonly plan: Plan }
  | { readonly kind: 'rehearsal'; readonly rehearsal: Rehearsal };
