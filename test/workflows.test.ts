import { readdirSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parse } from 'yaml';
import { stepOutputs } from '../src/report/outputs.ts';
import { parseSettings } from '../src/run/settings/settings.ts';
import { INPUTS } from '../src/run/words/inputs.ts';
import { report } from './support/builders.ts';
import { inputs } from './support/settings.ts';

// GitHub's own language service imports JSON without an import attribute, which plain Node refuses.
registerHooks({
  load: (url, context, next) =>
    next(url, url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context),
});
const { validate } = await import('@actions/languageservice');

const action = readFileSync('action.yml', 'utf8');
const metadata = parse(action) as {
  inputs: Readonly<Record<string, { description: string; default?: string }>>;
  outputs: Readonly<Record<string, unknown>>;
};

let documents = 0;

/** There is no network to look up what actions of others take. */
const FOREIGN = /^Unable to resolve action `(?!prebuild-guard)/;

/** The service caches what it parsed by address, so each text gets an address of its own. */
async function problemsIn(name: string, text: string): Promise<readonly string[]> {
  const document = TextDocument.create(`file:///repository-${documents++}/${name}`, 'yaml', 1, text);
  const diagnostics = await validate(document, {
    actionsMetadataProvider: {
      fetchActionMetadata: async ({ name: repository }) =>
        repository === 'prebuild-guard' ? parse(action) : undefined,
    },
  });
  return diagnostics
    .filter(({ message }) => !FOREIGN.test(textOf(message)))
    .map(({ range, message }) => `${range.start.line + 1}: ${textOf(message)}`);
}

/** Whole workflows among the examples of a page. */
function workflowsIn(page: string): readonly string[] {
  const examples = [...readFileSync(page, 'utf8').matchAll(/^```ya?ml\n(.*?)^```/gms)].map(([, text]) => text ?? '');
  return examples.filter((text) => /^on:/m.test(text));
}

const pages = [
  'README.md',
  ...readdirSync('docs', { encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
const examples = pages.flatMap((page) => workflowsIn(page).map((text, index) => ({ page, index, text })));
const workflows = readdirSync('.github/workflows').map((name) => ({
  name,
  text: readFileSync(`.github/workflows/${name}`, 'utf8'),
}));

describe('action.yml', () => {
  it('is valid for GitHub', async () => {
    expect(await problemsIn('action.yml', action)).toEqual([]);
  });

  it('has the inputs that are read, and describes each', () => {
    expect(Object.keys(metadata.inputs).toSorted()).toEqual([...INPUTS].toSorted());
    expect(Object.values(metadata.inputs).filter(({ description }) => !description)).toEqual([]);
  });

  it('has the defaults that the settings have', () => {
    const given = Object.fromEntries(Object.entries(metadata.inputs).map(([name, { default: own }]) => [name, own]));
    const { 'github-token': _, ...others } = given;
    const task = { kind: 'rehearse', templates: ['d'] } as const;
    expect(parseSettings([inputs(others)], task)).toEqual(parseSettings([], task));
  });

  it('has the outputs that are set', () => {
    const names = stepOutputs(report(), 'report.json').map(({ name }) => name);
    expect(Object.keys(metadata.outputs).toSorted()).toEqual(names.toSorted());
  });
});

describe('workflows', () => {
  it('are among the examples of the README', () => {
    expect(examples.some(({ page }) => page === 'README.md')).toBe(true);
  });

  it.each(examples)('in $page, number $index, are valid and use inputs that there are', async ({ text }) => {
    expect(await problemsIn('.github/workflows/example.yml', text)).toEqual([]);
  });

  it.each(workflows)('of this repository: $name is valid', async ({ name, text }) => {
    expect(await problemsIn(`.github/workflows/${name}`, text)).toEqual([]);
  });

  it.each([...workflows, ...examples.map(({ page, index, text }) => ({ name: `${page}#${index}`, text }))])(
    'give nothing by default, and pin actions of others: $name',
    ({ text }) => {
      const { permissions } = parse(text) as { permissions: unknown };
      expect(permissions).toEqual({});
      const uses = [...text.matchAll(/uses: (\S+)/g)].map(([, reference]) => reference ?? '');
      const foreign = uses.filter(
        (reference) => !reference.startsWith('./') && !reference.startsWith('prebuild-guard/'),
      );
      expect(foreign.filter((reference) => !/@[0-9a-f]{40}$/.test(reference))).toEqual([]);
    },
  );

  it('are refused when they use an input that there is not', async () => {
    const [example] = examples;
    const broken = example?.text.replace('template: templates', 'tempalte: templates') ?? '';
    expect((await problemsIn('.github/workflows/broken.yml', broken)).join('\n')).toContain('tempalte');
  });
});

function textOf(message: string | { readonly value: string }): string {
  return typeof message === 'string' ? message : message.value;
}
