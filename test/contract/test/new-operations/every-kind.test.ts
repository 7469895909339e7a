import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, readdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { parseYaml, stringifyYaml } from "@redocly/openapi-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addToSpec } from "./add-to-spec.ts";
import { copyWorkspace, type WorkspaceCopy } from "./workspace-copy.ts";

// Each kind of operation is tested with each output: generated, compiled and run.

/** The expected result of each operation: the example of the spec. */
const expected: Record<string, unknown> = {
  listReviewNotes: { data: { notes: ["a", "b"] }, after: null },
  updateReviewTime: "undefined",
  updateReview: { owner: null },
  createReview: { id: "r-1" },
  uploadReview: { message: "reading" },
  downloadReviews: true,
  downloadReviewTable: "id,owner\nr-1,asha\n",
  updateReviewOrder: ["r-2", "r-1"],
};
const names = Object.keys(expected);
const kinds = fileURLToPath(new URL("../fixtures/kinds/", import.meta.url));

// biome-ignore lint/suspicious/noExplicitAny: results are JSON, and each test checks the properties it reads.
type Outcomes = Record<string, { result: any; error: string } | undefined>;

interface Document {
  paths: object;
  components: Record<string, object>;
}

/** Adds the YAML of every kind to the spec of a copy, as an author would. */
async function addKinds(copy: WorkspaceCopy): Promise<void> {
  const read = async (file: string) => parseYaml(await readFile(file, "utf8")) as Document;
  const root = await read(copy.at("spec/openapi.yaml"));
  for (const file of (await readdir(kinds)).filter((name) => name.endsWith(".yaml"))) {
    const { paths, components } = await read(kinds + file);
    Object.assign(root.paths, paths);
    if (components) root.components = { ...root.components, ...components };
  }
  await writeFile(copy.at("spec/openapi.yaml"), stringifyYaml(root));
}

