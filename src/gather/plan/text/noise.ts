import { say, type Text } from '../../../model/text.ts';

/** What wrappers are known to put around the JSON document. */
export type Noise = 'setup-terraform' | 'cli-warning' | 'terragrunt' | 'nul';

/** Undefined for a line that is not known as noise. */
export function noiseOfLine(line: string): Noise | undefined {
  const plainLine = withoutColors(line).trimEnd();
  return NOISE_LINES.find(([, shape]) => shape.test(plainLine))?.[0];
}

/** The length of the prefix that Terragrunt puts before a document on its own line; undefined where there is none. */
export function documentPrefix(line: string): number | undefined {
  return DOCUMENT_PREFIXES.map((prefix) => prefix.exec(line)?.[0].length).find((length) => length !== undefined);
}

export function noticeOf(noise: Noise): Text {
  return NOTICES[noise];
}

export function withoutColors(text: string): string {
  return text.replace(COLORS, '');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: terminal colours begin with one.
const COLORS = /\u001b\[[0-9;]*m/g;

const NOISE_LINES: readonly (readonly [Noise, RegExp])[] = [
  ['setup-terraform', /^\[command\]/],
  ['setup-terraform', /^::[a-z-]+(?: [^:]*)?::/],
  ['cli-warning', /^There are some problems with the CLI configuration:$/],
  ['cli-warning', /^[╷│╵]/],
  ['terragrunt', /^\d\d:\d\d:\d\d\.\d{3} (?:INFO|WARN|DEBUG|STDERR)\b/],
  ['terragrunt', /^time=\S+ level=(?:info|warn|warning|debug|stderr) /],
];

const DOCUMENT_PREFIXES: readonly RegExp[] = [
  // A path in brackets, which no JSON array can be taken for: it has a letter, dot or slash outside of quotes.
  /^\[[^\]"{}]*[A-Za-z./\\][^\]"{}]*\] (?=\{)/,
  /^\d\d:\d\d:\d\d\.\d{3} STDOUT (?:\[[^\]]*\] )?\S+: (?=\{)/,
];

const NOTICES: Readonly<Record<Noise, Text>> = {
  'setup-terraform': say`The lines that the setup-terraform wrapper puts around a plan were ignored; set ${'terraform_wrapper: false'} or use v3 or later.`,
  'cli-warning': say`Warnings of Terraform's command line were ignored; do not write standard error (${'2>&1'}) into the plan.`,
  terragrunt: say`Terragrunt's log prefix was ignored; write the plan with ${'--json-out-dir'} instead.`,
  nul: say`NUL bytes around the plan were ignored.`,
};
