import { BadSearch, maySee, maySeeJobs, organizationOf, parseSearch, searchWorkspaces } from './search.ts';
import {
  buildJson,
  jobJson,
  presetsJson,
  templateJson,
  versionJson,
  versionResourcesJson,
  workspaceJson,
} from './wire.ts';
import { type FakeTemplate, type FakeUser, PREBUILDS_USER, type World } from './world.ts';

export interface FakeRequest {
  readonly method: string;
  readonly url: URL;
  readonly token: string | undefined;
  readonly body: string;
}

export interface FakeAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as it is where it is a string, else as JSON. */
  readonly body: unknown;
}

/** What differs between servers, and what a test turns off. */
export interface ServerOptions {
  /** False for a proxy that does not let it through. */
  readonly authcheck: boolean;
  /** False before there was a switch. */
  readonly settings: boolean;
  readonly maxPageSize: number;
  readonly version: string;
  /** Requests until the limit is met, once; then it is lifted. */
  rateLimitAfter: number;
}

const NOT_FOUND: FakeAnswer = {
  status: 404,
  body: { message: 'Resource not found or you do not have access to this resource' },
};

/** Answers as Coder does: 401 without a session, 404 for what may not be seen, empty lists for what is filtered out. */
export class FakeCoder {
  readonly world: World;
  readonly options: ServerOptions;
  /** Every request, in order. */
  readonly requests: FakeRequest[] = [];

  constructor(world: World, options: Partial<ServerOptions> = {}) {
    this.world = world;
    this.options = {
      authcheck: true,
      settings: true,
      maxPageSize: 1000,
      version: 'v2.30.1+4f2a1c9',
      rateLimitAfter: Infinity,
      ...options,
    };
  }

  handle(request: FakeRequest): FakeAnswer {
    this.requests.push(request);
    if (request.url.pathname.endsWith('/api/v2/buildinfo')) {
      return { status: 200, body: { version: this.options.version, external_url: 'https://github.com/coder/coder' } };
    }
    const user = this.world.users.find(({ token }) => token === request.token);
    if (user === undefined) {
      return {
        status: 401,
        body: { message: 'You are signed out or your session has expired. Please sign in again to continue.' },
      };
    }
    this.options.rateLimitAfter -= 1;
    if (this.options.rateLimitAfter === -1) {
      return {
        status: 429,
        headers: { 'retry-after': '7' },
        body: { message: "You've been rate limited for sending more than 512 requests in 1m0s." },
      };
    }
    try {
      return this.#route(request, user);
    } catch (error) {
      if (!(error instanceof BadSearch)) throw error;
      const validations = [{ field: error.field, detail: error.message }];
      return { status: 400, body: { message: 'Invalid search query.', validations } };
    }
  }

  #route(request: FakeRequest, user: FakeUser): FakeAnswer {
    const [kind = '', id = '', part = '', ...more] = request.url.pathname.replace(/^\/api\/v2\//, '').split('/');
    const rest = more.join('/');
    switch (`${request.method} ${kind}${id && '/…'}${part && `/${part}`}`) {
      case 'GET templates':
        return this.#searchTemplates(request);
      case 'GET templates/…':
        return this.#template(({ id: own }) => own === id);
      case 'GET templates/…/versions':
        return this.#versions(request, id);
      case 'GET organizations/…/templates':
        return rest === '' ? this.#listTemplates(id) : this.#templateIn(id, rest);
      case 'GET organizations/…/provisionerjobs':
        return this.#jobs(request, id, user);
      case 'GET templateversions/…':
      case 'GET templateversions/…/presets':
      case 'GET templateversions/…/rich-parameters':
      case 'GET templateversions/…/resources':
        return this.#version(id, part);
      case 'GET organizations/…/members':
        return rest === `${PREBUILDS_USER}/workspace-quota` ? this.#quota(id, user) : NOT_FOUND;
      case 'GET workspaces':
        return this.#workspaces(request, user);
      case 'GET workspaces/…/builds':
        return this.#builds(request, id, user);
      case 'GET workspacebuilds/…':
      case 'GET workspacebuilds/…/state':
        return this.#build(id, part, user);
      case 'POST authcheck':
        return this.options.authcheck ? this.#authcheck(request, user) : NOT_FOUND;
      case 'GET entitlements':
        return this.#entitlements();
      case 'GET prebuilds/…':
        if (!this.world.licensed || !this.options.settings || id !== 'settings') return NOT_FOUND;
        return { status: 200, body: { reconciliation_paused: this.world.paused } };
      default:
        return NOT_FOUND;
    }
  }

