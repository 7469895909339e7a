const object = { type: "object" };
const sequences = { type: "object", additionalProperties: { type: "array", items: { type: "string" } } };
const message = { type: "object", properties: { code: { type: "integer" }, message: { type: "string" } } };

const json = (schema: object, example?: unknown) => ({
  "application/json": { schema, ...(example !== undefined && { example }) },
});
const result = (description: string, schema: object, example?: unknown) => ({
  "200": { description, content: json(schema, example) },
});
const get = (operationId: string, summary: string, responses: object) => ({ get: { operationId, summary, responses } });
const post = (operationId: string, summary: string, more: object) => ({ post: { operationId, summary, ...more } });

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
    "/requests": get(
      "listRequests",
      "The requests that the mock was sent, the oldest first",
      result("The journal.", { type: "array", items: object }, []),
    ),
    "/scenarios": {
      ...get(
        "listScenarios",
        "What was queued and not played yet, and what every operation can play",
        result("The scenarios.", { type: "object", properties: { pending: sequences, known: sequences } }),
      ),
      ...post("playScenarios", "Queue scenarios for the next requests of operations", {
        requestBody: { required: true, content: json(sequences, { createTestRun: ["rate_limited", "created"] }) },
        responses: {
          "204": { description: "They are queued." },
          "400": { description: "What is wrong.", content: json(message) },
        },
      }),
    },
    "/state": get(
      "getState",
      "What the mock remembers, by the path of each collection",
      result("The memory; empty without --state.", { type: "object", additionalProperties: { type: "array" } }),
    ),
    "/clear": post("clear", "Reset the mock to how it was started", {
      responses: { "204": { description: "It is reset." } },
    }),
  },
};
