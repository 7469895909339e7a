/** Writes `src/generated/` from the bundled spec; with `--check`, only fails when a committed file is out of date. */
import { writeGenerated } from "@testsigma-tms/scripts/write-generated";
import { readSpec, requireSupported } from "@testsigma-tms/spec/reader";
import { printTypes } from "./print-types.ts";

await writeGenerated(new URL("../src/generated/", import.meta.url), async () => {
  const spec = await readSpec(import.meta.resolve("@testsigma-tms/spec/openapi.json"));
  // The types are generated first: nothing is, if one operation is of a kind that is not supported.
  requireSupported(spec);
  return { "openapi.ts": await printTypes(spec) };
});
