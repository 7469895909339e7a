import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import type { Exchange } from "./exchange.ts";

const folder = fileURLToPath(new URL("../reports/exchanges/", import.meta.url));
const fileOf = (target: string, testFile: string) => `${folder}${target}/${basename(testFile)}.json`;

/** Forgets what an earlier run exchanged with a target. */
export const clearExchanges = (target: string) => rm(`${folder}${target}`, { recursive: true, force: true });

/** Keeps what one test file exchanged with a target. */
export async function writeExchanges(target: string, testFile: string, exchanges: Exchange[]): Promise<void> {
  await mkdir(`${folder}${target}`, { recursive: true });
  await writeFile(fileOf(target, testFile), JSON.stringify(exchanges, null, 2));
}

/** What one test file exchanged with a target in this run; nothing where it did not run. */
export async function readExchanges(target: string, testFile: string): Promise<Exchange[]> {
  const log = await readFile(fileOf(target, testFile), "utf8").catch(() => "[]");
  return JSON.parse(log) as Exchange[];
}

/** What all test files exchanged with a target in this run. */
export async function readAllExchanges(target: string): Promise<Exchange[]> {
  const files = await readdir(`${folder}${target}`).catch(() => []);
  const logs = await Promise.all(files.map((file) => readExchanges(target, basename(file, ".json"))));
  return logs.flat();
}
