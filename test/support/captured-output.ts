import { EOL } from 'node:os';
import { vi } from 'vitest';

/** What is written to standard output while `act` runs, with the line ends of Unix. */
export async function capturedOutput(act: () => unknown): Promise<string> {
  const chunks: string[] = [];
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    chunks.push(String(chunk));
    return true;
  });
  try {
    await act();
  } finally {
    spy.mockRestore();
  }
  return chunks.join('').replaceAll(EOL, '\n');
}
