import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { connectToCoder } from '../src/gather/coder/client/connect.ts';
import { readTemplateHistory } from '../src/gather/coder/history/read-history.ts';
import { FakeCoder } from '../test/support/coder/fake-coder.ts';
import { largeWorld } from '../test/support/coder/large-world.ts';
import { serve } from '../test/support/coder/loopback.ts';
import { connection } from '../test/support/coder/rig.ts';

const SIZES = [
  { presets: 1, workspaces: 1 },
  { presets: 200, workspaces: 1000 },
  { presets: 200, workspaces: 10_000 },
];

interface Reading {
  readonly builds: number;
  readonly milliseconds: number;
  readonly peakMebibytes: number;
}

const [, script = '', url] = process.argv;
if (url === undefined) await measure();
else console.log(JSON.stringify(await readOnce(url)));

/** Each reading has a process of its own, so that its memory is not the server's. */
async function measure(): Promise<void> {
  console.log(`Node ${process.version}, history of one template over loopback`);
  for (const { presets, workspaces } of SIZES) {
    const coder = new FakeCoder(largeWorld(presets, workspaces));
    const server = await serve(coder);
    const { stdout } = await promisify(execFile)(process.execPath, [script, server.url]);
    await server.close();
    const { builds, milliseconds, peakMebibytes } = JSON.parse(stdout) as Reading;
    const pages = coder.requests.filter(({ url: sent }) => sent.pathname.endsWith('/workspaces')).length;
    console.log(
      `${presets} presets, ${workspaces} prebuilds: ${coder.requests.length} requests (${pages} pages + ${coder.requests.length - pages}), ${builds} builds, ${peakMebibytes} MiB at most, ${milliseconds} ms`,
    );
  }
}

async function readOnce(coderUrl: string): Promise<Reading> {
  const start = performance.now();
  const source = await readTemplateHistory(connectToCoder(connection({ baseUrl: new URL(`${coderUrl}/`) })), {
    template: 'docker',
  });
  const presets = source.kind === 'read' ? source.items.flatMap((history) => history.presets) : [];
  return {
    builds: presets.reduce((sum, { builds }) => sum + (builds?.length ?? 0), 0),
    milliseconds: Math.round(performance.now() - start),
    peakMebibytes: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}
