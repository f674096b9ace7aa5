import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  type BuildFacts,
  buildEnvironment,
  type Environment,
  type Phase,
} from '../../../../src/gather/rehearsal/claim/environment.ts';
import { type Build, ENVIRONMENT } from '../../../../src/gather/rehearsal/claim/environment-table.ts';
import { claimant, type Persona, PREBUILDS_USER } from '../../../../src/gather/rehearsal/claim/persona.ts';
import { parseCoderRelease } from '../../../../src/model/template/coder-release.ts';

/** What a real server gave Terraform: one table for plans, one for applies, one for further builds. */
const MEASURED = readFileSync('fixtures/environment.md', 'utf8');

const BUILDS: Readonly<Record<string, Build>> = {
  import: 'import',
  'dry run': 'dry-run',
  prebuild: 'prebuild',
  claim: 'claim',
  create: 'create',
  stop: 'stop',
  start: 'start',
  'start after stop': 'start',
  'claimed, later start': 'start',
  update: 'update',
  delete: 'delete',
  'prebuild stopped by an admin': 'prebuild-stop',
  'prebuild started by an admin': 'prebuild-start',
  'prebuild deleted by the reconciler': 'prebuild-delete',
};

/** Variables of one column, as they are written in the table. */
type Column = ReadonlyMap<string, string>;

function columnsOf(heading: string): ReadonlyMap<string, Column> {
  const section = MEASURED.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const [head = [], , ...rows] = section
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );
  return new Map(
    head
      .slice(1)
      .map((title, index) => [
        title,
        new Map(rows.map(([name = '', ...cells]) => [nameOf(name.replaceAll('`', '')), cells[index] ?? ''])),
      ]),
  );
}

/** `CODER_PARAMETER_sha256("m")` is written for the hash. */
function nameOf(name: string): string {
  return name.replace(/sha256\("([^"]*)"\)/, (_, text: string) => createHash('sha256').update(text).digest('hex'));
}

const parameterNames = ['eph', 'i', 'm', 'unpinned'];

function valuesIn(column: Column, prefix: string): ReadonlyMap<string, string> {
  const cells = parameterNames.map(
    (name) => [name, column.get(nameOf(`${prefix}sha256("${name}")`)) ?? 'unset'] as const,
  );
  const given = cells.filter(([, cell]) => cell !== 'unset').map(([name, cell]) => [name, cell.slice(1, -1)] as const);
  return new Map(given);
}

/** The people and things of the measurement. Where it shows no parameter, there are some that must not show. */
function factsOf(build: Build, column: Column): BuildFacts {
  const plain = (name: string): string => (column.get(`CODER_WORKSPACE_${name}`) ?? '').replace(/^`(.*)`$/s, '$1');
  const asked = { externalAuth: [], secrets: [] };
  const username = plain('OWNER') === '(empty)' ? 'nobody' : plain('OWNER');
  const person = claimant({ username, email: `${username}@example.com` }, 0, asked);
  const owner: Persona = username === 'prebuilds' ? PREBUILDS_USER : { ...person, workspace: plain('NAME') };
  const hidden = new Map([['hidden', 'x']]);
  const isBare = plain('TEMPLATE_NAME') === 'tok1';
  const parameters = valuesIn(column, 'CODER_PARAMETER_');
  const previous = valuesIn(column, 'CODER_PARAMETER_PREVIOUS_');
  return {
    workspace: {
      id: '5e0e0a75-a15a-4c1a-9000-000000000001',
      accessUrl: 'https://coder.example.com',
      templateId: '5e0e0a75-a15a-4c1a-9000-000000000002',
      templateName: plain('TEMPLATE_NAME'),
      templateVersion: plain('TEMPLATE_VERSION'),
    },
    owner,
    parameters: parameters.size > 0 || isBare ? parameters : hidden,
    previous: previous.size > 0 || isBare ? previous : hidden,
    agentToken: build === 'claim' ? '7d2b4a0e-3f6c-4d1b-9a57-0c8e6f1d2b3a' : undefined,
  };
}

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/** What is random in a cell, by the words that stand for it. */
const RANDOM: readonly (readonly [words: string, pattern: string])[] = [
  ['<access URL>', 'https://\\S+'],
  ['<token: uuid>', UUID],
  ['<org uuid>', UUID],
  ['<uuid>', UUID],
  ['<token>', '\\w{10}-\\w{22}'],
  ['<15 of a-z2-7>', '[a-z2-7]{15}'],
  ['<OpenSSH PEM>', '-----BEGIN OPENSSH PRIVATE KEY-----\\n[^-]+\\n-----END OPENSSH PRIVATE KEY-----\\n'],
  ['<ssh-ed25519 …, newline at the end>', 'ssh-ed25519 \\S+\\n'],
];

