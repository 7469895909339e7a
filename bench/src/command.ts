/** `pnpm bench <comparison>`. Comparisons are imported late, because they need the build. */
import { createCommand } from "@testsigma-tms/support/create-command";
import { wholeNumber } from "@testsigma-tms/support/whole-number";

const program = createCommand(
  "bench",
  "Measure client, mock and docs beside others, reports of the command, and what grows with the spec.",
);
const onFirstUse = "Installs the others on first use, into bench/.peers, which Git ignores.";

program
  .command("client")
  .description(
    "Compare calls of the client with plain fetch, openapi-fetch, ky and the clients that hey-api and Redocly generate: " +
      `time over a stubbed fetch and https, round trips, memory and size. ${onFirstUse}`,
  )
  .option("--rounds <number>", "how often each takes its turn", wholeNumber(), 25)
  .option(
    "--calls <number>",
    "calls a turn over the stub, a tenth of it over a socket; a multiple of 100",
    wholeNumber(),
    2000,
  )
  .option("--write", "write the tables to bench/CLIENT.md too", false)
  .action(async (options) => (await import("./client/compare-clients.ts")).compareClients(options));

program
  .command("mock")
  .description(
    "Compare testsigma-tms-mock with the mock servers of Prism, Steady and Scalar: time to the first response, CPU time and " +
      `requests a second, for a create, a list and a rejection. ${onFirstUse}`,
  )
  .option("--rounds <number>", "how often each takes its turn", wholeNumber(), 1)
  .option("--seconds <number>", "how long each of the two loads of a turn lasts", wholeNumber(), 3)
  .option("--write", "write the tables to bench/MOCK.md too", false)
  .action(async (options) => (await import("./mock/compare-mocks.ts")).compareMocks(options));

program
  .command("docs")
  .description(
    "Compare the docs with Redoc, Scalar, Swagger UI and Stoplight Elements on the same spec, on a fast machine and on a " +
      `slow phone: bytes sent, first paint, and when an operation can be read. ${onFirstUse} The browser reaches this ` +
      "machine only.",
  )
  .option("--rounds <number>", "how often each page is visited on each machine", wholeNumber(), 5)
  .option("--write", "write the tables to bench/DOCS.md too", false)
  .action(async (options) => (await import("./docs/compare-docs.ts")).compareDocs(options));

program
  .command("cli")
  .description("Measure whole reports of the command: time, requests and memory.")
  .option("--rounds <number>", "how often each small report is made", wholeNumber(), 3)
  .option("--write", "write the tables to bench/CLI.md too", false)
  .action(async (options) => (await import("./cli/measure-cli.ts")).measureCli(options));

program
  .command("growth")
  .description("Show how client, types, compile time and docs grow with the number of operations.")
  .option(
    "--copies <numbers>",
    "how often this API, in rising order, separated by commas",
    (text: string) => text.split(",").map(wholeNumber()),
    [1, 2, 10],
  )
  .option("--write", "write the tables to bench/GROWTH.md too", false)
  .action(async (options) => (await import("./growth/show-growth.ts")).showGrowth(options));

program
  .command("pipeline")
  .description(
    "Measure wall and CPU time of every command from the clone to the tests, in a temporary clone of what was committed " +
      "last. Needs bash.",
  )
  .option("--packages <names...>", "measure the tests of these packages alone too", [])
  .option("--write", "write the tables to bench/PIPELINE.md too", false)
  .action(async (options) => (await import("./pipeline/measure-pipeline.ts")).measurePipeline(options));

await program.parseAsync();
