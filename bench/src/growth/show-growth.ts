import { Report } from "../measure/report.ts";
import { type DocsGrowth, measureDocs } from "./measure-docs.ts";
import { type Growth, measureGrowth } from "./measure-growth.ts";
import { makeSpec } from "./spec/make-spec.ts";

export interface GrowthOptions {
  sizes: number[];
  seed: number;
  hostile: boolean;
  write: boolean;
}

type Measured = Growth & DocsGrowth;

/** Prints how client, types, compile time and docs grow with the number of operations. */
export async function showGrowth({ sizes, seed, hostile, write }: GrowthOptions): Promise<void> {
  const measured: Measured[] = [];
  for (const size of sizes) {
    console.error(`${size} operations …`);
    const document = makeSpec({ operations: size, seed, hostile });
    measured.push({
      ...(await measureGrowth(size, { seed, hostile, compilations: 3 })),
      ...(await measureDocs(document)),
    });
  }
  const report = new Report(
    "Growth",
    `\`pnpm bench growth\`: made-up specs of the seed ${seed}${hostile ? ", with hostile names and texts" : ""}, through the ` +
      "generators of types, client and docs. Bytes of the client are minified and compressed, those of the page compressed. " +
      '"Further" is what each operation adds since the row above. Instantiations are what the compiler makes for one call, ' +
      "beyond what it makes for an import of the client.",
  );
  const further = (row: number, bytes: (growth: Measured) => number) => {
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
  report.table("The docs", [
    ["Operations", "build: s", "first view: kB", "llms-full.txt: kB", "further: bytes"],
    ...measured.map((growth, row) => [
      growth.operations,
      growth.docsSeconds.toFixed(1),
      (growth.pageBytes / 1000).toFixed(1),
      (growth.llmsBytes / 1000).toFixed(1),
      further(row, ({ llmsBytes }) => llmsBytes),
    ]),
  ]);
  report.machine({});
  await report.print(write ? "GROWTH.md" : undefined);
}
