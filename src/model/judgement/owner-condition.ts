/** What a template compares an attribute of its owner with. */
export interface OwnerCondition {
  readonly attribute: OwnerAttribute;
  readonly test: OwnerTest;
  /** The text that it is compared with. */
  readonly value: string;
}

export type OwnerAttribute = 'name' | 'full_name' | 'email' | 'groups' | 'login_type' | 'rbac_roles';

/** `equals` holds for a list that has such an element. */
export type OwnerTest = 'equals' | 'begins' | 'ends' | 'matches';

export const OWNER_ATTRIBUTES: readonly OwnerAttribute[] = [
  'name',
  'full_name',
  'email',
  'groups',
  'login_type',
  'rbac_roles',
];
