import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Service } from './service.ts';

/**
 * Answers what `kubernetes_manifest` asks of a cluster when it plans: which kinds
 * there are, and what they look like. `openapi` is a file with the definitions
 * of a cluster, cut down to those kinds.
 */
export async function startKubernetesApi(openapi: string): Promise<Service> {
  const answers: Readonly<Record<string, unknown>> = {
    ...DISCOVERY,
    '/openapi/v2': JSON.parse(readFileSync(openapi, 'utf8')),
  };
  const server = createServer(({ url = '' }, response) => {
    const answer = answers[url.split('?')[0] ?? ''];
    response.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer ?? { kind: 'Status', apiVersion: 'v1', status: 'Failure', code: 404 }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { environment: { KUBE_HOST: `http://127.0.0.1:${port}` }, stop: () => server.close() };
}

const VERBS = ['create', 'delete', 'get', 'list', 'patch', 'update'];
const CRDS = 'apiextensions.k8s.io';

const DISCOVERY: Readonly<Record<string, unknown>> = {
  '/api': { kind: 'APIVersions', versions: ['v1'], serverAddressByClientCIDRs: [] },
  '/apis': { kind: 'APIGroupList', apiVersion: 'v1', groups: [group('apps'), group(CRDS)] },
  '/api/v1': resources('v1', { name: 'configmaps', kind: 'ConfigMap', namespaced: true }),
  '/apis/apps/v1': resources('apps/v1', { name: 'deployments', kind: 'Deployment', namespaced: true }),
  [`/apis/${CRDS}/v1`]: resources(`${CRDS}/v1`, {
    name: 'customresourcedefinitions',
    kind: 'CustomResourceDefinition',
    namespaced: false,
  }),
  [`/apis/${CRDS}/v1/customresourcedefinitions`]: {
    kind: 'CustomResourceDefinitionList',
    apiVersion: `${CRDS}/v1`,
    metadata: {},
    items: [],
  },
};

function group(name: string) {
  const version = { groupVersion: `${name}/v1`, version: 'v1' };
  return { name, versions: [version], preferredVersion: version };
}

function resources(groupVersion: string, resource: { name: string; kind: string; namespaced: boolean }) {
  const { name, kind, namespaced } = resource;
  const entry = { name, singularName: '', namespaced, kind, verbs: VERBS };
  return { kind: 'APIResourceList', apiVersion: 'v1', groupVersion, resources: [entry] };
}
