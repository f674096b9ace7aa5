import type { Text } from '../../model/text.ts';
import { say } from '../../model/text.ts';

/** One thing that a provider reads back otherwise than it was written. */
export interface ReadBackRow {
  /** As in `required_providers`. */
  readonly provider: string;
  /** Both ends are included; without an end the newest that was measured does it, too. */
  readonly from: string;
  readonly to?: string;
  readonly types: readonly string[];
  /** The argument, positions left out: `capabilities.add`. */
  readonly argument: string;
  readonly written: Written;
  readonly effect: 'replaces' | 'updates';
  /** What to write so that it comes back as it is. */
  readonly instead: Text;
  /** The run that showed it. */
  readonly proof: string;
}

/** What is written where the provider reads back something else. */
export type Written =
  /** A value, or an element of a list, that matches. */
  | { readonly kind: 'value'; readonly pattern: RegExp }
  /** A name of an image, in words or by reference, in place of its id. */
  | { readonly kind: 'image-name' }
  /** The argument, without this one beside it. */
  | { readonly kind: 'without'; readonly beside: string }
  /** Nothing: the argument is not set to this. */
  | { readonly kind: 'not-set-to'; readonly value: boolean };

const DOCKER = { provider: 'kreuzwerker/docker', types: ['docker_container'] } as const;

/**
 * What was measured: applied on a real Docker Engine 20.10 or a Kubernetes API
 * server 1.34, planned again with a refresh. `scripts/record-read-back.ts` does
 * it anew.
 */
export const READ_BACK: readonly ReadBackRow[] = [
  {
    ...DOCKER,
    from: '2.25.0',
    to: '3.3.0',
    argument: 'image',
    written: { kind: 'image-name' },
    effect: 'replaces',
    instead: say`Give it the image's id, as in ${'docker_image.main.image_id'}, or use version 3.4.0 of the provider or a newer one.`,
    proof: 'readback-docker-image-name, docker 2.25.0 to 3.3.0',
  },
  {
    ...DOCKER,
    from: '3.6.0',
    argument: 'capabilities.add',
    written: { kind: 'value', pattern: /^(?!CAP_|ALL$)/i },
    effect: 'replaces',
    instead: say`Write capabilities as Docker names them, such as ${'CAP_SYS_PTRACE'}.`,
    proof: 'readback-docker-capabilities, docker 3.6.0 and 4.6.0',
  },
  {
    ...DOCKER,
    from: '3.6.0',
    argument: 'capabilities.drop',
    written: { kind: 'value', pattern: /^(?!CAP_|ALL$)/i },
    effect: 'replaces',
    instead: say`Write capabilities as Docker names them, such as ${'CAP_SYS_PTRACE'}.`,
    proof: 'readback-docker-capabilities, docker 3.6.0 and 4.6.0',
  },
  {
    ...DOCKER,
    from: '0.0.0',
    argument: 'working_dir',
    written: { kind: 'value', pattern: /.\/$/ },
    effect: 'replaces',
    instead: say`Leave out the slash at its end.`,
    proof: 'readback-docker-working-dir, docker 2.25.0, 3.0.2, 3.6.0 and 4.6.0',
  },
  {
    ...DOCKER,
    from: '4.6.0',
    argument: 'cpus',
    written: { kind: 'value', pattern: /^\d+$/ },
    effect: 'replaces',
    instead: say`Limit it by ${'cpu_shares'}, or add ${'cpus'} to its ${'ignore_changes'}.`,
    proof: 'readback-docker-cpus, docker 4.6.0',
  },
  {
    ...DOCKER,
    from: '3.0.0',
    to: '3.9.9',
    argument: 'devices.host_path',
    written: { kind: 'without', beside: 'container_path' },
    effect: 'replaces',
    instead: say`Write ${'container_path'} and ${'permissions'} too: the path again and ${'rwm'}.`,
    proof: 'readback-docker-devices, docker 3.0.2',
  },
  {
    ...DOCKER,
    from: '4.6.0',
    argument: 'memory',
    written: { kind: 'without', beside: 'memory_swap' },
    effect: 'updates',
    instead: say`Write ${'memory_swap'} too; Docker takes twice the ${'memory'} where it is missing.`,
    proof: 'd27-ports and d35-metadata-ipaddr, docker 4.6.0',
  },
  {
    ...DOCKER,
    from: '4.6.0',
    argument: 'healthcheck.interval',
    written: { kind: 'value', pattern: /^(?:60|120|180|240|300|600|900|1800|3600)s$/ },
    effect: 'updates',
    instead: say`Write it as Go prints it: ${'1m0s'} for a minute.`,
    proof: 'docker 4.6.0',
  },
  {
    ...DOCKER,
    from: '4.6.0',
    argument: 'healthcheck.timeout',
    written: { kind: 'value', pattern: /^(?:60|120|180|240|300|600|900|1800|3600)s$/ },
    effect: 'updates',
    instead: say`Write it as Go prints it: ${'1m0s'} for a minute.`,
    proof: 'docker 4.6.0',
  },
  {
    provider: 'hashicorp/kubernetes',
    from: '2.0.0',
    to: '2.8.9',
    types: ['kubernetes_pod', 'kubernetes_pod_v1'],
    argument: 'spec.automount_service_account_token',
    written: { kind: 'not-set-to', value: false },
    effect: 'replaces',
    instead: say`Use version 2.9.0 of the provider or a newer one, or set ${'automount_service_account_token = false'}: the API server mounts the service account's token, and the provider takes that for a change.`,
    proof: 'k06-pod-clean and k13-envbox-pod, kubernetes 2.7.1; 3.2.1 is clean',
  },
];
