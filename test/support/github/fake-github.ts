import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Answer, error, type JsonObject, NOT_FOUND, paged } from './answer.ts';
import { answerFaults, type Call, exampleAnswer, findCall, requestFaults } from './contract.ts';
import { FakeReview } from './fake-review.ts';

export interface SeenRequest {
  /** GitHub's name of the operation; `graphql` for a query. */
  readonly id: string;
  readonly params: Readonly<Record<string, string>>;
  readonly body: JsonObject;
  readonly headers: IncomingHttpHeaders;
}

/** `hang-up` closes the connection at once, `lose-answer` after the operation took place. */
export type Fault = Answer | 'hang-up' | 'lose-answer';

export interface FakeComment {
  readonly id: number;
  readonly issue: number;
  readonly author: string;
  body: string;
}

export const TOKEN = 'ghs_16C7e42F292c6912E7710c838347Ae178B4a';

/** `octo/templates` with pull request 7, on loopback. Everything asked and answered is held against the contract. */
export class FakeGitHub {
  readonly seen: SeenRequest[] = [];
  readonly violations: string[] = [];
  readonly comments: FakeComment[] = [];
  /** What is said on the lines of the pull request. */
  readonly review = new FakeReview();
  /** Whom the token belongs to. */
  viewer = 'github-actions[bot]';
  access: 'write' | 'read' = 'write';
  readonly #apiPath: string;
  readonly #faults = new Map<string, Fault[]>();
  readonly #server = createServer((request, response) => void this.#serve(request, response));
  #nextId = 1_001;

  /** @param apiPath `/api/v3` for an Enterprise Server */
  constructor(apiPath = '') {
    this.#apiPath = apiPath;
  }

