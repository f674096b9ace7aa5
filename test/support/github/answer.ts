export type JsonObject = Readonly<Record<string, unknown>>;

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export function error(message: string): { message: string; documentation_url: string } {
  return { message, documentation_url: 'https://docs.github.com/rest' };
}

export const NOT_FOUND: Answer = { status: 404, body: error('Not Found') };

/** One page of a list, with links to the others. */
export function paged(items: readonly unknown[], url: URL): Answer {
  const perPage = Math.min(Number(url.searchParams.get('per_page') ?? 30), 100);
  const page = Number(url.searchParams.get('page') ?? 1);
  const last = Math.max(1, Math.ceil(items.length / perPage));
  const body = items.slice(perPage * (page - 1), perPage * page);
  if (page >= last) return { status: 200, body };
  const link = (to: number, rel: string) => {
    const target = new URL(url);
    target.searchParams.set('page', String(to));
    return `<${target}>; rel="${rel}"`;
  };
  return { status: 200, body, headers: { link: `${link(page + 1, 'next')}, ${link(last, 'last')}` } };
}
