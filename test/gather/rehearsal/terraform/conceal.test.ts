import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concealer, secretTexts } from '../../../../src/gather/rehearsal/terraform/conceal.ts';

/** How a secret may be written where a provider or Terraform quotes it. */
const WRITINGS: Readonly<Record<string, (secret: string) => string>> = {
  plainly: (secret) => secret,
  'in JSON': (secret) => JSON.stringify(secret),
  'in JSON within JSON': (secret) => JSON.stringify(JSON.stringify(secret)),
  'in JSON of Go': (secret) =>
    JSON.stringify(secret).replace(/[<>&]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`),
  'in a URL': (secret) => encodeURIComponent(secret),
  'in a query of Go': (secret) => new URLSearchParams({ q: secret }).toString(),
  'in a URL in small letters': (secret) => encodeURIComponent(secret).replace(/%../g, (code) => code.toLowerCase()),
  'in base64': (secret) => Buffer.from(secret).toString('base64'),
  'in base64 for URLs': (secret) => Buffer.from(secret).toString('base64url'),
  'in base64 after a user': (secret) => Buffer.from(`user:${secret}`).toString('base64'),
  'in base64 after a longer user': (secret) => Buffer.from(`users:${secret}@`).toString('base64'),
  'in hex': (secret) => Buffer.from(secret).toString('hex'),
  'in large hex': (secret) => Buffer.from(secret).toString('hex').toUpperCase(),
};

const CANARIES = [
  'c4n4ry-of-a-secret',
  'pa$$w0rd&with<signs>',
  'quotes"and\\backslashes',
  'spaces and, commas',
  'grüße-aus-köln',
  'tab\tand%percent',
];

describe('a secret never comes through', () => {
  it.each(CANARIES.flatMap((secret) => Object.keys(WRITINGS).map((writing) => ({ secret, writing }))))(
    '$secret $writing',
    ({ secret, writing }) => {
      const written = WRITINGS[writing]?.(secret) ?? '';
      const shown = concealer([secret])(`before ${written} after`);
      // The ends of base64 share their signs with what stands beside it.
      expect(shown).toMatch(/^before .*\(hidden\).* after$/);
      expect(longestCommon(shown, written), shown).toBeLessThan(10);
    },
  );

  it.each([
    ['as a line of several', 'first-line\nsecond-line', 'second-line'],
    ['as a string of a JSON', '{"type":"x","key":"v4lue-of-key"}', 'v4lue-of-key'],
    ['as a string of a JSON, with its escapes resolved', '{"key":"a\\"quoted\\" k3y"}', 'a"quoted" k3y'],
    ['as a string of HCL', '{ password = "pa55-word" }', 'pa55-word'],
    ['with space around it', '  padded-secret\n', 'padded-secret'],
  ])('%s', (_, secret, inner) => {
    expect(concealer([secret])(`error: ${inner}!`)).toBe('error: (hidden)!');
  });

  it('nor a part of it, where another one begins it', () => {
    expect(concealer(['c4n4ry', 'c4n4ry-and-more'])('error: c4n4ry-and-more!')).toBe('error: (hidden)!');
  });

  it('whatever stands around it, and however long the text is', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 6 }).filter((secret) => secret.trim().length >= 6),
        fc.string({ maxLength: 500 }),
        fc.string({ maxLength: 500 }),
        (secret, before, after) => {
          const trimmed = secret.trim();
          fc.pre(!HIDDEN_HOLDS(trimmed));
          return !concealer([secret])(`${before}${secret}${after}`).includes(trimmed.replaceAll(/\s+/g, ' '));
        },
      ),
    );
  });

  it.each([
    'ghp_16C7e42F292c6912E7710c838347Ae178B4a',
    'github_pat_11ABCDEFG0123456789_abcdefghijklmnop',
    'AKIAIOSFODNN7EXAMPLE',
    'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U',
    '-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEA\n-----END RSA PRIVATE KEY-----',
    'postgres://admin:hunter2secret@db.example.com/x',
    'Authorization: Bearer abcdef1234567890',
    'password = "hunter2secret"',
    "api_key: 'hunter2secret'",
    'AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  ])('that nobody has named, where it looks like one: %j', (text) => {
    const shown = concealer([])(`error: ${text}.`);
    expect(shown).toContain('(hidden)');
    expect(shown).not.toMatch(/hunter2secret|C7e42F292|MIIEow|abcdef123|dozjgNry|IOSFODNN|wJalrX|11ABCDEFG/);
  });
});

describe('what is no secret', () => {
  it.each([
    'Instance cannot be destroyed: Resource docker_volume.home has lifecycle.prevent_destroy set',
    'Call to function "jsondecode" failed: invalid character',
    'expected name to be one of [a b c], got d',
    'docker_container.workspace[0]',
  ])('stays as it is: %s', (text) => {
    expect(concealer(['c4n4ry-of-a-secret', 'abc'])(text)).toBe(text);
  });

  it('is put on one line, and cut', () => {
    expect(concealer([], 10)('one\n  two\tthree four')).toBe('one two th…');
  });

  it.each(['', '    ', 'abc', '1234'])('is so because it is too short to be told apart: %j', (text) => {
    expect(secretTexts(text)).toEqual([]);
  });
});

const HIDDEN_HOLDS = (secret: string) => '(hidden)'.includes(secret);

/** The longest run of signs of `part` that stands in `text`. */
function longestCommon(text: string, part: string): number {
  for (let length = part.length; length > 0; length--) {
    for (let start = 0; start + length <= part.length; start++) {
      if (text.includes(part.slice(start, start + length))) return length;
    }
  }
  return 0;
}
