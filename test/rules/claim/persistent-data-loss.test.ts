import { expect, it } from 'vitest';
import { read } from '../../../src/model/judgement/outcome.ts';
import { plain } from '../../../src/model/text.ts';
import { persistentDataLoss } from '../../../src/rules/claim/persistent-data-loss.ts';
import {
  attributeChange,
  claimOf,
  claimPlan,
  plan,
  replacement,
  resourceAt,
  rulePolicy,
  snapshot,
} from '../../support/builders.ts';
import { configuration } from '../../support/configuration.ts';

const replacedAt = (address: string) =>
  resourceAt(address, { actions: ['delete', 'create'], replacePaths: [['name']] });

it.each([
  { change: replacedAt('docker_volume.home'), lost: true, because: 'a volume holds user data' },
  { change: replacedAt('kubernetes_persistent_volume_claim.home'), lost: true, because: 'so does a claim on one' },
  { change: resourceAt('aws_ebs_volume.home', { actions: ['delete'] }), lost: true, because: 'it is deleted' },
  { change: replacement(), lost: false, because: 'a container is only slow to make again' },
  { change: resourceAt('docker_volume.home', { actions: ['update'] }), lost: false, because: 'it stays' },
  { change: resourceAt('docker_volume.home', { actions: ['create'] }), lost: false, because: 'it is new' },
])('$change.type $change.actions: $lost, because $because', ({ change, lost }) => {
  expect(persistentDataLoss.evaluate(claimOf(change)).items).toHaveLength(lost ? 1 : 0);
});

it('shows what forces it, so that it can be fixed', () => {
  const change = { ...replacedAt('docker_volume.home'), attributes: [attributeChange()] };
  expect(persistentDataLoss.evaluate(claimOf(change)).items).toMatchObject([
    { details: { attributes: [attributeChange()] } },
  ]);
});

it('takes further types from the user', () => {
  const claims = read([claimPlan({ plan: plan({ changes: [replacedAt('nas_share.home')] }) })]);
  const policy = rulePolicy({ persistentTypes: ['nas_share'] });
  expect(persistentDataLoss.evaluate(snapshot({ claims, policy })).items).toHaveLength(1);
});

it('says it and does not block where the template gates it on being a prebuild', () => {
  const cache = resourceAt('docker_volume.cache[0]', { index: 0, actions: ['delete'] });
  const given = configuration({
    resources: { 'docker_volume.cache': { attributes: {}, repetition: ['data.coder_workspace.me.prebuild_count'] } },
  });
  const claims = read([claimPlan({ plan: plan({ changes: [cache], configuration: given }) })]);
  expect(persistentDataLoss.evaluate(snapshot({ claims })).items).toMatchObject([
    { severity: 'warning', data: { kind: 'gated' } },
  ]);
});

it.each(['replaced', 'removed', 'gated'] as const)('explains what is %s', (kind) => {
  const change = replacedAt('docker_volume.home');
  const { what, why, remedy } = persistentDataLoss.explain({
    subject: { kind: 'resource', address: change.address },
    evidence: 'measured',
    data: { change, kind },
  });
  expect([what, why, remedy].map(plain)).toMatchSnapshot();
});
