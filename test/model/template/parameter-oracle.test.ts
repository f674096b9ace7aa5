import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ParameterDefinition } from '../../../src/model/template/parameter-definition.ts';
import { judgeValue } from '../../../src/model/template/parameter-value.ts';
import type { ParameterOption, ParameterValidation } from '../../../src/model/template/template.ts';

interface OracleCase {
  readonly parameter: {
    readonly type?: string;
    readonly form_type?: string;
    readonly mutable?: boolean;
    readonly ephemeral?: boolean;
    readonly default?: string;
    readonly option?: readonly ParameterOption[];
    readonly validation?: Partial<ParameterValidation>;
  };
  readonly value?: string;
  readonly previous?: string;
  /** What the provider said; null where it accepted. */
  readonly refused: string | null;
}

const { cases } = JSON.parse(
  readFileSync(new URL('../../../fixtures/parameter-oracle/cases.json', import.meta.url), 'utf8'),
) as { readonly cases: readonly OracleCase[] };

describe('A value of a parameter, as the provider coder/coder judged it', () => {
  it('has been recorded many times, accepted and refused', () => {
    expect(cases.length).toBeGreaterThan(3000);
    expect(cases.filter(({ refused }) => refused === null).length).toBeGreaterThan(500);
  });

  it('gets the same verdict from us', () => {
    const disagreements = cases.flatMap((each) => {
      const { kind } = judgeValue(definitionOf(each), each.value ?? each.parameter.default, each.previous);
      const provider = each.refused === null ? 'accepted' : 'refused';
      return kind === provider || kind === 'not-checkable' ? [] : [{ ...each, ours: kind }];
    });
    expect(disagreements).toEqual([]);
  });

  it('is left to the provider only for a Unicode class that not every version of Go knows', () => {
    const open = cases.filter((each) => judgeValue(definitionOf(each), each.value).kind === 'not-checkable');
    expect(new Set(open.map(({ parameter }) => parameter.validation?.regex))).toEqual(new Set(['\\p{Foo}']));
  });
});

function definitionOf({ parameter }: OracleCase): ParameterDefinition {
  const { validation } = parameter;
  return {
    type: parameter.type ?? 'string',
    formType: parameter.form_type,
    mutable: parameter.mutable ?? false,
    ephemeral: parameter.ephemeral ?? false,
    default: parameter.default,
    options: parameter.option ?? [],
    validation: validation && {
      min: validation.min,
      max: validation.max,
      monotonic: validation.monotonic,
      regex: validation.regex,
      error: validation.error,
    },
  };
}
