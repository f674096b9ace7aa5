import type { ParameterFlow } from '../../model/template/parameter-flow.ts';
import type { TemplateName } from '../requests.ts';
import type { CoderClient } from './client/client.ts';
import { gapOf } from './client/gap-error.ts';
import { findTemplate } from './find-template.ts';

/** How Coder treats the template's parameters; undefined where it does not say, and where there is no such template yet. */
export async function readFlow(client: CoderClient, name: TemplateName): Promise<ParameterFlow | undefined> {
  try {
    const { use_classic_parameter_flow: isClassic } = await findTemplate(client, name);
    if (isClassic === undefined) return undefined;
    return isClassic ? 'classic' : 'dynamic';
  } catch (error) {
    gapOf(error);
    return undefined;
  }
}
