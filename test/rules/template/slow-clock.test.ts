import { describe, expect, it } from 'vitest';
import { NOT_CONFIGURED, read } from '../../../src/model/judgement/outcome.ts';
import { slowClock } from '../../../src/rules/template/slow-clock.ts';
import { notChecked, rehearsalControl, replacement, snapshot } from '../../support/builders.ts';
import { decided, said } from '../../support/rule.ts';
import { templateOf } from '../../support/template.ts';

const container = (body: string): string => `resource "docker_container" "w" {\n${body}\n}\n`;
const ROTATING = 'resource "time_rotating" "r" {\n  rotation_days = 7\n}\n';
const FOUND = 'notice resource docker_container.w';

async function of(hcl: string) {
  return snapshot({ configuration: read([await templateOf(hcl)]) });
}

describe('a resource that changes with the time', () => {
  it.each([
    { hcl: container(`  image = "b:\${formatdate("DD", plantimestamp())}"`), because: 'the day is in an argument' },
    { hcl: container('  name = timeadd(plantimestamp(), "1h")'), because: 'the time is moved, and stays the time' },
    { hcl: container('  name = core::plantimestamp()'), because: 'the function has a longer name, too' },
    {
      hcl: `${container('  name = local.day')}locals {\n  day = formatdate("DD", local.now)\n  now = plantimestamp()\n}\n`,
      because: 'locals pass it on',
    },
    {
      hcl: container('  count = timecmp(plantimestamp(), "2030-01-01T00:00:00Z") < 0 ? 1 : 0'),
      because: 'it decides how many there are',
    },
    {
      hcl: container('  for_each = toset([formatdate("MM", plantimestamp())])'),
      because: 'it decides by which key there is one',
    },
    {
      hcl: container(
        '  dynamic "labels" {\n    for_each = [plantimestamp()]\n    content {\n      label = labels.value\n    }\n  }',
      ),
      because: 'it is in a dynamic block',
    },
    { hcl: ROTATING + container(`  name = "c-\${time_rotating.r.unix}"`), because: 'a clock rotates' },
    { hcl: ROTATING + container('  name = time_rotating.r.id'), because: 'all of a clock is made anew' },
    {
      hcl: `${ROTATING}${container('  lifecycle {\n    replace_triggered_by = [time_rotating.r]\n  }')}`,
      because: 'a clock triggers it',
    },
    {
      hcl: `resource "tls_self_signed_cert" "c" {\n  validity_period_hours = 12\n}\n${container('  env = [tls_self_signed_cert.c.cert_pem]')}`,
      because: 'a certificate runs out',
    },
    {
      hcl: `${ROTATING}resource "coder_agent" "a" {\n  env = { T = time_rotating.r.id }\n}\n${container('  env = [coder_agent.a.token]')}`,
      because: 'the agent is replaced, and the container with it',
    },
  ])('is named, because $because', async ({ hcl }) => {
    expect(decided(slowClock, await of(hcl)).found).toContain(FOUND);
  });

  it.each([
    { hcl: container('  name = "c"'), because: 'no time reaches it' },
    { hcl: `resource "time_static" "s" {}\n${container('  name = time_static.s.id')}`, because: 'its time stays' },
    {
      hcl: `resource "time_offset" "o" {\n  offset_days = 7\n}\n${container('  name = time_offset.o.unix')}`,
      because: 'its time was counted once',
    },
    {
      hcl: container('  name = plantimestamp()\n  lifecycle {\n    ignore_changes = [name]\n  }'),
      because: 'it ignores the argument',
    },
    { hcl: container('  name = timestamp()'), because: 'no plan knows that time, so the control experiment shows it' },
    { hcl: ROTATING, because: 'a clock that nothing reads costs nothing' },
    {
      hcl: 'resource "coder_metadata" "m" {\n  item {\n    value = plantimestamp()\n  }\n}\n',
      because: 'what is virtual costs nothing',
    },
    {
      hcl: `output "now" {\n  value = plantimestamp()\n}\n${container('  name = "c"')}`,
      because: 'an output is no resource',
    },
  ])('is none, because $because', async ({ hcl }) => {
    expect(decided(slowClock, await of(hcl))).toEqual({ found: [], open: [] });
  });

  it('is named within a module, too', async () => {
    const configuration = await templateOf({
      'main.tf': 'module "box" {\n  source = "./box"\n  day    = formatdate("DD", plantimestamp())\n}\n',
      'box/main.tf': `variable "day" {}\n${container('  name = var.day')}`,
    });
    expect(decided(slowClock, snapshot({ configuration: read([configuration]) })).found).toEqual([
      'notice resource module.box.docker_container.w',
    ]);
  });

  it('is left to the rule on unstable configurations where its clock is quick', async () => {
    const hcl = container('  name = plantimestamp()') + container('  name = plantimestamp()').replace('"w"', '"other"');
    const unstable = [replacement({ address: 'docker_container.w[0]' })];
    const rehearsed = { ...(await of(hcl)), rehearsal: read([rehearsalControl({ unstable })]) };
    expect(decided(slowClock, rehearsed).found).toEqual(['notice resource docker_container.other']);
  });
});

it('is not asked for without the files, and open where some could not be read', async () => {
  expect(decided(slowClock, snapshot()).open).toBe('not-configured');
  expect(decided(slowClock, snapshot({ configuration: NOT_CONFIGURED })).open).toBe('not-configured');
  const configuration = read([await templateOf('')], [notChecked({ code: 'broken-configuration' })]);
  expect(decided(slowClock, snapshot({ configuration })).open).toEqual(['broken-configuration']);
});

it.each([
  { name: 'an argument', hcl: container('  name = plantimestamp()') },
  { name: 'several', hcl: container('  name = plantimestamp()\n  image = plantimestamp()') },
  {
    name: 'what triggers it',
    hcl: `${ROTATING}${container('  lifecycle {\n    replace_triggered_by = [time_rotating.r]\n  }')}`,
  },
])('explains $name', async ({ hcl }) => {
  expect(said(slowClock, await of(hcl))).toMatchSnapshot();
});
