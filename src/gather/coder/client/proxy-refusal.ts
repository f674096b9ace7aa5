/** The proxy answered with a status of its own instead of making a tunnel. */
export class ProxyRefusal extends Error {
  override readonly name = 'ProxyRefusal';
  readonly status: number;

  constructor(status: number) {
    super(`The proxy answers ${status}.`);
    this.status = status;
  }
}
