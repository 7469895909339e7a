import { markdownTable } from "markdown-table";
import { type Expected, type Fault, type ObservedFault, type Runtime, runtimes, type Theme } from "../fault.ts";

const columns = ["result", "attempts", "`outcome`", "executed"];

/** The matrix as Markdown: what was observed on this Node, and where other runtimes have another result. */
export function renderMatrix(themes: readonly Theme[], observed: readonly ObservedFault[]): string {
  const results = observed.values();
  const sections = themes.map(({ title, faults }) => {
    const rows = [...results.take(faults.length)].map((result) => [result.name, ...cells(result)]);
    return section(`${title} (${faults.length})`, ["fault", ...columns], rows);
  });
  const differences = themes.flatMap(({ faults }) => faults.flatMap(differenceRows));
  return [
    `${observed.length} faults, played to the client by a server that counts the runs it creates. “Executed” is what the server`,
    "knows and the caller cannot. No run is ever created and reported as `not-sent` or `rejected`, and none is created",
    "twice, except where Chromium sends a request again by itself (see the last table).",
    "",
    ...sections,
    section(`Where a runtime leaves no choice (${differences.length})`, ["fault", "runtimes", ...columns], differences),
  ].join("\n");
}

function section(title: string, head: string[], rows: string[][]): string {
  const escaped = rows.map((row) => row.map((cell) => cell.replaceAll("|", "\\|")));
  return `## ${title}\n\n${markdownTable([head, ...escaped])}\n`;
}

function cells({ result, attempts, outcome, executed }: Expected): string[] {
  const shownResult = result.endsWith("Error") ? `\`${result}\`` : result;
  return [shownResult, String(attempts), outcome ? `\`${outcome}\`` : "–", String(executed)];
}

/** One row for each different result of one fault, with the runtimes that share it. */
function differenceRows({ name, expected: usual, differs = {} }: Fault): string[][] {
  const different = runtimes
    .map((runtime) => ({ runtime, row: cells(differs[runtime] ?? usual) }))
    .filter(({ row }) => row.join() !== cells(usual).join());
  const groups = Map.groupBy(different, ({ row }) => row.join());
  return [...groups.values()].map((group) => [
    name,
    group.map(({ runtime }): Runtime => runtime).join(", "),
    ...(group[0]?.row ?? []),
  ]);
}