  async start(): Promise<this> {
    await new Promise<void>((ready) => this.#server.listen(0, '127.0.0.1', ready));
    return this;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }

  get serverUrl(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get apiUrl(): string {
    return `${this.serverUrl}${this.#apiPath}`;
  }

  /** The operations asked for, in order. */
  get calls(): readonly string[] {
    return this.seen.map((request) => request.id);
  }

  /** Answers the next requests for an operation this way, first come first served. */
  fail(id: string, ...faults: readonly Fault[]): void {
    this.#faults.set(id, [...(this.#faults.get(id) ?? []), ...faults]);
  }

  comment(body: string, author = this.viewer, issue = 7): FakeComment {
    const comment = { id: this.#nextId++, issue, author, body };
    this.comments.push(comment);
    return comment;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.serverUrl);
    const body = parseBody(await readAll(request));
    const call = this.#identify(request.method ?? 'GET', url, body);
    if (call === undefined) {
      this.violations.push(`${request.method} ${url.pathname}: no such operation`);
      return send(response, NOT_FOUND);
    }
    this.seen.push({ id: call.id, params: call.params, body: body ?? {}, headers: request.headers });
    const fault = this.#faults.get(call.id)?.shift();
    if (fault === 'hang-up') return void request.socket.destroy();
    const answer = this.#answer(call, url, body ?? {}, request.headers, fault);
    if (fault === 'lose-answer') return void request.socket.destroy();
    send(response, answer);
  }

  #identify(method: string, url: URL, body: JsonObject | undefined): Call | undefined {
    const graphql = this.#apiPath === '' ? '/graphql' : '/api/graphql';
    if (method === 'POST' && url.pathname === graphql) return { id: 'graphql', method, path: graphql, params: {} };
    if (!url.pathname.startsWith(`${this.#apiPath}/`)) return undefined;
    const call = findCall(method, url.pathname.slice(this.#apiPath.length));
    if (call === undefined) return undefined;
    this.violations.push(...requestFaults(call, url.searchParams, body).map((fault) => `${call.id}: ${fault}`));
    return call;
  }

  #answer(call: Call, url: URL, body: JsonObject, headers: IncomingHttpHeaders, fault: Fault | undefined): Answer {
    if (typeof fault === 'object') return fault;
    const answer = this.#refusal(call, headers) ?? this.#perform(call, url, body);
    if (call.id !== 'graphql') {
      const faults = answerFaults(call, answer.status, answer.body);
      this.violations.push(...faults.map((text) => `${call.id}: ${text}`));
    }
    return answer;
  }

  #refusal(call: Call, headers: IncomingHttpHeaders): Answer | undefined {
    if (headers.authorization !== `token ${TOKEN}`) return { status: 401, body: error('Bad credentials') };
    if (call.id === 'graphql') return undefined;
    const { owner, repo, issue_number, pull_number } = call.params;
    if (owner !== 'octo' || repo !== 'templates') return NOT_FOUND;
    if ((issue_number ?? pull_number ?? '7') !== '7') return NOT_FOUND;
    if (call.method === 'get' || this.access === 'write') return undefined;
    return {
      status: 403,
      body: error('Resource not accessible by integration'),
      headers: { 'x-accepted-github-permissions': 'issues=write; pull_requests=write' },
    };
  }

  #perform(call: Call, url: URL, body: JsonObject): Answer {
    switch (call.id) {
      case 'graphql':
        return this.#query(body);
      case 'issues/list-comments':
        return this.#list(Number(call.params['issue_number']), url);
      case 'issues/create-comment':
        if (isTooLong(body)) return TOO_LONG;
        return { status: 201, body: this.#wire(this.comment(String(body['body']))) };
      case 'issues/update-comment': {
        const comment = this.comments.find((candidate) => candidate.id === Number(call.params['comment_id']));
        if (comment === undefined) return NOT_FOUND;
        if (isTooLong(body)) return TOO_LONG;
        comment.body = String(body['body']);
        return { status: 200, body: this.#wire(comment) };
      }
      default: {
        const answer = this.review.perform(call, url, body, this.viewer);
        if (answer !== undefined) return answer;
        this.violations.push(`${call.id}: the fake GitHub does not do this`);
        return NOT_FOUND;
      }
    }
  }

  #query({ query, variables }: JsonObject): Answer {
    const text = String(query).replaceAll(/\s+/g, ' ');
    const { after, id, ...rest } = (variables ?? {}) as JsonObject;
    if (text === 'query { viewer { login } }') return data({ viewer: { login: this.viewer } });
    if (text.includes('reviewThreads(first: 100, after: $after)')) {
      const isOurs = JSON.stringify(rest) === '{"owner":"octo","repo":"templates","number":7}';
      return isOurs
        ? data(this.review.threads(after, 100))
        : refusal('NOT_FOUND', 'Could not resolve to a PullRequest.');
    }
    if (text.includes('resolveReviewThread(input: { threadId: $id })')) {
      const isDone = this.access === 'write' && this.review.resolve(id);
      return isDone
        ? data({ resolveReviewThread: { thread: { isResolved: true } } })
        : refusal('FORBIDDEN', 'Resource not accessible by integration');
    }
    this.violations.push(`graphql: ${text} is not known here`);
    return refusal('undefinedField', 'There is no such field.');
  }

  #list(issue: number, url: URL): Answer {
    const all = this.comments.filter((comment) => comment.issue === issue);
    return paged(
      all.map((comment) => this.#wire(comment)),
      url,
    );
  }

  #wire({ id, issue, author, body }: FakeComment): unknown {
    const example = exampleAnswer('issues/create-comment', 201);
    const path = `octo/templates/issues/comments/${id}`;
    return {
      ...example,
      id,
      body,
      url: `${this.apiUrl}/repos/${path}`,
      html_url: `${this.serverUrl}/octo/templates/pull/${issue}#issuecomment-${id}`,
      user: { ...(example['user'] as JsonObject), login: author, type: author.endsWith('[bot]') ? 'Bot' : 'User' },
    };
  }
}

const TOO_LONG: Answer = {
  status: 422,
  body: {
    ...error('Validation Failed'),
    errors: [{ resource: 'IssueComment', code: 'custom', field: 'body', message: 'body is too long' }],
  },
};

/** GitHub counts characters. */
function isTooLong({ body }: JsonObject): boolean {
  return String(body).length > 65_536;
}

function data(content: unknown): Answer {
  return { status: 200, body: { data: content } };
}

/** GraphQL answers 200 whatever happens. */
function refusal(type: string, message: string): Answer {
  return { status: 200, body: { data: null, errors: [{ type, message }] } };
}

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

function parseBody(text: string): JsonObject | undefined {
  return text === '' ? undefined : JSON.parse(text);
}

function send(response: ServerResponse, { status, body, headers }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}
