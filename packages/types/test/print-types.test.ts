import { createSpec, type OpenApiDocument, type Schema } from "@testsigma-tms/spec/reader";
import { describe, expect, it } from "vitest";
import { printTypes } from "../scripts/print-types.ts";
import { everyKind } from "./fixtures/every-kind.ts";

const spec = createSpec(everyKind);
const printSchemas = (schemas: Record<string, Schema>) =>
  printTypes(
    createSpec({
      openapi: "3.1.0",
      info: { title: "", version: "" },
      paths: {},
      components: { schemas },
    } as OpenApiDocument),
  );

describe("the generated types", () => {
  // types.test-d.ts checks this file as types; `vitest --update` writes it.
  it("are what the fixture contains", async () => {
    await expect(await printTypes(spec)).toMatchFileSnapshot("fixtures/generated/openapi.ts");
  });

  it("show text as text, above the tags", async () => {
    const source = await printSchemas({
      Title: {
        type: "string",
        format: "uri",
        deprecated: true,
        description: "First line.\n\n    code",
        examples: ["a"],
      },
    });
    expect(source).toContain(`/**
 * First line.
 *
 *     code
 *
 * Format: uri
 *
 * @deprecated
 * @example a
 */
export type Title = string;`);
  });

  it("describe a property by its own text and by that of the simple type that it refers to", async () => {
    const source = await printTypes(spec);
    expect(source).toMatch(
      /Seconds since 1970\.\s+\*\s+\* Format: int64\s+\*\s+\* @example 1710675200\s+\*\/\s+created_at/,
    );
    expect(source).toMatch(
      /Changes with every update\.\s+\*\s+\* Seconds since 1970\.\s+\*\s+\* Format: int64\s[^/]+\*\/\s+updated_at/,
    );
  });

  it("import file contents only where a form has a file", async () => {
    expect(await printTypes(spec)).toContain('import type { FileContent } from "../file-content.js";');
    expect(await printSchemas({ Title: { type: "string" } })).not.toContain("import");
  });

  it("name the properties that a pattern allows by a template, so that a misspelt one is rejected", async () => {
    const source = await printSchemas({
      Form: {
        type: "object",
        patternProperties: { "^file_[0-9]+_of_.*$": { type: "string" }, "^(a|b)$": { type: "integer" } },
      },
    });
    // biome-ignore lint/suspicious/noTemplateCurlyInString: It is a type.
    expect(source).toContain("[key: `file_${number}_of_${string}`]: string;");
    expect(source).toMatch(/\[key: string\]: number;/);
  });

  it("give a schema another name if an operation, or the generated code, needs its own", async () => {
    const source = await printSchemas({
      Record: { type: "object" },
      Run: { type: "array", items: { $ref: "#/components/schemas/Record" } },
    });
    expect(source).toContain("export type RecordSchema = Record<string, never>;");
    expect(source).toContain("export type Run = RecordSchema[];");
  });
});
