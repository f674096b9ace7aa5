/** A provider as Terraform names it, and the Go module that it is built from. */
export interface ProviderBuild {
  /** Namespace and type: `hashicorp/random`. */
  readonly source: string;
  readonly version: string;
  /** What its `go.mod` declares. */
  readonly module: string;
  /** Where the module is published, where that is not what it declares. */
  readonly publishedAs?: string;
  /** Majors above 1 without `/vN` in their path are published as pseudo-versions alone: this is the release's commit. */
  readonly moduleVersion: string;
  /**
   * Lines of `go.sum` for what the checksum database does not know; computed
   * from the files of the release's commit.
   */
  readonly sums?: readonly [module: string, goMod: string];
  /** Takes many minutes and gigabytes to build. */
  readonly isLarge?: boolean;
}

export const BUILDS: readonly ProviderBuild[] = [
  {
    source: 'coder/coder',
    version: '2.20.0',
    module: 'github.com/coder/terraform-provider-coder/v2',
    moduleVersion: 'v2.20.0',
  },
  {
    source: 'kreuzwerker/docker',
    version: '4.6.0',
    module: 'github.com/terraform-providers/terraform-provider-docker',
    publishedAs: 'github.com/kreuzwerker/terraform-provider-docker',
    moduleVersion: 'v0.0.0-20260916201441-96d331c98ff4',
  },
  {
    source: 'hashicorp/kubernetes',
    version: '2.7.1',
    module: 'github.com/hashicorp/terraform-provider-kubernetes',
    moduleVersion: 'v1.13.4-0.20211206162204-2f3080cae975',
    sums: ['h1:SCDyar/dH2piRr63nGfr6pENomOO+I7UJHlq68qdvT4=', 'h1:eqnIaJq/xbKEhGXrNpaj7XB8XbF7SHtAptGgEUyvw04='],
  },
  {
    source: 'hashicorp/null',
    version: '2.1.2',
    module: 'github.com/terraform-providers/terraform-provider-null',
    moduleVersion: 'v1.0.1-0.20191204185112-e5c592237f62',
  },
  {
    source: 'hashicorp/random',
    version: '3.9.0',
    module: 'github.com/terraform-providers/terraform-provider-random',
    moduleVersion: 'v1.3.2-0.20260513075824-f8d869dc98d9',
  },
  {
    source: 'hashicorp/time',
    version: '0.14.2',
    module: 'github.com/hashicorp/terraform-provider-time',
    moduleVersion: 'v0.14.2',
  },
  {
    source: 'hashicorp/tls',
    version: '4.2.1',
    module: 'github.com/hashicorp/terraform-provider-tls',
    moduleVersion: 'v1.2.1-0.20260130152455-857b38cda3fc',
  },
  {
    source: 'hashicorp/local',
    version: '2.9.0',
    module: 'github.com/terraform-providers/terraform-provider-local',
    moduleVersion: 'v1.4.1-0.20260513075820-3561e410f9fe',
  },
  {
    source: 'hashicorp/google',
    version: '5.45.0',
    module: 'github.com/hashicorp/terraform-provider-google',
    moduleVersion: 'v1.20.1-0.20241111170140-c875b30c3ae6',
    sums: ['h1:O7G/mWdsQCJJDc2wWmSfEbjsGf0VtxzOVGKZZYj68m4=', 'h1:Iqt6uYg1iDXW2rOMsZQiFpkt2YnD88HfaTEohOJrla4='],
    isLarge: true,
  },
  {
    source: 'hashicorp/azurerm',
    version: '5.2.0',
    module: 'github.com/hashicorp/terraform-provider-azurerm',
    moduleVersion: 'v1.44.1-0.20260824201233-fae580791926',
    isLarge: true,
  },
];
