import { describe, expect, it } from 'vitest';
import { NOT_CONFIGURED, read } from '../../../src/model/judgement/outcome.ts';
import { plain } from '../../../src/model/text.ts';
import { resourceReplacement } from '../../../src/rules/claim/resource-replacement.ts';
import {
  attributeChange,
  claimContext,
  claimOf,
  claimPlan,
  notChecked,
  plan,
  replacement,
  resourceAt,
  snapshot,
} from '../../support/builders.ts';

describe('it finds', () => {
  it.each([
    { change: replacement(), found: true, because: 'an attribute forces it' },
    { change: replacement({ actions: ['create', 'delete'] }), found: true, because: 'the order does not matter' },
    { change: replacement({ actions: ['create', 'forget'] }), found: true, because: 'the old object is orphaned' },
    {
      change: replacement({ replacePaths: [], attributes: [] }),
      found: true,
      because: 'Coder logs pathless ones, too',
    },
    { change: replacement({ actions: ['update'] }), found: true, because: 'Coder counts by paths alone' },
    { change: replacement({ actions: ['no-op'] }), found: false, because: 'Coder skips a no-op' },
    { change: resourceAt('docker_volume.home', { actions: ['create'] }), found: false, because: 'it is new' },
    { change: resourceAt('docker_volume.home', { actions: ['delete'] }), found: false, because: 'it is a removal' },
    { change: replacement({ type: 'coder_agent' }), found: false, because: 'Coder resources are virtual' },
    { change: replacement({ type: 'coderd_template' }), found: true, because: '`coderd_` is not `coder_`' },
    { change: replacement({ type: 'random_id' }), found: true, because: 'there is no list of harmless types' },
  ])('$change.type $change.actions: $found, because $because', ({ change, found }) => {
    const { kind, items } = resourceReplacement.evaluate(claimOf(change));
    expect({ kind, addresses: items.map(({ data }) => data.change.address) }).toEqual({
      kind: 'checked',
      addresses: found ? [change.address] : [],
    });
  });
});

it('reports what a plan that was cut short shows, and is not checked all the same', () => {
  const gap = notChecked({ code: 'errored-plan' });
  const claims = read([claimPlan({ plan: plan({ errored: true, changes: [replacement()] }) })], [gap]);
  expect(resourceReplacement.evaluate(snapshot({ claims }))).toMatchObject({
    kind: 'not-checked',
    reasons: [gap],
    items: [{ subject: { address: 'docker_container.workspace' } }],
  });
});

it('is not configured where no claim was asked for', () => {
  expect(resourceReplacement.evaluate(snapshot({ claims: NOT_CONFIGURED })).kind).toBe('not-configured');
});

it('says which claims show it, and with what evidence', () => {
  const context = claimContext({ preset: 'Small', persona: 'alice' });
  const claims = read([claimPlan({ plan: plan({ changes: [replacement()] }), evidence: 'rehearsed', context })]);
  expect(resourceReplacement.evaluate(snapshot({ claims })).items).toMatchObject([
    { evidence: 'rehearsed', details: { seenIn: [context] } },
  ]);
});

it('offers the block that keeps a claim from touching the attributes', () => {
  const change = replacement({
    replacePaths: [['name'], ['env'], ['name']],
    attributes: [attributeChange(), attributeChange({ path: ['env'] }), attributeChange()],
  });
  expect(resourceReplacement.evaluate(claimOf(change)).items[0]?.details?.snippet).toBe(
    `resource "docker_container" "workspace" {
  lifecycle {
    ignore_changes = [env, name]
  }
}`,
  );
});

describe('it explains', () => {
  const words = (change: ReturnType<typeof replacement>) => {
    const [violation] = resourceReplacement.evaluate(claimOf(change)).items;
    if (violation === undefined) throw new Error('nothing was found');
    const { what, why, remedy } = resourceReplacement.explain(violation);
    return [what, why, remedy].map(plain);
  };

  it('an attribute', () => {
    expect(words(replacement())).toMatchInlineSnapshot(`
      [
        "Claiming a prebuild destroys and recreates \`docker_container.workspace\`, because of \`name\`.",
        "The user waits while it is rebuilt, and its contents are lost.",
        "Add \`name\` to the \`ignore_changes\` of \`docker_container.workspace\`, or build it from a value that a claim does not change, such as \`data.coder_workspace.me.id\`.",
      ]
    `);
  });

  it('the agent token in `env`', () => {
    expect(words(replacement({ replacePaths: [['env'], ['name']] }))).toMatchInlineSnapshot(`
      [
        "Claiming a prebuild destroys and recreates \`docker_container.workspace\`, because of \`env\` and \`name\`.",
        "The user waits while it is rebuilt, and its contents are lost.",
        "Add \`env, name\` to the \`ignore_changes\` of \`docker_container.workspace\`, or build them from a value that a claim does not change, such as \`data.coder_workspace.me.id\`. If \`env\` is ignored, a workspace keeps its old agent token after a template update (coder/coder#17840).",
      ]
    `);
  });

  it('create_before_destroy', () => {
    expect(words(replacement({ actions: ['create', 'delete'] }))[0]).toMatchInlineSnapshot(
      `"Claiming a prebuild recreates and then destroys \`docker_container.workspace\`, because of \`name\`."`,
    );
  });

  it('an orphaned object', () => {
    expect(words(replacement({ actions: ['forget', 'create'] }))[0]).toMatchInlineSnapshot(
      `"Claiming a prebuild replaces and orphans \`docker_container.workspace\`, because of \`name\`."`,
    );
  });

  it('a moved resource', () => {
    expect(words(replacement({ previousAddress: 'docker_container.old' }))[0]).toMatchInlineSnapshot(
      `"Claiming a prebuild destroys and recreates \`docker_container.workspace\` (moved from \`docker_container.old\`), because of \`name\`."`,
    );
  });

  it.each(['replace_by_triggers', 'replace_because_tainted', 'replace_by_request', undefined])(
    'a replacement without a path: %s',
    (actionReason) => {
      expect(words(replacement({ replacePaths: [], attributes: [], actionReason }))).toMatchSnapshot();
    },
  );
});
