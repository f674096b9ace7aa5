import { readFile, realpath, stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import {
  type Configuration,
  type ModuleCallBlock,
  moduleKey,
  type SourceModule,
} from '../../model/configuration/configuration.ts';
import { type Product, productFor } from '../../model/configuration/configuration-files.ts';
import type { NotChecked, Source } from '../../model/judgement/outcome.ts';
import { read } from '../../model/judgement/outcome.ts';
import { say } from '../../model/text.ts';
import { UserError } from '../../model/user-error.ts';
import { buildModule } from './build-module.ts';
import { lockedProviders } from './locked-providers.ts';
import { namesIn, readModuleFiles } from './module-files.ts';
import { type FetchedModules, readFetchedModules } from './modules-manifest.ts';
import { readReplacementTable } from './read-known-replacements.ts';
import { isInside } from './repository-root.ts';

export interface ConfigurationReading {
  /** Exactly one, with a gap for each file that could not be read. */
  readonly configuration: Source<Configuration>;
}

export interface ReadingOptions {
  /** Where `terraform init` ran, if not in the template's directory: a rehearsal's working copy. */
  readonly initialised?: string;
}

/** More modules than any template has; a module that calls itself would go on for ever. */
const MODULE_LIMIT = 1000;

/** Reads a template's files and those of every module it calls. Locations are relative to the root that `rootOf` finds. */
export async function readConfiguration(
  directory: string,
  rootOf: (template: string) => string,
  { initialised = directory }: ReadingOptions = {},
): Promise<ConfigurationReading> {
  const template = await existing(directory);
  const root = await existing(rootOf(template));
  const product = productFor(await namesIn(template), (await lockFile(initialised)) ?? (await lockFile(template)));
  const fetched = await readFetchedModules(initialised);
  const reader = new ConfigurationReader(template, root, fetched, resolve(initialised), product);
  await reader.readModule(template, []);
  const { modules, texts, gaps } = reader;
  const providers = await lockedProviders([initialised, template]);
  return { configuration: read([{ modules, texts, replacements: readReplacementTable(), providers }], gaps) };
}

/** What `init` has written of the providers; undefined where it has not run. */
async function lockFile(directory: string): Promise<string | undefined> {
  try {
    return await readFile(join(directory, '.terraform.lock.hcl'), 'utf8');
  } catch {
    return undefined;
  }
}

async function existing(directory: string): Promise<string> {
  try {
    if ((await stat(directory)).isDirectory()) return await realpath(directory);
  } catch {
    // Said below, in the same words.
  }
  throw new UserError(`\`${directory}\` is not a readable directory. Give the directory of a template.`);
}

class ConfigurationReader {
  readonly modules = new Map<string, SourceModule>();
  readonly texts = new Map<string, string>();
  readonly gaps: NotChecked[] = [];
  readonly #template: string;
  readonly #root: string;
  readonly #fetched: FetchedModules;
  readonly #initialised: string;

  readonly #product: Product;

  constructor(template: string, root: string, fetched: FetchedModules, initialised: string, product: Product) {
    this.#template = template;
    this.#root = root;
    this.#fetched = fetched;
    this.#initialised = initialised;
    this.#product = product;
  }

  async readModule(directory: string, path: readonly string[]): Promise<void> {
    const files = await readModuleFiles(directory, this.#product, (file) => this.#nameOf(file));
    const isOwn = this.#isOwn(directory);
    const draft = buildModule(files.blocks);
    this.gaps.push(...files.gaps);
    if (isOwn) for (const [name, text] of files.texts) this.texts.set(name, text);
    const calls = new Map<string, ModuleCallBlock>();
    this.modules.set(moduleKey(path), { ...draft, path, isOwn, calls });
    for (const call of draft.calls.values()) {
      calls.set(call.name, { ...call, isRead: await this.#readCalled(directory, [...path, call.name], call) });
    }
  }

  async #readCalled(directory: string, path: readonly string[], call: ModuleCallBlock): Promise<boolean> {
    const target = await this.#directoryOf(directory, path, call);
    if (target === undefined) return false;
    if (this.modules.size >= MODULE_LIMIT || this.#isWithinItself(path, target)) {
      this.gaps.push(endlessModules(call.name));
      return false;
    }
    this.#targets.set(moduleKey(path), target);
    await this.readModule(target, path);
    return true;
  }

  readonly #targets = new Map<string, string>();

  /** The same directory again on the way from the root: Terraform refuses that, too. */
  #isWithinItself(path: readonly string[], target: string): boolean {
    if (target === this.#template) return true;
    return path.some((_, length) => this.#targets.get(moduleKey(path.slice(0, length))) === target);
  }

  /** A local source is followed from the files as they are now; any other is where `terraform init` put it. */
  async #directoryOf(directory: string, path: readonly string[], call: ModuleCallBlock): Promise<string | undefined> {
    const isLocal = call.source !== undefined && /^\.\.?(?:\/|\\|$)/.test(call.source);
    const target = isLocal ? resolve(directory, call.source ?? '') : this.#fetched.get(moduleKey(path));
    if (target === undefined) return undefined;
    try {
      return (await stat(target)).isDirectory() ? await realpath(target) : undefined;
    } catch {
      return undefined;
    }
  }

  /** Fetched modules lie inside the repository, too, but are not of it. */
  #isOwn(directory: string): boolean {
    return isInside(this.#root, directory) && !directory.split(sep).includes('.terraform');
  }

  #nameOf(file: string): string {
    const from = isInside(this.#root, file) ? this.#root : this.#initialised;
    return relative(from, file).split(sep).join('/');
  }
}

function endlessModules(name: string): NotChecked {
  return {
    code: 'endless-modules',
    detail: say`The module ${name} calls itself, or the template has more than ${MODULE_LIMIT} modules.`,
    remedy: say`Run ${'terraform init'} to see the error; it refuses such a template.`,
  };
}
