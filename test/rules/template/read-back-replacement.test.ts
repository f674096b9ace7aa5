import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compareVersions } from '../../../src/explain/read-back/versions.ts';
import { parseLockFile } from '../../../src/gather/hcl/locked-providers.ts';
import { read } from '../../../src/model/judgement/outcome.ts';
import { readBackReplacement } from '../../../src/rules/template/read-back-replacement.ts';
import { notChecked, snapshot } from '../../support/builders.ts';
import { decided, said } from '../../support/rule.ts';
import { templateOf } from '../../support/template.ts';

const lock = (source: string, version: string) =>
  `provider "registry.terraform.io/${source}" {\n  version     = "${version}"\n  constraints = ">= 1.0.0"\n}\n`;

const container = (body: string) => `resource "docker_container" "w" {\n${body}\n}\n`;
const IMAGE = 'resource "docker_image" "main" {\n  name = "base:1"\n}\n';

async function of(hcl: string, docker?: string) {
  const files = {
    'main.tf': IMAGE + hcl,
    ...(docker === undefined ? {} : { '.terraform.lock.hcl': lock('kreuzwerker/docker', docker) }),
  };
  return snapshot({ claims: read([]), configuration: read([await templateOf(files)]) });
}

describe('docker', () => {
  it.each([
    { body: 'image = docker_image.main.name', docker: '3.0.2', found: 'error' },
    { body: 'image = docker_image.main.name', docker: '3.3.0', found: 'error' },
    { body: 'image = docker_image.main.name', docker: '3.4.0', found: undefined },
    { body: 'image = docker_image.main.name', docker: '2.24.0', found: undefined },
    { body: 'image = docker_image.main.name', docker: undefined, found: 'warning' },
    { body: 'image = docker_image.main.image_id', docker: '3.0.2', found: undefined },
    { body: 'image = "codercom/enterprise-base:ubuntu"', docker: '3.0.2', found: 'error' },
    { body: 'image = "sha256:0a1b"', docker: '3.0.2', found: undefined },
    { body: 'image = local.image', docker: '3.0.2', found: 'error' },
    { body: `image = "\${docker_image.main.name}"`, docker: '3.0.2', found: 'error' },
    { body: 'image = var.image', docker: '3.0.2', found: undefined },
    {
      body: 'image = docker_image.main.name\n  lifecycle {\n    ignore_changes = [image]\n  }',
      docker: '3.0.2',
      found: undefined,
    },
    { body: 'capabilities {\n    add = ["SYS_PTRACE"]\n  }', docker: '4.6.0', found: 'error' },
    { body: 'capabilities {\n    drop = ["CAP_NET_RAW", "mknod"]\n  }', docker: '3.6.0', found: 'error' },
    { body: 'capabilities {\n    add = ["CAP_SYS_PTRACE"]\n  }', docker: '4.6.0', found: undefined },
    { body: 'capabilities {\n    drop = ["ALL"]\n  }', docker: '4.6.0', found: undefined },
    { body: 'capabilities {\n    add = ["SYS_PTRACE"]\n  }', docker: '3.0.2', found: undefined },
    { body: 'working_dir = "/home/coder/"', docker: '2.25.0', found: 'error' },
    { body: 'working_dir = "/home/coder"', docker: '4.6.0', found: undefined },
    { body: 'working_dir = "/"', docker: '4.6.0', found: undefined },
    { body: 'working_dir = local.home', docker: '4.6.0', found: 'error' },
    { body: 'cpus = "1"', docker: '4.6.0', found: 'error' },
    { body: 'cpus = "1"', docker: '3.0.2', found: undefined },
    { body: 'devices {\n    host_path = "/dev/null"\n  }', docker: '3.0.2', found: 'error' },
    {
      body: 'devices {\n    host_path = "/dev/null"\n    container_path = "/dev/null"\n  }',
      docker: '3.0.2',
      found: undefined,
    },
    { body: 'devices {\n    host_path = "/dev/null"\n  }', docker: '4.6.0', found: undefined },
    { body: 'memory = 512', docker: '4.6.0', found: 'warning' },
    { body: 'memory = 512\n  memory_swap = 1024', docker: '4.6.0', found: undefined },
    { body: 'healthcheck {\n    test = ["CMD"]\n    interval = "60s"\n  }', docker: '4.6.0', found: 'warning' },
    { body: 'healthcheck {\n    test = ["CMD"]\n    interval = "30s"\n  }', docker: '4.6.0', found: undefined },
  ])('$docker and $body: $found', async ({ body, docker, found }) => {
    const locals = 'locals {\n  image = docker_image.main.name\n  home = "/home/coder/"\n}\nvariable "image" {}\n';
    const wanted = found === undefined ? [] : [`${found} resource docker_container.w`];
    expect(decided(readBackReplacement, await of(container(`  ${body}`) + locals, docker))).toEqual({
      found: wanted,
      open: [],
    });
  });
});

