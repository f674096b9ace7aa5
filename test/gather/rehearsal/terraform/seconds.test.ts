import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openWorkspace } from '../../../../src/gather/rehearsal/template/workspace.ts';
import type { Launch } from '../../../../src/gather/rehearsal/terraform/launch.ts';
import { createPlanner } from '../../../../src/gather/rehearsal/terraform/planner.ts';
import { createTerraform } from '../../../../src/gather/rehearsal/terraform/run-terraform.ts';
import type { Clock } from '../../../../src/gather/rehearsal/terraform/seconds.ts';
import { bounded } from '../../../../src/gather/rehearsal/terraform/slots.ts';

/** When a process ran, in milliseconds of a clock that nobody waits for. */
interface Ran {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** Plans that take so long, at once, on so many slots; whatever else runs takes as long as `others` say. */
async function planAll(
  durations: readonly number[],
  others: readonly number[],
  slots: number,
  hasPlanTimestamp = true,
) {
  const clock = virtualClock(1_700_000_000_123);
  const ran: Ran[] = [];
  const process: Launch = async ({ arguments: words }) => {
    const from = clock.now();
    const name = words.at(-1) ?? '';
    const isPlan = words[0] === 'plan';
    await clock.sleep((isPlan ? durations : others)[Number(/\d+/.exec(name.split('/').at(-1) ?? '')?.[0])] ?? 0);
    ran.push({ name: isPlan ? 'plan' : name, from, to: clock.now() });
    return { kind: 'exited', code: 0, stdout: '{"type":"change_summary","changes":{"add":0}}', stderr: '' };
  };
  const launch = bounded(process, slots);
  const signal = new AbortController().signal;
  const terraform = createTerraform({
    executable: 'terraform',
    directory: '.',
    installEnvironment: {},
    providerEnvironment: {},
    variableFiles: [],
    timeoutMs: 1000,
    launch,
    signal,
  });
  const file = (name: string): string => join('/nowhere', name);
  const planner = createPlanner({ terraform, values: 'safe', secrets: [], hasPlanTimestamp, clock, file });
  await clock.run([
    ...others.map((_, index) => terraform.show('prebuild', file(`${index}`), '')),
    ...durations.map((_, index) =>
      planner.plan({ stage: 'claim', environment: {}, state: file('state'), name: `${index}` }),
    ),
  ]);
  return ran.filter(({ name }) => name === 'plan');
}

describe('plans of a template that asks for the time', () => {
  it('read it in different seconds, though a slot comes late and one is slow to start', async () => {
    const [first, second] = await planAll([400, 400], [5_000], 1);
    expect(secondOf(second?.from)).toBeGreaterThan(secondOf(first?.to));
  });

  it('read it in different seconds, however many go on at once and however long they take', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 2_500 }), { minLength: 2, maxLength: 5 }),
        fc.array(fc.integer({ min: 0, max: 4_000 }), { maxLength: 4 }),
        fc.integer({ min: 1, max: 4 }),
        async (durations, others, slots) => {
          const ran = await planAll(durations, others, slots);
          const inOrder = ran.toSorted((a, b) => a.from - b.from);
          return (
            ran.length === durations.length &&
            inOrder.slice(1).every(({ from }, index) => secondOf(from) > secondOf(inOrder[index]?.to))
          );
        },
      ),
      { numRuns: 50 },
    );
  });

  it('wait no longer than they must', async () => {
    const ran = await planAll([100, 100, 100], [], 2);
    expect(ran.map(({ from }) => secondOf(from) - secondOf(ran[0]?.from))).toEqual([0, 1, 2]);
  });

  it('is no concern of any other template: its plans go on at once', async () => {
    const ran = await planAll([700, 700], [], 2, false);
    expect(ran.map(({ from }) => from - (ran[0]?.from ?? 0))).toEqual([0, 0]);
  });
});

describe('whether a template asks for the time', () => {
  it.each([
    { file: 'main.tf', text: 'locals { t = plantimestamp() }', asks: true },
    { file: 'main.tofu', text: 'locals { t = plantimestamp ( ) }', asks: true },
    { file: 'inner/main.tf', text: 'locals { t = formatdate("DD", plantimestamp()) }', asks: true },
    { file: '.terraform/modules/box/main.tf', text: 'locals { t = plantimestamp() }', asks: true },
    { file: 'main.tf', text: 'locals { plantimestamp = timestamp() }', asks: false },
    { file: 'notes.md', text: 'plantimestamp()', asks: false },
  ])('$asks: $text in $file', async ({ file, text, asks }) => {
    const template = mkdtempSync(join(tmpdir(), 'seconds-'));
    try {
      writeFileSync(join(template, 'other.tf'), '');
      const isFetched = file.startsWith('.terraform');
      if (!isFetched) write(template, file, text);
      const workspace = await openWorkspace(() => Promise.resolve(template), tmpdir());
      try {
        // Fetched by `init`, which runs in the copy.
        if (isFetched) write(workspace.template, file, text);
        expect(await workspace.hasPlanTimestamp()).toBe(asks);
      } finally {
        await workspace.remove();
      }
    } finally {
      rmSync(template, { recursive: true });
    }
  });
});

function write(directory: string, file: string, text: string): void {
  mkdirSync(join(directory, file, '..'), { recursive: true });
  writeFileSync(join(directory, file), text);
}

function secondOf(ms: number | undefined): number {
  return Math.floor((ms ?? Number.NaN) / 1000);
}

/** Its time passes only where everybody sleeps. */
function virtualClock(start: number): Clock & { run(work: readonly Promise<unknown>[]): Promise<void> } {
  let time = start;
  const sleepers: { readonly at: number; readonly wake: () => void }[] = [];
  return {
    now: () => time,
    sleep: (ms) => new Promise((wake) => sleepers.push({ at: time + ms, wake })),
    async run(work) {
      let isDone = false;
      const all = Promise.all(work).finally(() => {
        isDone = true;
      });
      while (!isDone) {
        await new Promise((resolve) => setImmediate(resolve));
        const next = sleepers.toSorted((a, b) => a.at - b.at)[0];
        if (next === undefined) continue;
        sleepers.splice(sleepers.indexOf(next), 1);
        time = Math.max(time, next.at);
        next.wake();
      }
      await all;
    },
  };
}
