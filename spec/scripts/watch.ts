/**
 * `pnpm dev`: after each edit of the description, shows what the linter refuses, or bundles what it accepts. Until then
 * the last good bundle stays.
 */
import { spawnSync } from "node:child_process";
// Not `node --watch-path`: on Linux it loses a file that an editor replaces when saving.
import { watch } from "chokidar";

const sources = ["openapi.yaml", "redocly.yaml", "components", "paths", "plugins"];
/** How long nothing may change before the description is read, in milliseconds: one save can be several events. */
const quiet = 100;

let reading: NodeJS.Timeout | undefined;
watch(sources, { ignoreInitial: true }).on("all", () => {
  clearTimeout(reading);
  reading = setTimeout(bundleWhenValid, quiet);
});

function bundleWhenValid(): void {
  if (redocly("lint", "main")) redocly("bundle", "main", "--output", "dist/openapi.json");
}

/** Runs one Redocly command to its end; an edit in the meantime is seen afterwards. */
function redocly(...args: string[]): boolean {
  const env = { ...process.env, REDOCLY_TELEMETRY: "off" };
  return spawnSync("redocly", args, { env, stdio: "inherit" }).status === 0;
}
