import { NOT_CONFIGURED, type NotChecked, read, type Source } from '../../model/judgement/outcome.ts';
import type { InputError } from '../../model/judgement/verdict.ts';
import type { Baseline } from '../../model/template/baseline.ts';
import { joined, say, type Text } from '../../model/text.ts';
import type { EarlierTemplate } from '../ports.ts';
import { templateGaps } from './template-gaps.ts';

/** A template as it is in a commit. A new template has no baseline. */
export function baselineOfEarlier(ref: string, earlier: EarlierTemplate): Source<Baseline> {
  if (earlier.kind === 'absent') return NOT_CONFIGURED;
  const { plan, underPresets, gaps } = earlier;
  const open = gaps.map((gap) => aboutBaseline(ref, gap));
  if (plan === undefined) return read([], open);
  const baseline: Baseline = {
    origin: say`${ref}`,
    presets: plan.presets,
    parameters: plan.parameters,
    ...(plan.declaredParameters === undefined ? {} : { declaredParameters: plan.declaredParameters }),
    underPresets: new Map([...underPresets].map(([name, own]) => [name, own.parameters])),
  };
  return read([baseline], [...open, ...templateGaps(plan, say`the plan of ${ref}`)]);
}

export function isNewText(ref: string): Text {
  return say`The template is not in ${ref}, so there is nothing to compare it with.`;
}

/** A plan does not say where the template's files are. */
export function noRefForPlan(ref: string): InputError {
  const message = `Baseline \`${ref}\` is not a file, and a plan does not say which directory of a commit its template is in; give the path of a plan as \`baseline\`, or give the template instead of its plan.`;
  return { input: ref, message };
}

function aboutBaseline(ref: string, { code, detail, remedy }: NotChecked): NotChecked {
  return {
    code,
    detail: joined([say`The template as it is in ${ref} could not be planned.`, detail]),
    remedy,
  };
}
