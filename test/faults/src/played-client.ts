import type { ClientOptions, TestsigmaClient } from "@testsigma-tms/client";
import type { HttpClient } from "@testsigma-tms/client/http";

/** A client under test; `http` is needed by the operation of that name alone. */
export type PlayedClient = TestsigmaClient & { http?: HttpClient };

export type CreateClient = (options: ClientOptions) => PlayedClient;
