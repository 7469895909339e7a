import { Report, writeReport } from "../measure/report.ts";
import { installPeers } from "../peers/install-peers.ts";
import { type Growth, measureGrowth } from "./measure-growth.ts";
import { plotGrowth } from "./plot-growth.ts";

export interface GrowthOptions {
  sizes: number[];
  seed: number;
  hostile: boolean;
  write: boolean;
}

/** Prints how the client grows with the number of operations. */
export async function showGrowth({ sizes, seed, hostile, write }: GrowthOptions): Promise<void> {
  const measured: Growth[] = [];
  for (const size of sizes) {
    console.error(`${size} operations …`);
    measured.push(await measureGrowth(size, { seed, hostile, compilations: 3 }));
  }
  const report = new Report(
    "Growth",
    `\`pnpm bench:growth\`: made-up specs of the seed ${seed}${hostile ? ", with hostile names and texts" : ""}, through the ` +
      "generators of the types and the client. Bytes are minified and compressed, except those of the types. " +
      '"Further" is what each operation adds since the row above. Instantiations are what the compiler makes for one call, ' +
      "beyond what it makes for an import of the client.",
  );
  const further = (row: number, bytes: (growth: Growth) => number) => {
    const [before, own] = [measured[row - 1], measured[row]];
    if (!before || !own) return "";
    return ((bytes(own) - bytes(before)) / (own.operations - before.operations)).toFixed(1);
  };
  report.table("What users load", [
    ["Operations", "client: bytes", "further", "with validation: bytes", "further"],
    ...measured.map((growth, row) => [
      growth.operations,
      growth.clientBytes,
      further(row, ({ clientBytes }) => clientBytes),
      growth.validationBytes,
      further(row, ({ validationBytes }) => validationBytes),
    ]),
  ]);
  report.table("What the compiler does", [
    [
      "Operations",
      "types: kB",
      "client: s",
      "MB",
      "one call: instantiations",
      "its ApiError: instantiations",
      "generate: s",
    ],
    ...measured.map((growth) => [
      growth.operations,
      (growth.typesBytes / 1000).toFixed(0),
      growth.compileSeconds.toFixed(2),
      growth.compileMegabytes.toFixed(0),
      growth.useInstantiations,
      growth.errorInstantiations,
      growth.generateSeconds.toFixed(1),
    ]),
  ]);
  if (write) {
    const peers = await installPeers("growth");
    await writeReport("GROWTH.svg", await plotGrowth(measured, peers.folder));
    report.text("![The same as lines](GROWTH.svg)");
  }
  report.machine({});
  await report.print(write ? "GROWTH.md" : undefined);
}
