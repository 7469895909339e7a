import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline/promises";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** The base URL of Prism, which leaves out the path of the spec's server. */
    prismUrl: string;
  }
}

const manifest = createRequire(import.meta.url).resolve("@testsigma-tms/mock/package.json");
const command = join(dirname(manifest), "dist/command.js");

/** Starts Prism once for all test files, because its start takes seconds. */
export default async function providePrism(project: TestProject): Promise<() => Promise<void>> {
  const prism = spawn(process.execPath, [command, "prism", "--port", "0"], { stdio: ["ignore", "pipe", "ignore"] });
  const lines: string[] = [];
  for await (const line of createInterface(prism.stdout)) {
    const [url] = /http:\/\/\S+$/.exec(/Prism is listening on .*/.exec(line)?.[0] ?? "") ?? [];
    if (url) {
      prism.stdout.resume();
      project.provide("prismUrl", url);
      return async () => {
        if (prism.kill()) await once(prism, "exit");
      };
    }
    lines.push(line);
  }
  throw new Error(`Prism ended before it listened:\n${lines.join("\n")}`);
}
