import { aboutResource } from '../../model/judgement/finding.ts';
import { judge, NOT_CONFIGURED } from '../../model/judgement/outcome.ts';
import type { Rule } from '../../model/judgement/rule.ts';
import { isCoderResource, isReplacement, type ResourceChange } from '../../model/plan/plan.ts';
import { listed, say, type Text } from '../../model/text.ts';

interface Unstable {
  readonly change: ResourceChange;
  readonly evidence: 'measured' | 'rehearsed';
  readonly attributes: readonly string[];
}

export const unstableConfiguration: Rule<Unstable> = {
  id: 'unstable-configuration',
  group: 'claim',
  severity: 'error',
  summary: 'Planning the same prebuild again changes it, so every build and every claim changes it too.',
  since: '0.1.0',

  evaluate({ rehearsal = NOT_CONFIGURED }) {
    return judge(rehearsal, (controls) =>
      controls.flatMap(({ preset, evidence, unstable }) =>
        unstable
          .filter((change) => !isCoderResource(change))
          .map((change) => ({
            subject: aboutResource(change.address),
            evidence,
            // An update in every build is a nuisance. Only a replacement loses the prebuild.
            severity: isReplacement(change) ? ('error' as const) : ('warning' as const),
            details: {
              attributes: change.attributes,
              seenIn: preset === undefined ? [] : [{ preset, persona: undefined, parameter: undefined }],
            },
            data: { change, evidence, attributes: attributesOf(change) },
          })),
      ),
    );
  },

  explain({ data: { change, evidence, attributes } }) {
    const because = attributes.length === 0 ? [] : [', because of ', ...listed(attributes)];
    return {
      what: [
        ...say`Planning the same prebuild again ${[isReplacement(change) ? 'replaces' : 'changes']} ${change.address}`,
        ...because,
        '.',
      ],
      why: WHY[evidence],
      remedy: REMEDY[evidence],
    };
  },
};

const WHY: Readonly<Record<Unstable['evidence'], Text>> = {
  rehearsed: ['Only the time differs between the two plans, so every start, stop and claim does the same.'],
  measured: [
    'The prebuild was applied and read again, and nothing else changed. Either the provider reads back another value than it wrote, or the template gives another value each time. Every start, stop and claim does the same.',
  ],
};

const STAY = say`Do not build it from ${'timestamp()'}, ${'uuid()'}, ${'bcrypt()'} or a data source that answers differently each time. If you need such a value, keep it in a ${'time_static'} or ${'random_id'} resource, which stays the same.`;

const REMEDY: Readonly<Record<Unstable['evidence'], Text>> = {
  rehearsed: STAY,
  measured: [
    ...say`Write the value as the provider reads it back, or use a version of the provider that keeps it: ${'terraform plan'} on the applied state shows both values. `,
    ...STAY,
  ],
};

function attributesOf(change: ResourceChange): readonly string[] {
  const replaced = change.replacePaths.map(([name]) => name).filter((name) => typeof name === 'string');
  return [...new Set(replaced.length > 0 ? replaced : change.updatedAttributes)];
}
