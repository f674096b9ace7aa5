import { createConfigurationReader } from '../../../src/gather/hcl/configuration-reader.ts';
import { createPlanReader } from '../../../src/gather/plan/read-plan.ts';
import { createRehearser } from '../../../src/gather/rehearsal/create-rehearser.ts';
import type { RehearsalOptions } from '../../../src/gather/requests.ts';
import type { Rehearsal } from '../../../src/model/judgement/rehearsal.ts';
import { type CheckResult, check } from '../../../src/run/check.ts';
import { rehearsalOptions } from '../rehearsal-options.ts';
import { settings } from '../settings.ts';
import { startFakeProviders } from './fake-providers.ts';
import type { Call, Fault } from './faults.ts';
import { terraform } from './terraform.ts';

/** A whole run of the product on one template, with the real Terraform and fake providers. */
export interface FakedRun extends CheckResult {
  readonly rehearsal: Rehearsal;
  /** What the providers were asked. */
  readonly calls: readonly Call[];
}

export type FakedOptions = Partial<RehearsalOptions> & {
  readonly faults?: readonly Fault[];
  /** The template's own files are read, too, as in every real run. */
  readonly readFiles?: boolean;
};

export async function rehearseWithFakes(
  template: string,
  { faults = [], readFiles = false, ...options }: FakedOptions = {},
): Promise<FakedRun> {
  const fakes = await startFakeProviders({ faults });
  try {
    const rehearser = createRehearser(
      { ...OPTIONS, ...options },
      {
        host: process.env,
        platform: process.platform,
        signal: new AbortController().signal,
        tell() {},
        decorate: fakes.launch,
      },
    );
    const rehearsals: Rehearsal[] = [];
    const judgement = await check(
      { ...settings({}), plans: [], templates: [template], assumePrebuild: true },
      {
        plans: createPlanReader(),
        ...(readFiles ? { configurations: createConfigurationReader([template]) } : {}),
        rehearser: {
          async rehearse(directory) {
            const rehearsal = await rehearser.rehearse(directory);
            rehearsals.push(rehearsal);
            return rehearsal;
          },
        },
      },
    );
    const [rehearsal] = rehearsals;
    if (rehearsal === undefined) throw new Error(`${template} was not rehearsed.`);
    return { ...judgement, rehearsal, calls: fakes.calls };
  } finally {
    await fakes.stop();
  }
}

const OPTIONS = rehearsalOptions({
  executable: terraform.executable,
  assumePrebuild: true,
  timeoutMs: 60_000,
});
