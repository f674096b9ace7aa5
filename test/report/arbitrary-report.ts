import fc, { type Arbitrary } from 'fast-check';
import type { Location } from '../../src/model/configuration/location.ts';
import type { Patch } from '../../src/model/configuration/patch.ts';
import type { CauseChain, Finding, FindingDetails, Fix, Subject } from '../../src/model/judgement/finding.ts';
import { SEVERITIES } from '../../src/model/judgement/severity.ts';
import type { Conclusion, ExitCode, InputError, Notice, RuleResult } from '../../src/model/judgement/verdict.ts';
import type { AttributePath } from '../../src/model/plan/attribute-path.ts';
import type { AttributeChange, PrintableValue, ResourceChange } from '../../src/model/plan/plan.ts';
import type { PlanKind } from '../../src/model/plan/plan-kind.ts';
import type { PresetRow } from '../../src/model/template/preset-table.ts';
import type { Preset } from '../../src/model/template/template.ts';
import { code, type Text } from '../../src/model/text.ts';
import type { PlanReport, RehearsalReport, Report, TemplateFix } from '../../src/report/report.ts';
import { prebuilds, preset, removal, replacement } from '../support/builders.ts';

/** Names that try to get out of whatever they are put into. */
export const HOSTILE_NAMES: readonly string[] = [
  't.a["x|y\n`@octocat` <img src=x> $\u007bjndi} ]]> -->"]',
  't.a["\u0000\u001b[31m\u202e"]',
  '``` \n```\n<script>alert(1)</script>',
  '`',
  '``',
  ' ',
  '',
  '\\',
  'a\\|b',
  '|',
  '| --- |',
  '@octocat',
  '#1',
  'octo/repo#1',
  'GH-1',
  '</code></summary></details><img src=x onerror=alert(1)>',
  '</code>@octocat',
  '--> <b>@octocat</b> <!--',
  '"] --> n9["pwned',
  '"; click n0 href "javascript:alert(1)"',
  '%%{init: {"theme":"dark"}}%%',
  '[x](javascript:alert(1))',
  '![x](http://example.com/x.png)',
  'https://example.com www.example.com a@example.com',
  '&lt;img&gt; &#64;octocat',
  '~~~',
  '$`x`$',
  '::error::x',
  '%0A::error::x',
  '# h',
  '    code',
  '- [ ] x',
  '1. x',
  '> x',
  '\u009b31m',
  '\u2028',
  '\ud800',
  '\ufeff',
  '\u{e0001}',
  '__proto__',
  '👩‍💻',
  '日本語',
  'x'.repeat(400),
  '`|'.repeat(60),
];

export const arbitraryName: Arbitrary<string> = fc.oneof(
  fc.constantFrom(...HOSTILE_NAMES),
  fc.array(fc.constantFrom(...HOSTILE_NAMES), { maxLength: 4 }).map((names) => names.join('')),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom('docker_container.workspace', 'coder_agent.main', 'docker_volume.home[0]'),
);

/** Our words as well as names: a rule that takes a name for a word by mistake shall do no harm either. */
const text: Arbitrary<Text> = fc.array(
  fc.oneof(arbitraryName.map(code), fc.constantFrom('is replaced', ' because of ', '. Fix it.'), arbitraryName),
  { maxLength: 5 },
);

const location: Arbitrary<Location> = fc.record(
  { file: arbitraryName, line: fc.integer({ min: 1, max: 9999 }), endLine: fc.integer({ min: 1, max: 9999 }) },
  { requiredKeys: ['file', 'line'] },
);

const attributePath: Arbitrary<AttributePath> = fc.array(fc.oneof(arbitraryName, fc.nat(9), fc.constant(null)), {
  maxLength: 4,
});

const value: Arbitrary<PrintableValue> = fc.oneof(
  fc.oneof(arbitraryName, fc.jsonValue()).map((known) => ({ kind: 'known' as const, json: JSON.stringify(known) })),
  fc.constantFrom('sensitive', 'withheld', 'unknown', 'absent').map((kind) => ({ kind })),
);

const attribute: Arbitrary<AttributeChange> = fc.record({
  path: attributePath,
  before: value,
  after: value,
  becomesUnknown: fc.boolean(),
});

const chain: Arbitrary<CauseChain> = fc.array(
  fc.record({ reference: arbitraryName, location }, { requiredKeys: ['reference'] }),
  { maxLength: 4 },
);

