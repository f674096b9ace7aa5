import { organizationIdOf, ownerName } from './search.ts';
import {
  type FakeBuild,
  type FakeTemplate,
  type FakeVersion,
  type FakeWorkspace,
  latestBuild,
  PREBUILDS_USER,
  type World,
} from './world.ts';

/** What Coder sends, with fields that nobody reads among those that somebody does. */

export function templateJson(world: World, template: FakeTemplate) {
  const organization = world.organizations.find(({ id }) => id === template.organizationId);
  return {
    id: template.id,
    created_at: time(template.updatedAt),
    updated_at: time(template.updatedAt),
    organization_id: template.organizationId,
    organization_name: organization?.name,
    organization_display_name: organization?.name,
    name: template.name,
    display_name: '',
    provisioner: 'terraform',
    active_version_id: template.activeVersionId,
    deprecated: template.deprecated,
    deprecation_message: template.deprecated ? 'Use another.' : '',
    deleted: template.deleted,
    use_classic_parameter_flow: template.classicFlow ?? false,
  };
}

export function versionJson(version: FakeVersion) {
  return {
    id: version.id,
    template_id: version.templateId,
    name: version.name,
    message: '',
    created_at: time(version.createdAt),
    updated_at: time(version.createdAt),
    job: { id: version.id, status: version.importStatus ?? 'succeeded', created_at: time(version.createdAt) },
    readme: '',
    archived: false,
    created_by: { id: version.id, username: 'admin' },
  };
}

/** The import plans both: what is there while the workspace runs, and what stays when it is stopped. */
export function versionResourcesJson({ id, dailyCost }: FakeVersion) {
  const container = { id, job_id: id, type: 'docker_container', name: 'dev', agents: [] };
  const volume = { id, job_id: id, type: 'docker_volume', name: 'home', agents: null };
  return [
    { ...container, workspace_transition: 'start', daily_cost: dailyCost },
    { ...volume, workspace_transition: 'start', daily_cost: 0 },
    { ...volume, workspace_transition: 'stop', daily_cost: dailyCost },
  ];
}

/** The whole answer is `null` without presets, and so is the list of parameters. */
export function presetsJson({ presets }: FakeVersion) {
  if (presets.length === 0) return null;
  return presets.map((preset) => {
    const parameters = Object.entries(preset.parameters).map(([Name, Value]) => ({ Name, Value }));
    return {
      ID: preset.id,
      Name: preset.name,
      Parameters: parameters.length === 0 ? null : parameters,
      Default: false,
      DesiredPrebuildInstances: preset.desiredInstances,
      Description: '',
      Icon: '',
      ...(preset.invalidatedAt !== undefined && { LastInvalidatedAt: time(preset.invalidatedAt) }),
    };
  });
}

export function workspaceJson(world: World, workspace: FakeWorkspace) {
  const template = world.templates.find(({ id }) => id === workspace.templateId);
  const last = latestBuild(workspace);
  return {
    id: workspace.id,
    created_at: time(workspace.builds[0]?.createdAt ?? 0),
    updated_at: time(last?.createdAt ?? 0),
    owner_id: workspace.ownerId,
    owner_name: ownerName(world, workspace.ownerId),
    organization_id: organizationIdOf(world, workspace.templateId),
    template_id: workspace.templateId,
    template_name: template?.name,
    template_active_version_id: template?.activeVersionId,
    latest_build: last === undefined ? null : buildJson(world, workspace, last),
    outdated: last?.versionId !== template?.activeVersionId,
    name: workspace.name,
    is_prebuild: workspace.ownerId === PREBUILDS_USER,
    dormant_at: null,
  };
}

export function buildJson(world: World, workspace: FakeWorkspace, build: FakeBuild) {
  return {
    id: build.id,
    created_at: time(build.createdAt),
    updated_at: time(build.createdAt),
    workspace_id: workspace.id,
    workspace_name: workspace.name,
    workspace_owner_id: workspace.ownerId,
    workspace_owner_name: ownerName(world, workspace.ownerId),
    template_version_id: build.versionId,
    template_version_name: world.versions.find(({ id }) => id === build.versionId)?.name ?? '',
    build_number: build.number,
    transition: build.transition,
    initiator_id: build.initiatorId,
    initiator_name: ownerName(world, build.initiatorId),
    job: jobJson(world, workspace, build),
    reason: 'initiator',
    resources: resourcesJson(build),
    status: build.status,
    daily_cost: 0,
    template_version_preset_id: build.presetId,
  };
}

export function jobJson(world: World, workspace: FakeWorkspace, build: FakeBuild) {
  const template = world.templates.find(({ id }) => id === workspace.templateId);
  return {
    id: build.id,
    created_at: time(build.createdAt),
    ...(build.error === '' ? {} : { error: build.error }),
    status: build.status,
    file_id: build.id,
    tags: { scope: 'organization' },
    queue_position: 0,
    queue_size: 0,
    organization_id: template?.organizationId,
    initiator_id: build.initiatorId,
    input: { workspace_build_id: build.id },
    type: 'workspace_build',
    metadata: {
      template_id: template?.id,
      template_name: template?.name,
      template_version_name: world.versions.find(({ id }) => id === build.versionId)?.name,
      workspace_id: workspace.id,
      workspace_name: workspace.name,
    },
  };
}

function resourcesJson(build: FakeBuild): unknown {
  if (build.agents === 'none') return [];
  const agents = [
    { id: build.id, name: 'main', lifecycle_state: build.agents, parent_id: null },
    { id: build.id, name: 'devcontainer', lifecycle_state: 'created', parent_id: build.id },
  ];
  return [
    { id: build.id, type: 'docker_container', agents },
    { id: build.id, type: 'docker_volume', agents: null },
  ];
}

/** As Go writes it: microseconds, without zeros at the end. */
export function time(micros: number): string {
  const text = new Date(Math.floor(micros / 1000)).toISOString().slice(0, -1);
  const fraction = `${text.slice(20)}${String(micros % 1000).padStart(3, '0')}`.replace(/0+$/, '');
  return `${text.slice(0, 19)}${fraction === '' ? '' : `.${fraction}`}Z`;
}
