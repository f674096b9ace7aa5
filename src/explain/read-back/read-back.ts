import {
  type Block,
  type Configuration,
  nestedBlocks,
  type ResourceBlock,
  type SourceModule,
} from '../../model/configuration/configuration.ts';
import type { Expression, SourceRange } from '../../model/configuration/expression.ts';
import { constantOf } from '../trace/evaluate.ts';
import type { Tracing } from '../trace/trace.ts';
import { isIgnored, moduleScope } from '../trace/trace-resource.ts';
import { READ_BACK, type ReadBackRow } from './rows.ts';
import { compareVersions } from './versions.ts';

/** A resource that a provider does not read back as the template writes it. */
export interface ReadBack {
  readonly module: SourceModule;
  readonly resource: ResourceBlock;
  readonly row: ReadBackRow;
  readonly range: SourceRange;
  /** The provider's version; undefined where no lock file tells it, so that it may be one that is well. */
  readonly version: string | undefined;
}

/** Everything of a template that comes back otherwise, by the versions that its lock file holds. */
export function readBacks(tracing: Tracing): readonly ReadBack[] {
  const { modules, providers } = tracing.configuration;
  return [...modules.values()].flatMap((module) =>
    [...module.resources.values()]
      .filter(({ mode }) => mode === 'managed')
      .flatMap((resource) =>
        READ_BACK.filter((row) => row.types.includes(resource.type)).flatMap((row): readonly ReadBack[] => {
          const version = providers?.get(row.provider);
          if (version !== undefined && !isInRange(row, version)) return [];
          if (isIgnored(resource, row.argument.split('.'))) return [];
          const range = writtenAt(tracing, module, resource, row);
          return range === undefined ? [] : [{ module, resource, row, range, version }];
        }),
      ),
  );
}

function isInRange({ from, to }: ReadBackRow, version: string): boolean {
  return compareVersions(version, from) >= 0 && (to === undefined || compareVersions(version, to) <= 0);
}

/** Where it is written; undefined where it is not, or where its value cannot be told. */
function writtenAt(
  tracing: Tracing,
  module: SourceModule,
  resource: ResourceBlock,
  { argument, written }: ReadBackRow,
): SourceRange | undefined {
  const names = argument.split('.');
  const last = names.at(-1) ?? '';
  const blocks = names
    .slice(0, -1)
    .reduce(
      (found: readonly Block[], name) => found.flatMap((block) => nestedBlocks(block, name).map(({ body }) => body)),
      [resource.body],
    );
  for (const block of blocks) {
    const attribute = block.attributes.get(last);
    if (written.kind === 'not-set-to') {
      const value = attribute === undefined ? undefined : constantOf(tracing, moduleScope(module), attribute.value);
      if (attribute === undefined) return block.range;
      if (value !== undefined && value !== written.value) return attribute.range;
    } else if (attribute !== undefined && isWritten(tracing, module, block, attribute.value, written)) {
      return attribute.range;
    }
  }
  return undefined;
}

function isWritten(
  tracing: Tracing,
  module: SourceModule,
  block: Block,
  value: Expression,
  written: Exclude<ReadBackRow['written'], { readonly kind: 'not-set-to' }>,
): boolean {
  if (written.kind === 'without') return !block.attributes.has(written.beside);
  const values = constantOf(tracing, moduleScope(module), value);
  if (written.kind === 'value') {
    return [values].flat().some((each) => each !== undefined && each !== null && written.pattern.test(String(each)));
  }
  return typeof values === 'string' ? !values.startsWith('sha256:') : isImageName(tracing.configuration, module, value);
}

/** `docker_image.main.name`, through locals; of an image that is built the name as well. */
function isImageName(configuration: Configuration, module: SourceModule, value: Expression): boolean {
  if (value.kind === 'template' && value.parts.length === 1 && value.parts[0] !== undefined) {
    return isImageName(configuration, module, value.parts[0]);
  }
  if (value.kind !== 'reference') return false;
  const names = value.steps.flatMap((step) => (step.kind === 'attribute' ? [step.name] : []));
  const local = value.root === 'local' ? module.locals.get(names[0] ?? '') : undefined;
  if (local !== undefined) return isImageName(configuration, module, local.value);
  const isImage = IMAGES.has(value.root) || (value.root === 'data' && IMAGES.has(names[0] ?? ''));
  return isImage && NAMING.has(names.at(-1) ?? '');
}

const IMAGES: ReadonlySet<string> = new Set(['docker_image', 'docker_registry_image']);

const NAMING: ReadonlySet<string> = new Set(['name', 'repo_digest']);
