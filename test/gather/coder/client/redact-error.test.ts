import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ERROR_LENGTH, redactError } from '../../../../src/gather/coder/client/redact-error.ts';

const asIs = (text: string) => text;

describe('the error of a build', () => {
  it.each([
    ['exit status 1', 'exit status 1'],
    ['\u001b[31mError:\u001b[0m no\n\n  such   image', 'Error: no such image'],
    ['pull https://bob:hunter2@registry.example.com/a', 'pull https://(hidden)@registry.example.com/a'],
    ['Authorization: Bearer abcdefgh12345678', 'Authorization: (hidden)'],
    ['password="hunter two", user=bob', 'password=(hidden), user=bob'],
    ['DB_PASSWORD=hunter2 failed', 'DB_PASSWORD=(hidden) failed'],
    ['"api_key": "abc"', '"api_key": (hidden)'],
    ['AKIAIOSFODNN7EXAMPLE is not authorized', '(hidden) is not authorized'],
    ['ghp_16C7e42F292c6912E7710c838347Ae178B4a', '(hidden)'],
    ['jwt eyJhbGciOi.eyJzdWIi.c2ln expired', 'jwt (hidden) expired'],
    ['-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY----- bad', '(hidden) bad'],
    ['key wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY', 'key (hidden)'],
    ['workspace c42fdf75-3097-471c-8c33-fb52454d81c0 gone', 'workspace c42fdf75-3097-471c-8c33-fb52454d81c0 gone'],
    [
      '/home/coder/templates/kubernetes/modules/workspace/main.tf line 12',
      '/home/coder/templates/kubernetes/modules/workspace/main.tf line 12',
    ],
    [
      'module.a_rather_long_module_name.kubernetes_deployment.main',
      'module.a_rather_long_module_name.kubernetes_deployment.main',
    ],
  ])('%j reads %j', (text, expected) => {
    expect(redactError(text, asIs)).toBe(expected);
  });

  it('is cut by whole characters', () => {
    const cut = redactError('😀 '.repeat(400), asIs);
    expect([...cut]).toHaveLength(ERROR_LENGTH);
    expect(cut).toMatch(/…$/);
    expect(cut.isWellFormed()).toBe(true);
  });

  it('is one line without control characters, whatever a provider wrote', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => {
        const redacted = redactError(text, asIs);
        expect(redacted).not.toMatch(/\p{Cc}/u);
        expect([...redacted].length).toBeLessThanOrEqual(ERROR_LENGTH);
      }),
    );
  });

  it('leaves out a word that the end of the searched text halves', () => {
    const lead = '-----BEGIN KEY-----'.padEnd(3980, 'x');
    expect(redactError(`${lead}-----END KEY----- password=hunter2hunter2`, asIs)).toBe('(hidden)');
  });

  it.each(['token', 'a=', '-----BEGIN ', 'x:/', 'eyJ', 'secret: '])(
    'takes no long time over %j again and again',
    (word) => {
      const started = performance.now();
      redactError(word.repeat(100_000), asIs);
      expect(performance.now() - started).toBeLessThan(1000);
    },
  );
});
