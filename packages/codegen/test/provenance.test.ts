import { describe, expect, it } from "vitest";
import { describeProvenance, type OpenApiDocument, provenanceText, type Schema } from "../src/index.ts";

describe("where a statement is known from", () => {
  it.each([
    [{ "x-provenance": "documented" }, "Provenance: **documented**."],
    [{ "x-provenance": "observed", "x-source": ["docs", "server"] }, "Provenance: **observed** (docs, server)."],
    [
      { "x-provenance": "documented", "x-required-provenance": "inferred" },
      "Provenance: **documented**. Required: **inferred**.",
    ],
    [{}, ""],
  ] as const)("%j reads %j", (marks, text) => {
    expect(provenanceText({ ...marks, "x-source": "x-source" in marks ? [...marks["x-source"]] : undefined })).toBe(
      text,
    );
  });
});

describe("a document that describes it", () => {
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
  const parameter = (marks: object) => ({ name: "id", in: "path", description: "Id.", schema: {}, ...marks });
  const document = {
    openapi: "3.1.0",
    info: { title: "", version: "" },
    paths: {
      "/runs/{id}": {
        parameters: [parameter({ required: true, "x-provenance": "documented", "x-required-provenance": "inferred" })],
      },
    },
    components: { schemas: { Run, Folder: {} } },
  } as unknown as OpenApiDocument;
  const described = describeProvenance(document);
  const run = described.components?.schemas?.Run as Schema;

  it("says so at the end of each description", () => {
    const properties: Schema[] = Object.values(run.properties ?? {});
    expect(properties.map(({ description }) => description)).toEqual([
      "Title.\n\nProvenance: **documented**. Required: **inferred**.",
      "Provenance: **observed** (server).",
      "Folder.\n\nProvenance: **observed**. Required: **inferred**.",
    ]);
  });

  it("says of a schema's `required` at the properties, and of a parameter's at the parameter", () => {
    expect(run.description).toBeUndefined();
    expect(described.paths?.["/runs/{id}"]).toMatchObject({
      parameters: [{ description: "Id.\n\nProvenance: **documented**. Required: **inferred**." }],
    });
  });

  it("is a copy", () => {
    expect(Run.properties).toMatchObject({ title: { description: "Title.\n" } });
  });
});
