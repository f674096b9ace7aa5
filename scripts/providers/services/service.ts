/** Stands in on the loopback for what a provider asks when it plans. */
export interface Service {
  /** What the provider is to be told so that it asks here and nowhere else. */
  readonly environment: Readonly<Record<string, string>>;
  stop(): void;
}
