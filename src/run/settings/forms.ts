import { visible } from '../../model/text.ts';
import { type Given, refused } from './layers.ts';

/** How the value of a setting is written, and what it is where it is not given. */
export interface Form<Value> {
  readonly fallback: Value;
  /** Throws a `UserError` for what is not of this form. */
  parse(given: Given): Value;
}

export function text(): Form<string | undefined>;
export function text(fallback: string): Form<string>;
export function text(fallback?: string): Form<string | undefined> {
  return { fallback, parse: ({ value }) => value };
}

/** One of several words. */
export function oneOf<const Choice extends string>(choices: readonly Choice[], fallback: Choice): Form<Choice>;
export function oneOf<const Choice extends string>(choices: readonly Choice[]): Form<Choice | undefined>;
export function oneOf<const Choice extends string>(
  choices: readonly Choice[],
  fallback?: Choice,
): Form<Choice | undefined> {
  return {
    fallback,
    parse(given) {
      const choice = choices.find((candidate) => candidate === given.value);
      if (choice === undefined) throw refused(shown(given), `use ${alternatives(choices)}`);
      return choice;
    },
  };
}

/** A YAML 1.2 boolean, as `core.getBooleanInput` takes it. */
export function flag(fallback: boolean): Form<boolean> {
  return {
    fallback,
    parse(given) {
      if (/^(?:true|True|TRUE)$/.test(given.value)) return true;
      if (/^(?:false|False|FALSE)$/.test(given.value)) return false;
      throw refused(shown(given), 'use true or false');
    },
  };
}

/** A whole number from `least` to `most`. */
export function whole(least: number, most: number): Form<number | undefined>;
export function whole(least: number, most: number, fallback: number): Form<number>;
export function whole(least: number, most: number, fallback?: number): Form<number | undefined> {
  return {
    fallback,
    parse(given) {
      const number = /^\d{1,10}$/.test(given.value) ? Number(given.value) : Number.NaN;
      if (number >= least && number <= most) return number;
      throw refused(shown(given), `use a whole number from ${least} to ${most}`);
    },
  };
}

/** A number that may have a fraction. */
export function decimal(): Form<number | undefined> {
  return {
    fallback: undefined,
    parse(given) {
      if (/^\d{1,6}(?:\.\d{1,3})?$/.test(given.value)) return Number(given.value);
      throw refused(shown(given), 'use a number, such as 10');
    },
  };
}

/** `20m`, `90s`, `1h30m` in milliseconds. */
export function duration(): Form<number | undefined>;
export function duration(fallbackMs: number): Form<number>;
export function duration(fallbackMs?: number): Form<number | undefined> {
  return {
    fallback: fallbackMs,
    parse(given) {
      const parts = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/.exec(given.value) ?? [];
      const [, hours = '0', minutes = '0', seconds = '0'] = parts;
      const ms = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
      if (ms > 0 && ms <= A_DAY_MS) return ms;
      throw refused(shown(given), 'use a time such as 20m or 1h30m, at most one day');
    },
  };
}

const A_DAY_MS = 24 * 3_600_000;

/** One value per line; blank lines do not count. */
export function lines(): Form<readonly string[]> {
  return { fallback: [], parse: ({ value }) => linesOf(value) };
}

/** The same, with commas between values, too. */
export function list(): Form<readonly string[]> {
  return { fallback: [], parse: ({ value }) => linesOf(value.replaceAll(',', '\n')) };
}

/** Each line in a form of its own. */
export function eachLine<Value>(parseLine: (given: Given) => Value): Form<readonly Value[]> {
  return {
    fallback: [],
    parse: ({ value, subject }) => linesOf(value).map((line) => parseLine({ value: line, subject })),
  };
}

function linesOf(value: string): readonly string[] {
  return value
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** GitHub's own form of names: nothing else may get into a comment as it is. */
export function people(): Form<readonly string[]> {
  return {
    fallback: [],
    parse({ value, subject }) {
      const names = linesOf(value.replaceAll(/[,\s]/g, '\n'));
      const odd = names.find((name) => !MENTION.test(name));
      if (odd !== undefined) throw refused(shown({ value: odd, subject }), 'use @user or @organization/team');
      return [...new Set(names)];
    },
  };
}

const MENTION = /^@[A-Za-z0-9](?:-?[A-Za-z0-9]){0,38}(?:\/[A-Za-z0-9][\w-]{0,99})?$/;

/** The number of a pull request. */
export function pullRequest(): Form<number | undefined> {
  return {
    fallback: undefined,
    parse(given) {
      if (/^[1-9]\d{0,9}$/.test(given.value)) return Number(given.value);
      throw refused(shown(given), 'use the number of a pull request');
    },
  };
}

function shown({ value, subject }: Given): Given {
  return { value: visible(value), subject };
}

function alternatives(choices: readonly string[]): string {
  return `${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}`;
}
