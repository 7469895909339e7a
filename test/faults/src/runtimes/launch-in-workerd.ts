import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { RigReport } from "../rig/protocol.ts";
import type { Rig } from "../rig/rig.ts";
import { bundleAgent } from "./bundle-agent.ts";
import { findBinary } from "./install-runtime.ts";
import { startRuntime } from "./start-runtime.ts";

const config = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "agent", worker = .agent),
    (name = "loopback", network = (
      allow = ["local", "private", "public"],
      tlsOptions = (trustBrowserCas = true),
    )),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "agent")],
);
const agent :Workerd.Worker = (
  modules = [(name = "agent", esModule = embed "agent.js")],
  compatibilityDate = "2026-11-01",
  globalOutbound = "loopback",
);
`;

/** Plays the faults in a worker, while it handles a request. */
export async function launchInWorkerd(rig: Rig, folder: string): Promise<RigReport> {
  await writeFile(join(folder, "agent.js"), await bundleAgent("workerd"));
  await writeFile(join(folder, "agent.capnp"), config);
  const args = ["serve", join(folder, "agent.capnp"), "--control-fd=3"];
  const runtime = startRuntime(await findBinary(folder, "workerd"), args);
  try {
    const [line] = await runtime.orFail(once(createInterface({ input: runtime.control }), "line"));
    const { port } = JSON.parse(String(line)) as { port: number };
    const reported = rig.nextReport();
    const responded = fetch(`http://127.0.0.1:${port}/?control=${rig.addresses.control}`).then(async (response) => {
      if (!response.ok) throw new Error(`workerd: ${await response.text()}`);
      return reported;
    });
    return await runtime.orFail(responded);
  } finally {
    runtime.end();
  }
}
