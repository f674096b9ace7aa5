import { expect, it } from 'vitest';
import { say } from '../../../src/model/text.ts';
import { renderJson } from '../../../src/report/json/json.ts';
import { renderSummary } from '../../../src/report/markdown/summary.ts';
import type { TemplateFix } from '../../../src/report/report.ts';
import { renderText } from '../../../src/report/text/text.ts';
import { report } from '../../support/builders.ts';

const FIX: TemplateFix = {
  template: 'templates/a',
  diffs: [
    '--- a/main.tf\n+++ b/main.tf\n@@ -3,2 +3,6 @@\n   name = local.name\n+\n+  lifecycle {\n+    ignore_changes = [name]\n+  }\n }',
  ],
  tradeOffs: [say`A claimed workspace keeps the values of its prebuild in ${'name'}.`],
  proof: { kind: 'proven' },
};

const UNPROVEN: TemplateFix = {
  ...FIX,
  template: 'templates/b',
  diffs: [...FIX.diffs, '--- a/other.tf\n+++ b/other.tf\n@@ -1 +1 @@\n-a\n+b'],
  proof: { kind: 'not-proven', because: say`In a second rehearsal, a claim still changes ${'x.a'}.` },
};

const last = (text: string, count: number) => text.trimEnd().split('\n').slice(-count).join('\n');

it('the text shows what was written, what it costs, and whether it is proven', () => {
  expect(
    last(renderText(report({ fixes: [FIX, UNPROVEN] }), { colour: false, width: 100 }), 38),
  ).toMatchInlineSnapshot(`
    "
    fixed templates/a  1 file written

      --- a/main.tf
      +++ b/main.tf
      @@ -3,2 +3,6 @@
         name = local.name
      +
      +  lifecycle {
      +    ignore_changes = [name]
      +  }
       }

      trade-off A claimed workspace keeps the values of its prebuild in \`name\`.
      proven: in a second rehearsal with the edits, a claim changes nothing

    fixed templates/b  2 files written, in 2 rounds

      --- a/main.tf
      +++ b/main.tf
      @@ -3,2 +3,6 @@
         name = local.name
      +
      +  lifecycle {
      +    ignore_changes = [name]
      +  }
       }

      --- a/other.tf
      +++ b/other.tf
      @@ -1 +1 @@
      -a
      +b

      trade-off A claimed workspace keeps the values of its prebuild in \`name\`.
      not proven. In a second rehearsal, a claim still changes \`x.a\`.

    ✓ pass: claims are clean (exit code 0)"
  `);
});

it('the summary names the files, and the JSON has the edits', () => {
  expect(renderSummary(report({ fixes: [FIX, UNPROVEN] }))).toContain(
    '- `templates/a`: 1 file written; proven: in a second rehearsal with the edits, a claim changes nothing. A claimed',
  );
  expect(JSON.parse(renderJson(report({ fixes: [UNPROVEN] })))).toMatchObject({
    fixes: [
      {
        template: 'templates/b',
        proven: false,
        because: 'In a second rehearsal, a claim still changes `x.a`.',
        diffs: UNPROVEN.diffs,
        tradeOffs: ['A claimed workspace keeps the values of its prebuild in `name`.'],
      },
    ],
  });
  expect(JSON.parse(renderJson(report()))).not.toHaveProperty('fixes');
});
