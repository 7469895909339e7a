/** Thrown for a request that matches the spec but cannot be executed in the mock's memory. */
export class StoreError extends Error {
  override name = "StoreError";
  readonly status: number;
  readonly details: string;
  /** Name of the response example that says the same, for operations that have it. */
  readonly scenario: string | undefined;

  constructor(status: number, message: string, details: string, scenario?: string) {
    super(message);
    this.status = status;
    this.details = details;
    this.scenario = scenario;
  }
}

/** @param noun the kind of entity, such as `test_run` */
export function notFound(noun: string, id: string): StoreError {
  const name = noun.replaceAll("_", " ").replace(/^./, (letter) => letter.toUpperCase());
  return new StoreError(404, `${name} not found`, `${name} not found with ID: ${id}`, `${noun}_not_found`);
}

/** Makes the error for a request that must be rejected, although the service's response is not known; the details say so. */
export function unrecorded(message: string, details: string): StoreError {
  return new StoreError(400, message, `${details} (How the service responds to this is not known.)`);
}
