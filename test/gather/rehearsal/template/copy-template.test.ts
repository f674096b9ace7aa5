import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { copyTemplate, UncopyableTemplate } from '../../../../src/gather/rehearsal/template/copy-template.ts';
import { openWorkspace } from '../../../../src/gather/rehearsal/template/workspace.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'copy-template-'));
  mkdirSync(join(root, 'repository/.git'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const MAIN = 'resource "terraform_data" "x" {}\n';

const within = (path: string): string => `\${path.${path}}`;

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, 'repository', path)), { recursive: true });
    writeFileSync(join(root, 'repository', path), text);
  }
}

async function copy(template: string) {
  const into = join(root, 'private/template');
  const { directory, ...texts } = await copyTemplate(join(root, 'repository', template), into);
  return {
    directory,
    ...texts,
    files: filesIn(directory),
    has: (path: string) => existsSync(join(directory, path)),
  };
}

function filesIn(directory: string): readonly string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)))
    .toSorted();
}

describe('a copy of a template', () => {
  it('has its files, hidden ones and the lock of its providers, too', async () => {
    write({ 't/main.tf': MAIN, 't/.terraform.lock.hcl': '', 't/scripts/start.sh': '', 't/.env/x': '', 't/x.tofu': '' });
    expect((await copy('t')).files).toEqual(['.env/x', '.terraform.lock.hcl', 'main.tf', 'scripts/start.sh', 'x.tofu']);
  });

  it('has neither state nor plans nor what `init` and Git left behind', async () => {
    write({
      't/main.tf': MAIN,
      't/.terraform/providers/x': '',
      't/terraform.tfstate': '',
      't/terraform.tfstate.backup': '',
      't/terraform.tfstate.d/dev/terraform.tfstate': '',
      't/prod.tfplan': '',
      't/.git/config': '',
      't/crash.log': '',
      't/modules/box/.terraform/x': '',
    });
    expect((await copy('t')).files).toEqual(['main.tf']);
  });

  it.each([
    ['a module beside it', 'module "box" {\n  source = "../modules/box"\n}', ['modules/box/main.tf']],
    ['a module in a directory of a module', 'module "box" {\n  source = "../modules//box"\n}', ['modules/box/main.tf']],
    [
      'a module through its own directory',
      'module "box" {\n  source = "./../modules/box/"\n}',
      ['modules/box/main.tf'],
    ],
    [
      'a file by `path.module`',
      `locals {\n  x = file("${within('module')}/../shared/start.sh")\n}`,
      ['shared/start.sh'],
    ],
    ['a file by `path.root`', `locals {\n  x = file("${within('root')}/../shared/start.sh")\n}`, ['shared/start.sh']],
    ['a plain file', 'locals {\n  x = templatefile("../shared/start.sh", {})\n}', ['shared/start.sh']],
  ])('has %s that it refers to', async (_, main, wanted) => {
    write({ 't/main.tf': main, 'modules/box/main.tf': MAIN, 'shared/start.sh': '', 'unrelated/main.tf': MAIN });
    const { directory, has } = await copy('t');
    for (const path of wanted) expect(has(`../${path}`)).toBe(true);
    expect(existsSync(join(directory, '../unrelated'))).toBe(false);
  });

  it('has the modules of its modules, wherever they are', async () => {
    write({
      'templates/docker/main.tf': 'module "a" {\n  source = "../../modules/a"\n}',
      'modules/a/main.tf': 'module "b" {\n  source = "../b"\n}',
      'modules/b/main.tf': 'module "c" {\n  source = "./c"\n}',
      'modules/b/c/main.tf': MAIN,
    });
    const { has, configuration } = await copy('templates/docker');
    expect(has('../../modules/b/c/main.tf')).toBe(true);
    expect(configuration).toContain('terraform_data');
  });

  it('is initialised by Terraform as the template itself is', async () => {
    write({
      'templates/docker/main.tf': 'module "a" {\n  source = "../../modules/a"\n}',
      'modules/a/main.tf': MAIN,
    });
    const { directory } = await copy('templates/docker');
    const terraform = ['terraform', 'init', '-input=false'];
    if (spawnable(terraform[0] ?? '')) execFileSync('terraform', terraform.slice(1), { cwd: directory, stdio: 'pipe' });
    expect(existsSync(join(directory, '../../modules/a'))).toBe(true);
  });

  it('keeps the name of the directory', async () => {
    write({ 'docker/main.tf': MAIN });
    expect((await copy('docker')).directory).toMatch(/docker$/);
  });

  it('follows links, and ends at one that leads into itself', async () => {
    write({ 't/main.tf': MAIN, 'elsewhere/start.sh': 'echo' });
    symlinkSync('../elsewhere', join(root, 'repository/t/linked'));
    symlinkSync('..', join(root, 'repository/t/linked/back'));
    symlinkSync('.', join(root, 'repository/t/self'));
    symlinkSync('nowhere', join(root, 'repository/t/broken'));
    const { directory, has, files } = await copy('t');
    expect(has('linked/start.sh')).toBe(true);
    expect(statSync(join(directory, 'linked')).isDirectory()).toBe(true);
    expect(files.length).toBeLessThan(20);
  });

  it('has no part of what lies outside of the repository', async () => {
    write({ 't/main.tf': 'locals {\n  x = file("../../secret/x")\n}' });
    mkdirSync(join(root, 'secret'));
    writeFileSync(join(root, 'secret/x'), '');
    await copy('t');
    expect(filesIn(join(root, 'private'))).toEqual([expect.stringMatching(/main\.tf$/)]);
  });

  it('of a directory that holds the private one has not that', async () => {
    write({ 't/main.tf': MAIN });
    const into = join(root, 'repository/t/private');
    const { directory } = await copyTemplate(join(root, 'repository/t'), into);
    expect(filesIn(directory)).toEqual(['main.tf']);
  });
});

