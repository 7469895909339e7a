import { join } from "node:path";
import type { Command } from "commander";
import { reportStaleFiles } from "../dev/report-stale-files.ts";
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
  const build = await runQuietly(["build"], ["--filter=@testsigma-tms/scripts^..."], { signal: stopped });
  if (stopped.aborted) process.exit();
  if (build.exitCode !== 0) {
    console.error('\nNothing was started, because the build failed. Fix the error above, then run "pnpm dev" again.');
    process.exit(1);
  }
  reportStaleFiles(join(repository, "spec/dist"), stopped, async () => {
    const { exitCode } = await runTurbo(["generate:check", "--only", "--force"], { signal: stopped });
    return exitCode !== 0;
  });
  const { exitCode, messages } = await runTurbo(["dev", "--only"], { signal: stopped, onLine: printDevLine });
  if (!stopped.aborted) console.error(messages.join("\n"));
  console.log("\nStopped.");
  process.exit(stopped.aborted ? 0 : exitCode);
}

function printDevLine({ source, text }: TaskLine): void {
  const [packageName = "", task] = source.split("#");
  if (task !== "dev" || text.trim() === "" || /^(cache |\$ |\[ELIFECYCLE\])/.test(text)) return;
  console.log(`${shortName(packageName)}: ${text}`);
}
