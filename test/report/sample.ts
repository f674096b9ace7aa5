import type { PresetStatus } from '../../src/model/history/preset-status.ts';
import type { Snapshot } from '../../src/model/judgement/snapshot.ts';
import { presetTable } from '../../src/model/template/preset-table.ts';
import type { Preset } from '../../src/model/template/template.ts';
import { code, say } from '../../src/model/text.ts';
import type { Report } from '../../src/report/report.ts';
import {
  attributeChange,
  template as builtTemplate,
  chain,
  failed,
  finding,
  known,
  notice,
  parameter,
  planReport,
  prebuilds,
  preset,
  removal,
  replacement,
  ruleResult,
  snapshot,
  templateReason,
} from '../support/builders.ts';

/** One of everything that a report can hold. */
export function fullReport(): Report {
  const template = 'templates/docker';
  const container = finding({
    template,
    evidence: 'rehearsed',
    what: say`Claiming a prebuild destroys and recreates ${'docker_container.workspace'}, because of ${'name'} and ${'env'}.`,
    details: {
      location: { file: 'templates/docker/main.tf', line: 42, endLine: 58 },
      attributes: [
        attributeChange(),
        attributeChange({ path: ['env', 0], before: { kind: 'sensitive' }, after: { kind: 'unknown' } }),
        attributeChange({ path: ['labels', 'a|b'], before: known('x|y'), after: { kind: 'absent' } }),
        attributeChange({ path: ['rule', null], before: { kind: 'withheld' }, after: { kind: 'withheld' } }),
        attributeChange({ path: ['image'], before: known('dev'), after: known('dev') }),
      ],
      chains: [
        [
          { reference: 'docker_container.workspace.name', location: { file: 'templates/docker/main.tf', line: 44 } },
          { reference: 'local.name', location: { file: 'templates/docker/locals.tf', line: 3 } },
          { reference: 'data.coder_workspace_owner.me.name' },
        ],
        chain('docker_container.workspace.env', 'coder_agent.main.token'),
      ],
      snippet: 'resource "docker_container" "workspace" {\n  lifecycle {\n    ignore_changes = [env, name]\n  }\n}',
      seenIn: [
        { preset: 'Small', persona: 'a member', parameter: undefined },
        { preset: 'Large', persona: undefined, parameter: { name: 'region', value: 'eu' } },
      ],
    },
  });
  const follower = finding({
    template,
    evidence: 'rehearsed',
    subject: { kind: 'resource', address: 'docker_exec.setup' },
    what: say`Claiming a prebuild destroys and recreates ${'docker_exec.setup'}, because of ${'container'}.`,
    remedy: say`Fix ${'docker_container.workspace'}; this one then stays too.`,
    details: {
      root: 'docker_container.workspace',
      attributes: [attributeChange({ path: ['container'], before: known('4f2a'), after: { kind: 'unknown' } })],
    },
  });
  const waived = finding({
    template: 'templates/vm',
    severity: 'warning',
    ruleId: 'agent-token-loss',
    subject: { kind: 'template' },
    what: ['The template has two agents.'],
    why: ['Their tokens change on claim.'],
    remedy: ['Give the workspace one agent.'],
    details: { waiver: { reason: 'moving in June', until: '2027-06-30' } },
  });
  return failed([container, waived, follower], {
    plans: [
      planReport({
        name: template,
        presets: PRESETS,
        presetTable: presetTable(snapshotWith(PRESETS), { at: WEDNESDAY, statuses: STATUSES }),
        replacements: [replacement(), replacement({ address: 'docker_exec.setup', type: 'docker_exec' })],
        removals: [removal(), removal({ address: 'docker_image.warm[0]', byDesign: true })],
      }),
      planReport({ name: 'templates/vm', kind: 'fresh', terraformVersion: undefined }),
      planReport({ name: 'templates/plain', prebuildEnabled: false, presets: [] }),
    ],
    rules: [
      ruleResult({ state: { kind: 'not-checked', reasons: [templateReason({ template: 'templates/vm' })] } }),
      ruleResult({
        id: 'resource-removal',
        state: { kind: 'not-checked', reasons: [templateReason({ template: 'templates/vm' })] },
      }),
      ruleResult({ id: 'agent-token-loss' }),
      ruleResult({ id: 'claim-update', state: { kind: 'off' } }),
      ruleResult({ id: 'hard-limited-preset', state: { kind: 'not-configured' } }),
    ],
    errors: [
      { input: 'state.json', message: '`state.json` is a state, not a plan. Run `terraform show -json tfplan`.' },
    ],
    notices: [notice({ input: template, text: ['Ignored ', code('[command]'), ' before the plan.'] })],
  });
}

const WEDNESDAY = Date.UTC(2028, 0, 5, 13);

const OFFICE_HOURS = { timezone: 'Europe/Berlin', schedules: [{ cron: '* 8-18 * * 1-5', instances: 6 }] };

const PRESETS: readonly Preset[] = [
  preset({ name: 'Small', isDefault: true, prebuilds: prebuilds({ instances: 2, scheduling: OFFICE_HOURS }) }),
  preset({
    name: 'Large',
    parameters: new Map<string, string | undefined>([
      ['size', 'large'],
      ['repository', undefined],
      ['flavour', 'a|b'],
    ]),
  }),
  preset({ name: 'By hand', prebuilds: undefined }),
];

const STATUSES: ReadonlyMap<string, PresetStatus> = new Map([
  ['Small', 'healthy'],
  ['Large', 'hard_limited'],
]);

function snapshotWith(presets: readonly Preset[]): Snapshot {
  const parameters = [
    parameter(),
    parameter({ name: 'repository', default: undefined, options: [] }),
    parameter({ name: 'region', default: 'eu', options: [] }),
    parameter({ name: 'shell', default: 'zsh', mutable: true, conditional: true }),
  ];
  return snapshot({ template: builtTemplate({ presets, parameters }) });
}