const sourceLines = fc.array(fc.constantFrom('a', '', '```', '  b = "c"'), { minLength: 1, maxLength: 3 });

const patch: Arbitrary<Patch> = fc
  .record({
    file: fc.oneof(fc.constant('main.tf'), arbitraryName),
    line: fc.integer({ min: 1, max: 20 }),
    before: sourceLines,
    after: sourceLines,
  })
  .map((fields) => ({ ...fields, endLine: fields.line + fields.before.length - 1 }));

const findingFix: Arbitrary<Fix> = fc.oneof(
  fc.record({ kind: fc.constant('none' as const), because: text }),
  fc.record({
    kind: fc.constant('patch' as const),
    patches: fc.array(patch, { minLength: 1, maxLength: 3 }),
    diff: arbitraryName,
    tradeOff: text,
  }),
);

const details: Arbitrary<FindingDetails> = fc.record(
  {
    location,
    attributes: fc.array(attribute, { maxLength: 4 }),
    chains: fc.array(chain, { maxLength: 3 }),
    root: arbitraryName,
    snippet: arbitraryName,
    fix: findingFix,
    seenIn: fc.array(
      fc.record({
        preset: fc.option(arbitraryName, { nil: undefined }),
        persona: fc.option(arbitraryName, { nil: undefined }),
        parameter: fc.option(fc.record({ name: arbitraryName, value: arbitraryName }), { nil: undefined }),
      }),
      { maxLength: 3 },
    ),
    waiver: fc.record({ reason: arbitraryName, until: fc.constant('2027-01-31') }),
  },
  { requiredKeys: [] },
);

const subject: Arbitrary<Subject> = fc.oneof(
  fc.constant({ kind: 'template' as const }),
  arbitraryName.map((address) => ({ kind: 'resource' as const, address })),
  arbitraryName.map((name) => ({ kind: 'preset' as const, name })),
  fc.record({
    kind: fc.constant('parameter' as const),
    name: arbitraryName,
    preset: fc.option(arbitraryName, { nil: undefined }),
  }),
);

const templateName: Arbitrary<string> = fc.oneof(fc.constantFrom('a.json', 'b.json'), arbitraryName);

export const arbitraryFinding: Arbitrary<Finding> = fc.record({
  ruleId: fc.constantFrom('resource-replacement', 'resource-removal', 'persistent-data-loss'),
  severity: fc.constantFrom(...SEVERITIES),
  evidence: fc.constantFrom('measured', 'rehearsed', 'predicted', 'declared'),
  template: templateName,
  subject,
  what: text,
  why: text,
  remedy: text,
  details,
});

const change: Arbitrary<ResourceChange> = fc
  .record({
    address: arbitraryName,
    previousAddress: fc.option(arbitraryName, { nil: undefined }),
    type: arbitraryName,
    actionReason: fc.option(arbitraryName, { nil: undefined }),
    replacePaths: fc.array(attributePath, { maxLength: 3 }),
  })
  .map(replacement);

const anyPreset: Arbitrary<Preset> = fc
  .record({
    name: arbitraryName,
    isDefault: fc.boolean(),
    parameters: fc
      .array(fc.tuple(arbitraryName, fc.option(arbitraryName, { nil: undefined })), { maxLength: 3 })
      .map((entries) => new Map(entries)),
    prebuilds: fc.option(
      fc.option(fc.integer(), { nil: undefined }).map((instances) => prebuilds({ instances })),
      { nil: undefined },
    ),
  })
  .map(preset);

const number = fc.option(fc.integer(), { nil: undefined });

const anyRow: Arbitrary<PresetRow> = fc.record({
  preset: arbitraryName,
  isDefault: fc.boolean(),
  parameters: fc.array(
    fc.record({
      parameter: arbitraryName,
      value: fc.option(arbitraryName, { nil: undefined }),
      origin: fc.constantFrom('preset', 'default', 'open', 'missing', 'undefined', 'unknown'),
      uncertain: fc.boolean(),
    }),
    { maxLength: 3 },
  ),
  instances: fc.option(fc.record({ base: number, now: number, peak: number }), { nil: undefined }),
  status: fc.constantFrom(undefined, 'healthy', 'hard_limited', 'validation_failed', 'failing', 'unknown'),
});

