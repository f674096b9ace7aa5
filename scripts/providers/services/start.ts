import { startTokenService } from './azure-tokens.ts';
import { startKubernetesApi } from './kubernetes-api.ts';
import type { Service } from './service.ts';

/** What the template of this text asks without being given any infrastructure. */
export async function startServices(text: string): Promise<Service> {
  const started = await Promise.all(SERVICES.filter(({ isAsked }) => isAsked.test(text)).map(({ start }) => start()));
  return {
    environment: Object.assign({}, ...started.map(({ environment }) => environment)),
    stop: () => {
      for (const service of started) service.stop();
    },
  };
}

const SERVICES: readonly { readonly isAsked: RegExp; readonly start: () => Promise<Service> }[] = [
  { isAsked: /"hashicorp\/azurerm"/, start: startTokenService },
  {
    isAsked: /"kubernetes_manifest"/,
    start: () => startKubernetesApi('fixtures/reality/kubernetes-openapi.json'),
  },
];
