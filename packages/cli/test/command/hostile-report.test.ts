// biome-ignore-all lint/suspicious/noControlCharactersInRegex: these are what is looked for
import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { MemoryService } from "../support/memory-service.ts";
import { apiKey, emptyFolder, folderWithReport, report, runTestsigma } from "../support/run-testsigma.ts";

const attack =
  "&#10;::error::pwned&#13;  ::add-mask::x ##[error]a ##vso[task.setvariable]b &#27;[2Jc &#x9b;31m &#x202e;d";

describe("text of a report", () => {
  it("writes no workflow command and no escape sequence, wherever it is shown", async () => {
    const cwd = await folderWithReport(
      `<testsuite name="${attack}"><testcase file="f${attack}" classname="::error::c" name="DEMO-1 ${attack}">
        <failure message="m${attack}">t${attack}</failure></testcase>
        <testcase name="::error::n"/><testcase name="DEMO-77 ${attack}"/></testsuite>`,
    );
    const files = { GITHUB_STEP_SUMMARY: join(cwd, "summary.md"), GITHUB_OUTPUT: join(cwd, "output.txt") };
    const environment = { TESTSIGMA_API_KEY: apiKey, GITHUB_ACTIONS: "true", ...files, TESTSIGMA_TITLE: "::error::t" };
    const table = await report([], [], { cwd, environment });
    expect(table).toMatchObject({ exitCode: 1, error: expect.stringContaining("DEMO-1") });
    const json = await report([], ["--json"], { service: table.service, cwd, environment });
    expect(JSON.parse(json.out).failed_tests[0].title).toContain("##[error]a");

    const ownCommands = /^::(?:error|warning) title=[^:]*::/;
    for (const text of [
      table.error,
      table.out,
      json.error,
      json.out,
      ...(await Promise.all(Object.values(files).map((file) => readFile(file, "utf8")))),
    ]) {
      const commands = text.split(/[\r\n]/).filter((line) => /^\s*::|##\w*\[/.test(line) && !ownCommands.test(line));
      expect(commands).toEqual([]);
      expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202e]/);
    }
  });

  it.skipIf(process.platform === "win32").each([
    ["in a log", false],
    ["in a terminal", true],
  ])("is inert in the name of a report too, %s", async (_, isTerminal) => {
    const name = "a\u001b[2J\u009b1m\n::error::b.xml";
    const cwd = await emptyFolder();
    await writeFile(join(cwd, name), '<testsuite><testcase name="DEMO-1"/></testsuite>');
    const animated = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    onTestFinished(() => animated.mockRestore());
    const command = ["report", "*.xml", "--json", "--", "touch", "-d", "2030-01-01", name];
    await writeFile(join(cwd, "old\u009b1m.xml"), "old");
    const { exitCode, error, out } = await runTestsigma(command, { service: new MemoryService(), cwd, isTerminal });
    expect({ exitCode, stale: JSON.parse(out).stale_reports }).toEqual({ exitCode: 0, stale: ["old\u009b1m.xml"] });
    expect(error + out + animated.mock.calls.join("")).not.toMatch(/\u001b\[2J|\u009b|^\s*::/m);
  });

  it("is one message of an annotation, and one title", async () => {
    const xml = `<testsuite><testcase file="src/a.ts" name="a: b, DEMO-1"><failure>100%${attack}</failure></testcase></testsuite>`;
    const { error } = await report([xml], [], { environment: { TESTSIGMA_API_KEY: apiKey, GITHUB_ACTIONS: "true" } });
    expect(error.split("\n").filter((line) => line.startsWith("::"))).toEqual([
      expect.stringMatching(
        /^::error title=src\/a.ts › a%3A b%2C DEMO-1,file=src\/a.ts::100%25%0A::error::pwned%0A {2}::add-mask::x # #\[error\]a/,
      ),
    ]);
  });

  it("never fills the summary beyond a quarter of what GitHub takes", async () => {
    const tests = Array.from({ length: 300 }, (_, number) => {
      return `<testcase name="DEMO-1 ${number} ${"n".repeat(60_000)}"><failure>${"<".replace("<", "&lt;").repeat(5_000)}</failure></testcase>`;
    });
    const { cwd } = await report([`<testsuite>${tests.join("")}</testsuite>`], ["--summary", "summary.md"]);
    const text = await readFile(join(cwd, "summary.md"), "utf8");
    expect(text).toContain("Failed tests (300)");
    expect(Buffer.byteLength(text)).toBeLessThan(257 * 1024);
  });

  it("shows failure messages in the summary, as text", async () => {
    const xml =
      '<testsuite><testcase name="DEMO-1"><failure>a &lt;script>\n\n# b\n```</failure></testcase></testsuite>';
    const { cwd } = await report([xml], ["--summary", "summary.md"]);
    expect(await readFile(join(cwd, "summary.md"), "utf8")).toContain(
      "- DEMO-1\n  <pre>a &lt;script>&#10;&#10;&#35; b&#10;```</pre>",
    );
  });
});