describe('kubernetes', () => {
  it.each([
    { spec: '', version: '2.7.1', found: 'error' },
    { spec: '', version: '2.9.0', found: undefined },
    { spec: '', version: '3.2.1', found: undefined },
    { spec: 'automount_service_account_token = false', version: '2.7.1', found: undefined },
    { spec: 'automount_service_account_token = true', version: '2.7.1', found: 'error' },
  ])('$version and "$spec": $found', async ({ spec, version, found }) => {
    const files = {
      'main.tf': `resource "kubernetes_pod" "w" {\n  spec {\n    ${spec}\n  }\n}\n`,
      '.terraform.lock.hcl': lock('hashicorp/kubernetes', version),
    };
    const judged = snapshot({ claims: read([]), configuration: read([await templateOf(files)]) });
    expect(decided(readBackReplacement, judged).found).toEqual(
      found === undefined ? [] : [`${found} resource kubernetes_pod.w`],
    );
  });
});

const MEASURED = JSON.parse(readFileSync('fixtures/read-back/measured.json', 'utf8')) as Readonly<
  Record<string, Readonly<Record<string, { readonly effect: string }>>>
>;

const SEVERITIES: ReadonlyMap<string, readonly string[]> = new Map([
  ['none', []],
  ['updates', ['warning resource docker_container.workspace']],
  ['replaces', ['error resource docker_container.workspace']],
]);

describe.each(Object.entries(MEASURED))('the real docker provider %s', (version, probes) => {
  it.each(Object.entries(probes))('and %s: the rule says what was measured', async (name, { effect }) => {
    const files = {
      'main.tf': readFileSync(`fixtures/read-back/${name}/main.tf`, 'utf8'),
      '.terraform.lock.hcl': lock('kreuzwerker/docker', version),
    };
    const judged = snapshot({ claims: read([]), configuration: read([await templateOf(files)]) });
    expect(decided(readBackReplacement, judged).found).toEqual(SEVERITIES.get(effect));
  });
});

it('is found in a module, at its line', async () => {
  const files = {
    'main.tf': 'module "box" {\n  source = "./box"\n}\n',
    'box/main.tf': container('  working_dir = "/a/"'),
    '.terraform.lock.hcl': lock('kreuzwerker/docker', '4.6.0'),
  };
  const judged = snapshot({ claims: read([]), configuration: read([await templateOf(files)]) });
  expect(readBackReplacement.evaluate(judged).items).toMatchObject([
    { subject: { address: 'module.box.docker_container.w' }, details: { location: { file: 'box/main.tf', line: 2 } } },
  ]);
});

it('is not asked for without the files, and open where some could not be read', async () => {
  expect(decided(readBackReplacement, snapshot({ claims: read([]) })).open).toBe('not-configured');
  const configuration = read([await templateOf('')], [notChecked({ code: 'broken-configuration' })]);
  expect(decided(readBackReplacement, snapshot({ claims: read([]), configuration })).open).toEqual([
    'broken-configuration',
  ]);
});

it('explains what it is sure of, and what not', async () => {
  const body = container('  working_dir = "/a/"\n  memory = 512');
  expect([
    said(readBackReplacement, await of(body, '4.6.0')),
    said(readBackReplacement, await of(body)),
  ]).toMatchSnapshot();
});

it.each([
  { left: '2.9.0', right: '2.10.0', order: -1 },
  { left: '3.0.2', right: '3.0.2', order: 0 },
  { left: '4.0.0', right: '3.9.9', order: 1 },
  { left: '1.0.0-beta1', right: '1.0.0', order: 0 },
])('$left against $right is $order', ({ left, right, order }) => {
  expect(Math.sign(compareVersions(left, right))).toBe(order);
});

it('versions are read off a lock file, whatever the ends of its lines', () => {
  const text = lock('coder/coder', '2.20.0') + lock('kreuzwerker/docker', '3.0.2');
  const wanted = [
    ['coder/coder', '2.20.0'],
    ['kreuzwerker/docker', '3.0.2'],
  ];
  expect([...parseLockFile(text)]).toEqual(wanted);
  expect([...parseLockFile(text.replaceAll('\n', '\r\n'))]).toEqual(wanted);
  expect(parseLockFile('nonsense').size).toBe(0);
});

it('is silent where the claim was planned on a real state, which shows what is read back', async () => {
  const files = { 'main.tf': `${IMAGE}${container('image = docker_image.main.name')}` };
  const judged = snapshot({ configuration: read([await templateOf(files)]) });
  expect(decided(readBackReplacement, judged)).toMatchObject({ found: [], open: [] });
});
