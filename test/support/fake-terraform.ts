import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { vi } from 'vitest';

/**
 * Where a rehearsal runs Terraform: `plan` and `show` are told apart by the name
 * of the plan that is saved, `apply` and `destroy` by that of the state.
 */
export type FakeStage =
  | 'version'
  | 'init'
  | 'schema'
  | 'graph'
  | `plan-${PlanName}`
  | `show-${PlanName}`
  | `apply-${PresetLabel}`
  | `destroy-${PresetLabel}`;

type PresetLabel = `preset-${1 | 2}`;
type PlanName =
  | 'import-start'
  | 'import-stop'
  | 'template-prebuild'
  | `${PresetLabel}-${'prebuild' | 'settle-1' | 'claim-1' | 'claim-2' | 'control'}`;

/** What it does there. */
export type Behaviour = keyof typeof BEHAVIOURS;

export interface FakeTerraform {
  /** For `--terraform`. */
  readonly executable: string;
  readonly template: string;
  /** A directory for temporary files, in which nothing may stay. */
  readonly temporary: string;
  /** From now on; every other stage works. */
  behave(stage: FakeStage, behaviour: Behaviour): void;
  /** What the stage prints where it works, in place of what is canned. */
  print(stage: FakeStage, text: string): void;
  hasReached(stage: FakeStage): boolean;
  /** The stages that were run, in order. */
  reached(): readonly string[];
  /** Those that came to an end by themselves and worked. */
  finished(): readonly string[];
  /** Every process that it was or has started, and that is still there. */
  livingProcesses(): readonly number[];
  /** What a rehearsal has left behind in the directory of temporary files. */
  leftovers(): readonly string[];
  /** Waits until nothing is left; the answer says what is. */
  cleared(): Promise<{ readonly processes: readonly number[]; readonly files: readonly string[] }>;
}

/** Behaves like Terraform 1.11 on a template with one preset, or two, by canned answers, and otherwise as it is told. */
export function fakeTerraform(directory: string, { firstLine = 'Terraform v1.11.4', presets = 1 } = {}): FakeTerraform {
  const inside = (...names: string[]): string => join(directory, ...names);
  for (const name of ['template', 'temporary', 'canned', 'behave', 'reached', 'processes']) mkdirSync(inside(name));
  writeFileSync(inside('template', 'main.tf'), 'data "coder_workspace" "me" {}\n');
  writeFileSync(inside('terraform'), SCRIPT);
  chmodSync(inside('terraform'), 0o755);
  const print = (stage: string, text: string): void => writeFileSync(inside('canned', stage), text);
  const read = (path: string): string => readFileSync(resolve(path), 'utf8');
  print('version', `${firstLine}\non linux_amd64\n`);
  print('init', 'Terraform has been successfully initialized!\n');
  print('schema', read('fixtures/rehearsal/schemas.json'));
  print('graph', GRAPH);
  print('plan', planStream());
  print('plan-import-start', planStream({ add: 3 }));
  print('show', presets === 2 ? withSecondPreset(read(PREBUILD_PLAN)) : read(PREBUILD_PLAN));
  print('apply', planStream({ add: 3, operation: 'apply' }));
  print('destroy', planStream({ remove: 3, operation: 'destroy' }));

  const processes = (): readonly number[] => [
    ...new Set([...readdirSync(inside('processes')).map(Number).filter(isAlive), ...mentioning(directory)]),
  ];
  const leftovers = (): readonly string[] => readdirSync(inside('temporary'));
  return {
    executable: inside('terraform'),
    template: inside('template'),
    temporary: inside('temporary'),
    behave: (stage, behaviour) => writeFileSync(inside('behave', stage), BEHAVIOURS[behaviour]),
    print,
    hasReached: (stage) => existsSync(inside('reached', stage)),
    reached: () => linesOf(inside('reached-in-order')),
    finished: () => linesOf(inside('finished-in-order')),
    livingProcesses: processes,
    leftovers,
    async cleared() {
      const rest = () => ({ processes: processes(), files: leftovers() });
      await vi
        .waitUntil(() => processes().length + leftovers().length === 0, { timeout: 8_000, interval: 20 })
        .catch(() => {});
      return rest();
    },
  };
}

/** The end of what `terraform plan -json` and `terraform apply -json` print. */
export function planStream(changes: Readonly<Record<string, number | string>> = {}): string {
  const counts = { add: 0, change: 0, import: 0, remove: 0, operation: 'plan', ...changes };
  return [
    '{"@level":"info","@message":"Terraform 1.11.4","@module":"terraform.ui","terraform":"1.11.4","type":"version","ui":"1.2"}',
    JSON.stringify({ '@level': 'info', '@module': 'terraform.ui', changes: counts, type: 'change_summary' }),
    '',
  ].join('\n');
}

