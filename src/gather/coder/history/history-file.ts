import { newestFirst, type TemplateHistory } from '../../../model/history/history.ts';
import { formatInstant, parseInstant } from '../../../model/history/instant.ts';
import { formatTime } from '../../../model/history/time.ts';
import { type NotChecked, read, type Source } from '../../../model/judgement/outcome.ts';
import { say } from '../../../model/text.ts';
import { UserError } from '../../../model/user-error.ts';
import { type FileHistory, HISTORY_FORMAT, historyFile } from './history-schema.ts';

/** A pool changes within minutes; a day is for a file that a nightly job saves. */
const MAX_AGE_MS = 24 * 3_600_000;

/** What `history --save` writes. Nothing secret is in a history: the token never was, and errors are redacted. */
export function renderHistoryFile(source: Source<TemplateHistory>, readAt: number): string {
  const { items, gaps } = source.kind === 'read' ? source : { items: [], gaps: [] };
  const file = {
    format: HISTORY_FORMAT,
    readAt: formatInstant(readAt),
    templates: items.map(fileHistory),
    gaps,
  };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

/** Throws a `UserError` for what is no such file. One that is older than a day proves nothing about now. */
export function parseHistoryFile(input: string, content: string, now: number): Source<TemplateHistory> {
  const file = historyFile.safeParse(parseJson(input, content));
  if (!file.success) {
    const where = file.error.issues[0]?.path.map(String).join('.') ?? '';
    throw new UserError(
      `\`${input}\` is not a history of prebuild-guard${where === '' ? '' : `: \`${where}\` is missing or has an unexpected form`}. Write it with \`prebuild-guard history --save\` of the same version.`,
    );
  }
  const readAt = instant(input, file.data.readAt);
  const templates = file.data.templates.map((each) => domainHistory(input, each));
  return read(templates, [...file.data.gaps, ...staleGap(input, readAt, now)]);
}

/** The histories of one template; not in the file is a gap, not a clean history. */
export function historyOfTemplate(
  source: Source<TemplateHistory>,
  template: string,
  organization?: string,
): Source<TemplateHistory> {
  if (source.kind === 'not-configured') return source;
  const found = source.items.filter(
    (each) =>
      each.template.toLowerCase() === template.toLowerCase() &&
      (organization === undefined || each.organization.toLowerCase() === organization.toLowerCase()),
  );
  const [only] = found;
  if (found.length === 1 && only !== undefined) return read([only], [...shared(source), ...only.gaps]);
  if (source.gaps.length > 0 && found.length === 0) return read([], source.gaps);
  return read([], [found.length === 0 ? notInFile(template) : ambiguous(template, found)]);
}

function fileHistory(source: TemplateHistory): FileHistory {
  return {
    ...source,
    version: { ...source.version, activeSince: formatInstant(source.version.activeSince) },
    readAt: formatInstant(source.readAt),
    presets: source.presets.map((each) => ({
      ...each,
      builds: each.builds?.map((own) => ({ ...own, createdAt: formatInstant(own.createdAt) })),
    })),
    failedDeletions: source.failedDeletions.map((own) => ({ ...own, createdAt: formatInstant(own.createdAt) })),
    gaps: source.gaps.map((own) => ({ ...own })),
  };
}

function domainHistory(input: string, own: FileHistory): TemplateHistory {
  const at = (text: string) => instant(input, text);
  return {
    ...own,
    version: { ...own.version, activeSince: at(own.version.activeSince) },
    readAt: at(own.readAt),
    licensed: own.licensed,
    reconciliationPaused: own.reconciliationPaused,
    presets: own.presets.map((each) => ({
      ...each,
      desiredInstances: each.desiredInstances,
      builds:
        each.builds &&
        newestFirst(
          each.builds.map(({ error, errorCode, createdAt, ...rest }) => ({
            ...rest,
            createdAt: at(createdAt),
            error,
            errorCode,
          })),
        ),
      ready: each.ready,
      attempted: each.attempted,
    })),
    failedDeletions: own.failedDeletions.map(({ error, createdAt, ...rest }) => ({
      ...rest,
      createdAt: at(createdAt),
      error,
    })),
  };
}

/** The parser's own message quotes its input, which is not repeated here. */
function parseJson(input: string, content: string): unknown {
  try {
    return JSON.parse(content.replace(/^\uFEFF/, ''));
  } catch {
    throw new UserError(`\`${input}\` is not JSON. Write it with \`prebuild-guard history --save\`.`);
  }
}

function instant(input: string, text: string): number {
  const epochMs = parseInstant(text);
  if (epochMs !== undefined) return epochMs;
  throw new UserError(`\`${input}\` contains an invalid time. Write it with \`prebuild-guard history --save\`.`);
}

function staleGap(input: string, readAt: number, now: number): readonly NotChecked[] {
  if (now - readAt <= MAX_AGE_MS) return [];
  return [
    {
      code: 'history-file-stale',
      detail: say`${input} was written at ${formatTime(readAt)}, more than a day ago. Presets may have failed since.`,
      remedy: say`Save it again with ${'prebuild-guard history --save'}.`,
    },
  ];
}

/** Gaps of a file as a whole: those of its templates are theirs. */
function shared({ gaps }: { readonly gaps: readonly NotChecked[] }): readonly NotChecked[] {
  return gaps.filter(({ code }) => code === 'history-file-stale');
}

function notInFile(template: string): NotChecked {
  return {
    code: 'template-not-in-history',
    detail: say`The saved history does not contain template ${template}.`,
    remedy: say`Use the template's name in Coder, or save the history again with ${'prebuild-guard history --all --save'}.`,
  };
}

function ambiguous(template: string, found: readonly TemplateHistory[]): NotChecked {
  return {
    code: 'template-ambiguous',
    detail: say`The saved history contains template ${template} of ${found.length} organizations.`,
    remedy: say`Name one of them in ${'coder-organization'}.`,
  };
}
