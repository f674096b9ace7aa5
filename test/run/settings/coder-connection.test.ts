import { describe, expect, it } from 'vitest';
import { coderAccess } from '../../../src/run/settings/coder-connection.ts';
import { checkValues } from '../../../src/run/settings/table.ts';
import { inputs } from '../../support/settings.ts';

const token = 'keyid-secretsecretsecret';

const accessOf = (url: string | undefined, own: string | undefined, rest: Readonly<Record<string, string>> = {}) =>
  coderAccess(checkValues([inputs({ 'coder-url': url, 'coder-session-token': own, ...rest })]));

describe('a connection', () => {
  it.each([
    ['https://coder.example.com', 'https://coder.example.com/'],
    [' https://coder.example.com/ \n', 'https://coder.example.com/'],
    ['https://example.com/coder', 'https://example.com/coder/'],
    ['https://coder.example.com/?x=1#y', 'https://coder.example.com/'],
    ['http://localhost:3000', 'http://localhost:3000/'],
    ['http://127.0.0.1:3000', 'http://127.0.0.1:3000/'],
    ['http://[::1]:3000', 'http://[::1]:3000/'],
  ])('to %j goes to %s', (url, base) => {
    const reading = accessOf(url, ` ${token}\n`);
    expect(reading).toMatchObject({ kind: 'connection', connection: { token, maxConcurrency: 4 } });
    expect(reading?.kind === 'connection' && reading.connection.baseUrl.href).toBe(base);
  });

  it.each([
    ['coder.example.com', /not a URL/],
    ['ftp://coder.example.com', /`ftp:\/\/`/],
    ['http://coder.example.com', /plain HTTP/],
    ['http://127.0.0.1.example.com', /plain HTTP/],
    ['http://localhost.example.com', /plain HTTP/],
    ['https://admin:hunter2@coder.example.com', /user or a password/],
  ])('to %j is refused, in a sentence that does not repeat it', (url, sentence) => {
    expect(() => accessOf(url, token)).toThrow(sentence);
    expect(() => accessOf(url, token)).not.toThrow(/hunter2/);
  });

  it('may be plain HTTP where that is allowed', () => {
    expect(accessOf('http://coder.internal', token, { 'allow-http': 'true' })?.kind).toBe('connection');
  });

  it.each(['two words', 'line\nbreak', 'emöji', 'x'.repeat(513)])(
    'with the token %j is refused without repeating it',
    (bad) => {
      expect(() => accessOf('https://coder.example.com', bad)).toThrow(/^Input `coder-session-token` contains/);
    },
  );

  it.each([
    ['', token, undefined],
    [undefined, undefined, undefined],
    ['https://coder.example.com', '', 'token-missing'],
    ['https://coder.example.com', undefined, 'token-missing'],
  ])('of %j and the token %j is %s', (url, own, kind) => {
    expect(accessOf(url, own)?.kind).toBe(kind);
  });
});
