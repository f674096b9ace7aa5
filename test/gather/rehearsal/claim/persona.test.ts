import { createPublicKey } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { claimant, type Persona, PREBUILDS_USER } from '../../../../src/gather/rehearsal/claim/persona.ts';
import { madeUpSshKey } from '../../../../src/gather/rehearsal/claim/ssh-key.ts';
import { DEFAULT_CLAIMANTS } from '../../../../src/run/settings/claimants.ts';

const ASKED = { externalAuth: ['github'], secrets: ['ENV_TOKEN'] };
const [alice, bob] = DEFAULT_CLAIMANTS.map((options, index) => claimant(options, index, ASKED));
if (alice === undefined || bob === undefined) throw new Error('there are two claimants');
const people = ['gerd', 'eleanor', 'jo', 'margaret'].map((username, index) =>
  claimant({ username, loginType: 'oidc' }, index + 2, ASKED),
);

/** What every user id has, and Coder's own forms. */
const SHARED_PLACES: Readonly<Record<string, (place: number) => boolean>> = {
  id: (place) => [8, 13, 14, 18, 23].includes(place),
  sessionToken: (place) => place === 10,
};

const attributes = ['id', 'sessionToken', 'username', 'email', 'workspace'] as const;

function sharedPlaces(name: (typeof attributes)[number], left: Persona, right: Persona): readonly number[] {
  const isShared = SHARED_PLACES[name] ?? (() => false);
  const [short, long] = [left[name], right[name]].toSorted((a, b) => a.length - b.length);
  return [...(short ?? '')].flatMap((letter, place) => (letter === long?.[place] && !isShared(place) ? [place] : []));
}

describe('a made-up claimant', () => {
  it.each(['id', 'sessionToken'] as const)(
    'has no character of the prebuilds user in %s, nor one of its class',
    (name) => {
      for (const person of [alice, bob, ...people]) {
        expect(sharedPlaces(name, PREBUILDS_USER, person)).toEqual([]);
        const classes = (text: string) =>
          [...text].map((letter) => (/\d/.test(letter) ? 'digit' : letter === letter.toUpperCase()));
        const same = classes(person[name]).filter(
          (kind, place) =>
            kind === classes(PREBUILDS_USER[name])[place] &&
            !SHARED_PLACES[name]?.(place) &&
            !(name === 'id' && place === 19),
        );
        expect(same).toEqual([]);
      }
    },
  );

  it('has no character of another claimant, wherever one is made up', () => {
    const all = [alice, bob, ...people];
    for (const [index, left] of all.entries()) {
      for (const right of all.slice(index + 1)) {
        const inVariant = (place: number) => place !== 19;
        expect(sharedPlaces('id', left, right).filter(inVariant), `${left.username} ${right.username}`).toEqual([]);
        expect(sharedPlaces('sessionToken', left, right)).toEqual([]);
        expect(left.sshPrivateKey).not.toBe(right.sshPrivateKey);
      }
    }
  });

  it.each(attributes)(
    'differs from the prebuilds user in the first and the last letter, and the length, of %s',
    (name) => {
      const texts = [PREBUILDS_USER, alice, bob].map((person) => person[name]);
      const facts = name === 'id' || name === 'sessionToken' ? ['first'] : ['first', 'last', 'length'];
      const of = (text: string) => ({ first: text.at(0), last: text.at(-1), length: String(text.length) });
      for (const fact of facts) {
        expect(new Set(texts.map((text) => of(text)[fact as 'first'])).size, `${fact} of ${texts.join()}`).toBe(3);
      }
    },
  );

  it('is in another number of groups, and has at least the roles that everybody has', () => {
    expect([PREBUILDS_USER, alice, bob].map(({ groups }) => groups.length)).toEqual([2, 1, 3]);
    expect(PREBUILDS_USER.roles.map(({ name }) => name)).toEqual(['member', 'organization-member']);
    expect(alice.roles).toEqual(PREBUILDS_USER.roles);
    expect(
      bob.roles.map(({ name, organizationId }) => `${name}${organizationId === undefined ? '' : ' there'}`),
    ).toEqual(['template-admin', 'member', 'organization-auditor there', 'organization-member there']);
  });

  it('has a full name and a link where it is not the first, who has neither', () => {
    expect([alice.fullName, alice.externalAuth.size]).toEqual(['', 0]);
    expect(bob.fullName).toBe('Bob Builder');
    expect([...bob.externalAuth.keys()]).toEqual(['github']);
  });

  it('has its link where it is the only one', () => {
    expect(claimant({ username: 'carol' }, 0, ASKED, true).externalAuth.size).toBe(1);
  });

  it('has the link and the name that the user gave', () => {
    const person = claimant({ username: 'dan', fullName: 'Dan', externalAuth: ['gitlab'] }, 0, ASKED);
    expect([person.fullName, ...person.externalAuth.keys()]).toEqual(['Dan', 'gitlab']);
  });

  it('has a key that a program can read', () => {
    const { publicKey, privateKey } = madeUpSshKey('alice');
    expect(publicKey).toBe(alice.sshPublicKey);
    expect(publicKey).toMatch(/^ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAA\S+\n$/);
    const bytes = Buffer.from(privateKey.replaceAll(/-----[^-]+-----|\n/g, ''), 'base64');
    expect(bytes.subarray(0, 15).toString()).toBe('openssh-key-v1\0');
    const point = Buffer.from(publicKey.split(' ')[1]?.trim() ?? '', 'base64').subarray(-32);
    expect(bytes.indexOf(point)).toBeGreaterThan(0);
    expect(createPublicKey({ key: Buffer.concat([SPKI, point]), format: 'der', type: 'spki' }).asymmetricKeyType).toBe(
      'ed25519',
    );
  });
});

const SPKI = Buffer.from('302a300506032b6570032100', 'hex');
