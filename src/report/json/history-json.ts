import type { HistoryPolicy, TemplateHistory } from '../../model/history/history.ts';
import { formatInstant } from '../../model/history/instant.ts';
import { decidePreset, diagnosePreset } from '../../model/history/preset-status.ts';
import type { NotChecked, Source } from '../../model/judgement/outcome.ts';
import { plain } from '../../model/text.ts';

/** What `history --format json` prints: the decisions, what explains them, and the builds they rest on. */
export function renderHistoryJson(source: Source<TemplateHistory>, policy: HistoryPolicy): string {
  const { items, gaps } = source.kind === 'read' ? source : { items: [], gaps: [] };
  const value = {
    format: 1,
    failureHardLimit: policy.failureHardLimit,
    templates: items.map((history) => templateJson(history, policy)),
    notChecked: gaps.map(gapJson),
  };
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

function templateJson(history: TemplateHistory, policy: HistoryPolicy): object {
  return {
    template: history.template,
    organization: history.organization,
    version: { id: history.version.id, name: history.version.name },
    readAt: formatInstant(history.readAt),
    deprecated: history.deprecated,
    reconciliationPaused: history.reconciliationPaused ?? null,
    licensed: history.licensed ?? null,
    presets: history.presets.map((preset) => {
      const { status, action } = decidePreset(history, preset, policy);
      const { streak, failuresLeft, underWay, backoff } = diagnosePreset(history, preset, policy);
      return {
        id: preset.id,
        name: preset.name,
        status,
        action: action.kind === 'backs-off' ? { ...action, until: formatInstant(action.until) } : action,
        desiredInstances: preset.desiredInstances ?? null,
        ready: preset.ready ?? null,
        streak: preset.builds === undefined ? null : streak,
        failuresLeft: preset.builds === undefined ? null : (failuresLeft ?? null),
        underWay,
        backoffUntil: backoff === undefined ? null : formatInstant(backoff.until),
        builds: preset.builds?.map((build) => ({ ...build, createdAt: formatInstant(build.createdAt) })) ?? null,
      };
    }),
    failedDeletions: history.failedDeletions.map((own) => ({ ...own, createdAt: formatInstant(own.createdAt) })),
    notChecked: history.gaps.map(gapJson),
  };
}

function gapJson({ code, detail, remedy }: NotChecked): object {
  return { code, detail: plain(detail), remedy: plain(remedy) };
}
