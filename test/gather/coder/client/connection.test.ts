import { describe, expect, it } from 'vitest';
import { parseConnection } from '../../../../src/gather/coder/client/connection.ts';

const token = 'keyid-secretsecretsecret';

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
    const reading = parseConnection({ url, token: ` ${token}\n` });
    expect(reading).toMatchObject({ kind: 'connection', connection: { token, maxConcurrency: 4 } });
    expect(reading.kind === 'connection' && reading.connection.baseUrl.href).toBe(base);
  });

  it.each([
    ['coder.example.com', /not a URL/],
    ['ftp://coder.example.com', /`ftp:\/\/`/],
    ['http://coder.example.com', /plain HTTP/],
    ['http://127.0.0.1.example.com', /plain HTTP/],
    ['http://localhost.example.com', /plain HTTP/],
    ['https://admin:hunter2@coder.example.com', /user or a password/],
  ])('to %j is refused, in a sentence that does not repeat it', (url, sentence) => {
    expect(() => parseConnection({ url, token })).toThrow(sentence);
    expect(() => parseConnection({ url, token })).not.toThrow(/hunter2/);
  });

  it('may be plain HTTP where that is allowed', () => {
    expect(parseConnection({ url: 'http://coder.internal', token, allowHttp: true }).kind).toBe('connection');
  });

  it.each(['two words', 'line\nbreak', 'emöji', 'x'.repeat(513)])(
    'with the token %j is refused without repeating it',
    (bad) => {
      expect(() => parseConnection({ url: 'https://coder.example.com', token: bad })).toThrow(
        /^Input `coder-session-token` holds/,
      );
    },
  );

  it.each([0, 65, 1.5, Number.NaN])('with %d requests at once is refused', (maxConcurrency) => {
    expect(() => parseConnection({ url: 'https://coder.example.com', token, maxConcurrency })).toThrow(
      /`max-concurrency`/,
    );
  });

  it.each([
    [{ url: '', token }, 'not-configured'],
    [{ url: undefined, token: undefined }, 'not-configured'],
    [{ url: 'https://coder.example.com', token: '' }, 'token-missing'],
    [{ url: 'https://coder.example.com', token: undefined }, 'token-missing'],
  ])('of %j is %s', (raw, kind) => {
    expect(parseConnection(raw).kind).toBe(kind);
  });
});
