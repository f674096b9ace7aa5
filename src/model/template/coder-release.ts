/** A release line of the Coder server: servers differ in what they tell Terraform. */
export type CoderRelease = readonly [major: number, minor: number];

/** `2.30`, `v2.30.1`; undefined for anything else. */
export function parseCoderRelease(text: string): CoderRelease | undefined {
  const match = /^v?(\d{1,4})\.(\d{1,4})(?:[.+-]\S*)?$/.exec(text);
  return match === null ? undefined : [Number(match[1]), Number(match[2])];
}

/** Whether the release is of that line or of an earlier one. */
export function isUpTo([major, minor]: CoderRelease, last: CoderRelease): boolean {
  return major < last[0] || (major === last[0] && minor <= last[1]);
}
