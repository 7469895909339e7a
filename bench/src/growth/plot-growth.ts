import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { DocsGrowth } from "./measure-docs.ts";
import type { Growth } from "./measure-growth.ts";
import type { MockGrowth } from "./measure-mock.ts";

/** Everything that is measured of one spec. */
export type Measured = Growth & DocsGrowth & MockGrowth;

const plots: { field: keyof Measured; title: string }[] = [
  { field: "clientBytes", title: "client: bytes" },
  { field: "validationBytes", title: "with validation: bytes" },
  { field: "compileSeconds", title: "compile the client: s" },
  { field: "useInstantiations", title: "one call: instantiations" },
  { field: "docsSeconds", title: "build the docs: s" },
  { field: "firstPaintMilliseconds", title: "docs, first paint: ms" },
  { field: "llmsBytes", title: "llms-full.txt: bytes" },
  { field: "mockReadyMilliseconds", title: "mock, first response: ms" },
  { field: "mockRequestsPerSecond", title: "mock: requests a second" },
  { field: "mockMegabytes", title: "mock: MB" },
];

/**
 * Draws each measure over the number of operations, from zero and on straight scales, so that a line that bends upward grows
 * faster than the API. Resolves to an SVG.
 *
 * @param peers the folder with Vega's `node_modules`
 */
export async function plotGrowth(measured: Measured[], peers: string): Promise<string> {
  const { resolve } = createRequire(join(peers, "package.json"));
  const load = (name: string) => import(pathToFileURL(resolve(name)).href);
  const [vega, vegaLite] = await Promise.all([load("vega"), load("vega-lite")]);
  const { spec } = vegaLite.compile({
    background: "white",
    data: { values: measured },
    columns: 2,
    concat: plots.map(({ field, title }) => ({
      width: 320,
      height: 200,
      mark: { type: "line", point: true, tooltip: null },
      encoding: {
        x: { field: "operations", type: "quantitative", title: "operations" },
        y: { field, type: "quantitative", title, scale: { zero: true } },
      },
    })),
  });
  return new vega.View(vega.parse(spec), { renderer: "none" }).toSVG();
}
