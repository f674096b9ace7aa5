import { UserError } from '../user-error.ts';

/** A release line of the Coder server: servers differ in what they tell Terraform. */
export type CoderRelease = readonly [major: number, minor: number];

/** `2.30`, `v2.30.1`. Throws a `UserError` for anything else. */
export function parseCoderRelease(text: string): CoderRelease {
  const match = /^v?(\d+)\.(\d+)(?:[.+-]\S*)?$/.exec(text);
  if (match === null) {
    throw new UserError(`Input \`coder-release\` is \`${text}\`; use a version of Coder, such as \`2.30\`.`);
  }
  return [Number(match[1]), Number(match[2])];
}

/** Whether the release is of that line or of an earlier one. */
export function isUpTo([major, minor]: CoderRelease, last: CoderRelease): boolean {
  return major < last[0] || (major === last[0] && minor <= last[1]);
}