describe("attachments", () => {
  const failing = (...paths: string[]) => {
    const output = (path: string) => `<failure/><system-out>[[ATTACHMENT|${path}]]</system-out>`;
    const tests = paths.map((path, index) => `<testcase name="DEMO-${1 + (index % 5)}">${output(path)}</testcase>`);
    return `<testsuite>${tests.join("")}</testsuite>`;
  };

  it.runIf(process.platform !== "win32")(
    "come from the working directory only, links resolved, and regular files only",
    async () => {
      const outside = await mkdtemp(join(tmpdir(), "testsigma-outside-"));
      await writeFile(join(outside, "secret.txt"), "secret");
      const paths = ["/etc/passwd", "\\\\host\\share", "link.txt", "folder/secret.txt", ".git/config", "pipe"];
      const cwd = await folderWithReport(failing(...paths));
      await symlink(join(outside, "secret.txt"), join(cwd, "link.txt"));
      await symlink(outside, join(cwd, "folder"));
      await mkdir(join(cwd, ".git"));
      await writeFile(join(cwd, ".git/config"), "token");
      execFileSync("mkfifo", [join(cwd, "pipe")]);
      const { service, out } = await report([], ["--json"], { cwd });
      const reasons = JSON.parse(out).not_attached.map(({ reason }: { reason: string }) => reason);
      expect(reasons.toSorted()).toEqual([
        "inside of .git",
        "not a regular file",
        ...Array(4).fill(expect.stringMatching(/^outside of the working directory/)),
      ]);
      expect(service.files).toEqual([]);

      const again = await report([], ["--attachments-root", outside], { cwd });
      expect(again.service.files).toEqual(["link.txt", "secret.txt"]);
    },
  );

  it("come from the report's folder, wherever it is, or else from the working directory", async () => {
    const folder = await mkdtemp(join(tmpdir(), "testsigma-report-"));
    await writeFile(join(folder, "junit.xml"), failing("beside.png", "elsewhere.png", "nowhere.png"));
    await writeFile(join(folder, "beside.png"), "png");
    const cwd = await emptyFolder();
    await writeFile(join(cwd, "elsewhere.png"), "png");
    const service = new MemoryService();
    const { out } = await runTestsigma(["report", join(folder, "junit.xml"), "--json"], { service, cwd });
    expect(service.files).toEqual(["beside.png", "elsewhere.png"]);
    const notAttached = [{ file: join(cwd, "nowhere.png"), reason: "no such file" }];
    expect(JSON.parse(out)).toMatchObject({ not_attached: notAttached, cases: { recorded: 3 } });
  });

  it("reach every test case that they belong to, each once", async () => {
    const cwd = await folderWithReport(
      failing("video.mp4", "video.mp4").replaceAll(
        "</testcase>",
        "</testcase><testcase name='DEMO-1 b'><failure/><system-out>[[ATTACHMENT|./video.mp4]]</system-out></testcase>",
      ),
    );
    await writeFile(join(cwd, "video.mp4"), "video");
    const { service, again } = await report([], ["--json"], { cwd });
    expect(service.files).toEqual(["video.mp4", "video.mp4"]);

    const { out } = await again();
    expect(service.files).toHaveLength(2);
    expect(JSON.parse(out)).toMatchObject({ run: { was_found: true }, cases: { written: 0 } });
  });

  it("that an interruption may have lost are named", async () => {
    const cwd = await folderWithReport(failing("a.png", "b.png"));
    for (const name of ["a.png", "b.png"]) await writeFile(join(cwd, name), name);
    const service = new MemoryService();
    const controller = new AbortController();
    service.fault = ({ operation, body }) => {
      if (operation !== "updateTestRunCases" || Object.keys(body as object).length < 2) return undefined;
      controller.abort(new Error("killed"));
      return "lost-before";
    };
    await report([], ["--plan-file", "plan.json"], { service, cwd, signal: controller.signal });
    service.fault = () => undefined;
    const { out } = await runTestsigma(["resume", "plan.json", "--json"], { service, cwd });
    expect(JSON.parse(out).not_attached).toEqual([
      { file: join(cwd, "a.png"), reason: "its request was interrupted; it may be attached, and is not sent again" },
    ]);
    expect(service.files).toEqual(["a.png", "b.png"]);
  });
});

