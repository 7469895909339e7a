import type { OpenApiDocument } from "@testsigma-tms/codegen";
import { describe, expect, it } from "vitest";
import { namesPlace, takeDocument } from "../src/documents/take-document.ts";
import { makeSpec } from "../src/growth/spec/make-spec.ts";

async function verdictsOf(document: OpenApiDocument) {
  const outcomes: Record<string, string> = {};
  for await (const { room, verdict, text } of takeDocument(document)) outcomes[room] = `${verdict}: ${text}`;
  return outcomes;
}

describe("a document of others", () => {
  it("is taken by mock, types, client and docs", async () => {
    const outcomes = await verdictsOf(makeSpec({ operations: 5, seed: 1, hostile: false }));

    expect(outcomes.mock).toBe("taken: 5 calls: 4 × 2xx, 1 × 4xx");
    expect(outcomes.types).toMatch(/^taken: \d+ lines$/);
    expect(outcomes.client).toBe("taken: 5 methods");
    expect(outcomes.docs).toMatch(/^taken: \d+ files$/);
  });

  it("is rejected with the place of what it has that we do not do", async () => {
    const document = makeSpec({ operations: 1, seed: 1, hostile: false });
    const [list] = Object.values(document.paths ?? {}) as unknown as { get: object }[];
    Object.assign(list?.get ?? {}, { operationId: "things/list" });
    const outcomes = await verdictsOf(document);

    expect(outcomes.mock).toMatch(/^taken/);
    for (const room of ["client", "docs"]) {
      expect(outcomes[room]).toMatch(/^rejected: GET \/projects.*operationId.*"things\/list"/);
    }
  });

  it("is not rejected by a message that names no place", () => {
    const document = makeSpec({ operations: 2, seed: 1, hostile: false });

    expect(namesPlace("Cannot read properties of undefined (reading 'type')", document)).toBe(false);
    expect(namesPlace("listThing1s (GET /x): the query parameter `q` is odd.", document)).toBe(true);
    expect(namesPlace("Thing1/properties: validation does not know `nullable`.", document)).toBe(true);
  });
});
