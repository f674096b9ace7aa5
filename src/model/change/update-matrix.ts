import type { ParameterFlow } from '../template/parameter-flow.ts';

/** A change of a parameter between two versions, in the words of the measurement. */
export const CHANGES = {
  'option-removed': 'an option in use is removed',
  'unused-option-removed': 'an option not in use is removed',
  'element-removed': 'multi-select: an option in use is removed',
  'unused-element-removed': 'multi-select: an option not in use is removed',
  'options-added': 'list(string) becomes a multi-select without the value',
  'bound-narrowed': 'max narrowed below the value',
  'bound-narrowed-outside': 'max narrowed, value still inside',
  'type-changed': 'type string → number, value `abc`',
  'number-became-text': 'type number → string',
  'bool-became-text': 'type bool → string',
  renamed: 'renamed, `p` → `q`',
  removed: 'removed',
  'required-added': 'a required parameter `r` is added, the preset pins it',
  'required-added-open': 'a required parameter `r` is added, the preset does not pin it',
  'optional-added': 'an optional parameter `o` is added',
  'default-changed': 'default changed, workspace never set it',
  'bool-default-changed': 'default of a bool changed, workspace never set it',
  'default-dropped': 'default dropped',
  'default-moved': 'default dropped, and an option in use removed',
  'became-immutable': 'mutable → immutable',
  'became-mutable': 'immutable → mutable',
  'became-ephemeral': 'made ephemeral',
  'preset-keeps-option': 'option removed, v2 still has the preset with it',
  'preset-keeps-number': 'max narrowed, v2 still has the preset with the old value',
  'preset-keeps-name': 'renamed, the preset keeps the old name',
} as const;

export type Change = keyof typeof CHANGES;

export type Mutability = 'mutable' | 'immutable';

/**
 * `refused`: 400 and no build. `fails`: a build that Terraform fails. `loses`: a
 * build that succeeds without the value that the workspace had. `none`: no
 * prebuild is ever built. `-`: not tried.
 */
export type Answer = 'ok' | 'loses' | 'refused' | 'fails' | 'none' | '-';

/** What the server answered to each step that a workspace of the earlier version can take, and to prebuilds of the later one. */
export interface Answers {
  readonly push: Answer;
  /** A start that names no version, on the earlier one. */
  readonly own: Answer;
  /** A start on the later version without values, as an automatic update does it. */
  readonly update: Answer;
  /** The same with the earlier values. */
  readonly old: Answer;
  /** The same with a value that the later version allows. */
  readonly new: Answer;
  /** Without a version: that of the last build. */
  readonly delete: Answer;
  readonly prebuilds: Answer;
  readonly claim: Answer;
}

export interface UpdateRow {
  readonly change: Change;
  /** Undefined where it makes no difference, or only one was tried. */
  readonly parameter: Mutability | undefined;
  readonly flow: ParameterFlow;
  readonly answers: Answers;
}

/** Push, own, update, old, new, delete, prebuilds and claim, for a mutable and an immutable parameter or for either. */
type Measured = readonly (readonly [Change, Mutability | undefined, string])[];

/**
 * Measured on a server of January 2026 with provider coder/coder 2.20.0: 36
 * changes between two versions, against a workspace that was created and one
 * that was claimed. `fixtures/coder-api/update-matrix.md` has the answers in
 * full, and a test compares the two, row by row.
 */
