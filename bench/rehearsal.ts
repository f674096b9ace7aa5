import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { createRehearser } from '../src/gather/rehearsal/create-rehearser.ts';
import type { Launch } from '../src/gather/rehearsal/terraform/launch.ts';
import { parseSettings } from '../src/run/settings/settings.ts';

/**
 * What a rehearsal costs beside Terraform: its wall time over the longest chain
 * of Terraform processes that had to wait for one another, and the peak memory
 * of the built command line.
 *
 *     npm run build && npx node bench/rehearsal.ts fixtures/templates/docker-workspace
 *
 * Terraform finds the providers as ever; a mirror is named by TF_CLI_CONFIG_FILE.
 */
interface Run {
  readonly start: number;
  readonly end: number;
}

async function measure(directory: string): Promise<string> {
  const runs: Run[] = [];
  const decorate =
    (launch: Launch): Launch =>
    async (command, signal) => {
      const start = performance.now();
      const exit = await launch(command, signal);
      runs.push({ start, end: performance.now() });
      return exit;
    };
  const { rehearsal: options } = parseSettings([], { kind: 'rehearse', templates: [directory] });
  const rehearser = createRehearser(
    { ...options, assumePrebuild: true, parallelism: 2 },
    { host: process.env, platform: process.platform, signal: new AbortController().signal, tell: () => {}, decorate },
  );
  const start = performance.now();
  await rehearser.rehearse(directory);
  const wall = performance.now() - start;
  const chain = longestChain(runs);
  return `${directory}: ${(wall / chain).toFixed(3)} × its longest chain of ${runs.length} Terraform processes, ${peakMemory(directory)} MB at most`;
}

/** The most time that processes took one after the other. */
function longestChain(runs: readonly Run[]): number {
  const chains: number[] = [];
  for (const [index, run] of runs.toSorted((left, right) => left.end - right.end).entries()) {
    const before = runs
      .toSorted((left, right) => left.end - right.end)
      .slice(0, index)
      .map((other, at) => (other.end <= run.start ? (chains[at] ?? 0) : 0));
    chains.push(run.end - run.start + Math.max(0, ...before));
  }
  return Math.max(...chains);
}

function peakMemory(directory: string): string {
  const report = 'process.on("exit", () => process.stderr.write("\\nmaxRSS " + process.resourceUsage().maxRSS))';
  const words = ['--import', `data:text/javascript,${encodeURIComponent(report)}`, 'dist/cli.js', 'rehearse'];
  const { stderr } = spawnSync(process.execPath, [...words, '--assume-prebuild', directory], { encoding: 'utf8' });
  const [, kilobytes = 'NaN'] = /maxRSS (\d+)/.exec(stderr) ?? [];
  return (Number(kilobytes) / 1024).toFixed(0);
}

for (const directory of process.argv.slice(2)) console.log(await measure(directory));