describe("every kind of operation, added to the spec alone", () => {
  let copy: WorkspaceCopy;
  let printed: Record<string, Record<string, unknown>>;
  let milestones: Record<string, Outcomes>;

  beforeAll(async () => {
    copy = await copyWorkspace();
    await addToSpec(copy, "six-kinds");
    await addKinds(copy);
    const run = (folder: string, script: string) => copy.node(folder, "--run", script);
    await run("spec", "build");
    for (const stage of ["types", "client", "mock", "cli"]) await run(`packages/${stage}`, "generate");
    for (const stage of ["types", "client", "mock", "cli"]) await run(`packages/${stage}`, "build");
    await run("packages/docs", "build");
    for (const file of ["calls.ts", "run.ts"]) await cp(kinds + file, copy.at(`test/contract/${file}`));
    await cp(
      fileURLToPath(new URL("../fixtures/six-kinds/call.ts", import.meta.url)),
      copy.at("test/contract/call.ts"),
    );
    printed = JSON.parse(await copy.node("test/contract", "run.ts"));
    milestones = JSON.parse(await copy.node("test/contract", "call.ts"));
  }, 600_000);

  afterAll(() => copy[Symbol.asyncDispose]());

  it("fits the rules of the spec", async () => {
    expect(await copy.node("spec", "scripts/lint.ts")).toBe("");
  }, 120_000);

  it("has types that accept right input and reject wrong input", async () => {
    const typescript = copy.at("test/contract/node_modules/typescript/bin/tsc");
    expect(await copy.node("test/contract", typescript, "--project", ".")).toBe("");
  }, 120_000);

  describe.each(names)("%s", (name) => {
    it("is a method of the client, against the mock in process", () => {
      expect(printed.here?.[name]).toEqual(expected[name]);
    });

    it("is a method of the client, against the mock over HTTP", () => {
      expect(printed.http?.[name]).toEqual(expected[name]);
    });

    it.skipIf(name.startsWith("download"))("is checked by the mock", () => {
      expect(printed.wrong?.[name]).toMatch(/^(ValidationError 422|InputError)/);
    });

    it("has a page and a text in the docs", async () => {
      expect(await readFile(copy.at(`packages/docs/dist/${name}.html`), "utf8")).toContain("<h1>");
      expect(await readFile(copy.at(`packages/docs/dist/${name}.md`), "utf8")).toContain("# ");
    });
  });

  describe.each(["in process", "over HTTP"])("milestones, called %s", (way) => {
    const outcomeOf = (name: string) => milestones[way]?.[name] ?? expect.fail(`call.ts has no ${name}`);

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

  it("says in editor and command line what is deprecated", async () => {
    const types = await readFile(copy.at("packages/types/src/generated/openapi.ts"), "utf8");
    expect(types).toMatch(/@deprecated[^/]*\*\/\s+reviewer\?/);
    const methods = await readFile(copy.at("packages/client/src/generated/operations.ts"), "utf8");
    expect(methods).toMatch(/@deprecated(?:(?!\*\/)[\s\S])*\*\/\s+downloadReviewTable\(/);
    const verbs = await readFile(copy.at("packages/cli/src/generated/operations.ts"), "utf8");
    expect(verbs).toContain("Download the reviews as a table (deprecated)");
  });

  it("is a verb of the command line", async () => {
    const mock = await startMockOfCopy(copy);
    try {
      const env = { PATH: process.env.PATH, TESTSIGMA_API_KEY: "made-up-key", TESTSIGMA_BASE_URL: mock.url };
      const bin = JSON.parse(await readFile(copy.at("packages/cli/package.json"), "utf8")).bin["testsigma-tms"];
      const api = async (...args: string[]) => {
        const command = [copy.at(`packages/cli/${bin}`), "api", ...args];
        const { stdout } = await promisify(execFile)(process.execPath, command, { env });
        return stdout === "" ? undefined : JSON.parse(stdout);
      };
      expect(await api("updateReviewOrder", "--body", '["r-2","r-1"]')).toEqual(expected.updateReviewOrder);
      expect(await api("createReview", "--author", '{"kind":"tool","version":2}', "--subject", "7")).toEqual(
        expected.createReview,
      );
      expect(await api("downloadReviewTable")).toBe(expected.downloadReviewTable);
      await expect(api("updateReviewTime", "--X-Reason", "audit")).resolves.toBeUndefined();
    } finally {
      await mock.stop();
    }
  }, 120_000);

  it("is accepted by plain Prism", async () => {
    const command = createRequire(import.meta.url).resolve("@stoplight/prism-cli/dist/index.js");
    const prism = spawn(process.execPath, [command, "mock", copy.at("spec/dist/openapi.json"), "--port", "0"]);
    try {
      const url = await firstMatch(prism, /listening on (http:\S+)/);
      const { here } = JSON.parse(await copy.node("test/contract", "run.ts", url));
      // Prism cannot read a form with a JSON part, and makes up the content of a download.
      const { uploadReview: _, downloadReviews: __, ...checked } = expected;
      expect(here).toMatchObject(checked);
    } finally {
      prism.kill();
      await once(prism, "exit");
    }
  }, 120_000);

  it("is held to the spec by the contract tests, without tests of its own", async () => {
    const output = await copy.node(
      "test/contract",
      copy.at("test/contract/node_modules/vitest/vitest.mjs"),
      ...["run", "--reporter=verbose", "--project", "in-process", "every-operation", "every-example"],
      ...["--testNamePattern", "Review|Milestone"],
    );
    for (const name of names) expect(output).toContain(name);
    expect(output).toContain("importMilestoneReport > rejects every request that breaks the spec");
    expect(output).toContain("createMilestone > throws the response example project_not_found");
    expect(output).toMatch(/Tests +\d+ passed/);
  }, 300_000);
});

async function startMockOfCopy(copy: WorkspaceCopy) {
  const bin = JSON.parse(await readFile(copy.at("packages/mock/package.json"), "utf8")).bin["testsigma-tms-mock"];
  const child = spawn(process.execPath, [copy.at(`packages/mock/${bin}`), "--port", "0"]);
  const url = await firstMatch(child, /(http:\/\/[\d.]+:\d+\S*)/);
  return {
    url,
    async stop() {
      child.kill();
      await once(child, "exit");
    },
  };
}

/** Waits for a line of a program's output, and returns what the first group of the pattern matched. */
async function firstMatch(child: ChildProcess, pattern: RegExp): Promise<string> {
  if (!child.stdout) throw new Error("The program has no output.");
  for await (const line of createInterface({ input: child.stdout })) {
    const match = pattern.exec(line)?.[1];
    if (match) return match;
  }
  throw new Error(`The program ended without a line that matches ${pattern}.`);
}
