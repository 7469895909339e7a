import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterEach, expect, it } from "vitest";
import { prefer } from "../src/index.js";
import { createRun, path, type Sent, to } from "./create-run.js";

const packageFolder = fileURLToPath(new URL("..", import.meta.url));
const command = join(packageFolder, "dist/command.js");
const running: ChildProcess[] = [];
const exec = promisify(execFile);

afterEach(() => {
  for (const child of running.splice(0)) child.kill("SIGKILL");
});

function run(args: string[], node = process.execPath) {
  const child = spawn(node, [command, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  running.push(child);
  return child;
}

async function outcome(args: string[]) {
  const child = run(args);
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
  return { code, stdout, stderr };
}

/** Starts the command on a free port; `log` collects its output. */
async function serve(args: string[] = [], node?: string) {
  const child = run(["--port", "0", ...args], node);
  const served = { child, url: "", log: "" };
  child.stdout.setEncoding("utf8").on("data", (chunk) => {
    served.log += chunk;
  });
  await expect.poll(() => served.log).toMatch(/listens at (http:\S+) \(/);
  served.url = /listens at (http:\S+) \(/.exec(served.log)?.[1] ?? "";
  return served;
}

/** The Node that runs this test, and another one if the machine has it outside this repository. */
const elsewhere = (process.env.PATH ?? "")
  .split(delimiter)
  .filter((folder) => !folder.includes("node_modules"))
  .map((folder) => join(folder, "node"))
  .find(existsSync);
const nodes = [...new Set([process.execPath, ...(elsewhere === undefined ? [] : [elsewhere])])];

it.each(nodes)("serves on %s", async (node) => {
  const { url } = await serve([], node);

  expect((await createRun(to(url))).status).toBe(200);
});

it("prints the operations with their scenarios, then one line per request, without its key", async () => {
  const mock = await serve();
  const key = "eyJzZWNyZXQ6c2VjcmV0";
  await createRun(to(mock.url), { headers: { Authorization: `Bearer ${key}`, ...prefer("rate_limited") } });

  await expect
    .poll(() => mock.log)
    .toMatch(/^\d\d:\d\d:\d\d {2}POST {2}\/api\/v1\/projects\/\S+ {2}500 {2}[\d.]+ ms {2}rate_limited$/m);
  expect(mock.log).not.toContain(key);
  expect(mock.log).toMatch(/POST {3}\/api\/v1\/projects\/\{project_id\}\/test_runs +createTestRun: .*duplicate_title/);
  expect(mock.log).toContain(
    "every operation: moved, too_many_requests, bad_gateway, unavailable, connection_reset, timeout",
  );
});

it("logs why a request was rejected, and with --verbose its body, without control characters", async () => {
  const mock = await serve(["--verbose", "--state"]);
  const send = to(mock.url);
  const rejected: [Sent, string][] = [
    [{ body: JSON.stringify({ title: "\u009b31mred" }) }, "422 .*Request body must have required property 'status'"],
    [{ path: "/test_runs" }, "404 .*Expected a path below /api/v1/"],
    [{ path: "/api/v1/nope" }, "404 .*No operation for POST /api/v1/nope"],
    [{ path: `${path}/R-77`, method: "GET", body: null }, "404 .*Test run not found with ID: R-77"],
    [{ method: "PATCH" }, "405 .*PATCH is not allowed here. Allowed: GET, HEAD, OPTIONS, POST"],
    [{ headers: { "Content-Type": "text/csv" } }, "415 .*expected application/json, got text/csv"],
    [{ headers: { Prefer: "exmaple=created" } }, '400 .*unknown preference "exmaple"; did you mean example?'],
    [{ body: "{" }, "400 .*The body is not valid JSON"],
  ];
  for (const [sent] of rejected) await createRun(send, sent);

  for (const [, reason] of rejected) await expect.poll(() => mock.log).toMatch(new RegExp(` ${reason}`));
  expect(mock.log).toMatch(/body: \{"title":".31mred"\}/);
  expect(mock.log).not.toContain("\u009b");
});

it("takes its options", async () => {
  const sequence = "createTestRun=rate_limited,created";
  const send = to((await serve(["--state", "--invalid-status", "400", "--scenario", sequence])).url);

  expect((await createRun(send, { body: "{}" })).status).toBe(400);
  expect((await createRun(send)).status).toBe(500);
  expect((await createRun(send)).status).toBe(200);
  expect(await (await createRun(send)).text()).toContain("Nightly regression");
});

const onPosix = it.skipIf(process.platform === "win32");

onPosix.each(["SIGINT", "SIGTERM"] as const)("responds to what is in flight and exits with 0 on %s", async (signal) => {
  const mock = await serve();
  const response = createRun(to(mock.url), { headers: { Prefer: "latency=500" } });
  await fetch(new URL("/health", mock.url));
  mock.child.kill(signal);

  expect((await response).status).toBe(200);
  expect(await once(mock.child, "exit")).toEqual([0, null]);
});

onPosix("exits by itself on SIGTERM although it plays a timeout", async () => {
  const mock = await serve(["--scenario", "createTestRun=timeout"]);
  const response = createRun(to(mock.url)).catch((error: Error) => error.message);
  await expect.poll(() => mock.log).toContain("no response");
  mock.child.kill("SIGTERM");

  // 1 would mean that it was killed.
  expect(await once(mock.child, "exit")).toEqual([0, null]);
  expect(await response).toBe("fetch failed");
});

onPosix("is silent where its help is read in part", async () => {
  const { stderr } = await exec("sh", ["-c", `"${process.execPath}" "${command}" --help | head -1`]);

  expect(stderr).toBe("");
});

it("prints its options with --help and its version with --version", async () => {
  expect(await outcome(["--help"])).toMatchObject({ code: 0, stdout: expect.stringContaining("--invalid-status") });
  expect(await outcome(["--version"])).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
});

it.each([
  [["--prot", "1"], "unknown option '--prot'\n(Did you mean --port?)"],
  [["--port", "many"], "option '-p, --port <number>' argument 'many' is invalid. Expected a number."],
  [["--port", "99999"], "--port: expected an integer from 0 to 65535, got 99999."],
  [["--invalid-status", "401"], "--invalid-status: expected 400 or 422, got 401."],
  [["--scenario", "nope"], "argument 'nope' is invalid. Expected a value like createTestRun=rate_limited,created."],
  [["--scenario", "createTestRun=nope"], 'createTestRun has no scenario "nope". Known: created,'],
  [["openapi.yaml"], "too many arguments. Expected 0 arguments but got 1."],
])("rejects %j", async (args, message) => {
  const { code, stdout, stderr } = await outcome(args);

  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain(message);
  expect(stderr).toContain("See testsigma-tms-mock --help.");
});

it.skipIf(process.platform !== "linux")("fails if something else ends Prism", async () => {
  const command = run(["prism", "--port", "0"]);
  await once(command.stdout, "data");
  const children = await readFile(`/proc/${command.pid}/task/${command.pid}/children`, "utf8");
  process.kill(Number(children.split(" ")[0]), "SIGKILL");
  const [stderr, [code]] = await Promise.all([text(command.stderr), once(command, "exit")]);

  expect([code, stderr]).toEqual([137, "error: Prism was ended by SIGKILL.\n"]);
});

onPosix.each([["--state"], ["prism"]])("ends when the package manager that started it is killed: %s", async (verb) => {
  const args = JSON.stringify([command, verb, "--port", "0"]);
  const script = `require("node:child_process").spawn(process.execPath, ${args}, { stdio: "inherit" })`;
  const env = { ...process.env, npm_execpath: "npx-cli.js" };
  const manager = spawn(process.execPath, ["--eval", script], { env, stdio: ["ignore", "pipe", "ignore"] });
  let log = "";
  manager.stdout.setEncoding("utf8").on("data", (chunk) => {
    log += chunk;
  });
  await expect.poll(() => log).toMatch(/listen(s at|ing on) http/);
  manager.kill("SIGKILL");

  // The output ends with the last process that has it.
  await once(manager.stdout, "end");
});

it("says that the port is in use", async () => {
  const { url } = await serve();
  const { code, stderr } = await outcome(["--port", new URL(url).port]);

  expect(code).toBe(1);
  expect(stderr).toContain("the port is in use; use another, or 0 for any free one.");
});
