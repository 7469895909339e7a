import { describe, expect } from "vitest";
import { changes } from "./contract-test.ts";

const junit = `<testsuite name="login" tests="1"><testcase classname="login" name="DEMO-1 valid credentials"/></testsuite>`;

describe("importJunitReport", () => {
  changes.for([
    ["a file", new File([junit], "report.xml", { type: "application/xml" })],
    ["text", junit],
  ] as const)("imports a report that is %s into a run", async ([, junit_xml], { client, target }) => {
    const project = { project_id: target.projectId };
    const run = await client.createTestRun({
      ...project,
      title: target.newTitle(),
      status: "ACTIVE",
      selection_type: "DYNAMIC",
      static_selection_filters: [],
    });
    const started = await client.importJunitReport({ ...project, test_run_id: run.data.test_run.id, junit_xml });
    expect.assert(started.data.import.id);
    const { data } = await client.getJunitImport({ ...project, import_id: started.data.import.id });

    expect(["pending", "in_progress", "completed"]).toContain(data.import.status);
  });
});
