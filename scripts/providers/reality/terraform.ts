import { execFile } from 'node:child_process';
import type { Mirror } from '../mirror.ts';
import type { Environment } from './coder.ts';

/** What one command of Terraform said. */
export interface Answer {
  readonly succeeded: boolean;
  readonly output: string;
  /** Its diagnostics, as a person reads them. */
  readonly problem: string;
}

export type Terraform = (directory: string, environment: Environment, ...words: readonly string[]) => Promise<Answer>;

/** Terraform with the providers of the mirror, and with nothing of Coder's in its environment but what is given. */
export function terraformWith({ configuration, attached }: Mirror): Terraform {
  return (directory, environment, ...words) =>
    new Promise((resolve) => {
      const env = {
        PATH: process.env['PATH'],
        HOME: process.env['HOME'],
        CHECKPOINT_DISABLE: '1',
        TF_CLI_CONFIG_FILE: configuration,
        ...attached,
        ...environment,
      };
      execFile('terraform', words, { cwd: directory, env, maxBuffer: 2 ** 28 }, (error, output, problem) => {
        resolve({ succeeded: error === null, output, problem: problem === '' ? (error?.message ?? '') : problem });
      });
    });
}
