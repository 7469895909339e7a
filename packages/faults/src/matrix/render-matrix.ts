import { type Expected, type Fault, RUNTIMES, type Runtime, type Theme } from "../fault.ts";
import type { ObservedFault } from "../run/run-fault.ts";
import { markdownTable } from "./markdown-table.ts";

const COLUMNS = ["result", "tries", "`outcome`", "executed"];

const cells = ({ result, tries, outcome, executed }: Expected): (string | number)[] => [
  /Error$/.test(result) ? `\`${result}\`` : result,
  tries,
  outcome ? `\`${outcome}\`` : "–",
  executed,
];

const foldOut = (summary: string, content: string): string =>
  `<details>\n<summary>${summary}</summary>\n\n${content}\n\n</details>`;

/** One row for each different result of one fault, with the runtimes that share it. */
const differenceRows = ({ name, expected: usual, differs = {} }: Fault): (string | number)[][] => {
  const groups = new Map<string, { runtimes: Runtime[]; row: (string | number)[] }>();
  for (const runtime of RUNTIMES) {
    const row = cells(differs[runtime] ?? usual);
    if (row.join() === cells(usual).join()) continue;
    const group = groups.get(row.join()) ?? { runtimes: [], row };
    group.runtimes.push(runtime);
    groups.set(row.join(), group);
  }
  return [...groups.values()].map(({ runtimes, row }) => [name, runtimes.join(", "), ...row]);
};

/** The matrix as Markdown: what was observed on the Node at hand, and where other runtimes make another result. */
export const renderMatrix = (themes: readonly Theme[], observed: readonly ObservedFault[]): string => {
  let index = 0;
  const tables = themes.map(({ title, faults }) => {
    const rows = faults.map(({ name }) => [name, ...cells(observed[index++] as ObservedFault)]);
    return foldOut(`${title} (${faults.length})`, markdownTable(["fault", ...COLUMNS], rows));
  });
  const differences = themes.flatMap(({ faults }) => faults.flatMap(differenceRows));
  return [
    `${observed.length} faults, played to the client by a server that counts the runs it creates. “Executed” is what the server`,
    "knows and the caller cannot. No run is ever created and reported as `not-sent` or `rejected`, and none is created",
    "twice but where Chromium sends a request again by itself (see the last table).",
    "",
    ...tables,
    "",
    foldOut(
      `Where a runtime leaves no choice (${differences.length})`,
      markdownTable(["fault", "runtimes", ...COLUMNS], differences),
    ),
  ].join("\n");
};