function patternOf(cell: string): RegExp {
  const text = cell.replaceAll('`', '');
  const pattern = RANDOM.reduce(
    (escaped, [words, random]) => escaped.replaceAll(escapeRegex(words), random),
    escapeRegex(text),
  );
  return new RegExp(`^${pattern}$`);
}

function escapeRegex(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function check(name: string, cell: string, environment: Environment): void {
  if (cell === 'unset') expect(environment, name).not.toHaveProperty(name);
  else if (cell === '(empty)') expect(environment[name], name).toBe('');
  else expect(environment[name], name).toMatch(patternOf(cell));
}

const tables: readonly (readonly [heading: string, phase: Phase])[] = [
  ['Plan', 'plan'],
  ['Apply', 'apply'],
  ['Further builds', 'plan'],
];

for (const [heading, phase] of tables) {
  describe(`what Coder gives Terraform: ${heading}`, () => {
    it.each([...columnsOf(heading)])('%s, variable by variable', (title, column) => {
      const build = BUILDS[title];
      if (build === undefined) throw new Error(`nobody says which build ${title} is`);
      const environment = buildEnvironment(build, phase, factsOf(build, column));
      for (const [name, cell] of column) check(name, cell, environment);
      const unmeasured = Object.keys(environment).filter((name) => !column.has(name) && !isBeside(heading, name));
      expect(unmeasured).toEqual([]);
    });
  });
}

/** Scripts are told of below the table, and keys are left out of the table of further builds. */
function isBeside(heading: string, name: string): boolean {
  return name.startsWith('CODER_AGENT_SCRIPT_') || (heading === 'Further builds' && name.includes('_SSH_'));
}

describe('the table', () => {
  it('has the seven platforms of the measurement', () => {
    const scripts = ENVIRONMENT.flatMap(({ name }) => (name.startsWith('CODER_AGENT_SCRIPT_') ? [name] : []));
    const measured = [...MEASURED.matchAll(/CODER_AGENT_SCRIPT_\w+/g)].map(([name]) => name);
    expect(scripts.toSorted()).toEqual([...new Set(measured)].toSorted());
  });

  it('says of each variable where that is known from', () => {
    expect(ENVIRONMENT.filter(({ source }) => source === '')).toEqual([]);
    expect(new Set(ENVIRONMENT.map(({ name }) => name)).size).toBe(ENVIRONMENT.length);
  });

  it('links an external service under both names, for a plan alone', () => {
    const bob = claimant({ username: 'bob' }, 1, { externalAuth: ['github'], secrets: [] });
    const facts = { ...factsOf('claim', new Map()), owner: bob };
    const plan = buildEnvironment('claim', 'plan', facts);
    expect(plan['CODER_EXTERNAL_AUTH_ACCESS_TOKEN_github']).toMatch(/^\w{40}$/);
    expect(plan['CODER_GIT_AUTH_ACCESS_TOKEN_github']).toBe(plan['CODER_EXTERNAL_AUTH_ACCESS_TOKEN_github']);
    expect(Object.keys(buildEnvironment('claim', 'apply', facts)).filter((name) => /AUTH_ACCESS/.test(name))).toEqual(
      [],
    );
  });

  it.each([
    { release: '2.36.1', sent: true },
    { release: 'v2.37', sent: false },
    { release: '3.0', sent: false },
    { release: undefined, sent: true },
  ])('tells a server of $release of tasks: $sent', ({ release, sent }) => {
    const environment = buildEnvironment(
      'claim',
      'plan',
      factsOf('claim', new Map()),
      release === undefined ? undefined : parseCoderRelease(release),
    );
    expect('CODER_TASK_ID' in environment).toBe(sent);
  });

  it('refuses what is no release', () => {
    expect(parseCoderRelease('newest')).toBeUndefined();
  });
});