describe('no template', () => {
  it.each(['missing', 'empty', 'file.tf'])('is copied: %s', async (name) => {
    write({ 'empty/readme.md': '', 'file.tf': MAIN });
    await expect(copy(name)).rejects.toThrow(UncopyableTemplate);
  });

  it('is what has a file of half a gigabyte', async () => {
    write({ 't/main.tf': MAIN });
    writeFileSync(join(root, 'repository/t/disk.img'), '');
    truncateSync(join(root, 'repository/t/disk.img'), 600 * 1024 * 1024);
    await expect(copy('t')).rejects.toThrow(UncopyableTemplate);
  });

  it('leaves a private directory behind', async () => {
    await expect(openWorkspace(async () => join(root, 'missing'), root)).rejects.toThrow(UncopyableTemplate);
    expect(readdirSync(root)).toEqual(['repository']);
  });
});

describe('a private directory', () => {
  it('is its owner’s alone, keeps the state there, whatever the template says, and goes', async () => {
    write({ 't/main.tf': 'terraform {\n  backend "s3" {}\n}\nlocals {\n  now = plantimestamp()\n}\n' });
    const workspace = await openWorkspace(async () => join(root, 'repository/t'), root);
    expect(await workspace.hasPlanTimestamp()).toBe(true);
    expect(statSync(dirname(workspace.file('x'))).mode & 0o077).toBe(0);
    await workspace.override('mine', '# mine\n');
    const overrides = readdirSync(workspace.template).filter((name) => name.endsWith('_override.tf'));
    expect(overrides).toHaveLength(2);
    expect(overrides.map((name) => readFileSync(join(workspace.template, name), 'utf8')).join()).toContain(
      'backend "local"',
    );
    await workspace.remove();
    expect(readdirSync(root)).toEqual(['repository']);
  });
});

describe('the root module', () => {
  it('is made of the files that the program reads, and of no module’s', async () => {
    write({
      't/main.tf': '# main of Terraform\nmodule "a" {\n  source = "./a"\n}\n',
      't/main.tofu': '# main of OpenTofu\n',
      't/more.tf.json': '{"//": "more"}',
      't/a/main.tf': '# of the module\n',
    });
    const workspace = await openWorkspace(async () => join(root, 'repository/t'), root);
    await workspace.override('mine', '# mine\n');
    const terraform = await workspace.rootModule('Terraform');
    const openTofu = await workspace.rootModule('OpenTofu');
    for (const text of [terraform, openTofu]) {
      expect(text).toMatch(/more[\s\S]*# mine/);
      expect(text).not.toContain('# of the module');
    }
    expect([terraform, openTofu].map((text) => /main of (\w+)/.exec(text)?.[1])).toEqual(['Terraform', 'OpenTofu']);
    await workspace.remove();
  });
});

function spawnable(name: string): boolean {
  return (process.env['PATH'] ?? '').split(':').some((directory) => existsSync(join(directory, name)));
}
