import { spawn } from "node:child_process";
import { EventEmitter, once } from "node:events";

/** A command that runs until it is stopped. */
export interface RunningCommand {
  /** Resolves once a text was printed; rejects with everything that was printed if the command ends before. */
  printed(text: string): Promise<void>;
  /** Resolves when it has ended, with all that it started. */
  stop(): Promise<void>;
}

/** Starts `npx` with arguments. */
export function startCommand(args: string[], options: { cwd: string; env: NodeJS.ProcessEnv }): RunningCommand {
  const child = spawn("npx", args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
  const changes = new EventEmitter();
  let output = "";
  let hasEnded = false;
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      changes.emit("change");
    });
  }
  // Not "exit": the streams close when no process writes to them any more.
  child.on("close", () => {
    hasEnded = true;
    changes.emit("change");
  });
  return {
    async printed(text) {
      while (!output.includes(text)) {
        if (hasEnded) throw new Error(`npx ${args.join(" ")} ended before it printed "${text}":\n${output}`);
        await once(changes, "change");
      }
    },
    async stop() {
      // npx ignores SIGINT, which a terminal sends to all.
      child.kill("SIGTERM");
      while (!hasEnded) await once(changes, "change");
    },
  };
}
