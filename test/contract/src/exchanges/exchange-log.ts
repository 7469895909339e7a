import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import type { Exchange } from "./exchange.ts";

const folder = fileURLToPath(new URL("../../reports/exchanges/", import.meta.url));

/** Deletes the log of an earlier run's exchanges with a target. */
export const clearExchanges = (target: string) => rm(`${folder}${target}`, { recursive: true, force: true });

/** Writes a log of the exchanges of one test file with a target. */
export async function writeExchanges(target: string, testFile: string, exchanges: Exchange[]): Promise<void> {
  await mkdir(`${folder}${target}`, { recursive: true });
  await writeFile(`${folder}${target}/${basename(testFile)}.json`, JSON.stringify(exchanges));
}

/** Reads the exchanges of all test files with a target in this run. */
export async function readExchanges(target: string): Promise<Exchange[]> {
  const files = await readdir(`${folder}${target}`).catch(() => []);
  const logs = await Promise.all(files.map((file) => readFile(`${folder}${target}/${file}`, "utf8")));
  return logs.flatMap((log) => JSON.parse(log) as Exchange[]);
}
