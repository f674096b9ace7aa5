import type { CanaryResult } from '../../model/history/canary.ts';
import { DEFAULT_HISTORY_POLICY, type HistoryPolicy, type TemplateHistory } from '../../model/history/history.ts';
import { formatInstant } from '../../model/history/instant.ts';
import { decidePreset, diagnosePreset } from '../../model/history/preset-status.ts';
import { NOT_CONFIGURED, type NotChecked } from '../../model/judgement/outcome.ts';
import { plain } from '../../model/text.ts';
import type { Report } from '../report.ts';
import { jsonFinding, jsonRule } from './json.ts';
import { jsonText } from './json-text.ts';

/** What `history --format json` prints: the verdict, what explains it, and the builds that it rests on. */
export function renderHistoryJson({ history, verdict, findings, rules }: Report): string {
  const { histories = NOT_CONFIGURED, policy = DEFAULT_HISTORY_POLICY, followed } = history ?? {};
  const { items, gaps } = histories.kind === 'read' ? histories : { items: [], gaps: [] };
  const value = {
    format: 1,
    conclusion: verdict.conclusion,
    exitCode: verdict.exitCode,
    failureHardLimit: policy.failureHardLimit,
    ...(followed === undefined ? {} : { followed: followedJson(followed) }),
    templates: items.map((each) => templateJson(each, policy)),
    findings: findings.map(jsonFinding),
    rules: rules.map(jsonRule),
    notChecked: gaps.map(gapJson),
  };
  return `${jsonText(value, 2)}\n`;
}

function followedJson({ decision, version, elapsedMs, promotePrevious }: CanaryResult): object {
  return {
    version: version ?? null,
    end: decision.kind,
    seconds: Math.round(elapsedMs / 1000),
    ready: 'presets' in decision ? decision.presets.filter(({ isReady }) => isReady).map(({ name }) => name) : [],
    promotePrevious: promotePrevious ?? null,
  };
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
