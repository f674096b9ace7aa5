import type { Configuration, ResourceBlock } from '../../model/configuration/configuration.ts';
import { type Patch, patchesOf, type TextEdit } from '../../model/configuration/patch.ts';
import { overlaps } from '../trace/leaves.ts';
import type { FixAction, IgnoreAction } from './fix.ts';
import { ignoreEdits } from './ignore-edit.ts';
import { formatIgnoredPath, widestPaths } from './ignore-path.ts';

/**
 * The lines that actions change, those of one place taken together: a module
 * that is called twice is written once. Undefined where one cannot be written.
 */
export function patchesFor(configuration: Configuration, actions: readonly FixAction[]): readonly Patch[] | undefined {
  const edits = new Map<string, TextEdit[]>();
  for (const action of mergedActions(actions)) {
    const file = fileOf(action);
    const text = configuration.texts.get(file);
    const found = text === undefined ? undefined : editsOf(action, text);
    if (found === undefined) return undefined;
    edits.set(file, [...(edits.get(file) ?? []), ...found]);
  }
  return [...edits]
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .flatMap(([file, inFile]) => patchesOf(file, configuration.texts.get(file) ?? '', inFile));
}

/** What to write, as a reader would look it up: blocks with nothing but their `lifecycle`. */
export function snippetOf(actions: readonly FixAction[], patches: readonly Patch[]): string {
  const merged = mergedActions(actions);
  const blocks = merged.filter((action) => action.kind === 'ignore').map(lifecycleSnippet);
  const hasSubstitution = merged.some((action) => action.kind === 'substitute');
  const lines = hasSubstitution ? patches.filter((patch) => merged.some((action) => isOn(action, patch))) : [];
  return [...blocks, ...lines.map(({ after }) => dedented(after).join('\n'))].join('\n\n');
}

function isOn(action: FixAction, { file, line, endLine }: Patch): boolean {
  return (
    action.kind === 'substitute' &&
    action.range.file === file &&
    line <= action.range.line &&
    action.range.line <= endLine
  );
}

function lifecycleSnippet({ resource, paths }: IgnoreAction): string {
  const { ignoreChanges } = resource.lifecycle;
  const before = ignoreChanges.kind === 'listed' ? ignoreChanges.paths : [];
  const list = [...before, ...notYetIn(resource, paths)].map(formatIgnoredPath);
  return [
    `resource ${JSON.stringify(resource.type)} ${JSON.stringify(resource.name)} {`,
    '  lifecycle {',
    `    ignore_changes = [${list.join(', ')}]`,
    '  }',
    '}',
  ].join('\n');
}

function mergedActions(actions: readonly FixAction[]): readonly FixAction[] {
  const merged = new Map<string, FixAction>();
  for (const action of actions) {
    const place = placeOf(action);
    const before = merged.get(place);
    if (before?.kind === 'ignore' && action.kind === 'ignore') {
      merged.set(place, { ...before, paths: widestPaths([...before.paths, ...action.paths]) });
    } else merged.set(place, action);
  }
  return [...merged.values()];
}

function placeOf(action: FixAction): string {
  const { file, start } = action.kind === 'ignore' ? action.resource.body.range : action.range;
  return `${action.kind} ${file} ${start}`;
}

/** With override files, the list or the block around it may be written in another file than the resource. */
function fileOf(action: FixAction): string {
  if (action.kind === 'substitute') return action.range.file;
  const { body } = action.resource;
  const lifecycle = body.blocks.find(({ type }) => type === 'lifecycle');
  return (lifecycle?.attributes.get('ignore_changes') ?? lifecycle ?? body).range.file;
}

function editsOf(action: FixAction, text: string): readonly TextEdit[] | undefined {
  if (action.kind === 'substitute') {
    const { start, end } = action.range;
    return [{ start, end, text: inParenthesesOf(text.slice(start, end), action.reference) }];
  }
  const paths = notYetIn(action.resource, action.paths).map(formatIgnoredPath);
  return paths.length === 0 ? [] : ignoreEdits(action.resource, text, paths);
}

/** In `{ (local.name) = 1 }` the parentheses tell a value from a name. */
function inParenthesesOf(written: string, reference: string): string {
  const [, open = '', close = ''] = /^((?:\(\s*)*)[\s\S]*?((?:\s*\))*)$/.exec(written) ?? [];
  return open === '' ? reference : open + reference + close;
}

function notYetIn(
  { lifecycle: { ignoreChanges } }: ResourceBlock,
  paths: IgnoreAction['paths'],
): IgnoreAction['paths'] {
  if (ignoreChanges.kind === 'none') return paths;
  if (ignoreChanges.kind === 'all') return [];
  return paths.filter(
    (path) => !ignoreChanges.paths.some((before) => before.length <= path.length && overlaps(before, path)),
  );
}

function dedented(lines: readonly string[]): readonly string[] {
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
  const shared = Math.min(...indents, Number.MAX_SAFE_INTEGER);
  return lines.map((line) => line.slice(shared));
}
