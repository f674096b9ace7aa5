import type { OwnerCondition } from '../../../model/judgement/owner-condition.ts';
import type { UnmetCondition } from '../../../model/judgement/rehearsal.ts';
import type { Claimant } from '../../requests.ts';
import { type Asked, claimant, type Persona, PREBUILDS_USER } from './persona.ts';

export interface Claimants {
  readonly claimants: readonly Claimant[];
  readonly unmet: readonly UnmetCondition[];
}

/** What a template wants of its owners beside what everybody has. */
export interface Wanted {
  readonly conditions: readonly OwnerCondition[];
  /** It reads the task that a workspace is made for. */
  readonly task: boolean;
}

/**
 * One claimant more for each condition that nobody meets so far, as many as are
 * allowed in all. What is left is told: it decided nothing in the rehearsal.
 */
export function furtherClaimants(given: readonly Claimant[], wanted: Wanted, most: number): Claimants {
  const claimants = [...given];
  const unmet: UnmetCondition[] = [];
  const isFull = (): boolean => claimants.length >= most;

  if (wanted.task && !claimants.some(({ prompt }) => prompt !== undefined)) {
    if (isFull()) unmet.push({ attribute: 'task', value: 'prompt', claimant: undefined });
    else claimants.push({ username: nameOf(claimants.length), prompt: PROMPT });
  }
  for (const condition of wanted.conditions) {
    const people = [PREBUILDS_USER, ...claimants.map((options, index) => claimant(options, index, NOTHING))];
    if (people.some((person) => meets(person, condition))) continue;
    const options = claimantFor(condition, nameOf(claimants.length));
    if (options !== undefined && !isFull()) claimants.push(options);
    else unmet.push({ ...condition, claimant: options === undefined ? undefined : written(options) });
  }
  return { claimants, unmet };
}

const NOTHING: Asked = { externalAuth: [], secrets: [] };

/** With what breaks a careless template: a quote, a line break, a dollar. */
const PROMPT = 'Fix the bug\nin "main"; $HOME';

function meets(person: Persona, { attribute, test, value }: OwnerCondition): boolean {
  const texts = textsOf(person, attribute);
  switch (test) {
    case 'equals':
      return texts.includes(value);
    case 'begins':
      return texts.some((text) => text.startsWith(value));
    case 'ends':
      return texts.some((text) => text.endsWith(value));
    case 'matches':
      // Terraform's expressions are RE2; who cannot tell asks for a claimant.
      return false;
  }
}

function textsOf(person: Persona, attribute: OwnerCondition['attribute']): readonly string[] {
  switch (attribute) {
    case 'name':
      return [person.username];
    case 'full_name':
      return [person.fullName === '' ? 'default' : person.fullName];
    case 'email':
      return [person.email];
    case 'groups':
      return person.groups;
    case 'login_type':
      return [person.loginType];
    case 'rbac_roles':
      return person.roles.flatMap(({ name, organizationId }) => [name, organizationId ?? '']);
  }
}

/** Somebody who meets the condition; undefined where nobody can be made up. */
function claimantFor({ attribute, test, value }: OwnerCondition, username: string): Claimant | undefined {
  if (test === 'matches' || value === '') return undefined;
  const text = test === 'begins' ? `${value}${username}` : test === 'ends' ? `${username}${value}` : value;
  switch (attribute) {
    case 'name':
      return USERNAME.test(text) ? { username: text } : undefined;
    case 'full_name':
      return { username, fullName: text };
    case 'email':
      return { username, email: text };
    case 'groups':
      return { username, groups: ['Everyone', text] };
    case 'login_type':
      return LOGIN_TYPES.includes(text) ? { username, loginType: text } : undefined;
    case 'rbac_roles':
      return ROLE.test(text) ? { username, roles: [text] } : undefined;
  }
}

/** As the input `claimants` takes it. */
function written({ username, fullName, email, groups, loginType, roles }: Claimant): string | undefined {
  if (fullName !== undefined) return undefined;
  const facts = [
    groups === undefined ? [] : [`groups=${groups.join(',')}`],
    roles === undefined ? [] : [`roles=${roles.join(',')}`],
    loginType === undefined ? [] : [`login-type=${loginType}`],
    email === undefined ? [] : [`email=${email}`],
  ].flat();
  return facts.some((fact) => /\s/.test(fact)) ? undefined : [username, ...facts].join(' ');
}

/** Of no two the same length or the same first letter. */
const NAMES = ['alice', 'bob', 'gerd', 'eleanor', 'jo', 'margaret', 'wilhelmina'];

function nameOf(index: number): string {
  const name = NAMES[index % NAMES.length] ?? '';
  return index < NAMES.length ? name : `${name}-${index}`;
}

/** As Coder allows it. */
const USERNAME = /^[a-zA-Z0-9]+(?:-[a-zA-Z0-9]+)*$/;

const LOGIN_TYPES = ['password', 'oidc', 'github', 'none', 'token'];

const ROLE = /^[a-z][a-z-]*$/;
