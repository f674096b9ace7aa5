import type { CommentReader } from '../gather/ports.ts';
import type { HistoryPolicy, TemplateHistory } from '../model/history/history.ts';
import { NOTHING_REMEMBERED, type NotificationMemory, planNotification } from '../model/history/notify-once.ts';
import type { Source } from '../model/judgement/outcome.ts';
import { readState } from '../model/pull-request/comment-state.ts';
import type { Notification } from '../report/markdown/notification.ts';

/** Whom a run tells of what. */
export type NotifyDecision =
  /** Nobody asked for it, or there is no comment to remember it: the warning in the log is all. */
  | { readonly kind: 'off' }
  /** What people were told before is not known, so nobody is told twice; the next run may know. */
  | { readonly kind: 'unknown'; readonly detail: string }
  | { readonly kind: 'planned'; readonly notification: Notification };

export interface NotifyRequest {
  readonly people: readonly string[];
  readonly commentKey: string;
  readonly histories: Source<TemplateHistory>;
  readonly policy: HistoryPolicy;
}

/** Reads what the comment remembers before anything is decided; the publisher writes it at the end. */
export async function decideNotify(
  { people, commentKey, histories, policy }: NotifyRequest,
  reader: CommentReader,
): Promise<NotifyDecision> {
  if (people.length === 0 || histories.kind === 'not-configured') return { kind: 'off' };
  const reading = await reader.readComment(commentKey);
  if (reading.kind === 'no-pull-request') return { kind: 'off' };
  const planAfter = (memory: NotificationMemory) => planNotification(memory, histories.items, policy);
  const without = (detail: string): NotifyDecision =>
    planAfter(NOTHING_REMEMBERED).reached.length === 0 ? { kind: 'off' } : { kind: 'unknown', detail };
  if (reading.kind === 'unreadable') return without(reading.detail);
  const memory = reading.kind === 'absent' ? NOTHING_REMEMBERED : memoryIn(reading.body);
  return memory === undefined
    ? without(NOT_OURS)
    : { kind: 'planned', notification: { people, plan: planAfter(memory) } };
}

function memoryIn(body: string): NotificationMemory | undefined {
  const reading = readState(body);
  switch (reading.kind) {
    case 'none':
      return NOTHING_REMEMBERED;
    case 'memory':
      return reading.memory;
    case 'unreadable':
      return undefined;
  }
}

const NOT_OURS =
  'The second line of our comment was edited, or a later version wrote it. Delete the comment to start again.';
