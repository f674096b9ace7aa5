/** When a pull request without our comment gets one. One that is there is always brought up to date, but for `never`. */
export const COMMENT_MODES = ['on-findings', 'always', 'never'] as const;

export type CommentMode = (typeof COMMENT_MODES)[number];
