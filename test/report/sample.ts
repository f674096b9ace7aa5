import { code, say } from '../../src/domain/text.ts';
import type { Report } from '../../src/report/report.ts';
import {
  attributeChange,
  chain,
  failed,
  finding,
  known,
  notice,
  planReport,
  prebuilds,
  preset,
  removal,
  replacement,
  ruleResult,
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
      fix: 'resource "docker_container" "workspace" {\n  lifecycle {\n    ignore_changes = [env, name]\n  }\n}',
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
    remedy: say`Mend ${'docker_container.workspace'}; this follows.`,
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
        presets: [
          preset({ name: 'Small', isDefault: true, prebuilds: prebuilds({ instances: 2 }) }),
          preset({ name: 'Large' }),
          preset({ name: 'By hand', prebuilds: undefined }),
        ],
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
    notices: [notice({ input: template, text: ['Overlooked ', code('[command]'), ' before the plan.'] })],
  });
}
