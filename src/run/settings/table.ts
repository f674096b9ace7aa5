import { SEVERITIES } from '../../model/judgement/severity.ts';
import { COMMENT_MODES } from '../../model/pull-request/comment-mode.ts';
import { parseClaimant } from './claimants.ts';
import {
  decimal,
  duration,
  eachLine,
  type Form,
  flag,
  lines,
  list,
  oneOf,
  people,
  pullRequest,
  text,
  whole,
} from './forms.ts';
import { type Given, givenIn, type Layer } from './layers.ts';

/** Every setting there is, in the order in which they are checked. Names are those of the inputs. */
const SETTINGS = {
  template: lines(),
  plan: lines(),
  configuration: text(),
  claimants: eachLine(parseClaimant),
  'max-choices': whole(0, 9999, 8),
  'var-file': lines(),
  override: lines(),
  state: text(),
  apply: flag(false),
  terraform: text(),
  'pass-env': list(),
  timeout: duration(10 * 60_000),
  parallelism: whole(1, 9999),
  'assume-prebuild': flag(false),
  'fail-on': oneOf([...SEVERITIES.toReversed(), 'never'], 'error'),
  'on-inconclusive': oneOf(['fail', 'warn'], 'fail'),
  values: oneOf(['none', 'safe']),
  'persistent-types': list(),
  baseline: text(),
  'max-prebuilds': decimal(),
  'prebuild-growth-factor': decimal(),
  comment: oneOf(COMMENT_MODES, 'on-findings'),
  'comment-key': text('default'),
  notify: people(),
  suggestions: flag(true),
  'pr-number': pullRequest(),
  annotations: flag(true),
  report: text(),
  'coder-url': text(),
  'coder-session-token': text(),
  'coder-organization': text(),
  'coder-template': text(),
  wait: duration(),
  'coder-version': text(),
  'failure-hard-limit': whole(0, 9999, 3),
  'max-concurrency': whole(1, 64, 4),
  'allow-http': flag(false),
  'history-file': text(),
  'github-token': text(),
  // Of the command line alone.
  all: flag(false),
  fix: flag(false),
  'dry-run': flag(false),
  format: oneOf(['text', 'json', 'markdown'], 'text'),
  save: text(),
  verbose: flag(false),
} as const satisfies Readonly<Record<string, Form<unknown>>>;

export type SettingName = keyof typeof SETTINGS;

export const SETTING_NAMES = Object.keys(SETTINGS) as readonly SettingName[];

type Values = { readonly [Name in SettingName]: (typeof SETTINGS)[Name]['fallback'] };

/** Every value in its form, and how to speak of it. */
export interface CheckedValues {
  readonly values: Values;
  isGiven(name: SettingName): boolean;
  /** "Option `--timeout`", for a sentence about what was given. */
  subject(name: SettingName): string;
  /** `--timeout` in backticks, for a sentence about what to give. */
  named(name: SettingName): string;
}

/** Throws a `UserError` for the first value that is not of its form. */
export function checkValues(layers: readonly Layer[]): CheckedValues {
  const given = new Map(SETTING_NAMES.map((name) => [name, givenIn(layers, name)] as const));
  const checked = (form: Form<unknown>, own: Given | undefined) =>
    own === undefined ? form.fallback : form.parse(own);
  const values = SETTING_NAMES.map((name) => [name, checked(SETTINGS[name], given.get(name))] as const);
  const named = (name: SettingName) => `\`${layers[0]?.nameOf(name) ?? name}\``;
  return {
    values: Object.fromEntries(values) as Values,
    isGiven: (name) => given.get(name) !== undefined,
    subject: (name) => given.get(name)?.subject ?? named(name),
    named,
  };
}
