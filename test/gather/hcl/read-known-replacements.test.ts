import { statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readReplacementTable } from '../../../src/gather/hcl/read-known-replacements.ts';
import { effectOf } from '../../../src/model/configuration/known-replacements.ts';

const table = readReplacementTable();

describe('the recorded answers of real providers', () => {
  it.each([
    ['docker_container', 'name hostname env labels image entrypoint command volumes networks_advanced ports user'],
    ['docker_volume', 'name labels driver driver_opts'],
    ['docker_image', 'name triggers pull_triggers'],
    ['kubernetes_pod', 'metadata.name metadata.namespace spec.container.env spec.hostname spec.node_name'],
    ['kubernetes_deployment', 'metadata.name metadata.namespace spec.selector'],
    ['kubernetes_persistent_volume_claim', 'metadata.name metadata.namespace spec.storage_class_name'],
    ['aws_instance', 'ami availability_zone key_name subnet_id'],
    ['google_compute_instance', 'name zone hostname metadata_startup_script boot_disk'],
    ['google_compute_disk', 'name zone image'],
    ['azurerm_linux_virtual_machine', 'name computer_name custom_data location'],
    ['azurerm_managed_disk', 'name location create_option'],
    ['coder_agent', 'env os arch startup_script'],
    ['coder_script', 'script'],
    ['null_resource', 'triggers'],
    ['random_pet', 'keepers length'],
    ['time_static', 'triggers'],
    ['tls_private_key', 'algorithm'],
    ['tls_cert_request', 'private_key_pem dns_names'],
    ['local_file', 'content filename'],
  ])('%s is replaced for a change of %s', (type, names) => {
    const effects = names.split(' ').map((name) => [name, effectOf(table, type, name.split('.'))]);
    expect(effects).toEqual(names.split(' ').map((name) => [name, 'replaces']));
  });

  it.each([
    ['docker_container', 'memory memory_swap cpu_shares cpu_set restart max_retry_count', 'Docker updates them'],
    ['kubernetes_deployment', 'metadata.labels spec.replicas spec.template.spec.container.env', 'its pods are rolled'],
    ['kubernetes_pod', 'metadata.labels metadata.annotations', 'metadata alone is patched'],
    ['kubernetes_persistent_volume_claim', 'metadata.labels', 'metadata alone is patched'],
    ['aws_instance', 'user_data instance_type tags', 'the instance is stopped and started'],
    ['azurerm_linux_virtual_machine', 'size tags', 'the machine is stopped and started'],
    ['google_compute_instance', 'machine_type metadata labels tags', 'the instance is stopped and started'],
  ])('%s is updated for a change of %s, as %s', (type, names) => {
    const effects = names.split(' ').map((name) => [name, effectOf(table, type, name.split('.'))]);
    expect(effects).toEqual(names.split(' ').map((name) => [name, 'updates']));
  });

  it('are those of a provider that is named with its version', () => {
    for (const [type, { provider }] of table.types) {
      expect(provider, type).toMatch(/^(?:coder|kreuzwerker|hashicorp)\/[a-z]+ \d+\.\d+\.\d+$/);
    }
  });

  it('give no argument two effects', () => {
    for (const [type, { replacing, updating }] of table.types) {
      expect(
        [...replacing].filter((name) => updating.has(name)),
        type,
      ).toEqual([]);
    }
  });

  it('know the types that most workspaces are made of', () => {
    const types = [...table.types.keys()];
    expect(types).toEqual(
      expect.arrayContaining(['aws_ebs_volume', 'docker_network', 'kubernetes_service', 'google_compute_address']),
    );
    // One that answered nothing was asked in the wrong way.
    expect(
      types.filter((type) => {
        const { replacing, updating } = table.types.get(type)!;
        return replacing.size + updating.size === 0;
      }),
    ).toEqual([]);
  });

  it('are small enough to be read in a run', () => {
    expect(statSync('src/gather/hcl/force-new.json').size).toBeLessThan(200_000);
  });
});
