// biome-ignore-all lint/suspicious/noControlCharactersInRegex: these are what is looked for
import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { MemoryService } from "../memory-service.ts";
import { apiKey, emptyFolder, runTestsigma } from "./run-testsigma.ts";

const attack =
  "&#10;::error::pwned&#13;  ::add-mask::x ##[error]a ##vso[task.setvariable]b &#27;[2Jc &#x9b;31m &#x202e;d";

async function folderWith(xml: string): Promise<string> {
  const cwd = await emptyFolder();
  await writeFile(join(cwd, "junit.xml"), xml);
  return cwd;
}

describe("text of a report", () => {
  it("writes no workflow command and no escape sequence, wherever it is shown", async () => {
    const cwd = await folderWith(
      `<testsuite name="${attack}"><testcase file="f${attack}" classname="::error::c" name="DEMO-1 ${attack}">
        <failure message="m${attack}">t${attack}</failure></testcase>
        <testcase name="::error::n"/><testcase name="DEMO-77 ${attack}"/></testsuite>`,
    );
    const files = { GITHUB_STEP_SUMMARY: join(cwd, "summary.md"), GITHUB_OUTPUT: join(cwd, "output.txt") };
    const environment = { TESTSIGMA_API_KEY: apiKey, GITHUB_ACTIONS: "true", ...files, TESTSIGMA_TITLE: "::error::t" };
    const service = new MemoryService();
    const table = await runTestsigma(["report", "junit.xml"], { service, cwd, environment });
    expect(table).toMatchObject({ exitCode: 1, error: expect.stringContaining("DEMO-1") });
    const json = await runTestsigma(["report", "junit.xml", "--json"], { service, cwd, environment });
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

  it("is one message of an annotation", async () => {
    const cwd = await folderWith(
      `<testsuite><testcase name="DEMO-1"><failure>a${attack}</failure></testcase></testsuite>`,
    );
    const environment = { TESTSIGMA_API_KEY: apiKey, GITHUB_ACTIONS: "true" };
    const { error } = await runTestsigma(["report", "junit.xml"], { service: new MemoryService(), cwd, environment });
    expect(error.split("\n").filter((line) => line.startsWith("::"))).toEqual([
      expect.stringMatching(/^::error title=DEMO-1::a%0A::error::pwned%0A {2}::add-mask::x # #\[error\]a/),
    ]);
  });

  it("never fills the summary beyond a quarter of what GitHub takes", async () => {
    const tests = Array.from({ length: 300 }, (_, number) => {
      return `<testcase name="DEMO-1 ${number} ${"n".repeat(60_000)}"><failure>${"<".replace("<", "&lt;").repeat(5_000)}</failure></testcase>`;
    });
    const cwd = await folderWith(`<testsuite>${tests.join("")}</testsuite>`);
    const summary = join(cwd, "summary.md");
    await runTestsigma(["report", "junit.xml", "--summary", summary], { service: new MemoryService(), cwd });
    const text = await readFile(summary, "utf8");
    expect(text).toContain("Failed tests (300)");
    expect(Buffer.byteLength(text)).toBeLessThan(257 * 1024);
  });

  it("shows failure messages in the summary, as text", async () => {
    const cwd = await folderWith(
      '<testsuite><testcase name="DEMO-1"><failure>a &lt;script>\n\n# b\n```</failure></testcase></testsuite>',
    );
    const summary = join(cwd, "summary.md");
    await runTestsigma(["report", "junit.xml", "--summary", summary], { service: new MemoryService(), cwd });
    expect(await readFile(summary, "utf8")).toContain("- DEMO-1\n  <pre>a &lt;script>&#10;&#10;&#35; b&#10;```</pre>");
  });
});

describe("attachments", () => {
  const failing = (...paths: string[]) =>
    `<testsuite>${paths
      .map(
        (path, index) =>
          `<testcase name="DEMO-${index + 1}"><failure/><system-out>[[ATTACHMENT|${path}]]</system-out></testcase>`,
      )
      .join("")}</testsuite>`;

  it.runIf(process.platform !== "win32")(
    "come from the working directory only, links resolved, and regular files only",
    async () => {
      const outside = await mkdtemp(join(tmpdir(), "testsigma-outside-"));
      await writeFile(join(outside, "secret.txt"), "secret");
      const paths = ["/etc/passwd", "/dev/zero", "link.txt", "folder/secret.txt", "pipe"];
      const cwd = await folderWith(failing(...paths));
      await symlink(join(outside, "secret.txt"), join(cwd, "link.txt"));
      await symlink(outside, join(cwd, "folder"));
      execFileSync("mkfifo", [join(cwd, "pipe")]);
      const service = new MemoryService();
      const { out } = await runTestsigma(["report", "junit.xml", "--json"], { service, cwd });
      const reasons = JSON.parse(out).not_attached.map(({ reason }: { reason: string }) => reason);
      expect(reasons).toEqual([
        ...Array(4).fill(expect.stringMatching(/^outside of the working directory/)),
        "not a regular file",
      ]);
      expect(service.files).toEqual([]);

      const again = new MemoryService();
      await runTestsigma(["report", "junit.xml", "--attachments-root", outside], { service: again, cwd });
      expect(again.files).toEqual(["link.txt", "secret.txt"]);
    },
  );

  it("come from the report's folder too, wherever it is", async () => {
    const folder = await mkdtemp(join(tmpdir(), "testsigma-report-"));
    await writeFile(join(folder, "junit.xml"), failing("shot.png"));
    await writeFile(join(folder, "shot.png"), "png");
    const service = new MemoryService();
    await runTestsigma(["report", join(folder, "junit.xml")], { service });
    expect(service.files).toEqual(["shot.png"]);
  });

  it("reach every test case that they belong to, each once", async () => {
    const cwd = await folderWith(
      failing("video.mp4", "video.mp4").replaceAll(
        "</testcase>",
        "</testcase><testcase name='DEMO-1 b'><failure/><system-out>[[ATTACHMENT|./video.mp4]]</system-out></testcase>",
      ),
    );
    await writeFile(join(cwd, "video.mp4"), "video");
    const service = new MemoryService();
    await runTestsigma(["report", "junit.xml"], { service, cwd });
    expect(service.files).toEqual(["video.mp4", "video.mp4"]);

    const { out } = await runTestsigma(["report", "junit.xml", "--json"], { service, cwd });
    expect(service.files).toHaveLength(2);
    expect(JSON.parse(out)).toMatchObject({ run: { was_found: true }, cases: { written: 0 } });
  });

  it("that an interruption may have lost are named", async () => {
    const cwd = await folderWith(failing("a.png", "b.png"));
    for (const name of ["a.png", "b.png"]) await writeFile(join(cwd, name), name);
    const service = new MemoryService();
    const controller = new AbortController();
    service.fault = ({ operation, body }) => {
      if (operation !== "updateTestRunCases" || Object.keys(body as object).length < 2) return undefined;
      controller.abort(new Error("killed"));
      return "lost-before";
    };
    await runTestsigma(["report", "junit.xml", "--plan-file", "plan.json"], {
      service,
      cwd,
      signal: controller.signal,
    });
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
    const cwd = await folderWith('<testsuite><testcase name="DEMO-1"><failure/></testcase></testsuite>');
    const service = new MemoryService();
    service.fault = ({ operation }) => (operation === "createTestRun" ? "lost-before" : undefined);
    await runTestsigma(["report", "junit.xml", "--plan-file", "plan.json"], { service, cwd });
    service.fault = () => undefined;
    service.requests.length = 0;
    return { cwd, service, plan: JSON.parse(await readFile(join(cwd, "plan.json"), "utf8")) };
  }

  it("never decides where the key goes", async () => {
    const { cwd, service, plan } = await interruptedPlan();
    await writeFile(join(cwd, "plan.json"), JSON.stringify({ ...plan, baseUrl: "https://evil.example.com/api/v1" }));
    const { exitCode, error } = await runTestsigma(["resume", "plan.json"], { service, cwd });
    expect({ exitCode, requests: service.requests }).toEqual({ exitCode: 2, requests: [] });
    expect(error).toContain("the plan is for https://evil.example.com/api/v1, not for the default host");
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
    const cwd = await folderWith('<testsuite><testcase name="DEMO-1"/></testsuite>');
    await writeFile(join(cwd, ".testsigma-tms"), "a file");
    const service = new MemoryService();
    const command = [process.execPath, "-e", "fs.writeFileSync('ran', '')"];
    const { exitCode, error } = await runTestsigma(["report", "junit.xml", "--", ...command], { service, cwd });
    expect({ exitCode, requests: service.requests }).toEqual({ exitCode: 2, requests: [] });
    expect(error).toMatch(/^the plan .* cannot be written: EEXIST; choose another place with --plan-file/);
    expect(await readdir(cwd)).not.toContain("ran");
  });

  it("on a disk that is full after the start changes no exit code", async () => {
    const cwd = await folderWith('<testsuite><testcase name="DEMO-1"/></testsuite>');
    const service = new MemoryService();
    service.fault = async ({ operation }) => {
      // The next save fails, because the file that it writes is now a folder.
      if (operation === "createTestRun") await mkdir(join(cwd, "plan.json.partial"), { recursive: true });
      return undefined;
    };
    const { exitCode, error } = await runTestsigma(["report", "junit.xml", "--plan-file", "plan.json"], {
      service,
      cwd,
    });
    expect({ exitCode, status: service.runs[0]?.status }).toEqual({ exitCode: 0, status: "CLOSED" });
    expect(error).toMatch(/the plan .*plan\.json could not be kept: EISDIR/);
  });
});
