import { askCoder } from './ask-coder.ts';
import { askPullRequest } from './ask-pull-request.ts';
import type { Gathered } from './gathered.ts';
import type { Rehearser, Sources } from './ports.ts';
import { readTemplates } from './read-templates.ts';
import type { GatherRequest } from './requests.ts';

/** For a run that names no template. */
export const NO_REHEARSER: Rehearser = {
  rehearse: (directory) => Promise.reject(new Error(`Nobody was there to rehearse ${directory}.`)),
};

/**
 * Asks plans, Terraform, Coder, Git and GitHub everything that the run needs,
 * and nothing that it does not. What cannot be read is an error or a gap that
 * hides nothing of the others.
 */
export async function gather(request: GatherRequest, sources: Sources): Promise<Gathered> {
  const given = withInputs(request, sources);
  const { live, snapshots, notices, history } = await askCoder(given, sources.coder);
  const templates = await readTemplates(given, live, sources);
  const pullRequest = await askPullRequest(given, history, templates.subjects, sources.pullRequest);
  return {
    snapshots: [...templates.subjects.map(({ snapshot }) => snapshot), ...snapshots],
    subjects: templates.subjects,
    history,
    pullRequest,
    errors: templates.errors,
    notices: [...templates.notices, ...notices],
  };
}

function withInputs(request: GatherRequest, { inputs }: Sources): GatherRequest {
  if (inputs === undefined) return request;
  return { ...request, plans: inputs.findPlans(request.plans), templates: inputs.findTemplates(request.templates) };
}
