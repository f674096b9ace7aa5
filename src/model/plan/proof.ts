import type { NotChecked } from '../judgement/outcome.ts';

/**
 * One thing that must be seen in a plan before "nothing was found" means
 * anything. What is not proven is a gap, so that nothing missing can read as
 * nothing there.
 */
export interface Fact<Given> {
  /** In Markdown, for the table in `docs/claim-plan.md`. */
  readonly fact: string;
  /** Where in the plan it is proven, in Markdown. */
  readonly where: string;
  isProven(given: Given): boolean;
  /** Why it is not, and how it can be. Only asked where it is not proven. */
  gap(given: Given): NotChecked;
}

export function unproven<Given>(facts: readonly Fact<Given>[], given: Given): readonly NotChecked[] {
  return facts.filter((fact) => !fact.isProven(given)).map((fact) => fact.gap(given));
}
