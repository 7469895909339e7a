import { describe, expect, it } from "vitest";
import { describeProvenance, type OpenApiDocument, provenanceText, type Schema } from "../../reader/index.ts";

describe("the origin of a statement", () => {
  it.each([
    [{ "x-provenance": "documented" }, "Provenance: **documented**."],
    [{ "x-provenance": "observed", "x-source": ["docs", "server"] }, "Provenance: **observed** (docs, server)."],
    [{}, ""],
  ] as const)("%j reads %j", (marks, text) => {
    expect(provenanceText({ ...marks, "x-source": "x-source" in marks ? [...marks["x-source"]] : undefined })).toBe(
      text,
    );
  });
});

describe("a document that describes origins", () => {
  const Run = {
    type: "object",
    required: ["title", "folder"],
    "x-required-provenance": "inferred",
    properties: {
      title: { type: "string", description: "Title.\n", "x-provenance": "documented" },
      count: { type: "integer", "x-provenance": "observed", "x-source": ["server"] },
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
      "Provenance: **observed** (server).",
      "Folder.\n\nProvenance: **observed**. Required: **inferred**.",
    ]);
  });

  it("has the origin of `required` at the properties, not at the schema", () => {
    expect(run.description).toBeUndefined();
  });

  it("is a copy", () => {
    expect(Run.properties).toMatchObject({ title: { description: "Title.\n" } });
  });
});
