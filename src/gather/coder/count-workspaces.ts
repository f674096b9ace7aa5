import {
  type LiveWorkspaces,
  questionKey,
  type WorkspaceCount,
  type WorkspaceQuestion,
} from '../../model/change/live-workspaces.ts';
import { type NotChecked, read, type Source } from '../../model/judgement/outcome.ts';
import { say } from '../../model/text.ts';
import type { TemplateName } from '../requests.ts';
import type { CoderClient } from './client/client.ts';
import { isStatus } from './client/fault.ts';
import { gapOf } from './client/gap-error.ts';
import { findTemplate } from './find-template.ts';
import { readRights } from './history/server-facts.ts';
import { PREBUILDS_USER_ID, type WireTemplate, type WireWorkspace, wireWorkspaces } from './wire.ts';

const PAGE_SIZE = 100;
/** Enough to tell how grave a change is; beyond them the count is "at least". */
const MAX_PAGES = 10;
const MAX_QUESTIONS = 60;

/**
 * How many workspaces of people a change touches: one search for each question,
 * and one for all of them. Names are kept only where they may be shown.
 */
export async function countWorkspaces(
  client: CoderClient,
  name: TemplateName,
  questions: readonly WorkspaceQuestion[],
  showNames: boolean,
): Promise<Source<LiveWorkspaces>> {
  try {
    const template = await findTemplate(client, name);
    const { prebuilds: maySeeAll } = await readRights(client, template.organization_id);
    if (maySeeAll !== true) return read([], [WORKSPACES_NOT_VISIBLE]);
    const asked = questions.slice(0, MAX_QUESTIONS);
    const [all, ...answers] = await Promise.all([
      search(client, template, ''),
      ...asked.map((question) => answerOf(client, template, question)),
    ]);
    const counts = new Map<string, WorkspaceCount>();
    const gaps: NotChecked[] = [];
    for (const [index, answer] of answers.entries()) {
      const question = asked[index];
      if (question === undefined || answer === undefined) continue;
      if ('code' in answer) gaps.push(answer);
      else counts.set(questionKey(question), countOf(answer, showNames));
    }
    return read([{ all: countOf(all, showNames), versions: versionsOf(all, template), counts }], gaps.slice(0, 1));
  } catch (error) {
    return read([], [gapOf(error)]);
  }
}

interface Found {
  readonly workspaces: readonly WireWorkspace[];
  readonly isWhole: boolean;
}

/** Undefined where the server cannot be asked that: its search has no such word, or takes the value for another one. */
async function answerOf(
  client: CoderClient,
  template: WireTemplate,
  { parameter, value }: WorkspaceQuestion,
): Promise<Found | NotChecked | undefined> {
  try {
    return await search(client, template, ` param:"${value === undefined ? parameter : `${parameter}=${value}`}"`);
  } catch (error) {
    return isStatus(error, 400) ? undefined : gapOf(error);
  }
}

/** A search by name finds namesakes in other organizations, and prebuilds too. */
async function search(client: CoderClient, template: WireTemplate, filter: string): Promise<Found> {
  const q = `template:${template.name} organization:${template.organization_id}${filter}`;
  const found = new Map<string, WireWorkspace>();
  let isWhole = false;
  for (let page = 0, offset = 0; page < MAX_PAGES && !isWhole; page++) {
    const { workspaces, count } = await client.readJson(wireWorkspaces, {
      path: 'workspaces',
      query: { q, limit: String(PAGE_SIZE), offset: String(offset) },
      asked: 'the workspaces of the template',
    });
    for (const workspace of workspaces) found.set(workspace.id, workspace);
    offset += workspaces.length;
    isWhole = offset >= count;
    if (workspaces.length === 0) break;
  }
  const own = [...found.values()].filter(
    ({ template_id: id, owner_id: owner }) => id === template.id && owner !== PREBUILDS_USER_ID,
  );
  return { workspaces: own, isWhole };
}

function countOf({ workspaces, isWhole }: Found, showNames: boolean): WorkspaceCount {
  return {
    total: workspaces.length,
    running: workspaces.filter(isRunning).length,
    isWhole,
    names: showNames ? workspaces.map(({ name, owner_name: owner }) => `${owner ?? '?'}/${name}`).toSorted() : [],
  };
}

function isRunning({ latest_build: { transition, job } }: WireWorkspace): boolean {
  return transition === 'start' && job.status === 'succeeded';
}

function versionsOf({ workspaces }: Found, template: WireTemplate): LiveWorkspaces['versions'] {
  const groups = new Map<string, { version: string; isActive: boolean; total: number }>();
  for (const { latest_build: build } of workspaces) {
    const id = build.template_version_id;
    const group = groups.get(id) ?? {
      version: build.template_version_name ?? id,
      isActive: id === template.active_version_id,
      total: 0,
    };
    groups.set(id, { ...group, total: group.total + 1 });
  }
  return [...groups.values()].toSorted((left, right) => right.total - left.total);
}

const WORKSPACES_NOT_VISIBLE: NotChecked = {
  code: 'workspaces-not-visible',
  detail: [
    'The token may not see the workspaces of other people, or Coder does not say whether it may, so it is not known how many of them the change breaks.',
  ],
  remedy: say`Use the token of a template admin, and let requests to ${'/api/v2/authcheck'} through.`,
};
