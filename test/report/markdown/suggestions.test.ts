import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Patch } from '../../../src/model/configuration/patch.ts';
import { aboutResource, type Finding } from '../../../src/model/judgement/finding.ts';
import type { ChangedFiles } from '../../../src/model/pull-request/changed-lines.ts';
import { readSuggestionMark, suggestionMarker } from '../../../src/model/pull-request/markers.ts';
import type { SuggestionDraft } from '../../../src/model/pull-request/suggestion-draft.ts';
import { OUTPUTS } from '../../../src/report/index.ts';
import { draftComment } from '../../../src/report/markdown/comment.ts';
import { draftSuggestions } from '../../../src/report/markdown/suggestions.ts';
import { renderSummary } from '../../../src/report/markdown/summary.ts';
import type { Report } from '../../../src/report/report.ts';
import { placeFixes } from '../../../src/report/words/place-fixes.ts';
import {
  failed,
  finding,
  fixOf,
  inputError,
  patch,
  report,
  ruleResult,
  templateReason,
} from '../../support/builders.ts';
import { arbitraryName, arbitraryReport } from '../arbitrary-report.ts';
import { escapesOf } from '../rendered-html.ts';

/** The pull request shows the lines of these patches. */
function showing(...patches: readonly Patch[]): ChangedFiles {
  const files = patches.map(({ file, line, before }) => ({
    filename: file,
    patch: `@@ -${line},${before.length} +${line},${before.length} @@\n${before.map((text) => `+${text}`).join('\n')}`,
  }));
  return { kind: 'read', files };
}

function fixed(...patches: readonly Patch[]): Finding {
  return finding({ details: { snippet: 'name = data.coder_workspace.me.id', fix: fixOf(...patches) } });
}

function drafts(findings: readonly Finding[], changed: ChangedFiles): readonly SuggestionDraft[] {
  const facts = failed(findings);
  const drafted = draftSuggestions(facts, placeFixes(findings, changed), 'default');
  return drafted.kind === 'drafts' ? drafted.drafts : [];
}

const BLOCK = patch({
  line: 5,
  endLine: 6,
  before: ['  lifecycle {', '  }'],
  after: ['  lifecycle {', '    x = 1', '  }'],
});
const ELSEWHERE = patch({ file: 'locals.tf', line: 40, endLine: 40 });

describe('a fix', () => {
  it.each([
    { patches: [patch()], shown: [patch()], place: 'suggested', because: 'the diff shows its line' },
    { patches: [BLOCK], shown: [BLOCK], place: 'suggested', because: 'the diff shows its lines' },
    { patches: [patch()], shown: [], place: 'patch', because: 'the diff does not show its line' },
    { patches: [patch(), ELSEWHERE], shown: [patch(), ELSEWHERE], place: 'suggested', because: 'both files show it' },
    { patches: [patch(), ELSEWHERE], shown: [patch()], place: 'patch', because: 'half of it would fix nothing' },
  ])('is $place, because $because', ({ patches, shown, place }) => {
    const facts = fixed(...patches);
    expect(placeFixes([facts], showing(...shown)).placeOf(facts)).toBe(place);
  });

  it.each([
    { details: {}, because: 'there is no fix' },
    { details: { fix: { kind: 'none', because: ['It is written in JSON.'] } }, because: 'it cannot be edited' },
    {
      details: { fix: fixOf(patch()), waiver: { reason: 'x', until: '2027-01-31' } },
      because: 'the user accepted the finding',
    },
  ] as const)('has no place where $because', ({ details }) => {
    const facts = finding({ details });
    const fixes = placeFixes([facts], showing(patch()));
    expect([fixes.placeOf(facts), fixes.suggested]).toEqual([undefined, []]);
  });

  it('that fixes several findings is suggested once', () => {
    const findings = [fixed(patch()), fixed(patch())];
    expect(placeFixes(findings, showing(patch())).suggested).toEqual([{ patch: patch(), findings }]);
    expect(drafts(findings, showing(patch()))[0]?.body).toContain('also fixes 1 more finding');
  });

  it('of lines that another is suggested for stays a patch', () => {
    const first = fixed(BLOCK);
    const second = fixed({ ...BLOCK, after: ['  lifecycle {', '    y = 2', '  }'] });
    const fixes = placeFixes([first, second], showing(BLOCK));
    expect([fixes.placeOf(first), fixes.placeOf(second)]).toEqual(['suggested', 'patch']);
  });

  it('stays a patch where the pull request has enough suggestions', () => {
    const patches = Array.from({ length: 25 }, (_, index) => patch({ file: `${index}.tf` }));
    const findings = patches.map((each) => fixed(each));
    const fixes = placeFixes(findings, showing(...patches));
    expect(fixes.suggested).toHaveLength(20);
    expect(findings.filter((each) => fixes.placeOf(each) === 'patch')).toHaveLength(5);
  });

  it('is suggested only on lines that the diff shows, and belongs together', () => {
    fc.assert(
      fc.property(arbitraryReport, fc.integer({ min: 1, max: 20 }), (facts, line) => {
        const shown = patch({ line, before: ['a', '', '```', '  b = "c"'] });
        const fixes = placeFixes(facts.findings, showing(shown));
        const lines = fixes.suggested.flatMap(({ patch: each }) =>
          each.before.map((text, index) => [each.file, text, shown.before[each.line + index - line]]),
        );
        expect(lines.every(([file, text, there]) => file === 'main.tf' && text === there)).toBe(true);
      }),
    );
  });
});

