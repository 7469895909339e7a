import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { freePort } from "../free-port.ts";
import { installTool } from "../install-tool.ts";

export interface Registry {
  url: string;
  close(): Promise<void>;
}

/**
 * Starts Verdaccio on a free port of this machine. It has only our packages and asks no other registry, so that nothing
 * published elsewhere can replace them. It is installed on first use.
 */
export async function startRegistry(folder: string): Promise<Registry> {
  await mkdir(folder, { recursive: true });
  const config = join(folder, "config.yaml");
  const access = { access: "$all", publish: "$all" };
  const settings = {
    storage: join(folder, "storage"),
    auth: { htpasswd: { file: join(folder, "htpasswd") } },
    packages: { "@testsigma-tms/*": access },
    log: { type: "stdout", level: "warn" },
  };
  // JSON is valid YAML.
  await writeFile(config, JSON.stringify(settings));
  const url = `http://127.0.0.1:${await freePort()}/`;
  // Verdaccio requests node-fetch by the tag "cjs", which not every npm mirror has; the tag means this version.
  const bin = await installTool({ verdaccio: "6.10.4" }, { settings: { overrides: { "node-fetch": "2.6.7" } } });
  const program = join(bin, "../verdaccio/bin/verdaccio");
  const server = spawn(process.execPath, [program, "--config", config, "--listen", url], { stdio: "ignore" });
  while (!(await fetch(`${url}-/ping`).catch(() => undefined))?.ok) {
    if (server.exitCode !== null) throw new Error(`Verdaccio ended with ${server.exitCode}. Its settings: ${config}`);
    await setTimeout(50);
  }
  return {
    url,
    async close() {
      const exit = once(server, "exit");
      server.kill();
      await exit;
    },
  };
}
