/** What Coder lets the prebuilds user spend in the template's organization. */
export interface PrebuildQuota {
  /** The allowance of its groups together; the group `prebuilds` starts with 0. */
  readonly budget: number;
  /** The daily cost of one running prebuild of this template. */
  readonly costOfPrebuild: number;
}