describe('a suggestion', () => {
  it('says what, why and at what price, and stands on its lines', () => {
    expect(drafts([fixed(BLOCK)], showing(BLOCK))).toMatchInlineSnapshot(`
      [
        {
          "body": "<!-- prebuild-guard suggestion {"id":"f556ff025c5f4897","key":"default","rule":"resource\\u002dreplacement","v":1} -->

      Claiming a prebuild destroys and recreates \`docker_container.workspace\`.

      The claimant waits for it again, and what was in it is gone.

      \`\`\`suggestion
        lifecycle {
          x = 1
        }
      \`\`\`

      **Trade-off:** The container has another name.

      <sub>prebuild-guard · error · \`resource-replacement\` · \`docker_container.workspace\`</sub>",
          "file": "main.tf",
          "id": "f556ff025c5f4897",
          "line": 6,
          "rule": "resource-replacement",
          "startLine": 5,
        },
      ]
    `);
  });

  it('of one line has no first', () => {
    expect(drafts([fixed(patch())], showing(patch()))).toMatchObject([{ line: 3, startLine: undefined }]);
  });

  it('says that it is not alone', () => {
    const bodies = drafts([fixed(patch(), ELSEWHERE)], showing(patch(), ELSEWHERE)).map(({ body }) => body);
    expect(bodies).toHaveLength(2);
    for (const body of bodies) expect(body).toContain('one of 2 edits that belong together');
  });

  function idOf(each: Finding): string | undefined {
    return drafts([each], showing(patch(), patch({ line: 90, endLine: 90 }), ELSEWHERE))[0]?.id;
  }

  it.each([
    { other: fixed(patch({ line: 90, endLine: 90 })), same: true, because: 'its line moved' },
    { other: { ...fixed(patch()), ruleId: 'persistent-data-loss' }, same: true, because: 'a graver rule found it' },
    {
      other: { ...fixed(patch()), subject: aboutResource('docker_container.workspace[0]') },
      same: true,
      because: 'instances share their block',
    },
    { other: fixed(patch({ after: ['  name = "x"'] })), same: false, because: 'it says something else' },
    { other: fixed(ELSEWHERE), same: false, because: 'it is of another file' },
    {
      other: { ...fixed(patch()), subject: aboutResource('docker_container.other') },
      same: false,
      because: 'it is of another resource',
    },
  ])('is the same in the next run: $same, because $because', ({ other, same }) => {
    expect(idOf(other)).toBeDefined();
    expect(idOf(other) === idOf(fixed(patch()))).toBe(same);
  });

  it('can be told from one that says the same on other lines', () => {
    const twice = [patch(), patch({ line: 9, endLine: 9 })];
    expect(new Set(drafts([fixed(...twice)], showing(...twice)).map(({ id }) => id)).size).toBe(2);
  });

  it('lets nothing act on its reader but its own lines', () => {
    fc.assert(
      fc.property(arbitraryReport, (facts) => {
        const changed = showing(
          ...facts.findings.flatMap(({ details }) => (details.fix?.kind === 'patch' ? details.fix.patches : [])),
        );
        for (const { body } of drafts(facts.findings, changed)) {
          const [, fence] = /^(`+)suggestion$/m.exec(body) ?? [];
          const [before = '', rest = ''] = body.split(`${fence}suggestion\n`);
          const after = rest.slice(rest.indexOf(`${fence}\n`) + (fence?.length ?? 0));
          expect(escapesOf(`${before}\n${after}`)).toEqual([]);
        }
      }),
    );
  });
});

describe('the mark of a suggestion', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(arbitraryName, arbitraryName, arbitraryName, (id, key, rule) => {
        const marker = suggestionMarker({ id, key, rule });
        expect(readSuggestionMark(`${marker}\n\ntext`)).toEqual({ id, key, rule });
        expect(marker.slice(4, -3)).not.toMatch(/-->|[<>\n]/);
      }),
    );
  });

  it.each([
    '',
    'text',
    `text\n${suggestionMarker({ id: 'a', key: 'k', rule: 'r' })}`,
    '<!-- prebuild-guard {"key":"default","v":1} -->',
    '<!-- prebuild-guard suggestion {"id":1,"key":"k","rule":"r"} -->',
    '<!-- prebuild-guard suggestion {"id":} -->',
    '<!-- prebuild-guard suggestion {} --> text',
  ])('is not %j', (body) => {
    expect(readSuggestionMark(body)).toBeUndefined();
  });
});

describe('the suggestions of a report', () => {
  it.each([
    { facts: report(), decided: ['resource-replacement'], because: 'the rule was checked' },
    {
      facts: report({ rules: [ruleResult({ state: { kind: 'off' } })] }),
      decided: ['resource-replacement'],
      because: 'nobody wants it',
    },
    {
      facts: report({ rules: [ruleResult({ state: { kind: 'not-checked', reasons: [templateReason()] } })] }),
      decided: [],
      because: 'the rule could not be checked',
    },
    {
      facts: report({ rules: [ruleResult({ state: { kind: 'not-configured' } })] }),
      decided: [],
      because: 'the rule saw nothing',
    },
    { facts: report({ errors: [inputError()] }), decided: [], because: 'a template was not read' },
  ])('decide about those of $decided, because $because', ({ facts, decided }) => {
    expect(draftSuggestions(facts, placeFixes([], { kind: 'none' }), 'k')).toMatchObject({ decidedRules: decided });
  });

  const OPTIONS = {
    text: { colour: false, width: 80 },
    comment: { mode: 'always', key: 'k' },
    reportPath: undefined,
  } as const;

  it('are none where there is no pull request', () => {
    expect(OUTPUTS.suggestions(report(), OPTIONS)).toEqual([]);
    expect(OUTPUTS.suggestions(report(), { ...OPTIONS, changed: { kind: 'none' } })).toEqual([]);
  });

  it('are withheld where the changed files are not known', () => {
    const because = { level: 'warning', detail: 'GitHub could not be reached.' } as const;
    expect(OUTPUTS.suggestions(failed([fixed(patch())]), { ...OPTIONS, changed: { kind: 'unread', because } })).toEqual(
      [{ kind: 'suggestions', suggestions: { kind: 'withheld', because } }],
    );
  });

  it('are published of the comment key, also where there are none', () => {
    expect(OUTPUTS.suggestions(report(), { ...OPTIONS, changed: showing() })).toMatchObject([
      { kind: 'suggestions', suggestions: { kind: 'drafts', key: 'k', drafts: [] } },
    ]);
  });
});

describe('the comment', () => {
  function comment(facts: Report, changed: ChangedFiles): string {
    const fixes = placeFixes(facts.findings, changed);
    return draftComment(facts, { mode: 'always', key: 'default' }, fixes)?.body ?? '';
  }

  it('points at a suggestion', () => {
    const body = comment(failed([fixed(patch())]), showing(patch()));
    expect(body).toContain('**Fix** · suggested on `main.tf:3`\n\n```hcl\nname = data.coder_workspace.me.id\n```');
    expect(body).not.toContain('```diff');
  });

  it.each([
    { changed: showing(), because: 'its lines are not in the diff' },
    { changed: { kind: 'unread', because: { level: 'warning', detail: 'x' } }, because: 'the diff is not known' },
    { changed: { kind: 'none' }, because: 'nothing is suggested' },
  ] as const)('has the fix as a patch where $because', ({ changed }) => {
    const body = comment(failed([fixed(patch())]), changed);
    expect(body).toContain(
      '**Fix** · a patch of `main.tf`\n\n```diff\n--- a/main.tf\n+++ b/main.tf\n-  name = local.name\n+  name = data.coder_workspace.me.id\n```\n\n**Trade-off:** The container has another name.',
    );
  });

  it('has the fix in brief where the patch is very long', () => {
    const long = patch({ after: Array.from({ length: 400 }, (_, index) => `  line = ${index} # and so on`) });
    const body = comment(failed([fixed(long)]), showing());
    expect(body).toContain('```hcl\nname = data.coder_workspace.me.id\n```');
    expect(body).not.toContain('```diff');
  });

  it('says why there is no edit', () => {
    const because = ['The file is written in JSON.'];
    const body = comment(
      failed([finding({ details: { snippet: 'x = 1', fix: { kind: 'none', because } } })]),
      showing(),
    );
    expect(body).toContain('**No edit is offered:** The file is written in JSON.\n\n```hcl\nx = 1\n```');
  });

  it('leaves the patch to the job summary, too', () => {
    expect(renderSummary(failed([fixed(patch())]))).toContain('```diff\n--- a/main.tf');
  });
});
