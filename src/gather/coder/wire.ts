import * as z from 'zod';
import { JOB_STATUSES } from '../../model/history/history.ts';
import { parseInstant } from '../../model/history/instant.ts';

/** The user that owns every unclaimed prebuild, on every Coder server. */
export const PREBUILDS_USER_ID = 'c42fdf75-3097-471c-8c33-fb52454d81c0';
export const PREBUILDS_USERNAME = 'prebuilds';

const time = z.string().transform((text, context) => {
  const epochMs = parseInstant(text);
  if (epochMs !== undefined) return epochMs;
  context.addIssue({ code: 'custom', message: 'not a time' });
  return z.NEVER;
});

/** Go writes an empty list as `null` where it was never filled. */
function list<T extends z.ZodType>(item: T) {
  return z
    .array(item)
    .nullish()
    .transform((items) => items ?? []);
}

/** The same, where the field itself must be there. */
function requiredList<T extends z.ZodType>(item: T) {
  return z
    .array(item)
    .nullable()
    .transform((items) => items ?? []);
}

const optionalText = z
  .string()
  .nullish()
  .transform((text) => (text === null || text === '' ? undefined : text));

/** A word of a later version occupies its place, and is not a failure. */
const jobStatus = z.string().transform((word) => JOB_STATUSES.find((status) => status === word) ?? 'unknown');

export const wireTemplate = z.object({
  id: z.string(),
  name: z.string(),
  organization_id: z.string(),
  organization_name: optionalText,
  active_version_id: z.string(),
  deprecated: z.boolean().optional(),
  updated_at: time.optional(),
  /** Absent before there were two flows. */
  use_classic_parameter_flow: z.boolean().optional(),
});
export type WireTemplate = z.infer<typeof wireTemplate>;

export const wireTemplates = requiredList(wireTemplate);

export const wireVersion = z.object({
  id: z.string(),
  name: z.string(),
  created_at: time,
  archived: z.boolean().optional(),
  job: z.object({ status: jobStatus }).optional(),
});
export type WireVersion = z.infer<typeof wireVersion>;

export const wireVersions = requiredList(wireVersion);

/** PascalCase: Coder's type has no JSON names. */
export const wirePresets = requiredList(
  z.object({
    ID: z.string(),
    Name: z.string(),
    Default: z.boolean().optional(),
    Parameters: list(z.object({ Name: z.string(), Value: z.string() })),
    DesiredPrebuildInstances: z.number().int().nullable().optional(),
    /** Told by no server that was measured: an invalidation is in the database alone. */
    LastInvalidatedAt: time.nullish(),
  }),
);
export type WirePreset = z.infer<typeof wirePresets>[number];

export const wireParameters = requiredList(
  z.object({
    name: z.string(),
    type: z.string(),
    form_type: optionalText,
    mutable: z.boolean(),
    ephemeral: z.boolean().optional(),
    required: z.boolean(),
    default_value: z.string(),
    options: list(z.object({ name: z.string(), value: z.string() })),
    validation_error: optionalText,
    validation_regex: optionalText,
    validation_min: z.number().nullish(),
    validation_max: z.number().nullish(),
    validation_monotonic: optionalText,
  }),
);
export type WireParameter = z.infer<typeof wireParameters>[number];

const agent = z.object({ lifecycle_state: optionalText, parent_id: optionalText });

const wireBuild = z.object({
  id: z.string(),
  created_at: time,
  build_number: z.number().int(),
  transition: z.string(),
  template_version_id: z.string(),
  template_version_name: optionalText,
  template_version_preset_id: z.string().nullable(),
  job: z.object({ status: jobStatus, error: optionalText, error_code: optionalText }),
  resources: list(z.object({ agents: list(agent) })),
});

export const wireWorkspaces = z.object({
  workspaces: requiredList(
    z.object({
      id: z.string(),
      name: z.string(),
      owner_id: z.string(),
      owner_name: optionalText,
      organization_id: optionalText,
      template_id: z.string(),
      template_active_version_id: optionalText,
      created_at: time.optional(),
      latest_build: wireBuild,
    }),
  ),
  count: z.number().int().nonnegative(),
});
export type WireWorkspace = z.infer<typeof wireWorkspaces>['workspaces'][number];

/** Of a version's import; the stopped workspace is among them. */
export const wireResources = requiredList(
  z.object({ daily_cost: z.number().int().optional(), workspace_transition: z.string() }),
);
export type WireResource = z.infer<typeof wireResources>[number];

/** A negative budget is none: the server has no quotas. */
export const wireQuota = z.object({ budget: z.number().int() });

export const wireBuildInfo = z.object({ version: z.string() });

export const wireAuthorization = z.record(z.string(), z.boolean());

export const wireEntitlements = z.object({
  features: z.record(z.string(), z.object({ entitlement: z.string(), enabled: z.boolean() })),
});

export const wirePrebuildSettings = z.object({ reconciliation_paused: z.boolean() });

/** Only what tells whether a job was a prebuild of this version. */
export const wireJobs = requiredList(
  z.object({
    id: z.string(),
    created_at: time.optional(),
    initiator_id: z.string().optional(),
    input: z.object({ workspace_build_id: z.string().optional() }).nullish(),
    metadata: z
      .object({
        template_id: optionalText,
        template_version_name: optionalText,
        workspace_id: optionalText,
      })
      .nullish(),
  }),
);
export type WireJob = z.infer<typeof wireJobs>[number];

/** Builds of one workspace, as far as they tell who began it. */
export const wireBuilds = requiredList(
  z.object({
    build_number: z.number().int(),
    initiator_id: z.string(),
    template_version_id: z.string(),
    template_version_preset_id: z.string().nullish(),
  }),
);

export const wireBuildPreset = z.object({
  template_version_id: z.string(),
  template_version_preset_id: z.string().nullable(),
});
