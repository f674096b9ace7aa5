import type { DecisionPolicy } from '../../engine/decide.ts';
import type { GatherRequest } from '../../gather/requests.ts';
import type { CommentMode } from '../../model/pull-request/comment-mode.ts';
import { UserError } from '../../model/user-error.ts';
import { coderOfHistory, coderOfTemplate } from './coder-settings.ts';
import type { Layer } from './layers.ts';
import { type RehearsalSettings, rehearsalSettings } from './rehearsal-settings.ts';
import { type CheckedValues, checkValues } from './table.ts';

/** What the user asked for, checked. The same for the Action and the command line. */
export interface Settings extends GatherRequest, DecisionPolicy {
  readonly rehearsal: RehearsalSettings;
  /** Whether the fixes of a template are written into its files. */
  readonly fix: boolean;
  /** Whether what `fix` would write is only printed. */
  readonly dryRun: boolean;
  /** What goes to standard output. */
  readonly format: 'text' | 'json' | 'markdown';
  /** Whether rules that are not configured are named, not only counted. */
  readonly verbose: boolean;
  readonly comment: CommentMode;
  readonly annotations: boolean;
  /** Where the report goes as JSON; undefined for nowhere. */
  readonly report: string | undefined;
  /** Where the history goes, to be read again; undefined for nowhere. */
  readonly save: string | undefined;
  /** Of the pull request to write to, where the event does not say. */
  readonly pullRequestNumber: number | undefined;
  readonly githubToken: string | undefined;
}

/** What is to be done, and with which operands: words that are no settings. */
export type Task =
  | { readonly kind: 'check'; readonly plans: readonly string[] }
  | { readonly kind: 'rehearse'; readonly templates: readonly string[] }
  /** Its template is the setting `coder-template`. */
  | { readonly kind: 'history' }
  /** In a workflow plans and templates are settings, and either may be missing. */
  | { readonly kind: 'action' };

/** Checks every setting, the uppermost layer first. Throws a `UserError` for the first that is not usable. */
export function parseSettings(layers: readonly Layer[], task: Task): Settings {
  const checked = checkValues(layers);
  const { values } = checked;
  const plans = task.kind === 'check' ? task.plans : values.plan;
  const templates = task.kind === 'rehearse' ? task.templates : values.template;
  const rehearsal = rehearsalSettings(checked);
  const judgesTemplate = plans.length + templates.length > 0;
  const coder = task.kind === 'history' ? coderOfHistory(checked) : coderOfTemplate(checked, judgesTemplate);
  if (task.kind === 'action' && !judgesTemplate && coder === undefined) throw new UserError(NOTHING_GIVEN);
  expectMemory(checked);
  if (values['dry-run'] && !values.fix) {
    throw new UserError(
      `${checked.subject('dry-run')} needs ${checked.named('fix')}: it prints what that would write.`,
    );
  }
  return {
    plans,
    templates,
    configuration: values.configuration,
    assumePrebuild: values['assume-prebuild'],
    values: values.values ?? 'none',
    persistentTypes: values['persistent-types'],
    baseline: values.baseline,
    maxPrebuilds: values['max-prebuilds'],
    prebuildGrowthFactor: values['prebuild-growth-factor'],
    coder,
    isPullRequest: false,
    commentKey: values['comment-key'],
    notify: values.notify,
    suggestions: values.suggestions,
    failOn: values['fail-on'],
    onInconclusive: values['on-inconclusive'],
    rehearsal,
    fix: values.fix,
    dryRun: values['dry-run'],
    format: formatFor(task, checked),
    verbose: values.verbose,
    comment: values.comment,
    annotations: values.annotations,
    report: values.report,
    save: values.save,
    pullRequestNumber: values['pr-number'],
    githubToken: values['github-token'],
  };
}

const NOTHING_GIVEN =
  'Inputs `template` and `plan` are empty; give the directory of a template as `template`, the path of a claim plan as `plan`, or a `coder-template`.';

function formatFor({ kind }: Task, { values: { format }, subject }: CheckedValues): Settings['format'] {
  if (kind !== 'history' || format !== 'markdown') return format;
  throw new UserError(`${subject('format')} is \`${format}\`; use text or json.`);
}

/** People are told of presets in Coder, and the comment remembers who was told of what. */
function expectMemory({ values, isGiven, subject, named }: CheckedValues): void {
  if (values.notify.length === 0) return;
  if (!isGiven('coder-template')) {
    throw new UserError(`${subject('notify')} reports presets in Coder: give ${named('coder-template')} too.`);
  }
  if (values.comment === 'never') {
    throw new UserError(
      `${subject('notify')} needs the comment, which records who was notified: set ${named('comment')} to on-findings.`,
    );
  }
}
