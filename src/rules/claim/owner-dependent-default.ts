import type { ClaimPlan } from '../../model/judgement/claim-plan.ts';
import { aboutParameter } from '../../model/judgement/finding.ts';
import { judge, NOT_CONFIGURED } from '../../model/judgement/outcome.ts';
import type { RehearsalControl } from '../../model/judgement/rehearsal.ts';
import type { Rule, Violation } from '../../model/judgement/rule.ts';
import type { Snapshot } from '../../model/judgement/snapshot.ts';
import type { Parameter } from '../../model/template/template.ts';
import { listed, say, type Text } from '../../model/text.ts';
import { replacedResources } from '../shared/judge-claims.ts';

interface Dependent {
  readonly parameter: string;
  /** What the prebuild was built with. */
  readonly kept: string;
  /** What the claimant's form sends. */
  readonly sent: string;
  readonly persona: string | undefined;
  /** What sending it replaces; undefined where Coder refuses the claim. */
  readonly replaced: readonly string[] | undefined;
}

export const ownerDependentDefault: Rule<Dependent> = {
  id: 'owner-dependent-default',
  group: 'claim',
  severity: 'error',
  summary:
    'The default of a parameter differs between prebuild and claimant, so the claim is refused or replaces a resource.',
  since: '0.2.0',

  evaluate(snapshot) {
    return judge(snapshot.rehearsal ?? NOT_CONFIGURED, (controls) =>
      controls.flatMap((control) =>
        claimsOf(snapshot, control).flatMap((claim) => [
          ...refusedDefaults(snapshot, control, claim),
          ...replacingDefaults(control, claim),
        ]),
      ),
    );
  },

  explain({ data }) {
    const { parameter, kept, sent, persona, replaced } = data;
    const whose = persona === undefined ? ['the claimant'] : say`${persona}`;
    return {
      what: say`The default of ${parameter} is ${kept} for the prebuild and ${sent} for ${whose}.`,
      why: replaced === undefined ? REFUSED : whyReplaced(replaced),
      remedy: say`Give ${parameter} one default for everybody, or set it in the preset; take what depends on the owner from ${'data.coder_workspace_owner'} where it is needed.`,
    };
  },
};

const REFUSED: Text = [
  "The dashboard's form sends the default that the claimant sees. The parameter is immutable and the prebuild has another value, so Coder answers with an error 400.",
];

function whyReplaced(replaced: readonly string[]): Text {
  return say`The dashboard's form sends the default that the claimant sees, and with that value the claim replaces ${listed(replaced)}. A claim by the API, which sends nothing, keeps the value of the prebuild.`;
}

function claimsOf({ claims }: Snapshot, { preset }: RehearsalControl): readonly ClaimPlan[] {
  if (claims.kind === 'not-configured') return [];
  return claims.items.filter(({ context }) => context.preset === preset && context.parameter === undefined);
}

function refusedDefaults(
  snapshot: Snapshot,
  control: RehearsalControl,
  claim: ClaimPlan,
): readonly Violation<Dependent>[] {
  return dependentParameters(snapshot, control, claim)
    .filter(({ parameter }) => !parameter.mutable)
    .map(({ parameter, kept, sent }) =>
      violationOf(claim, { parameter: parameter.name, kept, sent, replaced: undefined }),
    );
}

/** A form claim is only planned where a default differs. */
function replacingDefaults(control: RehearsalControl, claim: ClaimPlan): readonly Violation<Dependent>[] {
  const form = control.forms.find(({ context }) => context.persona === claim.context.persona);
  if (form === undefined) return [];
  const anyway = new Set(replacedResources(claim).map(({ address }) => address));
  const replaced = replacedResources(form).filter(({ address }) => !anyway.has(address));
  if (replaced.length === 0) return [];
  const addresses = replaced.map(({ address }) => address);
  return sentOtherwise(claim, form).map(({ name, kept, sent }) => {
    const violation = violationOf(claim, { parameter: name, kept, sent, replaced: addresses });
    const attributes = replaced.flatMap((change) => change.attributes);
    return { ...violation, details: { ...violation.details, attributes } };
  });
}

/** Parameters that the form sends with another value than a claim that sends nothing. */
function sentOtherwise(claim: ClaimPlan, form: ClaimPlan) {
  return form.plan.parameters.flatMap(({ name, value: sent }) => {
    const kept = claim.plan.parameters.find((other) => other.name === name)?.value;
    return kept === undefined || sent === undefined || kept === sent ? [] : [{ name, kept, sent }];
  });
}

function dependentParameters({ template }: Snapshot, { preset, prebuild }: RehearsalControl, { plan }: ClaimPlan) {
  const set = template.presets.find(({ name }) => name === preset)?.parameters;
  return plan.parameters.flatMap((parameter: Parameter) => {
    const before = prebuild.parameters.find(({ name }) => name === parameter.name);
    const [kept, sent] = [before?.default, parameter.default];
    const isDependent = kept !== undefined && sent !== undefined && kept !== sent && !parameter.ephemeral;
    return isDependent && set?.has(parameter.name) !== true ? [{ parameter, kept, sent }] : [];
  });
}

function violationOf(claim: ClaimPlan, data: Omit<Dependent, 'persona'>): Violation<Dependent> {
  const { preset, persona } = claim.context;
  return {
    subject: aboutParameter(data.parameter, preset),
    evidence: claim.evidence,
    details: { seenIn: [claim.context] },
    data: { ...data, persona },
  };
}
