import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aboutResource } from '../../../src/model/judgement/finding.ts';
import { plain, say } from '../../../src/model/text.ts';
import type { Report } from '../../../src/report/report.ts';
import { renderText } from '../../../src/report/text/text.ts';
import {
  failed,
  finding,
  inconclusive,
  inputError,
  planReport,
  report,
  ruleResult,
  verdict,
} from '../../support/builders.ts';
import { arbitraryReport } from '../arbitrary-report.ts';
import { fullReport } from '../sample.ts';

const PLAIN = { colour: false, width: 100 };

const render = (facts: Report) => renderText(facts, PLAIN);

describe('the text', () => {
  it('tells of one of everything', () => {
    expect(render(fullReport())).toMatchInlineSnapshot(`
      "prebuild-guard 0.1.0

      error  \`state.json\` is a state, not a plan. Run \`terraform show -json tfplan\`.

      templates/docker
        claim plan, Terraform 1.13.3
        replaces 2 resources; removes 1 resource; by design removes \`docker_image.warm[0]\`

        preset           instances  now  peak  status
        Small (default)          2    6     6  healthy
          set            \`size = small\`
          default        \`region = eu\`
          open at claim  \`shell = zsh\` (conditional)
          missing        \`repository\`
        Large                    1    1     1  hard_limited
          set            \`size = large\`, \`repository\` (not shown)
          default        \`region = eu\`
          open at claim  \`shell = zsh\` (conditional)
          not defined    \`flavour = a|b\`
        By hand                  –    –     –  –
          set            \`size = small\`
          open           \`repository\`, \`region = eu\`, \`shell = zsh\` (conditional)

      templates/vm
        plan without state

        preset  instances  peak
        Small           1     1
          set            \`size = small\`

      templates/plain
        claim plan, Terraform 1.13.3
        no prebuilds, so no user ever claims it; \`assume-prebuild\` judges it as if it had some

      findings in templates/docker

      error  resource-replacement  docker_container.workspace  templates/docker/main.tf:42
        Claiming a prebuild destroys and recreates \`docker_container.workspace\`, because of \`name\` and
        \`env\`.
        The claimant waits for it again, and what was in it is gone.

        paths     name: "coder-prebuilds-x" → "coder-alice-dev"
                  env[0]: (sensitive) → (known after apply)
                  labels["a|b"]: "x|y" → (absent)
                  rule[*]: (not shown) → (not shown)
                  image: "dev" (unchanged)
        cause     docker_container.workspace.name (templates/docker/main.tf:44) ← local.name
                  (templates/docker/locals.tf:3) ← data.coder_workspace_owner.me.name
                  docker_container.workspace.env ← coder_agent.main.token
        evidence  rehearsed with the real provider: preset \`Small\`, claimed by \`a member\`; preset \`Large\`,
                  with \`region\` set to \`eu\`
        remedy    Keep what belongs to the owner out of \`name\`.
        fix       resource "docker_container" "workspace" {
                    lifecycle {
                      ignore_changes = [env, name]
                    }
                  }

        follows from it:

          error  resource-replacement  docker_exec.setup
            Claiming a prebuild destroys and recreates \`docker_exec.setup\`, because of \`container\`.

            paths     container: "4f2a" → (known after apply)
            evidence  rehearsed with the real provider
            remedy    Fix \`docker_container.workspace\`; this one then stays too.

      findings in templates/vm

      warning (waived)  agent-token-loss
        The template has two agents.
        Their tokens change on claim.

        waived    until 2027-06-30: moving in June
        evidence  measured in a plan on real state
        remedy    Give the workspace one agent.

      not checked
        \`resource-replacement\` and \`resource-removal\` in \`templates/vm\`
          The plan was made without a state, so nothing could be replaced.
          → Plan on the state of a prebuild: \`prebuild-guard rehearse\`.

      not configured: \`hard-limited-preset\`

      switched off: \`claim-update\`

      notice  templates/docker: Ignored \`[command]\` before the plan.

      ✗ fail: 2 blocking findings in 1 template (2 errors, 1 waived; exit code 1)
      "
    `);
  });

  it.each([
    { ids: ['failing-preset'], line: '1 rule not configured; `--verbose` lists it' },
    { ids: ['failing-preset', 'preset-removed'], line: '2 rules not configured; `--verbose` lists them' },
  ])('only counts the rules that are not configured where another place names them: $line', ({ ids, line }) => {
    const rules = ids.map((id) => ruleResult({ id, state: { kind: 'not-configured' } }));
    const text = renderText(report({ rules }), { ...PLAIN, namesIn: say`${'--verbose'}` });
    expect(text).toContain(`\n${line}\n`);
    expect(text).not.toContain('failing-preset');
    expect(render(report({ rules }))).toContain(`not configured: \`${ids[0]}\``);
  });

  it('is calm about a clean claim', () => {
    expect(render(report())).toMatchInlineSnapshot(`
      "prebuild-guard 0.1.0

      claim.json
        claim plan, Terraform 1.13.3

        preset  instances  peak
        Small           1     1
          set            \`size = small\`

      ✓ pass: claims are clean (exit code 0)
      "
    `);
  });

  it('says of a template without prebuilds that there is nothing to claim', () => {
    expect(render(report({ plans: [planReport({ prebuildEnabled: false, presets: [] })] }))).toMatchInlineSnapshot(`
      "prebuild-guard 0.1.0

      claim.json
        claim plan, Terraform 1.13.3
        no prebuilds, so no user ever claims it; \`assume-prebuild\` judges it as if it had some

      ✓ pass: the template has no prebuilds (exit code 0)
      "
    `);
  });

  it('says what could not be checked and how it can be', () => {
    expect(render(inconclusive())).toMatchInlineSnapshot(`
      "prebuild-guard 0.1.0

      claim.json
        plan without state, Terraform 1.13.3

        preset  instances  peak
        Small           1     1
          set            \`size = small\`

      not checked
        \`resource-replacement\`
          The plan was made without a state, so nothing could be replaced.
          → Plan on the state of a prebuild: \`prebuild-guard rehearse\`.

      ? inconclusive: 1 rule could not be checked (exit code 2)
      "
    `);
  });

  it('names an input that could not be read', () => {
    const facts = report({
      verdict: verdict({ conclusion: 'inconclusive', exitCode: 2 }),
      plans: [],
      errors: [inputError()],
    });
    expect(render(facts)).toMatchInlineSnapshot(`
      "prebuild-guard 0.1.0

      error  \`empty.json\` is empty. Write the plan into it first.

      ? inconclusive: 1 input could not be read (exit code 2)
      "
    `);
  });

  it('shows what follows from a finding under it, however the findings are ordered', () => {
    const follower = finding({ subject: aboutResource('b.b'), details: { root: 'a.a' } });
    const text = render(failed([follower, finding({ subject: aboutResource('a.a') })]));
    expect(text.indexOf('  a.a')).toBeLessThan(text.indexOf('follows from it'));
    expect(text.indexOf('follows from it')).toBeLessThan(text.indexOf('  b.b'));
  });

  it('shows what follows under the finding of its own rule', () => {
    const follower = finding({ subject: aboutResource('b.b'), details: { root: 'a.a' } });
    const others = ['persistent-data-loss', 'resource-replacement'].map((ruleId) =>
      finding({ ruleId, subject: aboutResource('a.a') }),
    );
    expect(render(failed([...others, follower]))).toMatch(
      /persistent-data-loss {2}a\.a.*\nerror {2}resource-replacement {2}a\.a.*follows from it/s,
    );
  });

  it('names the root of a finding that follows what is no finding itself', () => {
    const text = render(failed([finding({ details: { root: 'coder_agent.main' } })]));
    expect(text).toMatch(/^ {2}follows +coder_agent\.main$/m);
  });

  it('shows every finding, also those that follow one another in a circle', () => {
    const circle = ['a.a', 'b.b', 'c.c'].map((address, index, all) =>
      finding({ subject: aboutResource(address), details: { root: all[(index + 1) % 3] ?? '' } }),
    );
    const text = render(failed([...circle, finding({ subject: aboutResource('d.d'), details: { root: 'd.d' } })]));
    for (const address of ['a.a', 'b.b', 'c.c', 'd.d']) {
      expect(text.split(`resource-replacement  ${address}`)).toHaveLength(2);
    }
  });

  it('breaks lines at the width, but never a name', () => {
    const name = `module.m["${'long '.repeat(20)}"].docker_container.workspace`;
    const words = Array.from({ length: 60 }, (_, index) => `word${index}`).join(' ');
    const text = renderText(failed([finding({ what: [words, { code: name }], why: [words] })]), {
      colour: false,
      width: 60,
    });
    expect(text).toContain(name);
    expect(text.split('\n').filter((line) => line.length > 60 && !line.includes(name))).toEqual([]);
  });

  it('shows every finding, without a control character but line feeds', () => {
    fc.assert(
      fc.property(arbitraryReport, fc.integer({ min: -1, max: 200 }), (facts, width) => {
        const text = renderText(facts, { colour: false, width });
        expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u);
        const headings = text.match(/^ *(?:error|warning|notice)(?: \(waived\))? {2}(?:resource|persistent)-/gm) ?? [];
        expect(headings.length).toBeGreaterThanOrEqual(facts.findings.length);
      }),
    );
  });

  it('is the same with colours, but for the colours', () => {
    fc.assert(
      fc.property(arbitraryReport, (facts) => {
        const coloured = renderText(facts, { colour: true, width: 100 });
        // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the colours.
        expect(coloured.replace(/\u001b\[(?:0|1|2|36|1;3[1-4])m/g, '')).toBe(render(facts));
      }),
    );
  });

  it('says why and how to fix every rule that was not checked', () => {
    fc.assert(
      fc.property(arbitraryReport, (facts) => {
        const words = (text: string) => text.replace(/\s+/g, '');
        const text = words(render(facts));
        for (const { state } of facts.rules) {
          if (state.kind !== 'not-checked') continue;
          for (const { detail } of state.reasons) {
            if (detail.every((span) => typeof span !== 'string')) expect(text).toContain(words(plain(detail)));
          }
        }
      }),
    );
  });
});
