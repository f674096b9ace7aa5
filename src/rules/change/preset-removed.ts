import { aboutPreset } from '../../model/judgement/finding.ts';
import type { NotChecked } from '../../model/judgement/outcome.ts';
import type { Rule } from '../../model/judgement/rule.ts';
import type { Baseline } from '../../model/template/baseline.ts';
import { type Preset, prebuildPresets } from '../../model/template/template.ts';
import { joined, say, type Text } from '../../model/text.ts';
import { changeOutcome } from '../shared/template-outcome.ts';

interface RemovedPreset {
  readonly preset: string;
  readonly fate: Fate;
  readonly origin: Text;
}

type Fate =
  | { readonly kind: 'gone' }
  | { readonly kind: 'renamed'; readonly to: string }
  | { readonly kind: 'without-prebuilds' };

export const presetRemoved: Rule<RemovedPreset> = {
  id: 'preset-removed',
  group: 'change',
  severity: 'notice',
  summary: 'A prebuild preset is removed or renamed, so Coder drains its pool.',
  since: '0.1.0',

  evaluate(snapshot) {
    return changeOutcome(snapshot, (baseline) => ({
      open: baseline.presets.filter((preset) => isUntold(preset, snapshot.template.presets)).map(untoldPool),
      violations: prebuildPresets(baseline.presets).flatMap((preset) => {
        const fate = fateOf(preset, baseline, snapshot.template.presets);
        if (fate === undefined) return [];
        const data = { preset: preset.name, fate, origin: baseline.origin };
        return [{ subject: aboutPreset(preset.name), evidence: 'declared', data }];
      }),
    }));
  },

  explain({ data: { preset, fate, origin } }) {
    return {
      what: joined([say`Preset ${preset} had prebuilds in ${origin}${whatBecame(fate)}.`]),
      why: [
        'Once the version is promoted, Coder deletes the prebuilds of the preset. Scripts and links that name it no longer work. Under another name, its failure history starts again.',
      ],
      remedy: say`Keep the name ${preset} if people or scripts use it. Otherwise there is nothing to do.`,
    };
  },
};

/** Coder stores zero for a preset without prebuilds, and for one that has them by its schedule alone. */
function isUntold({ name, prebuilds, unknown }: Preset, presets: readonly Preset[]): boolean {
  const isOpen = prebuilds === undefined && unknown?.includes('prebuilds') === true;
  return isOpen && presets.every((preset) => preset.name !== name);
}

function untoldPool({ name }: Preset): NotChecked {
  return {
    code: 'prebuilds-untold',
    detail: say`Preset ${name} is gone, and it is not known whether it had prebuilds: Coder does not report this, or it is known only after apply.`,
    remedy: say`Give a plan of the template before the change as ${'baseline'}, or keep the preset.`,
  };
}

function whatBecame(fate: Fate): Text {
  switch (fate.kind) {
    case 'gone':
      return [' and is gone'];
    case 'renamed':
      return say` and now seems to be called ${fate.to}, which sets all its values`;
    case 'without-prebuilds':
      return [' and has none now'];
  }
}

/** Compares by name, the only thing that identifies a preset over versions. Undefined for a preset that still exists. */
function fateOf(preset: Preset, baseline: Baseline, presets: readonly Preset[]): Fate | undefined {
  const kept = presets.filter(({ name }) => name === preset.name);
  if (kept.some(({ prebuilds }) => prebuilds !== undefined)) return undefined;
  if (kept.length > 0) return { kind: 'without-prebuilds' };
  const isNew = ({ name }: Preset) => baseline.presets.every((other) => other.name !== name);
  const successor = presets.find((other) => isNew(other) && setsAllOf(preset, other));
  return successor === undefined ? { kind: 'gone' } : { kind: 'renamed', to: successor.name };
}

/** The later preset may set more, such as parameters that are new in this version. */
function setsAllOf(earlier: Preset, later: Preset): boolean {
  const values = [...earlier.parameters];
  return (
    values.length > 0 && values.every(([name, value]) => value !== undefined && later.parameters.get(name) === value)
  );
}
