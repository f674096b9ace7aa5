import type { PullRequestReader } from '../gather/ports.ts';
import type { Publisher, TemplateWriter } from '../publish/ports.ts';
import type { OutputName } from '../report/index.ts';
import type { TextOptions } from '../report/text/text.ts';

/** Where a run happens: a terminal, or a job on GitHub. */
export interface Place {
  /** Where locations begin if a template is in no checkout. */
  readonly roots: readonly string[];
  /** Absent where there is no pull request to ask. */
  readonly pullRequest?: PullRequestReader;
  /** Tells a person how far it is. */
  tell(text: string): void;
  /** What is told while the work goes on belongs together under the title. */
  during<Result>(title: string, work: () => Promise<Result>): Promise<Result>;
  /** After the last that is told, before anything is published. */
  toldAll(): void;
  readonly outputs: readonly OutputName[];
  readonly text: TextOptions;
  readonly publisher: Publisher;
  /** Present if the fixes of a template are to be written into it. */
  readonly openWriter?: () => Promise<TemplateWriter>;
}
