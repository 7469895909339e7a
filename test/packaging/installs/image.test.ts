/** The steps of the mock's Dockerfile, in a folder instead of a container: this machine may have no Docker. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFile, mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, inject, it, onTestFinished } from "vitest";
import { freePort } from "../src/free-port.ts";
import { repository } from "../src/published-packages.ts";
import { run, succeed } from "../src/run.ts";

const dockerfile = await readFile(join(repository, "packages/mock/Dockerfile"), "utf8");

/** The instructions of one kind, without their name. */
function instructions(name: string, text = dockerfile): string[] {
  return [...text.matchAll(new RegExp(`^${name} (.*)$`, "gm"))].map(([, words = ""]) => words);
}

it("makes a folder in which the mock starts and is found healthy", async () => {
  const cwd = join(inject("folder"), "image");
  const port = await freePort();
  const text = dockerfile.replaceAll("4010", String(port));
  await mkdir(cwd);

  expect(instructions("COPY")).toEqual(["mock.tgz ./"]);
  await copyFile(join(inject("folder"), "testsigma-tms/tarballs/testsigma-tms-mock.tgz"), join(cwd, "mock.tgz"));
  for (const command of instructions("RUN")) await succeed("bash", ["-c", command], { cwd });
  const [program, ...args]: string[] = JSON.parse(instructions("ENTRYPOINT", text)[0] ?? "[]");
  const mock = spawn(program ?? "", [...args, "--port", String(port)], { cwd, stdio: "ignore" });
  onTestFinished(async () => {
    mock.kill();
    await once(mock, "exit");
  });
  const [check, ...words]: string[] = JSON.parse(
    instructions("HEALTHCHECK", text)[0]?.replace(/^.*? CMD /, "") ?? "[]",
  );
  while ((await run(check ?? "", words, { cwd })).exitCode !== 0) {
    expect(mock.exitCode).toBeNull();
    await setTimeout(100);
  }

  expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200);
});
