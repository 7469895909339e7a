import { setFlagsFromString } from "node:v8";

const flags = [
  // Nearly everything that reading a report leaves is garbage, which V8 would let grow to some 100 MB for speed.
  "--semi-space-growth-factor=1",
  "--heap-growing-percent=20",
  // Keeps V8 from optimizing the HTTP parser of `fetch`, which takes 20 MB and pays only after thousands of requests.
  "--wasm-tiering-budget=100000000",
];

/** The newest Node whose V8 is known to have the flags; one without them would print an error at every start. */
const newestNode = 26;

/** Makes V8 collect garbage early, because CI containers are small. Bun has no V8. */
export function limitMemory(): void {
  const { bun, node } = process.versions;
  if (!bun && Number.parseInt(node, 10) <= newestNode) for (const flag of flags) setFlagsFromString(flag);
}
