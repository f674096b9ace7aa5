import { argumentNames, type Block, type Configuration, nestedBlocks } from '../model/configuration/configuration.ts';
import { isSameExpression } from '../model/configuration/expression.ts';
import type { Plan, ResourceChange } from '../model/plan/plan.ts';
import { type ConfiguredResource, moduleAt, modulePath } from '../model/plan/plan-configuration.ts';
import { findResource } from './locate.ts';
import { withoutPrefixes } from './trace-references.ts';

/**
 * Whether a block that the claim makes stands for one that it deletes: of the
 * same type, and written alike in half of its arguments at least. What stands
 * for nothing outside of Terraform must be written alike in all of them: two
 * scripts, one for the pool and one for people, are no twins.
 */
export function isTwin(
  plan: Plan,
  files: Configuration | undefined,
  gone: ResourceChange,
  made: ResourceChange,
): boolean {
  if (gone.type !== made.type || gone.address === made.address) return false;
  const likeness = (files && likenessInFiles(files, gone, made)) ?? likenessInPlan(plan, gone, made);
  return likeness !== undefined && likeness >= (WITHOUT_SUBSTANCE.test(gone.type) ? 1 : 1 / 2);
}

const WITHOUT_SUBSTANCE = /^(?:null_resource|terraform_data|(?:random|time|tls|local)_\w+)$/;

/** How many of the arguments are written alike, of the one that has more; undefined where there is none. */
function likenessInFiles(files: Configuration, gone: ResourceChange, made: ResourceChange): number | undefined {
  const [left, right] = [gone, made].map(({ address }) => findResource(files, address)?.resource.body);
  if (left === undefined || right === undefined) return undefined;
  const names = new Set([...argumentNames(left), ...argumentNames(right)]);
  const alike = [...names].filter((name) => isWrittenAlike(left, right, name));
  const provisioners = [left, right].map((body) => body.blocks.filter(({ type }) => type === 'provisioner'));
  const differs = provisioners.some((blocks) => blocks.length > 0);
  return names.size === 0 ? undefined : alike.length / (names.size + (differs ? 1 : 0));
}

function isWrittenAlike(left: Block, right: Block, name: string): boolean {
  const [one, other] = [left.attributes.get(name), right.attributes.get(name)];
  if (one !== undefined || other !== undefined) {
    return one !== undefined && other !== undefined && isSameExpression(one.value, other.value);
  }
  const [ones, others] = [nestedBlocks(left, name), nestedBlocks(right, name)];
  return (
    ones.length === others.length &&
    ones.every(({ body }, index) => {
      const twin = others[index]?.body;
      return twin !== undefined && argumentNames(body).every((inner) => isWrittenAlike(body, twin, inner));
    })
  );
}

/** A plan tells references only: constants are alike, as far as it says. */
function likenessInPlan(plan: Plan, gone: ResourceChange, made: ResourceChange): number | undefined {
  const [left, right] = [gone, made].map((change) => configured(plan, change));
  if (left === undefined || right === undefined) return undefined;
  const names = new Set([...left.attributes.keys(), ...right.attributes.keys()]);
  const alike = [...names].filter((name) => {
    const [ones, others] = [left.attributes.get(name), right.attributes.get(name)];
    return ones !== undefined && others !== undefined && textOf(ones) === textOf(others);
  });
  return names.size === 0 ? undefined : alike.length / names.size;
}

function configured({ configuration }: Plan, change: ResourceChange): ConfiguredResource | undefined {
  if (configuration === undefined) return undefined;
  const module = moduleAt(configuration, modulePath(change.moduleAddress));
  return module?.resources.get(`${change.type}.${change.name}`);
}

function textOf(references: readonly string[]): string {
  return JSON.stringify([...withoutPrefixes(references)].sort());
}
