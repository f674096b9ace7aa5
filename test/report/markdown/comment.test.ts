import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byteLength } from '../../../src/model/byte-length.ts';
import { aboutResource } from '../../../src/model/judgement/finding.ts';
import { commentMarker, STATE_LIMIT } from '../../../src/model/pull-request/markers.ts';
import { draftComment } from '../../../src/report/markdown/comment.ts';
import { renderPage } from '../../../src/report/markdown/markdown-page.ts';
import { renderSummary, SUMMARY_LIMIT } from '../../../src/report/markdown/summary.ts';
import { COMMENT_LIMIT } from '../../../src/report/publication.ts';
import type { Report } from '../../../src/report/report.ts';
import { placeFixes } from '../../../src/report/words/place-fixes.ts';
import {
  attributeChange,
  failed,
  finding,
  inconclusive,
  inputError,
  known,
  notice,
  planReport,
  preset,
  replacement,
  report,
  ruleResult,
  templateReason,
} from '../../support/builders.ts';
import { arbitraryFinding, arbitraryReport, HOSTILE_NAMES } from '../arbitrary-report.ts';
import { escapesOf, renderedHtml } from '../rendered-html.ts';
import { fullReport } from '../sample.ts';

/** For properties that render hundreds of pages, on a machine that does other things too. */
const SLOW_MS = 180_000;

function comment(facts: Report): string {
  return draftComment(facts, { mode: 'on-findings', key: 'default' })?.body ?? '';
}

/** Findings that are shown, and those of which the last line says that they are not. */
function shownAndLeftOut(body: string): { shown: number; leftOut: number } {
  const lastLine = body.trimEnd().split('\n').at(-1) ?? '';
  const [, leftOut = '0'] = /^\*\*(\d+) findings? left out here/.exec(lastLine) ?? [];
  return { shown: renderedHtml(body).split('<summary><b>').length - 1, leftOut: Number(leftOut) };
}

