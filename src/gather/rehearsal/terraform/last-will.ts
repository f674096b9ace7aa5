import { spawn } from 'node:child_process';
import { Socket } from 'node:net';
import type { GroupWatch } from './launch.ts';

/** What happens should this process be killed without a word. */
export interface LastWill extends GroupWatch {
  /** All is cleared away; nothing is left to do. */
  revoke(): void;
}

const NO_WILL: LastWill = { mark: {}, started() {}, ended() {}, revoke() {} };

/**
 * A shell that waits for us to die: it then ends the process groups that are
 * still there and removes the private directory. Signals that can be caught are
 * handled in this process; this is for `SIGKILL` and for the runner that pulls
 * the plug. Windows has no such shell.
 */
export function writeLastWill(directory: string): LastWill {
  if (process.platform === 'win32') return NO_WILL;
  const heir = spawn('/bin/sh', ['-c', HEIR, 'prebuild-guard', directory, MARK], {
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
    mark: { [MARK]: directory },
    started: (group) => tell(`+ ${group}`),
    ended: (group) => tell(`- ${group}`),
    revoke() {
      tell('revoke');
      heir.stdin.end();
    },
  };
}

/** The variable that every process of a rehearsal bears; its value is the private directory. */
const MARK = 'PREBUILD_GUARD_DIRECTORY';

/**
 * Reads until the pipe closes, which is when its other end is gone. A process
 * that was started in that very moment is on no list yet, and one that has left
 * its group is beyond reach of it: Linux tells both by their mark. One may even
 * still be on its way from being forked to bearing it, hence the second time.
 *
 * The signal is given by `-s`, because Debian's shell takes no `--` after `-KILL`.
 */
const HEIR = `
groups=" "
while read -r word group; do
  case "$word" in
    +) groups="$groups$group " ;;
    -) groups="\${groups%% $group *} \${groups#* $group }" ;;
    revoke) exit 0 ;;
  esac
done
clear() {
  for file in $(grep -lsF "$2=$1" /proc/[0-9]*/environ); do
    pid=\${file#/proc/}
    kill -s KILL "\${pid%/environ}"
  done
  rm -rf -- "$1"
}
for group in $groups; do kill -s KILL -- "-$group"; done
clear "$@"
sleep 1
clear "$@"
`;
