import type { NotChecked, Source } from '../../model/judgement/outcome.ts';
import type { StateReader } from '../ports.ts';
import type { TemplateName } from '../requests.ts';
import type { CoderClient } from './client/client.ts';
import { noReadyPrebuild, type PrebuildState, readPrebuildStates } from './read-prebuild-state.ts';

/**
 * States of the template's live prebuilds, all read when the first one is asked
 * for, however many presets there are. Only then is Coder connected to, so that
 * the deadline of its requests does not run while Terraform does.
 */
export function liveStates(connect: () => CoderClient, name: TemplateName): StateReader {
  let reading: Promise<Source<PrebuildState>> | undefined;
  return {
    async readState(preset) {
      reading ??= readPrebuildStates(connect(), name);
      const source = await reading;
      const items = source.kind === 'read' ? source.items : [];
      const found = items.find((item) => item.preset === preset);
      if (found !== undefined) return { kind: 'state', text: new TextDecoder().decode(found.state) };
      return { kind: 'gap', reason: reasonFor(preset, source) };
    },
  };
}

/** What kept all states from being read, else that this preset has none. */
function reasonFor(preset: string | undefined, source: Source<PrebuildState>): NotChecked {
  const own = noReadyPrebuild(preset ?? '');
  const gaps = source.kind === 'read' ? source.gaps : [];
  return gaps.find(({ code }) => code !== own.code) ?? own;
}
