/**
 * Measures reading and matching beside a bare SAX pass over the same report, memory at two sizes of report, and the start of
 * `testsigma-tms --help` beside that of Node with commander. Run it on the built package: `pnpm build && pnpm bench`.
 */
import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import sax from "sax";

const dist = new URL("../dist/", import.meta.url);
const rounds = 15;

type Library = typeof import("../src/index.ts");

async function readAndMatch(file: string): Promise<number> {
  const { collectMatches, readReports }: Library = await import(new URL("index.js", dist).href);
  const { cases } = await collectMatches(readReports([file]), { prefix: "DEMO" });
  return cases.length;
}

async function bareSax(file: string): Promise<number> {
  const parser = sax.parser(true);
  let count = 0;
  parser.onopentag = ({ name }) => {
    if (name === "testcase") count++;
  };
  for await (const chunk of createReadStream(file, "utf8") as AsyncIterable<string>) parser.write(chunk).flush();
  parser.close();
  return count;
}

async function writeReport(file: string, { cases, megabytes }: { cases: number; megabytes: number }): Promise<void> {
  const output = createWriteStream(file);
  const padding = "lorem ipsum dolor sit amet ".repeat(Math.floor((megabytes * 1024 * 1024) / cases / 27 - 4));
  output.write('<?xml version="1.0"?>\n<testsuites><testsuite name="bench">\n');
  for (let number = 1; number <= cases; number++) {
    const test = `<testcase classname="bench" name="DEMO-${number} works" time="0.01"><system-out><![CDATA[${padding}]]></system-out></testcase>\n`;
    if (!output.write(test)) await once(output, "drain");
  }
  await new Promise<void>((resolve) => output.end("</testsuite></testsuites>\n", () => resolve()));
}

/** The fastest of some rounds of each, taken in turns so that other load on the machine meets all alike. */
async function fastest<Name extends string>(runs: Record<Name, () => unknown>): Promise<Record<Name, number>> {
  const best = {} as Record<Name, number>;
  for (let round = 0; round < rounds; round++) {
    for (const name of Object.keys(runs) as Name[]) {
      const start = performance.now();
      await runs[name]();
      best[name] = Math.min(best[name] ?? Number.POSITIVE_INFINITY, performance.now() - start);
    }
  }
  return best;
}

/** Peak memory of a process of its own that reads and matches a report, in megabytes. */
function peakMemory(file: string): number {
  const program = `
    import { collectMatches, readReports } from ${JSON.stringify(new URL("index.js", dist).href)};
    await collectMatches(readReports([${JSON.stringify(file)}]), { prefix: "DEMO" });
    console.log(process.resourceUsage().maxRSS);`;
  const output = execFileSync(process.execPath, ["--input-type=module", "-e", program], { encoding: "utf8" });
  return Math.round(Number(output) / 1024);
}

const ms = (time: number) => `${time.toFixed(0)} ms`;

const folder = await mkdtemp(join(tmpdir(), "testsigma-bench-"));
try {
  const files = { 10: join(folder, "10.xml"), 47: join(folder, "47.xml"), 100: join(folder, "100.xml") };
  for (const [megabytes, file] of Object.entries(files)) {
    await writeReport(file, { cases: 50_000, megabytes: Number(megabytes) });
  }
  const parse = await fastest({ bare: () => bareSax(files[47]), ours: () => readAndMatch(files[47]) });
  console.log(
    `50,000 cases, 47 MB: bare SAX ${ms(parse.bare)}, read and match ${ms(parse.ours)}, ${(parse.ours / parse.bare).toFixed(2)} times`,
  );
  for (const megabytes of [10, 47, 100] as const) {
    console.log(`peak memory, 50,000 cases, ${megabytes} MB: ${peakMemory(files[megabytes])} MB`);
  }
  const node =
    (...args: string[]) =>
    () =>
      void execFileSync(process.execPath, args, { stdio: "ignore" });
  const start = await fastest({
    bare: node("-e", "0"),
    withCommander: node("--input-type=module", "-e", `import ${JSON.stringify(import.meta.resolve("commander"))}`),
    help: node(fileURLToPath(new URL("testsigma-tms.js", dist)), "--help"),
  });
  console.log(
    `start: node -e 0 ${ms(start.bare)}, with commander ${ms(start.withCommander)}, testsigma-tms --help ${ms(start.help)}`,
  );
  const ratio = (start.help - (start.withCommander - start.bare)) / start.bare;
  console.log(`testsigma-tms --help takes ${ratio.toFixed(2)} times node -e 0, commander's load taken off`);
} finally {
  await rm(folder, { recursive: true });
}
