import type { LimitMark, NotificationPlan } from '../../model/history/notify-once.ts';
import { joined, say, type Text } from '../../model/text.ts';
import type { Annotation } from '../publication.ts';
import { counted } from '../report.ts';
import { bullet, inline, paragraph } from './markdown.ts';

/** Whom to tell of what. */
export interface Notification {
  /** `@user` or `@organization/team`, as the user configured them: the only text that may mention anybody. */
  readonly people: readonly string[];
  readonly plan: NotificationPlan;
}

/**
 * A short comment of its own, because an edit of the sticky one notifies nobody.
 * It mentions people for a preset that reached the limit and for nothing else.
 */
export function renderNotification({ people, plan: { reached, recovered } }: Notification): string | undefined {
  const parts = [
    ...(reached.length === 0
      ? []
      : [`${people.join(' ')} ${paragraph(STOPPED)}`, list(reached), paragraph(WHERE_TO_LOOK)]),
    ...(recovered.length === 0 ? [] : [paragraph(RECOVERED), list(recovered)]),
  ];
  return parts.length === 0 ? undefined : `${parts.join('\n\n')}\n`;
}

/** For the log of a run that does not know whom it would tell twice. */
export function untoldAnnotation(detail: string): Annotation {
  const message = `A preset has reached the failure limit. It is not known whether people were notified before, so this run notifies nobody. ${detail}`;
  return { level: 'notice', title: 'prebuild-guard', message, location: undefined };
}

const STOPPED: Text = ['Coder stopped building prebuilds because the newest builds all failed:'];
const WHERE_TO_LOOK: Text = [
  'The comment of prebuild-guard on this pull request has the last errors and the remedies. You get this notice once for each version of the template.',
];
const RECOVERED: Text = ['Coder builds prebuilds of these presets again, because they are below the limit:'];

const MAX_SHOWN = 20;

function list(marks: readonly LimitMark[]): string {
  const shown = marks.slice(0, MAX_SHOWN).map((mark) => bullet(inline(describe(mark))));
  const rest = marks.length - shown.length;
  return [...shown, ...(rest > 0 ? [bullet(`and ${counted(rest, 'more preset')}`)] : [])].join('\n');
}

function describe({ preset, template, organization, version }: LimitMark): Text {
  return joined([say`preset ${preset} of template ${template}`, say`(${organization}), version ${version}`]);
}
