import type { ClientOptions, TestsigmaClient } from "@testsigma-tms/client";
import type { HttpClient } from "@testsigma-tms/client/http";

/** A client under test; only the operation `http` needs the property `http`. */
export type PlayedClient = TestsigmaClient & { http?: HttpClient };

export type CreateClient = (options: ClientOptions) => PlayedClient;
