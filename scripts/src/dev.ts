/**
 * `pnpm dev`: serves the mock, Prism and the docs, and rebuilds them after each edit. Prints problems only, and when they are
 * gone. Ends when the npx or pnpm that started it has ended.
 */
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { watch } from "chokidar";
import { x } from "tinyexec";
import { buildFirst } from "./build-first.ts";
import { stopSignal } from "./process/stop-signal.ts";
import { repository } from "./repository.ts";
import { type ServeOptions, serveCommand, servedPackages } from "./start/serve-command.ts";

/** The time without changes before a build starts, in milliseconds: one save can cause several events. */
const settleMs = 100;

const watched = [
  "spec",
  "packages/docs",
  "packages/mock",
  "packages/types/src",
  "packages/client/src",
  "packages/client/README.md",
];
const unwatched =
  /[\\/]((node_modules|dist|reports|test|\.turbo)([\\/]|$)|generated[\\/](routes|schemas|scenarios)\.ts$)/;

await serveCommand("dev", "Serve the mock, Prism and the docs, and rebuild them after each edit, until Ctrl-C.")
  .action(dev)
  .parseAsync();

async function dev(options: ServeOptions): Promise<void> {
  const stopped = stopSignal();
  stopped.addEventListener("abort", () => process.exit());
  if (!(await buildFirst(servedPackages, { signal: stopped }))) process.exit(1);
  const { movedServers, serve } = await import("./start/serve.ts");
  const { addressesOf } = await import("./start/welcome.ts");
  const served = await serve(options);

  let before = "";
  let building = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(watched, { cwd: repository, ignored: unwatched, ignoreInitial: true }).on("all", () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      building = building.then(rebuild);
    }, settleMs);
  });
  // An edit before that would be taken for the initial state.
  await once(watcher, "ready");
  console.log([...movedServers(served, options), addressesOf(served), ""].join("\n"));

  async function rebuild(): Promise<void> {
    // `build` depends on `generate:check`; an edit shows before the files are generated.
    const build = await turbo(
      "build",
      ...servedPackages.map((name) => `--filter=${name}`),
      "--filter=@testsigma-tms/spec",
    );
    if (!build) await served.mock?.restart?.();
    const check = build || (await turbo("generate:check"));
    const problem =
      build || (check && 'Generated files do not match the spec. Run "pnpm generate" in another terminal.');
    if (problem !== before) console.log(problem || "Everything is built, and generated files match the spec.");
    before = problem;
  }
}

/** Runs a task without those that it depends on; resolves to the output of what failed. */
async function turbo(task: string, ...options: string[]): Promise<string> {
  const program = fileURLToPath(import.meta.resolve("turbo/bin/turbo"));
  const args = ["run", task, "--only", "--continue", "--output-logs=errors-only", "--no-color", ...options];
  const { exitCode, stdout, stderr } = await x(process.execPath, [program, ...args], {
    nodeOptions: { cwd: repository, env: { TURBO_TELEMETRY_DISABLED: "1" } },
  });
  return exitCode === 0 ? "" : `${stdout}${stderr}`.trim();
}