const DYNAMIC: Measured = [
  ['unused-option-removed', 'mutable', 'ok ok ok ok - ok ok ok'],
  ['bound-narrowed', 'mutable', 'ok ok refused refused ok ok ok ok'],
  ['type-changed', 'mutable', 'ok ok refused refused ok ok ok ok'],
  ['option-removed', 'mutable', 'ok ok refused refused ok ok ok ok'],
  ['renamed', 'mutable', 'ok ok loses loses ok ok ok ok'],
  ['removed', 'mutable', 'ok ok loses loses - ok ok ok'],
  ['required-added', 'mutable', 'ok ok refused refused ok ok ok ok'],
  ['optional-added', 'mutable', 'ok ok ok ok ok ok ok ok'],
  ['default-changed', 'mutable', 'ok ok ok ok ok ok ok ok'],
  ['default-moved', 'mutable', 'ok ok refused refused ok ok ok ok'],
  ['element-removed', 'mutable', 'ok ok refused refused ok ok ok ok'],
  ['option-removed', 'immutable', 'ok ok refused refused refused ok ok ok'],
  ['unused-option-removed', 'immutable', 'ok ok ok ok - ok ok ok'],
  ['bound-narrowed', 'immutable', 'ok ok refused refused refused ok ok ok'],
  ['type-changed', 'immutable', 'ok ok refused refused refused ok ok ok'],
  ['renamed', 'immutable', 'ok ok loses loses refused ok ok ok'],
  ['removed', 'immutable', 'ok ok loses loses - ok ok ok'],
  ['required-added', 'immutable', 'ok ok refused refused ok ok ok ok'],
  ['optional-added', 'immutable', 'ok ok ok ok refused ok ok ok'],
  ['default-changed', 'immutable', 'ok ok ok ok refused ok ok ok'],
  ['element-removed', 'immutable', 'ok ok refused refused refused ok ok ok'],
  ['default-moved', 'immutable', 'ok ok refused refused refused ok ok ok'],
  ['bound-narrowed-outside', undefined, 'ok ok ok ok - ok ok ok'],
  ['number-became-text', 'mutable', 'ok ok ok ok - ok ok ok'],
  ['bool-became-text', 'immutable', 'ok ok ok ok - ok ok ok'],
  ['bool-default-changed', 'mutable', 'ok ok ok ok ok ok ok ok'],
  ['became-immutable', undefined, 'ok ok ok ok refused ok ok ok'],
  ['became-mutable', undefined, 'ok ok ok ok ok ok ok ok'],
  ['became-ephemeral', undefined, 'ok ok loses ok - ok ok ok'],
  ['unused-element-removed', 'mutable', 'ok ok ok ok - ok ok ok'],
  ['options-added', 'immutable', 'ok ok refused refused refused ok ok ok'],
  ['preset-keeps-option', undefined, 'refused - - - - - none -'],
  ['preset-keeps-number', undefined, 'refused - - - - - none -'],
  ['preset-keeps-name', undefined, 'refused - - - - - none -'],
  ['default-dropped', 'mutable', 'ok ok ok ok ok ok ok ok'],
  ['required-added-open', undefined, 'ok ok refused refused ok ok none refused'],
];

/** With `use_classic_parameter_flow`: Coder itself checks neither bounds nor types. */
const CLASSIC: Measured = [
  ['bound-narrowed', 'mutable', 'ok ok fails fails ok fails ok ok'],
  ['option-removed', 'mutable', 'ok ok refused refused ok ok ok ok'],
  ['type-changed', 'mutable', 'ok ok fails fails ok fails ok ok'],
  ['renamed', 'mutable', 'ok ok loses loses ok ok ok ok'],
  ['removed', 'mutable', 'ok ok loses loses - ok ok ok'],
  ['required-added', 'mutable', 'ok ok refused refused ok ok ok ok'],
  ['element-removed', 'mutable', 'ok ok refused refused ok ok ok ok'],
  ['default-changed', 'mutable', 'ok ok ok ok ok ok ok ok'],
  ['option-removed', 'immutable', 'ok ok refused refused refused ok ok ok'],
  ['bound-narrowed', 'immutable', 'ok ok fails fails refused fails ok ok'],
  ['renamed', 'immutable', 'ok ok loses loses refused ok ok ok'],
  ['required-added', 'immutable', 'ok ok refused refused ok ok ok ok'],
  ['optional-added', 'immutable', 'ok ok ok ok refused ok ok ok'],
  ['default-moved', 'immutable', 'ok ok refused refused refused ok ok ok'],
  ['default-changed', 'immutable', 'ok ok ok ok refused ok ok ok'],
  ['became-immutable', undefined, 'ok ok ok ok refused ok ok ok'],
  ['became-ephemeral', undefined, 'ok ok loses ok - ok ok ok'],
  ['preset-keeps-name', undefined, 'ok ok loses loses ok ok ok ok'],
  ['default-dropped', 'mutable', 'ok ok ok ok ok ok ok ok'],
  ['required-added-open', undefined, 'ok ok refused refused ok ok none refused'],
  ['preset-keeps-option', undefined, 'ok ok refused refused ok ok none refused'],
  ['preset-keeps-number', undefined, 'ok ok fails fails ok fails fails fails'],
];

const ANSWERS: readonly Answer[] = ['ok', 'loses', 'refused', 'fails', 'none', '-'];

export const UPDATE_MATRIX: readonly UpdateRow[] = [...rowsOf('dynamic', DYNAMIC), ...rowsOf('classic', CLASSIC)];

/** The measured answers; where only the other kind of parameter was tried, those. Undefined where none was. */
export function answersTo(change: Change, parameter: Mutability, flow: ParameterFlow): Answers | undefined {
  const rows = UPDATE_MATRIX.filter((row) => row.change === change && row.flow === flow);
  return (rows.find((row) => row.parameter === parameter) ?? rows[0])?.answers;
}

function rowsOf(flow: ParameterFlow, measured: Measured): readonly UpdateRow[] {
  return measured.map(([change, parameter, answers]) => ({ change, parameter, flow, answers: parse(answers) }));
}

function parse(text: string): Answers {
  const words = text.split(' ');
  const at = (index: number) => ANSWERS.find((answer) => answer === words[index]) ?? '-';
  return {
    push: at(0),
    own: at(1),
    update: at(2),
    old: at(3),
    new: at(4),
    delete: at(5),
    prebuilds: at(6),
    claim: at(7),
  };
}
