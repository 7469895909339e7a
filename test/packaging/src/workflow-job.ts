import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from "@actions/workflow-parser";
import { run } from "./run.ts";

/** A step of a GitHub Actions job that runs commands. */
export interface Step {
  id: string;
  commands: string;
  env: [name: string, value: string][];
}

/** Reads a workflow with GitHub's own parser: its errors, and the steps of its first job. */
export async function readWorkflow(file: string): Promise<{ errors: string[]; steps: Step[] }> {
  const { context, value } = parseWorkflow(
    { name: file, content: await readFile(file, "utf8") },
    new NoOperationTraceWriter(),
  );
  const [job] = value ? (await convertWorkflowTemplate(context, value)).jobs : [];
  const steps = job?.type === "job" ? job.steps : [];
  return {
    errors: context.errors.getErrors().map(({ message }) => message),
    steps: steps.flatMap((step) => {
      if (!("run" in step)) return [];
      const env = [...(step.env ?? [])].map(({ key, value }): [string, string] => [key.toString(), value.toString()]);
      return [{ id: step.id, commands: step.run.toString(), env }];
    }),
  };
}

export interface JobRun {
  /** The output of the steps. */
  log: string;
  /** The text that the steps wrote to the job's summary page. */
  summary: string;
  isSuccess: boolean;
}

/** Runs steps as GitHub does, up to the first that fails. Expressions take their values from `contexts`. */
export async function runSteps(
  steps: Step[],
  { cwd, env, contexts }: { cwd: string; env: Record<string, string>; contexts: Record<string, string> },
): Promise<JobRun> {
  const values = new Map(Object.entries(contexts));
  const output = join(cwd, "step-output");
  const summary = join(cwd, "step-summary");
  await writeFile(summary, "");
  let log = "";
  for (const step of steps) {
    await writeFile(output, "");
    const result = await run("bash", ["-e", "-c", step.commands], {
      cwd,
      env: {
        ...env,
        ...Object.fromEntries(step.env.map(([name, value]) => [name, evaluate(value, values)])),
        GITHUB_OUTPUT: output,
        GITHUB_STEP_SUMMARY: summary,
      },
    });
    log += result.stdout + result.stderr;
    if (result.exitCode !== 0) return { log, summary: await readFile(summary, "utf8"), isSuccess: false };
    for (const line of (await readFile(output, "utf8")).split("\n").filter(Boolean)) {
      const [name, value] = line.split("=", 2);
      values.set(`steps.${step.id}.outputs.${name}`, value ?? "");
    }
  }
  return { log, summary: await readFile(summary, "utf8"), isSuccess: true };
}

function evaluate(text: string, values: Map<string, string>): string {
  return text.replace(/\$\{\{\s*(.*?)\s*\}\}/g, (_, expression: string) => {
    const value = values.get(expression);
    if (value === undefined) throw new Error(`Nothing has set ${expression}. Set: ${[...values.keys()].join(", ")}.`);
    return value;
  });
}
