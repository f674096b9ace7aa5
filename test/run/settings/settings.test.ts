import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/model/user-error.ts';
import type { Layer } from '../../../src/run/settings/layers.ts';
import { parseSettings, type Task } from '../../../src/run/settings/settings.ts';
import { layersOf, taskOf } from '../../../src/run/words/command-line.ts';
import { parseFlags } from '../../../src/run/words/flags.ts';
import { settings as settingsOf } from '../../support/settings.ts';

it('nothing given means the defaults', () => {
  const { rehearsal, ...own } = settingsOf({ 'fail-on': ' ' });
  expect(own).toEqual({
    plans: [],
    templates: [],
    configuration: undefined,
    assumePrebuild: false,
    failOn: 'error',
    onInconclusive: 'fail',
    values: 'none',
    persistentTypes: [],
    baseline: undefined,
    maxPrebuilds: undefined,
    prebuildGrowthFactor: undefined,
    coder: undefined,
    isPullRequest: false,
    fix: false,
    dryRun: false,
    format: 'text',
    verbose: false,
    comment: 'on-findings',
    commentKey: 'default',
    notify: [],
    suggestions: true,
    annotations: true,
    report: undefined,
    save: undefined,
    pullRequestNumber: undefined,
    githubToken: undefined,
  });
  expect(rehearsal.timeoutMs).toBe(600_000);
});

it('lists have one value a line, and types may have commas between them', () => {
  const settings = settingsOf(
    { plan: 'a.json\r\n\n b.json ', 'persistent-types': 'nas_share, disk\nvault' },
    { kind: 'action' },
  );
  expect(settings).toMatchObject({ plans: ['a.json', 'b.json'], persistentTypes: ['nas_share', 'disk', 'vault'] });
});

describe('a value that there is not', () => {
  it.each<readonly [name: string, value: string, message: string]>([
    ['fail-on', 'eror', 'Input `fail-on` is `eror`; use error, warning, notice or never.'],
    ['on-inconclusive', 'pass', 'Input `on-inconclusive` is `pass`; use fail or warn.'],
    ['values', 'all', 'Input `values` is `all`; use none or safe.'],
    ['comment', 'yes', 'Input `comment` is `yes`; use on-findings, always or never.'],
    ['assume-prebuild', 'yes', 'Input `assume-prebuild` is `yes`; use true or false.'],
    ['max-prebuilds', 'ten', 'Input `max-prebuilds` is `ten`; use a number, such as 10.'],
    ['annotations', '1', 'Input `annotations` is `1`; use true or false.'],
    ['suggestions', 'no', 'Input `suggestions` is `no`; use true or false.'],
    ['format', 'yaml', 'Input `format` is `yaml`; use text, json or markdown.'],
    ['wait', '20', 'Input `wait` is `20`; use a time such as 20m or 1h30m, at most one day.'],
    ['wait', '25h', 'Input `wait` is `25h`; use a time such as 20m or 1h30m, at most one day.'],
    ['timeout', '0s', 'Input `timeout` is `0s`; use a time such as 20m or 1h30m, at most one day.'],
    ['parallelism', '0', 'Input `parallelism` is `0`; use a whole number from 1 to 9999.'],
    ['failure-hard-limit', '-1', 'Input `failure-hard-limit` is `-1`; use a whole number from 0 to 9999.'],
    ['max-concurrency', '65', 'Input `max-concurrency` is `65`; use a whole number from 1 to 64.'],
    ['max-concurrency', '1.5', 'Input `max-concurrency` is `1.5`; use a whole number from 1 to 64.'],
    ...['seven', '0', '-1', '7.5', '1e3', '0x7', '99999999999'].map(
      (value) =>
        ['pr-number', value, `Input \`pr-number\` is \`${value}\`; use the number of a pull request.`] as const,
    ),
  ])('%s: %s is refused with what there is', (name, value, message) => {
    expect(() => settingsOf({ [name]: value })).toThrow(new UserError(message));
  });
});

