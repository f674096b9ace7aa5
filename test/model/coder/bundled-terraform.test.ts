import { describe, expect, it } from 'vitest';
import { bundledTerraform, terraformNotice } from '../../../src/model/coder/bundled-terraform.ts';
import { plain } from '../../../src/model/text.ts';

describe('the Terraform that Coder brings', () => {
  it.each([
    { coder: 'v2.38.8+4f2a1c9', terraform: '1.17.2' },
    { coder: 'v2.38.7', terraform: '1.16.2' },
    { coder: '2.30.0', terraform: '1.14.1' },
    { coder: 'v2.31.0-devel+4f2a1c9', terraform: '1.14.5' },
    { coder: 'v2.37.10', terraform: '1.17.1' },
    { coder: 'v2.37.9', terraform: undefined },
    { coder: 'v2.99.0', terraform: undefined },
    { coder: 'v0.38.8', terraform: undefined },
    { coder: 'devel', terraform: undefined },
    { coder: '', terraform: undefined },
  ])('of $coder is $terraform', ({ coder, terraform }) => {
    expect(bundledTerraform(coder)).toBe(terraform);
  });

  it.each([
    { own: '1.11.4', coder: 'v2.38.8', says: /`1\.11\.4`, which is older than the `1\.17\.2` .* Use Terraform 1\.17 / },
    { own: '1.17.0', coder: 'v2.30.1', says: /`1\.17\.0`, which is newer than the `1\.14\.1`/ },
    { own: '2.0.0', coder: 'v2.38.8', says: /newer/ },
    { own: '1.9.8', coder: 'v2.38.8', says: /older/ },
    { own: '1.17.9-dev', coder: 'v2.38.8', says: undefined },
    { own: '1.17.0', coder: 'v2.38.8', says: undefined },
    { own: '1.11.4', coder: 'v9.9.9', says: undefined },
    { own: '1.11.4', coder: undefined, says: undefined },
    { own: undefined, coder: 'v2.38.8', says: undefined },
    { own: 'main', coder: 'v2.38.8', says: undefined },
  ])('is compared with $own for $coder: $says', ({ own, coder, says }) => {
    const notice = terraformNotice(own, coder);
    if (says === undefined) expect(notice).toBeUndefined();
    else expect(plain(notice ?? [])).toMatch(says);
  });
});
