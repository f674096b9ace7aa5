import type { DeclaredParameter } from '../../../model/template/template.ts';
import { blockOf } from '../addresses.ts';
import type { DataSource } from '../facts/data-sources.ts';
import { own } from '../own.ts';
import type { Declared } from './declared.ts';

/**
 * Addresses of the presets that the plan was made with: every parameter has the
 * preset's value, and the default where the preset leaves it open. Compared in
 * clear, so that a value which may not be shown can still be told apart.
 */
export function plannedPresets(
  sources: readonly DataSource[],
  declaredParameters: readonly DeclaredParameter[],
  declared: Declared | undefined,
): readonly string[] {
  const parameters = sources.filter(({ type }) => type === 'coder_parameter').map(parameterOf(declared));
  const names = new Set(parameters.map(({ name }) => name));
  /** It may be there under the preset's values although it is not here. */
  const mayAppear = (name: string) =>
    !names.has(name) && declaredParameters.some((each) => each.conditional && (each.name ?? name) === name);
  return sources
    .filter(({ type }) => type === 'coder_workspace_preset')
    .filter((preset) => {
      if (preset.isUnknown('parameters') || preset.unknownKeys('parameters').length > 0) return false;
      const values = preset.inClear('parameters');
      return (
        parameters.every((parameter) => isMadeWith(parameter, own(values, parameter.name))) &&
        !Object.keys(values ?? {}).some(mayAppear)
      );
    })
    .map(({ address }) => address);
}

interface PlannedParameter {
  readonly name: string;
  readonly value: unknown;
  readonly default: unknown;
  /** Depends on who builds: the prebuild may have got another one, and a claim keeps it. */
  readonly isDefaultOpen: boolean;
}

function parameterOf(declared: Declared | undefined): (source: DataSource) => PlannedParameter {
  const expressions = new Map(declared?.blocks.map((block) => [block.address, block.expressions]));
  return (source) => {
    const name = source.inClear('name');
    // The provider writes an empty default as null, and tells it from none by `optional`.
    const none = source.inClear('optional') === true ? '' : undefined;
    const references = own(own(expressions.get(blockOf(source.address)), 'default'), 'references');
    return {
      name: typeof name === 'string' ? name : source.address,
      value: source.inClear('value') ?? none,
      default: source.inClear('default') ?? none,
      isDefaultOpen: Array.isArray(references) && references.some((each) => !String(each).startsWith('var.')),
    };
  };
}

function isMadeWith(parameter: PlannedParameter, chosen: unknown): boolean {
  if (parameter.value === undefined) return false;
  if (chosen === undefined) return parameter.isDefaultOpen || parameter.value === parameter.default;
  return parameter.value === chosen;
}
