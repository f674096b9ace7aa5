import { expect, it } from 'vitest';
import { NOT_CONFIGURED, read } from '../../../src/model/judgement/outcome.ts';
import { claimVaryingProvider } from '../../../src/rules/claim/claim-varying-provider.ts';
import { snapshot } from '../../support/builders.ts';
import { decided, said } from '../../support/rule.ts';
import { templateOf } from '../../support/template.ts';

const DATA = 'data "coder_workspace" "me" {}\ndata "coder_workspace_owner" "me" {}\n';

async function of(hcl: string) {
  return snapshot({ configuration: read([await templateOf(DATA + hcl)]) });
}

const owner = 'data.coder_workspace_owner.me.name';

it.each([
  {
    hcl: `provider "docker" {\n  host = "tcp://\${${owner}}:1"\n}\n`,
    found: ['provider.docker'],
    because: 'of the host',
  },
  {
    hcl: `provider "aws" {\n  alias  = "own"\n  region = local.r\n}\nlocals {\n  r = ${owner}\n}\n`,
    found: ['provider.aws.own'],
    because: 'of a local on the way',
  },
  {
    hcl: `provider "kubernetes" {\n  exec {\n    args = [data.coder_workspace.me.name]\n  }\n}\n`,
    found: ['provider.kubernetes'],
    because: 'of a nested block',
  },
  {
    hcl: 'provider "docker" {\n  host = data.coder_workspace.me.is_prebuild ? "a" : "b"\n}\n',
    found: ['provider.docker'],
    because: 'the flag decides',
  },
  { hcl: 'provider "docker" {\n  host = "tcp://a:1"\n}\n', found: [], because: 'it is a constant' },
  { hcl: 'provider "aws" {\n  region = data.coder_workspace.me.id\n}\n', found: [], because: 'a claim keeps the id' },
])('$found, because $because', async ({ hcl, found }) => {
  const { found: subjects, open } = decided(claimVaryingProvider, await of(hcl));
  expect(subjects).toEqual(found.map((address) => `warning resource ${address}`));
  // A pass would say that somebody asked the claimant's service.
  expect(open).toEqual(found.map(() => 'provider-varies'));
});

it('is not configured without the files', () => {
  expect(decided(claimVaryingProvider, snapshot())).toEqual({ found: [], open: 'not-configured' });
  expect(decided(claimVaryingProvider, snapshot({ configuration: NOT_CONFIGURED })).open).toBe('not-configured');
});

it('tells the way there', async () => {
  const hcl = `provider "docker" {\n  host = local.h\n}\nlocals {\n  h = ${owner}\n}\n`;
  const [violation] = claimVaryingProvider.evaluate(await of(hcl)).items;
  expect(violation?.details?.chains?.map((chain) => chain.map(({ reference }) => reference))).toEqual([
    ['provider.docker.host', 'local.h', owner],
  ]);
  expect(said(claimVaryingProvider, await of(hcl))).toMatchSnapshot();
});
