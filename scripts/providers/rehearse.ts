import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createConfigurationReader } from '../../src/gather/hcl/configuration-reader.ts';
import { createPlanReader } from '../../src/gather/plan/read-plan.ts';
import type { Rehearser } from '../../src/gather/ports.ts';
import { createRehearser } from '../../src/gather/rehearsal/create-rehearser.ts';
import type { Launch } from '../../src/gather/rehearsal/terraform/launch.ts';
import type { Rehearsal } from '../../src/model/judgement/rehearsal.ts';
import { type CheckResult, check } from '../../src/run/check.ts';
import { parseSettings } from '../../src/run/settings/settings.ts';
import type { Mirror } from './mirror.ts';
import { startServices } from './services/start.ts';

/** What rehearsing a template with real providers came to. */
export interface Rehearsed extends CheckResult {
  /** Every plan by its name, `preset-1-claim-1`, as `terraform show -json` writes it; empty where they are not kept. */
  readonly plans: ReadonlyMap<string, string>;
  /** What the rules were told. */
  readonly rehearsal: Rehearsal;
}

export interface RehearseOptions {
  /** Processes of Terraform at once. */
  readonly parallelism?: number;
  /** Every plan is shown, also one that the rehearsal need not look into. */
  readonly keepsPlans?: boolean;
}

/** The product's own rehearsal. */
export async function rehearseWith(
  mirror: Mirror,
  directory: string,
  { parallelism = 2, keepsPlans = true }: RehearseOptions = {},
): Promise<Rehearsed> {
  const services = await startServices(readFileSync(join(directory, 'main.tf'), 'utf8'));
  const plans = new Map<string, string>();
  const settings = parseSettings([], { kind: 'rehearse', templates: [directory] });
  const rehearser = createRehearser(
    { ...settings.rehearsal, parallelism },
    {
      host: { ...process.env, ...services.environment, TF_CLI_CONFIG_FILE: mirror.configuration, ...mirror.attached },
      platform: process.platform,
      signal: new AbortController().signal,
      tell: () => {},
      ...(keepsPlans ? { decorate: (launch: Launch) => keepingPlans(launch, plans) } : {}),
    },
  );
  const configurations = createConfigurationReader([directory]);
  let rehearsal: Rehearsal | undefined;
  const observed: Rehearser = {
    rehearse: async (...words) => {
      rehearsal = await rehearser.rehearse(...words);
      return rehearsal;
    },
  };
  try {
    const result = await check(settings, { plans: createPlanReader(), rehearser: observed, configurations });
    return { ...result, plans, rehearsal: rehearsal! };
  } finally {
    services.stop();
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
