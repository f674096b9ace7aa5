import type { UntriedReason } from '../../model/judgement/rehearsal.ts';
import { joined, listed, say, type Text } from '../../model/text.ts';
import { counted, type PlanReport, type RehearsedPreset } from '../report.ts';
import { clipped } from './wording.ts';

/** One sentence per preset on how its claims were rehearsed. None for a given plan. */
export function rehearsalTexts({ rehearsal }: PlanReport): readonly Text[] {
  return (rehearsal?.presets ?? []).map((rehearsed) => joined([control(rehearsed), ...claims(rehearsed)], '; '));
}

function control({ preset, rounds, isStable }: RehearsedPreset): Text {
  const subject = preset === undefined ? ['the template'] : say`${preset}`;
  return isStable
    ? [...subject, ` settled after ${counted(rounds, 'plan')}`]
    : [...subject, ` never settled: it still changed after ${counted(rounds, 'plan')}`];
}

function claims({ claimants, choices, untried }: RehearsedPreset): readonly Text[] {
  const chosen = choices.map(({ name, value }) => say`${name} set to ${clipped(value, 80)}`);
  return [
    claimants.length === 0 ? ['no claim was planned'] : ['claimed by ', ...listed(claimants)],
    ...(chosen.length === 0 ? [] : [['claimed with ', ...joined(chosen, ', ')]]),
    ...UNTRIED.flatMap(([because, words]) => {
      const names = untried.filter((choice) => choice.because === because).map(({ parameter }) => parameter);
      return names.length === 0 ? [] : [['not tried: another value of ', ...listed(names), words]];
    }),
  ];
}

const UNTRIED: readonly (readonly [UntriedReason, string])[] = [
  ['single-value', ', because there is only one'],
  ['no-legal-value', ', because no valid one could be made up'],
  ['bounded', ', because of `max-choices`'],
  ['plan-failed', ', because Terraform could not plan it'],
];
