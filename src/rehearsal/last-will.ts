import { spawn } from 'node:child_process';
import { Socket } from 'node:net';
import type { GroupWatch } from './launch.ts';

/** What happens should this process be killed without a word. */
export interface LastWill extends GroupWatch {
  /** All is cleared away; nothing is left to do. */
  revoke(): void;
}

const NO_WILL: LastWill = { started() {}, ended() {}, revoke() {} };

/**
 * A shell that waits for us to die: it then ends the process groups that are
 * still there and removes the private directory. Signals that can be caught are
 * handled in this process; this is for `SIGKILL` and for the runner that pulls
 * the plug. Windows has no such shell.
 */
export function writeLastWill(directory: string): LastWill {
  if (process.platform === 'win32') return NO_WILL;
  const heir = spawn('/bin/sh', ['-c', HEIR, 'prebuild-guard', directory], {
    cwd: '/',
    env: { PATH: '/usr/bin:/bin' },
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  heir.on('error', () => {});
  heir.stdin.on('error', () => {});
  heir.unref();
  if (heir.stdin instanceof Socket) heir.stdin.unref();
  const tell = (line: string): void => {
    heir.stdin.write(`${line}\n`);
  };
  return {
    started: (group) => tell(`+ ${group}`),
    ended: (group) => tell(`- ${group}`),
    revoke() {
      tell('revoke');
      heir.stdin.end();
    },
  };
}

/** Reads until the pipe closes, which is when its other end is gone. */
const HEIR = `
groups=" "
while read -r word group; do
  case "$word" in
    +) groups="$groups$group " ;;
    -) groups="\${groups%% $group *} \${groups#* $group }" ;;
    revoke) exit 0 ;;
  esac
done
for group in $groups; do kill -KILL -- "-$group"; done
rm -rf -- "$1"
`;
