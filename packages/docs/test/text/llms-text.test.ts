import { createSpec } from "@testsigma-tms/codegen";
import { describe, expect, it } from "vitest";
import { docsContent } from "../../src/page/docs-content.ts";
import { llmsTexts } from "../../src/text/llms-text.ts";
import { spec } from "../support/built-docs.ts";
import { everyKind } from "../support/every-kind.ts";

const texts = llmsTexts(docsContent(createSpec(everyKind), []));

describe("llms.txt", () => {
  it("is an index that leads to a page for each operation", () => {
    expect(texts["llms.txt"]).toMatch(/^# Every kind 1 \(unofficial\)\n\n> One of each\n/);
    expect(texts["llms.txt"]).toContain(
      "## Test runs\n\n- [Create a test run](operations/createTestRun.md): `POST /projects/{project_id}/runs`\n",
    );
    for (const { id } of createSpec(everyKind).operations) expect(texts).toHaveProperty([`operations/${id}.md`]);
  });
});

describe("llms-full.txt", () => {
  const full = texts["llms-full.txt"] ?? "";

  it("has a row for each field with its mark, and the mark of its being required", () => {
    expect(full).toContain("| `title` | string (email) | yes (inferred) | documented |  |");
  });

  it("prints a shared schema once and links to it, also where it contains itself", () => {
    expect(full.match(/^### Folder$/gm)).toHaveLength(1);
    expect(full).toContain("| `children` | array [Folder](#folder) | no | documented |  |");
  });

  it("prints the fields of a named schema once, whichever operations use it", () => {
    const all = llmsTexts(docsContent(spec, []))["llms-full.txt"] ?? "";

    expect(all.match(/^\| `data.test_plan` /gm)).toHaveLength(1);
    expect(all).toContain("Schema: object [TestPlanResult](#testplanresult).");
  });

  it("prints the body of an error once, whichever operations give it", () => {
    const all = llmsTexts(docsContent(spec, []))["llms-full.txt"] ?? "";

    expect(all.match(/"message": "rate limit exceeded"/g)).toHaveLength(1);
    expect(all).toMatch(/^- \[500 Internal Server Error\]\(#errors\): .*`rate_limited`/m);
  });

  it("says where a response is known from once", () => {
    expect(full).toContain("### Response 200 OK\n\n(documented) The folders.\n");
  });

  it("has the samples of every operation", () => {
    expect(full.match(/^### Python/gm)).toHaveLength(8);
  });
});

describe("the page of an operation", () => {
  it("stands on its own", () => {
    const page = texts["operations/importReport.md"] ?? "";

    expect(page).toMatch(
      /^# Import a report\n\n`POST \/projects\/\{project_id\}\/reports` \(operation `importReport`\)/,
    );
    expect(page).toContain("### Request body, multipart/form-data (optional)");
  });
});
