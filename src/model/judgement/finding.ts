import type { Location } from '../configuration/location.ts';
import type { Patch } from '../configuration/patch.ts';
import type { AttributePath } from '../plan/attribute-path.ts';
import type { AttributeChange } from '../plan/plan.ts';
import type { Text } from '../text.ts';
import type { ClaimContext } from './claim-plan.ts';
import type { Severity } from './severity.ts';

/**
 * How a problem is known: `measured` in a plan on real state, `rehearsed` with
 * the real provider on a synthesised state, `predicted` from the configuration
 * alone, `declared` where what the template or the server says is itself the
 * problem.
 */
export type Evidence = 'measured' | 'rehearsed' | 'predicted' | 'declared';

/** What a problem is about. */
export type Subject =
  | { readonly kind: 'template' }
  | { readonly kind: 'resource'; readonly address: string }
  | { readonly kind: 'preset'; readonly name: string }
  | { readonly kind: 'parameter'; readonly name: string; readonly preset: string | undefined };

/** One problem, reported. */
export interface Finding {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly evidence: Evidence;
  /** Name of the template that has the problem. */
  readonly template: string;
  readonly subject: Subject;
  readonly what: Text;
  readonly why: Text;
  readonly remedy: Text;
  readonly details: FindingDetails;
}

/** What outputs may draw beside the words; all of it optional. */
export interface FindingDetails {
  readonly location?: Location;
  readonly attributes?: readonly AttributeChange[];
  /** The attributes that it is about, where there is nothing to show of their values. */
  readonly paths?: readonly AttributePath[];
  /** From the problem back to what varies, shortest first. */
  readonly chains?: readonly CauseChain[];
  /** Address of the replaced resource that this one only follows. */
  readonly root?: string;
  /** HCL that fixes it. */
  readonly snippet?: string;
  /** The same as an edit of the template's files, or why there is none. */
  readonly fix?: Fix;
  /** The claims that show it; empty for a plan that the user gave. */
  readonly seenIn?: readonly ClaimContext[];
  /** The user accepted it; it stays visible and does not block. */
  readonly waiver?: Waiver;
}

export type Fix =
  | {
      readonly kind: 'patch';
      readonly patches: readonly Patch[];
      /** The same as `git apply` takes it. */
      readonly diff: string;
      /** What the reader gives up for it. */
      readonly tradeOff: Text;
    }
  | { readonly kind: 'none'; readonly because: Text };

/** Links from the replaced attribute to the value that changes at claim. */
export type CauseChain = readonly CauseLink[];

export interface CauseLink {
  /** A reference as Terraform writes it: `docker_container.workspace.name`, `local.name`. */
  readonly reference: string;
  readonly location?: Location;
}

export interface Waiver {
  readonly reason: string;
  /** ISO date of the last day it holds. */
  readonly until: string;
}

export const THE_TEMPLATE: Subject = { kind: 'template' };

export function aboutResource(address: string): Subject {
  return { kind: 'resource', address };
}

export function aboutPreset(name: string): Subject {
  return { kind: 'preset', name };
}

export function aboutParameter(name: string, preset?: string): Subject {
  return { kind: 'parameter', name, preset };
}

/** Equal for two findings about the same thing. */
export function subjectKey(subject: Subject): string {
  switch (subject.kind) {
    case 'template':
      return 'template';
    case 'resource':
      return `resource ${subject.address}`;
    case 'preset':
      return `preset ${subject.name}`;
    case 'parameter':
      return `parameter ${JSON.stringify([subject.name, subject.preset])}`;
  }
}
