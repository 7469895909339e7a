import { once } from "node:events";
import { createServer } from "node:net";

/** Returns ports of this machine that nothing listens on. */
export async function freePorts(count: number): Promise<number[]> {
  // All servers listen at the same time, so that their ports differ.
  const servers = Array.from({ length: count }, () => createServer().listen(0, "127.0.0.1"));
  await Promise.all(servers.map((server) => once(server, "listening")));
  const addresses = servers.map((server) => server.address());
  for (const server of servers) server.close();
  return addresses.map((address) => (typeof address === "object" && address !== null ? address.port : Number.NaN));
}
