/** Runs along with the other packages' `dev`. After each new bundle, says if the generated files still match it. */
import { watch } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { repository } from "@testsigma-tms/support/repository";
import { x } from "tinyexec";

/** The time for which the bundle must not change before it is compared, because one edit writes several files. */
const settleMs = 500;
const turbo = fileURLToPath(import.meta.resolve("turbo/bin/turbo"));

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
