import { createSpec, type OpenApiDocument } from "@testsigma-tms/spec/reader";
import { createApi } from "../src/api.js";
import { type MockFetch, toFetch } from "../src/doors/create-mock-fetch.js";
import type { MockOptions } from "../src/mock/options.js";

/** The responses of an operation whose responses do not matter. */
export const fine = { "200": { description: "Fine" } };

/** Makes a mock of a document other than the spec, for rules of which the spec has too few examples. */
export const mockOf = (document: object, options: MockOptions = {}): MockFetch =>
  toFetch(options, { api: createApi(createSpec({ openapi: "3.1.0", ...document } as OpenApiDocument)) });
