import { describe, expect, it } from 'vitest';
import {
  filesReadBy,
  isConfigurationFile,
  isOverrideFile,
  productFor,
} from '../../../src/model/configuration/configuration-files.ts';

describe('the files of a template', () => {
  const names = [
    'main.tofu',
    'main.tf',
    'a.tf.json',
    'b.tofu.json',
    'b.tf.json',
    'b.tf',
    '.hidden.tf',
    'notes.md',
    'x.tf~',
  ];

  it('are those that each program reads, sorted', () => {
    expect(filesReadBy('Terraform', names)).toEqual(['a.tf.json', 'b.tf', 'b.tf.json', 'main.tf']);
    expect(filesReadBy('OpenTofu', names)).toEqual(['a.tf.json', 'b.tf', 'b.tofu.json', 'main.tofu']);
  });

  it.each(['main.tf', 'main.tf.json', 'main.tofu', 'main.tofu.json'])('may be called %s', (name) => {
    expect(isConfigurationFile(name)).toBe(true);
    expect(isOverrideFile(name)).toBe(false);
  });

  it.each(['.main.tf', '#main.tf', 'main.tf.bak', 'main.tfvars', 'main.json', 'tf', '.tf'])('is not %s', (name) => {
    expect(isConfigurationFile(name)).toBe(false);
  });

  it.each(['override.tf', 'x_override.tf.json', 'override.tofu', 'x_override.tofu.json'])(
    'are laid over others: %s',
    (name) => {
      expect(isOverrideFile(name)).toBe(true);
    },
  );
});

describe('a template is for', () => {
  const lock = (host: string): string => `provider "${host}/coder/coder" {\n  version = "2.20.0"\n}\n`;

  it.each([
    { names: ['main.tf'], lockFile: undefined, product: 'Terraform', because: 'it has such files alone' },
    { names: ['main.tofu'], lockFile: undefined, product: 'OpenTofu', because: 'Terraform would read nothing' },
    { names: ['main.tf', 'x.tofu'], lockFile: undefined, product: 'Terraform', because: 'both could read it' },
    {
      names: ['main.tf'],
      lockFile: lock('registry.opentofu.org'),
      product: 'OpenTofu',
      because: 'it was initialised by it',
    },
    {
      names: ['main.tofu'],
      lockFile: lock('registry.terraform.io'),
      product: 'Terraform',
      because: 'it was initialised by it',
    },
    {
      names: ['main.tf'],
      lockFile: lock('example.com'),
      product: 'Terraform',
      because: 'a registry of one’s own tells nothing',
    },
  ])('$product, because $because', ({ names, lockFile, product }) => {
    expect(productFor(names, lockFile)).toBe(product);
  });
});
