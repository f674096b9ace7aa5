import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { PROVEN_VERSIONS, unprovenVersion } from '../../../src/model/judgement/proven-versions.ts';
import { plain } from '../../../src/model/text.ts';

it.each([
  { product: 'Terraform', version: '1.17.2', says: 'Newer', because: 'nobody has tried it' },
  { product: 'Terraform', version: '2.0.0-beta1', says: 'Newer', because: 'a new major version is a new minor one' },
  { product: 'Terraform', version: '1.15.99', says: undefined, because: 'a patch changes no form' },
  { product: 'Terraform', version: '1.11.4', says: undefined, because: 'it was proven' },
  { product: 'Terraform', version: '1.13.0', says: undefined, because: 'versions before and after it were' },
  { product: 'Terraform', version: '1.5.7', says: 'Older', because: 'the oldest that was tried is newer' },
  { product: 'OpenTofu', version: '1.13.0', says: 'Newer', because: 'its versions are counted apart' },
  { product: 'OpenTofu', version: '1.12.0', says: undefined, because: 'a patch changes no form' },
  { product: 'Terraform', version: 'dev', says: undefined, because: 'it is no version' },
] as const)('$product $version: $says, because $because', ({ product, version, says }) => {
  const [notice] = unprovenVersion({ product, version });
  expect(notice && plain(notice).split(' ')[0]).toBe(says);
});

it('names what was tried', () => {
  const [notice = []] = unprovenVersion({ product: 'Terraform', version: '1.17.2' });
  for (const version of PROVEN_VERSIONS.Terraform) expect(plain(notice)).toContain(version);
});

it('every version that counts as proven is in the table of the page', () => {
  const page = readFileSync('docs/providers.md', 'utf8');
  for (const [product, versions] of Object.entries(PROVEN_VERSIONS)) {
    for (const version of versions)
      expect(page).toMatch(new RegExp(`^\\| ${product} ${version.replaceAll('.', '\\.')} \\|`, 'm'));
  }
});
