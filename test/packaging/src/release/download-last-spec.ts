import { join } from "node:path";
import { run } from "../run.ts";

/** Installs the published spec into a folder. Returns the path of its document, or `undefined` before the first release. */
export async function downloadLastSpec(folder: string): Promise<string | undefined> {
  const args = ["install", "@testsigma-tms/spec@latest", "--prefix", folder, "--no-audit", "--no-fund"];
  const { exitCode, stdout, stderr } = await run("npm", args, { cwd: folder });
  if (exitCode === 0) return join(folder, "node_modules/@testsigma-tms/spec/dist/openapi.json");
  if (stderr.includes("E404")) return undefined;
  throw new Error(`The last release could not be downloaded:\n${stdout}${stderr}`);
}
