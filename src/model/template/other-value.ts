import { optionsAreElements } from './parameter-definition.ts';
import { judgeValue } from './parameter-value.ts';
import type { Parameter } from './template.ts';

/** Another legal value than the present one, or why there is none to name. */
export type OtherValue =
  | { readonly kind: 'value'; readonly value: string }
  | { readonly kind: 'single-value' }
  | { readonly kind: 'no-legal-value' };

/** What a claimant might choose instead: an option, else a neighbour of the present value that the provider accepts. */
export function otherValue(parameter: Parameter): OtherValue {
  const present = parameter.value ?? parameter.default;
  const found = candidates(parameter, present).find(
    (candidate) => candidate !== present && judgeValue(parameter, candidate, present).kind === 'accepted',
  );
  if (found !== undefined) return { kind: 'value', value: found };
  return { kind: isExhaustive(parameter) ? 'single-value' : 'no-legal-value' };
}

/** Every legal value was among the candidates. */
function isExhaustive({ type, options, validation }: Parameter): boolean {
  return options.length > 0 || type === 'bool' || (type === 'number' && validation !== undefined);
}

function candidates(parameter: Parameter, present: string | undefined): readonly string[] {
  const options = parameter.options.map(({ value }) => value);
  if (optionsAreElements(parameter)) return lists(options, present);
  if (options.length > 0) return options;
  switch (parameter.type) {
    case 'bool':
      return present === 'true' ? ['false'] : ['true'];
    case 'number':
      return numbers(parameter, Number(present ?? 0));
    case 'list(string)':
      return ['["rehearsal"]', '[]'];
    default:
      return texts(present ?? '');
  }
}

/** One element less or one more than at present. */
function lists(options: readonly string[], present: string | undefined): readonly string[] {
  const single = options.map((option) => JSON.stringify([option]));
  return [...single, '[]', JSON.stringify(options)].filter((candidate) => candidate !== present);
}

function numbers({ validation }: Parameter, present: number): readonly string[] {
  const base = Number.isFinite(present) ? present : 0;
  const bounds = [validation?.min, validation?.max].filter((bound) => bound !== undefined);
  return [base + 1, base - 1, ...bounds].map(String);
}

/** In the shape of the present one, so that a regular expression that takes that may take this. */
function texts(present: string): readonly string[] {
  const counted = present.replace(/\d(?=\D*$)/, (digit) => (digit === '9' ? '8' : String(Number(digit) + 1)));
  const lettered = present.replace(/[a-z](?=[^a-z]*$)/i, (letter) =>
    letter.toLowerCase() === 'z' ? (letter === 'z' ? 'y' : 'Y') : String.fromCharCode(letter.charCodeAt(0) + 1),
  );
  return [
    `${present}-rehearsal`,
    counted,
    lettered,
    `${present}1`,
    'rehearsal',
    '1',
    'a',
    '/rehearsal',
    'rehearsal@example.com',
    'https://rehearsal.invalid',
    '0.0.0.0',
    'UTC',
  ];
}
