import { mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { messageOf } from "../errors/upload-error.js";
import { UsageError } from "../errors/usage-error.js";
import { type Plan, type Progress, planVersion } from "./plan.js";

/** A plan and the file that it is stored in. */
export interface PlanFile {
  readonly file: string;
  readonly plan: Plan;
  /** The reason why the file is out of date, if it could not be written after the start. */
  readonly problem: string | undefined;
  /** Saves what was done so far, before anything else is sent. */
  save(progress: Partial<Progress>): Promise<void>;
  remove(): Promise<void>;
}

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
  await writeWhole(file, plan).catch((cause) => {
    throw notWritable(file, cause);
  });
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
  let plan: unknown;
  try {
    plan = JSON.parse(content);
  } catch (cause) {
    throw new UsageError(`plan ${file} is not valid JSON: ${messageOf(cause)}`);
  }
  // Only this program writes plans, so their details are not checked.
  const { version, results, run, progress } = Object(plan);
  const isPlan = version === planVersion && Array.isArray(results) && run && progress;
  if (!isPlan) throw new UsageError(`${file} is not a plan of version ${planVersion}`);
  return openedPlan(file, plan as Plan);
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
      plan = { ...plan, progress: { ...plan.progress, ...progress } };
      await writeWhole(file, plan).catch(note);
    },
    async remove() {
      await rm(file, { force: true }).catch(note);
    },
  };
}

/** Writes the file and renames it. A rename is atomic, so readers see the old file or the new one, never a part. */
async function writeWhole(file: string, plan: Plan): Promise<void> {
  const partial = `${file}.partial`;
  await writeFile(partial, `${JSON.stringify(plan, undefined, 2)}\n`, { mode: 0o600, flush: true });
  await rename(partial, file);
}
