import { type Field, messageField, numberField, textField } from './protobuf-writer.ts';

export type AttributePath = readonly (string | number)[];

/** An error that a provider reports to Terraform. */
export class ProviderError extends Error {
  override readonly name = 'ProviderError';
  readonly detail: string;
  readonly path: AttributePath | undefined;

  constructor(summary: string, detail = '', path?: AttributePath) {
    super(summary);
    this.detail = detail;
    this.path = path;
  }
}

const SEVERITY_ERROR = 1;

export function diagnosticField(number: number, { message: summary, detail, path }: ProviderError): Field {
  return messageField(number, [
    numberField(1, SEVERITY_ERROR),
    textField(2, summary),
    textField(3, detail),
    ...(path === undefined ? [] : [pathField(4, path)]),
  ]);
}

export function pathField(number: number, path: AttributePath): Field {
  const steps = path.map((step) =>
    // A position of zero is a position, so it is written though it is protobuf's default.
    messageField(1, [typeof step === 'number' ? Buffer.of(3 * 8, step) : textField(1, step)]),
  );
  return messageField(number, steps);
}
