/** Every input of `action.yml`. */
export const INPUTS = [
  'plan',
  'assume-prebuild',
  'fail-on',
  'on-inconclusive',
  'values',
  'persistent-types',
  'comment',
  'comment-key',
  'pr-number',
  'annotations',
  'report',
  'github-token',
] as const;
