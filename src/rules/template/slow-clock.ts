import { type SlowlyChanging, slowlyChanging } from '../../explain/slow-clock.ts';
import { aboutResource } from '../../model/judgement/finding.ts';
import { judge, NOT_CONFIGURED } from '../../model/judgement/outcome.ts';
import type { Rule } from '../../model/judgement/rule.ts';
import type { Snapshot } from '../../model/judgement/snapshot.ts';
import { listed, say, type Text } from '../../model/text.ts';

export const slowClock: Rule<SlowlyChanging> = {
  id: 'slow-clock',
  group: 'template',
  severity: 'notice',
  summary: 'A resource changes with the time, more slowly than a rehearsal can wait for.',
  since: '0.2.0',

  evaluate(snapshot) {
    const { configuration = NOT_CONFIGURED } = snapshot;
    return judge(configuration, (files) =>
      files.flatMap((template) =>
        slowlyChanging(template, movingIn(snapshot)).map((changing) => ({
          subject: aboutResource(changing.address),
          evidence: 'predicted' as const,
          details: changing.details,
          data: changing,
        })),
      ),
    );
  },

  explain({ data }) {
    return { what: what(data), why: WHY, remedy: REMEDY };
  },
};

/** What the control experiment has seen to change has a rule of its own. */
function movingIn({ rehearsal = NOT_CONFIGURED }: Snapshot): readonly string[] {
  if (rehearsal.kind === 'not-configured') return [];
  return rehearsal.items.flatMap(({ unstable }) => unstable.map(({ address }) => address));
}

function what({ address, attributes, clocks }: SlowlyChanging): Text {
  return attributes.length === 0
    ? say`The time decides on the instances of ${address}, or triggers its replacement: by ${listed(clocks)}.`
    : say`${address} may change with the time: ${listed(attributes)} ${attributes.length === 1 ? ['comes'] : ['come']} from ${listed(clocks)}.`;
}

const WHY: Text = [
  'A prebuild is claimed hours or days after it was built. The plans of a rehearsal are seconds apart, so they show nothing of what changes with the minute, the day or the month.',
];

const REMEDY: Text = say`Leave the time out of it; or ignore the argument (${'ignore_changes'}), or keep the first value in a ${'time_static'} resource, which stays.`;
