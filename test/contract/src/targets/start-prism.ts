import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline/promises";

const manifest = createRequire(import.meta.url).resolve("@testsigma-tms/mock/package.json");
const command = join(dirname(manifest), "dist/command.js");

export interface PrismServer extends AsyncDisposable {
  /** Its base URL. Prism leaves out the path of the spec's server. */
  readonly url: string;
}

/**
 * Runs Prism on a free port; resolves when it listens.
 *
 * @param args the program for Node and its arguments; `testsigma-tms-mock prism` by default
 */
export async function startPrism(args: string[] = [command, "prism"]): Promise<PrismServer> {
  const prism = spawn(process.execPath, [...args, "--port", "0"], { stdio: ["ignore", "pipe", "ignore"] });
  const said: string[] = [];
  for await (const line of createInterface(prism.stdout)) {
    const [url] = /http:\/\/\S+$/.exec(/Prism is listening on .*/.exec(line)?.[0] ?? "") ?? [];
    if (url) {
      prism.stdout.resume();
      return { url, [Symbol.asyncDispose]: close };
    }
    said.push(line);
  }
  throw new Error(`Prism ended before it listened:\n${said.join("\n")}`);

  async function close(): Promise<void> {
    if (prism.exitCode !== null) return;
    prism.kill();
    await once(prism, "exit");
  }
}
