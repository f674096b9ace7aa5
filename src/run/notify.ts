import type { CommentReading } from '../gather/ports.ts';
import type { HistoryReading } from '../model/history/history-reading.ts';
import { NOTHING_REMEMBERED, type NotificationMemory, planNotification } from '../model/history/notify-once.ts';
import { readState } from '../model/pull-request/comment-state.ts';
import type { Notification } from '../report/markdown/notification.ts';

/** Whom a run tells of what. */
export type NotifyDecision =
  /** Nobody asked for it, or there is no comment to remember it: the warning in the log is all. */
  | { readonly kind: 'off' }
  /** What people were told before is not known, so nobody is told twice; the next run may know. */
  | { readonly kind: 'unknown'; readonly detail: string }
  | { readonly kind: 'planned'; readonly notification: Notification };

/** Pure: what people are told after what the comment remembers. The publisher writes it at the end. */
export function decideNotify(
  people: readonly string[],
  history: HistoryReading | undefined,
  comment: CommentReading,
): NotifyDecision {
  if (people.length === 0 || history === undefined || history.histories.kind === 'not-configured') {
    return { kind: 'off' };
  }
  const { items } = history.histories;
  if (comment.kind === 'no-pull-request') return { kind: 'off' };
  const planAfter = (memory: NotificationMemory) => planNotification(memory, items, history.policy);
  const without = (detail: string): NotifyDecision =>
    planAfter(NOTHING_REMEMBERED).reached.length === 0 ? { kind: 'off' } : { kind: 'unknown', detail };
  if (comment.kind === 'unreadable') return without(comment.detail);
  const memory = comment.kind === 'absent' ? NOTHING_REMEMBERED : memoryIn(comment.body);
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
