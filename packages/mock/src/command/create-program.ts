import { Command, InvalidArgumentError } from "commander";
import { checkOptions } from "../options/check-options.js";
import type { ServerOptions } from "../options/options.js";

/** What the command runs once its arguments are understood. */
export interface Handlers {
  serve(options: ServerOptions, more: { verbose: boolean; watch: boolean }): Promise<void>;
  proxy(upstream: string, args: string[]): Promise<void>;
}

/** The command line of `testsigma-tms-mock`. Throws a `CommanderError` for arguments that it cannot use. */
export function createProgram(version: string, { serve, proxy }: Handlers): Command {
  const program = new Command("testsigma-tms-mock")
    .description("Mock of the Testsigma Test Management API (unofficial)")
    .version(version)
    .argument("[document]", "another OpenAPI document to serve (YAML or JSON file)")
    .option("-p, --port <number>", "port to listen on; 0 takes a free one", toNumber, 4010)
    .option("--host <address>", "address to listen on; the default is this machine only", "127.0.0.1")
    .option("-d, --dynamic", "respond with generated data instead of the examples", false)
    .option("--seed <text>", "make generated data repeatable")
    .option("--echo", "fill the successful response from the request", false)
    .option("--state", "remember what requests create, change and delete", false)
    .option("--scenario <operation=name,name>", "what to respond next, in this order; may be repeated", addSequence)
    .option("--latency <ms>", "how long a response takes at least", toNumber, 0)
    .option("--invalid-status <400|422>", "status for a request that does not match the spec", toNumber, 422)
    .option("--body-limit <bytes>", "largest request body", toNumber)
    .option("--cors", "let web pages of every origin call the mock", false)
    .option("--allow-external-refs", "let the document refer to files outside its folder, and to URLs", false)
    .option("--watch", "read the document again when it changes", false)
    .option("-v, --verbose", "also log request bodies", false)
    .addHelpText(
      "after",
      "\nRejections are explained by Prism where @stoplight/prism-http is installed, else by the mock's own checks.",
    )
    // Options after `proxy` are Prism's.
    .enablePositionalOptions()
    .showHelpAfterError("See testsigma-tms-mock --help.")
    .exitOverride()
    .action(async (spec: string | undefined, given: GivenOptions) => {
      const { verbose, watch, scenario, invalidStatus, ...others } = given;
      const options = {
        ...others,
        invalidRequestStatus: invalidStatus,
        scenarios: scenario,
        ...(spec !== undefined && { spec }),
      };
      assertValid(options, program);
      await serve(options, { verbose, watch });
    });

  program
    .command("proxy")
    .description("check live traffic with the proxy of Prism's command")
    .argument("<upstream>", "URL of the live API", toUrl)
    .argument("[options...]", "options of Prism's proxy, such as --port 4010")
    .passThroughOptions()
    .allowUnknownOption()
    .action(proxy);
  return program;
}

interface GivenOptions {
  verbose: boolean;
  watch: boolean;
  scenario?: Record<string, string[]>;
  invalidStatus: number;
}

/** Options that have another name on the command line. */
const flags: Record<string, string> = { invalidRequestStatus: "invalid-status", bodyLimit: "body-limit" };

function assertValid(options: object, program: Command): asserts options is ServerOptions {
  try {
    checkOptions(options);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    program.error(`error: ${error.message.replace(/`(\w+)`/, (_, name) => `--${flags[name] ?? name}`)}`);
  }
}

function toNumber(value: string): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError("It must be a number.");
  return Number(value);
}

function toUrl(value: string): string {
  if (!URL.canParse(value)) throw new InvalidArgumentError("It must be a URL.");
  return value;
}

function addSequence(value: string, previous: Record<string, string[]> = {}): Record<string, string[]> {
  const [, operation, names] = /^([^=]+)=(.+)$/.exec(value) ?? [];
  if (operation === undefined || names === undefined) {
    throw new InvalidArgumentError("It must look like createTestRun=rate_limited,created.");
  }
  return { ...previous, [operation]: [...(previous[operation] ?? []), ...names.split(",")] };
}
