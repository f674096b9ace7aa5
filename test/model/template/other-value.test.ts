import { describe, expect, it } from 'vitest';
import { otherValue } from '../../../src/model/template/other-value.ts';
import { judgeValue } from '../../../src/model/template/parameter-value.ts';
import type { Parameter, ParameterValidation } from '../../../src/model/template/template.ts';
import { parameter } from '../../support/builders.ts';

const validation = (overrides: Partial<ParameterValidation>): ParameterValidation => ({
  min: undefined,
  max: undefined,
  monotonic: undefined,
  regex: undefined,
  error: 'no',
  ...overrides,
});
const open = (overrides: Partial<Parameter>): Parameter =>
  parameter({ mutable: true, formType: undefined, options: [], ...overrides });
const options = (...values: readonly string[]) => values.map((value) => ({ name: value, value }));

describe('another value', () => {
  it.each([
    { of: open({ value: 'eu', options: options('eu', 'us') }), value: 'us', because: 'it is the other option' },
    { of: open({ type: 'bool', value: 'true' }), value: 'false', because: 'there are two' },
    { of: open({ type: 'number', value: '4' }), value: '5', because: 'it is a neighbour' },
    {
      of: open({ type: 'number', value: '8', validation: validation({ min: 1, max: 8 }) }),
      value: '7',
      because: 'the bound is a bound',
    },
    {
      of: open({ type: 'number', value: '8', validation: validation({ max: 10, monotonic: 'increasing' }) }),
      value: '9',
      because: 'it may only grow',
    },
    {
      of: open({ value: 'eu-1', default: 'eu-1', validation: validation({ regex: '^[a-z]+-[0-9]$' }) }),
      value: 'eu-2',
      because: 'the expression takes it',
    },
    { of: open({ value: '', default: '' }), value: '-rehearsal', because: 'any text will do' },
    { of: open({ type: 'list(string)', value: '["a"]' }), value: '["rehearsal"]', because: 'a list takes any' },
    {
      of: open({ type: 'list(string)', formType: 'multi-select', value: '["a"]', options: options('a', 'b') }),
      value: '["b"]',
      because: 'its elements are options',
    },
  ])('of $of.type $of.value is $value, because $because', ({ of, value }) => {
    expect(otherValue(of)).toEqual({ kind: 'value', value });
    expect(judgeValue(of, value, of.value).kind).toBe('accepted');
  });

  it.each([
    { of: open({ value: 'eu', options: options('eu') }), kind: 'single-value', because: 'there is one option' },
    {
      of: open({ type: 'number', value: '3', validation: validation({ min: 3, max: 3 }) }),
      kind: 'single-value',
      because: 'the bounds meet',
    },
    {
      of: open({ value: 'xyzzy', default: 'xyzzy', validation: validation({ regex: '^xyzzy$' }) }),
      kind: 'no-legal-value',
      because: 'nothing else was thought of',
    },
    { of: open({ type: 'colour', value: 'red' }), kind: 'no-legal-value', because: 'the type is not known' },
  ])('of $of.type $of.value: $kind, because $because', ({ of, kind }) => {
    expect(otherValue(of)).toEqual({ kind });
  });
});
