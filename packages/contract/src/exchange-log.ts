import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Exchange } from "./exchange.ts";

const folder = fileURLToPath(new URL("../reports/exchanges/", import.meta.url));
const folderOf = (target: string) => `${folder}${target}/`;

/** Forgets what an earlier run exchanged. */
export const clearExchanges = () => rm(folder, { recursive: true, force: true });

/** Keeps what one test file exchanged with a target. */
export async function writeExchanges(target: string, testFile: string, exchanges: Exchange[]): Promise<void> {
  await mkdir(folderOf(target), { recursive: true });
  await writeFile(`${folderOf(target)}${testFile}.json`, JSON.stringify(exchanges, null, 2));
}

/** What all test files exchanged with a target. */
export async function readExchanges(target: string): Promise<Exchange[]> {
  const files = await readdir(folderOf(target)).catch(() => []);
  const logs = await Promise.all(files.map((file) => readFile(`${folderOf(target)}${file}`, "utf8")));
  return logs.flatMap((log) => JSON.parse(log) as Exchange[]);
}