describe('the comment', () => {
  it('tells of one of everything', () => {
    expect(comment(fullReport())).toMatchInlineSnapshot(`
      "<!-- prebuild-guard {"key":"default","v":1} -->
      ### ✗ prebuild-guard: 2 blocking findings in 1 template

      #### Not read

      - \`state.json\` is a state, not a plan. Run \`terraform show -json tfplan\`.

      | Template | Plan | Preset | Instances | Findings | Replaced | Removed |
      | --- | --- | --- | --: | --: | --: | --: |
      | \`templates/docker\` | claim plan | \`Small\` (default) | 2 | 2 | 2 | 1 (+ 1 by design) |
      |  |  | \`Large\` | 1 | 2 |  |  |
      | \`templates/vm\` | plan without state | \`Small\` | 1 | 0 (+ 1 waived) | 0 | 0 |
      | \`templates/plain\` | claim plan | no prebuilds |  | 0 | 0 | 0 |

      #### \`templates/docker\`

      <details>
      <summary><b>error</b> · <code>resource-replacement</code> · <code>docker_container.workspace</code></summary>

      Claiming a prebuild destroys and recreates \`docker_container.workspace\`, because of \`name\` and \`env\`.

      The claimant waits for it again, and what was in it is gone.

      **Where:** \`templates/docker/main.tf:42\`

      | Attribute | Prebuild | Claim |
      | --- | --- | --- |
      | \`name\` | \`"coder-prebuilds-x"\` | \`"coder-alice-dev"\` |
      | \`env[0]\` | (sensitive) | (known after apply) |
      | <code>labels&#91;"a&#124;b"&#93;</code> | <code>"x&#124;y"</code> | (absent) |
      | \`rule[*]\` | (not shown) | (not shown) |
      | \`image\` | \`"dev"\` | (unchanged) |

      \`\`\`mermaid
      flowchart LR
        n0["docker_container.workspace.name<br/>templates#47;docker#47;main.tf#58;44"]
        n1["local.name<br/>templates#47;docker#47;locals.tf#58;3"]
        n2["data.coder_workspace_owner.me.name"]
        n3["docker_container.workspace.env"]
        n4["coder_agent.main.token"]
        n1 --> n0
        n2 --> n1
        n4 --> n3
      \`\`\`

      **Fix**

      \`\`\`hcl
      resource "docker_container" "workspace" {
        lifecycle {
          ignore_changes = [env, name]
        }
      }
      \`\`\`

      **What to do:** Keep what belongs to the owner out of \`name\`.

      **Evidence:** rehearsed with the real provider: preset \`Small\`, claimed by \`a member\`; preset \`Large\`, with \`region\` set to \`eu\`

      </details>

      <details>
      <summary><b>error</b> · <code>resource-replacement</code> · <code>docker_exec.setup</code></summary>

      Claiming a prebuild destroys and recreates \`docker_exec.setup\`, because of \`container\`.

      The claimant waits for it again, and what was in it is gone.

      | Attribute | Prebuild | Claim |
      | --- | --- | --- |
      | \`container\` | \`"4f2a"\` | (known after apply) |

      It is replaced only because \`docker_container.workspace\` is.

      **What to do:** Fix \`docker_container.workspace\`; this one then stays too.

      **Evidence:** rehearsed with the real provider

      </details>

      #### \`templates/vm\`

      <details>
      <summary><b>warning</b> (waived) · <code>agent-token-loss</code></summary>

      The template has two agents.

      Their tokens change on claim.

      **What to do:** Give the workspace one agent.

      **Waived:** until 2027-06-30: \`moving in June\`

      **Evidence:** measured in a plan on real state

      </details>

      <details>
      <summary>Presets and parameters</summary>

      | Template | Preset | Instances | Now | Peak | Status | Parameters |
      | --- | --- | --: | --: | --: | --- | --- |
      | \`templates/docker\` | \`Small\` (default) | 2 | 6 | 6 | healthy | set: \`size = small\`<br>default: \`region = eu\`<br>open at claim: \`shell = zsh\` (conditional)<br>missing: \`repository\` |
      |  | \`Large\` | 1 | 1 | 1 | hard_limited | set: \`size = large\`, \`repository\` (not shown)<br>default: \`region = eu\`<br>open at claim: \`shell = zsh\` (conditional)<br>not defined: <code>flavour &#61; a&#124;b</code> |
      |  | \`By hand\` | – | – | – | – | set: \`size = small\`<br>open: \`repository\`, \`region = eu\`, \`shell = zsh\` (conditional) |
      | \`templates/vm\` | \`Small\` | 1 | ? | 1 | – | set: \`size = small\` |

      </details>

      #### Not checked

      - \`resource-replacement\` and \`resource-removal\` in \`templates/vm\`: The plan was made without a state, so nothing could be replaced. → Plan on the state of a prebuild: \`prebuild-guard rehearse\`.

      #### Notices

      - \`templates/docker\`: Ignored \`[command]\` before the plan.

      <details>
      <summary>1 rule not configured</summary>

      \`hard-limited-preset\`

      </details>

      <sub>Switched off: \`claim-update\`</sub><br>
      <sub>prebuild-guard 0.1.0 · fail · exit code 1</sub>
      "
    `);
  });

  it('tells what could not be checked', () => {
    expect(comment(inconclusive())).toMatchInlineSnapshot(`
      "<!-- prebuild-guard {"key":"default","v":1} -->
      ### ? prebuild-guard: 1 rule could not be checked

      | Template | Plan | Preset | Instances | Findings | Replaced | Removed |
      | --- | --- | --- | --: | --: | --: | --: |
      | \`claim.json\` | plan without state | \`Small\` | 1 | 0 | 0 | 0 |

      <details>
      <summary>Presets and parameters</summary>

      | Preset | Instances | Peak | Parameters |
      | --- | --: | --: | --- |
      | \`Small\` | 1 | 1 | set: \`size = small\` |

      </details>

      #### Not checked

      - \`resource-replacement\`: The plan was made without a state, so nothing could be replaced. → Plan on the state of a prebuild: \`prebuild-guard rehearse\`.

      <sub>prebuild-guard 0.1.0 · inconclusive · exit code 2</sub>
      "
    `);
  });

  it('says that what it reported is resolved when nothing is left', () => {
    expect(comment(report())).toMatchInlineSnapshot(`
      "<!-- prebuild-guard {"key":"default","v":1} -->
      ### ✓ prebuild-guard: claims are clean

      What this comment reported before is resolved.

      | Template | Plan | Preset | Instances | Findings | Replaced | Removed |
      | --- | --- | --- | --: | --: | --: | --: |
      | \`claim.json\` | claim plan | \`Small\` | 1 | 0 | 0 | 0 |

      <details>
      <summary>Presets and parameters</summary>

      | Preset | Instances | Peak | Parameters |
      | --- | --: | --: | --- |
      | \`Small\` | 1 | 1 | set: \`size = small\` |

      </details>

      <sub>prebuild-guard 0.1.0 · pass · exit code 0</sub>
      "
    `);
  });

  it.each([
    { mode: 'on-findings', facts: report(), create: false, because: 'there is nothing to say' },
    { mode: 'on-findings', facts: failed([finding()]), create: true, because: 'there is a finding' },
    { mode: 'on-findings', facts: inconclusive(), create: true, because: 'it is inconclusive' },
    { mode: 'on-findings', facts: report({ errors: [inputError()] }), create: true, because: 'an input was not read' },
    {
      mode: 'on-findings',
      facts: report({ findings: [finding({ details: { waiver: { reason: 'x', until: '2027-01-31' } } })] }),
      create: true,
      because: 'a reviewer shall see what is accepted',
    },
    { mode: 'on-findings', facts: report({ notices: [notice()] }), create: false, because: 'a notice is no finding' },
    { mode: 'always', facts: report(), create: true, because: 'that was asked for' },
  ] as const)('with $mode is created ($create), because $because', ({ mode, facts, create }) => {
    const draft = draftComment(facts, { mode, key: 'k' });
    expect(draft).toMatchObject({ key: 'k', create });
    expect(draft?.body.split('\n')[0]).toBe(commentMarker('k'));
  });

  it('does not speak of what was there before where it may be the first', () => {
    expect(draftComment(report(), { mode: 'always', key: 'k' })?.body).not.toContain('resolved');
  });

  it('is none where nobody wants one', () => {
    expect(draftComment(failed([finding()]), { mode: 'never', key: 'k' })).toBeUndefined();
  });

  it('counts for each preset the findings that concern it', () => {
    const rows = comment(fullReport()).split('\n');
    expect(rows).toContain('| `templates/docker` | claim plan | `Small` (default) | 2 | 2 | 2 | 1 (+ 1 by design) |');
    const seenIn = [{ preset: 'Small', persona: undefined, parameter: undefined }];
    const facts = fullReport();
    const only = facts.findings.map((each) => ({ ...each, details: { seenIn } }));
    expect(comment({ ...facts, findings: only }).split('\n')).toContain('|  |  | `Large` | 1 | 0 |  |  |');
  });

  it.each([1, 20, 60, 61, 200, 2000])('with %i findings fits, and shows or counts each', (count) => {
    const findings = Array.from({ length: count }, (_, index) =>
      finding({ subject: aboutResource(`a.b[${index}]`), details: { attributes: [attributeChange()] } }),
    );
    const body = comment(failed(findings));
    const { shown, leftOut } = shownAndLeftOut(body);
    expect(byteLength(body)).toBeLessThanOrEqual(COMMENT_LIMIT);
    expect(shown + leftOut).toBe(count);
    if (leftOut > 0) {
      expect(byteLength(body)).toBeGreaterThan((COMMENT_LIMIT - STATE_LIMIT) * 0.95);
      expect(byteLength(body)).toBeLessThanOrEqual(COMMENT_LIMIT - STATE_LIMIT);
      expect(body).toContain('left out here for lack of room; the job summary has them.**');
    }
    expect(escapesOf(body)).toEqual([]);
  });

  it('shows a finding in brief that would crowd out all others', () => {
    const huge = finding({
      subject: aboutResource('huge.one'),
      details: {
        attributes: Array.from({ length: 30 }, () => attributeChange({ before: known('é|'.repeat(900)) })),
        snippet: '😀'.repeat(20_000),
      },
    });
    const body = comment(failed([huge, finding({ subject: aboutResource('small.one') })]));
    expect(body).toContain('Too long to show here; it is in the job summary.');
    expect(body).toContain('small.one');
    expect(shownAndLeftOut(body)).toEqual({ shown: 2, leftOut: 0 });
  });

  it('fits with thousands of templates, reasons, errors and notices, and counts what it leaves out', () => {
    const many = Array.from({ length: 3000 }, (_, index) => `templates/${index}`);
    const body = comment(
      failed([finding()], {
        plans: many.map((name) => planReport({ name })),
        errors: many.map((input) => inputError({ input, message: `\`${input}\` is empty.` })),
        notices: many.map((input) => notice({ input })),
        rules: [
          ruleResult({
            state: { kind: 'not-checked', reasons: many.map((name) => templateReason({ detail: [{ code: name }] })) },
          }),
        ],
      }),
    );
    expect(byteLength(body)).toBeLessThanOrEqual(COMMENT_LIMIT);
    expect(shownAndLeftOut(body)).toEqual({ shown: 1, leftOut: 0 });
    for (const noun of ['inputs', 'rows', 'reasons', 'notices']) {
      expect(body).toMatch(new RegExp(`^and \\d+ more ${noun}, in the job summary$`, 'm'));
    }
  });

  it('counts what is about one preset for that preset alone', () => {
    const presets = [preset(), preset({ name: 'Large' })];
    const own = [
      finding({ subject: { kind: 'preset', name: 'Large' } }),
      finding({ subject: { kind: 'parameter', name: 'size', preset: 'Large' } }),
      finding({ subject: { kind: 'parameter', name: 'size', preset: undefined } }),
    ];
    const rows = comment(failed(own, { plans: [planReport({ presets })] })).split('\n');
    expect(rows).toContain('| `claim.json` | claim plan | `Small` | 1 | 1 | 0 | 0 |');
    expect(rows).toContain('|  |  | `Large` | 1 | 3 |  |  |');
  });

  it.each(HOSTILE_NAMES)('shows the address %j as text and nothing else', (address) => {
    const change = replacement({ address });
    const body = comment(
      failed([finding({ template: address, subject: aboutResource(address), what: [{ code: address }] })], {
        plans: [planReport({ name: address, replacements: [change] }), planReport()],
      }),
    );
    expect(escapesOf(body)).toEqual([]);
    expect(renderedHtml(body)).toContain('<details>');
  });

  it(
    'lets nothing from outside be more than text, never is too long, and loses no finding',
    () => {
      fc.assert(
        fc.property(arbitraryReport, fc.string({ unit: 'binary', maxLength: 100 }), (facts, key) => {
          const body = draftComment(facts, { mode: 'always', key })?.body ?? '';
          expect(escapesOf(body)).toEqual([]);
          expect(byteLength(body)).toBeLessThanOrEqual(COMMENT_LIMIT);
          const { shown, leftOut } = shownAndLeftOut(body);
          expect(shown + leftOut).toBe(facts.findings.length);
        }),
        { numRuns: 150 },
      );
    },
    SLOW_MS,
  );

  it(
    'is never longer than its limit, however small that is, and loses no finding',
    () => {
      fc.assert(
        fc.property(
          arbitraryReport,
          fc.array(arbitraryFinding, { minLength: 10, maxLength: 40 }),
          fc.integer({ min: 3_000, max: 40_000 }),
          (facts, findings, limit) => {
            const fixes = placeFixes(findings, { kind: 'none' });
            const page = renderPage({ ...facts, findings }, { limit, elsewhere: 'the job summary', fixes });
            const { shown, leftOut } = shownAndLeftOut(page);
            expect(byteLength(page)).toBeLessThanOrEqual(limit);
            expect(shown + leftOut).toBe(findings.length);
            expect(escapesOf(page)).toEqual([]);
          },
        ),
      );
    },
    SLOW_MS,
  );
});

describe('the job summary', () => {
  it('has what the comment has no room for, within its own limit', () => {
    const findings = Array.from({ length: 1500 }, (_, index) => finding({ subject: aboutResource(`a.b[${index}]`) }));
    const facts = failed(findings);
    expect(shownAndLeftOut(comment(facts)).leftOut).toBeGreaterThan(0);
    expect(shownAndLeftOut(renderSummary(facts))).toEqual({ shown: 1500, leftOut: 0 });
  });

  it('says where the rest is when even it is full', () => {
    const findings = Array.from({ length: 5000 }, (_, index) => finding({ subject: aboutResource(`a.b[${index}]`) }));
    const markdown = renderSummary(failed(findings));
    const { shown, leftOut } = shownAndLeftOut(markdown);
    expect(byteLength(markdown)).toBeLessThanOrEqual(SUMMARY_LIMIT);
    expect(shown + leftOut).toBe(5000);
    expect(markdown).toContain('left out here for lack of room; the log of this step has them.**');
  });
});

describe('the length in bytes', () => {
  it('is that of UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(byteLength(text)).toBe(Buffer.byteLength(text));
      }),
    );
  });
});
