import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { generatedDocs } from '../scripts/generated-docs.ts';
import { RULES } from '../src/rules/index.ts';
import { VERSION } from '../src/run/version.ts';

const HEADINGS = [
  'What it checks',
  'Why it matters',
  'Example',
  'How to fix it',
  'When it is not checked',
  'When to allow it',
];

describe('generated parts', () => {
  it.each([...generatedDocs()])('of %s are fresh: `npm run docs` writes them', (path, text) => {
    expect(readFileSync(path, 'utf8')).toBe(text);
  });
});

describe.each(RULES)('the rule $id', ({ id, group, summary }) => {
  it('has a file of its name, a page with every heading in order, a test and a scenario', () => {
    expect(existsSync(`src/rules/${group}/${id}.ts`)).toBe(true);
    expect(existsSync(`test/rules/${group}/${id}.test.ts`)).toBe(true);
    expect(existsSync(`fixtures/scenarios/${id}/scenario.json`)).toBe(true);
    const headings = [...readFileSync(`docs/rules/${id}.md`, 'utf8').matchAll(/^## (.*)$/gm)].map(([, text]) => text);
    expect(headings).toEqual(HEADINGS);
  });

  it('says its problem in one sentence', () => {
    expect(summary).toMatch(/^[A-Z`].*\.$/);
    expect(summary).not.toMatch(/\. /);
  });
});

it('rules have unique ids, and every file and page is of a rule', () => {
  const ids = RULES.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const files = ['claim', 'template', 'change', 'history'].flatMap((group) => readdirSync(`src/rules/${group}`));
  expect(files.toSorted()).toEqual(ids.map((id) => `${id}.ts`).toSorted());
  expect(readdirSync('docs/rules').toSorted()).toEqual(ids.map((id) => `${id}.md`).toSorted());
});

it('the version is that of the package', () => {
  expect(VERSION).toBe((JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version);
});

it('links in the pages lead somewhere', () => {
  const pages = ['.', 'docs', 'docs/rules', 'docs/adr', 'fixtures'].flatMap((directory) =>
    readdirSync(directory)
      .filter((name) => name.endsWith('.md'))
      .map((name) => `${directory}/${name}`),
  );
  const dead = pages.flatMap((page) =>
    [...readFileSync(page, 'utf8').matchAll(/\]\((?!https?:|#)([^)#]+)/g)]
      .map(([, target]) => new URL(target ?? '', `file:///${page}`).pathname.slice(1))
      .filter((target) => !existsSync(target))
      .map((target) => `${page}: ${target}`),
  );
  expect(dead).toEqual([]);
});
