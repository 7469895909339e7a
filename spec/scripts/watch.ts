/** `pnpm dev`: bundles the spec after each edit. If an edit has errors, the last good bundle stays. */
// Not `node --watch-path`: on Linux it loses track of a file that an editor replaces when saving.
import { watch } from "chokidar";
import { writeBundles } from "./bundle.ts";

/** The time without changes before the spec is bundled, in milliseconds: one save can cause several events. */
const settleMs = 100;

let timer: NodeJS.Timeout | undefined;
let bundling = Promise.resolve(true);
watch(["openapi.yaml", "SOURCES.md", "components", "paths"], { ignoreInitial: true }).on("all", () => {
  clearTimeout(timer);
  timer = setTimeout(() => {
    bundling = bundling.then(writeBundles);
  }, settleMs);
});
