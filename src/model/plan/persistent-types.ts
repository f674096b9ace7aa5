/**
 * Resource types that hold a user's data: losing one is data loss, not delay.
 * The first five are those of Coder's own prototype; users may add to them.
 */
export const PERSISTENT_TYPES: ReadonlySet<string> = new Set([
  'docker_volume',
  'azurerm_managed_disk',
  'aws_ebs_volume',
  'google_compute_disk',
  'kubernetes_persistent_volume_claim',
  'kubernetes_persistent_volume_claim_v1',
  'kubernetes_persistent_volume',
  'kubernetes_persistent_volume_v1',
  'aws_efs_file_system',
  'aws_fsx_lustre_file_system',
  'aws_fsx_openzfs_file_system',
  'azurerm_storage_share',
  'azurerm_storage_account',
  'digitalocean_volume',
  'google_compute_region_disk',
  'google_filestore_instance',
  'hcloud_volume',
  'incus_storage_volume',
  'linode_volume',
  'lxd_volume',
  'nomad_csi_volume',
  'oci_core_volume',
  'openstack_blockstorage_volume_v3',
  'vultr_block_storage',
]);

export function isPersistent(type: string, further: readonly string[]): boolean {
  return PERSISTENT_TYPES.has(type) || further.includes(type);
}
