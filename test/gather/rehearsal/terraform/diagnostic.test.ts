import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { causeOf } from '../../../../src/gather/rehearsal/terraform/cause-of.ts';
import { concealer } from '../../../../src/gather/rehearsal/terraform/conceal.ts';
import {
  type Diagnostic,
  parseErrorText,
  parsePlanStream,
  plainDiagnostic,
} from '../../../../src/gather/rehearsal/terraform/diagnostic.ts';
import { gapOf } from '../../../../src/gather/rehearsal/terraform/explain-failure.ts';
import type { Cause, Failure } from '../../../../src/gather/rehearsal/terraform/failure.ts';
import { failureAt } from '../../../../src/gather/rehearsal/terraform/planner.ts';
import { createTerraform, type Terraform } from '../../../../src/gather/rehearsal/terraform/run-terraform.ts';
import { plain } from '../../../../src/model/text.ts';

/** What Terraform 1.11.4 said, recorded by `record.sh` beside it. */
const MESSAGES = 'fixtures/rehearsal/messages';

async function failureOf(name: string): Promise<Failure | undefined> {
  const init = join(MESSAGES, name, 'init.txt');
  if (existsSync(init)) return terraformThatSays({ stdout: '', stderr: readFileSync(init, 'utf8') }).init();
  const stdout = readFileSync(join(MESSAGES, name, 'plan.jsonl'), 'utf8');
  const request = { stage: 'prebuild', environment: {}, state: '', refresh: false, out: '' } as const;
  const planned = await terraformThatSays({ stdout, stderr: '' }).plan(request);
  return planned.kind === 'errored' ? failureAt('prebuild', planned.diagnostics) : undefined;
}

function terraformThatSays(words: { readonly stdout: string; readonly stderr: string }): Terraform {
  return createTerraform({
    executable: 'terraform',
    directory: '.',
    installEnvironment: {},
    providerEnvironment: {},
    variableFiles: [],
    timeoutMs: 1000,
    launch: () => Promise.resolve({ kind: 'exited', code: 1, ...words }),
    signal: new AbortController().signal,
  });
}

describe('what Terraform says', () => {
  const causes: Readonly<Record<string, { readonly cause: Cause; readonly says: string }>> = {
    'aws-without-credentials': { cause: 'provider-not-configured', says: 'No valid credential sources found' },
    'data-source-unreachable': {
      cause: 'data-source-failed',
      says: 'connection refused` (`data.docker_registry_image.base`)',
    },
    'function-error': { cause: 'terraform-failed', says: 'Call to function "jsondecode" failed' },
    'invalid-precondition': { cause: 'configuration-invalid', says: 'Invalid precondition expression' },
    'invalid-variable': { cause: 'variable-missing', says: 'The size is too small.' },
    'local-module-with-version': { cause: 'configuration-invalid', says: 'which applies only to registry modules' },
    'lock-file-of-another-platform': { cause: 'lock-file-incomplete', says: 'packages targeting different platforms' },
    'lock-file-outdated': { cause: 'lock-file-outdated', says: 'does not match configured version constraint' },
    'missing-variable': { cause: 'variable-missing', says: 'variable "image" is not set' },
    'module-not-downloaded': { cause: 'providers-unavailable', says: 'Error accessing remote module registry' },
    'module-not-there': { cause: 'module-not-there', says: 'Unreadable module directory' },
    postcondition: { cause: 'condition-failed', says: 'The image has no digest.` (`main.tf:5`).' },
    precondition: { cause: 'condition-failed', says: 'The name is too short.` (`main.tf:8`).' },
    'prevent-destroy': { cause: 'terraform-failed', says: 'Instance cannot be destroyed' },
    'provider-not-installed': { cause: 'providers-unavailable', says: 'kreuzwerker/docker was not found' },
    'schedules-overlap': { cause: 'template-refused', says: 'schedules overlap: * 8-18' },
    'syntax-error': { cause: 'configuration-invalid', says: 'Invalid multi-line string' },
    'undeclared-reference': { cause: 'configuration-invalid', says: 'Reference to undeclared resource' },
    'unknown-count': { cause: 'unknown-repetition', says: 'cannot be determined until apply' },
    'unknown-for-each': { cause: 'unknown-repetition', says: 'Invalid for_each argument' },
    'unsupported-argument': { cause: 'configuration-invalid', says: 'Did you mean "input"?' },
  };

  it('is all recorded here', () => {
    const names = readdirSync(MESSAGES, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? [entry.name] : [],
    );
    expect(Object.keys(causes)).toEqual(names.toSorted());
  });

  it.each(Object.entries(causes))('of %s is understood and quoted', async (name, { cause, says }) => {
    const failure = await failureOf(name);
    expect(failure?.cause).toBe(cause);
    expect(failure && plain(gapOf(failure, undefined, concealer([])).detail)).toContain(says);
  });
});

