import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { serveDocs } from "../../../packages/docs/src/index.ts";
import { repository } from "../repository.ts";
import { type ServeOptions, type ServerName, serverNames } from "./serve-command.ts";

interface Server extends AsyncDisposable {
  url: string;
  /** Starts the program again on the same port, with what was built since. */
  restart?(): Promise<void>;
}

/** The running servers; those that were not started are missing. */
export type Served = Partial<Record<ServerName, Server>> & AsyncDisposable;

const starters: Record<ServerName, (port: number) => Promise<Server>> = {
  mock: (port) => startMockCommand(["--state"], port, /listens at (http:\/\/\S+)/),
  prism: (port) => startMockCommand(["prism"], port, /Prism is listening on (http:\/\/\S+)/),
  docs: (port) => serveDocs({ port }),
};

/** Serves the mock with memory, Prism and the docs, each on its port or the next free one. */
export async function serve({ only, ...ports }: ServeOptions): Promise<Served> {
  await using servers = new AsyncDisposableStack();
  const names = only ? [only] : serverNames;
  const started = await Promise.all(
    names.map(async (name) => [name, servers.use(await onNextFreePort(ports[`${name}Port`], starters[name]))]),
  );
  const running = servers.move();
  return { ...Object.fromEntries(started), [Symbol.asyncDispose]: () => running.disposeAsync() };
}

const titles: Record<ServerName, string> = { mock: "the mock", prism: "Prism", docs: "the docs" };

/** Returns a line for each server that did not get the port of its option. */
export function movedServers(served: Served, ports: ServeOptions): string[] {
  return serverNames.flatMap((name) => {
    const asked = ports[`${name}Port`];
    const port = Number(new URL(served[name]?.url ?? "http://localhost:0").port);
    return port > 0 && asked > 0 && port !== asked ? `Port ${asked} is in use: ${titles[name]} took ${port}.` : [];
  });
}

/** Calls `listen` with a port and, while that is in use, with the next one, until one is free. */
async function onNextFreePort(port: number, listen: (port: number) => Promise<Server>): Promise<Server> {
  try {
    return await listen(port);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") {
      return onNextFreePort(port + 1, listen);
    }
    throw error;
  }
}

/**
 * Starts the built `testsigma-tms-mock`, which also runs Prism.
 *
 * @param printed matches the line that contains its address
 * @throws {Error} with the code `EADDRINUSE` if the port is in use
 */
async function startMockCommand(args: string[], port: number, printed: RegExp): Promise<Server> {
  // The messages of the command and of Prism have no code.
  const probe = createServer().listen(port, "127.0.0.1");
  await once(probe, "listening");
  await new Promise((resolve) => probe.close(resolve));
  const command = [join(repository, "packages/mock/dist/command.js"), ...args];
  let { child, url } = await spawnServer([...command, "--port", String(port)], printed);
  return {
    url,
    async restart() {
      await stop(child);
      ({ child, url } = await spawnServer([...command, "--port", new URL(url).port], printed));
    },
    [Symbol.asyncDispose]: () => stop(child),
  };
}

async function spawnServer(args: string[], printed: RegExp): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, args, { stdio: ["pipe", "pipe", "inherit"] });
  const lines: string[] = [];
  for await (const line of createInterface(child.stdout)) {
    const url = printed.exec(line)?.[1];
    if (url) {
      child.stdout.resume();
      return { child, url };
    }
    lines.push(line);
  }
  throw new Error(`node ${args.join(" ")} ended before it listened:\n${lines.join("\n")}`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill();
  await once(child, "exit");
}
