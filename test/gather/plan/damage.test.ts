import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkBytes } from '../../support/check-files.ts';
import { byteDamages, type Damage, structuralDamages } from '../../support/damage.ts';

/** Every byte of both plans takes minutes; a run without it takes one in 199, others with another `PROPERTY_SEED`. */
const EVERY_BYTE = process.env['EVERY_BYTE'] !== undefined;
const STRIDE = EVERY_BYTE ? 1 : 199;
const START = Number(process.env['PROPERTY_SEED'] ?? 20_261_123) % STRIDE;

const PLANS = [
  'fixtures/templates/docker-workspace/claim.plan.json',
  'fixtures/reality/provider-config-owner/drift-gone.plan.json',
];

async function greens(damages: Iterable<Damage>): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { name, bytes } of damages) {
    const { verdict } = await checkBytes(bytes);
    if (verdict.conclusion === 'pass') found.push(name);
  }
  return found;
}

describe.each(PLANS)('%s, whose claim replaces something, is never green', (path) => {
  const plan: unknown = JSON.parse(readFileSync(path, 'utf8'));
  const whole = Buffer.from(JSON.stringify(plan));

  it('as it is', async () => {
    expect((await checkBytes(whole)).verdict.conclusion).toBe('fail');
  });

  it(`with one byte damaged${EVERY_BYTE ? '' : ' (`EVERY_BYTE=1` takes every one)'}`, {
    timeout: 3_600_000,
  }, async () => {
    const offsets = Array.from({ length: Math.ceil((whole.length - START) / STRIDE) }, (_, n) => START + n * STRIDE);
    expect(await greens(byteDamages(whole, offsets))).toEqual([]);
  });

  it('with one key or element left out, null, or there twice', { timeout: 300_000 }, async () => {
    const damages = [...structuralDamages(plan)];
    const taken = EVERY_BYTE ? damages : damages.filter((_, index) => index % 11 === START % 11);
    expect(await greens(taken)).toEqual([]);
  });
});
