import { UserError } from '../../model/user-error.ts';

/**
 * What was given in one place: flags, inputs, variables. Places are laid one
 * over the other, and the first that has a value for a setting wins.
 */
export interface Layer {
  readonly kind: 'Option' | 'Input' | 'Variable';
  /** How this place names a setting: `--timeout`, `timeout`, `CODER_URL`. */
  nameOf(setting: string): string;
  /** By setting; undefined or blank means not given. */
  readonly values: Readonly<Record<string, string | undefined>>;
}

/** One value as it was given, and where. */
export interface Given {
  readonly value: string;
  /** The subject of a sentence about it: "Option `--timeout`". */
  readonly subject: string;
}

/** The value of the uppermost place that has one. */
export function givenIn(layers: readonly Layer[], setting: string): Given | undefined {
  for (const { kind, nameOf, values } of layers) {
    const value = values[setting]?.trim() ?? '';
    if (value !== '') return { value, subject: `${kind} \`${nameOf(setting)}\`` };
  }
  return undefined;
}

/** A refusal that says what is wrong with a value and what to write instead. */
export function refused({ value, subject }: Given, advice: string): UserError {
  return new UserError(`${subject} is \`${value}\`; ${advice}.`);
}