  #visibleTemplates(): readonly FakeTemplate[] {
    return this.world.templates.filter(({ deleted }) => !deleted);
  }

  #template(isIt: (template: FakeTemplate) => boolean): FakeAnswer {
    const template = this.#visibleTemplates().find(isIt);
    return template === undefined ? NOT_FOUND : { status: 200, body: templateJson(this.world, template) };
  }

  #searchTemplates({ url }: FakeRequest): FakeAnswer {
    const q = url.searchParams.get('q') ?? '';
    const search = parseSearch(q, ['exact_name', 'organization', 'deprecated', 'name'], 'name');
    const organizationId = organizationOf(this.world, search.get('organization'));
    const name = search.get('exact_name');
    const deprecated = search.get('deprecated') === 'true';
    const found = this.#visibleTemplates()
      .filter((template) => name === undefined || template.name.toLowerCase() === name)
      .filter((template) => organizationId === undefined || template.organizationId === organizationId)
      .filter((template) => template.deprecated === deprecated);
    return { status: 200, body: found.map((template) => templateJson(this.world, template)) };
  }

  #listTemplates(organization: string): FakeAnswer {
    const own = this.world.organizations.find(({ id, name }) => id === organization || name === organization);
    if (own === undefined) return NOT_FOUND;
    const found = this.#visibleTemplates().filter(
      ({ organizationId, deprecated }) => organizationId === own.id && !deprecated,
    );
    return { status: 200, body: found.map((template) => templateJson(this.world, template)) };
  }

  #templateIn(organization: string, name: string): FakeAnswer {
    const own = this.world.organizations.find((each) => each.id === organization || each.name === organization);
    return this.#template(
      (template) => template.organizationId === own?.id && template.name.toLowerCase() === name.toLowerCase(),
    );
  }

  /** Oldest first. */
  #versions({ url }: FakeRequest, templateId: string): FakeAnswer {
    const versions = this.world.versions.filter((version) => version.templateId === templateId);
    return { status: 200, body: this.#paged(url, versions).map(versionJson) };
  }

  #version(id: string, part: string): FakeAnswer {
    const version = this.world.versions.find((each) => each.id === id);
    if (version === undefined) return NOT_FOUND;
    if (part === 'presets') return { status: 200, body: presetsJson(version) };
    if (part === 'resources') return { status: 200, body: versionResourcesJson(version) };
    return { status: 200, body: part === '' ? versionJson(version) : version.parameters };
  }

  /** Needs the right to see the user, which is one of the site. Without a licence there are no quotas. */
  #quota(organizationId: string, user: FakeUser): FakeAnswer {
    const isKnown = this.world.organizations.some(({ id }) => id === organizationId);
    if (!isKnown || !['owner', 'template-admin'].includes(user.role)) return NOT_FOUND;
    return { status: 200, body: { credits_consumed: 0, budget: this.world.licensed ? this.world.budget : -1 } };
  }

  #workspaces({ url }: FakeRequest, user: FakeUser): FakeAnswer {
    const found = searchWorkspaces(this.world, user, url.searchParams.get('q') ?? '');
    // Those of deleted templates are counted and not sent.
    const kept = new Set(this.#visibleTemplates().map(({ id }) => id));
    const sent = this.#paged(url, found).filter(({ templateId }) => kept.has(templateId));
    const workspaces = sent.map((workspace) => workspaceJson(this.world, workspace));
    return { status: 200, body: { workspaces, count: found.length } };
  }

  #build(id: string, part: string, user: FakeUser): FakeAnswer {
    for (const workspace of this.world.workspaces) {
      const build = workspace.builds.find((each) => each.id === id);
      const template = this.world.templates.find((each) => each.id === workspace.templateId);
      if (build === undefined || template === undefined) continue;
      if (!maySee(this.world, user, workspace.ownerId, template.organizationId)) return NOT_FOUND;
      if (part === '') return { status: 200, body: buildJson(this.world, workspace, build) };
      // The state needs the right to update the template.
      return user.role === 'member'
        ? NOT_FOUND
        : { status: 200, body: { version: 4, serial: 7, lineage: id, resources: [] } };
    }
    return NOT_FOUND;
  }

  /** Newest first. */
  #builds({ url }: FakeRequest, id: string, user: FakeUser): FakeAnswer {
    const workspace = this.world.workspaces.find((each) => each.id === id);
    const template = this.world.templates.find((each) => each.id === workspace?.templateId);
    if (workspace === undefined || template === undefined) return NOT_FOUND;
    if (!maySee(this.world, user, workspace.ownerId, template.organizationId)) return NOT_FOUND;
    const builds = this.#paged(url, workspace.builds.toReversed());
    return { status: 200, body: builds.map((build) => buildJson(this.world, workspace, build)) };
  }

  #jobs({ url }: FakeRequest, organizationId: string, user: FakeUser): FakeAnswer {
    if (!maySeeJobs(user, organizationId)) return NOT_FOUND;
    const initiator = url.searchParams.get('initiator');
    const jobs = this.world.workspaces
      .flatMap((workspace) => workspace.builds.map((build) => ({ workspace, build })))
      .filter(({ build }) => initiator === null || build.initiatorId === initiator)
      .toSorted((left, right) => right.build.createdAt - left.build.createdAt)
      .slice(0, Number(url.searchParams.get('limit') ?? 50));
    return { status: 200, body: jobs.map(({ workspace, build }) => jobJson(this.world, workspace, build)) };
  }

  #authcheck({ body }: FakeRequest, user: FakeUser): FakeAnswer {
    const { checks } = JSON.parse(body) as {
      checks: Record<string, { object: Record<string, string>; action: string }>;
    };
    const answers = Object.entries(checks).map(([key, { object }]) => {
      if ((object['resource_type'] ?? '') === '') throw new BadSearch('resource_type', 'Object must have a type');
      const organizationId = object['organization_id'] ?? '';
      const isJobs = object['resource_type'] === 'provisioner_jobs';
      return [
        key,
        isJobs ? maySeeJobs(user, organizationId) : maySee(this.world, user, object['owner_id'] ?? '', organizationId),
      ];
    });
    return { status: 200, body: Object.fromEntries(answers) };
  }

  #entitlements(): FakeAnswer {
    const entitlement = this.world.licensed ? 'entitled' : 'not_entitled';
    const feature = { entitlement, enabled: this.world.licensed };
    return {
      status: 200,
      body: {
        features: {
          workspace_prebuilds: feature,
          audit_log: feature,
          user_limit: { ...feature, limit: 100, actual: 3 },
        },
        warnings: [],
        errors: [],
        has_license: this.world.licensed,
      },
    };
  }

  #paged<T>(url: URL, items: readonly T[]): readonly T[] {
    const offset = Number(url.searchParams.get('offset') ?? 0);
    const limit = Number(url.searchParams.get('limit') ?? 0);
    const size = Math.min(limit === 0 ? items.length : limit, this.options.maxPageSize);
    return items.slice(offset, offset + size);
  }
}
