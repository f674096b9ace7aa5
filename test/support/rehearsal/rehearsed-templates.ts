import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A template of the fixtures, and what claiming its prebuild comes to. */
export interface RehearsedTemplate {
  readonly name: string;
  readonly directory: string;
  /** Of the preset that is rehearsed. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Addresses of what is replaced. */
  readonly replaced: readonly string[];
  /** `address:action` of what is done beside. */
  readonly also: readonly string[];
  /** Whether planning the same prebuild again changes it. */
  readonly isUnstable: boolean;
}

interface Expectation {
  readonly params: Readonly<Record<string, string>>;
  readonly expect: readonly string[];
  readonly also: readonly string[];
  readonly unstable: boolean;
}

const TEMPLATES = 'fixtures/templates';

export const REHEARSED_TEMPLATES: readonly RehearsedTemplate[] = readdirSync(TEMPLATES).flatMap((name) => {
  const directory = join(TEMPLATES, name);
  const file = join(directory, 'expect.json');
  if (!existsSync(file)) return [];
  const { params, expect, also, unstable } = JSON.parse(readFileSync(file, 'utf8')) as Expectation;
  return [{ name, directory, parameters: params, replaced: expect, also, isUnstable: unstable }];
});
