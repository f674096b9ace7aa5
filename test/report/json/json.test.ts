import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderJson } from '../../../src/report/json/json.ts';
import {
  attributeChange,
  failed,
  finding,
  inconclusive,
  planReport,
  preset,
  replacement,
  report,
} from '../../support/builders.ts';
import { arbitraryReport } from '../arbitrary-report.ts';
import { fullReport } from '../sample.ts';

const schema: SchemaNode = JSON.parse(readFileSync('report.schema.json', 'utf8'));
const ajv = new Ajv2020({ strict: true, strictTypes: false, allErrors: true });
const validate = ajv.compile(schema);

interface PlanNode {
  readonly replacements: readonly { readonly address: string }[];
}

interface SchemaNode {
  readonly [keyword: string]: unknown;
}

function problems(json: string): unknown {
  validate(JSON.parse(json));
  return validate.errors ?? [];
}

describe('report.json', () => {
  it.each([
    ['a pass', report()],
    ['a run without plans', report({ plans: [], rules: [] })],
    ['a fail', failed([finding()])],
    ['an inconclusive run', inconclusive()],
    ['one of everything', fullReport()],
  ])('is valid for %s', (_, facts) => {
    expect(problems(renderJson(facts))).toEqual([]);
  });

  it('is valid, pretty-printed and without invisible characters for every report', () => {
    fc.assert(
      fc.property(arbitraryReport, (facts) => {
        const json = renderJson(facts);
        expect(problems(json)).toEqual([]);
        expect(json).toBe(renderJson(facts));
        expect(json.endsWith('}\n')).toBe(true);
        expect(json.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u);
      }),
    );
  });

  it('keeps every address and path as it is, whatever is in it', () => {
    fc.assert(
      fc.property(arbitraryReport, (facts) => {
        const read = JSON.parse(renderJson(facts));
        expect(read.plans.map((plan: PlanNode) => plan.replacements.map(({ address }) => address))).toEqual(
          facts.plans.map((plan) => plan.replacements.map(({ address }) => address)),
        );
        expect(read.findings).toHaveLength(facts.findings.length);
      }),
    );
  });

  it('names a replaced resource with all that Terraform and Coder say of it', () => {
    const change = replacement({
      previousAddress: 'docker_container.dev',
      replacePaths: [['env', 0], ['rule', null, 'port'], []],
    });
    const read = JSON.parse(renderJson(report({ plans: [planReport({ replacements: [change] })] })));
    expect(read.plans[0].replacements).toEqual([
      {
        address: 'docker_container.workspace',
        previousAddress: 'docker_container.dev',
        type: 'docker_container',
        actions: ['delete', 'create'],
        replacePaths: [['env', 0], ['rule', '[*]', 'port'], []],
        actionReason: 'replace_because_cannot_update',
        coderCounts: true,
        coderLogs: true,
      },
    ]);
  });

  it.each([
    { change: replacement({ replacePaths: [] }), counts: false, logs: true, because: 'Coder counts paths' },
    { change: replacement({ actions: ['create', 'forget'] }), counts: true, logs: false, because: 'it is no delete' },
    { change: replacement({ type: 'coder_agent' }), counts: false, logs: false, because: 'it is virtual' },
  ])('says that Coder counts ($counts) and logs ($logs) a replacement, because $because', (row) => {
    const read = JSON.parse(renderJson(report({ plans: [planReport({ replacements: [row.change] })] })));
    expect(read.plans[0].replacements[0]).toMatchObject({ coderCounts: row.counts, coderLogs: row.logs });
  });

  it('has no value where it may not be shown', () => {
    const smuggled = { kind: 'sensitive', json: '"canary"' } as const;
    const json = renderJson(failed([finding({ details: { attributes: [attributeChange({ before: smuggled })] } })]));
    expect(json).not.toContain('canary');
    expect(JSON.parse(json).findings[0].attributes[0].before).toEqual({ kind: 'sensitive' });
  });

  it('lists the parameters of a preset by name, however the plan orders them', () => {
    const parameters = new Map([
      ['size', 'small'],
      ['__proto__', undefined],
      ['region', 'eu'],
    ]);
    const json = renderJson(report({ plans: [planReport({ presets: [preset({ parameters })] })] }));
    expect(json).toMatch(/"__proto__": null,\s+"region": "eu",\s+"size": "small"/);
  });

  it.each([
    ['an unknown key', '"schemaVersion": 1,', '"schemaVersion": 1, "extra": 1,'],
    ['an unknown key of a finding', '"why":', '"extra": 1, "why":'],
    ['a missing conclusion', '"conclusion": "fail",', ''],
    ['a value that is sensitive and has JSON', '"kind": "sensitive"', '"kind": "sensitive", "json": "1"'],
    ['a checked rule with reasons', '"state": "checked"', '"state": "checked", "reasons": []'],
    ['a rule that is not checked for no reason', '"reasons":', '"grounds":'],
  ])('is not valid with %s', (_, written, spoiled) => {
    const json = renderJson(fullReport());
    expect(json).toContain(written);
    expect(problems(json.replace(written, spoiled))).not.toEqual([]);
  });
});

describe('report.schema.json', () => {
  it('describes every property and lets no other in', () => {
    const lacking: string[] = [];
    walk(schema, '#', (node, path) => {
      if (node['properties'] === undefined) return;
      if (node['additionalProperties'] !== false) lacking.push(`${path} lets others in`);
      for (const [name, property] of Object.entries(node['properties'] as Record<string, SchemaNode>)) {
        if (property['description'] === undefined && property['$ref'] === undefined) lacking.push(`${path}/${name}`);
      }
      if (node['description'] === undefined) lacking.push(path);
    });
    expect(lacking).toEqual([]);
  });
});

function walk(value: unknown, path: string, visit: (node: SchemaNode, path: string) => void): void {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) visit(value as SchemaNode, path);
  for (const [key, child] of Object.entries(value)) walk(child, `${path}/${key}`, visit);
}
