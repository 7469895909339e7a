import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { constants } from "node:os";
import { delimiter, resolve } from "node:path";
import { x } from "tinyexec";
import { UsageError } from "../errors.js";
import { keyVariables } from "../settings/api-key.js";
import { type CommandIo, Interruption } from "./command-io.js";

/** The time that the command has to stop before it is killed. */
const graceMs = 10_000;

/**
 * Runs the test command to its end, without a shell, and returns its exit code. If a signal ended it, the exit code is
 * 128 plus the signal, as in a shell. Its output goes to standard error, because standard output is for programs. It
 * never sees the API key, because its dependencies are third-party code.
 *
 * @throws {UsageError} when it cannot be started
 */
export async function runTestCommand([file = "", ...args]: readonly string[], io: CommandIo): Promise<number> {
  if (!file) throw new UsageError("the test command after -- is empty");
  const { cwd, environment, signal, clock } = io;
  // In upper case, because Windows finds a variable whatever its case.
  const hidden = Object.keys(environment).filter((name) => keyVariables.includes(name.toUpperCase()));
  const withoutKey = Object.fromEntries(hidden.map((name) => [name, undefined]));
  // The command gets its own process group, so that a signal reaches its children too. In a terminal it must stay in
  // our group to read the keyboard, and there Ctrl-C reaches all of them anyway.
  const hasGroup = process.platform !== "win32" && !process.stdin.isTTY;
  const command = x(file, args, {
    nodePath: false,
    nodeOptions: {
      cwd,
      env: { ...environment, ...withoutKey },
      stdio: ["inherit", process.stderr, process.stderr],
      detached: hasGroup,
    },
  });
  const kill = (name: NodeJS.Signals) => killTree(command.pid, name, hasGroup);
  const killNow = () => kill("SIGKILL");
  const ended = new AbortController();
  const stop = () => {
    kill(signal.reason instanceof Interruption ? signal.reason.signal : "SIGTERM");
    clock.sleep(graceMs, ended.signal).then(killNow, () => undefined);
  };
  signal.addEventListener("abort", stop, { once: true });
  process.once("exit", killNow);
  try {
    await command;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reasons: Partial<Record<string, string>> = {
      ENOENT: "command or interpreter not found",
      EACCES: "not executable",
    };
    const reason = `${file}: ${reasons[code ?? ""] ?? message}`;
    throw new UsageError(`the test command cannot be started: ${reason}`);
  } finally {
    ended.abort();
    signal.removeEventListener("abort", stop);
    process.removeListener("exit", killNow);
    // Its children may still be running although the signal has ended it.
    if (signal.aborted) killNow();
  }
  if (process.platform === "win32" && command.exitCode !== 0 && !canBeFound(file, cwd)) {
    throw new UsageError(`the test command cannot be started: ${file}: command or interpreter not found`);
  }
  const signals: Readonly<Record<string, number>> = constants.signals;
  return command.exitCode ?? 128 + (signals[command.signalCode ?? ""] ?? 0);
}

/** Returns whether cmd.exe, which starts commands on Windows, finds a program. If it does not, it exits with 1, as many do. */
function canBeFound(file: string, cwd: string): boolean {
  const { PATH = "", PATHEXT = ".COM;.EXE;.BAT;.CMD" } = process.env;
  const folders = /[\\/]/.test(file) ? [""] : ["", ...PATH.replaceAll('"', "").split(delimiter)];
  const endings = ["", ...PATHEXT.split(delimiter)];
  return folders.some((folder) => endings.some((ending) => existsSync(resolve(cwd, folder, file + ending))));
}

function killTree(pid: number | undefined, signal: NodeJS.Signals, hasGroup: boolean): void {
  if (pid === undefined) return;
  if (process.platform === "win32") {
    spawnSync("taskkill", ["/pid", String(pid), "/t", "/f"], { stdio: "ignore" });
    return;
  }
  try {
    process.kill(hasGroup ? -pid : pid, signal);
  } catch {
    // The process has already ended.
  }
}
