import { jsonText } from './json/json-text.ts';
import type { Report } from './report.ts';

export interface StepOutput {
  readonly name: string;
  readonly value: string;
}

/**
 * The outputs of the Action's step. Waived findings are not counted: nobody
 * need act on them.
 */
export function stepOutputs(
  { verdict, findings, plans }: Report,
  reportPath: string | undefined,
): readonly StepOutput[] {
  const open = findings.filter(({ details }) => details.waiver === undefined);
  const addresses = plans.flatMap(({ replacements }) => replacements.map(({ address }) => address));
  return [
    { name: 'conclusion', value: verdict.conclusion },
    { name: 'exit-code', value: String(verdict.exitCode) },
    { name: 'findings', value: String(open.length) },
    { name: 'errors', value: String(open.filter(({ severity }) => severity === 'error').length) },
    { name: 'warnings', value: String(open.filter(({ severity }) => severity === 'warning').length) },
    { name: 'replacements', value: String(addresses.length) },
    { name: 'replacement-addresses', value: jsonText(addresses) },
    ...(reportPath === undefined ? [] : [{ name: 'report', value: reportPath }]),
  ];
}
