import { cp, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addToSpec } from "./add-to-spec.ts";
import { copyWorkspace, type WorkspaceCopy } from "./workspace-copy.ts";

// biome-ignore lint/suspicious/noExplicitAny: results are JSON, and each test checks what it reads.
type Outcomes = Record<string, { result: any; error: string } | undefined>;

const call = fileURLToPath(new URL("../fixtures/six-kinds/call.ts", import.meta.url));

describe("six kinds of operation that are added to the spec alone", () => {
  let copy: WorkspaceCopy;
  let all: Record<string, Outcomes>;

  beforeAll(async () => {
    copy = await copyWorkspace();
    await addToSpec(copy, "six-kinds");
    const run = (folder: string, script: string) => copy.node(folder, "--run", script);
    await run("spec", "build");
    for (const stage of ["types", "client", "mock"]) {
      await run(`packages/${stage}`, "generate");
      await run(`packages/${stage}`, "build");
    }
    await cp(call, copy.at("test/contract/call.ts"));
    all = JSON.parse(await copy.node("test/contract", "call.ts"));
  }, 300_000);

  afterAll(() => copy[Symbol.asyncDispose]());

  it("are methods with types that know their inputs", async () => {
    const typescript = copy.at("test/contract/node_modules/typescript/bin/tsc");

    expect(await copy.node("test/contract", typescript, "--project", ".")).toBe("");
  }, 60_000);

  describe.each(["in process", "over HTTP"])("called %s", (way) => {
    const outcomeOf = (name: string) => all[way]?.[name] ?? expect.fail(`call.ts has no ${name}`);

    it("read without input, and resolve to an array of nested folders", () => {
      expect(outcomeOf("folders").result[0].children[0]).toMatchObject({ name: "Patient portal", children: [] });
    });

    it("list with filters, which the mock checks", () => {
      expect(outcomeOf("list").result.data.milestones[0].title).toBe("Patient portal 2.0");
      expect(outcomeOf("pages").result).toEqual(["Patient portal 2.0"]);
      expect(outcomeOf("wrongFilter").error).toMatch(/^ValidationError 422: .*status/);
    });

    it("create, and resolve to each documented success", () => {
      expect(outcomeOf("create").result.data.milestone).toMatchObject({ owner: { name: "Asha" } });
      expect(outcomeOf("createLater").result).toMatchObject({ message: "queued" });
      expect(outcomeOf("createWithoutTitle").error).toMatch(/^ValidationError 422: .*title/);
    });

    it("create with a form in place of JSON", () => {
      expect(outcomeOf("createWithFile").result.data.milestone).toMatchObject({ title: "Patient portal 2.0" });
    });

    it("update one field, but not none", () => {
      expect(outcomeOf("update").result.data.milestone.title).toBe("Patient portal 2.0");
      expect(outcomeOf("updateNothing").error).toMatch(/^(ValidationError 422|InputError)/);
    });

    it("delete, and resolve to nothing", () => {
      expect(outcomeOf("delete").result).toBe("undefined");
      expect(outcomeOf("deleteUnknown").error).toMatch(/^ValidationError 422: .*milestone_id/);
    });

    it("send a file in a form, which the mock requires", () => {
      expect(outcomeOf("import").result).toMatchObject({ message: "queued" });
      expect(outcomeOf("importNothing").error).toMatch(/junit_xml/);
    });
  });

  it("are held to the spec and its examples without tests of their own", async () => {
    const printed = await copy.node(
      "test/contract",
      copy.at("test/contract/node_modules/vitest/vitest.mjs"),
      ...["run", "--reporter=verbose", "--project", "in-process", "every-operation", "every-example"],
      ...["--testNamePattern", "Milestone"],
    );

    expect(printed).toContain("importMilestoneReport > rejects every request that breaks the spec");
    expect(printed).toContain("createMilestone > throws the response example project_not_found");
    expect(printed).toMatch(/Tests +\d+ passed/);
  }, 120_000);

  it("have a page in the docs", async () => {
    await copy.node("packages/docs", "--run", "pages");

    for (const [id, summary] of [
      ["listMilestoneFolders", "List milestone folders"],
      ["createMilestone", "Create a milestone"],
    ]) {
      expect(await readFile(copy.at(`packages/docs/dist/${id}.html`), "utf8")).toContain(`<h1>${summary} `);
    }
  }, 120_000);
});
