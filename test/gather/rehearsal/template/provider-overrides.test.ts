import { describe, expect, it } from 'vitest';
import { quietProviders } from '../../../../src/gather/rehearsal/template/provider-overrides.ts';

const DOCKER = 'registry.terraform.io/kreuzwerker/docker';
const REQUIRED =
  'terraform {\n  required_providers {\n    docker = {\n      source = "kreuzwerker/docker"\n    }\n  }\n}\n';
const quiet = (configuration: string) => quietProviders(configuration, [DOCKER]);
const block = (name: string, alias?: string) =>
  `provider "${name}" {\n${alias === undefined ? '' : `  alias = "${alias}"\n`}  disable_docker_daemon_check = true\n}\n`;

describe('a provider that looks for its daemon is kept from it', () => {
  it.each([
    { configuration: REQUIRED, blocks: [block('docker')], because: 'it is required and no more is said' },
    { configuration: `${REQUIRED}provider "docker" {}`, blocks: [block('docker')], because: 'it is configured once' },
    { configuration: '', blocks: [], because: 'a module alone requires it' },
    {
      configuration: 'terraform {\n  required_providers {\n    docker = "~> 3.0"\n  }\n}\nprovider "docker" {}',
      blocks: [],
      because: 'the name means another provider, of HashiCorp',
    },
    {
      configuration:
        '{"terraform": {"required_providers": {"box": {"version": "3.0", "source": "kreuzwerker/docker"}}}}',
      blocks: [block('box')],
      because: 'it is required in JSON',
    },
    {
      configuration:
        'terraform {\n  required_providers {\n    box = {\n      source = "kreuzwerker/docker"\n    }\n  }\n}',
      blocks: [block('box')],
      because: 'the template calls it otherwise',
    },
    {
      configuration: `terraform {\n  required_providers {\n    box = { version = "~> 3.0", source = "${DOCKER}" }\n    coder = { source = "coder/coder" }\n  }\n}`,
      blocks: [block('box')],
      because: 'its source has a host',
    },
    {
      configuration: `${REQUIRED}provider "docker" {\n  alias = "far"\n  host  = "tcp://x"\n}\nprovider "docker" {\n}`,
      blocks: [block('docker'), block('docker', 'far')],
      because: 'it is configured twice',
    },
    {
      configuration: `${REQUIRED}provider "docker" {\n  registry_auth {\n    address = "x"\n  }\n  alias = "far"\n}`,
      blocks: [block('docker'), block('docker', 'far')],
      because: 'a block stands before the alias',
    },
    {
      configuration: `${REQUIRED}provider "docker" {\n  # }\n  host  = "tcp://{"\n  alias = "far"\n}`,
      blocks: [block('docker'), block('docker', 'far')],
      because: 'braces in comments and strings are no braces',
    },
    {
      configuration: `${REQUIRED}# provider "docker" {\n#   alias = "old"\n# }\nprovider "docker" {}`,
      blocks: [block('docker')],
      because: 'what is commented out is not there',
    },
    {
      configuration: `${REQUIRED}provider "docker" {}\n/*\nprovider "docker" {\n  alias = "old"\n}\n*/`,
      blocks: [block('docker')],
      because: 'what is commented out is not there',
    },
    {
      configuration: `${REQUIRED}provider "docker" {\n  // alias = "old"\n}`,
      blocks: [block('docker')],
      because: 'its alias is commented out',
    },
    {
      configuration: `${REQUIRED}provider "other" {\n  alias = "x"\n}\nprovider "docker_other" {\n  alias = "y"\n}`,
      blocks: [block('docker')],
      because: 'other providers have the aliases',
    },
  ])('by $blocks.length blocks, because $because', ({ configuration, blocks }) => {
    expect(quiet(configuration)).toBe(blocks.join('\n'));
  });

  it('also where it is one of HashiCorp’s, which need not be required by a source', () => {
    expect(quietProviders('provider "docker" {}', ['registry.terraform.io/hashicorp/docker'])).toBe(block('docker'));
  });

  it('and no other one is', () => {
    expect(quietProviders('provider "aws" {}', [])).toBe('');
  });
});
