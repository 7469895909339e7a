import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

interface Action {
  inputs: Record<string, { default?: string; required?: boolean }>;
  outputs: Record<string, { value: string }>;
  runs: {
    steps: {
      id: string;
      env?: Record<string, string>;
      run?: string;
      "working-directory"?: string;
    }[];
  };
}

export async function readAction(): Promise<Action> {
  return parse(await readFile(new URL("../../action/action.yml", import.meta.url), "utf8"));
}

/** Runs the action's steps as GitHub's runner does: inputs in expressions, a bash script, files for outputs and summary. */
export async function runAction(
  given: Record<string, string>,
  { cwd, attempt = "1", path = process.env.PATH }: { cwd: string; attempt?: string; path?: string | undefined },
): Promise<{ exitCode: number | null; outputs: Record<string, string>; summary: string; log: string }> {
  const { inputs, outputs, runs } = await readAction();
  for (const [name, { required }] of Object.entries(inputs)) {
    if (required && given[name] === undefined) throw new Error(`input ${name} is required`);
  }
  for (const name of Object.keys(given)) if (!(name in inputs)) throw new Error(`there is no input ${name}`);

  const folder = await mkdtemp(join(tmpdir(), "testsigma-action-"));
  const files = {
    output: join(folder, "output"),
    summary: join(folder, "summary.md"),
    script: join(folder, "script.sh"),
  };
  const stepOutputs: Record<string, string> = {};
  let log = "";
  let exitCode: number | null = 0;
  for (const { id, env = {}, run, ...step } of runs.steps) {
    if (run === undefined) throw new Error(`step ${id} runs no script`);
    const filled = (value: string) => stepOutputs[expressionOf(value)] ?? evaluate(value, inputs, given);
    const resolved = Object.entries(env).map(([name, value]) => [name, filled(value)]);
    await Promise.all([writeFile(files.output, ""), writeFile(files.summary, ""), writeFile(files.script, run)]);
    const child = spawn("bash", ["--noprofile", "--norc", "-e", "-o", "pipefail", files.script], {
      cwd: resolve(cwd, evaluate(step["working-directory"] ?? "", inputs, given)),
      env: {
        PATH: path,
        GITHUB_ACTION_PATH: fileURLToPath(new URL("../../action/", import.meta.url)),
        GITHUB_ACTIONS: "true",
        GITHUB_REPOSITORY: "acme/shop",
        GITHUB_WORKFLOW: "Test",
        GITHUB_JOB: "e2e",
        GITHUB_REF_NAME: "main",
        GITHUB_RUN_NUMBER: "42",
        GITHUB_RUN_ATTEMPT: attempt,
        RUNNER_TEMP: folder,
        GITHUB_OUTPUT: files.output,
        GITHUB_STEP_SUMMARY: files.summary,
        ...Object.fromEntries(resolved),
      },
    });
    const [out, error] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
    log += out + error;
    exitCode = child.exitCode;
    if (exitCode !== 0 && id === "install") break;
    for (const line of (await readFile(files.output, "utf8")).split("\n").filter(Boolean)) {
      const [name = "", ...value] = line.split("=");
      stepOutputs[`steps.${id}.outputs.${name}`] = value.join("=");
    }
  }
  const told = Object.entries(outputs).map(([name, { value }]) => [name, stepOutputs[expressionOf(value)] ?? ""]);
  return { exitCode, outputs: Object.fromEntries(told), summary: await readFile(files.summary, "utf8"), log };
}

function evaluate(value: string, inputs: Action["inputs"], given: Record<string, string>): string {
  const name = expressionOf(value).replace(/^inputs\./, "");
  if (!(name in inputs)) throw new Error(`${value} names no input`);
  return given[name] ?? inputs[name]?.default ?? "";
}

function expressionOf(value: string): string {
  const expression = /^\$\{\{ ([\w.-]+) \}\}$/.exec(value)?.[1];
  if (!expression) throw new Error(`expected one expression, found ${value}`);
  return expression;
}
