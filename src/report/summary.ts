import { renderPage } from './markdown-page.ts';
import type { Report } from './report.ts';

/** GitHub refuses a job summary above 1 MiB; some of it is left to other steps' habits of counting. */
export const SUMMARY_LIMIT = 900 * 1024;

/** The job summary: everything, in Markdown. */
export function renderSummary(report: Report): string {
  return renderPage(report, { limit: SUMMARY_LIMIT, elsewhere: 'the log of this step' });
}
