import { type FakeUser, type FakeWorkspace, latestBuild, PREBUILDS_USER, type World } from './world.ts';

/** A search that Coder answers with 400, field by field. */
export class BadSearch extends Error {
  readonly field: string;

  constructor(field: string, detail: string) {
    super(detail);
    this.field = field;
  }
}

/** Coder's own way: lower-cased, `key:value` between spaces, quotes allowed, of a repeated key only the first counts. */
export function parseSearch(q: string, keys: readonly string[], plainKey: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const term of q.toLowerCase().match(/(?:[^\s"]+|"[^"]*")+/g) ?? []) {
    // A colon within quotes belongs to the value.
    const parts = term.match(/(?:[^:"]+|"[^"]*")+/g) ?? [];
    if (parts.length > 2) throw new BadSearch('q', `Query element "${term}" can only contain 1 ':'`);
    const [key = '', value] = parts.map((part) => part.replaceAll('"', ''));
    const name = value === undefined ? plainKey : key;
    if (!keys.includes(name)) throw new BadSearch(name, `"${name}" is not a valid query param`);
    if (!found.has(name)) found.set(name, value ?? key);
  }
  return found;
}

const WORKSPACE_KEYS = ['owner', 'template', 'organization', 'name', 'status', 'outdated', 'dormant', 'id', 'param'];

/** What the user may see of what was searched for, in Coder's order. */
export function searchWorkspaces(world: World, user: FakeUser, q: string): readonly FakeWorkspace[] {
  const search = parseSearch(q, WORKSPACE_KEYS, 'name');
  const organizationId = organizationOf(world, search.get('organization'));
  const owner = search.get('owner');
  const template = search.get('template');
  const [parameter = '', value] = (search.get('param') ?? '').split('=');
  const templateIds = new Set(
    world.templates.filter(({ name, deleted }) => name.toLowerCase() === template && !deleted).map(({ id }) => id),
  );
  return world.workspaces
    .filter((workspace) => !workspace.deleted)
    .filter((workspace) => owner === undefined || ownerName(world, workspace.ownerId) === owner)
    .filter(({ templateId }) => template === undefined || templateIds.has(templateId))
    .filter(
      (workspace) => organizationId === undefined || organizationIdOf(world, workspace.templateId) === organizationId,
    )
    .filter((workspace) => parameter === '' || hasParameter(workspace, parameter, value))
    .filter((workspace) => maySee(world, user, workspace.ownerId, organizationIdOf(world, workspace.templateId)))
    .toSorted(
      (left, right) =>
        Number(isRunning(right)) - Number(isRunning(left)) ||
        compare(ownerName(world, left.ownerId), ownerName(world, right.ownerId)) ||
        compare(left.name, right.name),
    );
}

/** Without regard to case. */
function hasParameter({ parameters = {} }: FakeWorkspace, name: string, value: string | undefined): boolean {
  return Object.entries(parameters).some(
    ([own, has]) => own.toLowerCase() === name && (value === undefined || has.toLowerCase() === value),
  );
}

export function maySee(world: World, user: FakeUser, ownerId: string, organizationId: string): boolean {
  const isKnown = world.organizations.some(({ id }) => id === organizationId);
  return (
    isKnown &&
    (user.role === 'owner' ||
      user.role === 'template-admin' ||
      user.role === `template-admin:${organizationId}` ||
      user.id === ownerId)
  );
}

/** A template admin of the site may not, one of the organization may. */
export function maySeeJobs(user: FakeUser, organizationId: string): boolean {
  return user.role === 'owner' || user.role === `template-admin:${organizationId}`;
}

export function ownerName(world: World, ownerId: string): string {
  if (ownerId === PREBUILDS_USER) return 'prebuilds';
  return world.users.find(({ id }) => id === ownerId)?.name ?? 'somebody';
}

export function organizationIdOf(world: World, templateId: string): string {
  return world.templates.find(({ id }) => id === templateId)?.organizationId ?? '';
}

/** By name or id. */
export function organizationOf(world: World, name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  const found = world.organizations.find((each) => each.id === name || each.name.toLowerCase() === name);
  if (found === undefined)
    throw new BadSearch(
      'organization',
      `Organization "${name}" either does not exist, or you are unauthorized to view it`,
    );
  return found.id;
}

function isRunning(workspace: FakeWorkspace): boolean {
  const last = latestBuild(workspace);
  return last?.transition === 'start' && last.status === 'succeeded';
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
