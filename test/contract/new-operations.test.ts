import { mkdtempDisposable, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { mockOf } from "../../packages/mock/test/mock-of.ts";
import { newOperations } from "./fixtures/new-operations.ts";
import { compile, generateClient } from "./src/generated-client.ts";
import { spec } from "./src/spec.ts";

it("new operations of every supported kind need nothing but the spec", async () => {
  const document = { ...spec.document, paths: { ...spec.document.paths, ...newOperations } };
  await using folder = await mkdtempDisposable(join(tmpdir(), "new-operations-"));
  await generateClient(document, folder.path);
  const program = await readFile(new URL("fixtures/new-operations-program.ts", import.meta.url), "utf8");
  await compile(folder.path, program);
  const { callNewOperations } = await import(join(folder.path, "program.ts"));
  const mock = mockOf(document);

  const results = await callNewOperations({ apiKey: "any-key", fetch: mock });

  expect(results).toEqual({
    titles: ["Login"],
    id: "r-1",
    updated: undefined,
    table: "id,title\nr-1,Login\n",
    archive: "PK",
    mistakes: 2,
  });
  expect(mock.requests.flatMap(({ violations }) => violations)).toEqual([]);
  const report = expect.objectContaining({ size: 12, type: "application/xml" });
  expect(mock.requests).toMatchObject([
    {
      operation: "listReviews",
      query: { states: ["OPEN", "DONE"], page_size: "20", min_score: "0.5", mine: "true" },
      headers: { "x-trace": "t" },
    },
    { operation: "uploadReview", body: { title: "Login", score: "3", report } },
    { operation: "updateReview", method: "PATCH", body: { owner: null } },
    { operation: "downloadReviewTable" },
    { operation: "downloadReviews" },
  ]);
});
