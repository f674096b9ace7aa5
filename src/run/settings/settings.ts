import type { ValuePolicy } from '../../gather/ports.ts';
import { SEVERITIES, type Severity } from '../../model/judgement/severity.ts';
import { UserError } from '../../model/user-error.ts';

/** What the user asked for, checked. The same for the Action and the command line. */
export interface Settings {
  /** Paths and globs of plans; `-` is standard input. */
  readonly plans: readonly string[];
  /** Directories and globs of templates to rehearse. */
  readonly templates: readonly string[];
  /** Directory of the template that the plans are of; undefined where it is looked for beside each. */
  readonly configuration: string | undefined;
  readonly assumePrebuild: boolean;
  readonly failOn: Severity | 'never';
  readonly onInconclusive: 'fail' | 'warn';
  readonly values: ValuePolicy;
  readonly persistentTypes: readonly string[];
  /** Plan of the template before the change; undefined where nothing is compared. */
  readonly baseline: string | undefined;
  /** The most prebuilds that the template may ask for at once. */
  readonly maxPrebuilds: number | undefined;
  /** By how much that number may grow against the baseline. */
  readonly prebuildGrowthFactor: number | undefined;
  readonly comment: CommentMode;
  readonly commentKey: string;
  /** Mentioned when a preset reaches the limit: `@user` or `@organization/team`. */
  readonly notify: readonly string[];
  /** Whether fixes are suggested on the lines of the pull request. */
  readonly suggestions: boolean;
  readonly annotations: boolean;
  /** Where the report goes as JSON; undefined for nowhere. */
  readonly report: string | undefined;
}

export type CommentMode = (typeof COMMENT_MODES)[number];

const COMMENT_MODES = ['on-findings', 'always', 'never'] as const;

/** Settings as they come in, by the name of the input; empty means not given. */
export type RawSettings = Readonly<Record<string, string | undefined>>;

/** Checks every setting. Throws a `UserError` for the first that is not one of its values. */
export function parseSettings(raw: RawSettings): Settings {
  return {
    plans: lines(raw['plan']),
    templates: lines(raw['template']),
    configuration: given(raw['configuration']),
    assumePrebuild: flag(raw, 'assume-prebuild', false),
    failOn: oneOf(raw, 'fail-on', [...SEVERITIES.toReversed(), 'never'], 'error'),
    onInconclusive: oneOf(raw, 'on-inconclusive', ['fail', 'warn'], 'fail'),
    values: oneOf(raw, 'values', ['none', 'safe'], 'none'),
    persistentTypes: lines(raw['persistent-types']?.replaceAll(',', '\n')),
    baseline: given(raw['baseline']),
    maxPrebuilds: numberOf(raw, 'max-prebuilds'),
    prebuildGrowthFactor: numberOf(raw, 'prebuild-growth-factor'),
    comment: oneOf(raw, 'comment', COMMENT_MODES, 'on-findings'),
    commentKey: given(raw['comment-key']) ?? 'default',
    notify: peopleOf(raw),
    suggestions: flag(raw, 'suggestions', true),
    annotations: flag(raw, 'annotations', true),
    report: given(raw['report']),
  };
}

/** One of several words. */
export function oneOf<Choice extends string>(
  raw: RawSettings,
  name: string,
  choices: readonly Choice[],
  fallback: Choice,
): Choice {
  const value = given(raw[name]);
  if (value === undefined) return fallback;
  const choice = choices.find((candidate) => candidate === value);
  if (choice === undefined) throw new UserError(`Input \`${name}\` is \`${value}\`; use ${alternatives(choices)}.`);
  return choice;
}

/** A YAML 1.2 boolean, as `core.getBooleanInput` takes it. */
export function flag(raw: RawSettings, name: string, fallback: boolean): boolean {
  const value = given(raw[name]);
  if (value === undefined) return fallback;
  if (/^(?:true|True|TRUE)$/.test(value)) return true;
  if (/^(?:false|False|FALSE)$/.test(value)) return false;
  throw new UserError(`Input \`${name}\` is \`${value}\`; use true or false.`);
}

/** GitHub's own form of names: nothing else may get into a comment as it is. */
function peopleOf(raw: RawSettings): readonly string[] {
  const people = lines(raw['notify']?.replaceAll(/[,\s]/g, '\n'));
  const odd = people.find((name) => !MENTION.test(name));
  if (odd !== undefined) throw new UserError(`Input \`notify\` is \`${odd}\`; use @user or @organization/team.`);
  if (people.length === 0) return people;
  if (given(raw['coder-template']) === undefined) {
    throw new UserError('Input `notify` reports presets in Coder: give `coder-template` too.');
  }
  if (given(raw['comment']) === 'never') {
    throw new UserError(
      'Input `notify` needs the comment, which records who was notified: set `comment` to on-findings.',
    );
  }
  return [...new Set(people)];
}

const MENTION = /^@[A-Za-z0-9](?:-?[A-Za-z0-9]){0,38}(?:\/[A-Za-z0-9][\w-]{0,99})?$/;

function numberOf(raw: RawSettings, name: string): number | undefined {
  const value = given(raw[name]);
  if (value === undefined) return undefined;
  if (/^\d{1,6}(?:\.\d{1,3})?$/.test(value)) return Number(value);
  throw new UserError(`Input \`${name}\` is \`${value}\`; use a number, such as 10.`);
}

/** A whole number of at most four digits, `least` or more. */
export function count(raw: RawSettings, name: string, fallback: number, least: number): number {
  const value = given(raw[name]);
  if (value === undefined) return fallback;
  if (/^\d{1,4}$/.test(value) && Number(value) >= least) return Number(value);
  throw new UserError(`Input \`${name}\` is \`${value}\`; use a whole number, ${least} or more.`);
}

/** One value a line; blank lines do not count. */
export function lines(value: string | undefined): readonly string[] {
  return (value ?? '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Undefined for what is empty or blank. */
export function given(value: string | undefined): string | undefined {
  const trimmed = value?.trim();
  return trimmed === '' ? undefined : trimmed;
}

function alternatives(choices: readonly string[]): string {
  return `${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}`;
}
