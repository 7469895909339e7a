/**
 * Runs along with the other packages' `dev`. After each new bundle, says if the generated files still match it. Ends,
 * and Turborepo with it, when the npx or pnpm that started `dev` has ended.
 */
import { watch } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { repository } from "@testsigma-tms/support/repository";
import { x } from "tinyexec";
import { stopSignal } from "./process/stop-signal.ts";

/** The time for which the bundle must not change before it is compared, because one edit writes several files. */
const settleMs = 500;
const turbo = fileURLToPath(import.meta.resolve("turbo/bin/turbo"));

stopSignal().addEventListener("abort", () => process.exit(1));
let timer: NodeJS.Timeout | undefined;
watch(join(repository, "spec/dist"), () => {
  clearTimeout(timer);
  timer = setTimeout(compare, settleMs);
});

async function compare(): Promise<void> {
  const args = ["run", "generate:check", "--only", "--force", "--output-logs=none"];
  const { exitCode } = await x(process.execPath, [turbo, ...args], {
    nodeOptions: { cwd: repository, env: { TURBO_TELEMETRY_DISABLED: "1" } },
  });
  if (exitCode !== 0) console.log('Generated files do not match the spec. Run "pnpm generate" in another terminal.');
}
