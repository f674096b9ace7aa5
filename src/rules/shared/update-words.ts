import type { LiveWorkspaces, WorkspaceCount } from '../../model/change/live-workspaces.ts';
import { type Answers, answersTo, type Change, type Mutability } from '../../model/change/update-matrix.ts';
import type { Snapshot } from '../../model/judgement/snapshot.ts';
import type { ParameterFlow } from '../../model/template/parameter-flow.ts';
import { joined, listed, say, type Text } from '../../model/text.ts';

export interface UpdateCase {
  readonly change: Change;
  readonly mutability: Mutability;
  /** Undefined where it is not known; then both are told. */
  readonly flow: ParameterFlow | undefined;
  /** What lets the workspace start again, after "until": "its owner chooses another value". */
  readonly cure: string;
}

/** What becomes of a workspace that the change touches, as it was measured. */
export function updateConsequence({ change, mutability, flow, cure }: UpdateCase): Text {
  const told = (own: ParameterFlow) => answersTo(change, mutability, own);
  const [dynamic, classic] = [told('dynamic'), told('classic')];
  const main = flow === 'classic' ? (classic ?? dynamic) : dynamic;
  const sentences = consequences(main, cure);
  const isOther = flow === undefined && classic !== undefined && classic.update !== dynamic?.update;
  return joined([...sentences, ...(isOther ? [inClassicFlow(classic)] : [])]);
}

function consequences(answers: Answers | undefined, cure: string): readonly Text[] {
  if (answers?.update === 'fails') return [[FAILS], ...stuck(answers, cure)];
  if (answers?.update !== 'refused') return [];
  return [
    ['Coder refuses to start such a workspace on the new version (400).'],
    ...stuck(answers, cure),
    ['An autostart or an automatic update that Coder refuses leaves no build and tells nobody.'],
  ];
}

function stuck({ new: choice, update }: Answers, cure: string): readonly Text[] {
  if (choice !== 'refused') return [[`This lasts until ${cure}.`]];
  return update === 'fails'
    ? [['The parameter is immutable, so no other value can be chosen: only a build that names the old version works.']]
    : [['The parameter is immutable, so no other value can be chosen: the workspace is stuck on the old version.']];
}

const FAILS =
  'Coder lets the build begin, and Terraform fails it. From then on the workspace is on the new version, where start, stop and delete fail too.';

function inClassicFlow({ update }: Answers): Text {
  return update === 'fails'
    ? [
        'In the classic parameter flow Coder lets the build begin and Terraform fails it; start, stop and delete then fail on the new version.',
      ]
    : ['In the classic parameter flow Coder refuses it likewise.'];
}

/** `This breaks 3 of 7 workspaces, 2 of them running.` */
export function brokenText(broken: WorkspaceCount, { all }: LiveWorkspaces): Text {
  if (broken.total === 0 && broken.isWhole) {
    return [all.total === 0 ? 'The template has no workspace yet.' : `None of the ${of(all)} is affected.`];
  }
  const number = `${broken.isWhole ? '' : 'at least '}${broken.total}`;
  return [`This breaks ${number} of ${of(all)}, `, `${runningOf(broken)}`, ...namesOf(broken), '.'];
}

/** For a change of which only some values are at fault, and it is not known who has them. */
export function touchedText(touched: WorkspaceCount, { all }: LiveWorkspaces): Text {
  return [
    `${touched.isWhole ? '' : 'At least '}${touched.total} of ${of(all)} have the parameter, `,
    `${runningOf(touched)}`,
    ...namesOf(touched),
    '.',
  ];
}

function of({ total, isWhole }: WorkspaceCount): string {
  return `${isWhole ? '' : 'more than '}${total} ${total === 1 ? 'workspace' : 'workspaces'}`;
}

function runningOf({ running }: WorkspaceCount): string {
  return running === 0 ? 'none of them running' : `${running} of them running`;
}

function namesOf({ names }: WorkspaceCount): Text {
  return names.length === 0 ? [] : [' (', ...listed(names), ')'];
}

export function liveOf({ workspaces }: Snapshot): LiveWorkspaces | undefined {
  return workspaces?.kind === 'read' ? workspaces.items[0] : undefined;
}

/** `presets `a` and `b`` with its verb in the right number. */
export function presetsText(presets: readonly string[]): Text {
  return say`${[presets.length === 1 ? 'Preset' : 'Presets']} ${listed(presets)}`;
}
