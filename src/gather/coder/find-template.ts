import { listed, say } from '../../model/text.ts';
import { UserError } from '../../model/user-error.ts';
import type { TemplateName } from '../requests.ts';
import type { CoderClient } from './client/client.ts';
import { isStatus } from './client/fault.ts';
import { GapError } from './client/gap-error.ts';
import { type WireTemplate, wireTemplate, wireTemplates } from './wire.ts';

/** Throws a `GapError` where Coder has no such template, or several. */
export async function findTemplate(client: CoderClient, name: TemplateName): Promise<WireTemplate> {
  const template = validName('coder-template', name.template);
  if (name.organization !== undefined) {
    return readIn(client, template, validName('coder-organization', name.organization));
  }
  const found = await search(client, template);
  const [first] = found;
  if (first === undefined) throw missing(template, undefined);
  if (found.length === 1) return first;
  throw new GapError({
    code: 'template-ambiguous',
    detail: say`${found.length} organizations have a template ${template}: ${listed(found.map(organizationOf))}.`,
    remedy: say`Name one of them in ${'coder-organization'}.`,
  });
}

/** Every template of an organization, or every one that the token sees. Coder leaves deprecated ones out. */
export async function listTemplates(client: CoderClient, organization?: string): Promise<readonly WireTemplate[]> {
  if (organization === undefined) {
    return client.readJson(wireTemplates, { path: 'templates', asked: 'the list of templates' });
  }
  const name = validName('coder-organization', organization);
  return client.readJson(wireTemplates, {
    path: `organizations/${encodeURIComponent(name)}/templates`,
    asked: `the templates of organization ${name}`,
  });
}

export function readTemplate(client: CoderClient, id: string): Promise<WireTemplate> {
  return client.readJson(wireTemplate, { path: `templates/${encodeURIComponent(id)}`, asked: 'the template' });
}

/** Older servers give the id alone. */
export function organizationOf(template: WireTemplate): string {
  return template.organization_name ?? template.organization_id;
}

async function readIn(client: CoderClient, template: string, organization: string): Promise<WireTemplate> {
  try {
    return await client.readJson(wireTemplate, {
      path: `organizations/${encodeURIComponent(organization)}/templates/${encodeURIComponent(template)}`,
      asked: 'the template',
    });
  } catch (error) {
    if (isStatus(error, 404)) throw missing(template, organization);
    throw error;
  }
}

/** Without `deprecated:true` Coder leaves deprecated templates out, and with it the others. */
async function search(client: CoderClient, template: string): Promise<readonly WireTemplate[]> {
  const query = (q: string) =>
    client.readJson(wireTemplates, { path: 'templates', query: { q }, asked: 'the template' });
  const found = await query(`exact_name:${template}`);
  return found.length > 0 ? found : query(`exact_name:${template} deprecated:true`);
}

function missing(template: string, organization: string | undefined): GapError {
  const where = organization === undefined ? [] : say` in organization ${organization}`;
  return new GapError({
    code: 'template-not-found',
    detail: say`Coder has no template ${template}${where}, or the token may not see it.`,
    remedy: say`Check ${'coder-template'}, and use the token of a template admin. A template that was never pushed has no history: remove ${'coder-url'} for it.`,
  });
}

/** Coder's own form of names; nothing else can be in an address or a search. */
function validName(input: string, name: string): string {
  if (NAME.test(name)) return name;
  throw new UserError(
    `Input \`${input}\` is not a name in Coder. Names consist of letters, digits and single hyphens.`,
  );
}

const NAME = /^[a-zA-Z0-9]+(?:[-_][a-zA-Z0-9]+)*$/;
