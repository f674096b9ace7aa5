import { say, type Text } from '../../model/text.ts';
import type { PlanDocument } from './plan-document.ts';
import { Refusal } from './text/refusal.ts';

/**
 * Minor versions only add to the format, so every 0.x and 1.x is read. Returns
 * a notice for a version in an odd form; refuses a later major version.
 */
export function checkFormatVersion(document: PlanDocument): readonly Text[] {
  const version = document.value('format_version') ?? document.value('plan_format_version');
  if (version === undefined) {
    return [
      say`The plan has no ${'format_version'}, so it is not the unchanged output of Terraform. It was read anyway.`,
    ];
  }
  const [, major] = /^(\d+)(?:\.\d+)*$/.exec(String(version)) ?? [];
  if (major === undefined) {
    throw new Refusal(
      say`has a ${'format_version'} that is not a version; give the output of ${'terraform show -json'} as it is.`,
    );
  }
  if (Number(major) > 1) {
    throw new Refusal(
      say`has a ${'format_version'} later than 1, which this version of prebuild-guard cannot read; update prebuild-guard.`,
    );
  }
  return typeof version === 'string'
    ? []
    : [say`The plan's ${'format_version'} is a number, not text. It was read anyway.`];
}
