import { expect, it } from 'vitest';
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
