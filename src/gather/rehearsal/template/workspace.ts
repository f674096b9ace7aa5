import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { filesReadBy, type Product } from '../../../model/configuration/configuration-files.ts';
import { type LastWill, writeLastWill } from '../terraform/last-will.ts';
import { configurationIn, copyTemplate, type TemplateCopy } from './copy-template.ts';

/** A private directory that holds the copy of a template, and everything a rehearsal writes. */
export interface Workspace {
  /** Where Terraform runs. */
  readonly template: string;
  /** Whether the configuration, modules that `init` fetched included, asks for the time of the plan. */
  hasPlanTimestamp(): Promise<boolean>;
  /** The text of the files in that very directory that the program reads, overrides included. */
  rootModule(product: Product): Promise<string>;
  readonly lastWill: LastWill;
  /** A file of ours, apart from the template. */
  file(name: string): string;
  /** Configuration that comes last and wins. */
  override(name: string, content: string): Promise<void>;
  /** The same, copied from a file. */
  overrideBy(name: string, file: string): Promise<void>;
  remove(): Promise<void>;
}

/** State stays in the private directory, whatever backend or `cloud` block the template has. */
const LOCAL_BACKEND = 'terraform {\n  backend "local" {}\n}\n';

const PLAN_TIMESTAMP = /\bplantimestamp\s*\(/;

/** Where the template lies; what is made for it below `into` is removed with the rest. */
export type PlaceTemplate = (into: string) => Promise<string>;

/** The directory that a template is checked out into. */
export const CHECKOUT = 'checkout';

/** Only its owner may look into it. Removed by `remove`, or once this process is gone. */
export async function openWorkspace(place: PlaceTemplate, temporaryDirectory: string): Promise<Workspace> {
  const root = await mkdtemp(join(temporaryDirectory, 'prebuild-guard-'));
  const lastWill = writeLastWill(root);
  const remove = async (): Promise<void> => {
    await rm(root, { recursive: true, force: true, maxRetries: 5 });
    lastWill.revoke();
  };
  try {
    const template = await place(join(root, CHECKOUT));
    const copy: TemplateCopy = await copyTemplate(template, join(root, 'template'));
    const overridePath = (name: string): string => join(copy.directory, `zz_prebuild_guard_${name}_override.tf`);
    const override = (name: string, content: string): Promise<void> =>
      writeFile(overridePath(name), content, { mode: 0o600 });
    await override('backend', LOCAL_BACKEND);
    return {
      template: copy.directory,
      hasPlanTimestamp: async () =>
        PLAN_TIMESTAMP.test(copy.configuration) ||
        PLAN_TIMESTAMP.test(await configurationIn(join(copy.directory, '.terraform', 'modules'), () => true)),
      lastWill,
      file: (name) => join(root, name),
      rootModule: async (product) => {
        const files = filesReadBy(product, await readdir(copy.directory));
        return (await Promise.all(files.map((name) => readFile(join(copy.directory, name), 'utf8')))).join('\n');
      },
      override,
      overrideBy: (name, file) => copyFile(file, `${overridePath(name)}${file.endsWith('.json') ? '.json' : ''}`),
      remove,
    };
  } catch (error) {
    await remove();
    throw error;
  }
}
