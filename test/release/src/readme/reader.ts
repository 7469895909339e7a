import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { parse } from "yaml";
import { plainEnvironment, run } from "../run.ts";
import type { Block } from "./read-blocks.ts";

/** The port that READMEs start the mock on. */
const printedPort = 4010;

/** Returns a port of this machine that nothing listens on. */
async function freePort(): Promise<number> {
  await using server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

/** Follows a README in one folder. Files, variables and servers of a block are available to the next one. */
export class Reader {
  readonly #cwd: string;
  readonly #port: number;
  readonly #env: Record<string, string>;
  readonly #exported: string;
  #stopMock = async () => {};

  static async start(cwd: string): Promise<Reader> {
    return new Reader(cwd, await freePort());
  }

  private constructor(cwd: string, port: number) {
    this.#cwd = cwd;
    this.#port = port;
    this.#exported = join(tmpdir(), `readme-variables-${port}`);
    const baseUrl = `http://127.0.0.1:${port}/api/v1`;
    // `npm_config_yes` accepts npx's "Need to install the following packages".
    this.#env = { TESTSIGMA_API_KEY: "any-key", TESTSIGMA_BASE_URL: baseUrl, npm_config_yes: "true" };
  }

  /** Runs a block; rejects if it does not end as the README says. */
  async follow({ code, file, language, exitCode }: Block): Promise<void> {
    const text = code.replaceAll(String(printedPort), String(this.#port));
    if (file) await writeFile(join(this.#cwd, file), text);
    else if (language === "json") JSON.parse(text);
    else if (language === "yaml") parse(text);
    else if (language === "ts" || language === "js") await this.#node(text);
    else if (language === "sh") await this.#shell(text, exitCode);
    else
      throw new Error(
        `No reader runs a block of "${language}". Name its file in the first line, or mark it "not run".`,
      );
  }

  /** Starts the mock, for a README that does not do it itself. */
  async startMock(line = `npx @testsigma-tms/mock --port ${this.#port}`): Promise<void> {
    await this.#stopMock();
    const env = { ...process.env, ...plainEnvironment };
    const mock = spawn("bash", ["-c", line], { cwd: this.#cwd, stdio: "ignore", detached: true, env });
    const exit = once(mock, "exit");
    this.#stopMock = async () => {
      if (mock.exitCode === null && mock.pid) process.kill(-mock.pid);
      await exit;
    };
    while (!(await fetch(`http://127.0.0.1:${this.#port}/health`).catch(() => undefined))?.ok) {
      if (mock.exitCode !== null) throw new Error(`${line} exited with ${mock.exitCode}.`);
      await setTimeout(50);
    }
  }

  async stop(): Promise<void> {
    await this.#stopMock();
    await rm(this.#exported, { force: true });
  }

  async #node(code: string): Promise<void> {
    await this.#expect(0, process.execPath, ["--input-type=module-typescript", "--no-warnings", "--eval", code]);
  }

  async #shell(text: string, exitCode: number): Promise<void> {
    // A mock runs until it is stopped, so the rest of the block from that line on is started separately.
    const [, start = text, server] = /^(.*?)^(npx @testsigma-tms\/mock(?!.* --help).*)/ms.exec(text) ?? [];
    const before = existsSync(this.#exported) ? `. ${this.#exported}` : "";
    const script = `${before}\ntrap 'export -p > ${this.#exported}' EXIT\nset -e\n${start}`;
    if (server) await this.startMock(`${script}\nexec ${server}`);
    else await this.#expect(exitCode, "bash", ["-c", script]);
  }

  async #expect(exitCode: number, program: string, args: string[]): Promise<void> {
    const result = await run(program, args, { cwd: this.#cwd, env: this.#env });
    if (result.exitCode !== exitCode) {
      throw new Error(`Exited with ${result.exitCode}, not ${exitCode}:\n${result.stdout}${result.stderr}`);
    }
  }
}
