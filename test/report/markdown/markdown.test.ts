import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { code, visible } from '../../../src/model/text.ts';
import {
  cell,
  cellCode,
  codeSpan,
  fenced,
  htmlCode,
  inline,
  paragraph,
} from '../../../src/report/markdown/markdown.ts';
import { causeGraph } from '../../../src/report/markdown/mermaid.ts';
import { arbitraryName, HOSTILE_NAMES } from '../arbitrary-report.ts';
import { escapesOf, renderedHtml } from '../rendered-html.ts';

/** Text of an element that holds nothing but text. */
function textIn(html: string): string {
  return html
    .replaceAll('<wbr>', '')
    .replace(/&#(\d+);/g, (_, digits: string) => String.fromCodePoint(Number(digits)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

const SHORT = arbitraryName.filter((name) => visible(name).length <= 300);

describe('a name in Markdown', () => {
  it.each([
    ['a', '`a`'],
    ['a`b', '``a`b``'],
    ['`', '`` ` ``'],
    ['a``b`c', '```a``b`c```'],
    [' a', '`  a `'],
    [' ', '` `'],
    ['', '(empty)'],
    ['a\nb', '`a\\nb`'],
    ['@octocat', '`@octocat`'],
  ])('%j is the code span %s', (name, markdown) => {
    expect(codeSpan(name)).toBe(markdown);
  });

  it('reads as it is, whatever is in it', () => {
    fc.assert(
      fc.property(
        SHORT.filter((name) => visible(name) !== ''),
        (name) => {
          const [, inner = ''] = /^<p>see <code>([^<]*)<\/code> here<\/p>$/.exec(
            renderedHtml(`see ${codeSpan(name)} here`),
          ) ?? [''];
          expect(textIn(inner)).toBe(visible(name));
        },
      ),
    );
  });

  it('reads as it is in a table, and stays in its cell', () => {
    fc.assert(
      fc.property(
        SHORT.filter((name) => visible(name) !== ''),
        (name) => {
          const html = renderedHtml(`| a | b |\n| --- | --- |\n| ${cellCode(name)} | end |`);
          const [, inner = ''] = /<td><code>((?:[^<]|<wbr>)*)<\/code><\/td>\n<td>end<\/td>/.exec(html) ?? [];
          expect(textIn(inner)).toBe(visible(name));
        },
      ),
    );
  });

  it('reads as it is in HTML', () => {
    fc.assert(
      fc.property(SHORT, (name) => {
        const html = renderedHtml(`<details>\n<summary>${htmlCode(name)}</summary>\n</details>`);
        const [, inner = ''] = /<summary><code>([^<]*)<\/code><\/summary>/.exec(html) ?? [];
        expect(textIn(inner)).toBe(visible(name));
      }),
    );
  });

  it('is cut where it is too long, never within a character', () => {
    expect(codeSpan('x'.repeat(400))).toBe(`\`${'x'.repeat(299)}…\``);
    expect(codeSpan(`${'x'.repeat(298)}${'😀'.repeat(3)}`)).toBe(`\`${'x'.repeat(298)}…\``);
  });
});

describe('words in Markdown', () => {
  it.each([
    ['ignore_changes and for_each', 'ignore_changes and for_each'],
    ['_a_', '\\_a\\_'],
    ['2 * 3 * 4', '2 \\* 3 \\* 4'],
    ['coder/coder#17840', 'coder/coder#<wbr>17840'],
    ['@octocat', '@<wbr>octocat'],
    ['a < b & c', 'a &lt; b &amp; c'],
    ['https://x.example', 'https:<wbr>//x.example'],
  ])('%j are written %s', (words, markdown) => {
    expect(inline([words])).toBe(markdown);
  });

  it.each(['# h', '- a', '+ a', '1. a', '1) a', '    a', '===', '---', '> a', '~~~'])('%j begins no block', (words) => {
    expect(renderedHtml(paragraph([words]))).toMatch(/^<p>[^<]*<\/p>$/);
  });

  it('are only words, also where a name was taken for one', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(arbitraryName, arbitraryName.map(code)), { maxLength: 5 }), (text) => {
        expect(escapesOf(`# x\n\n${paragraph(text)}`).filter((tag) => !/^<\/?h1>$/.test(tag))).toEqual([]);
        expect(escapesOf(`| a |\n| --- |\n| ${cell(text)} |`)).toEqual([]);
      }),
    );
  });
});

describe('a block of code', () => {
  it('ends where it ends, whatever is in it', () => {
    fc.assert(
      fc.property(fc.array(arbitraryName), (lines) => {
        const html = renderedHtml(`${fenced(lines.join('\n'), 'hcl')}\n\nend`);
        expect(html).toMatch(/^<pre><code class="language-hcl">[^<]*<\/code><\/pre>\n<p>end<\/p>$/);
      }),
    );
  });
});

describe('a cause chain', () => {
  it('is drawn from what varies to what it replaces, each reference once', () => {
    const name = { reference: 'docker_container.workspace.name', location: { file: 'main.tf', line: 4 } };
    const owner = { reference: 'data.coder_workspace_owner.me.name' };
    expect(
      causeGraph([
        [name, { reference: 'local.name' }, owner],
        [name, owner],
      ]),
    ).toMatchInlineSnapshot(`
      "flowchart LR
        n0["docker_container.workspace.name<br/>main.tf#58;4"]
        n1["local.name"]
        n2["data.coder_workspace_owner.me.name"]
        n1 --> n0
        n2 --> n1
        n2 --> n0"
    `);
  });

  it.each(HOSTILE_NAMES)('cannot be broken out of by %j', (reference) => {
    const lines = causeGraph([[{ reference, location: { file: reference, line: 1 } }, { reference: 'end' }]]).split(
      '\n',
    );
    expect(lines).toHaveLength(4);
    expect(lines[1]).toMatch(/^ {2}n0\["(?:[A-Za-z0-9_. ]|#\d+;)*<br\/>(?:[A-Za-z0-9_. ]|#\d+;)*"\]$/);
    expect(lines[3]).toBe('  n1 --> n0');
  });
});
