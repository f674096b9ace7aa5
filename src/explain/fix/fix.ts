import type { ResourceBlock, SourceModule } from '../../model/configuration/configuration.ts';
import type { SourceRange } from '../../model/configuration/expression.ts';
import type { AttributePath } from '../../model/plan/attribute-path.ts';
import { say, type Text } from '../../model/text.ts';

/** A change of the template that prevents a claim from replacing something. */
export type FixAction = IgnoreAction | SubstituteAction;

/** Put paths into the `ignore_changes` of a resource. */
export interface IgnoreAction {
  readonly kind: 'ignore';
  readonly module: SourceModule;
  readonly resource: ResourceBlock;
  readonly paths: readonly AttributePath[];
}

/** Replace a reference that a claim changes with one that it does not change. */
export interface SubstituteAction {
  readonly kind: 'substitute';
  readonly module: SourceModule;
  readonly range: SourceRange;
  readonly reference: string;
}

/** The fix for a problem, or why no small change of the template fixes it. */
export type FixPlan =
  | { readonly kind: 'actions'; readonly actions: readonly FixAction[]; readonly tradeOff: Text }
  | { readonly kind: 'none'; readonly because: Text };

export const NOT_OURS: Text = [
  'It is in a module whose files are not in this repository. Pass values to the module that a claim does not change.',
];

export const WRITTEN_IN_JSON: Text = say`It is written in JSON syntax, which prebuild-guard does not edit. Add the attributes to ${'lifecycle.ignore_changes'} by hand.`;
