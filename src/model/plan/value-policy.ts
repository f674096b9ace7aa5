/**
 * Whether values of attributes are shown: `safe` shows those that nothing marks
 * as sensitive, `none` shows none.
 */
export type ValuePolicy = 'none' | 'safe';
