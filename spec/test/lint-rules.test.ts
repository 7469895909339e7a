import { describe, expect, it } from "vitest";
import { lintWithEdit } from "./lint-with-edit.ts";

it("the spec as it is has no error and no warning", async () => {
  expect(await lintWithEdit()).toEqual([]);
});

describe("described-properties rejects", () => {
  it("a property without a description", async () => {
    const problems = await lintWithEdit({
      file: "components/schemas/MessageError.yaml",
      from: "    description: What went wrong.\n",
      to: "",
    });
    expect(problems).toEqual([
      "testsigma-tms/described-properties: The property `message` has no description. Add a `description` that says what it means.",
    ]);
  });

  it("a property with a blank description", async () => {
    const problems = await lintWithEdit({
      file: "components/schemas/MessageError.yaml",
      from: "description: What went wrong.",
      to: 'description: " "',
    });
    expect(problems).toEqual([
      "testsigma-tms/described-properties: The property `message` has no description. Add a `description` that says what it means.",
    ]);
  });

  it("a property that is a reference without a description beside it", async () => {
    const problems = await lintWithEdit({
      file: "components/schemas/TestRunResult.yaml",
      from: "        description: The test run.\n",
      to: "",
    });
    expect(problems).toEqual([
      "testsigma-tms/described-properties: The property `test_run` has no description. Add a `description` that says what it means.",
    ]);
  });

  it("a parameter without a description", async () => {
    const problems = await lintWithEdit({
      file: "components/parameters/PageSize.yaml",
      from: "description: ",
      to: "# ",
    });
    expect(problems).toContain(
      "testsigma-tms/described-properties: The parameter `page_size` has no description. Add a `description` that says what it means.",
    );
  });

  it("a response header without a description", async () => {
    const problems = await lintWithEdit({
      file: "components/headers/TmsApiLimit.yaml",
      from: "description: ",
      to: "# ",
    });
    expect(problems).toContain(
      "testsigma-tms/described-properties: The response header has no description. Add a `description` that says what it means.",
    );
  });
});

describe("known-provenance rejects", () => {
  it("a property without a mark", async () => {
    const problems = await lintWithEdit({
      file: "components/schemas/MessageError.yaml",
      from: "    x-provenance: observed\n    x-source: [mcp-notes, test-framework]\n",
      to: "",
    });
    expect(problems).toEqual([
      "testsigma-tms/known-provenance: The property `message` has no `x-provenance`. Allowed: documented, observed, inferred.",
    ]);
  });

  it("a property that is a reference without a mark beside it", async () => {
    const problems = await lintWithEdit({
      file: "components/schemas/RunCasePage.yaml",
      from: "    x-provenance: observed\n    x-source: [mcp-probe, test-framework]\n    $ref: PageInfo.yaml",
      to: "    $ref: PageInfo.yaml",
    });
    expect(problems).toEqual([
      "testsigma-tms/known-provenance: The property `page_info` has no `x-provenance`. Allowed: documented, observed, inferred.",
    ]);
  });

  it("a schema with `required` that does not say where that is known from", async () => {
    const problems = await lintWithEdit({
      file: "components/schemas/MessageError.yaml",
      from: "x-required-provenance: observed\nx-source: [mcp-notes, test-framework]\n",
      to: "",
    });
    expect(problems).toEqual([
      "testsigma-tms/known-provenance: The schema with `required` has no `x-required-provenance`. Allowed: documented, observed, inferred.",
    ]);
  });

  it.each([
    ["parameter `project_id`", "components/parameters/ProjectId.yaml", "documented"],
    ["response header", "components/headers/TmsApiLimit.yaml", "observed"],
    ["response", "components/responses/NotFound.yaml", "documented"],
    ["example", "components/examples/RateLimited.yaml", "observed"],
    ["operation", "paths/test_runs_statuses.yaml", "documented"],
  ])("a %s without a mark", async (what, file, mark) => {
    const problems = await lintWithEdit({ file, from: `x-provenance: ${mark}`, to: "" });
    expect(problems).toContain(
      `testsigma-tms/known-provenance: The ${what} has no \`x-provenance\`. Allowed: documented, observed, inferred.`,
    );
  });

  it.each([
    ["a property", "components/schemas/MessageError.yaml", "    x-provenance: observed"],
    [
      "a property that is a reference",
      "components/schemas/TestRunResult.yaml",
      "        x-provenance: documented\n        $ref",
    ],
    ["an operation", "paths/test_runs_statuses.yaml", "  x-provenance: documented"],
    ["a server", "openapi.yaml", "x-provenance: observed"],
  ])("an unknown mark of %s", async (_what, file, from) => {
    const problems = await lintWithEdit({ file, from, to: from.replace(/documented|observed/, "guessed") });
    expect(problems).toEqual([
      'testsigma-tms/known-provenance: `x-provenance` is "guessed". Allowed: documented, observed, inferred.',
    ]);
  });

  it("an unknown mark of what is required", async () => {
    const problems = await lintWithEdit({
      file: "components/schemas/MessageError.yaml",
      from: "x-required-provenance: observed",
      to: "x-required-provenance: true",
    });
    expect(problems).toEqual([
      "testsigma-tms/known-provenance: `x-required-provenance` is true. Allowed: documented, observed, inferred.",
    ]);
  });
});

