import type { Plan, Workspace, WorkspaceOwner } from '../../../model/plan/plan.ts';
import { moduleAt, modulePath, type PlanConfiguration } from '../../../model/plan/plan-configuration.ts';
import type {
  Parameter,
  ParameterOption,
  ParameterValidation,
  WorkspaceTags,
} from '../../../model/template/template.ts';
import { elementsOf, entriesOf, own } from '../own.ts';
import type { DataSource } from './data-sources.ts';
import { presetOf, unknownOf } from './preset-facts.ts';

export type TemplateFacts = Pick<Plan, 'workspaces' | 'owners' | 'parameters' | 'presets' | 'workspaceTags'>;

export const TEMPLATE_TYPES: ReadonlySet<string> = new Set([
  'coder_workspace',
  'coder_workspace_owner',
  'coder_parameter',
  'coder_workspace_preset',
  'coder_workspace_tags',
]);

export function templateFactsOf(
  sources: readonly DataSource[],
  configuration: PlanConfiguration | undefined,
): TemplateFacts {
  const ofType = (type: string) => sources.filter((source) => source.type === type);
  return {
    workspaces: ofType('coder_workspace').map(workspaceOf),
    owners: ofType('coder_workspace_owner').map(ownerOf),
    parameters: ofType('coder_parameter').map((source) => parameterOf(source, isConditional(source, configuration))),
    presets: ofType('coder_workspace_preset').map(presetOf),
    workspaceTags: ofType('coder_workspace_tags').map(tagsOf),
  };
}

function workspaceOf(source: DataSource): Workspace {
  return {
    isPrebuild: source.value('is_prebuild') === true,
    isPrebuildClaim: source.value('is_prebuild_claim') === true,
    transition: text(source.value('transition')),
    hasPrebuildName: text(source.inClear('name'))?.startsWith('prebuild-') ?? false,
  };
}

function ownerOf(source: DataSource): WorkspaceOwner {
  const name = source.inClear('name');
  const id = source.inClear('id');
  const isKnown = typeof name === 'string' || typeof id === 'string';
  return { isPrebuildsUser: isKnown ? name === 'prebuilds' || id === PREBUILDS_USER_ID : undefined };
}

/** The same on every server: `PrebuildsSystemUserID` in coder/coder. */
const PREBUILDS_USER_ID = 'c42fdf75-3097-471c-8c33-fb52454d81c0';

function parameterOf(source: DataSource, conditional: boolean): Parameter {
  return {
    address: source.address,
    name: text(source.value('name')) ?? source.address,
    type: text(source.value('type')) ?? 'string',
    formType: text(source.value('form_type')),
    mutable: source.value('mutable') === true,
    ephemeral: source.value('ephemeral') === true,
    default: defaultOf(source),
    // The provider says of it that there is one, however secret it is.
    ...(source.isHidden('default') && source.value('optional') === true ? { hasHiddenDefault: true as const } : {}),
    value: text(source.value('value')),
    options: elementsOf(source.value('option')).map(optionOf),
    validation: validationOf(elementsOf(source.value('validation'))[0]),
    conditional,
    ...unknownOf(source, PARAMETER_ATTRIBUTES),
  };
}

/** The provider writes an empty default as null, and tells it from none by `optional`. */
function defaultOf(source: DataSource): string | undefined {
  const written = text(source.value('default'));
  if (written !== undefined || source.isHidden('default')) return written;
  return source.value('optional') === true ? '' : undefined;
}

const PARAMETER_ATTRIBUTES = ['name', 'type', 'mutable', 'ephemeral', 'default', 'value', 'option', 'validation'];

function optionOf(option: unknown): ParameterOption {
  return { name: text(own(option, 'name')) ?? '', value: text(own(option, 'value')) ?? '' };
}

function validationOf(block: unknown): ParameterValidation | undefined {
  if (block === undefined || block === null) return undefined;
  const monotonic = own(block, 'monotonic');
  return {
    ...limitsOf(block),
    monotonic: monotonic === 'increasing' || monotonic === 'decreasing' ? monotonic : undefined,
    regex: text(own(block, 'regex')) || undefined,
    error: text(own(block, 'error')) || undefined,
  };
}

/** Providers before 0.8.2 have no `*_disabled`, and there 0 and 0 stand for no limits at all. */
function limitsOf(block: unknown): Pick<ParameterValidation, 'min' | 'max'> {
  const min = own(block, 'min');
  const max = own(block, 'max');
  const isOld = own(block, 'min_disabled') === undefined && own(block, 'max_disabled') === undefined;
  const isUnset = isOld && (min ?? 0) === 0 && (max ?? 0) === 0;
  const limit = (value: unknown, disabled: unknown) =>
    typeof value === 'number' && disabled !== true && !isUnset ? value : undefined;
  return { min: limit(min, own(block, 'min_disabled')), max: limit(max, own(block, 'max_disabled')) };
}

function tagsOf(source: DataSource): WorkspaceTags {
  return {
    address: source.address,
    tags: new Map(entriesOf(source.value('tags')).map(([name, value]) => [name, text(value)])),
  };
}

/** Its own `count` or `for_each`, or that of a module around it. */
function isConditional({ address }: DataSource, configuration: PlanConfiguration | undefined): boolean {
  if (configuration === undefined) return false;
  const [, module, local = address] = MODULE_AND_REST.exec(address) ?? [];
  const path = modulePath(module);
  const block = local.replace(INSTANCE_KEY, '');
  if (moduleAt(configuration, path)?.resources.get(block)?.repetition !== undefined) return true;
  return path.some(
    (name, depth) => moduleAt(configuration, path.slice(0, depth))?.calls.get(name)?.repetition !== undefined,
  );
}

const MODULE_AND_REST = /^((?:module\.[^.[\]"]+(?:\[(?:\d+|"[^"\\]*(?:\\.[^"\\]*)*")\])?\.)+)?(.*)$/s;
const INSTANCE_KEY = /\[(?:\d+|"[^"\\]*(?:\\.[^"\\]*)*")\]$/s;

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
