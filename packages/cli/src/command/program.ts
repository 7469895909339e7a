import { createRequire } from "node:module";
import { Command, CommanderError } from "commander";
import type { SettingName, Settings } from "../settings/definitions.js";
import type { CommandIo } from "./command-io.js";
import { addSettingOptions } from "./setting-options.js";

const connection: SettingName[] = ["project", "baseUrl"];
const newRun: SettingName[] = ["title", "plan", "label", "cases", "ifExists", "uniqueTitles"];

/** The whole command line. Each verb's code is loaded when the verb is called, so that help is quick. */
export function createProgram(
  io: CommandIo,
  testCommand: readonly string[],
  done: (exitCode: number) => void,
): Command {
  const program = new Command("testsigma-tms")
    .description("Reports what CI tested to Testsigma Test Management: once, on the right test cases, in one run.")
    .option("-V, --version", "print the version")
    .on("option:version", () => {
      io.writeOut(`${packageVersion()}\n`);
      throw new CommanderError(0, "commander.version", "");
    })
    .configureOutput({ writeOut: io.writeOut, writeErr: io.writeError })
    .exitOverride()
    .addHelpText(
      "after",
      `
Examples:
  $ testsigma-tms report junit.xml --project DEMO
  $ testsigma-tms report 'results/**/*.xml' --project DEMO -- npx vitest run
  $ testsigma-tms doctor --project DEMO

The API key is read from TESTSIGMA_API_KEY. Settings can stand in testsigma-tms.config.json too.
Exit codes: 0 done, 1 tests failed, 2 usage or report, 3 rejected, 4 unknown, 5 not sent, 6 partly recorded.`,
    );

  const verb = (
    parent: Command,
    usage: string,
    description: string,
    settings: readonly SettingName[],
    examples: string[],
  ) =>
    addSettingOptions(parent.command(usage).description(description), settings).addHelpText(
      "after",
      `\nExamples:\n${examples.map((example) => `  $ testsigma-tms ${example}`).join("\n")}`,
    );
  const run =
    (execute: (settings: Settings, args: string[]) => Promise<number>) =>
    async (...given: unknown[]) => {
      const command = given.at(-1);
      if (!(command instanceof Command)) return;
      const { settingsOf } = await import("./settings-of.js");
      done(await execute(await settingsOf(command, io), command.args));
    };

  verb(
    program,
    "report <globs...>",
    "report test results: JUnit XML or CTRF JSON",
    [
      ...connection,
      ...newRun,
      "run",
      "user",
      "close",
      "unmatched",
      "map",
      "matchTitle",
      "requireTests",
      "failOn",
      "onUploadError",
      "onMissingKey",
      "mode",
      "statuses",
      "attachments",
      "planFile",
      "dryRun",
      "json",
      "summary",
    ],
    [
      "report junit.xml --project DEMO",
      "report 'results/**/*.xml' --project DEMO -- npx vitest run   # runs the tests, reports also when they fail",
      "report junit.xml --project DEMO --cases all                  # in each of several shards: they share one run",
      "report junit.xml --project DEMO --dry-run",
    ],
  ).action(
    run(async (settings, globs) => {
      const { report } = await import("./verbs/report.js");
      return report(globs, testCommand, settings, io);
    }),
  );

  const runs = program.command("run").description("the steps of a report, one at a time");
  verb(
    runs,
    "create",
    "create a run, or find the one of this title; prints its id",
    [...connection, ...newRun, "json"],
    [
      'run create --project DEMO --title "Release 2.4" --case DEMO-1 --case DEMO-2',
      'run create --project DEMO --title "Release 2.4" --cases all',
    ],
  )
    .option("--case <id>", "test case of the run: human id or UUID; may be repeated", (id, ids: string[] = []) => [
      ...ids,
      id,
    ])
    .action(async (options: { case?: string[] }, command: Command) => {
      const [{ settingsOf }, { runCreate }] = await Promise.all([import("./settings-of.js"), import("./verbs/run.js")]);
      done(await runCreate(options.case ?? [], await settingsOf(command, io), io));
    });
  verb(
    runs,
    "find <run>",
    "print the id of a run",
    [...connection, "json"],
    ['run find "Release 2.4" --project DEMO'],
  ).action(run(async (settings, [wanted = ""]) => (await import("./verbs/run.js")).runFind(wanted, settings, io)));
  verb(
    runs,
    "import <run> <globs...>",
    "hand JUnit XML to the service's own import",
    [...connection, "json"],
    ["run import DEMO-R-7 junit.xml --project DEMO"],
  ).action(
    run(async (settings, [wanted = "", ...globs]) =>
      (await import("./verbs/run.js")).runImport(wanted, globs, settings, io),
    ),
  );
  verb(
    runs,
    "close <run>",
    "close a run; it cannot be opened again",
    [...connection, "close", "json"],
    [
      "run close DEMO-R-7 --project DEMO",
      "run close DEMO-R-7 --project DEMO --close always   # also when test cases are untested",
    ],
  ).action(run(async (settings, [wanted = ""]) => (await import("./verbs/run.js")).runClose(wanted, settings, io)));
  verb(
    runs,
    "status <run>",
    "show how many test cases of a run have which result",
    [...connection, "json"],
    ["run status DEMO-R-7 --project DEMO"],
  ).action(run(async (settings, [wanted = ""]) => (await import("./verbs/run.js")).runStatus(wanted, settings, io)));

  const cases = program.command("case").description("test cases");
  verb(
    cases,
    "find <ids...>",
    "print the UUIDs of test cases",
    [...connection, "json"],
    ["case find DEMO-1 DEMO-2 --project DEMO"],
  ).action(run(async (settings, ids) => (await import("./verbs/case.js")).caseFind(ids, settings, io)));

  verb(
    program,
    "doctor",
    "say what works and what does not; writes nothing",
    [...connection, "title", "user", "statuses"],
    ["doctor --project DEMO"],
  ).action(run(async (settings) => (await import("./verbs/doctor.js")).doctor(settings, io)));

  verb(
    program,
    "resume <plan>",
    "continue a report that was interrupted",
    ["baseUrl", "json", "summary", "planFile"],
    ["resume .testsigma-tms/20261124101500-4711-1.plan.json"],
  ).action(run(async (settings, [file = ""]) => (await import("./verbs/resume.js")).resume(file, settings, io)));
  return program;
}

function packageVersion(): string {
  const packageJson: { version: string } = createRequire(import.meta.url)("../../package.json");
  return packageJson.version;
}
