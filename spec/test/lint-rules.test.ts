import { describe, expect, it } from "vitest";
import { lintWithEdit } from "./lint-with-edit.ts";

it("the description as it is has no error and no warning", async () => {
  expect(await lintWithEdit()).toEqual([]);
});

describe("described-members refuses", () => {
  it("a property without a description", async () => {
    const problems = await lintWithEdit({
      file: "components/schemas/MessageError.yaml",
      from: "    description: What went wrong.\n",
      to: "",
    });
    expect(problems).toEqual([
      "testsigma-tms/described-members: The property `message` has no description. Add a `description` that says what it means.",
    ]);
  });

  it("a property with a blank description", async () => {
    const problems = await lintWithEdit({
      file: "components/schemas/MessageError.yaml",
      from: "description: What went wrong.",
      to: 'description: " "',
    });
    expect(problems).toEqual([
      "testsigma-tms/described-members: The property `message` has no description. Add a `description` that says what it means.",
    ]);
  });

  it("a parameter without a description", async () => {
    const problems = await lintWithEdit({
      file: "components/parameters/ProjectId.yaml",
      from: "description: Unique identifier of the project the test run belongs to.\n",
      to: "",
    });
    expect(problems).toContain(
      "testsigma-tms/described-members: The parameter `project_id` has no description. Add a `description` that says what it means.",
    );
  });

  it("a response header without a description", async () => {
    const problems = await lintWithEdit({
      file: "components/headers/TmsApiLimit.yaml",
      from: "description: Requests allowed in a second. Sent with the message `rate limit exceeded`.\n",
      to: "",
    });
    expect(problems).toContain(
      "testsigma-tms/described-members: The response header has no description. Add a `description` that says what it means.",
    );
  });
});

describe("known-provenance refuses", () => {
  it("a property without a mark", async () => {
    const problems = await lintWithEdit({
      file: "components/schemas/MessageError.yaml",
      from: "    x-provenance: observed\n",
      to: "",
    });
    expect(problems).toEqual([
      "testsigma-tms/known-provenance: The property `message` has no `x-provenance`. Allowed: documented, observed, inferred.",
    ]);
  });

  it.each([
    ["parameter `project_id`", "components/parameters/ProjectId.yaml", "documented"],
    ["response header", "components/headers/TmsApiLimit.yaml", "observed"],
    ["response", "components/responses/NotFound.yaml", "documented"],
    ["example", "components/examples/RateLimited.yaml", "observed"],
  ])("a %s with an unknown mark", async (what, file, mark) => {
    const problems = await lintWithEdit({ file, from: `x-provenance: ${mark}`, to: "x-provenance: guessed" });
    expect(problems).toContain(
      `testsigma-tms/known-provenance: The ${what} has the unknown "guessed" as \`x-provenance\`. Allowed: documented, observed, inferred.`,
    );
  });
});

describe("unique-example-names refuses", () => {
  it("two responses of an operation with an example of one name", async () => {
    const problems = await lintWithEdit({
      file: "components/responses/NotFound.yaml",
      from: "project_not_found:",
      to: "validation_failed:",
    });
    expect(problems).toEqual([
      "testsigma-tms/unique-example-names: The operation has two examples named `validation_failed`. Rename one: example names are scenarios of the mock.",
    ]);
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

describe("the examples of the description are checked too:", () => {
  it("a named example that does not fit its schema is refused", async () => {
    const problems = await lintWithEdit({
      file: "components/examples/RegressionSuite.yaml",
      from: "start_date: 1710675200",
      to: "start_date: tomorrow",
    });
    expect(problems).toEqual([expect.stringContaining("no-invalid-media-type-examples")]);
  });

  it("an example of a property that does not fit it is refused", async () => {
    const problems = await lintWithEdit({
      file: "components/schemas/TestRun.yaml",
      from: "examples: [DEMO-R-1]",
      to: "examples: [1]",
    });
    expect(problems).toEqual([expect.stringContaining("no-invalid-schema-examples")]);
  });
});
