import type { JobStatus } from '../../../model/history/history.ts';
import type { WireWorkspace } from '../wire.ts';

/** What is kept of a workspace: a few words instead of the pages that the server sends. */
export interface PrebuildRow {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  readonly organizationId: string | undefined;
  readonly templateId: string;
  /** Of the moment when the page was read. */
  readonly activeVersionId: string | undefined;
  /** Of the workspace itself. Epoch milliseconds; undefined where the server does not say. */
  readonly createdAt: number | undefined;
  /** The workspace's last build. */
  readonly build: {
    readonly id: string;
    readonly number: number;
    readonly createdAt: number;
    readonly transition: string;
    readonly versionId: string;
    readonly versionName: string | undefined;
    readonly presetId: string | null;
    readonly status: JobStatus;
    readonly error: string | undefined;
    readonly errorCode: string | undefined;
  };
  /** A claim can take it: a succeeded start, and every agent of its own ready. None at all is never ready. */
  readonly ready: boolean;
}

export function rowOf(workspace: WireWorkspace, redact: (text: string) => string): PrebuildRow {
  const { latest_build: build } = workspace;
  const { status, error, error_code: errorCode } = build.job;
  return {
    id: workspace.id,
    name: workspace.name,
    ownerId: workspace.owner_id,
    organizationId: workspace.organization_id,
    templateId: workspace.template_id,
    activeVersionId: workspace.template_active_version_id,
    createdAt: workspace.created_at,
    build: {
      id: build.id,
      number: build.build_number,
      createdAt: build.created_at,
      transition: build.transition,
      versionId: build.template_version_id,
      versionName: build.template_version_name,
      presetId: build.template_version_preset_id,
      status,
      error: status === 'failed' && error !== undefined ? redact(error) : undefined,
      errorCode: errorCode && redact(errorCode),
    },
    ready: isReady(build),
  };
}

function isReady({ transition, job, resources }: WireWorkspace['latest_build']): boolean {
  if (transition !== 'start' || job.status !== 'succeeded') return false;
  const own = resources.flatMap(({ agents }) => agents).filter(({ parent_id }) => parent_id === undefined);
  return own.length > 0 && own.every(({ lifecycle_state }) => lifecycle_state === 'ready');
}
