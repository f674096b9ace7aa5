import { say } from '../model/text.ts';
import { wantsColour } from '../publish/terminal/colour.ts';
import { createProgress } from '../publish/terminal/progress.ts';
import { type Streams, terminalPublisher } from '../publish/terminal/publisher.ts';
import type { OutputName } from '../report/index.ts';
import type { Place } from './ports.ts';
import type { Settings, Task } from './settings/settings.ts';

/** A run on the command line: reports to standard output, everything else to standard error. */
export function terminal(
  { kind }: Task,
  { format, fix, verbose }: Pick<Settings, 'format' | 'fix' | 'verbose'>,
  streams: Streams,
): Place {
  const { isTTY, columns } = process.stdout;
  const progress = createProgress({
    isTerminal: process.stderr.isTTY === true,
    width: process.stderr.columns ?? 80,
    write: (text) => process.stderr.write(text),
  });
  const roots = [process.cwd()];
  const isHistory = kind === 'history';
  return {
    roots,
    tell: progress.show,
    during: (_, work) => work(),
    toldAll: progress.end,
    outputs: isHistory ? HISTORY_OUTPUTS[format === 'json' ? 'json' : 'text'] : outputsFor(format),
    text: {
      colour: wantsColour({ isTerminal: isTTY === true, env: process.env }),
      width: isHistory ? Math.min(columns ?? 120, 160) : Math.min(columns ?? 100, 120),
      ...(verbose ? {} : { namesIn: say`${'--verbose'}` }),
    },
    publisher: terminalPublisher(streams),
    ...(fix && {
      openWriter: async () => {
        const writing = await import(/* webpackMode: "eager" */ '../publish/files/template-writer.ts');
        return writing.createTemplateWriter(roots);
      },
    }),
  };
}

/** Where standard output is for a machine, a person sees on the other what could not be read. */
function outputsFor(format: Settings['format']): readonly OutputName[] {
  return format === 'text' ? ['text', 'report-file'] : [format, 'report-file', 'errors'];
}

const HISTORY_OUTPUTS: Readonly<Record<'text' | 'json', readonly OutputName[]>> = {
  text: ['followed', 'history', 'text'],
  json: ['history-json', 'errors'],
};
