import { execFileSync } from 'node:child_process';

/** A program that can plan. */
export interface Program {
  readonly executable: 'terraform' | 'tofu';
  /** Undefined where it is not on the `PATH`. */
  readonly version: string | undefined;
}

export const terraform: Program = found('terraform');
export const tofu: Program = found('tofu');

/** For `describe.skipIf`; says in one line why so little was run. */
export function isMissing({ executable, version }: Program): boolean {
  if (version === undefined) console.warn(`Skipped: these tests need \`${executable}\`, which is not on the PATH.`);
  return version === undefined;
}

function found(executable: Program['executable']): Program {
  try {
    const output = execFileSync(executable, ['version'], { encoding: 'utf8', stdio: 'pipe' });
    return { executable, version: /^\w+ v(\S+)/m.exec(output)?.[1] };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { executable, version: undefined };
    throw error;
  }
}
