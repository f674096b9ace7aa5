import type { Report } from '../report.ts';
import { placeFixes } from '../words/place-fixes.ts';
import { renderPage } from './markdown-page.ts';

/** GitHub refuses a job summary above 1 MiB; some of it is left to other steps' habits of counting. */
export const SUMMARY_LIMIT = 900 * 1024;

/** The job summary: everything, in Markdown. Each fix is a patch: whoever reads it here may not see the pull request. */
export function renderSummary(report: Report): string {
  const fixes = placeFixes(report.findings, { kind: 'none' });
  return renderPage(report, { limit: SUMMARY_LIMIT, elsewhere: 'the log of this step', fixes });
}
