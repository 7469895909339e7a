import { BuildError } from "./build-error.ts";
import { runTurbo } from "./run-turbo.ts";

/** Generates and builds every package through Turborepo; unchanged ones come from its cache. */
export async function buildEverything(signal: AbortSignal): Promise<void> {
  // Two runs: in one, `generate:check` could read what `generate` is about to write.
  for (const task of ["generate", "build"]) {
    const exitCode = await runTurbo([task, "--output-logs=new-only"], signal);
    signal.throwIfAborted();
    if (exitCode !== 0) {
      throw new BuildError(
        `Nothing was started, because "${task}" failed. The first error above says why: mend it, then run "pnpm start" again.`,
      );
    }
  }
}
