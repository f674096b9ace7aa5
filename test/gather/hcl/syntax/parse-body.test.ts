import { globSync, readFileSync } from 'node:fs';
import { parse } from '@cdktn/hcl2json';
import { describe, expect, it } from 'vitest';
import { parseHcl } from '../../../../src/gather/hcl/syntax/parse-body.ts';
import { asHcl2Json } from '../oracle.ts';

const FILES = globSync('fixtures/**/*.tf', { exclude: (path) => path.includes('.terraform') }).sort();

describe('parseHcl, beside HashiCorp’s parser', () => {
  it('has fixtures to compare', () => expect(FILES.length).toBeGreaterThan(25));

  it.each(FILES)('reads %s as Terraform does', async (file) => {
    const text = readFileSync(file, 'utf8');
    const parsed = await parseHcl(file, text);
    expect(parsed.kind).toBe('parsed');
    if (parsed.kind === 'parsed') expect(asHcl2Json(parsed.body, text)).toEqual(await parse(file, text));
  });
});
