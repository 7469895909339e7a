import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findReports, reportStates } from "../../src/read/find-reports.ts";
import { readReports } from "../../src/read/read-reports.ts";

let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), "testsigma-read-"));
});
afterEach(() => rm(cwd, { recursive: true }));

const write = (name: string, content: string | Buffer) => writeFile(join(cwd, name), content);
const read = (name: string) => Array.fromAsync(readReports([name], { cwd }));

describe("findReports", () => {
  it("finds each file once, sorted", async () => {
    await write("b.xml", "");
    await write("a.xml", "");
    expect(await findReports(["*.xml", "a.xml"], { cwd })).toMatchObject({ reports: ["a.xml", "b.xml"] });
  });

  it("reads a path that contains glob characters literally", async () => {
    await write("results[1].xml", "");
    expect(await findReports(["results[1].xml"], { cwd })).toMatchObject({ reports: ["results[1].xml"] });
  });

  it("finds the reports in a folder", async () => {
    await mkdir(join(cwd, "out", "deep"), { recursive: true });
    for (const name of [
      "out/TEST-a.xml",
      "out/deep/b.xml",
      "out/shop-ctrf.json",
      "out/package.json",
      "out/notes.txt",
    ]) {
      await write(name, "");
    }
    const reports = ["out/TEST-a.xml", "out/deep/b.xml", "out/shop-ctrf.json"];
    for (const folder of ["node_modules", ".git"]) {
      await mkdir(join(cwd, "out/deep", folder));
      await write(`out/deep/${folder}/junit.xml`, "");
    }
    for (const folder of ["out", "out/", "./out"]) {
      expect(await findReports([folder], { cwd })).toEqual({ reports, stale: [] });
    }
    const { reports: others } = await findReports(["!out/deep/**", "out", "!**/*.json"], { cwd });
    expect(others).toEqual(["out/TEST-a.xml"]);
    await expect(findReports(["!out"], { cwd })).rejects.toThrow("no report found: !out only exclude files");
  });

  it.skipIf(process.platform === "win32")("reads a report once that links show at several paths", async () => {
    await mkdir(join(cwd, "out"));
    await write("out/a.xml", "");
    await symlink(".", join(cwd, "out/loop"));
    await symlink("out", join(cwd, "testlogs"));
    expect((await findReports(["**/*.xml"], { cwd })).reports).toEqual(["out/a.xml"]);
  });

  it("names the pattern that matches nothing", async () => {
    await write("a.xml", "");
    await expect(findReports(["a.xml", "junit/*.xml"], { cwd })).rejects.toThrow(
      `junit/*.xml matches no file in ${cwd}`,
    );
  });

  it("skips reports of an earlier run", async () => {
    await write("old.xml", "");
    await write("rewritten.xml", "");
    const before = new Map(await reportStates(["*.xml"], cwd)).set("rewritten.xml", "0 0");
    expect(await findReports(["*.xml"], { cwd, changedSince: before })).toEqual({
      reports: ["rewritten.xml"],
      stale: ["old.xml"],
    });
    await expect(findReports(["rewritten.xml", "old.xml"], { cwd, changedSince: before })).rejects.toThrow(
      "old.xml matches only files of an earlier run, which the test command did not write: old.xml",
    );
    const unchanged = await reportStates(["*.xml"], cwd);
    await expect(findReports(["*.xml"], { cwd, changedSince: unchanged })).rejects.toThrow(
      "only files of an earlier run",
    );
  });
});

