/** `pnpm dev`: serves the page and rebuilds it on every change. */
import { Command, InvalidArgumentError } from "commander";
import { devDocs } from "../src/server/dev-docs.ts";

const program = new Command("pnpm dev")
  .description(
    `Serves the reference on this machine, rebuilds it when the bundled spec or a text of the docs changes, and reloads it
in the browser, until Ctrl-C. "pnpm dev" at the root bundles the spec on every edit as well.`,
  )
  .option("--port <number>", "port to listen on, 0 for any free one", portOf, 4011)
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
  .parse(process.argv.filter((arg, index) => index !== 2 || arg !== "--"));

try {
  const { url, close } = await devDocs({ port: program.opts<{ port: number }>().port });
  console.log(`The reference is at ${url}; Ctrl-C ends.`);
  process.once("SIGINT", close).once("SIGTERM", close);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new InvalidArgumentError("Allowed: a number from 0 to 65535.");
}
