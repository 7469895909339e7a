import { cp, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, beforeEach, describe, expect, it, type TestContext } from "vitest";
import { addToSpec, runStages, type Stage } from "./stages.ts";
import { copyWorkspace, type WorkspaceCopy } from "./workspace-copy.ts";

const call = fileURLToPath(new URL("../fixtures/six-kinds/call.ts", import.meta.url));

describe("six kinds of operation that are added to the spec alone", () => {
  let copy: WorkspaceCopy;
  let failed: Map<Stage, string>;

  beforeAll(async () => {
    copy = await copyWorkspace();
    await addToSpec(copy, "six-kinds");
    await copy.node("spec", "--run", "build");
    failed = await runStages(copy);
    await cp(call, copy.at("packages/contract/call.ts"));
    if (failed.size > 0) console.warn(report(failed));
  }, 300_000);

  afterAll(() => copy[Symbol.asyncDispose]());

  /** Skips a test whose stages do not take the six kinds yet. */
  const needs = (context: TestContext, ...stages: Stage[]) => {
    const missing = stages.filter((stage) => failed.has(stage));
    context.skip(missing.length > 0, `${missing.join(" and ")} cannot do it yet`);
  };

  it("are methods with types that know their inputs", async (context) => {
    needs(context, "client", "mock");
    const typescript = copy.at("packages/contract/node_modules/typescript/bin/tsc");

    await expect(copy.node("packages/contract", typescript, "--project", ".")).resolves.toBe("");
  }, 60_000);

  describe.each(["in process", "over HTTP"])("called %s", (way) => {
    // biome-ignore lint/suspicious/noExplicitAny: the outcomes are JSON, and each test checks what it reads.
    let outcomes: any;

    beforeEach(async (context) => {
      needs(context, "client", "mock");
      outcomes ??= JSON.parse(await copy.node("packages/contract", "call.ts"))[way];
    }, 60_000);

    it("read without input, and resolve to an array of nested folders", () => {
      expect(outcomes.folders.result[0].children[0]).toMatchObject({ name: "Patient portal", children: [] });
    });

    it("list with filters, which the mock checks", () => {
      expect(outcomes.list.result.data.milestones[0].title).toBe("Patient portal 2.0");
      expect(outcomes.wrongFilter.error).toMatch(/^ValidationError 422: .*status/);
    });

    it("create, and resolve to each documented success", () => {
      expect(outcomes.create.result.data.milestone).toMatchObject({ owner: { name: "Asha" } });
      expect(outcomes.createLater.result).toMatchObject({ message: "queued" });
      expect(outcomes.createWithoutTitle.error).toMatch(/^ValidationError 422: .*title/);
    });

    it("update one field, but not none", () => {
      expect(outcomes.update.result.data.milestone.title).toBe("Patient portal 2.0");
      expect(outcomes.updateNothing.error).toMatch(/^(ValidationError 422|InputError)/);
    });

    it("delete, and resolve to nothing", () => {
      expect(outcomes.delete.result).toBe("undefined");
      expect(outcomes.deleteUnknown.error).toMatch(/^ValidationError 422: .*milestone_id/);
    });

    it("send a file in a form, which the mock requires", () => {
      expect(outcomes.import.result).toMatchObject({ message: "queued" });
      expect(outcomes.importNothing.error).toMatch(/junit_xml/);
    });
  });

  it("are on the docs page", async (context) => {
    needs(context, "docs");
    const page = await readFile(copy.at("packages/docs/dist/index.html"), "utf8");

    for (const summary of ["List milestone folders", "Create a milestone", "Import a JUnit report"]) {
      expect(page).toContain(summary);
    }
  });

  it("are held to the spec and its examples without tests of their own", async (context) => {
    needs(context, "client", "mock");
    const printed = await copy.node(
      "packages/contract",
      copy.at("packages/contract/node_modules/vitest/vitest.mjs"),
      ...["run", "--reporter=verbose", "--project", "in-process", "every-operation", "every-example"],
      ...["--testNamePattern", "Milestone"],
    );

    expect(printed).toContain("importMilestoneReport > rejects every request that breaks the spec");
    expect(printed).toContain("createMilestone > throws the response example project_not_found");
    expect(printed).toMatch(/Tests +\d+ passed/);
  }, 120_000);
});

/** Says loudly what waits for which stage. */
const report = (failed: Map<Stage, string>) =>
  [...failed].map(([stage, output]) => `${stage} does not take the six kinds yet:\n${firstLines(output)}`).join("\n\n");

const firstLines = (output: string) => output.trim().split("\n").slice(0, 25).join("\n");
