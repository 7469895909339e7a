/** `pnpm dev`: serves the page and rebuilds it on every edit. */
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { devDocs } from "../src/dev-docs.ts";

const help = `Usage: pnpm dev [options]

Serves the reference on this machine, rebuilds it on every edit of the description
or of a text of the docs, and reloads it in the browser, until Ctrl-C.

  --port <number>   port to listen on, 0 for any free one (default: 4011)
  -h, --help        show this text`;

const spec = join(dirname(fileURLToPath(import.meta.resolve("@testsigma-tms/spec/openapi.json"))), "..");

try {
  const args = process.argv.slice(2).filter((arg, index) => index > 0 || arg !== "--");
  const { values } = parseArgs({
    args,
    options: { port: { type: "string", default: "4011" }, help: { type: "boolean", short: "h" } },
  });
  if (values.help) {
    console.log(help);
  } else {
    const { url, close } = await devDocs({ spec, port: portOf(values.port) });
    console.log(`The reference is at ${url}. Edit the description in ${spec}; Ctrl-C ends.`);
    process.once("SIGINT", close).once("SIGTERM", close);
  }
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  console.error(error instanceof TypeError ? `${message}\nKnown options: --port, --help.` : message);
  process.exitCode = 1;
}

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new Error(`--port must be a number from 0 to 65535; given: ${text}`);
}
