import { byteLength } from '../byte-length.ts';
import type { LimitMark, NotificationMemory } from '../history/notify-once.ts';
import { hidden, STATE_LIMIT, STATE_NAME, stateLineOf } from './markers.ts';

/** `none` where the comment remembers nothing, `unreadable` where somebody else, or a later version, wrote it. */
export type StateReading =
  | { readonly kind: 'none' }
  | { readonly kind: 'memory'; readonly memory: NotificationMemory }
  | { readonly kind: 'unreadable' };

/** The line of the body, below the marker, that readers do not see; empty for nothing to remember. */
export function renderState({ marks, cut }: NotificationMemory): string {
  if (marks.length === 0 && !cut) return '';
  const line = stateLine(marks, cut);
  if (byteLength(line) <= STATE_LIMIT) return line;
  const shorter = withoutOldest(marks);
  return shorter === undefined
    ? renderState({ marks: marks.slice(1), cut: true })
    : renderState({ marks: shorter, cut });
}

export function readState(body: string): StateReading {
  const line = stateLineOf(body).trim();
  if (line === '') return { kind: 'none' };
  const memory = memoryOf(parsed(line.slice(line.indexOf('{'), line.lastIndexOf('}') + 1)));
  return memory === undefined ? { kind: 'unreadable' } : { kind: 'memory', memory };
}

/** Of what is over, the oldest matters least: only a promotion of that old version would tell people again. */
function withoutOldest(marks: readonly LimitMark[]): readonly LimitMark[] | undefined {
  const oldest = marks.findIndex(({ closed }) => closed);
  return oldest === -1 ? undefined : marks.toSpliced(oldest, 1);
}

/** Presets of one version share its names. */
type Group = Omit<LimitMark, 'preset'> & { readonly presets: readonly string[] };

function stateLine(marks: readonly LimitMark[], cut: boolean): string {
  const groups = new Map<string, Group & { presets: string[] }>();
  for (const { preset, ...version } of marks) {
    const key = JSON.stringify(version);
    const group = groups.get(key) ?? { ...version, presets: [] };
    group.presets.push(preset);
    groups.set(key, group);
  }
  return `${hidden(STATE_NAME, { v: 1, limited: [...groups.values()], cut })}\n`;
}

function memoryOf(value: unknown): NotificationMemory | undefined {
  if (!isRecord(value) || value['v'] !== 1 || !Array.isArray(value['limited'])) return undefined;
  const groups = value['limited'].map(groupOf);
  const whole = groups.filter((group) => group !== undefined);
  if (whole.length < groups.length) return undefined;
  const marks = whole.flatMap(({ presets, ...version }) => presets.map((preset) => ({ ...version, preset })));
  return { marks, cut: value['cut'] === true };
}

function groupOf(value: unknown): Group | undefined {
  if (!isRecord(value)) return undefined;
  const { organization, template, versionId, version, closed, presets } = value;
  if (!isText(organization) || !isText(template) || !isText(versionId) || !isText(version)) return undefined;
  if (!Array.isArray(presets) || !presets.every(isText)) return undefined;
  return { organization, template, versionId, version, closed: closed === true, presets };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