describe("readReports", () => {
  it("reads the encoding that the XML declaration names", async () => {
    await write(
      "latin.xml",
      Buffer.from(
        `<?xml version="1.0" encoding="ISO-8859-1"?><testsuite><testcase name="gr\u00fc\u00df"/></testsuite>`,
        "latin1",
      ),
    );
    expect((await read("latin.xml"))[0]?.name).toBe("grüß");
  });

  const declared = '<?xml version="1.0" encoding="utf-16"?><testsuite><testcase name="grüß"/></testsuite>';
  it.each([
    ["UTF-8 with a byte order mark", Buffer.from(`\ufeff${declared}`)],
    ["UTF-16 with a byte order mark", Buffer.from(`\ufeff${declared}`, "utf16le")],
    ["UTF-16 without one", Buffer.from(declared, "utf16le")],
    ["UTF-16 in the other order", Buffer.from(declared, "utf16le").swap16()],
    ["UTF-8 that declares UTF-16, as .NET writes it", Buffer.from(declared)],
  ])("reads %s", async (_, content) => {
    await write("report.xml", content);
    expect((await read("report.xml"))[0]?.name).toBe("grüß");
  });

  it.each([
    ["an empty file", "", "report: expected JUnit XML or CTRF JSON, got an empty file"],
    ["another format", `TAP version 13 1..5😀`, 'report:1: expected JUnit XML or CTRF JSON, got "TAP version 13 1..5"'],
    [
      "JSON that is not CTRF",
      `{"numFailedTests":1}`,
      "report: expected a CTRF report with the array results.tests, got an object with numFailedTests",
    ],
    ["CTRF without results", `{"results":null}`, "report: expected a CTRF report with the array results.tests"],
    [
      "a CTRF test that is null",
      `{"results":{"tests":[null]}}`,
      "report: results.tests[0]: expected a name and a status, got no name",
    ],
    ["a CTRF test without a status", `{"results":{"tests":[{"name":"a","status":{}}]}}`, "got no status"],
    ["a CTRF name that is not a text", `{"results":{"tests":[{"name":{},"status":"passed"}]}}`, "got no name"],
  ])("rejects %s", async (_, content, message) => {
    await write("report", content);
    await expect(read("report")).rejects.toThrow(message);
  });

  it("names the line of broken JSON", async () => {
    await write("report", `{\n"results": {\n tests: []}}`);
    await expect(read("report")).rejects.toThrow(/^report:3: not valid JSON/);
  });

  it("ignores what is not a text or list where CTRF has one", async () => {
    const odd = { filePath: 5, suite: {}, message: {}, trace: [], labels: "a", attachments: [null, "b"] };
    const tests = [
      { name: "a", status: "failed", ...odd, extra: { annotations: [null] } },
      { name: "b", status: "passed", attachments: "c", suite: [{ toString: 1 }], extra: { annotations: 5 } },
    ];
    await write("report", JSON.stringify({ results: { tests, summary: null } }));
    expect(await read("report")).toMatchObject([
      { name: "a", status: "failed", file: "", className: "", attachments: [] },
      { name: "b", status: "passed" },
    ]);
  });

  it("reads an unknown status of CTRF as blocked, a test that passed after retries as flaky, and what is counted", async () => {
    const tests = [
      { name: "a", status: "constructor" },
      { name: "b", status: "passed", retries: 1 },
    ];
    await write("report", JSON.stringify({ results: { tests, summary: { tests: 3 } } }));
    const warnings: string[] = [];
    const options = { cwd, onWarning: (message: string) => warnings.push(message) };
    expect(await Array.fromAsync(readReports(["report"], options))).toMatchObject([
      { name: "a", status: "blocked", message: "unknown status constructor" },
      { name: "b", status: "passed", flaky: true },
    ]);
    expect(warnings).toEqual(["report counts 1 test more than it contains"]);
  });

  it("rejects JSON of more than 512 MB before it fills the memory", async () => {
    await write("report", "{");
    await truncate(join(cwd, "report"), 2 ** 29);
    await expect(read("report")).rejects.toThrow("report: JSON of more than 512 MB cannot be read");
  });

  it("never loses a report for bytes and text that are not valid", async () => {
    const [start, end] = [
      '<testsuite><testcase name="a',
      ' &#x1B;[31mb &#0; &#99999999999; &#128512; &nope; c && d"><system-out>1 < 2</system-out></testcase><!-- -- --></testsuite>',
    ];
    await write("report", Buffer.concat([Buffer.from(start), Buffer.from([0xff, 0xfe]), Buffer.from(end)]));
    expect((await read("report"))[0]?.name).toBe("a\ufffd\ufffd &#x1B;[31mb &#0; &#99999999999; 😀 &nope; c && d");
  });
});
