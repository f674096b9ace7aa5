import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findTerraform } from '../../../../src/gather/rehearsal/terraform/find-terraform.ts';

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'find-terraform-'));
  for (const [name, mode] of [
    ['tools/terraform', 0o755],
    ['tools/terraform-1.9', 0o755],
    ['tofu-only/tofu', 0o755],
    ['set-up/terraform', 0o755],
    ['set-up/terraform-bin', 0o755],
    ['set-up-tofu/tofu', 0o755],
    ['set-up-tofu/tofu-bin', 0o755],
    ['no-wrapper/terraform', 0o755],
    ['half/terraform', 0o755],
    ['half/terraform-bin', 0o644],
    ['not-executable/terraform', 0o644],
    ['directory/terraform/main.tf', 0o644],
  ] as const) {
    mkdirSync(join(root, name, '..'), { recursive: true });
    writeFileSync(join(root, name), '');
    chmodSync(join(root, name), mode);
  }
});
afterAll(() => rmSync(root, { recursive: true }));

const find = (asked: string | undefined, ...directories: readonly string[]) =>
  findTerraform(asked, { PATH: directories.map((name) => join(root, name)).join(delimiter) }, 'linux');

describe('the program that plans', () => {
  it.each([
    { path: ['tools'], found: 'tools/terraform', because: 'it is on the PATH' },
    { path: ['tofu-only', 'tools'], found: 'tools/terraform', because: 'Coder itself runs Terraform' },
    { path: ['tofu-only'], found: 'tofu-only/tofu', because: 'there is no Terraform' },
    { path: ['nowhere', 'not-executable', 'tools'], found: 'tools/terraform', because: 'the first cannot be run' },
    { path: ['directory', 'tools'], found: 'tools/terraform', because: 'a directory of that name is none' },
    { path: ['directory'], found: undefined, because: 'a directory is no program' },
    { path: [], found: undefined, because: 'there is none' },
  ])('is $found for $path, because $because', async ({ path, found }) => {
    expect(await find(undefined, ...path)).toBe(found && join(root, found));
  });

  it('may be named', async () => {
    expect(await find('terraform-1.9', 'tofu-only', 'tools')).toBe(join(root, 'tools/terraform-1.9'));
    expect(await find('tofu', 'tools')).toBe(undefined);
  });

  it('may be given by its path', async () => {
    expect(await find(join(root, 'tofu-only/tofu'), 'tools')).toBe(join(root, 'tofu-only/tofu'));
    expect(await find(join(root, 'nowhere/terraform'), 'tools')).toBe(undefined);
    expect(await find(join(root, 'directory/terraform'), 'tools')).toBe(undefined);
  });

  it.each<{ asked?: string; path: string[]; host?: Record<string, string>; found: string; because: string }>([
    { path: ['set-up', 'tools'], found: 'set-up/terraform-bin', because: 'the script before it needs the job' },
    {
      path: ['tools'],
      host: { TERRAFORM_CLI_PATH: 'set-up' },
      found: 'set-up/terraform-bin',
      because: 'it was set up',
    },
    {
      path: ['tools'],
      host: { TERRAFORM_CLI_PATH: 'no-wrapper' },
      found: 'tools/terraform',
      because: 'nothing is wrapped',
    },
    { path: ['tools'], host: { TERRAFORM_CLI_PATH: 'nowhere' }, found: 'tools/terraform', because: 'it is gone' },
    { path: ['half'], found: 'half/terraform', because: 'what lies beside it cannot be run' },
    { path: ['set-up-tofu'], found: 'set-up-tofu/tofu-bin', because: 'OpenTofu is wrapped, too' },
    {
      path: ['tools'],
      host: { TOFU_CLI_PATH: 'set-up-tofu' },
      found: 'tools/terraform',
      because: 'Coder runs Terraform',
    },
    {
      asked: 'tofu',
      path: ['tools'],
      host: { TOFU_CLI_PATH: 'set-up-tofu', TERRAFORM_CLI_PATH: 'set-up' },
      found: 'set-up-tofu/tofu-bin',
      because: 'it was asked for',
    },
    {
      asked: 'terraform-1.9',
      path: ['tools'],
      host: { TERRAFORM_CLI_PATH: 'set-up' },
      found: 'tools/terraform-1.9',
      because: 'another one was asked for',
    },
  ])('is the program behind a wrapper: $found, because $because', async ({ asked, path, host = {}, found }) => {
    const variables = Object.entries(host).map(([name, directory]) => [name, join(root, directory)]);
    const PATH = path.map((name) => join(root, name)).join(delimiter);
    expect(await findTerraform(asked, { PATH, ...Object.fromEntries(variables) }, 'linux')).toBe(join(root, found));
  });

  it('is the program behind a wrapper that is given by its path', async () => {
    expect(await find(join(root, 'set-up/terraform'))).toBe(join(root, 'set-up/terraform-bin'));
    expect(await find(join(root, 'set-up/terraform-bin'))).toBe(join(root, 'set-up/terraform-bin'));
  });

  it('is never taken from a relative path that a variable holds', async () => {
    const TERRAFORM_CLI_PATH = relative(process.cwd(), join(root, 'set-up'));
    const host = { PATH: join(root, 'tools'), TERRAFORM_CLI_PATH };
    expect(await findTerraform(undefined, host, 'linux')).toBe(join(root, 'tools/terraform'));
  });

  it('is never taken from the directory that the run happens to be in', async () => {
    const PATH = relative(process.cwd(), join(root, 'tools'));
    expect(await findTerraform(undefined, { PATH: ['', '.', PATH].join(delimiter) }, 'linux')).toBe(undefined);
  });
});
