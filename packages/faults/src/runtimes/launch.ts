import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Runtime } from "../fault.ts";
import type { RigReport } from "../rig/control.ts";
import type { Rig } from "../rig/rig.ts";
import { bundleAgent } from "./bundle-agent.ts";

/** Plays every fault in one runtime. */
type Launch = (rig: Rig, folder: string) => Promise<RigReport>;

const ENDS_WITHIN_MS = 10_000;

const failed = (child: ChildProcess, what: string): Promise<never> =>
  once(child, "exit").then(([code]) => {
    throw new Error(`${what} ended with code ${code} before it reported`);
  });

/** A process that reports and must then end by itself: an open timer or socket of the client would keep it. */
const inProcess =
  (binary: string, ...args: string[]): Launch =>
  async (rig, folder) => {
    const script = join(folder, "agent.mjs");
    await writeFile(script, await bundleAgent("process"));
    const command = join(folder, "node_modules", binary);
    const child = spawn(command, [...args, script, rig.addresses.control], { stdio: ["ignore", "inherit", "inherit"] });
    try {
      const report = await Promise.race([rig.nextReport(), failed(child, binary)]);
      const [code] = await once(child, "exit", { signal: AbortSignal.timeout(ENDS_WITHIN_MS) }).catch(() => ["none"]);
      if (code !== 0) report.unhandled.push(`the process did not end by itself (exit code ${code})`);
      return report;
    } finally {
      child.kill();
    }
  };

const WORKERD_CONFIG = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "agent", worker = .agent),
    (name = "loopback", network = (allow = ["local", "private", "public"], tlsOptions = (trustBrowserCas = true))),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "agent")],
);
const agent :Workerd.Worker = (
  modules = [(name = "agent", esModule = embed "agent.js")],
  compatibilityDate = "2026-11-01",
  globalOutbound = "loopback",
);
`;

const inWorkerd: Launch = async (rig, folder) => {
  await writeFile(join(folder, "agent.js"), await bundleAgent("worker"));
  await writeFile(join(folder, "agent.capnp"), WORKERD_CONFIG);
  const command = join(folder, "node_modules/.bin/workerd");
  const child = spawn(command, ["serve", join(folder, "agent.capnp"), "--control-fd=3"], {
    stdio: ["ignore", "inherit", "inherit", "pipe"],
  });
  try {
    const control = createInterface({ input: child.stdio[3] as NodeJS.ReadableStream });
    const [line] = await Promise.race([once(control, "line"), failed(child, "workerd")]);
    const { port } = JSON.parse(String(line)) as { port: number };
    const reported = rig.nextReport();
    const started = fetch(`http://127.0.0.1:${port}/?control=${rig.addresses.control}`);
    const refused = started.then(async (response) => {
      if (!response.ok) throw new Error(`workerd: ${await response.text()}`);
      return reported;
    });
    return await Promise.race([reported, refused, failed(child, "workerd")]);
  } finally {
    child.kill();
  }
};

/** What is used of playwright-core and @sparticuz/chromium, which are not installed by default. */
interface Playwright {
  chromium: {
    launch(options: { executablePath: string; args: string[] }): Promise<{
      newPage(): Promise<{
        on(event: "pageerror", listener: (error: Error) => void): void;
        goto(url: string): Promise<unknown>;
      }>;
      close(): Promise<void>;
    }>;
  };
}
interface SparticuzChromium {
  default: { executablePath(): Promise<string> };
}

const inChromium: Launch = async (rig, folder) => {
  const require = createRequire(join(folder, "package.json"));
  const { chromium }: Playwright = require("playwright-core");
  const { default: bundled }: SparticuzChromium = require("@sparticuz/chromium");
  // Its own list of arguments would turn web security off.
  const browser = await chromium.launch({ executablePath: await bundled.executablePath(), args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    const reported = rig.nextReport();
    await page.goto(`${rig.addresses.rig}/page#${rig.addresses.control}`);
    const report = await reported;
    return { ...report, unhandled: [...report.unhandled, ...errors] };
  } finally {
    await browser.close();
  }
};

export const LAUNCHERS: Record<Runtime, Launch> = {
  node20: inProcess("node/bin/node"),
  node22: inProcess("node/bin/node"),
  node24: inProcess("node/bin/node"),
  node26: inProcess("node/bin/node"),
  bun: inProcess(".bin/bun"),
  deno: inProcess(".bin/deno", "run", "--quiet", "--no-config", "--allow-net"),
  workerd: inWorkerd,
  chromium: inChromium,
};
