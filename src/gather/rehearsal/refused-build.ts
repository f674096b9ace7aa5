import type { ClaimContext } from '../../model/judgement/claim-plan.ts';
import type { RefusedBuild } from '../../model/judgement/rehearsal.ts';
import { joined } from '../../model/text.ts';
import type { TemplateRun } from './template-run.ts';
import { quoted } from './terraform/explain-failure.ts';
import type { Failure } from './terraform/failure.ts';

const NOBODY: ClaimContext = { preset: undefined, persona: undefined, parameter: undefined };

/** A build that fails by fault of the template, in Terraform's words. */
export function refusedBuild(
  { conceal }: Pick<TemplateRun, 'conceal'>,
  build: RefusedBuild['build'],
  { diagnostics }: Pick<Failure, 'diagnostics'>,
  { transition = 'start', ...context }: Partial<ClaimContext & Pick<RefusedBuild, 'transition'>>,
): RefusedBuild {
  return { build, transition, context: { ...NOBODY, ...context }, words: joined(quoted(diagnostics, conceal)) };
}
