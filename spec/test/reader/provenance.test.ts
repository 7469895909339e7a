import { describe, expect, it } from "vitest";
import { describeProvenance, type OpenApiDocument, type Schema } from "../../reader/index.ts";

describe("a document that describes origins", () => {
  const Run = {
    type: "object",
    required: ["title", "folder"],
    "x-required-provenance": "inferred",
    properties: {
      title: { type: "string", description: "Title.\n", "x-provenance": "documented" },
      count: { type: "integer", "x-provenance": "observed", "x-source": ["docs", "server"] },
      folder: { $ref: "#/components/schemas/Folder", description: "Folder.", "x-provenance": "observed" },
    },
  };
  const document = {
    openapi: "3.1.0",
    info: { title: "", version: "" },
    components: { schemas: { Run, Folder: {} } },
  } as unknown as OpenApiDocument;
  const described = describeProvenance(document);
  const run = described.components?.schemas?.Run as Schema;

  it("has them at the end of each description", () => {
    const properties: Schema[] = Object.values(run.properties ?? {});
    expect(properties.map(({ description }) => description)).toEqual([
      "Title.\n\nProvenance: **documented**. Required: **inferred**.",
      "Provenance: **observed** (docs, server).",
      "Folder.\n\nProvenance: **observed**. Required: **inferred**.",
    ]);
    expect(run.description).toBeUndefined();
  });

  it("is a copy", () => {
    expect(Run.properties).toMatchObject({ title: { description: "Title.\n" } });
  });
});
