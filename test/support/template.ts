import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readConfiguration } from '../../src/gather/hcl/read-configuration.ts';
import type { Configuration } from '../../src/model/configuration/configuration.ts';
import {
  type KnownArguments,
  NO_REPLACEMENT_TABLE,
  type ReplacementTable,
} from '../../src/model/configuration/known-replacements.ts';
import type { NotChecked } from '../../src/model/judgement/outcome.ts';

/** Files by their path within a repository; a text alone is its `main.tf`. */
export type TemplateFiles = string | Readonly<Record<string, string>>;

/** What a template's files say, read from a repository that holds nothing else. No provider is known. */
export async function templateOf(files: TemplateFiles, replacements = NO_REPLACEMENT_TABLE): Promise<Configuration> {
  const { configuration } = await readTemplate(files);
  return { ...configuration, replacements };
}

/** The same, and what could not be read; `directory` is the template's within the repository. */
export async function readTemplate(
  files: TemplateFiles,
  directory = '.',
): Promise<{ configuration: Configuration; gaps: readonly NotChecked[] }> {
  const repository = mkdtempSync(join(tmpdir(), 'prebuild-guard-template-'));
  try {
    for (const [path, text] of Object.entries(typeof files === 'string' ? { 'main.tf': files } : files)) {
      mkdirSync(dirname(join(repository, path)), { recursive: true });
      writeFileSync(join(repository, path), text);
    }
    return only(await readConfiguration(join(repository, directory), () => repository));
  } finally {
    rmSync(repository, { recursive: true });
  }
}

/** A template of `fixtures/templates`, its locations relative to that folder's. */
export async function fixtureTemplate(name: string): Promise<Configuration> {
  const directory = `fixtures/templates/${name}`;
  return only(await readConfiguration(directory, () => directory)).configuration;
}

function only({ configuration }: Awaited<ReturnType<typeof readConfiguration>>) {
  const [item] = configuration.kind === 'read' ? configuration.items : [];
  if (configuration.kind !== 'read' || item === undefined) throw new Error('A configuration was not read.');
  return { configuration: item, gaps: configuration.gaps };
}

/** What one resource type's provider is known to answer. */
export function knowing(
  type: string,
  { replacing = [], updating = [], sets = [], maps = [] }: Readonly<Record<string, readonly string[]>>,
): ReplacementTable {
  const known: KnownArguments = {
    provider: 'example/example 1.0.0',
    replacing: new Set(replacing),
    updating: new Set(updating),
    sets: new Set(sets),
    maps: new Set(maps),
  };
  return { types: new Map([[type, known]]) };
}
