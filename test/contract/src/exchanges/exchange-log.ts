import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import type { Exchange } from "./exchange.ts";

const folder = fileURLToPath(new URL("../../reports/exchanges/", import.meta.url));

/** Forgets what an earlier run exchanged with a target. */
export const clearExchanges = (target: string) => rm(`${folder}${target}`, { recursive: true, force: true });

/** Keeps what one test file exchanged with a target. */
export async function writeExchanges(target: string, testFile: string, exchanges: Exchange[]): Promise<void> {
  await mkdir(`${folder}${target}`, { recursive: true });
  await writeFile(`${folder}${target}/${basename(testFile)}.json`, JSON.stringify(exchanges));
}

/** What all test files exchanged with a target in this run. */
export async function readExchanges(target: string): Promise<Exchange[]> {
  const files = await readdir(`${folder}${target}`).catch(() => []);
  const logs = await Promise.all(files.map((file) => readFile(`${folder}${target}/${file}`, "utf8")));
  return logs.flatMap((log) => JSON.parse(log) as Exchange[]);
}
