import { say, type Text } from '../text.ts';

/** Which Terraform the releases of one Coder minor bring with them. */
interface Bundle {
  /** `2.38`. */
  readonly coder: string;
  /** The version of Terraform, each from a patch release of Coder on. */
  readonly terraform: readonly { readonly fromPatch: number; readonly version: string }[];
}

/**
 * `TerraformVersion` of `provisioner/terraform/install.go`, which
 * `scripts/Dockerfile.base` and `install.sh` repeat, by the pull requests of
 * coder/coder that changed it. A minor that none of them tells about is missing
 * here, and so are the patches before the first that one does.
 *
 * | pull request | on | says |
 * |---|---|---|
 * | #17256, `install.go` at 08b4aa4 | 2025-04-04 | 1.11.3 on main, then 1.11.4 |
 * | #20532 | 2025-10-29 | 1.13.0 to 1.13.4 on main |
 * | #22193, #22192, #22167 | 2026-02-18 | to 1.14.5: 2.29 from 1.13.4, 2.30 and main from 1.14.1 |
 * | #25045 | 2026-05-07 | 1.14.x to 1.15.2 on main |
 * | #25746, #27183, #27185 | 2026-07-13 | 1.15.5 in 2.34.5 and in 2.35 |
 * | #29331 | 2026-09-15 | 1.15.5 to 1.16.2 on main |
 * | #31446, release notes of 2.37.10 | 2026 | 1.17.1 in 2.37 |
 * | #32110, release notes of 2.38.8 | 2026-11-16 | 1.17.2 in 2.38 |
 */
const BUNDLES: readonly Bundle[] = [
  { coder: '2.22', terraform: [{ fromPatch: 0, version: '1.11.4' }] },
  { coder: '2.27', terraform: [{ fromPatch: 0, version: '1.13.0' }] },
  { coder: '2.28', terraform: [{ fromPatch: 0, version: '1.13.4' }] },
  // The patch that brought 1.14.5 is not in the pull request; what follows it has at least that.
  { coder: '2.29', terraform: [{ fromPatch: 0, version: '1.13.4' }] },
  { coder: '2.30', terraform: [{ fromPatch: 0, version: '1.14.1' }] },
  { coder: '2.31', terraform: [{ fromPatch: 0, version: '1.14.5' }] },
  { coder: '2.32', terraform: [{ fromPatch: 0, version: '1.14.5' }] },
  { coder: '2.33', terraform: [{ fromPatch: 0, version: '1.14.5' }] },
  { coder: '2.34', terraform: [{ fromPatch: 0, version: '1.15.2' }] },
  { coder: '2.35', terraform: [{ fromPatch: 0, version: '1.15.5' }] },
  { coder: '2.36', terraform: [{ fromPatch: 0, version: '1.15.5' }] },
  { coder: '2.37', terraform: [{ fromPatch: 10, version: '1.17.1' }] },
  {
    coder: '2.38',
    terraform: [
      { fromPatch: 0, version: '1.16.2' },
      { fromPatch: 8, version: '1.17.2' },
    ],
  },
];

/** Of a server's own `v2.38.8+4f2a1c9`; undefined where no source tells. */
export function bundledTerraform(coderVersion: string): string | undefined {
  const match = VERSION.exec(coderVersion);
  if (match === null) return undefined;
  const [, major = '', minor = '', patch = '0'] = match;
  const bundle = BUNDLES.find(({ coder }) => coder === `${major}.${minor}`);
  return bundle?.terraform.findLast(({ fromPatch }) => fromPatch <= Number(patch))?.version;
}

/**
 * Says where the minor of the run's Terraform is not that of the server's own;
 * undefined where it is, or where one of them is not known.
 */
export function terraformNotice(own: string | undefined, coderVersion: string | undefined): Text | undefined {
  const bundled = coderVersion === undefined ? undefined : bundledTerraform(coderVersion);
  if (own === undefined || coderVersion === undefined || bundled === undefined) return undefined;
  const difference = compareMinors(own, bundled);
  if (difference === undefined || difference === 0) return undefined;
  return say`This run used Terraform ${own}, which is ${[difference < 0 ? 'older' : 'newer']} than the ${bundled} that Coder ${coderVersion} brings with it. Use Terraform ${[minorOf(bundled)]} here, unless the provisioners of your server run another version.`;
}

/** Negative for an older minor; undefined where one of them is no version. */
function compareMinors(left: string, right: string): number | undefined {
  const [own, other] = [VERSION.exec(left), VERSION.exec(right)];
  if (own === null || other === null) return undefined;
  return Number(own[1]) - Number(other[1]) || Number(own[2]) - Number(other[2]);
}

function minorOf(version: string): string {
  return version.split('.').slice(0, 2).join('.');
}

const VERSION = /^v?(\d{1,4})\.(\d{1,4})(?:\.(\d{1,4}))?/;
