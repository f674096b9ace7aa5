import { isUnknownIn } from '../template/preset-parameters.ts';
import type { Parameter } from '../template/template.ts';
import type { ParameterPairs } from './parameter-pairs.ts';

/** A parameter whose value the next build of a workspace no longer has. */
export interface LostParameter {
  /** As the earlier version defines it. */
  readonly parameter: Parameter;
  readonly fate: LostFate;
}

export type LostFate =
  | { readonly kind: 'removed' }
  /** As far as it looks like it: Coder knows no renaming, only a parameter less and one more. */
  | { readonly kind: 'renamed'; readonly to: Parameter }
  | { readonly kind: 'became-ephemeral' };

/** An ephemeral parameter has no value that could be lost. */
export function lostParameters({ kept, gone, added }: ParameterPairs): readonly LostParameter[] {
  const absent = gone.filter(({ ephemeral }) => !ephemeral);
  return [
    ...absent.map((parameter): LostParameter => {
      const to = successorOf(parameter, absent, added);
      return { parameter, fate: to === undefined ? { kind: 'removed' } : { kind: 'renamed', to } };
    }),
    ...kept
      .filter(({ before, after }) => !before.ephemeral && after.ephemeral && !isUnknownIn(after, 'ephemeral'))
      .map(({ before }): LostParameter => ({ parameter: before, fate: { kind: 'became-ephemeral' } })),
  ];
}

/** Parameters that a workspace of the earlier version has no value for, and that no default fills. */
export function newlyRequired({ added }: ParameterPairs): readonly Parameter[] {
  return added.filter(
    (parameter) => parameter.default === undefined && !parameter.ephemeral && !isUnknownIn(parameter, 'default'),
  );
}

/** The same block under another name, the same options, or the only one that could be meant. */
function successorOf(
  parameter: Parameter,
  gone: readonly Parameter[],
  added: readonly Parameter[],
): Parameter | undefined {
  const alike = added.filter(({ type, ephemeral }) => type === parameter.type && !ephemeral);
  const values = optionValues(parameter);
  return (
    alike.find(({ address }) => address === parameter.address) ??
    alike.find((other) => values !== '[]' && optionValues(other) === values) ??
    (gone.length === 1 && alike.length === 1 ? alike.find((other) => other.default === parameter.default) : undefined)
  );
}

function optionValues({ options }: Parameter): string {
  return JSON.stringify(options.map(({ value }) => value).toSorted());
}
