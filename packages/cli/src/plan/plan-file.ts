import { createWriteStream } from "node:fs";
import { appendFile, mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { pipeline } from "node:stream/promises";
import { messageOf } from "../errors/upload-error.js";
import { UsageError } from "../errors/usage-error.js";
import { type Plan, type Progress, planVersion } from "./plan.js";

/**
 * A plan and the file that it is stored in: the plan as a line of JSON, then a line for each progress. Lines are only
 * added, so that saving takes as long in a large plan as in a small one.
 */
export interface PlanFile {
  readonly file: string;
  readonly plan: Plan;
  /** The reason why the file is out of date, if it could not be written after the start. */
  readonly problem: string | undefined;
  /** Saves what was done since the last time, before anything else is sent. */
  save(progress: Partial<Progress>): Promise<void>;
  remove(): Promise<void>;
}

const resultsPerPiece = 500;

/**
 * Makes sure that a plan can be written to a file.
 *
 * @throws {UsageError} when it cannot, or when the file exists and is not a plan
 */
export async function preparePlanFolder(file: string): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(`${file}.partial`, "");
    await rm(`${file}.partial`);
  } catch (cause) {
    throw notWritable(file, cause);
  }
  await checkReplaceable(file);
}

/** Makes sure that nothing but an earlier plan is replaced: neither a file of the user nor a device. */
async function checkReplaceable(file: string): Promise<void> {
  const stats = await stat(file).catch(() => undefined);
  const isPlan = stats?.isFile() && (await readPlanFile(file).catch(() => false));
  if (stats && !isPlan)
    throw new UsageError(`${file} exists and is no plan, choose another --plan-file; nothing was sent`);
}

/**
 * Writes a plan before anything is sent.
 *
 * @throws {UsageError} when it cannot be written
 */
export async function createPlanFile(file: string, plan: Plan): Promise<PlanFile> {
  await preparePlanFolder(file);
  const partial = `${file}.partial`;
  try {
    // Not `writeFile`: that of Yarn's PnP takes no pieces.
    await pipeline(planText(plan), createWriteStream(partial, { mode: 0o600, flush: true }));
    // A rename is atomic, so that readers never see a part of the plan.
    await rename(partial, file);
  } catch (cause) {
    throw notWritable(file, cause);
  }
  return openedPlan(file, plan);
}

function notWritable(file: string, cause: unknown): UsageError {
  const { code, message } = cause as NodeJS.ErrnoException;
  return new UsageError(
    `the plan ${file} cannot be written: ${code ?? message}; choose another place with --plan-file; nothing was sent`,
  );
}

/**
 * Reads a plan that was interrupted.
 *
 * @throws {UsageError} for a file that is missing or is not a plan
 */
export async function readPlanFile(file: string): Promise<PlanFile> {
  const content = await readFile(file, "utf8").catch((cause: NodeJS.ErrnoException) => {
    throw new UsageError(`plan ${file} cannot be read: ${cause.code === "ENOENT" ? "no such file" : cause.code}`);
  });
  const [first = "", ...lines] = content.split("\n");
  const plan = parseLine(first);
  // Only this program writes plans, so their details are not checked.
  const { version, results, run, progress } = plan;
  const isPlan = version === planVersion && Array.isArray(results) && run && progress;
  if (!isPlan) throw new UsageError(`${file} is not a plan of version ${planVersion}`);
  return openedPlan(file, lines.map(parseLine).reduce(withProgress, plan));
}

/** Parses a line. The one that was being written when the process died says nothing. */
function parseLine(line: string) {
  try {
    return Object(JSON.parse(line));
  } catch {
    return {};
  }
}

function openedPlan(file: string, start: Plan): PlanFile {
  let plan = start;
  let problem: string | undefined;
  const note = (cause: unknown) => {
    problem ??= messageOf(cause);
  };
  return {
    file,
    get plan() {
      return plan;
    },
    get problem() {
      return problem;
    },
    // A full disk does not change what the service has recorded, so it must not end the report.
    async save(progress) {
      plan = withProgress(plan, progress);
      // Begins with the line break, because the last line may have been cut off.
      await appendFile(file, `\n${JSON.stringify(progress)}`, { flush: true }).catch(note);
    },
    async remove() {
      await rm(file, { force: true }).catch(note);
    },
  };
}

/** Adds what was done: lists become longer, and other values replace earlier ones. */
function withProgress(
  plan: Plan,
  { passedRuns = [], sentFiles = [], attachedFiles = [], ...more }: Partial<Progress>,
): Plan {
  const { progress } = plan;
  const lists = {
    passedRuns: [...progress.passedRuns, ...passedRuns],
    sentFiles: [...progress.sentFiles, ...sentFiles],
    attachedFiles: [...progress.attachedFiles, ...attachedFiles],
  };
  return { ...plan, progress: { ...progress, ...more, ...lists } };
}

/** Yields a plan as JSON in pieces, because it can hold many results. */
function* planText({ results, ...plan }: Plan): Generator<string> {
  yield `${JSON.stringify(plan).slice(0, -1)},"results":[`;
  for (let at = 0; at < results.length; at += resultsPerPiece) {
    yield `${at > 0 ? "," : ""}${JSON.stringify(results.slice(at, at + resultsPerPiece)).slice(1, -1)}`;
  }
  yield "]}";
}
