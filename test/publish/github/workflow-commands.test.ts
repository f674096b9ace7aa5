import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { annotate, hide, inert, print, printGroup } from '../../../src/publish/github/workflow-commands.ts';
import { readInputs } from '../../../src/run/words/inputs.ts';
import { capturedOutput } from '../../support/captured-output.ts';
import { readJobLog } from '../../support/workflow-commands.ts';

const HOSTILE = 'a%0A::set-output name=x::y\r\n::stop-commands::z\n##[add-mask]w,title=t:';

describe('An annotation', () => {
  it('is one command with its place', async () => {
    const location = { file: 'templates/go/main.tf', line: 12, column: 3 };
    const output = await capturedOutput(() =>
      annotate({ level: 'error', title: 'resource-replacement', message: 'It goes.', location }),
    );
    expect(output).toBe('::error title=resource-replacement,file=templates/go/main.tf,line=12,col=3::It goes.\n');
  });

  it.each([
    { location: undefined, properties: { title: 't' }, because: 'there is no place' },
    {
      location: { file: 'a.tf', line: 1 },
      properties: { title: 't', file: 'a.tf', line: '1' },
      because: 'the line is all',
    },
    {
      location: { file: 'a.tf', line: 1, endLine: 1, column: 2 },
      properties: { title: 't', file: 'a.tf', line: '1', endLine: '1', col: '2' },
      because: 'a column belongs to one line',
    },
    {
      location: { file: 'a.tf', line: 1, endLine: 4, column: 2 },
      properties: { title: 't', file: 'a.tf', line: '1', endLine: '4' },
      because: 'GitHub refuses columns on several lines',
    },
  ])('has $properties, because $because', async ({ location, properties }) => {
    const output = await capturedOutput(() => annotate({ level: 'notice', title: 't', message: 'm', location }));
    expect(readJobLog(output).commands).toEqual([{ name: 'notice', properties, message: 'm' }]);
  });

  it('stays one command whatever is in it', async () => {
    const location = { file: HOSTILE, line: 1 };
    const output = await capturedOutput(() =>
      annotate({ level: 'warning', title: HOSTILE, message: HOSTILE, location }),
    );
    expect(readJobLog(output)).toEqual({
      commands: [{ name: 'warning', properties: { title: HOSTILE, file: HOSTILE, line: '1' }, message: HOSTILE }],
      text: '',
    });
  });
});

describe('Printed text', () => {
  it.each([
    { text: '::error::x', because: 'the runner obeys it at the start' },
    { text: 'a\n  ::error::x', because: 'white space before it does not matter' },
    { text: 'a\r::error::x', because: 'a carriage return ends a line' },
    { text: '\u0085\u3000::error::x', because: 'the runner trims white space of all kinds' },
    { text: 'a ##[error]x', because: 'the old form is obeyed anywhere' },
  ])('holds no command, because $because', async ({ text }) => {
    expect(readJobLog(text).commands).toHaveLength(1);
    const log = readJobLog(await capturedOutput(() => print(text)));
    expect(log.commands).toEqual([]);
    expect(log.text).toContain('x');
  });

  it('holds no command, whatever it is', () => {
    const fragment = fc.constantFrom(
      ':',
      '::',
      '#',
      '##[',
      'error',
      ']',
      ' ',
      '\t',
      '\n',
      '\r',
      '\u0085',
      '\u2028',
      '\uFEFF',
      'x=1',
    );
    fc.assert(
      fc.property(
        fc.array(fragment).map((parts) => parts.join('')),
        (text) => {
          expect(readJobLog(inert(text)).commands).toEqual([]);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('is left as it is where it holds none', () => {
    const text = 'module.box["a::b"] is replaced\n  # see [docs] :: here\n';
    expect(inert(text)).toBe(text);
  });

  it('is folded away in a group', async () => {
    const output = await capturedOutput(() => printGroup('Rules', '::error::x\n'));
    expect(output).toBe('::group::Rules\n: :error::x\n::endgroup::\n');
  });
});

describe('A secret', () => {
  it('is masked line by line', async () => {
    const output = await capturedOutput(() => hide('one\ntwo\n\n'));
    expect(readJobLog(output).commands.map(({ message }) => message)).toEqual(['one', 'two']);
  });

  it.each([undefined, '', ' '])('that is empty (%j) masks nothing', async (secret) => {
    expect(await capturedOutput(() => hide(secret))).toBe('');
  });
});

describe('Inputs', () => {
  it('are read as the runner passes them, and empty ones count as not given', () => {
    vi.stubEnv('INPUT_PLAN', ' plan.json\n');
    vi.stubEnv('INPUT_FAIL-ON', 'warning');
    vi.stubEnv('INPUT_REPORT', '  ');
    const { plan, 'fail-on': failOn, report, values } = readInputs().values;
    expect({ plan, failOn, report, values }).toEqual({
      plan: 'plan.json',
      failOn: 'warning',
      report: undefined,
      values: undefined,
    });
  });
});
