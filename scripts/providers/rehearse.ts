import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createConfigurationReader } from '../../src/gather/hcl/configuration-reader.ts';
import { createPlanReader } from '../../src/gather/plan/read-plan.ts';
import { createRehearser } from '../../src/gather/rehearsal/create-rehearser.ts';
import type { Launch } from '../../src/gather/rehearsal/terraform/launch.ts';
import { type CheckResult, check } from '../../src/run/check.ts';
import { parseSettings } from '../../src/run/settings/settings.ts';
import { startTokenService } from './azure-tokens.ts';
import type { Mirror } from './mirror.ts';

/** What rehearsing a template with real providers came to. */
export interface Rehearsed extends CheckResult {
  /** Every plan by its name, `preset-1-claim-1`, as `terraform show -json` writes it. */
  readonly plans: ReadonlyMap<string, string>;
}

/** The product's own rehearsal, of which every plan is kept. */
export async function rehearseWith(mirror: Mirror, directory: string): Promise<Rehearsed> {
  const needsToken = readFileSync(join(directory, 'main.tf'), 'utf8').includes('"hashicorp/azurerm"');
  const tokens = needsToken ? await startTokenService() : undefined;
  const plans = new Map<string, string>();
  const settings = parseSettings([], { kind: 'rehearse', templates: [directory] });
  const rehearser = createRehearser(
    { ...settings.rehearsal, parallelism: 2 },
    {
      host: { ...process.env, ...tokens?.environment, TF_CLI_CONFIG_FILE: mirror.configuration },
      platform: process.platform,
      signal: new AbortController().signal,
      tell: () => {},
      decorate: (launch) => keepingPlans(launch, plans),
    },
  );
  const configurations = createConfigurationReader([directory]);
  try {
    return { ...(await check(settings, { plans: createPlanReader(), rehearser, configurations })), plans };
  } finally {
    tokens?.stop();
  }
}

/** Shows each plan right after it was made, also one that the rehearsal need not look into. */
function keepingPlans(launch: Launch, plans: Map<string, string>): Launch {
  return async (command, signal) => {
    const exit = await launch(command, signal);
    const saved = command.arguments.find((word) => word.startsWith('-out='))?.slice('-out='.length);
    if (saved === undefined) return exit;
    const outputFile = `${saved}.kept.json`;
    const { timeoutMs, executable, directory, environment } = command;
    const words = ['show', '-json', '-no-color', saved];
    await launch({ executable, arguments: words, directory, environment, timeoutMs, outputFile }, signal);
    plans.set(basename(saved, '.tfplan'), readFileSync(outputFile, 'utf8'));
    return exit;
  };
}