const KINDS: readonly PlanKind[] = ['claim', 'fresh', 'ordinary', 'destroy', 'refresh-only', 'errored', 'partial'];

const anyRehearsal: Arbitrary<RehearsalReport> = fc.record({
  product: fc.constantFrom('Terraform', 'OpenTofu', undefined),
  presets: fc.array(
    fc.record({
      preset: fc.option(arbitraryName, { nil: undefined }),
      rounds: fc.nat(),
      isStable: fc.boolean(),
      claimants: fc.array(arbitraryName, { maxLength: 2 }),
      choices: fc.array(fc.record({ name: arbitraryName, value: arbitraryName }), { maxLength: 2 }),
      untried: fc.array(
        fc.record({
          parameter: arbitraryName,
          because: fc.constantFrom('single-value', 'no-legal-value', 'bounded', 'plan-failed'),
        }),
        { maxLength: 2 },
      ),
    }),
    { maxLength: 2 },
  ),
});

const givenPlan: Arbitrary<PlanReport> = fc.record({
  name: templateName,
  kind: fc.constantFrom(...KINDS),
  terraformVersion: fc.option(arbitraryName, { nil: undefined }),
  prebuildEnabled: fc.constantFrom(true, false, undefined),
  presets: fc.array(anyPreset, { maxLength: 3 }),
  presetTable: fc.array(anyRow, { maxLength: 2 }),
  replacements: fc.array(change, { maxLength: 3 }),
  removals: fc.array(
    fc
      .record({
        address: arbitraryName,
        actionReason: fc.option(arbitraryName, { nil: undefined }),
        byDesign: fc.boolean(),
      })
      .map(removal),
    { maxLength: 3 },
  ),
});

const anyPlan: Arbitrary<PlanReport> = fc.oneof(
  givenPlan,
  fc.tuple(givenPlan, anyRehearsal).map(([plan, rehearsal]) => ({ ...plan, kind: 'rehearsal' as const, rehearsal })),
);

const rule: Arbitrary<RuleResult> = fc.record({
  id: fc.constantFrom('resource-replacement', 'resource-removal', 'hard-limited-preset'),
  state: fc.oneof(
    fc.constantFrom('checked', 'off', 'not-configured').map((kind) => ({ kind })),
    fc.record({
      kind: fc.constant('not-checked' as const),
      reasons: fc.array(
        fc.record({ template: templateName, code: fc.constantFrom('a', 'b'), detail: text, remedy: text }),
        { maxLength: 3 },
      ),
    }),
  ),
});

const error: Arbitrary<InputError> = fc.record({ input: arbitraryName, message: arbitraryName });

const anyNotice: Arbitrary<Notice> = fc.record({ input: arbitraryName, text });

const EXIT_CODES: Readonly<Record<Conclusion, readonly ExitCode[]>> = { pass: [0], fail: [1], inconclusive: [0, 2] };

/** Reports of every shape, none of which need make sense. */
const fix: Arbitrary<TemplateFix> = fc.record({
  template: templateName,
  diffs: fc.array(
    fc.array(arbitraryName, { maxLength: 3 }).map((each) => each.join('\n')),
    { maxLength: 2 },
  ),
  tradeOffs: fc.array(text, { maxLength: 2 }),
  proof: fc.oneof(
    fc.constant({ kind: 'proven' as const }),
    fc.record({ kind: fc.constant('not-proven' as const), because: text }),
  ),
});

export const arbitraryReport: Arbitrary<Report> = fc
  .record({
    findings: fc.array(arbitraryFinding, { maxLength: 14 }),
    plans: fc.array(anyPlan, { maxLength: 3 }),
    rules: fc.array(rule, { maxLength: 4 }),
    errors: fc.array(error, { maxLength: 12 }),
    notices: fc.array(anyNotice, { maxLength: 12 }),
    fixes: fc.array(fix, { maxLength: 2 }),
    conclusion: fc.constantFrom<Conclusion>('pass', 'fail', 'inconclusive'),
  })
  .chain(({ conclusion, ...facts }) =>
    fc.constantFrom(...EXIT_CODES[conclusion]).map((exitCode) => ({
      toolVersion: '0.1.0',
      verdict: { conclusion, exitCode, blocking: facts.findings.filter(({ severity }) => severity === 'error') },
      ...facts,
    })),
  );
