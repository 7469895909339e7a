import { Command, InvalidArgumentError } from "commander";
import { checkOptions, type ServerOptions } from "../mock/options.js";

/** The functions that the command runs after parsing its arguments. */
export interface Handlers {
  serve(options: ServerOptions, log: { verbose: boolean }): Promise<void>;
  /** Runs Prism's command with these arguments; `{spec}` is replaced by the path of the spec. */
  prism(args: string[]): Promise<void>;
}

/** Makes the command line of `testsigma-tms-mock`. Parsing throws a `CommanderError` for invalid arguments. */
export function createProgram(version: string, { serve, prism }: Handlers): Command {
  const program = new Command("testsigma-tms-mock")
    .description("Mock of the Testsigma Test Management API (unofficial)")
    .version(version)
    .option("-p, --port <number>", "port to listen on; 0 takes a free one", toNumber, 4010)
    .option("--host <address>", "address to listen on; the default is this machine only", "127.0.0.1")
    .option("--seed <text>", "make identifiers repeatable")
    .option("--state", "remember what requests create, change and delete", false)
    .option(
      "--scenario <operation=name,name>",
      "scenarios for an operation's next requests, in order; may be repeated",
      addSequence,
    )
    .option("--latency <ms>", "minimum response time, in milliseconds", toNumber, 0)
    .option("--invalid-status <400|422>", "status for a request that does not match the spec", toNumber, 422)
    .option("--body-limit <bytes>", "maximum size of a request body, in bytes", toNumber)
    .option("--cors", "let web pages of every origin call the mock, not only those of this machine", false)
    .option("--control-token <text>", "let other machines that send this bearer token control it at /__mock/")
    .option("-v, --verbose", "also log request bodies", false)
    // Options after a subcommand belong to Prism.
    .enablePositionalOptions()
    .showHelpAfterError("See testsigma-tms-mock --help.")
    .exitOverride()
    .action(async ({ verbose, scenario, invalidStatus, ...others }: CommandOptions) => {
      const options = { ...others, invalidRequestStatus: invalidStatus, scenarios: scenario };
      assertValid(options, program);
      await serve(options, { verbose });
    });

  program
    .command("prism")
    .description("run `prism mock` on the spec, with any of its options")
    .argument("[options...]", "options of `prism mock`, such as --port 4010 --errors")
    .helpOption(false)
    .passThroughOptions()
    .allowUnknownOption()
    .action((options: string[]) => prism(["mock", "{spec}", ...options]));

  program
    .command("proxy")
    .description("run `prism proxy`, which checks live traffic against the spec")
    .argument("<upstream>", "URL of the live API", toUrl)
    .argument("[options...]", "options of `prism proxy`, such as --port 4010")
    .passThroughOptions()
    .allowUnknownOption()
    .action((upstream: string, options: string[]) => prism(["proxy", "{spec}", upstream, ...options]));
  return program;
}

interface CommandOptions {
  verbose: boolean;
  scenario?: Record<string, string[]>;
  invalidStatus: number;
}

/** Options that are named differently on the command line. */
const flags: Record<string, string> = {
  bodyLimit: "body-limit",
  controlToken: "control-token",
  invalidRequestStatus: "invalid-status",
};

function assertValid(options: object, program: Command): asserts options is ServerOptions {
  try {
    checkOptions(options);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    program.error(`error: ${error.message.replace(/`(\w+)`/, (_, name) => `--${flags[name] ?? name}`)}`);
  }
}

function toNumber(value: string): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError("Expected a number.");
  return Number(value);
}

function toUrl(value: string): string {
  if (!URL.canParse(value)) throw new InvalidArgumentError("Expected a URL.");
  return value;
}

function addSequence(value: string, previous: Record<string, string[]> = {}): Record<string, string[]> {
  const [, operation, names] = /^([^=]+)=(.+)$/.exec(value) ?? [];
  if (operation === undefined || names === undefined) {
    throw new InvalidArgumentError("Expected a value like createTestRun=rate_limited,created.");
  }
  return { ...previous, [operation]: [...(previous[operation] ?? []), ...names.split(",")] };
}
