import type { ParameterFlow } from '../../model/template/parameter-flow.ts';
import { joined, type Text } from '../../model/text.ts';

/** What becomes of a preset that Coder's import refuses in the one flow, and what in the other. */
export function flowWords(flow: ParameterFlow | undefined, classic: Text): Text {
  if (flow === 'dynamic') return REFUSED;
  return flow === 'classic'
    ? classic
    : joined([
        ['With dynamic parameters, the default: ', ...REFUSED],
        ['With classic parameters: ', ...classic],
      ]);
}

const REFUSED: Text = ['Coder checks presets when the version is pushed, and refuses it with an error 400.'];
