const json = (schema: object, example?: unknown) => ({
  "application/json": { schema, ...(example !== undefined && { example }) },
});
const response = (description: string, schema: object, example?: unknown) => ({
  description,
  content: json(schema, example),
});
const object = { type: "object" };
const sequences = { type: "object", additionalProperties: { type: "array", items: { type: "string" } } };
const rejected = response(
  "What is wrong.",
  {
    type: "object",
    required: ["code", "message"],
    properties: { code: { type: "integer" }, message: { type: "string" } },
  },
  { code: 400, message: "What is wrong." },
);

/** The OpenAPI document of the control API, with which tests in any language control the mock. */
export const controlDocument = {
  openapi: "3.1.0",
  info: {
    title: "Control of the mock",
    version: "1",
    description:
      "For tests in other languages. Served to this machine, to no web page of another origin, and to others that send the control token.",
  },
  servers: [{ url: "/__mock" }],
  paths: {
    "/requests": {
      get: {
        operationId: "listRequests",
        summary: "The requests that the mock was sent, the oldest first",
        responses: { "200": response("The journal.", { type: "array", items: object }, []) },
      },
    },
    "/scenarios": {
      get: {
        operationId: "listScenarios",
        summary: "What was queued and not played yet, and what every operation can play",
        responses: {
          "200": response("The scenarios.", {
            type: "object",
            required: ["pending", "known"],
            properties: { pending: sequences, known: sequences },
          }),
        },
      },
      post: {
        operationId: "playScenarios",
        summary: "Queue scenarios for the next requests of operations",
        requestBody: { required: true, content: json(sequences, { createTestRun: ["rate_limited", "created"] }) },
        responses: { "204": { description: "They are queued." }, "400": rejected },
      },
    },
    "/state": {
      get: {
        operationId: "getState",
        summary: "What the mock remembers, by the path of each collection",
        responses: {
          "200": response("The memory; empty without --state.", {
            type: "object",
            additionalProperties: { type: "array", items: object },
          }),
        },
      },
    },
    "/clear": {
      post: {
        operationId: "clear",
        summary: "Reset the mock to how it was started",
        responses: { "204": { description: "It is reset." } },
      },
    },
  },
};
