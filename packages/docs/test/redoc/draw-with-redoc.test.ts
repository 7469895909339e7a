import { createSpec } from "@testsigma-tms/codegen";
import { beforeAll, describe, expect, it } from "vitest";
import { docsDocument } from "../../src/document/docs-document.ts";
import { operationParts } from "../../src/document/operation-parts.ts";
import { drawWithRedoc } from "../../src/redoc/draw-with-redoc.ts";
import type { DrawnSection } from "../../src/redoc/fix-redoc.ts";
import { everyKind } from "../support/every-kind.ts";

/** When Redoc changes and one of these fails, `fix-redoc.ts` has the place; the name says what to look at. */
describe("what is taken from Redoc", () => {
  let drawn: Record<string, DrawnSection>;

  beforeAll(async () => {
    const spec = createSpec(everyKind);
    const texts = {
      guide: "Text (observed).\n\n### Heading\n\n| a |\n|---|\n| b |\n\n{% tag %} [link](javascript:alert)",
    };
    const names = ["guide", ...spec.operations.flatMap(operationParts).map(({ name }) => name)];
    drawn = await drawWithRedoc({ document: docsDocument({ spec, texts }), names });
  });

  const textOf = (html = "") =>
    html
      .replaceAll(/<[^>]*>/g, " ")
      .replaceAll(/\s+/g, " ")
      .trim();

  it("the text of a section without Redoc's heading and buttons (middle-panel)", () => {
    expect(textOf(drawn.guide?.text)).toBe("Text ( observed ) . Heading a b {% tag %} [link](javascript:alert)");
  });

  it("nothing of Redoc's own attributes and classes (keepAttributes)", () => {
    const all = Object.values(drawn).map(({ text, request, response }) => text + request + response);

    expect(all.join("").match(/ (style|data-component-name|data-testid|role|class="sc-)[^ ]*/g)).toBeNull();
  });

  it("a field with name, type, mark, and that it is required with the mark of its own (schema-property-item)", () => {
    expect(textOf(drawn.createTestRun?.request)).toContain("title string (email) ( documented ) required ( inferred )");
  });

  it("an enum without an example that repeats it (schema-enum-values)", () => {
    expect(textOf(drawn.createTestRun?.request)).toMatch(/kind string \( observed \) Enum: "A" "B"$/);
  });

  it("nested fields unfolded, required ones first (schemasExpansionLevel, sortRequiredPropsFirst), by ids that begin with the operation's", () => {
    expect(drawn.createTestRun?.fields.map(({ id }) => id)).toEqual([
      "createTestRun/path/project_id",
      "createTestRun/body/title",
      "createTestRun/body/settings",
      "createTestRun/body/settings/deep",
      "createTestRun/body/settings/deep/deeper",
      "createTestRun/body/settings/other",
      "createTestRun/body/kind",
    ]);
    expect(drawn.listFolders?.fields.map(({ id }) => id)).toContain("listFolders/200/children");
  });

  it("links to these ids (links of fields)", () => {
    expect(drawn.createTestRun?.request).toContain('<a class="name" href="#createTestRun/body/title">');
  });

  it("a schema that contains itself, once (Recursive)", () => {
    expect(drawn.listFolders?.fields.map(({ name }) => name)).toEqual([
      "status",
      "id",
      "page",
      "id",
      "parent",
      "children",
      "anything",
    ]);
  });

  it("the media type of a body as its heading (Body)", () => {
    expect(drawn["importReport-request-2"]?.request).toContain("<code>application/json</code>");
  });

  it("the text of a response of its own (Responses)", () => {
    expect(textOf(drawn["createTestRun-response-2"]?.response)).toBe("Later.");
  });
});
