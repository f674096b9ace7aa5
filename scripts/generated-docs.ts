import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { CLAIM_FACTS } from '../src/model/plan/claim-proof.ts';
import { CONTENT_FACTS, READING_FACTS } from '../src/model/plan/content-proof.ts';
import { PRESENCE_FACTS, PRESET_FACTS } from '../src/model/plan/preset-proof.ts';
import { TEMPLATE_FACTS } from '../src/model/plan/template-proof.ts';
import { RULES } from '../src/rules/index.ts';
import { COMMANDS } from '../src/run/words/commands.ts';
import { helpText } from '../src/run/words/help.ts';

interface ActionField {
  readonly description: string;
  readonly required?: boolean;
  readonly default?: string;
}

interface ActionMetadata {
  readonly inputs: Readonly<Record<string, ActionField>>;
  readonly outputs: Readonly<Record<string, ActionField>>;
}

/** What each page with generated parts must be, by its path. */
export function generatedDocs(): ReadonlyMap<string, string> {
  const pages = readdirSync('docs/rules').filter((name) => name.endsWith('.md'));
  return new Map([
    ['README.md', filled('README.md', { example: fenced('text', exampleReport()) })],
    ['docs/reference.md', filled('docs/reference.md', referenceParts())],
    ['docs/claim-plan.md', filled('docs/claim-plan.md', { facts: factTable() })],
    ...pages.map(
      (name) => [`docs/rules/${name}`, filled(`docs/rules/${name}`, rulePageParts(name.slice(0, -3)))] as const,
    ),
  ]);
}

/** The arguments that the README tells a newcomer to try. */
const EXAMPLE = ['check', 'examples/docker-workspace/claim.plan.json'];

/** The output of the example without the long facts of its finding: a newcomer reads what, why and the fix. */
function exampleReport(): string {
  const { stdout } = spawnSync(process.execPath, ['src/cli.ts', ...EXAMPLE], { encoding: 'utf8' });
  return stdout.replace(/^\n {2}paths .*?(?=^ {2}evidence)/ms, '  …\n').replace(/^ {2}trade-off .*?(?=^$)/ms, '  …\n');
}

function referenceParts(): Readonly<Record<string, string>> {
  const action = parse(readFileSync('action.yml', 'utf8')) as ActionMetadata;
  return {
    inputs: table(
      ['input', 'default', 'what it is'],
      Object.entries(action.inputs).map(([name, field]) => [`\`${name}\``, fallback(field), cell(field.description)]),
    ),
    outputs: table(
      ['output', 'what it is'],
      Object.entries(action.outputs).map(([name, { description }]) => [`\`${name}\``, cell(description)]),
    ),
    help: fenced('text', [helpText(), ...COMMANDS.map((command) => helpText(command))].join('\n')),
    rules: table(
      ['rule', 'severity', 'problem'],
      RULES.map(({ id, severity, summary }) => [`[\`${id}\`](rules/${id}.md)`, severity, summary]),
    ),
  };
}

/** Every fact that a pass of `check` rests on, from the tables that it is derived from. */
function factTable(): string {
  const claim = [...CLAIM_FACTS, ...READING_FACTS, ...CONTENT_FACTS, ...PRESET_FACTS];
  const template = [...TEMPLATE_FACTS, ...PRESENCE_FACTS];
  const shared = new Set(template.map(({ fact }) => fact));
  const rows: readonly { readonly fact: string; readonly where: string }[] = [
    ...claim.filter(({ fact }) => !shared.has(fact)),
    ...template,
  ];
  return table(
    ['it is known that', 'because of', 'needed for'],
    rows.map(({ fact, where }) => [fact, where, shared.has(fact) ? 'both' : 'claim']),
  );
}

function rulePageParts(id: string): Readonly<Record<string, string>> {
  const rule = RULES.find((candidate) => candidate.id === id);
  if (rule === undefined) return {};
  const golden = `fixtures/scenarios/${id}/report.txt`;
  return {
    head: `${rule.summary} · ${rule.severity} · since ${rule.since}`,
    ...(existsSync(golden) ? { example: fenced('text', readFileSync(golden, 'utf8')) } : {}),
  };
}

/** The file's text with every part between its markers replaced. Throws for a part without markers. */
function filled(path: string, parts: Readonly<Record<string, string>>): string {
  return Object.entries(parts).reduce(
    (text, [name, content]) => {
      const start = `<!-- generated: ${name} -->`;
      const from = text.indexOf(start);
      const to = text.indexOf('<!-- end -->', from);
      if (from < 0 || to < 0) throw new Error(`${path} has no part \`${name}\``);
      return `${text.slice(0, from)}${start}\n\n${content.trimEnd()}\n\n${text.slice(to)}`;
    },
    readFileSync(path, 'utf8'),
  );
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function fallback(field: ActionField): string {
  if (field.required === true) return 'required';
  return field.default === undefined || field.default === '' ? '–' : `\`${field.default}\``;
}

function cell(text: string): string {
  return text.trim().replaceAll('\n', ' ').replaceAll('|', '\\|');
}

function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}
