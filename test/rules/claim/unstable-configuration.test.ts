import { expect, it } from 'vitest';
import { NOT_CONFIGURED, read } from '../../../src/model/judgement/outcome.ts';
import type { ResourceChange } from '../../../src/model/plan/plan.ts';
import { plain } from '../../../src/model/text.ts';
import { unstableConfiguration } from '../../../src/rules/claim/unstable-configuration.ts';
import { notChecked, rehearsalControl, replacement, resourceChange, snapshot } from '../../support/builders.ts';

const updated = resourceChange({ actions: ['update'], updatedAttributes: ['labels'] });

it.each([
  { unstable: [], severities: [], because: 'the control experiment was clean' },
  { unstable: [replacement()], severities: ['error'], because: 'every build replaces it' },
  { unstable: [updated], severities: ['warning'], because: 'an update loses nothing' },
  { unstable: [replacement({ type: 'coder_script' })], severities: [], because: 'what is virtual costs nothing' },
])('$severities, because $because', ({ unstable, severities }) => {
  const outcome = unstableConfiguration.evaluate(snapshot({ rehearsal: read([rehearsalControl({ unstable })]) }));
  expect(outcome.kind).toBe('checked');
  expect(outcome.items.map(({ severity }) => severity)).toEqual(severities);
});

it('is not configured where nothing was rehearsed, and not checked where the control experiment did not end', () => {
  expect(unstableConfiguration.evaluate(snapshot()).kind).toBe('not-configured');
  expect(unstableConfiguration.evaluate(snapshot({ rehearsal: NOT_CONFIGURED })).kind).toBe('not-configured');
  const half = snapshot({ rehearsal: read([rehearsalControl({ unstable: [replacement()] })], [notChecked()]) });
  expect(unstableConfiguration.evaluate(half)).toMatchObject({ kind: 'not-checked', items: { length: 1 } });
});

it.each<{ name: string; change: ResourceChange; evidence?: 'measured' | 'rehearsed' }>([
  { name: 'a replacement', change: replacement() },
  { name: 'a replacement without a path', change: replacement({ replacePaths: [], attributes: [] }) },
  { name: 'an update', change: updated },
  { name: 'what was applied', change: replacement(), evidence: 'measured' },
])('explains $name', ({ change, evidence = 'rehearsed' }) => {
  const [violation] = unstableConfiguration.evaluate(
    snapshot({ rehearsal: read([rehearsalControl({ unstable: [change], evidence })]) }),
  ).items;
  if (violation === undefined) throw new Error('nothing was found');
  expect(violation.evidence).toBe(evidence);
  const { what, why, remedy } = unstableConfiguration.explain(violation);
  expect([what, why, remedy].map(plain)).toMatchSnapshot();
});
