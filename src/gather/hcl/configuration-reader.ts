import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Configuration } from '../../model/configuration/configuration.ts';
import { isConfigurationFile } from '../../model/configuration/configuration-files.ts';
import type { Source } from '../../model/judgement/outcome.ts';
import type { ConfigurationReader } from '../ports.ts';
import { repositoryRoot } from './repository-root.ts';

/** Reads each template once. The parser is loaded with the first of them, and not before. */
export function createConfigurationReader(rootCandidates: readonly string[]): ConfigurationReader {
  const known = new Map<string, Promise<Source<Configuration>>>();
  return {
    templateOf: (plan) => (plan !== '-' && hasConfiguration(dirname(plan)) ? dirname(plan) : undefined),
    readConfiguration(directory, initialised = directory) {
      const key = JSON.stringify([directory, initialised]);
      const reading = known.get(key) ?? readFiles(directory, initialised, rootCandidates);
      known.set(key, reading);
      return reading;
    },
  };
}

async function readFiles(
  directory: string,
  initialised: string,
  rootCandidates: readonly string[],
): Promise<Source<Configuration>> {
  const { readConfiguration } = await import(/* webpackMode: "eager" */ './read-configuration.ts');
  const root = (template: string) => repositoryRoot(template, rootCandidates);
  const { configuration } = await readConfiguration(directory, root, { initialised });
  return configuration;
}

function hasConfiguration(directory: string): boolean {
  try {
    return readdirSync(directory).some(isConfigurationFile);
  } catch {
    return false;
  }
}
