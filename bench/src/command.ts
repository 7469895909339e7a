/** `pnpm bench <comparison>`. Comparisons are imported late, because they need the build. */
import { createCommand } from "@testsigma-tms/scripts/create-command";
import { wholeNumber } from "@testsigma-tms/scripts/whole-number";

const program = createCommand(
  "bench",
  "Compare the client and the mock with others, and measure reports of the command.",
);
const onFirstUse = "Installs the others on first use, into bench/.peers, which Git ignores.";

program
  .command("client")
  .description(
    "Compare calls of the client with plain fetch, openapi-fetch, ky and the clients that hey-api and Redocly generate: " +
      `time over a stubbed fetch, http and https in Node, Bun and Deno, and size. ${onFirstUse}`,
  )
  .option("--rounds <number>", "number of turns of each client", wholeNumber(), 25)
  .option(
    "--calls <number>",
    "calls per turn over the stub, and a tenth of them over a network; a multiple of 100",
    wholeNumber(),
    2000,
  )
  .option("--write", "also write the tables to bench/CLIENT.md", false)
  .action(async (options) => (await import("./client/compare-clients.ts")).compareClients(options));

program
  .command("mock")
  .description(
    "Compare testsigma-tms-mock with the mock servers of Prism, Steady and Scalar: time to the first response, CPU time and " +
      `requests per second, for a create, a list and a rejection. ${onFirstUse}`,
  )
  .option("--rounds <number>", "number of turns of each server", wholeNumber(), 1)
  .option("--seconds <number>", "duration of each of the two loads of a turn, in seconds", wholeNumber(), 3)
  .option("--write", "also write the tables to bench/MOCK.md", false)
  .action(async (options) => (await import("./mock/compare-mocks.ts")).compareMocks(options));

program
  .command("cli")
  .description("Measure whole reports of the command: time, requests and memory.")
  .option("--rounds <number>", "number of runs of each small report", wholeNumber(), 3)
  .option("--write", "also write the tables to bench/CLI.md", false)
  .action(async (options) => (await import("./cli/measure-cli.ts")).measureCli(options));

await program.parseAsync();
