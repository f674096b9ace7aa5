import type { JobStatus } from '../../../src/model/history/history.ts';
import {
  type FakeBuild,
  type FakePreset,
  type FakeTemplate,
  type FakeVersion,
  type FakeWorkspace,
  latestBuild,
  nextId,
  PREBUILDS_USER,
  type World,
} from './world.ts';

/** What people and the reconciler do to a deployment. */

export interface PresetSketch {
  readonly name: string;
  readonly instances?: number | null;
  readonly parameters?: Readonly<Record<string, string>>;
}

const MINUTE = 60_000_000;

export function wait(world: World, minutes: number): void {
  world.clock += Math.round(minutes * MINUTE);
}

/** A template with one version, active at once. */
export function pushTemplate(
  world: World,
  name: string,
  presets: readonly PresetSketch[],
  organizationId = world.organizations[0]?.id ?? '',
): FakeTemplate {
  const template: FakeTemplate = {
    id: nextId(),
    name,
    organizationId,
    activeVersionId: '',
    deprecated: false,
    deleted: false,
    updatedAt: world.clock,
  };
  world.templates.push(template);
  promote(world, template, pushVersion(world, template, presets));
  return template;
}

/** A version that is not active yet. */
export function pushVersion(
  world: World,
  template: FakeTemplate,
  presets: readonly PresetSketch[],
  parameters: readonly Record<string, unknown>[] = [],
): FakeVersion {
  const number = world.versions.filter(({ templateId }) => templateId === template.id).length + 1;
  const version: FakeVersion = {
    id: nextId(),
    templateId: template.id,
    name: `v${number}`,
    createdAt: world.clock,
    presets: presets.map((preset) => ({
      id: nextId(),
      name: preset.name,
      desiredInstances: preset.instances === undefined ? 1 : preset.instances,
      parameters: preset.parameters ?? {},
    })),
    parameters,
    dailyCost: 0,
  };
  world.versions.push(version);
  return version;
}

export function promote(world: World, template: FakeTemplate, version: FakeVersion): void {
  template.activeVersionId = version.id;
  template.updatedAt = world.clock;
}

export function activeVersion(world: World, template: FakeTemplate): FakeVersion {
  const version = world.versions.find(({ id }) => id === template.activeVersionId);
  if (version === undefined) throw new Error('The template has no active version.');
  return version;
}

export function presetNamed(world: World, template: FakeTemplate, name: string): FakePreset {
  const preset = activeVersion(world, template).presets.find((each) => each.name === name);
  if (preset === undefined) throw new Error(`The active version has no preset ${name}.`);
  return preset;
}

/** What the reconciler does for a preset: a workspace with a first start build. */
export function createPrebuild(
  world: World,
  template: FakeTemplate,
  preset: FakePreset,
  status: JobStatus = 'pending',
  error = 'exit status 1',
): FakeWorkspace {
  const id = nextId();
  const workspace: FakeWorkspace = {
    id,
    name: `prebuild-${id.slice(-8)}`,
    ownerId: PREBUILDS_USER,
    templateId: template.id,
    deleted: false,
    builds: [],
  };
  world.workspaces.push(workspace);
  build(world, workspace, 'start', template.activeVersionId, preset.id, PREBUILDS_USER);
  finish(workspace, status, error);
  return workspace;
}

/** What the job of the last build comes to. */
export function finish(workspace: FakeWorkspace, status: JobStatus, error = 'exit status 1'): void {
  const last = latestBuild(workspace);
  if (last === undefined) return;
  last.status = status;
  last.error = status === 'failed' ? error : '';
  last.agents = status === 'succeeded' && last.transition === 'start' ? 'ready' : 'none';
  if (last.transition === 'delete' && status === 'succeeded') workspace.deleted = true;
}

/** A user takes the prebuild over: another owner, and a start upon the start. */
export function claim(world: World, workspace: FakeWorkspace, ownerId: string): void {
  const last = latestBuild(workspace);
  if (last === undefined) return;
  workspace.ownerId = ownerId;
  workspace.name = `claimed-${workspace.id.slice(-8)}`;
  // Around 2.22 the initiator of a claim was the prebuilds user too.
  build(world, workspace, 'start', last.versionId, last.presetId, PREBUILDS_USER);
  finish(workspace, 'succeeded');
}

/** Neither version nor preset is passed: the version is that of the last build, the preset is matched again. */
export function rebuild(
  world: World,
  workspace: FakeWorkspace,
  transition: 'start' | 'stop' | 'delete',
  status: JobStatus,
  matched = true,
): void {
  const last = latestBuild(workspace);
  if (last === undefined) return;
  build(world, workspace, transition, last.versionId, matched ? last.presetId : null, workspace.ownerId);
  finish(workspace, status);
}

function build(
  world: World,
  workspace: FakeWorkspace,
  transition: FakeBuild['transition'],
  versionId: string,
  presetId: string | null,
  initiatorId: string,
): void {
  workspace.builds.push({
    id: nextId(),
    number: workspace.builds.length + 1,
    createdAt: world.clock,
    transition,
    versionId,
    presetId,
    initiatorId,
    status: 'pending',
    error: '',
    agents: 'none',
  });
}

/** A workspace that a person made with these values. */
export function createWorkspace(
  world: World,
  template: FakeTemplate,
  parameters: Readonly<Record<string, string>>,
  status: JobStatus = 'succeeded',
): FakeWorkspace {
  const id = nextId();
  const ownerId = world.users[1]?.id ?? '';
  const workspace: FakeWorkspace = {
    id,
    name: `dev-${id.slice(-4)}`,
    ownerId,
    templateId: template.id,
    deleted: false,
    parameters,
    builds: [],
  };
  world.workspaces.push(workspace);
  build(world, workspace, 'start', template.activeVersionId, null, ownerId);
  finish(workspace, status);
  return workspace;
}
