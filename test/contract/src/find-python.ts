import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);
const candidates = [process.env.PYTHON, "python3", "/usr/bin/python3"].filter((name) => name) as string[];

/** A message that says that no interpreter was found, and what to do. */
export const noPython = `None of ${candidates.join(", ")} can import requests. Install it (Debian: apt-get install python3-requests), or set PYTHON to an interpreter that has it.`;

/** Returns the first Python that has the package `requests`: `$PYTHON`, `python3` or `/usr/bin/python3`. */
export async function findPython(): Promise<string | undefined> {
  for (const interpreter of candidates) {
    const isUsable = await run(interpreter, ["-c", "import requests"]).then(
      () => true,
      () => false,
    );
    if (isUsable) return interpreter;
  }
  return undefined;
}
