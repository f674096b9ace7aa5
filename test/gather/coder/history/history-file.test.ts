import { readFileSync, writeFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import {
  historyOfTemplate,
  parseHistoryFile,
  renderHistoryFile,
} from '../../../../src/gather/coder/history/history-file.ts';
import { historyFileSchema } from '../../../../src/gather/coder/history/history-schema.ts';
import { readTemplateHistory } from '../../../../src/gather/coder/history/read-history.ts';
import type { TemplateHistory } from '../../../../src/model/history/history.ts';
import { NOT_CONFIGURED, read } from '../../../../src/model/judgement/outcome.ts';
import { notChecked } from '../../../support/builders.ts';
import { createPrebuild, presetNamed, pushTemplate } from '../../../support/coder/operate.ts';
import { rig } from '../../../support/coder/rig.ts';
import { ADMIN_TOKEN, emptyWorld } from '../../../support/coder/world.ts';
import { failedDeletion, history, NOW, presetHistory } from '../../../support/history.ts';

const SCHEMA_FILE = 'history.schema.json';
const rich = history({
  presets: [
    presetHistory('Go', 'fail run ok'),
    presetHistory('Old', '', { desiredInstances: undefined, builds: undefined, ready: undefined }),
  ],
  failedDeletions: [failedDeletion()],
  reconciliationPaused: undefined,
  gaps: [notChecked()],
});

function reread(...histories: readonly TemplateHistory[]) {
  return parseHistoryFile(
    'history.json',
    renderHistoryFile(
      read(
        histories,
        histories.flatMap(({ gaps }) => gaps),
      ),
      NOW,
    ),
    NOW,
  );
}

describe('a saved history', () => {
  it('is the same when it is read again', () => {
    expect(reread(rich)).toEqual(read([rich], rich.gaps));
  });

  it('keeps the microseconds that order builds', () => {
    const [build] = presetHistory('Go', 'ok').builds ?? [];
    const exact = history({ presets: [presetHistory('Go', '', { builds: [{ ...build!, createdAt: NOW + 0.001 }] })] });
    const source = reread(exact);
    const micros = source.kind === 'read' && (source.items[0]?.presets[0]?.builds?.[0]?.createdAt ?? 0) * 1000;
    expect(Math.round(Number(micros))).toBe(NOW * 1000 + 1);
  });

  it('holds no token, whatever the server put into an error', async () => {
    const world = emptyWorld();
    const template = pushTemplate(world, 'docker', [{ name: 'Go' }]);
    createPrebuild(
      world,
      template,
      presetNamed(world, template, 'Go'),
      'failed',
      `token=${ADMIN_TOKEN} password=hunter2`,
    );
    const { client, clock } = rig(world);
    const text = renderHistoryFile(await clock.drive(readTemplateHistory(client, { template: 'docker' })), NOW);
    expect(text).toContain('(hidden)');
    expect(text).not.toMatch(new RegExp(`${ADMIN_TOKEN}|hunter2`));
  });

  it('keeps to the published schema', () => {
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    const isValid = ajv.compile(JSON.parse(readFileSync(SCHEMA_FILE, 'utf8')));
    const written: unknown = JSON.parse(renderHistoryFile(read([rich, history()], [notChecked()]), NOW));
    expect(isValid(written), JSON.stringify(isValid.errors)).toBe(true);
    expect(isValid({ format: 2 })).toBe(false);
  });

  it('has a published schema that is fresh: `UPDATE=1` writes it', () => {
    const fresh = `${JSON.stringify(historyFileSchema(), undefined, 2)}\n`;
    if (process.env['UPDATE'] === '1') writeFileSync(SCHEMA_FILE, fresh);
    expect(readFileSync(SCHEMA_FILE, 'utf8')).toBe(fresh);
  });

  it('of nothing is a file without templates', () => {
    expect(parseHistoryFile('h', renderHistoryFile(NOT_CONFIGURED, NOW), NOW)).toEqual(read([]));
  });

  it.each([
    [86_400_000, []],
    [86_400_001, ['history-file-stale']],
    [-3_600_000, []],
  ])('that is %d ms old has the gaps %j', (age, codes) => {
    const source = parseHistoryFile('history.json', renderHistoryFile(read([history()]), NOW), NOW + age);
    expect(source.kind === 'read' && source.gaps.map(({ code }) => code)).toEqual(codes);
  });

  it('may start with a byte order mark', () => {
    expect(parseHistoryFile('h', `\uFEFF${renderHistoryFile(read([history()]), NOW)}`, NOW).kind).toBe('read');
  });

  it.each([
    ['{"secret', /^`history.json` is not JSON\. Write it with/],
    ['[]', /^`history.json` is not a history of prebuild-guard\. Write it/],
    ['{"format":2}', /not a history of prebuild-guard: `format` is missing/],
    [`{"format":1,"readAt":"soon","templates":[],"gaps":[]}`, /contains an invalid time/],
    [`{"format":1,"readAt":"2026-03-01T12:00:00Z","templates":[{}],"gaps":[]}`, /`templates.0.template` is missing/],
  ])('is not %j', (content, sentence) => {
    expect(() => parseHistoryFile('history.json', content, NOW)).toThrow(sentence);
  });
});

describe('the history of one template in a file', () => {
  const other = history({ template: 'kubernetes', gaps: [notChecked({ code: 'other' })] });
  const namesake = history({ organization: 'other' });

  it('comes without the gaps of others', () => {
    expect(historyOfTemplate(reread(history(), other), 'Docker')).toEqual(read([history()]));
    expect(historyOfTemplate(reread(history(), other), 'kubernetes')).toEqual(read([other], other.gaps));
  });

  it('is chosen by its organization', () => {
    expect(historyOfTemplate(reread(history(), namesake), 'docker', 'OTHER')).toEqual(read([namesake]));
    expect(historyOfTemplate(reread(history(), namesake), 'docker')).toMatchObject({
      items: [],
      gaps: [{ code: 'template-ambiguous' }],
    });
  });

  it('that is not there is a gap', () => {
    expect(historyOfTemplate(reread(history()), 'nix')).toMatchObject({
      items: [],
      gaps: [{ code: 'template-not-in-history' }],
    });
  });

  it('that could not be read is the gap that was saved', () => {
    const source = parseHistoryFile('h', renderHistoryFile(read([], [notChecked({ code: 'coder-cut' })]), NOW), NOW);
    expect(historyOfTemplate(source, 'docker')).toMatchObject({ items: [], gaps: [{ code: 'coder-cut' }] });
  });
});
