import type { ClaimPlan } from '../../model/judgement/claim-plan.ts';
import type { NotChecked } from '../../model/judgement/outcome.ts';
import type { RefusedBuild, UntriedChoice } from '../../model/judgement/rehearsal.ts';
import type { Claimant } from '../requests.ts';
import { allEnded } from './all-ended.ts';
import { chooseOtherwise, isTried } from './claim/choices.ts';
import { askedBy, claimantsOf, formParameters, isSameAsked, keptParameters } from './claim/claimants.ts';
import type { Asked, Persona } from './claim/persona.ts';
import { type Claimed, claimPlanner } from './plan-claim.ts';
import type { ReadyPrebuild } from './ready-prebuild.ts';
import type { TemplateRun } from './template-run.ts';

export interface PrebuildClaims {
  readonly claims: readonly ClaimPlan[];
  readonly forms: readonly ClaimPlan[];
  readonly choices: readonly ClaimPlan[];
  readonly untried: readonly UntriedChoice[];
  readonly refusals: readonly RefusedBuild[];
  readonly gaps: readonly NotChecked[];
}

/** Every claim of one prebuild: by each claimant, through the form, and with other values. */
export async function claimPrebuild(run: TemplateRun, ready: ReadyPrebuild): Promise<PrebuildClaims> {
  const { script, imported, claimants, first } = ready;
  const kept = keptParameters(first.document, script.parameters);
  const plan = claimPlanner(run, ready);
  const byClaimant = await claimByEach(claimants, [imported.document, first.document], (persona) =>
    plan({ persona, parameters: kept, choice: undefined }),
  );

  const forms = await allEnded(
    byClaimant.flatMap(({ persona, claimed: { document } }) => {
      const sent = document === undefined ? new Map() : formParameters(document, kept, script.parameters);
      return sent.size === 0 ? [] : [plan({ persona, parameters: new Map([...kept, ...sent]), choice: undefined })];
    }),
  );
  const seen = byClaimant.map(({ claimed: { claim } }) => claim?.plan.parameters ?? []);
  const { candidates, untried } = chooseOtherwise(seen, script.parameters, run.options.maxChoices);
  const chosen = await allEnded(
    candidates.flatMap(({ choice, claimant }) => {
      const persona = byClaimant[claimant]?.persona;
      const parameters = new Map([...kept, [choice.name, choice.value]]);
      return persona === undefined
        ? []
        : [plan({ persona, parameters, choice }).then((claimed) => ({ choice, claimed }))];
    }),
  );

  const ordinary = byClaimant.map(({ claimed }) => claimed);
  return {
    claims: ordinary.flatMap(({ claim }) => claim ?? []),
    forms: forms.flatMap(({ claim }) => claim ?? []),
    choices: chosen.flatMap(({ claimed: { claim } }) => (isTried(claim) ? [claim] : [])),
    untried: [
      ...untried,
      ...chosen.flatMap(({ choice, claimed: { claim } }) =>
        isTried(claim) ? [] : [{ parameter: choice.name, because: 'plan-failed' as const }],
      ),
    ],
    refusals: [
      ...[...ordinary, ...forms].flatMap(({ refusal }) => refusal ?? []),
      // The claim without the choice was planned, so an unknown error is the choice's doing.
      ...chosen.flatMap(({ claimed: { refusal, suspicion } }) => refusal ?? suspicion ?? []),
    ],
    gaps: [...ordinary, ...forms].flatMap(({ failure }) => failure ?? []),
  };
}

interface ByClaimant {
  readonly persona: Persona;
  readonly claimed: Claimed;
}

/**
 * What a claim alone reads, such as an external service that the prebuild does
 * without, is only known once a claim was planned: whom that concerns claims again.
 */
async function claimByEach(
  claimants: readonly Claimant[],
  before: Parameters<typeof askedBy>[0],
  claim: (persona: Persona) => Promise<Claimed>,
): Promise<readonly ByClaimant[]> {
  const claimAs = (asked: Asked) =>
    claimantsOf(claimants, asked).map((persona) => ({ persona, claim: () => claim(persona) }));
  const asked = askedBy(before);
  const performed = await allEnded(
    claimAs(asked).map(async ({ persona, claim }) => ({ persona, claimed: await claim() })),
  );
  const shown = performed.flatMap(({ claimed: { document } }) => document ?? []);
  const more = askedBy([...before, ...shown]);
  if (isSameAsked(asked, more)) return performed;
  return allEnded(claimAs(more).map(async ({ persona, claim }) => ({ persona, claimed: await claim() })));
}
