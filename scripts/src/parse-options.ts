import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import { UsageError } from "./usage-error.ts";

/**
 * Parses the options of a command.
 *
 * @throws {UsageError} for an unknown option, a missing or unwanted value and any other argument, with the options that
 * are known
 */
export function parseOptions<const Options extends ParseArgsOptionsConfig>(args: string[], options: Options) {
  // pnpm hands on the `--` of `pnpm start -- --help`.
  const own = args[0] === "--" ? args.slice(1) : args;
  try {
    return parseArgs({ args: own, options, allowPositionals: false }).values;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const known = Object.keys(options).map((name) => `--${name}`);
    throw new UsageError(`${error.message.replace(/\.$/, "")}.\nKnown options: ${known.join(", ")}.`);
  }
}