/** Words of other versions and of providers that nothing here can bring about. */
describe('of a message that cannot be recorded here', () => {
  const about = (more: Partial<Diagnostic>): Diagnostic => ({ ...plainDiagnostic('Error'), ...more });
  it.each<[Cause, Partial<Diagnostic>]>([
    ['encrypted-state', { detail: 'encountered unencrypted payload without unencrypted method configured' }],
    ['provider-crashed', { summary: 'Plugin did not respond', detail: 'The plugin encountered an error' }],
    ['provider-crashed', { summary: 'Request cancelled' }],
    ['providers-unavailable', { summary: 'Failed to install provider' }],
    ['provider-not-configured', { summary: 'Error pinging Docker server: Cannot connect to the Docker daemon' }],
    ['provider-not-configured', { summary: 'anything', code: 'provider "docker" {' }],
    ['provider-not-configured', { summary: 'Missing required argument', code: 'provider "google" {' }],
    ['configuration-invalid', { summary: 'Missing required argument', code: 'resource "docker_image" "main" {' }],
    ['lock-file-outdated', { summary: 'Inconsistent dependency lock file' }],
    ['template-refused', { summary: 'anything', address: 'data.coder_parameter.size' }],
    ['template-refused', { summary: 'anything', address: 'module.a["x.y"].data.coder_workspace_preset.p[0]' }],
    ['data-source-failed', { summary: 'anything', address: 'data.aws_ami.base' }],
    ['data-source-failed', { summary: 'anything', address: 'module.box[0].data.http.ip["a"]' }],
    ['terraform-failed', { summary: 'anything', address: 'docker_container.data' }],
    ['terraform-failed', { summary: 'Error in function call', detail: 'invalid character in JSON' }],
  ])('the cause is %s: %o', (cause, message) => {
    expect(causeOf([about(message)])).toBe(cause);
  });

  it('the first that is understood tells the cause', () => {
    expect(causeOf([about({ summary: 'odd' }), about({ summary: 'Invalid count argument' })])).toBe(
      'unknown-repetition',
    );
  });
});

describe('a reason', () => {
  const CAUSES: Readonly<Record<Cause, true>> = {
    'terraform-not-found': true,
    'terraform-timeout': true,
    'version-unsupported': true,
    'terraform-crashed': true,
    'terraform-output-unreadable': true,
    'template-unreadable': true,
    'providers-unavailable': true,
    'lock-file-outdated': true,
    'lock-file-incomplete': true,
    'module-not-there': true,
    'template-refused': true,
    'provider-not-configured': true,
    'provider-crashed': true,
    'data-source-failed': true,
    'unknown-repetition': true,
    'condition-failed': true,
    'encrypted-state': true,
    'variable-missing': true,
    'placeholder-refused': true,
    'does-not-settle': true,
    'schema-missing': true,
    'configuration-invalid': true,
    'live-state-unreadable': true,
    'claim-fails': true,
    'not-destroyed': true,
    'terraform-failed': true,
  };

  it.each(Object.keys(CAUSES) as Cause[])('for %s says where, why and what to do, each in whole sentences', (cause) => {
    for (const names of [[], ['docker_container.workspace[0]']]) {
      const { code, detail, remedy } = gapOf(
        { stage: 'settle', cause, diagnostics: [], names },
        'Large',
        concealer([]),
      );
      expect(code).toBe(cause);
      expect(plain(detail)).toMatch(/^Planning the same prebuild again of preset `Large`: \S.*\.$/);
      expect(plain(remedy)).toMatch(/^[A-Z].*\.$/);
    }
  });

  it('quotes the first error, counts the others, and shows no secret of either', () => {
    const secret = 's3cr3t-value';
    const diagnostics = [
      { ...plainDiagnostic(`bad ${secret}`, `because of ${secret}`), address: `docker_volume.x["${secret}"]` },
      plainDiagnostic('second'),
    ];
    const { detail } = gapOf(
      { stage: 'claim', cause: 'terraform-failed', diagnostics },
      undefined,
      concealer([secret]),
    );
    expect(plain(detail)).toContain('And 1 more.');
    expect(plain(detail)).not.toContain(secret);
  });
});

