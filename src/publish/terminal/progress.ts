/** Tells what goes on while a command waits. */
export interface Progress {
  show(line: string): void;
  /** After the last line, before anything else is written. */
  end(): void;
}

export interface ProgressOptions {
  readonly isTerminal: boolean;
  readonly width: number;
  write(text: string): void;
}

/** On a terminal one line that changes; in a log, which keeps everything, a line each time. */
export function createProgress({ isTerminal, width, write }: ProgressOptions): Progress {
  if (!isTerminal) return { show: (line) => write(`${line}\n`), end: () => undefined };
  let isOpen = false;
  return {
    show(line) {
      isOpen = true;
      write(`${CLEAR}${cut(line, width > 0 ? width : USUAL_WIDTH)}`);
    },
    end() {
      if (isOpen) write(CLEAR);
      isOpen = false;
    },
  };
}

/** Of a terminal that tells none. */
const USUAL_WIDTH = 80;

/** A line that wraps could not be overwritten. */
function cut(line: string, width: number): string {
  const characters = [...line];
  return characters.length < width ? line : `${characters.slice(0, Math.max(width - 2, 0)).join('')}…`;
}

const CLEAR = '\r\u001b[2K';