/** The container of the canned plans uses their agent. */
const GRAPH = `digraph {
  "[root] coder_agent.main (expand)" [label = "coder_agent.main", shape = "box"]
  "[root] docker_container.workspace (expand)" [label = "docker_container.workspace", shape = "box"]
  "[root] docker_container.workspace (expand)" -> "[root] coder_agent.main (expand)"
}
`;

const PREBUILD_PLAN = 'fixtures/templates/docker-workspace/prebuild.plan.json';
/** A claim of the canned prebuild that replaces something. */
export const REPLACING_CLAIM = 'fixtures/templates/docker-workspace/claim.plan.json';

/** Another region than the default, so that it is planned apart. */
function withSecondPreset(planJson: string): string {
  const plan = JSON.parse(planJson);
  const { resources } = plan.prior_state.values.root_module;
  const first = resources.find(({ type }: { type: string }) => type === 'coder_workspace_preset');
  const values = { ...first.values, id: 'America', name: 'America', parameters: { region: 'us' } };
  resources.push({ ...first, address: 'data.coder_workspace_preset.america', name: 'america', values });
  return JSON.stringify(plan);
}

function linesOf(path: string): readonly string[] {
  return existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n') : [];
}

/** One that has ended counts as gone, though nobody may have asked for its exit code yet. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/\) Z/.test(existsSync(`/proc/${pid}/stat`) ? readFileSync(`/proc/${pid}/stat`, 'utf8') : '');
  } catch {
    return false;
  }
}

/** Processes that were given a path of the directory; where there is no `/proc`, nobody can tell. */
function mentioning(directory: string): readonly number[] {
  if (!existsSync('/proc/self/cmdline')) return [];
  const numbers = readdirSync('/proc').map(Number).filter(Number.isInteger);
  return numbers.filter((pid) => pid !== process.pid && commandLine(pid).includes(directory));
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

/** Shell, each run at its stage. `answer` prints what is canned; `note` writes a process down, so that a test can look for it. */
const BEHAVIOURS = {
  works: 'answer',
  'a slow answer': 'sleep 1; answer',
  'exit 1': 'exit 1',
  'exit 1 after its answer': 'answer; exit 1',
  'no output': 'exit 0',
  garbage: 'head -c 4096 "$here/terraform" | tr "a-z{" "\\000-\\031Z"',
  'half an answer': 'answer > "$here/whole.$$"; head -c $(($(wc -c < "$here/whole.$$") / 2)) "$here/whole.$$"',
  'half an answer, exit 1': 'answer > "$here/whole.$$"; head -c 60 "$here/whole.$$"; exit 1',
  'a crash': 'kill -SEGV $$',
  'a crash after its answer': 'answer; kill -SEGV $$',
  'more output than anybody reads': 'head -c 80000000 /dev/zero',
  'gigabytes of nothing': 'truncate -s 3G /proc/self/fd/1',
  'an answer, but nothing saved': 'answer; rm "$saved"',
  'a hang': 'sleep 600 & note $!; wait',
  'a hang after its answer': 'answer; sleep 600 & note $!; wait',
  'a hang that no SIGTERM ends': 'trap "" TERM INT; sleep 600 & note $!; wait; wait; wait; sleep 600',
  'a hang that SIGTERM ends in its own time': 'trap "sleep 3; answer; exit 1" TERM; sleep 600 & note $!; wait',
  'a grandchild that no SIGTERM ends': '(trap "" TERM INT; sleep 600) & note $!; answer',
  'a grandchild in a session of its own': 'setsid sleep 600 & note $!; answer',
} as const;

/** Shell, because it starts ten times as fast as anything else. */
const SCRIPT = `#!/bin/sh
here=$(dirname "$0")
note() { : > "$here/processes/$1"; }
note $$
saved= state=
for word; do
  case "$word" in
    -out=*) saved=\${word#-out=} ;;
    -state=*) state=\${word#-state=} ;;
    *.tfplan) saved=$word ;;
  esac
done
name=\${saved##*/}
name=\${name%.tfplan}
prebuild=\${state##*/}
prebuild=\${prebuild%-applied.tfstate}
case "$1 $2" in
  version*) stage=version ;;
  init*) stage=init ;;
  providers*) stage=schema ;;
  graph*) stage=graph ;;
  plan*) stage=plan-$name ;;
  show*) stage=show-$name ;;
  "apply -destroy") stage=destroy-$prebuild ;;
  apply*) stage=apply-$prebuild ;;
esac
answer() {
  case "$stage" in
    plan-*) echo saved > "$saved" ;;
    apply-*) echo '{"version":4,"resources":[]}' > "$state" ;;
    destroy-*) rm "$state" || exit 1 ;;
  esac
  if [ -f "$here/canned/$stage" ]; then cat "$here/canned/$stage"; else cat "$here/canned/\${stage%%-*}"; fi
}
echo "$stage" >> "$here/reached-in-order"
: > "$here/reached/$stage"
if [ -f "$here/behave/$stage" ]; then . "$here/behave/$stage"; else answer; fi && echo "$stage" >> "$here/finished-in-order"
`;
