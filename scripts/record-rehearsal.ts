import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createRehearser } from '../src/gather/rehearsal/create-rehearser.ts';
import type { Command, Launch } from '../src/gather/rehearsal/terraform/launch.ts';
import { parseSettings } from '../src/run/settings/settings.ts';

/**
 * Rehearses templates with the real providers and keeps the plans beside their
 * `main.tf`: the first as the prebuilds user, the last of the same prebuild
 * again, and the claims in the order in which they were planned.
 *
 *     node scripts/record-rehearsal.ts fixtures/templates/parameter-choice
 *
 * Terraform finds the providers as ever; a mirror is named by TF_CLI_CONFIG_FILE.
 */
async function record(directory: string): Promise<void> {
  const shown = new Map<string, string>();
  const { rehearsal: options } = parseSettings([], { kind: 'rehearse', templates: [directory] });
  const rehearsal = await createRehearser(
    { ...options, assumePrebuild: true, parallelism: 1 },
    {
      host: process.env,
      platform: process.platform,
      signal: new AbortController().signal,
      tell: console.log,
      decorate: (launch) => keepingPlans(launch, shown, directory),
    },
  ).rehearse(directory);
  for (const source of [rehearsal.claims, rehearsal.control]) {
    if (source.kind === 'read') for (const { code, detail } of source.gaps) console.log(code, JSON.stringify(detail));
  }
  for (const [name, file] of shown) console.log(`${name}: ${file}`);
}

/** Shows every plan that was saved, whether or not the rehearsal looks at it. */
function keepingPlans(launch: Launch, shown: Map<string, string>, directory: string): Launch {
  return async (command, signal) => {
    const exit = await launch(command, signal);
    const out = command.arguments.find((word) => word.startsWith('-out='))?.slice('-out='.length);
    if (out !== undefined && existsSync(out)) {
      const json = `${out}.json`;
      const show: Command = { ...command, arguments: ['show', '-json', '-no-color', out], outputFile: json };
      await launch(show, signal);
      const name = basename(out, '.tfplan');
      const kept = join(directory, `${nameOf(name)}.plan.json`);
      copyFileSync(json, kept);
      // Indented by one, so that a change of the recording can be read as a diff.
      writeFileSync(kept, `${JSON.stringify(JSON.parse(readFileSync(kept, 'utf8')), undefined, 1)}\n`);
      shown.set(name, kept);
    }
    return exit;
  };
}

function nameOf(plan: string): string {
  if (plan.endsWith('-prebuild')) return 'prebuild';
  if (/-settle-\d+$/.test(plan)) return 'control';
  const [, count = '1'] = /-claim-(\d+)$/.exec(plan) ?? [];
  return count === '1' ? 'claim' : `claim-${count}`;
}

for (const directory of process.argv.slice(2)) await record(directory);
