import * as z from 'zod';
import { JOB_STATUSES } from '../../../model/history/history.ts';
import type { Text } from '../../../model/text.ts';

/** Raised when a reader of the last version would misunderstand the file. */
export const HISTORY_FORMAT = 1;

const time = z.string().meta({ description: 'RFC 3339, with microseconds', format: 'date-time' });
const text: z.ZodType<Text> = z
  .array(z.union([z.string(), z.strictObject({ code: z.string() })]))
  .meta({ description: 'A sentence; names from outside are objects with `code`' });

const gap = z.object({ code: z.string(), detail: text, remedy: text });

const build = z.object({
  id: z.string(),
  workspace: z.string(),
  createdAt: time,
  status: z.enum(JOB_STATUSES),
  error: z.string().optional().meta({ description: 'The error of a failed build, redacted and shortened' }),
  errorCode: z.string().optional(),
  url: z.string(),
});

const preset = z.object({
  id: z.string(),
  name: z.string(),
  desiredInstances: z
    .number()
    .int()
    .nullable()
    .optional()
    .meta({ description: 'As Coder stores it, without schedules; null if the preset has no prebuilds' }),
  builds: z
    .array(build)
    .optional()
    .meta({ description: "Coder's own set, newest first; absent where it could not be read whole" }),
  ready: z.number().int().nonnegative().optional().meta({ description: 'Prebuilds that a claim could take' }),
  attempted: z.boolean().optional().meta({ description: 'Whether a prebuild was ever started, if known' }),
});

const deletion = z.object({
  workspace: z.string(),
  version: z.object({ id: z.string(), name: z.string() }),
  createdAt: time,
  error: z.string().optional(),
  url: z.string(),
});

const templateHistory = z.object({
  template: z.string(),
  organization: z.string(),
  version: z.object({ id: z.string(), name: z.string(), activeSince: time }),
  deprecated: z.boolean(),
  readAt: time,
  licensed: z.boolean().optional(),
  reconciliationPaused: z.boolean().optional(),
  presets: z.array(preset),
  failedDeletions: z.array(deletion),
  gaps: z.array(gap),
});

export const historyFile = z
  .object({
    format: z.literal(HISTORY_FORMAT),
    readAt: time,
    templates: z.array(templateHistory),
    gaps: z.array(gap).meta({ description: 'Why a history may be missing or may not be trusted' }),
  })
  .meta({ title: 'Failure histories of prebuilds, as written by `prebuild-guard history --save`' });

/** The published schema of the file. */
export function historyFileSchema(): object {
  return z.toJSONSchema(historyFile, { target: 'draft-2020-12', io: 'input' });
}

export type FileHistory = z.infer<typeof templateHistory>;
