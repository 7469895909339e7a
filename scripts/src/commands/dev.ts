import { watch } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { stopSignal } from "../process/stop-signal.ts";
import { repository } from "../repository.ts";
import { runQuietly, shortName } from "../turbo/run-quietly.ts";
import { runTurbo, type TaskLine } from "../turbo/run-turbo.ts";

export function addDevCommand(program: Command): void {
  program
    .command("dev")
    .description("Serve the mock and the docs, and rebuild both after each edit of the spec. Runs until Ctrl-C.")
    .action(dev);
}

async function dev(): Promise<void> {
  const stopped = stopSignal();
  console.log("Building what changed …");
  const build = await runQuietly(["build"], [], { signal: stopped });
  if (stopped.aborted) process.exit();
  if (build.exitCode !== 0) {
    console.error('\nNothing was started, because the build failed. Fix the error above, then run "pnpm dev" again.');
    process.exit(1);
  }
  reportStaleFiles(stopped);
  const { exitCode, messages } = await runTurbo(["dev", "--only"], { signal: stopped, onLine: printDevLine });
  if (!stopped.aborted) console.error(messages.join("\n"));
  console.log("\nStopped.");
  process.exit(stopped.aborted ? 0 : exitCode);
}

function printDevLine({ source, text }: TaskLine): void {
  const [packageName = "", task] = source.split("#");
  if (task !== "dev" || text.trim() === "" || /^(cache |\$ )/.test(text)) return;
  console.log(`${shortName(packageName)}: ${text}`);
}

/** How long the bundle may not change before it is compared: one edit writes several files. */
const settleMs = 500;

/** After each new bundle, says whether the committed generated files still match it. */
function reportStaleFiles(signal: AbortSignal): void {
  let wasStale = false;
  const check = async () => {
    const { exitCode } = await runTurbo(["generate:check", "--only", "--force"], { signal });
    if (signal.aborted) return;
    const isStale = exitCode !== 0;
    if (isStale) console.log('Generated files do not match the spec. Run "pnpm generate" in another terminal.');
    else if (wasStale) console.log("Generated files match the spec again.");
    wasStale = isStale;
  };
  let timer: NodeJS.Timeout | undefined;
  watch(join(repository, "spec/dist"), { signal }, () => {
    clearTimeout(timer);
    timer = setTimeout(check, settleMs);
  });
}
