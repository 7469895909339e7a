import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { expect, inject, it, onTestFinished } from "vitest";
import { repository } from "../src/published-packages.ts";
import { run, succeed } from "../src/run.ts";

const dockerfile = await readFile(join(repository, "test/packaging/Dockerfile"), "utf8");
const lines = (instruction: string) =>
  [...dockerfile.matchAll(new RegExp(`^${instruction} (.*)$`, "gm"))].map(([, words = ""]) => words);
const command = (instruction: string): string[] =>
  JSON.parse(/\[.*\]$/.exec(lines(instruction).at(-1) ?? "")?.[0] ?? "[]");

it("the image's steps, done by hand, give a mock that is healthy and the command that reports to it", async () => {
  const folder = join(inject("folder"), "image");
  const [installed, work] = [join(folder, "installed"), join(folder, "work")];
  await mkdir(work, { recursive: true });
  const [copied = "", installedFiles] = lines("COPY");
  for (const file of copied.split(" ").slice(0, -1)) {
    await copyFile(join(inject("folder"), "testsigma-tms/tarballs", file), join(folder, file));
  }
  const [install = ""] = lines("RUN");
  expect(install).toContain("--ignore-scripts");
  expect(installedFiles).toBe("--from=install /installed /usr/local");
  expect(lines("USER")).toEqual(["node"]);
  await succeed("bash", ["-c", install.replace("/installed", installed)], { cwd: folder });
  const env = { PATH: [join(installed, "bin"), dirname(process.execPath), process.env.PATH].join(delimiter) };

  const [program = "", ...args] = command("CMD");
  const mock = spawn(program, [...args, "--state", "--port", "0"], { env, stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(async () => {
    mock.kill();
    await once(mock, "exit");
  });
  let port = "";
  for await (const line of createInterface(mock.stdout)) {
    port = /listens at http:\/\/\S+:(\d+)/.exec(line)?.[1] ?? "";
    if (port) break;
  }
  const checkHealth = (healthPort: string) => {
    const [node = "", ...words] = command("HEALTHCHECK").map((word) => word.replace("4010", healthPort));
    return run(node, words, { cwd: work, env });
  };
  expect(await checkHealth(port)).toMatchObject({ exitCode: 0 });
  expect(await checkHealth("1")).toMatchObject({ exitCode: 1 });

  await writeFile(join(work, "junit.xml"), '<testsuite><testcase name="DEMO-1 accepts a password"/></testsuite>');
  const { stderr } = await succeed(
    "testsigma-tms",
    ["report", "junit.xml", "--project", "DEMO", "--title", "Nightly"],
    {
      cwd: work,
      // An address that only a mock for other machines listens on.
      env: { ...env, TESTSIGMA_API_KEY: "any-key", TESTSIGMA_BASE_URL: `http://127.0.0.2:${port}/api/v1` },
    },
  );
  expect(stderr).toContain('"Nightly" (closed)');
});
