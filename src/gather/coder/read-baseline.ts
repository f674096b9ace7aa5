import { read, type Source } from '../../model/judgement/outcome.ts';
import type { Baseline } from '../../model/template/baseline.ts';
import type { Parameter, ParameterValidation, Preset } from '../../model/template/template.ts';
import { say } from '../../model/text.ts';
import type { TemplateName } from '../requests.ts';
import type { CoderClient } from './client/client.ts';
import { gapOf } from './client/gap-error.ts';
import { findTemplate } from './find-template.ts';
import { readVersion, readVersionParameters, readVersionPresets } from './template-version.ts';
import type { WireParameter, WirePreset } from './wire.ts';

/** The active version's presets and parameters, to compare a change with. */
export async function readBaseline(client: CoderClient, name: TemplateName): Promise<Source<Baseline>> {
  try {
    const template = await findTemplate(client, name);
    const [version, presets, parameters] = await Promise.all([
      readVersion(client, template.active_version_id),
      readVersionPresets(client, template.active_version_id),
      readVersionParameters(client, template.active_version_id),
    ]);
    return read([
      {
        origin: say`the active version ${version.name}`,
        presets: presets.map(presetOf),
        parameters: parameters.map(parameterOf),
        schedulesUntold: true,
      },
    ]);
  } catch (error) {
    return read([], [gapOf(error)]);
  }
}

/** Coder stores no address, and no schedule that it would tell. Zero instances may be no `prebuilds` block at all. */
function presetOf(preset: WirePreset): Preset {
  const instances = preset.DesiredPrebuildInstances ?? 0;
  return {
    address: addressOf('coder_workspace_preset', preset.Name),
    name: preset.Name,
    isDefault: preset.Default ?? false,
    parameters: new Map(preset.Parameters.map(({ Name, Value }) => [Name, Value])),
    prebuilds: instances > 0 ? { instances, expirationTtlSeconds: undefined, scheduling: undefined } : undefined,
    ...(preset.DesiredPrebuildInstances === 0 && { unknown: ['prebuilds'] }),
  };
}

function parameterOf(parameter: WireParameter): Parameter {
  return {
    address: addressOf('coder_parameter', parameter.name),
    name: parameter.name,
    type: parameter.type,
    formType: parameter.form_type,
    mutable: parameter.mutable,
    ephemeral: parameter.ephemeral ?? false,
    // "Required" is how Coder stores that there is no default; the default itself is then empty.
    default: parameter.required ? undefined : parameter.default_value,
    value: undefined,
    options: parameter.options.map(({ name, value }) => ({ name, value })),
    validation: validationOf(parameter),
    conditional: false,
  };
}

function validationOf(parameter: WireParameter): ParameterValidation | undefined {
  const { validation_monotonic: order } = parameter;
  const validation: ParameterValidation = {
    min: parameter.validation_min ?? undefined,
    max: parameter.validation_max ?? undefined,
    monotonic: order === 'increasing' || order === 'decreasing' ? order : undefined,
    regex: parameter.validation_regex,
    error: parameter.validation_error,
  };
  return Object.values(validation).some((value) => value !== undefined) ? validation : undefined;
}

function addressOf(type: string, name: string): string {
  return `data.${type}[${JSON.stringify(name)}]`;
}
