/** The programs that read a template. */
export type Product = 'Terraform' | 'OpenTofu';

/** Whether either of them reads a file of that name. Hidden and backup files are none. */
export function isConfigurationFile(name: string): boolean {
  return /^[^.#].*\.(?:tf|tofu)(?:\.json)?$/.test(name);
}

/**
 * The files of a directory that the program reads, sorted as it loads them, for
 * that is the order in which overrides apply. Terraform ignores `.tofu`. OpenTofu
 * reads both, but of `x.tf` and `x.tofu` only the second
 * (https://opentofu.org/docs/language/files/).
 */
export function filesReadBy(product: Product, names: readonly string[]): readonly string[] {
  const all = new Set(names.filter(isConfigurationFile));
  const isRead = (name: string): boolean => {
    const isTofu = /\.tofu(?:\.json)?$/.test(name);
    if (product === 'Terraform') return !isTofu;
    return isTofu || !all.has(name.replace(/\.tf(\.json)?$/, '.tofu$1'));
  };
  return [...all].filter(isRead).sort();
}

export function isOverrideFile(name: string): boolean {
  return /^(?:override|.*_override)\.(?:tf|tofu)(?:\.json)?$/.test(name);
}

/**
 * Which program a template is for: the one whose registry its lock file names,
 * else OpenTofu where there is nothing that Terraform would read.
 */
export function productFor(names: readonly string[], lockFile: string | undefined): Product {
  if (lockFile?.includes('"registry.opentofu.org/')) return 'OpenTofu';
  if (lockFile?.includes('"registry.terraform.io/')) return 'Terraform';
  return filesReadBy('Terraform', names).length === 0 ? 'OpenTofu' : 'Terraform';
}
