import { isSecretName, looksLikeCredential } from '../../../model/credentials.ts';
import { elementsOf, entriesOf, isObject, own } from '../own.ts';
import type { PlanDocument } from '../plan-document.ts';
import { forEachMarked } from './mask.ts';

/**
 * What the plan itself says is secret. Providers copy such values into
 * attributes that nobody marks, so every text is compared with them.
 */
export class Secrets {
  readonly #byStart = new Map<string, Set<string>>();
  readonly #judged = new Map<unknown, boolean>();

  /** Takes all texts and numbers in the value for secrets, except those too common to be one. */
  add(value: unknown): void {
    const pending = [value];
    while (pending.length > 0) {
      const node = pending.pop();
      if (typeof node === 'string' || typeof node === 'number') this.#addText(String(node));
      else if (Array.isArray(node)) for (const child of node) pending.push(child);
      else if (isObject(node)) for (const child of Object.values(node)) pending.push(child);
    }
  }

  /** Equal to a secret, or with one inside. */
  areIn(text: string): boolean {
    for (let at = 0; at + SHORTEST <= text.length; at++) {
      const candidates = this.#byStart.get(text.slice(at, at + SHORTEST));
      if (candidates === undefined) continue;
      for (const secret of candidates) if (text.startsWith(secret, at)) return true;
    }
    return false;
  }

  /** Not fit to be shown although no mask marks it: known as secret elsewhere, named like one, or formed like one. */
  isSuspect(value: unknown): boolean {
    const known = this.#judged.get(value);
    if (known !== undefined) return known;
    const verdict = this.#judge(value);
    this.#judged.set(value, verdict);
    return verdict;
  }

  #judge(value: unknown): boolean {
    const pending = [value];
    for (let seen = 0; pending.length > 0; seen++) {
      if (seen > MOST_NODES) return true;
      const node = pending.pop();
      if (typeof node === 'string' || typeof node === 'number') {
        if (this.#isSuspectText(String(node))) return true;
      } else if (Array.isArray(node)) {
        for (const child of node) pending.push(child);
      } else {
        for (const [key, child] of entriesOf(node)) {
          if (this.areIn(key) || (child !== null && isSecretName(key))) return true;
          pending.push(child);
        }
      }
    }
    return false;
  }

  #isSuspectText(text: string): boolean {
    return text.length > LONGEST_TEXT || this.areIn(text) || looksLikeCredential(text);
  }

  #addText(text: string): void {
    for (const form of formsOf(text)) {
      const secret = form.trim();
      if (secret.length < SHORTEST || TRIVIAL.test(secret)) continue;
      const start = secret.slice(0, SHORTEST);
      const sameStart = this.#byStart.get(start);
      if (sameStart === undefined) this.#byStart.set(start, new Set([secret]));
      else sameStart.add(secret);
    }
  }
}

/** Variables and outputs that are declared sensitive, every value under a mask, and what else is known to be secret. */
export function gatherSecrets(document: PlanDocument, known: readonly string[] = []): Secrets {
  const secrets = new Secrets();
  secrets.add(known);
  const add = (value: unknown) => secrets.add(value);

  addVariables(document, add);
  for (const key of ['prior_state', 'planned_values'] as const) {
    for (const [, output] of document.outputs(key)) if (isSet(own(output, 'sensitive'))) add(own(output, 'value'));
    for (const { raw } of document.resources(key)) {
      forEachMarked(own(raw, 'values'), own(raw, 'sensitive_values'), add);
    }
  }
  for (const [, change] of document.entries('output_changes')) addChange(change, add);
  for (const key of ['resource_changes', 'resource_drift'] as const) {
    for (const element of document.elements(key)) addChange(own(element, 'change'), add);
  }
  for (const element of document.elements('deferred_changes')) {
    addChange(own(own(element, 'resource_change'), 'change'), add);
  }
  for (const action of document.elements('action_invocations')) {
    forEachMarked(own(action, 'config_values'), own(action, 'config_sensitive'), add);
  }
  return secrets;
}

function addChange(change: unknown, add: (value: unknown) => void): void {
  forEachMarked(own(change, 'before'), own(change, 'before_sensitive'), add);
  forEachMarked(own(change, 'after'), own(change, 'after_sensitive'), add);
}

/** Values are listed for the root module only; what a call gives to a module's variable is in the configuration where it is constant. */
function addVariables(document: PlanDocument, add: (value: unknown) => void): void {
  const values = new Map(document.entries('variables'));
  const modules = [{ module: document.configuration(), valueOf: (name: string) => own(values.get(name), 'value') }];
  for (let next = modules.pop(); next !== undefined; next = modules.pop()) {
    for (const [name, variable] of entriesOf(own(next.module, 'variables'))) {
      if (!isSet(own(variable, 'sensitive')) && !isSet(own(variable, 'ephemeral'))) continue;
      add(next.valueOf(name));
      add(own(variable, 'default'));
    }
    for (const [, call] of entriesOf(own(next.module, 'module_calls'))) {
      const inputs = own(call, 'expressions');
      modules.push({
        module: own(call, 'module'),
        valueOf: (name) => elementsOf([own(own(inputs, name), 'constant_value')]),
      });
    }
  }
}

/** Anything but a plain no, so that a flag in an odd form still counts. */
function isSet(flag: unknown): boolean {
  return flag !== undefined && flag !== null && flag !== false;
}

/** As it is, inside of JSON, in an address, and in base64. */
function formsOf(text: string): ReadonlySet<string> {
  return new Set([
    text,
    JSON.stringify(text).slice(1, -1),
    encodeURIComponent(text.toWellFormed()),
    Buffer.from(text).toString('base64').replace(/=+$/, ''),
  ]);
}

const SHORTEST = 4;

/** Hiding every value with one of these in it would hide everything and protect nothing. */
const TRIVIAL = /^(?:true|false|null|none|\d{1,5}|\d{1,4}\.\d{1,2})$/i;

const LONGEST_TEXT = 65_536;
const MOST_NODES = 100_000;
