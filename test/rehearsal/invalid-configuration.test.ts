import { expect, it } from 'vitest';
import { createTerraform } from '../../src/rehearsal/run-terraform.ts';

/** As Terraform 1.11.4 writes it with `-no-color`. */
const INVALID = `
Error: Terraform encountered problems during initialisation, including problems
with the configuration, described below.

The Terraform configuration must be valid before initialization so that
Terraform can determine which modules and providers need to be installed.


Error: Unsupported block type

  on main.tf line 1:
   1: resorce "docker_container" "workspace" {

Blocks of type "resorce" are not expected here.
`;

const initWith = (stderr: string) =>
  createTerraform({
    executable: 'terraform',
    directory: '.',
    installEnvironment: {},
    providerEnvironment: {},
    variableFiles: [],
    timeoutMs: 1000,
    launch: () => Promise.resolve({ kind: 'exited', code: 1, stdout: '', stderr }),
    signal: new AbortController().signal,
  }).init();

it('a configuration that `init` cannot read is invalid, and the error itself is quoted, not what stands before it', async () => {
  const failure = await initWith(INVALID);
  expect(failure).toMatchObject({ stage: 'init', cause: 'configuration-invalid' });
  expect(failure?.diagnostics.map(({ summary }) => summary)).toEqual(['Unsupported block type']);
});

it('what `init` cannot install is not the fault of the configuration', async () => {
  expect(await initWith('Error: Failed to install provider\n\nno such host\n')).toMatchObject({
    cause: 'providers-unavailable',
    diagnostics: { length: 1 },
  });
});
