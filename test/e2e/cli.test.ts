import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RULES } from '../../src/rules/index.ts';

const CLAIM = resolve('examples/docker-workspace/claim.plan.json');

let away: string;
beforeAll(() => {
  away = mkdtempSync(join(tmpdir(), 'prebuild-guard-cli-'));
  cpSync('dist', join(away, 'dist'), { recursive: true });
});
afterAll(() => rmSync(away, { recursive: true }));

/** The bundle runs far from its sources and packages. */
function run(words: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/cli.js', ...words], {
    cwd: away,
    encoding: 'utf8',
    input,
  });
  return { status, stdout, stderr };
}

it('the first command of the README finds the replaced container, its paths and the fix', () => {
  const [, command = ''] = /^node (dist\/cli\.js .*)$/m.exec(readFileSync('README.md', 'utf8')) ?? [];
  const { status, stdout } = spawnSync(process.execPath, command.split(' '), { encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stdout).toContain('docker_container.workspace[0]');
  expect(stdout).toContain('because of `hostname`,\n  `env` and `name`');
  expect(stdout).toContain('ignore_changes = [name, hostname, env]');
});

describe('the report as JSON', () => {
  const isValid = new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync('report.schema.json', 'utf8')));

  it.each([
    { words: [CLAIM], status: 1, conclusion: 'fail' },
    { words: [CLAIM, '--fail-on', 'never'], status: 0, conclusion: 'pass' },
    {
      words: [resolve('fixtures/templates/docker-workspace/prebuild.plan.json')],
      status: 2,
      conclusion: 'inconclusive',
    },
    {
      words: [resolve('fixtures/templates/docker-workspace/prebuild.plan.json'), '--on-inconclusive', 'warn'],
      status: 0,
      conclusion: 'inconclusive',
    },
    { words: ['missing.json'], status: 2, conclusion: 'inconclusive' },
  ])('is all that is printed on standard output, and says $conclusion ($status)', ({ words, status, conclusion }) => {
    const result = run(['check', '--format', 'json', ...words]);
    const report: unknown = JSON.parse(result.stdout);
    expect({ status: result.status, report }).toMatchObject({
      status,
      report: { schemaVersion: 1, conclusion, exitCode: status },
    });
    expect(isValid(report), JSON.stringify(isValid.errors)).toBe(true);
  });

  it('names the input that could not be read on standard error, too', () => {
    const { stderr } = run(['check', '--format', 'json', 'missing.json']);
    expect(stderr).toMatch(/^prebuild-guard: `missing\.json` does not exist; .*\n$/);
  });
});

it('a plan comes from standard input', () => {
  const { status, stdout } = run(['check', '-', '--format', 'json'], readFileSync(CLAIM, 'utf8'));
  expect(status).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ plans: [{ name: 'standard input', kind: 'claim' }] });
});

it('several plans are judged together', () => {
  const fixed = resolve('fixtures/templates/docker-workspace-fixed/claim.plan.json');
  const { status, stdout } = run(['check', CLAIM, fixed, '--format', 'json']);
  expect(status).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ plans: [{ replacements: { length: 1 } }, { replacements: [] }] });
});

describe('the template of a plan', () => {
  const TEMPLATE = resolve('fixtures/templates/docker-workspace');
  const LINE = 'templates/docker/main.tf:48';

  beforeAll(() => {
    cpSync(TEMPLATE, join(away, 'repository', 'templates', 'docker'), { recursive: true });
    mkdirSync(join(away, 'repository', '.git'));
    cpSync(CLAIM, join(away, 'repository', 'plans', 'claim.json'));
    cpSync('dist', join(away, 'without-parser'), { recursive: true, filter: (path) => !path.endsWith('hcl') });
  });

  it.each([
    { cwd: '.', words: ['repository/templates/docker/claim.plan.json'], because: 'its files lie beside the plan' },
    { cwd: 'repository/templates/docker', words: ['claim.plan.json'], because: 'the run is started there' },
    {
      cwd: 'repository/plans',
      words: ['claim.json', '--configuration', '../templates/docker'],
      because: 'it is named',
    },
  ])('is read, and lines are those of the repository, where $because', ({ cwd, words }) => {
    const { status, stdout } = spawnSync(process.execPath, [join(away, 'dist', 'cli.js'), 'check', ...words], {
      cwd: join(away, cwd),
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stdout).toContain(`docker_container.workspace[0]  ${LINE}\n`);
  });

  it('is not looked for elsewhere, and then nothing of the parser is loaded', () => {
    const words = [join(away, 'without-parser', 'cli.js'), 'check', 'repository/plans/claim.json'];
    const { status, stdout } = spawnSync(process.execPath, words, { cwd: away, encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stdout).not.toContain('main.tf');
  });

  it('that cannot be read is an error, and the plan is judged all the same', () => {
    const { status, stdout } = run(['check', 'repository/plans/claim.json', '--configuration', 'missing']);
    expect(status).toBe(1);
    expect(stdout).toContain('`missing` is not a readable directory');
    expect(stdout).toContain('docker_container.workspace[0]');
  });
});

it.each([
  { words: [], shows: 'rules not configured; `--verbose` lists them', hides: 'hard-limited-preset' },
  { words: ['--verbose'], shows: '`hard-limited-preset`', hides: '--verbose' },
])('counts the rules that are not configured, and lists them when asked: $words', ({ words, shows, hides }) => {
  const { stdout } = run(['check', 'examples/docker-workspace/claim.plan.json', ...words]);
  expect(stdout).toContain(shows);
  expect(stdout).not.toContain(hides);
});

it('a reader that closes the pipe early is no failure', async () => {
  const child = spawn(process.execPath, ['dist/cli.js', 'check', CLAIM], {
    cwd: away,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.destroy();
  const errors: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  const status = await new Promise((exited) => child.on('close', exited));
  expect({ status, stderr: Buffer.concat(errors).toString() }).toEqual({ status: 1, stderr: '' });
});

it.each(RULES)('explain $id prints its page', ({ id, summary }) => {
  const { status, stdout } = run(['explain', id]);
  expect(status).toBe(0);
  expect(stdout).toContain(`# ${id}`);
  expect(stdout).toContain(summary);
  expect(stdout).not.toContain('<!--');
});

it.each([
  { words: ['explain'], status: 0, stdout: 'resource-replacement', stderr: '' },
  { words: ['explain', 'no-such-rule'], status: 2, stdout: '', stderr: '`no-such-rule` is not a rule; use one of' },
  { words: ['--version'], status: 0, stdout: '0.1.0\n', stderr: '' },
  { words: [], status: 0, stdout: 'Usage: prebuild-guard COMMAND', stderr: '' },
  { words: ['check'], status: 2, stdout: '', stderr: 'needs a plan; give its file' },
  { words: ['check', 'x', '--fail-on', 'eror'], status: 2, stdout: '', stderr: 'Option `--fail-on` is `eror`' },
  { words: ['explain', 'a', 'b'], status: 2, stdout: '', stderr: 'does not take `b` as well' },
  { words: ['check', ''], status: 2, stdout: '', stderr: 'was given an empty word' },
  { words: ['check', '*.none'], status: 2, stdout: '', stderr: '`*.none` matches no file' },
])('$words exits with $status', ({ words, status, stdout, stderr }) => {
  const result = run(words);
  expect(result.status).toBe(status);
  expect(result.stdout).toContain(stdout);
  expect(result.stderr).toContain(stderr);
});
