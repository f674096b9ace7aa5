/** `@actions/core` needs HTTP for `getIDToken` alone; see docs/adr/0006. */
function refuse() {
  throw new Error('This bundle has no OIDC: `core.getIDToken` is not available.');
}

export class HttpClient {
  constructor() {
    refuse();
  }
}

export class BearerCredentialHandler {
  constructor() {
    refuse();
  }
}
