import tab from "@bomb.sh/tab/commander";
import { Command, Option } from "commander";
import packageJson from "../../package.json" with { type: "json" };
import type { Setting } from "../settings/setting.js";
import { flagOf, readSettings, type SettingName, type Settings, settingDefinitions } from "../settings/settings.js";
import { exitCodes } from "../verdict/verdict.js";
import type { CommandIo } from "./command-io.js";
import { bounded } from "./connect.js";
import type { Verb } from "./verb.js";
import { apiVerb } from "./verbs/api.js";
import { doctorVerb } from "./verbs/doctor.js";
import { reportVerb } from "./verbs/report.js";
import { runCloseVerb } from "./verbs/run-close.js";
import { runCreateVerb } from "./verbs/run-create.js";
import { runListVerb, runStatusVerb } from "./verbs/run-status.js";

export interface ProgramCall {
  readonly io: CommandIo;
  readonly testCommand: readonly string[];
  readonly isCompletion: boolean;
  readonly done: (exitCode: number) => void;
}

export function createProgram(call: ProgramCall): Command {
  const { io } = call;
  const program = new Command("testsigma-tms")
    .description("Reports what CI tested to Testsigma Test Management: once, on the right test cases, in one run.")
    .version(packageJson.version, "-V, --version", "print the version")
    .option("--debug", "show the stack of an error")
    .configureOutput({
      writeOut: io.writeOut,
      writeErr: io.writeError,
      getOutHelpWidth: () => 80,
      getErrHelpWidth: () => 80,
    })
    .configureHelp({
      optionDescription: ({ description }) => description,
      subcommandTerm: (command) => command.name(),
    })
    .exitOverride()
    .addHelpText(
      "after",
      `
Examples:
  $ npx @testsigma-tms/cli report junit.xml --project DEMO
  $ npx @testsigma-tms/cli report 'results/**/*.xml' -- npx vitest run
  $ npx @testsigma-tms/cli doctor --project DEMO

The API key is read from TESTSIGMA_API_KEY. Each option of a setting can be set
in the environment too: --fail-on as TESTSIGMA_FAIL_ON, for example.
Exit codes: 0 done, 1 tests failed, 2 usage or report, 3 rejected, 4 unknown,
5 service not reached, 6 partly recorded.`,
    );
  addVerb(program, reportVerb, call);
  const runs = program
    .command("run")
    .description("the steps of a report, one at a time")
    .addHelpText(
      "after",
      examplesText(["run list", "run create --cases all", 'run status "Nightly #1"', 'run close "Nightly #1"']),
    );
  for (const verb of [runCreateVerb, runCloseVerb, runStatusVerb, runListVerb]) addVerb(runs, verb, call);
  addVerb(program, doctorVerb, call);
  addVerb(program, apiVerb, call);
  addCompletion(program, call);
  return program;
}

function addVerb(parent: Command, verb: Verb, { io, testCommand, done }: ProgramCall): void {
  const command = parent
    .command(verb.usage)
    .summary(verb.summary)
    .description(verb.description ?? verb.summary);
  verb.addOptions?.(command);
  for (const [heading, names] of Object.entries(verb.settings)) {
    for (const name of names) command.addOption(optionOf(name).helpGroup(`${heading}:`));
  }
  command.addHelpText("after", examplesText(verb.examples));
  command.action(async () => {
    const settings = callSettings(command, verb.settings, io);
    const call = { settings, args: command.args, options: command.opts(), testCommand };
    const isBounded = verb.isBounded ?? true;
    const { timeout } = settings;
    done(await (isBounded ? bounded(io, timeout, (boundedIo) => verb.run(call, boundedIo)) : verb.run(call, io)));
  });
}

/** Resolves every setting for a call of a verb that has the flags of these settings. */
function callSettings(command: Command, settings: Verb["settings"], { environment }: CommandIo): Settings {
  const flags: Record<string, unknown> = {};
  for (const name of Object.values(settings).flat()) {
    const key = optionOf(name).attributeName();
    if (command.getOptionValueSource(key) === "cli") flags[name] = command.getOptionValue(key);
  }
  return readSettings({ flags, environment });
}

function optionOf(name: SettingName): Option {
  const definition: Setting<unknown> = settingDefinitions[name];
  const { description, placeholder, choices, isRepeatable, default: value } = definition;
  if (placeholder === undefined) return new Option(flagOf(name), description);
  const byDefault = typeof value === "string" || typeof value === "number" ? `; default: ${value}` : "";
  const option = new Option(`${flagOf(name)} <${placeholder}>`, `${description}${byDefault}`);
  // Used by help and completion only; values are checked together with the other sources of settings.
  if (choices) option.argChoices = [...choices];
  return isRepeatable ? option.argParser((item: string, items: string[] = []) => [...items, item]) : option;
}

function examplesText(examples: readonly string[]): string {
  return `\nExamples:\n${examples.map((example) => `  $ npx @testsigma-tms/cli ${example}`).join("\n")}`;
}

/** Adds `completion <shell>`, and the hidden `complete` that its script calls, if one of them is called. */
function addCompletion(program: Command, { isCompletion, done }: ProgramCall): void {
  if (isCompletion) {
    tab(program, { completionCommandName: "completion" });
    program.hook("postAction", () => done(exitCodes.done));
  } else {
    program.command("completion <shell>").description("print completion for bash, zsh, fish or powershell");
  }
  program.commands
    .find((command) => command.name() === "completion")
    ?.addHelpText("after", examplesText(["completion bash >> ~/.bashrc"]));
}
