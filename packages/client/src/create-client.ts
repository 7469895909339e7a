import type { OperationMethods } from "./generated/operations.js";
import { createMethods } from "./operations/create-methods.js";
import type { ClientOptions } from "./options/client-options.js";
import { resolveSettings } from "./options/settings.js";
import { createTransport } from "./transport/transport.js";

/** A client of the Testsigma Test Management API: one method per operation. */
export interface TestsigmaClient extends OperationMethods {}

/**
 * Creates a client.
 *
 * @example
 * const testsigma = createClient({ apiKey: process.env.TESTSIGMA_API_KEY });
 * const { data } = await testsigma.listProjects();
 *
 * @throws {TypeError} naming the option that is missing, unknown or holds what is not allowed
 */
export function createClient(options?: ClientOptions): TestsigmaClient {
  const settings = resolveSettings(options, "createClient");
  return createMethods(settings, createTransport(settings));
}
