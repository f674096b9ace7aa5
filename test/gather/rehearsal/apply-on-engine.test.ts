import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startDockerEngine } from '../../support/docker-engine.ts';
import { isMissing, terraform } from '../../support/rehearsal/terraform.ts';

/** Real containers, on a machine that may be busy. */
const PATIENCE_MS = 240_000;
const TEMPLATE = 'fixtures/reality/applied-container';

const engine = isMissing(terraform) ? undefined : startDockerEngine();
afterAll(() => engine?.stop());

let temporary: string;
beforeEach(() => {
  temporary = mkdtempSync(join(tmpdir(), 'applied-'));
});
afterEach(() => {
  engine?.clear();
  rmSync(temporary, { recursive: true });
});

interface Run {
  readonly child: ChildProcess;
  /** How it ended: a code, or a signal. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
  readonly output: () => string;
}

/** `shell` is what runs `$@`, the rehearsal. */
function rehearse(shell = 'exec "$@"'): Run {
  const words = [process.execPath, 'src/cli.ts', 'rehearse', '--apply', '--claimants', 'alice', TEMPLATE];
  const child = spawn('bash', ['-c', shell, 'bash', ...words], {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], TMPDIR: temporary, ...engine?.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk) => {
      output += chunk;
    });
  }
  return {
    child,
    ended: new Promise((resolve) => child.once('close', (code, signal) => resolve(signal ?? code))),
    output: () => output,
  };
}

const left = () => ({ containers: engine?.containers(), volumes: engine?.volumes(), files: readdirSync(temporary) });
const NOTHING = { containers: [], volumes: [], files: [] };

describe.skipIf(engine === undefined)('on a real engine, what is applied', () => {
  it(
    'is claimed clean, by its own container that runs, and destroyed',
    async () => {
      const { ended, output } = rehearse();
      expect(await ended, output()).toBe(0);
      expect(output()).toContain('claims are clean');
      expect(left()).toEqual(NOTHING);
    },
    PATIENCE_MS,
  );

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'leaves nothing behind, or a file and a sentence, where %s comes while it is made',
    async (signal) => {
      const { child, ended, output } = rehearse();
      await vi.waitUntil(() => engine?.containers().length === 1, { timeout: PATIENCE_MS, interval: 50 });
      await new Promise((resolve) => setTimeout(resolve, 300));
      child.kill(signal);
      expect(await ended, output()).toBe(signal);
      await vi.waitUntil(() => readdirSync(temporary).every((name) => name.startsWith('prebuild-guard-applied-')), {
        timeout: 20_000,
      });
      const { containers, volumes, files } = left();
      if (files.length === 0) expect({ containers, volumes }).toEqual({ containers: [], volumes: [] });
      else {
        const state = /terraform destroy -state=([^`\s]+)/.exec(output())?.[1] ?? '';
        expect(existsSync(state), output()).toBe(true);
        expect(files).toEqual([dirname(state).slice(temporary.length + 1)]);
      }
    },
    PATIENCE_MS,
  );

  it(
    'is written down in a file that the log names, where the process is killed without a word',
    async () => {
      const { child, ended, output } = rehearse();
      await vi.waitUntil(() => output().includes('planning the claim'), { timeout: PATIENCE_MS, interval: 50 });
      child.kill('SIGKILL');
      await ended;
      await vi.waitUntil(() => readdirSync(temporary).every((name) => name.startsWith('prebuild-guard-applied-')), {
        timeout: 20_000,
      });
      const state = /terraform destroy -state=([^`\s]+)/.exec(output())?.[1] ?? '';
      expect(readFileSync(state, 'utf8')).toContain('docker_container');
    },
    PATIENCE_MS,
  );

  it(
    'is destroyed though nobody listens any more',
    async () => {
      const { ended } = rehearse('set -o pipefail; "$@" 2>&1 | head -n 3');
      expect(await ended).toBe(0);
      expect(left()).toEqual(NOTHING);
    },
    PATIENCE_MS,
  );

  it(
    'does not meet what another run applies at the same time',
    async () => {
      const runs = [rehearse(), rehearse()];
      const ends = await Promise.all(runs.map(({ ended }) => ended));
      expect(ends, runs.map(({ output }) => output()).join('\n')).toEqual([0, 0]);
      expect(left()).toEqual(NOTHING);
    },
    PATIENCE_MS,
  );
});
