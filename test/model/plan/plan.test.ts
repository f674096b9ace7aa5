import { describe, expect, it } from 'vitest';
import {
  isCoderResource,
  isCountedByCoder,
  isLoggedByCoder,
  isRemoval,
  isReplacement,
} from '../../../src/model/plan/plan.ts';
import { resourceChange } from '../../support/builders.ts';

describe('a replacement', () => {
  it.each([
    { actions: ['delete', 'create'], replaced: true, because: 'the old object goes first' },
    { actions: ['create', 'delete'], replaced: true, because: 'create_before_destroy only turns the order' },
    { actions: ['create', 'forget'], replaced: true, because: 'the old object is orphaned (Terraform 1.16)' },
    { actions: ['forget', 'create'], replaced: true, because: 'the old object is orphaned (OpenTofu 1.12)' },
    { actions: ['no-op'], replaced: false, because: 'nothing happens' },
    { actions: ['create'], replaced: false, because: 'there was no old object' },
    { actions: ['update'], replaced: false, because: 'the object stays' },
    { actions: ['delete'], replaced: false, because: 'there is no new object' },
    { actions: ['forget'], replaced: false, because: 'there is no new object' },
    { actions: ['read'], replaced: false, because: 'it is data' },
    { actions: ['open'], replaced: false, because: 'it is ephemeral' },
    { actions: [], replaced: false, because: 'there is no action' },
    { actions: ['Create', 'Delete'], replaced: false, because: 'words of the alphas of 2018 are not understood' },
    { actions: ['evolve', 'create', 'delete'], replaced: true, because: 'a later word does not hide the known ones' },
  ])('$actions: $replaced, because $because', ({ actions, replaced }) => {
    expect(isReplacement({ actions })).toBe(replaced);
  });
});

describe("Coder's own rules", () => {
  it.each([
    { type: 'docker_container', actions: ['delete', 'create'], paths: [['name']], counted: true, logged: true },
    { type: 'docker_container', actions: ['create', 'delete'], paths: [['name']], counted: true, logged: true },
    { type: 'docker_container', actions: ['delete', 'create'], paths: [], counted: false, logged: true },
    { type: 'docker_container', actions: ['create', 'forget'], paths: [['name']], counted: true, logged: false },
    { type: 'docker_container', actions: ['update'], paths: [['name']], counted: true, logged: false },
    { type: 'docker_container', actions: ['no-op'], paths: [['name']], counted: false, logged: false },
    { type: 'coder_agent', actions: ['delete', 'create'], paths: [['env']], counted: false, logged: false },
    { type: 'coderd_template', actions: ['delete', 'create'], paths: [['name']], counted: true, logged: true },
  ])(
    '$type $actions with paths $paths: counted $counted, logged $logged',
    ({ type, actions, paths, counted, logged }) => {
      const change = resourceChange({ type, actions, replacePaths: paths });
      expect({ counted: isCountedByCoder(change), logged: isLoggedByCoder(change) }).toEqual({ counted, logged });
    },
  );

  it('know a Coder resource by the prefix of its type, so `coderd_template` is none', () => {
    expect(
      ['coder_agent', 'coder_app', 'coderd_template', 'mycoder_x'].map((type) => isCoderResource({ type })),
    ).toEqual([true, true, false, false]);
  });
});

describe('a removal', () => {
  it('is a delete alone, of the current object', () => {
    expect(isRemoval({ actions: ['delete'], deposed: undefined })).toBe(true);
    expect(isRemoval({ actions: ['delete'], deposed: '1a2b3c4d' })).toBe(false);
    expect(isRemoval({ actions: ['delete', 'create'], deposed: undefined })).toBe(false);
    expect(isRemoval({ actions: ['forget'], deposed: undefined })).toBe(false);
  });
});
