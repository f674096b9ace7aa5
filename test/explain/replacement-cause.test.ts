import { describe, expect, it } from 'vitest';
import { replacementCause } from '../../src/explain/replacement-cause.ts';
import { isClaimVarying } from '../../src/explain/trace-references.ts';
import { attributeChange, plan, replacement, resourceAt } from '../support/builders.ts';
import { configuration } from '../support/configuration.ts';

const OWNER = 'data.coder_workspace_owner.me.name';

describe('what a claim changes', () => {
  it.each([
    ['data.coder_workspace_owner.me.name', true],
    ['data.coder_workspace_owner.me', true],
    ['data.coder_workspace_owner.me[0].email', true],
    ['data.coder_workspace.me.name', true],
    ['data.coder_workspace.me[0].name', true],
    ['data.coder_workspace.me.prebuild_count', true],
    ['data.coder_workspace.me', true],
    ['data.coder_external_auth.github.access_token', true],
    ['data.coder_workspace.me.id', false],
    ['data.coder_workspace.me[0].id', false],
    ['data.coder_workspace.me.start_count', false],
    ['data.coder_parameter.region.value', false],
    ['coder_workspace_owner.me.name', false],
    ['local.owner', false],
  ])('%s: %s', (reference, varies) => {
    expect(isClaimVarying(reference)).toBe(varies);
  });
});

describe('the chain to a replacement', () => {
  const links = (change: Parameters<typeof replacementCause>[1], given: ReturnType<typeof configuration>) =>
    replacementCause(plan({ changes: [change], configuration: given }), change).chains.map((chain) =>
      chain.map(({ reference }) => reference).join(' <- '),
    );

  it('ends in the data that varies, and leaves the shorter prefixes out', () => {
    const given = configuration({
      resources: {
        'docker_container.workspace': { attributes: { name: [OWNER, 'data.coder_workspace_owner.me', 'local.x'] } },
      },
    });
    expect(links(replacement(), given)).toEqual([`docker_container.workspace.name <- ${OWNER}`]);
  });

  it('ends in a local where nothing better is known: a plan holds no definition of one', () => {
    const given = configuration({
      resources: { 'docker_container.workspace': { attributes: { name: ['local.name'] } } },
    });
    expect(links(replacement(), given)).toEqual(['docker_container.workspace.name <- local.name']);
  });

  it('goes through the inputs of modules, into outputs, and through each', () => {
    const given = configuration({
      calls: {
        box: {
          inputs: { label: ['module.naming.label', 'module.naming'] },
          calls: {
            inner: {
              inputs: { title: ['each.value'] },
              repetition: ['var.label'],
              resources: { 'docker_container.c': { attributes: { name: ['var.title'] } } },
            },
          },
        },
        naming: { outputs: { label: [OWNER, 'data.coder_workspace_owner.me'] } },
      },
    });
    const change = replacement({
      address: 'module.box[0].module.inner["a"].docker_container.c',
      moduleAddress: 'module.box[0].module.inner["a"]',
      name: 'c',
    });
    expect(links(change, given)).toEqual([
      `docker_container.c.name <- var.title <- each.value <- var.label <- module.naming.label <- ${OWNER}`,
    ]);
  });

  it('survives a configuration that goes round in circles', () => {
    const given = configuration({
      calls: {
        box: {
          inputs: { a: ['module.box.b'] },
          outputs: { b: ['var.a'] },
          resources: { 'docker_container.workspace': { attributes: { name: ['var.a'] } } },
        },
      },
    });
    expect(links(replacement({ moduleAddress: 'module.box' }), given)).toHaveLength(1);
  });
});

describe('a cascade', () => {
  const unknownName = attributeChange({ after: { kind: 'unknown' }, becomesUnknown: true });
  const base = resourceAt('random_id.base', {
    actions: ['delete', 'create'],
    replacePaths: [['keepers']],
    attributes: [attributeChange({ path: ['keepers'] })],
  });
  const agent = { ...base, address: 'coder_agent.main', type: 'coder_agent', name: 'main', replacePaths: [['env']] };
  const given = configuration({
    resources: {
      'random_id.base': { attributes: { keepers: [OWNER] } },
      'coder_agent.main': { attributes: { env: [OWNER] } },
      'null_resource.middle': { attributes: { triggers: ['random_id.base.hex'] } },
      'docker_container.workspace': {
        attributes: {
          name: ['random_id.base.hex'],
          image: ['null_resource.middle.id'],
          env: ['coder_agent.main.token'],
        },
      },
    },
  });

  it('follows its root when each path waits for a replaced resource', () => {
    const change = replacement({ attributes: [unknownName] });
    const cause = replacementCause(plan({ changes: [base, change], configuration: given }), change);
    expect(cause).toMatchObject({ root: 'random_id.base', hiddenCause: undefined });
    expect(cause.chains[0]?.map(({ reference }) => reference)).toEqual([
      'docker_container.workspace.name',
      'random_id.base.hex',
      'random_id.base.keepers',
      OWNER,
    ]);
  });

  it('names the far end, not the resource between', () => {
    const middle = resourceAt('null_resource.middle', {
      actions: ['delete', 'create'],
      replacePaths: [['triggers']],
      attributes: [attributeChange({ path: ['triggers'], becomesUnknown: true })],
    });
    const change = replacement({
      replacePaths: [['image']],
      attributes: [attributeChange({ path: ['image'], becomesUnknown: true })],
    });
    expect(replacementCause(plan({ changes: [base, middle, change], configuration: given }), change).root).toBe(
      'random_id.base',
    );
  });

  it('stands for itself when one of its paths has a cause of its own', () => {
    const change = replacement({
      replacePaths: [['name'], ['hostname']],
      attributes: [unknownName, attributeChange({ path: ['hostname'] })],
    });
    expect(replacementCause(plan({ changes: [base, change], configuration: given }), change).root).toBeUndefined();
  });

  it('stands for itself when the value is known, though its source is replaced', () => {
    const change = replacement();
    expect(replacementCause(plan({ changes: [base, change], configuration: given }), change).root).toBeUndefined();
  });

  it('names a replaced Coder resource as the hidden cause, not as the root', () => {
    const change = replacement({
      replacePaths: [['env']],
      attributes: [attributeChange({ path: ['env'], after: { kind: 'sensitive' }, becomesUnknown: true })],
    });
    expect(replacementCause(plan({ changes: [agent, change], configuration: given }), change)).toMatchObject({
      root: undefined,
      hiddenCause: 'coder_agent.main',
    });
  });
});
