/** The root's commands that begin with `bench:`, and `test:documents`. Comparisons are imported late: help needs no build. */
import { createCommand } from "@testsigma-tms/support/create-command";
import { InvalidArgumentError } from "commander";

const program = createCommand();

program
  .command("bench:client")
  .description(
    "Compare calls of the client with plain fetch, openapi-fetch, ky, octokit and the clients that hey-api, Redocly and " +
      "orval generate: time over a stubbed fetch, http and https, and size. Installs the others on first use, into " +
      "bench/.peers, which Git ignores.",
  )
  .option("--rounds <number>", "how often each takes its turn", parseCount, 25)
  .option(
    "--calls <number>",
    "calls a turn over the stub, a tenth of it over a socket; a multiple of 100",
    parseCount,
    2000,
  )
  .option("--write", "write the tables to bench/CLIENT.md too", false)
  .action(async (options) => (await import("./client/compare-clients.ts")).compareClients(options));

program
  .command("bench:mock")
  .description(
    "Compare testsigma-tms-mock with the mock servers of Prism, Steady and Scalar: time to the first response, requests a second; " +
      "and the mock in process with msw. Installs the others on first use, into bench/.peers, which Git ignores.",
  )
  .option("--rounds <number>", "how often each takes its turn", parseCount, 5)
  .option("--seconds <number>", "of load in each turn", parseCount, 3)
  .option("--write", "write the tables to bench/MOCK.md too", false)
  .action(async (options) => (await import("./mock/compare-mocks.ts")).compareMocks(options));

program
  .command("bench:docs")
  .description(
    "Compare the docs with Redoc, Scalar, Swagger UI and Stoplight Elements on the same spec, on a fast machine and on a " +
      "slow phone: bytes sent, first paint, and when an operation can be read. Installs the others on first use, into " +
      "bench/.peers, which Git ignores. The browser reaches this machine only.",
  )
  .option("--rounds <number>", "how often each page is visited on each machine", parseCount, 5)
  .option("--write", "write the tables to bench/DOCS.md too", false)
  .action(async (options) => (await import("./docs/compare-docs.ts")).compareDocs(options));

program
  .command("bench:growth")
  .description(
    "Show how client, types, compile time, docs and mock grow with the number of operations, with made-up specs.",
  )
  .option(
    "--sizes <numbers>",
    "how many operations, in rising order, separated by commas",
    parseCounts,
    [1, 10, 44, 100, 1000],
  )
  .option("--seed <number>", "another seed makes other specs", parseCount, 1)
  .option("--hostile", "strange names, schemas that contain themselves, script tags in texts", false)
  .option("--write", "write the tables and plots to bench/GROWTH.md too", false)
  .action(async (options) => (await import("./growth/show-growth.ts")).showGrowth(options));

program
  .command("bench:pipeline")
  .description(
    "Measure the wait for the first run in a fresh clone of what was committed last, from an edit of the spec to mock " +
      "and docs that show it, and for a cached command. Works on temporary clones; this checkout stays as it is.",
  )
  .option(
    "--rounds <number>",
    "how often it is cloned; and tested from the cache and edited, in the last clone",
    parseCount,
    3,
  )
  .option("--cold", "also with empty stores, so that everything is downloaded again", false)
  .option("--write", "write the tables to bench/PIPELINE.md too", false)
  .action(async (options) => (await import("./pipeline/measure-pipeline.ts")).measurePipeline(options));

program
  .command("test:documents")
  .description(
    "Send documents that others wrote through mock, types, client and docs. Fails where one is neither taken nor rejected with " +
      "a sentence that names the place. Installs its documents from npm on first use (about 800 MB, into " +
      "bench/.documents, which Git ignores).",
  )
  .argument("[files...]", "other documents instead, in JSON or YAML")
  .action(async (files) => (await import("./documents/test-documents.ts")).testDocuments(files));

await program.parseAsync();

function parseCounts(text: string): number[] {
  return text.split(",").map(parseCount);
}

function parseCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError("Give a whole number, 1 or more.");
  return count;
}
