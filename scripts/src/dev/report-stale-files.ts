import { watch } from "node:fs";

/** How long the bundle may not change before it is compared: one edit writes several files. */
const settleMs = 500;

/**
 * After each new bundle, says whether the committed generated files still match it.
 *
 * @param bundleFolder Where the spec's bundle is written.
 * @param isStale Compares the generated files with the bundle.
 */
export function reportStaleFiles(bundleFolder: string, signal: AbortSignal, isStale: () => Promise<boolean>): void {
  let wasStale = false;
  const compare = async () => {
    const stale = await isStale();
    if (signal.aborted) return;
    if (stale) console.log('Generated files do not match the spec. Run "pnpm generate" in another terminal.');
    else if (wasStale) console.log("Generated files match the spec again.");
    wasStale = stale;
  };
  let timer: NodeJS.Timeout | undefined;
  watch(bundleFolder, { signal }, () => {
    clearTimeout(timer);
    timer = setTimeout(compare, settleMs);
  });
}
