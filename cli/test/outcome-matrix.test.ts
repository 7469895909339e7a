import { expect, it } from "vitest";
import { MemoryService } from "./support/memory-service.ts";
import { folderWithReport, runTestsigma } from "./support/run-testsigma.ts";

/** A verb, the state before it, and the call that repeats it after a failure. */
interface Verb {
  readonly name: string;
  readonly args: string[];
  readonly before?: string[];
}

const create = ["run", "create", "--case", "DEMO-1", "--case", "DEMO-2"];
const verbs: Verb[] = [
  { name: "report", args: ["report", "junit.xml"] },
  { name: "report into a run that exists", args: ["report", "junit.xml"], before: create },
  { name: "run create", args: create },
  { name: "run close", args: ["run", "close", "DEMO-R-2", "--close", "always"], before: create },
  { name: "run status", args: ["run", "status", "DEMO-R-2"], before: create },
  { name: "doctor", args: ["doctor", "--user", "jane.doe@example.com"] },
];

async function start(verb: Verb) {
  const service = new MemoryService();
  const cwd = await folderWithReport("DEMO-1", "DEMO-2");
  if (verb.before) await runTestsigma(verb.before, { service, cwd });
  service.requests.length = 0;
  return { service, cwd };
}

/** Returns the service's runs and results as text. */
function stateOf({ runs }: MemoryService): string {
  const results = runs.flatMap((run) => Object.values(run.results)).filter((name) => name !== "UnTested").length;
  const states = runs.map(({ status }) => status.toLowerCase()).join(" + ") || "no run";
  return `${states}, ${results} results`;
}

async function rowsOf(verb: Verb): Promise<string[]> {
  const whole = await start(verb);
  await runTestsigma(verb.args, whole);
  const rows: string[] = [];
  for (const [index, { operation }] of whole.service.requests.entries()) {
    for (const [fault, words] of [
      ["lost-before", "before"],
      ["lost-after", "after"],
    ] as const) {
      const { service, cwd } = await start(verb);
      let count = 0;
      service.fault = () => (count++ === index ? fault : undefined);
      const { exitCode } = await runTestsigma(verb.args, { service, cwd });
      const state = stateOf(service);

      service.fault = () => undefined;
      const second = await runTestsigma(verb.args, { service, cwd });
      rows.push(
        `| ${verb.name} | ${index + 1}. ${operation} | ${words} | ${state} | ${exitCode} | ${stateOf(service)} | ${second.exitCode} |`,
      );
    }
  }
  return rows;
}

it("keeps the outcome of every verb when any one request is lost", async () => {
  const rows = (await Promise.all(verbs.map(rowsOf))).flat();
  const table = [
    "# One lost request",
    "",
    "Every request of every verb, lost once before or after the service executed it, without the client's own retries of reads. Then",
    "the verb is called again. Written by `outcome-matrix.test.ts`; update it with `vitest run -u`.",
    "",
    "| Verb | Lost request | Executed | Then the service holds | Exit code | Afterwards | Exit code |",
    "|---|---|---|---|---|---|---|",
    ...rows,
    "",
  ].join("\n");
  await expect(table.replaceAll("| before |", "| no |").replaceAll("| after |", "| yes |")).toMatchFileSnapshot(
    "./outcome-matrix.md",
  );
});
