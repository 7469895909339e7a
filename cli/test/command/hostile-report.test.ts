// biome-ignore-all lint/suspicious/noControlCharactersInRegex: these are what is looked for
import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, readFile, symlink, writeFile } from "node:fs/promises";
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

  it("never fills more than a quarter of the summary that GitHub accepts", async () => {
    const tests = Array.from({ length: 300 }, (_, number) => {
      return `<testcase name="DEMO-1 ${number} ${"n".repeat(2_000)}"><failure>${"<".replace("<", "&lt;").repeat(1_000)}</failure></testcase>`;
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
    "come from the working directory only, links resolved, and are neither empty nor hidden",
    async () => {
      const outside = await mkdtemp(join(tmpdir(), "testsigma-outside-"));
      await writeFile(join(outside, "secret.txt"), "secret");
      const paths = ["/etc/passwd", "\\\\host\\share", "link.txt", "folder/secret.txt", "pipe", "empty.txt"];
      const dotFiles = [".git/config", ".env", "a/.npmrc"];
      const cwd = await folderWithReport(failing(...paths, ...dotFiles));
      await symlink(join(outside, "secret.txt"), join(cwd, "link.txt"));
      await symlink(outside, join(cwd, "folder"));
      for (const folder of [".git", "a"]) await mkdir(join(cwd, folder));
      for (const file of dotFiles) await writeFile(join(cwd, file), "token");
      await writeFile(join(cwd, "empty.txt"), "");
      execFileSync("mkfifo", [join(cwd, "pipe")]);
      const { service, out } = await report([], ["--json"], { cwd });
      const reasons = JSON.parse(out).not_attached.map(({ reason }: { reason: string }) => reason);
      expect(reasons.toSorted()).toEqual([
        ...Array(3).fill("dot files, and files in dot folders, are never attached"),
        "not a regular file",
        ...Array(4).fill(expect.stringMatching(/^outside of the working directory/)),
        "the file is empty",
      ]);
      expect(service.files).toEqual([]);
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

  it("are listed if they are not attached, even 150,000 of one test", async () => {
    const paths = Array.from({ length: 150_000 }, (_, number) => `[[ATTACHMENT|//host/${number}]]`);
    const xml = `<testsuite><testcase name="DEMO-1"><failure/><system-out>${paths.join("")}</system-out></testcase></testsuite>`;
    const { exitCode, error } = await report([xml]);
    expect({ exitCode, error }).toEqual({ exitCode: 1, error: expect.stringContaining("  and 149990 more") });
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
});