describe('a stream of `plan -json`', () => {
  const summary = (changes: object) => JSON.stringify({ type: 'change_summary', changes });

  it.each([
    { changes: { add: 0, change: 0, remove: 0, import: 0, operation: 'plan' }, hasChanges: false },
    { changes: { add: 1, change: 0, remove: 0 }, hasChanges: true },
    { changes: { add: 0, change: 1, remove: 0 }, hasChanges: true },
    { changes: { add: 0, change: 0, remove: 1 }, hasChanges: true },
    { changes: { add: 0, change: 0, remove: 0, import: 1 }, hasChanges: true },
    { changes: { add: 0, change: 0, remove: 0, forget: 1 }, hasChanges: true },
  ])('tells whether anything changes: $changes', ({ changes, hasChanges }) => {
    expect(parsePlanStream(summary(changes)).hasChanges).toBe(hasChanges);
  });

  it.each([
    '',
    'Terraform used the selected providers',
    summary({ add: 0 }).slice(0, -5),
    '{"type":"change_summary"}',
    '{"type":"change_summary","changes":[]}',
    'null',
    '[]',
    '{"type":"planned_change","changes":{"add":0}}',
    `prefix ${summary({ add: 0 })}`,
  ])('does not tell where there is no summary: %j', (stream) => {
    expect(parsePlanStream(stream)).toEqual({ errors: [], hasChanges: undefined });
  });

  it('is read through whatever a provider prints in between', () => {
    fc.assert(
      fc.property(fc.array(fc.string().filter((line) => !line.includes('change_summary'))), (noise) => {
        const error = JSON.stringify({ diagnostic: { severity: 'error', summary: 'bad', detail: 'very' } });
        const warning = JSON.stringify({ diagnostic: { severity: 'warning', summary: 'odd' } });
        const stream = [...noise, error, warning, ...noise, summary({ add: 1 }), ...noise].join('\n');
        const { errors, hasChanges } = parsePlanStream(stream);
        expect(hasChanges).toBe(true);
        expect(errors).toEqual([plainDiagnostic('bad', 'very')]);
      }),
    );
  });

  it('keeps an error of which a part has an odd form', () => {
    const odd = { severity: 'error', summary: 'bad', detail: null, range: null, snippet: { code: 1 } };
    expect(parsePlanStream(JSON.stringify({ diagnostic: odd })).errors).toMatchObject([{ summary: 'bad' }]);
  });
});

describe('errors that are written for people', () => {
  const boxed = [
    '\u001b[31m╷\u001b[0m',
    '\u001b[31m│\u001b[0m \u001b[1mWarning: \u001b[0mold',
    '│ ',
    '│ leave it',
    '╵',
    '╷',
    '│ \u001b[31mError: \u001b[0mbad',
    '│ ',
    '│   on main.tf line 1:',
    '│ very bad',
    '╵',
    '╷',
    '│ Error: worse',
    '╵',
  ].join('\n');

  it('are taken out of their boxes, with line ends of Windows, too', () => {
    for (const text of [boxed, boxed.replaceAll('\n', '\r\n')]) {
      expect(parseErrorText(text)).toEqual([
        plainDiagnostic('bad', 'on main.tf line 1: very bad'),
        plainDiagnostic('worse'),
      ]);
    }
  });

  it.each(['', 'nothing of the kind', '│ Warning: only', 'some Error: within a line'])('are none in %j', (text) => {
    expect(parseErrorText(text)).toEqual([]);
  });

  it('never fail to be read', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => Array.isArray(parseErrorText(text))));
  });
});
