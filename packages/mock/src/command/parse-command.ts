import { parseArgs } from "node:util";
import { checkOptions } from "./check-options.js";
import type { ServerOptions } from "./options.js";

/** What the command was asked to do. */
export type Command =
  | { run: "help" | "version" }
  | { run: "serve"; options: ServerOptions; verbose: boolean }
  | { run: "proxy"; args: string[] };

/** Thrown for a command line that cannot be understood; its message says what is allowed. */
export class UsageError extends Error {
  override name = "UsageError";
}

const known = {
  port: { type: "string", short: "p", default: "4010" },
  host: { type: "string", short: "h", default: "127.0.0.1" },
  dynamic: { type: "boolean", short: "d", default: false },
  seed: { type: "string" },
  echo: { type: "boolean", default: false },
  scenario: { type: "string", multiple: true, default: [] as string[] },
  latency: { type: "string", default: "0" },
  "invalid-status": { type: "string", default: "422" },
  "body-limit": { type: "string" },
  cors: { type: "boolean", default: false },
  verbose: { type: "boolean", short: "v", default: false },
  help: { type: "boolean" },
  version: { type: "boolean" },
} as const;

/** Understands the arguments after the command's name. Throws a {@link UsageError}. */
export function parseCommand(args: string[]): Command {
  if (args[0] === "proxy") return parseProxy(args.slice(1));
  const { values, positionals } = parse(args);
  if (values.help) return { run: "help" };
  if (values.version) return { run: "version" };
  const [spec, ...more] = positionals;
  if (more.length > 0) throw new UsageError(`One document at most; given: ${positionals.join(", ")}.`);
  const options = {
    port: toNumber("port", values.port),
    host: values.host,
    dynamic: values.dynamic,
    seed: values.seed,
    echo: values.echo,
    scenarios: Object.fromEntries(values.scenario.map(toSequence)),
    latency: toNumber("latency", values.latency),
    invalidRequestStatus: toNumber("invalid-status", values["invalid-status"]),
    bodyLimit: values["body-limit"] === undefined ? undefined : toNumber("body-limit", values["body-limit"]),
    cors: values.cors,
    ...(spec !== undefined && { spec }),
  };
  assertValid(options);
  return { run: "serve", options, verbose: values.verbose };
}

/** Options that have another name on the command line. */
const flags: Record<string, string> = { invalidRequestStatus: "invalid-status", bodyLimit: "body-limit" };

function assertValid(options: object): asserts options is ServerOptions {
  try {
    checkOptions(options);
  } catch (error) {
    throw new UsageError((error as Error).message.replace(/`(\w+)`/, (_, name) => `--${flags[name] ?? name}`));
  }
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options: known, allowPositionals: true });
  } catch (error) {
    const { message } = error as Error;
    const unknown = /^Unknown option '(.+?)'/.exec(message)?.[1];
    if (unknown === undefined) throw new UsageError(message);
    const names = Object.keys(known).map((name) => `--${name}`);
    throw new UsageError(`Unknown option ${unknown}. Known: ${names.join(", ")}.`);
  }
}

function parseProxy(args: string[]): Command {
  if (args.includes("--help")) return { run: "help" };
  const [upstream = "none", ...rest] = args;
  if (!URL.canParse(upstream)) throw new UsageError(`proxy: the upstream must be a URL; given: ${upstream}.`);
  return { run: "proxy", args: [upstream, ...rest] };
}

function toNumber(name: string, value: string): number {
  if (!/^\d+$/.test(value)) throw new UsageError(`--${name} must be a number; given: ${value}.`);
  return Number(value);
}

function toSequence(value: string): [string, string[]] {
  const [, operation, names] = /^([^=]+)=(.+)$/.exec(value) ?? [];
  if (operation === undefined || names === undefined) {
    throw new UsageError(`--scenario must look like createTestRun=rate_limited,created; given: ${value}.`);
  }
  return [operation, names.split(",")];
}
