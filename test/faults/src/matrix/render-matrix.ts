import { markdownTable } from "markdown-table";
import { type Expected, type Fault, type ObservedFault, type Runtime, runtimes, type Theme } from "../fault.ts";
import { type OperationName, operations } from "../operations.ts";

const columns = ["result", "attempts", "`outcome`", "executed"];

/**
 * Returns the matrix as Markdown: the results that were observed on this version of Node, and the different results of
 * other runtimes.
 */
export function renderMatrix(themes: readonly Theme[], observed: readonly ObservedFault[]): string {
  const results = observed.values();
  const sections = themes.map((theme) => {
    const played = [...results.take(theme.faults.length)];
    const [head, ...rows] = theme.byOperation ? tableByOperation(theme.faults, played) : table(played);
    return { ...theme, text: section(`${theme.title} (${theme.faults.length})`, head ?? [], rows) };
  });
  const differences = themes.flatMap(differenceRows);
  return [
    `${observed.length} faults, played to the client by a server that counts what it executes. “Executed” is what the server`,
    "knows and the caller cannot. No request is ever executed and reported as `not-sent` or `rejected`. None that must not be",
    `repeated is executed twice, except where a runtime sends it again by itself (${runtimesThatRepeat(themes)}; see the last table).`,
    "",
    ...sections.filter(({ byOperation }) => !byOperation).map(({ text }) => text),
    "# Other operations under faults",
    "",
    "The faults whose result depends on the operation. Where neither attempts nor executions are given, there was one.",
    "",
    ...sections.filter(({ byOperation }) => byOperation).map(({ text }) => text),
    "# Where a runtime leaves no choice",
    "",
    section(`Other results (${differences.length})`, ["fault", "operations", "runtimes", ...columns], differences),
  ].join("\n");
}

function section(title: string, head: string[], rows: string[][]): string {
  const escaped = rows.map((row) => row.map((cell) => cell.replaceAll("|", "\\|")));
  return `## ${title}\n\n${markdownTable([head, ...escaped])}\n`;
}

function table(played: ObservedFault[]): string[][] {
  return [["fault", ...columns], ...played.map((result) => [result.name, ...cells(result)])];
}

/** Returns a table with a row for each fault and a column for each operation. */
function tableByOperation(faults: Fault[], played: ObservedFault[]): string[][] {
  const names = [...new Set(faults.map(({ operation = "createTestRun" }) => operation))];
  const rows = Map.groupBy(faults.keys(), (index) => faults[index]?.name ?? "");
  return [
    ["fault", ...names.map(heading)],
    ...[...rows].map(([fault, indexes]) => [
      fault,
      ...names.map((name) => {
        const result = played[indexes.find((index) => faults[index]?.operation === name) ?? -1];
        return result ? summary(result) : "";
      }),
    ]),
  ];
}

function heading(name: OperationName): string {
  const { method, isRepeatable } = operations[name];
  return `\`${name}\` (${method}, ${isRepeatable ? "repeatable" : "not repeatable"})`;
}

function summary(observed: Expected): string {
  const [result, attempts, outcome, executed] = cells(observed);
  return [
    result,
    ...(outcome === "–" ? [] : [outcome]),
    ...(attempts === "1" ? [] : [`${attempts} attempts`]),
    ...(executed === "1" ? [] : [`executed ${executed}`]),
  ].join(", ");
}

function cells({ result, attempts, outcome, executed }: Expected): string[] {
  const shownResult = result.endsWith("Error") ? `\`${result}\`` : result;
  return [shownResult, String(attempts), outcome ? `\`${outcome}\`` : "–", String(executed)];
}

/** Returns a row for each different result of a fault, with the runtimes and operations that share it. */
function differenceRows({ faults, byOperation }: Theme): string[][] {
  const differences = faults.flatMap(({ name, operation, expected: usual, differs = {} }) => {
    const different = runtimes
      .map((runtime) => ({ runtime, row: cells(differs[runtime] ?? usual) }))
      .filter(({ row }) => row.join() !== cells(usual).join());
    return [...Map.groupBy(different, ({ row }) => row.join()).values()].map((group) => ({
      name,
      operation: byOperation && operation ? `\`${operation}\`` : "",
      rest: [group.map(({ runtime }): Runtime => runtime).join(", "), ...(group[0]?.row ?? [])],
    }));
  });
  return [...Map.groupBy(differences, ({ name, rest }) => `${name} ${rest}`).values()].map((group) => {
    const { name = "", rest = [] } = group[0] ?? {};
    return [name, group.map(({ operation }) => operation).join(", "), ...rest];
  });
}

/** Returns the runtimes that execute a request twice although it must not be repeated. */
function runtimesThatRepeat(themes: readonly Theme[]): string {
  const differences = themes.flatMap(({ faults }) => faults.map(({ differs = {} }) => differs));
  return runtimes.filter((runtime) => differences.some((differs) => differs[runtime]?.problems?.length)).join(" and ");
}
