import * as z from 'zod';

/** What Terraform or a provider complains of. In clear: it may quote values, so only `quoted` texts of it are shown. */
export interface Diagnostic {
  readonly summary: string;
  readonly detail: string;
  readonly address: string | undefined;
  readonly file: string | undefined;
  readonly line: number | undefined;
  /** The line of configuration that it points at, and the block around it. */
  readonly code: string;
  /** Expressions in that line, with what they evaluate to, in Terraform's words. */
  readonly values: readonly { readonly traversal: string; readonly statement: string }[];
}

/** What `terraform plan -json` and `terraform apply -json` say line by line. */
export interface PlanStream {
  readonly errors: readonly Diagnostic[];
  /** Undefined where no summary was written, so the plan was not made whole. */
  readonly hasChanges: boolean | undefined;
}

/** A part of an odd form is passed over: that there is an error counts, however it is told. */
const wireDiagnostic = z.object({
  severity: z.string(),
  summary: z.string().catch(''),
  detail: z.string().catch(''),
  address: z.string().optional().catch(undefined),
  range: z
    .object({ filename: z.string(), start: z.object({ line: z.number() }) })
    .optional()
    .catch(undefined),
  snippet: z
    .object({
      context: z.string().nullish(),
      code: z.string().default(''),
      values: z.array(z.object({ traversal: z.string().default(''), statement: z.string().default('') })).nullish(),
    })
    .optional()
    .catch(undefined),
});

const streamLine = z.object({
  type: z.string().optional(),
  diagnostic: wireDiagnostic.optional(),
  changes: z.record(z.string(), z.unknown()).optional(),
});

/** Lines that are no JSON, such as a provider's own prints, are passed over. */
export function parsePlanStream(stdout: string): PlanStream {
  const errors: Diagnostic[] = [];
  let hasChanges: boolean | undefined;
  for (const line of stdout.split('\n')) {
    const parsed = parseLine(line);
    if (parsed?.diagnostic?.severity === 'error') errors.push(diagnosticOf(parsed.diagnostic));
    if (parsed?.type === 'change_summary' && parsed.changes !== undefined) {
      hasChanges = Object.values(parsed.changes).some((count) => typeof count === 'number' && count > 0);
    }
  }
  return { errors, hasChanges };
}

/** The errors of a command that writes for people: what stands in its boxes, or after `Error:`. */
export function parseErrorText(text: string): readonly Diagnostic[] {
  const lines = text.split('\n').map((line) =>
    line
      .replace(ANSI, '')
      .replace(/^[╷│╵]\s?/, '')
      .trimEnd(),
  );
  const errors: Diagnostic[] = [];
  let summary: string | undefined;
  let detail: string[] = [];
  const close = (): void => {
    if (summary !== undefined) errors.push(plainDiagnostic(summary, detail.join(' ').replaceAll(/\s+/g, ' ').trim()));
    detail = [];
  };
  for (const line of lines) {
    const error = /^Error:\s*(.*)$/.exec(line);
    if (error !== null || /^Warning:/.test(line)) {
      close();
      summary = error?.[1];
    } else if (summary !== undefined) detail.push(line);
  }
  close();
  return errors;
}

export function plainDiagnostic(summary: string, detail = ''): Diagnostic {
  return { summary, detail, address: undefined, file: undefined, line: undefined, code: '', values: [] };
}

/** Everything a diagnostic says, to search for a placeholder or for known words. */
export function wholeText({ summary, detail, code, values }: Diagnostic): string {
  return [summary, detail, code, ...values.map(({ traversal, statement }) => `${traversal} ${statement}`)].join('\n');
}

function parseLine(line: string): z.infer<typeof streamLine> | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    return streamLine.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

function diagnosticOf({ summary, detail, address, range, snippet }: z.infer<typeof wireDiagnostic>): Diagnostic {
  return {
    summary,
    detail,
    address,
    file: range?.filename,
    line: range?.start.line,
    code: [snippet?.context ?? '', snippet?.code ?? ''].join('\n').trim(),
    values: snippet?.values ?? [],
  };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences of a terminal begin with one.
const ANSI = /\u001b\[[0-9;]*m/g;
