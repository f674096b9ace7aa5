import type { Snapshot } from '../judgement/snapshot.ts';
import { optionsAreElements } from '../template/parameter-definition.ts';
import type { Parameter } from '../template/template.ts';
import type { WorkspaceQuestion } from './live-workspaces.ts';
import { lostParameters, newlyRequired } from './lost-parameters.ts';
import { parameterPairs } from './parameter-pairs.ts';
import { leftOutIntegers, takenAway } from './taken-values.ts';

/** More values than these are not asked for one by one. */
const MAX_INTEGERS = 20;

/** What Coder has to be asked before the change of a template can be judged; empty where nothing changes for workspaces. */
export function workspaceQuestions(snapshot: Snapshot): readonly WorkspaceQuestion[] {
  const [baseline] = snapshot.baseline?.kind === 'read' ? snapshot.baseline.items : [];
  if (baseline === undefined) return [];
  const pairs = parameterPairs(snapshot, baseline);
  const taken = pairs.kept.flatMap(({ before, after }): readonly WorkspaceQuestion[] => {
    const { values, narrowings } = takenAway(baseline, before, after);
    const touched = [...valueQuestions(before, values), ...narrowings.flatMap((each) => integers(before, each))];
    const isTouched = values.length + narrowings.length > 0;
    return isTouched ? [...touched, { parameter: before.name, value: undefined }] : [];
  });
  const lost = lostParameters(pairs).map(({ parameter }) => parameter);
  const named = [...lost, ...newlyRequired(pairs)].map(({ name }) => ({ parameter: name, value: undefined }));
  return [...taken, ...named];
}

/** Whether the search can tell the value from the others: Coder compares without regard to case, and splits at these. */
export function valueQuestions(
  before: Parameter,
  values: readonly { readonly value: string }[],
): readonly WorkspaceQuestion[] {
  if (optionsAreElements(before)) return [];
  const known = before.options.map(({ value }) => value);
  const isTwin = (value: string) =>
    known.some((other) => other !== value && other.toLowerCase() === value.toLowerCase());
  return values
    .filter(({ value }) => value !== '' && !/[",=\p{Cc}]/u.test(value) && !isTwin(value))
    .map(({ value }) => ({ parameter: before.name, value }));
}

function integers(before: Parameter, narrowing: Parameters<typeof leftOutIntegers>[0]): readonly WorkspaceQuestion[] {
  return leftOutIntegers(narrowing, MAX_INTEGERS).map((value) => ({ parameter: before.name, value }));
}
