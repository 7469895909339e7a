import { createSpec, type Schema } from "@testsigma-tms/codegen";
import { describe, expect, it } from "vitest";
import { docsDocument } from "../../src/document/docs-document.ts";
import { groupOperations } from "../../src/document/group-operations.ts";
import { everyKind } from "../support/every-kind.ts";

const spec = createSpec(everyKind);
const document = docsDocument({ spec, texts: { guide: "Seen\nonce (observed).\n\n### More <b>" } });
const drawn = createSpec(document);
const operationOf = (id: string) => drawn.operations.find((operation) => operation.id === id);
const bodyOf = (id: string) => operationOf(id)?.requestBody?.content[0]?.schema as Schema;

describe("docsDocument", () => {
  it("leaves the spec as it is", () => {
    const before = structuredClone(everyKind);
    docsDocument({ spec, texts: {} });

    expect(everyKind).toEqual(before);
  });

  it("has a part for each further media type and success response", () => {
    expect(drawn.operations.map(({ id }) => id)).toEqual([
      "listFolders",
      "listUsers",
      "createTestRun",
      "createTestRun-response-2",
      "updateTestRun",
      "deleteTestRun",
      "importReport",
      "importReport-request-2",
      "replaceReport",
    ]);
    expect(operationOf("createTestRun-response-2")?.responses.map(({ status }) => status)).toEqual(["202"]);
  });

  it("gives each part its own body and response only", () => {
    expect(operationOf("importReport-request-2")).toMatchObject({
      requestBody: { content: [{ mediaType: "application/json" }] },
      responses: [],
      parameters: [],
    });
    expect(operationOf("listFolders")?.responses.map(({ status }) => status)).toEqual(["200"]);
  });

  it("shows the mark of a field as a badge, and that it is required with the mark of its own", () => {
    expect(bodyOf("createTestRun").properties?.title).toMatchObject({
      "x-badges": [
        { name: "required: inferred", color: "orange" },
        { name: "documented", color: "green" },
      ],
    });
  });

  it("shows the mark of a response before its text", () => {
    expect(operationOf("listFolders")?.responses[0]?.description).toBe(
      '<span class="mark documented"><i>(</i>documented<i>)</i></span> The folders.',
    );
  });

  it("leaves out an example that repeats an enum", () => {
    expect(bodyOf("createTestRun").properties?.kind).not.toHaveProperty("example");
  });

  it("gives a field without an example its value in a request example", () => {
    expect(bodyOf("createTestRun").properties?.title).toMatchObject({ example: expect.stringContaining("quoted") });
  });

  it("calls a part that is a file a file", () => {
    expect(bodyOf("importReport").properties?.junit_xml).toMatchObject({ format: "file, application/xml" });
    expect(bodyOf("importReport").properties?.note).not.toHaveProperty("format");
  });

  it("turns the marks of a text into badges and its HTML into text", () => {
    expect(document.tags).toEqual([
      {
        name: "guide",
        description: 'Seen\nonce <span class="mark observed"><i>(</i>observed<i>)</i></span>.\n\n<h3>More &lt;b></h3>',
        "x-traitTag": true,
      },
    ]);
  });
});

describe("groupOperations", () => {
  it("puts the group of createTestRun, and in it this operation, first", () => {
    const groups = groupOperations(spec).map(({ tag, operations }) => [tag, operations[0]?.id]);

    expect(groups).toEqual([
      ["Test runs", "createTestRun"],
      ["Folders", "listFolders"],
      ["Users", "listUsers"],
    ]);
  });
});
