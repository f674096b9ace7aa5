import { getExpressionAst, parse } from '@cdktn/hcl2json';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseHcl } from '../../../src/gather/hcl/syntax/parse-body.ts';
import { EXPRESSION, HCL_FILE } from './generated-hcl.ts';
import { asHcl2Json, traversalsOf, traversalsOfTree } from './oracle.ts';

describe('parseHcl, on generated HCL', () => {
  it('means by a file what HashiCorp’s parser means by it', async () => {
    await fc.assert(
      fc.asyncProperty(HCL_FILE, async (text) => {
        const expected = await parse('main.tf', text).catch(() => undefined);
        fc.pre(expected !== undefined);
        const parsed = await parseHcl('main.tf', text);
        expect(parsed.kind).toBe('parsed');
        if (parsed.kind === 'parsed') expect(asHcl2Json(parsed.body, text)).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  it('finds the references that HashiCorp’s parser finds', async () => {
    await fc.assert(
      fc.asyncProperty(EXPRESSION, async (text) => {
        const file = `x = ${text}\n`;
        const isValid = await parse('main.tf', file).then(
          () => true,
          () => false,
        );
        fc.pre(isValid);
        const tree = await getExpressionAst('main.tf', text);
        const parsed = await parseHcl('main.tf', file);
        const value = parsed.kind === 'parsed' ? parsed.body.attributes.get('x')?.value : undefined;
        if (value === undefined || tree === null) throw new Error('One of the parsers gave no expression.');
        expect(traversalsOf(value).toSorted()).toEqual(traversalsOfTree(tree).toSorted());
      }),
      { numRuns: 500 },
    );
  });
});
