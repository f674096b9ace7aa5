import { readFileSync } from 'node:fs';

export type EventName = keyof typeof EVENTS;

/** The recorded events, by file, and the name that the runner gives each. */
const EVENTS = {
  pull_request: 'pull_request',
  'pull_request.fork': 'pull_request',
  'pull_request.deleted-fork': 'pull_request',
  'pull_request_target.fork': 'pull_request_target',
  merge_group: 'merge_group',
  push: 'push',
  schedule: 'schedule',
  workflow_dispatch: 'workflow_dispatch',
  'workflow_run.fork': 'workflow_run',
  'issue_comment.pull_request': 'issue_comment',
  'issue_comment.issue': 'issue_comment',
} as const;

/** What the runner sets for an event, and the payload that it writes. */
export function recordedEvent(name: EventName): { readonly name: string; readonly payload: unknown } {
  const payload: unknown = JSON.parse(readFileSync(new URL(`events/${name}.json`, import.meta.url), 'utf8'));
  return { name: EVENTS[name], payload };
}
