import type { Environment } from '../../../src/gather/rehearsal/claim/environment.ts';
import type { Rpc } from './serve-provider.ts';

/** One call that a provider was asked. */
export interface Call {
  readonly provider: string;
  readonly rpc: Rpc;
  /** The type of resource or data source that it was about. */
  readonly type: string | undefined;
  /** `CODER_*` of the Terraform that asked. */
  readonly environment: Environment;
}

/** What goes wrong with the calls that it fits. */
export interface Fault {
  readonly rpc: Rpc;
  readonly provider?: string;
  readonly type?: string;
  /** Asked last; a fault may be one of the claim alone. */
  readonly when?: (call: Call) => boolean;
  readonly effect: Effect;
}

export type Effect =
  /** The provider reports an error. */
  | { readonly kind: 'error'; readonly summary: string; readonly detail?: string }
  /** The connection breaks, as when the process dies. */
  | { readonly kind: 'crash' }
  | { readonly kind: 'hang' }
  /** Bytes that are no message. */
  | { readonly kind: 'garbage' }
  /** A plan that is not what the configuration asks for, which Terraform refuses. Of `PlanResourceChange` alone. */
  | { readonly kind: 'invalid-plan' };

export function faultOf(faults: readonly Fault[], call: Call): Effect | undefined {
  return faults.find(
    ({ rpc, provider = call.provider, type = call.type, when = () => true }) =>
      rpc === call.rpc && provider === call.provider && type === call.type && when(call),
  )?.effect;
}

/** Whether the Terraform that asked plans a claim. */
export function isClaim({ environment }: Call): boolean {
  return environment['CODER_WORKSPACE_IS_PREBUILD_CLAIM'] === 'true';
}
