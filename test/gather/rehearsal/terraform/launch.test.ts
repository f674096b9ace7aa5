import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { createLaunch } from '../../../../src/gather/rehearsal/terraform/launch.ts';

const launch = createLaunch({ mark: {}, started() {}, ended() {} });

it.skipIf(process.platform === 'win32')(
  'a program that the system will not start is a crash that says why',
  async () => {
    const exit = await launch(
      {
        executable: process.execPath,
        arguments: ['-e', '0'],
        directory: '.',
        // Linux takes 128 KiB for one value, macOS a megabyte for all.
        environment: { CODER_PARAMETER: 'x'.repeat(4 * 1024 * 1024) },
        timeoutMs: 10_000,
      },
      new AbortController().signal,
    );
    expect(exit).toEqual({ kind: 'crashed', stderr: 'Error: The program could not be started (E2BIG)' });
  },
);

/** A program that waits for its child's answer when it is asked to end, as Terraform does for its providers'. */
const WAITING = `
(sleep 1; echo made > made) &
child=$!
trap 'wait $child; echo written > written; exit 0' TERM
: > ready
wait $child
sleep 60
`;

it.skipIf(process.platform === 'win32')(
  'a program is asked to end before what it has started, so that it learns what that was doing',
  async () => {
    const directory = mkdtempSync(join(tmpdir(), 'launch-'));
    try {
      const abort = new AbortController();
      const running = launch(
        {
          executable: '/bin/sh',
          arguments: ['-c', WAITING],
          directory,
          environment: { PATH: '/usr/bin:/bin' },
          timeoutMs: 60_000,
          graceMs: 20_000,
        },
        abort.signal,
      );
      const ended = expect(running).rejects.toThrow('enough');
      await vi.waitUntil(() => existsSync(join(directory, 'ready')), { timeout: 10_000 });
      abort.abort(new Error('enough'));
      await ended;
      expect(['made', 'written'].map((name) => readFileSync(join(directory, name), 'utf8').trim())).toEqual([
        'made',
        'written',
      ]);
    } finally {
      rmSync(directory, { recursive: true });
    }
  },
);

it.skipIf(process.platform === 'win32')(
  'what does not end when its time is up is ended with all it has started',
  async () => {
    const directory = mkdtempSync(join(tmpdir(), 'launch-'));
    try {
      const abort = new AbortController();
      const command = {
        executable: '/bin/sh',
        arguments: ['-c', `trap '' TERM; (sleep 3; echo made > made) & : > ready; wait; sleep 60`],
        directory,
        environment: { PATH: '/usr/bin:/bin' },
        timeoutMs: 60_000,
        graceMs: 200,
      };
      const ended = expect(launch(command, abort.signal)).rejects.toThrow('enough');
      await vi.waitUntil(() => existsSync(join(directory, 'ready')), { timeout: 10_000 });
      abort.abort(new Error('enough'));
      await ended;
      await new Promise((resolve) => setTimeout(resolve, 3_500));
      expect(existsSync(join(directory, 'made'))).toBe(false);
    } finally {
      rmSync(directory, { recursive: true });
    }
  },
);