describe("consistent-provenance rejects", () => {
  it("a documented property inside an observed one", async () => {
    const problems = await lintWithEdit({
      file: "components/schemas/DetailedError.yaml",
      from: "        description: The HTTP status code.\n        x-provenance: observed\n        x-source: [mcp-probe]",
      to: "        description: The HTTP status code.\n        x-provenance: documented",
    });
    expect(problems).toEqual([
      "testsigma-tms/consistent-provenance: The property `errors.code` is documented inside `errors`, which is observed. Mark it observed too.",
    ]);
  });
});

describe("known-extensions rejects", () => {
  it("an extension that nothing reads", async () => {
    const problems = await lintWithEdit({
      file: "components/schemas/MessageError.yaml",
      from: "x-required-provenance: observed",
      to: "x-required-provenance: observed\nx-note: short",
    });
    expect(problems).toEqual([
      "testsigma-tms/known-extensions: The extension `x-note` is not known here. Allowed: x-provenance, x-required-provenance, x-source, x-known-values.",
    ]);
  });

  it.each([
    ["x-repeatable: false", 'x-repeatable: "no"', '`x-repeatable` is "no". Allowed: true or false.'],
    [
      "x-items: [data.test_run_cases, data.test_cases]",
      "x-items: $.data.test_cases",
      '`x-items` is "$.data.test_cases". Allowed: dot paths of arrays in the response, such as `[data.test_runs]`.',
    ],
    [
      "  x-items: [data.test_run_cases, data.test_cases]\n",
      "",
      "`listTestRunCases` has no `x-items`. Name the array of its items.",
    ],
  ])("%s as %s", async (from, to, message) => {
    const file = "paths/projects_{project_id}_test_runs_{test_run_id}_test_cases.yaml";
    expect(await lintWithEdit({ file, from, to })).toEqual([`testsigma-tms/known-extensions: ${message}`]);
  });
});

describe("known-extensions rejects known values", () => {
  it.each([
    [
      "that are no list of strings",
      "x-known-values: [id]",
      "x-known-values: id",
      '`x-known-values` is "id". Allowed: a list of strings.',
    ],
    [
      "of a closed set",
      "x-known-values: [IN]",
      "x-known-values: [IN]\n    enum: [IN]",
      "`x-known-values` beside `enum`: an enum is closed. Keep one of them.",
    ],
  ])("%s", async (_case, from, to, message) => {
    const file = "components/schemas/SelectionFilter.yaml";
    expect(await lintWithEdit({ file, from, to })).toEqual([`testsigma-tms/known-extensions: ${message}`]);
  });
});

describe("operation-id-grammar rejects", () => {
  it("an unknown verb", async () => {
    const problems = await lintWithEdit({
      file: "paths/test_runs_statuses.yaml",
      from: "operationId: listTestRunStatuses",
      to: "operationId: fetchStatuses",
    });
    expect(problems).toContain(
      "testsigma-tms/operation-id-grammar: `fetchStatuses` is not a verb and a noun. Allowed verbs: list, get, create, update, delete, upload, download, assign, complete, import, move. If the documentation uses another verb, add it to `verbs` in spec/redocly.yaml.",
    );
  });

  it("a verb that does not go with the method", async () => {
    const problems = await lintWithEdit({
      file: "paths/projects_{project_id}_test_runs.yaml",
      from: "operationId: createTestRun",
      to: "operationId: updateTestRun",
    });
    expect(problems).toContain(
      "testsigma-tms/operation-id-grammar: `updateTestRun` is a POST, but `update` goes with PUT or PATCH.",
    );
  });
});

describe("mapped-discriminators", () => {
  const file = "components/responses/NotFound.yaml";
  const from = "      anyOf:\n        - $ref: ../schemas/DetailedError.yaml\n";
  const discriminator = (mapping: string) => ({
    file,
    from,
    to: `      discriminator: { propertyName: code${mapping} }\n${from}`,
  });
  const rule = "testsigma-tms/mapped-discriminators: The discriminator maps";
  const lintDiscriminator = async (mapping: string) =>
    (await lintWithEdit(discriminator(mapping))).filter((problem) => problem.startsWith("testsigma-tms/"));

  it("rejects alternatives that no value is mapped to", async () => {
    expect(await lintDiscriminator("")).toEqual([
      `${rule} no value to ../schemas/DetailedError.yaml. Add it to \`mapping\`.`,
      `${rule} no value to ../schemas/CodedError.yaml. Add it to \`mapping\`.`,
    ]);
  });

  it("rejects an alternative whose property takes other values than the mapped one", async () => {
    const mapping = ", mapping: { a: ../schemas/DetailedError.yaml, b: ../schemas/CodedError.yaml }";
    expect(await lintDiscriminator(mapping)).toEqual([
      `${rule} a to ../schemas/DetailedError.yaml, whose \`code\` takes []. Give it \`enum: ["a"]\`.`,
      `${rule} b to ../schemas/CodedError.yaml, whose \`code\` takes []. Give it \`enum: ["b"]\`.`,
    ]);
  });
});

