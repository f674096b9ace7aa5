import { describe, expect, it } from 'vitest';
import { read } from '../../../src/model/judgement/outcome.ts';
import { plain } from '../../../src/model/text.ts';
import { claimUpdate } from '../../../src/rules/claim/claim-update.ts';
import { claimOf, notChecked, resourceChange, snapshot } from '../../support/builders.ts';

const update = (type: string, ...updatedAttributes: readonly string[]) =>
  resourceChange({ address: `${type}.workspace`, type, actions: ['update'], updatedAttributes });

it.each([
  { change: update('kubernetes_deployment', 'spec'), found: true, because: 'its pods are rolled' },
  { change: update('kubernetes_deployment_v1', 'metadata', 'spec'), found: true, because: 'so are those of v1' },
  { change: update('kubernetes_deployment', 'metadata'), found: false, because: 'a label restarts nothing' },
  { change: update('aws_instance', 'user_data'), found: true, because: 'the instance is stopped and started' },
  { change: update('aws_instance', 'tags'), found: false, because: 'a tag restarts nothing' },
  { change: update('google_compute_instance', 'machine_type'), found: true, because: 'the machine is stopped' },
  { change: update('azurerm_linux_virtual_machine', 'size'), found: true, because: 'the machine is started anew' },
  { change: update('docker_container', 'memory'), found: false, because: 'Docker changes it while it runs' },
  { change: update('coder_app', 'spec'), found: false, because: 'an app is virtual' },
  {
    change: { ...update('kubernetes_deployment', 'spec'), actions: ['delete', 'create'] },
    found: false,
    because: 'that is a replacement',
  },
])('$change.type $change.updatedAttributes: $found, because $because', ({ change, found }) => {
  expect(claimUpdate.evaluate(claimOf(change))).toMatchObject({ kind: 'checked', items: { length: found ? 1 : 0 } });
});

describe('words', () => {
  it('name the resource and what restarts it', () => {
    const [violation] = claimUpdate.evaluate(claimOf(update('kubernetes_deployment', 'spec'))).items;
    if (violation === undefined) throw new Error('nothing was found');
    const { what, why, remedy } = claimUpdate.explain(violation);
    expect([what, why, remedy].map(plain)).toMatchSnapshot();
  });
});

it('is not checked without a claim', () => {
  expect(claimUpdate.evaluate(snapshot({ claims: read([], [notChecked()]) })).kind).toBe('not-checked');
});
