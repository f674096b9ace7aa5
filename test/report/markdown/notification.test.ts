import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LimitMark } from '../../../src/model/history/notify-once.ts';
import { type Notification, renderNotification } from '../../../src/report/markdown/notification.ts';
import { renderedHtml } from '../rendered-html.ts';

function mark(overrides: Partial<LimitMark> = {}): LimitMark {
  return {
    organization: 'coder',
    template: 'docker',
    preset: 'Europe',
    versionId: 'version-12',
    version: 'v12',
    closed: false,
    ...overrides,
  };
}

function notification(reached: readonly LimitMark[], recovered: readonly LimitMark[]): Notification {
  return { people: ['@mona', '@octo/admins'], plan: { reached, recovered, memory: { marks: [], cut: false } } };
}

describe('the comment that tells people', () => {
  it('mentions them for a preset that reached the limit', () => {
    expect(renderNotification(notification([mark(), mark({ preset: 'America' })], []))).toMatchInlineSnapshot(`
      "@mona @octo/admins Coder stopped building prebuilds because the newest builds all failed:

      - preset \`Europe\` of template \`docker\` (\`coder\`), version \`v12\`
      - preset \`America\` of template \`docker\` (\`coder\`), version \`v12\`

      The comment of prebuild-guard on this pull request has the last errors and the remedies. You get this notice once for each version of the template.
      "
    `);
  });

  it('mentions nobody for a preset that recovered', () => {
    const body = renderNotification(notification([], [mark()]));
    expect(body).toMatchInlineSnapshot(`
      "Coder builds prebuilds of these presets again, because they are below the limit:

      - preset \`Europe\` of template \`docker\` (\`coder\`), version \`v12\`
      "
    `);
    expect(body).not.toContain('@');
  });

  it('is none where there is nothing new', () => {
    expect(renderNotification(notification([], []))).toBeUndefined();
  });

  it('stays short', () => {
    const many = Array.from({ length: 500 }, (_, index) => mark({ preset: `preset-${index}` }));
    expect(renderNotification(notification(many, []))).toContain('- and 480 more presets');
  });

  it('mentions nobody else, whatever things are called', () => {
    const name = fc.oneof(fc.constantFrom('@mallory', '#1', '`@mallory', '](https://x.example)'), fc.string());
    fc.assert(
      fc.property(name, name, name, name, (preset, template, organization, version) => {
        const body = renderNotification(notification([mark({ preset, template, organization, version })], [])) ?? '';
        const shown = renderedHtml(body).replaceAll(/<code>[^<]*<\/code>/g, '');
        expect([...shown.matchAll(/@[\w/-]+/g)].map(([found]) => found)).toEqual(['@mona', '@octo/admins']);
        expect(shown).not.toMatch(/<a |#\d/);
      }),
    );
  });
});
