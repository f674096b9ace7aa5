import { describe, expect, it } from 'vitest';
import { looksLikeCredential, withoutCredentials } from '../../src/model/credentials.ts';

/** Each with the part of it that must never be shown. */
const CREDENTIALS: readonly (readonly [text: string, secret: string])[] = [
  ['-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXk\n-----END OPENSSH PRIVATE KEY-----', 'b3BlbnNzaC1rZXk'],
  ['-----BEGIN RSA PRIVATE KEY-----\nMIIEow without an end', 'MIIEow'],
  ['eyJhbGciOi.eyJzdWIi.c2ln', 'eyJzdWIi'],
  ['ghp_16C7e42F292c', '16C7e42F292c'],
  ['github_pat_11ABCDEFG0123456789', '11ABCDEFG'],
  ['glpat-abcdefgh12', 'abcdefgh12'],
  ['glrt-t1_abcdefgh12', 'abcdefgh12'],
  ['AKIAIOSFODNN7EXAMPLE', 'IOSFODNN'],
  ['AROAIOSFODNN7EXAMPLE', 'IOSFODNN'],
  ['AIzaSyA-1234567', 'SyA-1234567'],
  ['ya29.a0AfH6SMB', 'a0AfH6SMB'],
  ['xoxe-1234567890', '1234567890'],
  ['sk-abcdefgh1', 'abcdefgh1'],
  ['rk_live_abcdefgh1', 'abcdefgh1'],
  ['hvs.CAESIJ12345', 'CAESIJ12345'],
  ['hvb.AAAAAQ12345', 'AAAAAQ12345'],
  ['s.abcdefghijklmnopqrstuvwx', 'abcdefghij'],
  ['npm_abcdefgh12', 'abcdefgh12'],
  ['dckr_pat_abcdefghijklmnop', 'abcdefghijklmnop'],
  ['pul-abcdefghijklmnop12', 'abcdefghijklmnop12'],
  ['SG.abcdefghij.klmnopqrst', 'klmnopqrst'],
  ['Ab1.atlasv1.abcdefghijklmnop', 'abcdefghijklmnop'],
  ['postgres://admin:hunter2secret@db.example.com/x', 'hunter2secret'],
  ['https://0123456789abcdef@github.com/org/repo', '0123456789abcdef'],
  ['Authorization: Bearer abcdef1234567890', 'abcdef1234567890'],
  ['authorization: token abcdef1234567890', 'abcdef1234567890'],
  ['Basic YWRtaW46', 'YWRtaW46'],
  ['token abcdefgh12', 'abcdefgh12'],
  ['password = "hunter two"', 'hunter'],
  ['password = "hunter2 without an end', 'hunter2'],
  ["api_key: 'hunter2secret'", 'hunter2secret'],
  ['DB_PASS=hunter2', 'hunter2'],
  ['passwd: pa&ss}word)', 'ss}word'],
  ['AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', 'wJalrX'],
  ['?se=2026&sig=abc%2Bdef', 'abc%2Bdef'],
  ['"client_key": "abc"', 'abc'],
];

const WORDS = [
  'no such image',
  'expected name to be one of [a b c], got d',
  'docker_container.workspace[0]',
  'the token expired',
  'design: two rows',
  'ssh://git@github.com/org/repo',
  'https://registry.example.com/a/b@sha256:abc',
  'user@example.com',
];

describe('what has the form of a credential', () => {
  it.each(CREDENTIALS)('%j is one', (text) => {
    expect(looksLikeCredential(`a ${text}`)).toBe(true);
    // Asking again gives the same answer.
    expect(looksLikeCredential(`a ${text}`)).toBe(true);
  });

  it.each(CREDENTIALS)('%j goes out of a text, and %j with it', (text, secret) => {
    const shown = withoutCredentials(`before ${text}`);
    expect(shown).toMatch(/^before .*\(hidden\)/);
    expect(shown).not.toContain(secret);
  });

  it.each(WORDS)('%j is none', (text) => {
    expect(looksLikeCredential(text)).toBe(false);
    expect(withoutCredentials(text)).toBe(text);
  });
});

describe('a long word', () => {
  it.each([
    ['wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY', '(hidden)'],
    ['wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', '(hidden)'],
    ['0123456789abcdef0123456789abcdef', '(hidden)'],
    ['c42fdf75-3097-471c-8c33-fb52454d81c0', 'c42fdf75-3097-471c-8c33-fb52454d81c0'],
    ['sha256:0123456789abcdef0123456789abcdef', 'sha256:0123456789abcdef0123456789abcdef'],
    ['/home/coder/templates/kubernetes/modules/workspace', '/home/coder/templates/kubernetes/modules/workspace'],
    [
      'module.a_rather_long_module_name.kubernetes_deployment',
      'module.a_rather_long_module_name.kubernetes_deployment',
    ],
  ])('%s reads %s', (word, shown) => {
    expect(withoutCredentials(word)).toBe(shown);
  });
});

it.each(['token', 'a=', '-----BEGIN ', 'x:/', 'eyJ', 'secret: ', 'sig="', '://a', 'a.atlasv1', 'pass '])(
  'takes no long time over %j again and again',
  (word) => {
    const started = performance.now();
    looksLikeCredential(word.repeat(20_000));
    withoutCredentials(word.repeat(20_000));
    expect(performance.now() - started).toBeLessThan(2000);
  },
);
