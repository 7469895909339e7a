import { type Command, Option } from "commander";
import { createCommand } from "../create-command.ts";
import { wholeNumber } from "../whole-number.ts";

export const serverNames = ["mock", "prism", "docs"] as const;

export type ServerName = (typeof serverNames)[number];

export interface ServeOptions extends Record<`${ServerName}Port`, number> {
  only?: ServerName;
}

/** The packages whose builds are served, and the client; Turborepo builds what they need first. */
export const servedPackages = ["client", "docs", "mock"].map((name) => `@testsigma-tms/${name}`);

/** Creates a command with the options of `start` and `dev`. Their actions build by themselves, because Ctrl-C must end that too. */
export function serveCommand(name: string, description: string): Command {
  return createCommand(name, description, { builds: [] })
    .addOption(new Option("--only <server>", "start only this one").choices(serverNames))
    .option("--mock-port <number>", "port of the mock", wholeNumber(0, 65535), 4010)
    .option("--docs-port <number>", "port of the docs", wholeNumber(0, 65535), 4011)
    .option("--prism-port <number>", "port of Prism", wholeNumber(0, 65535), 4012)
    .addHelpText("after", "\nWhere a port is in use, the next free one is taken. 0 takes any free port.");
}
