import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  type Claim,
  claimEnvironment,
  prebuildEnvironment,
  REHEARSED_WORKSPACE,
} from '../../../../src/gather/rehearsal/claim/environment.ts';
import { claimant } from '../../../../src/gather/rehearsal/claim/persona.ts';
import {
  installEnvironment,
  providerEnvironment,
  secretsOfHost,
} from '../../../../src/gather/rehearsal/terraform/host-environment.ts';
import { DEFAULT_CLAIMANTS } from '../../../../src/run/settings/claimants.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const parameters = new Map([['Region', 'eu']]);
const prebuild = prebuildEnvironment(REHEARSED_WORKSPACE, parameters);
const [alice, bob] = DEFAULT_CLAIMANTS.map(claimant);
if (alice === undefined || bob === undefined) throw new Error('there are two claimants');
const claimBy = (more: Partial<Claim> = {}) =>
  claimEnvironment(REHEARSED_WORKSPACE, {
    persona: alice,
    parameters,
    previous: parameters,
    agentToken: 't0ken',
    ...more,
  });

describe('the environment of a prebuild', () => {
  it('is that of the prebuilds user', () => {
    expect(prebuild).toMatchObject({
      CODER_WORKSPACE_IS_PREBUILD: 'true',
      CODER_WORKSPACE_OWNER: 'prebuilds',
      CODER_WORKSPACE_OWNER_ID: 'c42fdf75-3097-471c-8c33-fb52454d81c0',
      CODER_WORKSPACE_OWNER_EMAIL: 'prebuilds@system',
      CODER_WORKSPACE_OWNER_LOGIN_TYPE: 'none',
      CODER_WORKSPACE_OWNER_RBAC_ROLES: '[]',
      [`CODER_PARAMETER_${sha256('Region')}`]: 'eu',
    });
  });

  it('has neither a claim, nor a token, nor what makes secrets of the template required', () => {
    const names = Object.keys(prebuild);
    expect(names).not.toContain('CODER_WORKSPACE_IS_PREBUILD_CLAIM');
    expect(names).not.toContain('CODER_WORKSPACE_BUILD_ID');
    expect(names.some((name) => /RUNNING_WORKSPACE_AGENT_TOKEN|PARAMETER_PREVIOUS/.test(name))).toBe(false);
  });
});

describe('the environment of a claim', () => {
  it('keeps what a claim keeps, and changes the rest', () => {
    const claim = claimBy();
    const changed = [...new Set([...Object.keys(prebuild), ...Object.keys(claim)])]
      .filter((name) => prebuild[name] !== claim[name])
      .map((name) => name.replace('CODER_WORKSPACE_', ''))
      .toSorted();
    expect(changed).toEqual(
      [
        'IS_PREBUILD',
        'IS_PREBUILD_CLAIM',
        'NAME',
        'OWNER',
        'OWNER_EMAIL',
        'OWNER_GROUPS',
        'OWNER_ID',
        'OWNER_LOGIN_TYPE',
        'OWNER_NAME',
        'OWNER_OIDC_ACCESS_TOKEN',
        'OWNER_RBAC_ROLES',
        'OWNER_SESSION_TOKEN',
        'OWNER_SSH_PRIVATE_KEY',
        'OWNER_SSH_PUBLIC_KEY',
        `CODER_PARAMETER_PREVIOUS_${sha256('Region')}`,
        `CODER_RUNNING_WORKSPACE_AGENT_TOKEN_${sha256('')}`,
      ].toSorted(),
    );
  });

  it('has no agent token where Coder keeps none', () => {
    expect(Object.keys(claimBy({ agentToken: undefined })).some((name) => name.includes('AGENT_TOKEN'))).toBe(false);
  });

  it('differs between the claimants in all that a condition may ask', () => {
    const byBob = claimBy({ persona: bob });
    for (const name of ['NAME', 'OWNER', 'OWNER_ID', 'OWNER_GROUPS', 'OWNER_RBAC_ROLES', 'OWNER_LOGIN_TYPE']) {
      expect(byBob[`CODER_WORKSPACE_${name}`]).not.toBe(claimBy()[`CODER_WORKSPACE_${name}`]);
    }
  });
});

describe('of the host', () => {
  const policy = { platform: 'linux', pass: [] };

  it.each([
    'GITHUB_TOKEN',
    'GH_TOKEN',
    'INPUT_GITHUB-TOKEN',
    'ACTIONS_RUNTIME_TOKEN',
    'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
    'RUNNER_TEMP',
    'CODER_SESSION_TOKEN',
    'CODER_WORKSPACE_ID',
    'CODER_AGENT_TOKEN',
    'TF_CLI_ARGS_plan',
    'TF_LOG',
    'TF_DATA_DIR',
    'NODE_OPTIONS',
    'SOME_API_KEY',
  ])('%s reaches neither Terraform nor a provider, not even where the user names it', (name) => {
    for (const pass of [[], name === 'SOME_API_KEY' ? [] : [name]]) {
      expect(installEnvironment({ [name]: 'x' }, { ...policy, pass })).not.toHaveProperty(name);
    }
  });

  it.each([
    'PATH',
    'HOME',
    'TF_VAR_image',
    'HTTPS_PROXY',
    'AWS_ACCESS_KEY_ID',
    'DOCKER_HOST',
    'KUBECONFIG',
    'SSL_CERT_FILE',
  ])('%s reaches them', (name) => {
    expect(providerEnvironment({ [name]: 'x' }, policy)).toMatchObject({ [name]: 'x' });
  });

  it('credentials of registries reach `init` alone', () => {
    const host = { TF_TOKEN_app_terraform_io: 'x' };
    expect(installEnvironment(host, policy)).toMatchObject(host);
    expect(providerEnvironment(host, policy)).not.toHaveProperty('TF_TOKEN_app_terraform_io');
  });

  it('a further name is let through, and its value counts as a secret', () => {
    const host = { MY_CLOUD: 'v4lue', PATH: '/bin' };
    expect(providerEnvironment(host, { ...policy, pass: ['MY_CLOUD'] })).toMatchObject(host);
    expect(secretsOfHost(host, { ...policy, pass: ['MY_CLOUD'] })).toContain('v4lue');
  });

  it('Windows knows a variable under any case', () => {
    expect(providerEnvironment({ Path: 'x', SystemRoot: 'y' }, { ...policy, platform: 'win32' })).toMatchObject({
      Path: 'x',
      SystemRoot: 'y',
    });
    expect(providerEnvironment({ Github_Token: 'x' }, { ...policy, platform: 'win32' })).not.toHaveProperty(
      'Github_Token',
    );
  });
});