describe("named-sources rejects", () => {
  const allowed = "Allowed: a list of names from spec/SOURCES.md (mcp-probe, mcp-e2e, mcp-notes, test-framework).";
  it.each([
    ["an observed property without one", "", `What is observed has no \`x-source\`. ${allowed}`],
    ["one that is not listed", "x-source: [somebody]", `\`x-source\` is ["somebody"]. ${allowed}`],
    ["an empty list", "x-source: []", `\`x-source\` is []. ${allowed}`],
    ["a text", "x-source: mcp-probe", `\`x-source\` is "mcp-probe". ${allowed}`],
  ])("%s", async (_what, to, message) => {
    const edit = { file: "components/schemas/User.yaml", from: "x-source: [mcp-probe]", to };
    expect(await lintWithEdit(edit)).toEqual([`testsigma-tms/named-sources: ${message}`]);
  });

  it("an observed reference without one", async () => {
    const edit = {
      file: "components/schemas/RunCasePage.yaml",
      from: "    x-source: [mcp-probe, test-framework]\n    $ref",
      to: "    $ref",
    };
    expect(await lintWithEdit(edit)).toEqual([
      `testsigma-tms/named-sources: What is observed has no \`x-source\`. ${allowed}`,
    ]);
  });

  it("one of what is not observed", async () => {
    const edit = {
      file: "paths/users.yaml",
      from: "  x-provenance: documented\n",
      to: "  x-provenance: documented\n  x-source: [mcp-e2e]\n",
    };
    expect(await lintWithEdit(edit)).toEqual([
      "testsigma-tms/named-sources: `x-source` belongs to observed statements only. Remove it.",
    ]);
  });
});

describe("fitting-examples rejects", () => {
  it.each([
    [
      "something missing that the path does not name",
      "components/examples/ProjectNotFound.yaml",
      "Project not found with ID",
      "Folder not found with ID",
      "The example is about a missing folder, but the path of `createTestRun` has no `folder_id`.",
    ],
    [
      "a property required that the request has not",
      "components/examples/ValidationFailed.yaml",
      "details: Invalid input",
      "details: start_date is required",
      "The example is about a missing `start_date`, but `listTestRuns` has no such input.",
    ],
    [
      "a title in use of something else",
      "paths/projects_{project_id}_test_runs.yaml",
      "Error test run title already exists",
      "Error test plan title already exists",
      "The example is about the title of a test plan, but `createTestRun` does not write one.",
    ],
  ])("%s", async (_what, file, from, to, message) => {
    expect(await lintWithEdit({ file, from, to })).toContain(`testsigma-tms/fitting-examples: ${message}`);
  });
});

describe("unique-example-names rejects", () => {
  it("two responses of an operation with an example of one name", async () => {
    const problems = await lintWithEdit({
      file: "components/responses/NotFound.yaml",
      from: "project_not_found:",
      to: "unprocessable:",
    });
    expect(problems).toContain(
      "testsigma-tms/unique-example-names: The operation has two examples named `unprocessable`. Rename one: example names are scenarios of the mock.",
    );
  });

  it("a request and a response with an example of one name", async () => {
    const problems = await lintWithEdit({
      file: "paths/projects_{project_id}_test_runs.yaml",
      from: "smallest:",
      to: "created:",
    });
    expect(problems).toEqual([
      "testsigma-tms/unique-example-names: The operation has two examples named `created`. Rename one: example names are scenarios of the mock.",
    ]);
  });
});

describe("the examples of the spec are checked too:", () => {
  it("a named example that does not fit its schema is rejected", async () => {
    const problems = await lintWithEdit({
      file: "paths/projects_{project_id}_test_runs.yaml",
      from: "start_date: 1710675200",
      to: "start_date: tomorrow",
    });
    expect(problems).toEqual([expect.stringContaining("no-invalid-media-type-examples")]);
  });

  it("an example of a property that does not fit it is rejected", async () => {
    const problems = await lintWithEdit({
      file: "components/schemas/CreatedTestRun.yaml",
      from: "examples: [DEMO-R-1]",
      to: "examples: [1]",
    });
    expect(problems).toEqual([expect.stringContaining("no-invalid-schema-examples")]);
  });
});
