import { locationIn } from '../../explain/locate.ts';
import { type ReadBack, readBacks } from '../../explain/read-back/read-back.ts';
import { blockAddress } from '../../explain/trace/trace-resource.ts';
import { claimTracing } from '../../explain/trace/tracer.ts';
import type { Configuration } from '../../model/configuration/configuration.ts';
import { aboutResource } from '../../model/judgement/finding.ts';
import { judge, NOT_CONFIGURED } from '../../model/judgement/outcome.ts';
import type { Rule, Violation } from '../../model/judgement/rule.ts';
import { joined, plain, say, type Text } from '../../model/text.ts';

/** All of one resource. */
interface Found {
  readonly address: string;
  readonly all: readonly ReadBack[];
}

export const readBackReplacement: Rule<Found> = {
  id: 'read-back-replacement',
  group: 'template',
  severity: 'error',
  summary: 'The provider reads back another value than the template writes, so every build and every claim changes it.',
  since: '0.2.0',

  evaluate({ configuration = NOT_CONFIGURED }) {
    return judge(configuration, (files) => files.flatMap(judgeTemplate));
  },

  explain({ data: { address, all } }) {
    return {
      what: joined(all.map((each) => what(address, each))),
      why: joined(distinct(all.flatMap(why))),
      remedy: joined(distinct(all.map(({ row }) => row.instead))),
    };
  },
};

function judgeTemplate(template: Configuration): readonly Violation<Found>[] {
  const found = readBacks(claimTracing(template));
  const byResource = Map.groupBy(found, ({ module, resource }) => blockAddress(module, resource));
  return [...byResource].map(([address, all]) => {
    const [first] = all;
    const location = first === undefined ? undefined : locationIn(template, first.module, first.range);
    return {
      subject: aboutResource(address),
      evidence: 'declared',
      ...(all.some(isGrave) ? {} : { severity: 'warning' }),
      details: location === undefined ? {} : { location },
      data: { address, all },
    };
  });
}

/** Where the version is not known it may be one that reads back what was written. */
function isGrave({ row, version }: ReadBack): boolean {
  return row.effect === 'replaces' && version !== undefined;
}

function what(address: string, { row, version }: ReadBack): Text {
  const isReplacing = row.effect === 'replaces';
  return version === undefined
    ? say`Every build may ${[isReplacing ? 'replace' : 'change']} ${address}: some versions of ${row.provider} read ${row.argument} back otherwise than it is written.`
    : say`Every build ${[isReplacing ? 'replaces' : 'changes']} ${address}: ${row.provider} ${version} reads ${row.argument} back otherwise than it is written.`;
}

function why({ row, version }: ReadBack): readonly Text[] {
  const since = row.from === '0.0.0' ? ['all that were tried'] : say`${row.from} and newer`;
  const range = row.to === undefined ? since : say`${row.from} to ${row.to}`;
  return [
    [
      'Coder refreshes the state in every build, so every claim does the same; a rehearsal on a made-up state does not show it.',
    ],
    say`Versions that do it: ${range}.`,
    ...(version === undefined
      ? [say`Which version this template gets is not known, as there is no ${'.terraform.lock.hcl'}.`]
      : []),
  ];
}

function distinct(texts: readonly Text[]): readonly Text[] {
  return [...new Map(texts.map((text) => [plain(text), text])).values()];
}
