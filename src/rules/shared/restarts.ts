/**
 * Attributes whose update in place restarts the agent: a Kubernetes controller
 * rolls its pods, and a cloud stops the machine, changes it and starts it again.
 */
const RESTARTING: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^kubernetes_(?:deployment|stateful_set|daemonset|daemon_set|replication_controller)(?:_v1)?$/, ['spec']],
  [/^aws_(?:instance|spot_instance_request)$/, ['instance_type', 'user_data', 'user_data_base64']],
  [
    /^google_compute_instance$/,
    ['machine_type', 'min_cpu_platform', 'service_account', 'shielded_instance_config', 'advanced_machine_features'],
  ],
  [/^azurerm_(?:linux_|windows_)?virtual_machine$/, ['size', 'vm_size', 'additional_capabilities']],
  [/^digitalocean_droplet$/, ['size']],
  [/^hcloud_server$/, ['server_type']],
  [/^nomad_job$/, ['jobspec']],
];

/** The updated attributes that restart the machine or container. */
export function restartingAttributes(type: string, updated: readonly string[]): readonly string[] {
  const known = RESTARTING.find(([pattern]) => pattern.test(type))?.[1] ?? [];
  return updated.filter((attribute) => known.includes(attribute));
}
