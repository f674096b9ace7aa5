import { goStringList, isGoBool, isGoFloat } from '../go/go-literals.ts';
import type { Parameter } from './template.ts';

/** What decides which values a parameter takes. */
export type ParameterDefinition = Pick<
  Parameter,
  'type' | 'formType' | 'mutable' | 'ephemeral' | 'default' | 'options' | 'validation'
>;

/**
 * Why the provider refuses the parameter whatever its value is; undefined for a
 * sound one. A plan holds only sound ones: it fails on the others.
 */
export function definitionProblem(parameter: ParameterDefinition): string | undefined {
  const { type, options, validation } = parameter;
  const formTypes = FORM_TYPES.get(type)?.[options.length > 0 ? 'withOptions' : 'withoutOptions'];
  if (!parameter.mutable && parameter.ephemeral) return 'it is immutable and ephemeral';
  if (parameter.default === undefined && parameter.ephemeral) return 'it is ephemeral and has no default';
  if (parameter.formType !== undefined && !formTypes?.includes(parameter.formType)) {
    return 'its form type does not fit its type';
  }
  const optionType = optionsAreElements(parameter) ? 'string' : type;
  if (new Set(options.map(({ name }) => name)).size < options.length) return 'two of its options have the same name';
  if (new Set(options.map(({ value }) => value)).size < options.length) return 'two of its options have the same value';
  if (!options.every(({ value }) => isOfType(optionType, value))) return 'the value of an option is not of its type';
  if (validation === undefined) return undefined;
  const { min, max, monotonic, regex } = validation;
  if (type !== 'number' && (min !== undefined || max !== undefined || monotonic !== undefined)) {
    return 'only a number can have a minimum, a maximum or a direction';
  }
  return type !== 'string' && regex !== undefined && regex !== ''
    ? 'only a string can have a regular expression'
    : undefined;
}

/** A later provider may know more types. */
export function isKnownType(type: string): boolean {
  return FORM_TYPES.has(type);
}

/** With `multi-select` the options are what the elements of the list may be; else each option is a whole value. */
export function optionsAreElements({ type, formType }: Pick<Parameter, 'type' | 'formType'>): boolean {
  return type === 'list(string)' && formType === 'multi-select';
}

/** Whether Go reads the text as that type. */
export function isOfType(type: string, value: string): boolean {
  if (type === 'number') return isGoFloat(value);
  if (type === 'bool') return isGoBool(value);
  return type !== 'list(string)' || goStringList(value) !== undefined;
}

/** The first of each row is what the provider takes where none is written. */
const FORM_TYPES: ReadonlyMap<
  string,
  { readonly withOptions: readonly string[]; readonly withoutOptions: readonly string[] }
> = new Map([
  ['string', { withOptions: ['radio', 'dropdown'], withoutOptions: ['input', 'textarea'] }],
  ['number', { withOptions: ['radio', 'dropdown'], withoutOptions: ['input', 'slider'] }],
  ['bool', { withOptions: ['radio', 'dropdown'], withoutOptions: ['checkbox', 'switch'] }],
  ['list(string)', { withOptions: ['radio', 'multi-select'], withoutOptions: ['tag-select'] }],
]);
