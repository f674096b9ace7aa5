import { goInteger, goStringList } from '../go/go-literals.ts';
import { matchRe2 } from '../go/re2.ts';
import {
  definitionProblem,
  isKnownType,
  isOfType,
  optionsAreElements,
  type ParameterDefinition,
} from './parameter-definition.ts';

/** What the provider says of a value of a parameter. */
export type ValueVerdict =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'refused'; readonly problem: ValueProblem }
  | { readonly kind: 'not-checkable'; readonly because: 'unknown-type' | 'regex' };

export type ValueProblem =
  | { readonly kind: 'bad-definition'; readonly detail: string }
  | { readonly kind: 'not-an-option'; readonly options: readonly string[] }
  | { readonly kind: 'elements-not-options'; readonly missing: readonly string[] }
  | { readonly kind: 'not-a-list' }
  | { readonly kind: 'not-a-number' }
  | { readonly kind: 'not-an-integer' }
  | { readonly kind: 'not-a-bool' }
  | { readonly kind: 'not-true-or-false' }
  | { readonly kind: 'below-minimum'; readonly min: number }
  | { readonly kind: 'above-maximum'; readonly max: number }
  | { readonly kind: 'regex'; readonly regex: string; readonly error: string | undefined }
  | { readonly kind: 'not-monotonic'; readonly direction: Direction; readonly previous: string };

export type Direction = 'increasing' | 'decreasing';

/**
 * The verdict of the provider `coder/coder` at planning, in the order in which it
 * looks: definition, options, `validation` block, type. `value` is undefined
 * where neither the build nor the default gives one.
 */
export function judgeValue(
  parameter: ParameterDefinition,
  value: string | undefined,
  previous: string | undefined = undefined,
): ValueVerdict {
  if (!isKnownType(parameter.type)) return { kind: 'not-checkable', because: 'unknown-type' };
  const detail = definitionProblem(parameter);
  if (detail !== undefined) return refused({ kind: 'bad-definition', detail });
  // Without a `validation` block the provider lets a missing value pass; Coder asks for it before that.
  if (value === undefined && parameter.validation === undefined) return ACCEPTED;
  const given = value ?? '';
  const problem = optionProblem(parameter, given);
  if (problem !== undefined) return refused(problem);
  const validation = validationVerdict(parameter, given, previous);
  if (validation.kind !== 'accepted') return validation;
  return isOfType(parameter.type, given) ? ACCEPTED : refused(MISTYPED.get(parameter.type) ?? { kind: 'not-a-list' });
}

/** Whether a value moves against the direction of a monotonic parameter. A previous value that is no integer binds nobody. */
export function isAgainst(direction: Direction, previous: string, next: string): boolean {
  const [before, after] = [goInteger(previous), goInteger(next)];
  if (before === undefined || after === undefined) return false;
  return direction === 'increasing' ? after < before : after > before;
}

function optionProblem(parameter: ParameterDefinition, value: string): ValueProblem | undefined {
  const options = parameter.options.map((option) => option.value);
  if (options.length === 0) return undefined;
  if (!optionsAreElements(parameter)) {
    return options.includes(value) ? undefined : { kind: 'not-an-option', options };
  }
  const elements = goStringList(value);
  if (elements === undefined) return { kind: 'not-a-list' };
  const missing = elements.filter((element) => !options.includes(element));
  return missing.length === 0 ? undefined : { kind: 'elements-not-options', missing };
}

function validationVerdict(
  { type, validation }: ParameterDefinition,
  value: string,
  previous: string | undefined,
): ValueVerdict {
  if (validation === undefined) return ACCEPTED;
  switch (type) {
    case 'bool':
      return value === 'true' || value === 'false' ? ACCEPTED : refused({ kind: 'not-true-or-false' });
    case 'list(string)':
      return goStringList(value) === undefined ? refused({ kind: 'not-a-list' }) : ACCEPTED;
    case 'number': {
      const number = goInteger(value);
      if (number === undefined) return refused({ kind: 'not-an-integer' });
      const { min, max, monotonic } = validation;
      if (min !== undefined && number < min) return refused({ kind: 'below-minimum', min });
      if (max !== undefined && number > max) return refused({ kind: 'above-maximum', max });
      if (monotonic !== undefined && previous !== undefined && isAgainst(monotonic, previous, value)) {
        return refused({ kind: 'not-monotonic', direction: monotonic, previous });
      }
      return ACCEPTED;
    }
    default:
      return regexVerdict(validation, value);
  }
}

function regexVerdict({ regex, error }: NonNullable<ParameterDefinition['validation']>, value: string): ValueVerdict {
  if (regex === undefined || regex === '') return ACCEPTED;
  const match = matchRe2(regex, value);
  if (match === 'unsupported') return { kind: 'not-checkable', because: 'regex' };
  if (match === 'invalid')
    return refused({ kind: 'bad-definition', detail: 'its regular expression does not compile' });
  // The provider asks for the error only once the expression has compiled.
  if (error === undefined || error === '') {
    return refused({ kind: 'bad-definition', detail: 'its regular expression has no error message' });
  }
  return match === 'match' ? ACCEPTED : refused({ kind: 'regex', regex, error });
}

function refused(problem: ValueProblem): ValueVerdict {
  return { kind: 'refused', problem };
}

const ACCEPTED: ValueVerdict = { kind: 'accepted' };

const MISTYPED: ReadonlyMap<string, ValueProblem> = new Map([
  ['number', { kind: 'not-a-number' }],
  ['bool', { kind: 'not-a-bool' }],
]);