describe('settings of several places', () => {
  const flags: Layer = { kind: 'Option', nameOf: (setting) => `--${setting}`, values: { timeout: '5m', report: ' ' } };
  const file: Layer = {
    kind: 'Variable',
    nameOf: (setting) => setting.toUpperCase(),
    values: { timeout: 'soon', report: 'report.json', parallelism: 'many' },
  };
  const check: Task = { kind: 'check', plans: ['plan.json'] };

  it('are those of the uppermost that gives them', () => {
    const { rehearsal, report, plans } = parseSettings(
      [flags, { ...file, values: { ...file.values, parallelism: '2' } }],
      check,
    );
    expect(rehearsal).toMatchObject({ timeoutMs: 300_000, parallelism: 2 });
    expect({ report, plans }).toEqual({ report: 'report.json', plans: ['plan.json'] });
  });

  it('are refused by the name that they have where they were given', () => {
    expect(() => parseSettings([flags, file], check)).toThrow(
      new UserError('Variable `PARALLELISM` is `many`; use a whole number from 1 to 9999.'),
    );
  });
});

describe('a command line', () => {
  const parse = (words: readonly string[], environment = {}) => {
    const invocation = parseFlags(words);
    if (invocation.kind !== 'run') throw new Error('This runs nothing.');
    return parseSettings(layersOf(invocation, environment), taskOf(invocation));
  };

  it.each([
    [['rehearse', 'd', '--timeout', 'soon'], 'Option `--timeout` is `soon`'],
    [['rehearse', 'd', '--claimants', 'car ol'], 'Option `--claimants` is `car ol`'],
    [['rehearse', 'd', '--parallelism', '0'], 'Option `--parallelism` is `0`'],
    [
      ['rehearse', 'd', '--state', 'coder'],
      'Option `--state` is `coder`, but no Coder server is set: give `--coder-template`',
    ],
    [['rehearse', 'd', '--apply', '--state', 'x'], 'Option `--apply` and `--state` cannot be used together'],
    [['rehearse', 'd', '--dry-run'], 'Option `--dry-run` needs `--fix`'],
    [['check', 'p', '--format', 'yaml'], 'Option `--format` is `yaml`; use text, json or markdown.'],
    [['check', 'p', '--baseline', 'coder'], 'give `--coder-url` and `--coder-template` too'],
    [
      ['check', 'p', '--history-file', 'h'],
      'Option `--history-file` belongs to one template: give its name in Coder as `--coder-template`',
    ],
    [['check', 'p', '--coder-url', 'coder'], 'Option `--coder-url` is not a URL'],
    [['history'], 'give its name in Coder, or `--all`'],
    [['history', 'docker', '--all', '--history-file', 'h'], 'Option `--all` is for all templates: leave out `docker`'],
    [['history', 'docker'], 'No Coder server is set: set `CODER_URL`'],
    [
      ['history', 'docker', '--format', 'markdown', '--history-file', 'h'],
      'Option `--format` is `markdown`; use text or json.',
    ],
    [
      ['history', 'docker', '--version', 'v2', '--history-file', 'h'],
      'Option `--version` names a version to follow: give the time as `--wait`',
    ],
    [['history', 'docker', '--wait', 'soon', '--history-file', 'h'], 'Option `--wait` is `soon`'],
    [['history', 'docker', '--wait', '1m', '--history-file', 'h'], 'Option `--wait` follows one template in Coder'],
  ])('%j is refused by the name of the flag', (words, says) => {
    expect(() => parse(words)).toThrow(says);
    expect(() => parse(words)).toThrow(UserError);
  });

  it.each([
    [{ CODER_URL: 'coder' }, 'Variable `CODER_URL` is not a URL'],
    [
      { CODER_URL: 'https://c.example.com', CODER_SESSION_TOKEN: 'a b' },
      'Variable `CODER_SESSION_TOKEN` contains characters',
    ],
  ])('in the environment %j is refused by the name of the variable', (environment, says) => {
    expect(() => parse(['check', 'p', '--coder-template', 'docker'], environment)).toThrow(says);
  });

  it('takes operands as they are, and options by their names', () => {
    expect(parse(['check', ' a.json', 'b.json'])).toMatchObject({ plans: [' a.json', 'b.json'], templates: [] });
    const words = ['history', 'docker', '--version', 'v2', '--wait', '20m', '--save', 'h.json', '--format', 'json'];
    const given = parse(words, { CODER_URL: 'https://c.example.com', CODER_SESSION_TOKEN: 'secret' });
    expect(given).toMatchObject({
      save: 'h.json',
      format: 'json',
      coder: { follow: { template: 'docker', version: 'v2', timeoutMs: 1_200_000 } },
    });
  });
});

describe('a workflow', () => {
  it('that gives nothing to judge is refused', () => {
    expect(() => settingsOf({}, { kind: 'action' })).toThrow('Inputs `template` and `plan` are empty');
    expect(() => settingsOf({ 'coder-template': 'docker' }, { kind: 'action' })).not.toThrow();
  });
});
