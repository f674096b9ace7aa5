import type { JobStatus } from '../../../src/model/history/history.ts';

/** The state of a Coder deployment, as far as prebuilds need it. Times are epoch microseconds, as in its database. */
export interface World {
  readonly organizations: Organization[];
  readonly templates: FakeTemplate[];
  readonly versions: FakeVersion[];
  readonly workspaces: FakeWorkspace[];
  readonly users: FakeUser[];
  licensed: boolean;
  /** The allowance of the prebuilds user. */
  budget: number;
  paused: boolean;
  /** Epoch microseconds. */
  clock: number;
}

export interface Organization {
  readonly id: string;
  readonly name: string;
}

export interface FakeTemplate {
  readonly id: string;
  readonly name: string;
  readonly organizationId: string;
  activeVersionId: string;
  deprecated: boolean;
  deleted: boolean;
  updatedAt: number;
  classicFlow?: boolean;
}

export interface FakeVersion {
  readonly id: string;
  readonly templateId: string;
  readonly name: string;
  readonly createdAt: number;
  readonly presets: readonly FakePreset[];
  readonly parameters: readonly Record<string, unknown>[];
  /** Of all resources of a running workspace together. */
  dailyCost: number;
  importStatus?: JobStatus;
}

export interface FakePreset {
  readonly id: string;
  readonly name: string;
  readonly desiredInstances: number | null;
  readonly parameters: Readonly<Record<string, string>>;
  /** Epoch microseconds; told only by a server that a test makes tell it. */
  invalidatedAt?: number;
}

export interface FakeWorkspace {
  readonly id: string;
  name: string;
  ownerId: string;
  readonly templateId: string;
  deleted: boolean;
  /** Of the last build. */
  parameters?: Readonly<Record<string, string>>;
  /** In the order of their numbers. */
  readonly builds: FakeBuild[];
}

export interface FakeBuild {
  readonly id: string;
  readonly number: number;
  readonly createdAt: number;
  readonly transition: 'start' | 'stop' | 'delete';
  readonly versionId: string;
  readonly presetId: string | null;
  readonly initiatorId: string;
  status: JobStatus;
  error: string;
  agents: 'none' | 'starting' | 'ready';
}

export interface FakeUser {
  readonly id: string;
  readonly name: string;
  readonly token: string;
  /** `owner`, `template-admin` of the site or of one organization (`template-admin:<id>`), or nothing. */
  readonly role: string;
}

export const PREBUILDS_USER = 'c42fdf75-3097-471c-8c33-fb52454d81c0';
export const ADMIN_TOKEN = 'adminkeyid-canarytokenofanadministrator';
export const TEMPLATE_ADMIN_TOKEN = 'tadminkeyid-canarytokenoftemplateadmins';
export const MEMBER_TOKEN = 'memberkeyi-canarytokenofaplainmember000';
export const EPOCH = Date.UTC(2026, 2, 1, 12) * 1000;

let lastId = 0;

/** A UUID that no other call gives. */
export function nextId(): string {
  lastId += 1;
  return `00000000-0000-4000-8000-${String(lastId).padStart(12, '0')}`;
}

/** An organization, an owner, a template admin of the site and a member, and no template. */
export function emptyWorld(): World {
  return {
    organizations: [{ id: nextId(), name: 'coder' }],
    templates: [],
    versions: [],
    workspaces: [],
    users: [
      { id: nextId(), name: 'admin', token: ADMIN_TOKEN, role: 'owner' },
      { id: nextId(), name: 'member', token: MEMBER_TOKEN, role: 'member' },
      { id: nextId(), name: 'tadmin', token: TEMPLATE_ADMIN_TOKEN, role: 'template-admin' },
    ],
    licensed: true,
    budget: 0,
    paused: false,
    clock: EPOCH,
  };
}

export function latestBuild(workspace: FakeWorkspace): FakeBuild | undefined {
  return workspace.builds.at(-1);
}