describe("a plan file", () => {
  async function interruptedPlan() {
    const service = new MemoryService();
    service.fault = ({ operation }) => (operation === "createTestRun" ? "lost-before" : undefined);
    const { cwd } = await report(["DEMO-1: failed"], ["--plan-file", "plan.json"], { service });
    service.fault = () => undefined;
    service.requests.length = 0;
    const content = await readFile(join(cwd, "plan.json"), "utf8");
    return { cwd, service, plan: JSON.parse(content.slice(0, content.indexOf("\n"))) };
  }

  it("never decides where the key goes", async () => {
    const { cwd, service, plan } = await interruptedPlan();
    const other = "https://evil.example.com/api/v1";
    const elsewhere = await runTestsigma(["resume", "plan.json", "--base-url", other], { service, cwd });
    expect(elsewhere.error).toContain(`the plan is for the default host, not for ${other}`);
    await writeFile(join(cwd, "plan.json"), JSON.stringify({ ...plan, baseUrl: other }));
    const { exitCode, error } = await runTestsigma(["resume", "plan.json"], { service, cwd });
    expect({ exitCode, requests: service.requests }).toEqual({ exitCode: 2, requests: [] });
    expect(error).toContain(`the plan is for ${other}, not for the default host`);
  });

  it("never decides which files may be read", async () => {
    const { cwd, service, plan } = await interruptedPlan();
    const outside = join(await mkdtemp(join(tmpdir(), "testsigma-outside-")), "secret.txt");
    await writeFile(outside, "secret");
    const attachments = [{ testCaseId: plan.results[0].testCaseId, file: outside, roots: ["/"] }];
    await writeFile(join(cwd, "plan.json"), JSON.stringify({ ...plan, attachments }));
    await runTestsigma(["resume", "plan.json"], { service, cwd });
    expect(service.files).toEqual([]);
  });

  it("that cannot be written is said before anything is sent, and before the tests run", async () => {
    const cwd = await folderWithReport("DEMO-1");
    await writeFile(join(cwd, ".testsigma-tms"), "a file");
    const command = [process.execPath, "-e", "fs.writeFileSync('ran', '')"];
    const { service, exitCode, error } = await report([], ["--", ...command], { cwd });
    expect({ exitCode, requests: service.requests }).toEqual({ exitCode: 2, requests: [] });
    expect(error).toMatch(/^the plan .* cannot be written: EEXIST; choose another place with --plan-file/);
    expect(await readdir(cwd)).not.toContain("ran");
  });

  it("never replaces a file that is no plan", async () => {
    const cwd = await folderWithReport("DEMO-1");
    await writeFile(join(cwd, "package.json"), "{}");
    const { service, exitCode, error } = await report([], ["--plan-file", "package.json"], { cwd });
    expect({ exitCode, requests: service.requests }).toEqual({ exitCode: 2, requests: [] });
    expect(error).toContain("package.json exists and is no plan, choose another --plan-file");
    expect(await readFile(join(cwd, "package.json"), "utf8")).toBe("{}");
  });

  it("on a disk that is full after the start changes no exit code", async () => {
    const cwd = await folderWithReport("DEMO-1");
    const service = new MemoryService();
    service.fault = async ({ operation }) => {
      if (operation !== "createTestRun") return undefined;
      // The next save fails, because the file that it writes is now a folder.
      await rm(join(cwd, "plan.json"));
      await mkdir(join(cwd, "plan.json"));
      return undefined;
    };
    const { exitCode, error } = await report([], ["--plan-file", "plan.json"], { service, cwd });
    expect({ exitCode, status: service.runs[0]?.status }).toEqual({ exitCode: 0, status: "CLOSED" });
    // Windows has another code for this.
    expect(error).toMatch(/the plan .*plan\.json could not be kept: E[A-Z]+: /);
  });
});
