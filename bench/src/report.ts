import { writeFile } from "node:fs/promises";
import { availableParallelism, loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import { markdownTable } from "markdown-table";

const folder = fileURLToPath(new URL("../", import.meta.url));

/** Collects the text and tables of one comparison, in Markdown. */
export class Report {
  #parts: string[];

  constructor(title: string, intro: string) {
    this.#parts = [`# ${title}`, intro];
  }

  text(text: string): void {
    this.#parts.push(text);
  }

  /** Adds a table. The first column is aligned left; the others, for numbers, are aligned right. */
  table(title: string, rows: (string | number)[][]): void {
    const [head = []] = rows;
    const align = head.map((_, column) => (column === 0 ? "l" : "r"));
    const cells = rows.map((row) => row.map(String));
    this.#parts.push(`## ${title}`, markdownTable(cells, { align, alignDelimiters: true }));
  }

  /** Adds a paragraph about what the numbers depend on: machine, its load, versions and date. */
  machine(versions: Record<string, string>): void {
    const all = Object.entries({ Node: process.versions.node, ...versions }).map(
      ([name, version]) => `${name} ${version}`,
    );
    const load = loadavg()[0]?.toFixed(1);
    const date = new Date().toISOString().slice(0, 10);
    this.#parts.push(
      `${date}, ${process.platform} ${process.arch}, ${availableParallelism()} cores, load ${load} at the end. ${all.join(", ")}.`,
    );
  }

  /** Prints the report; if `file` is given, also writes it into this package. */
  async print(file: string | undefined): Promise<void> {
    const text = `${this.#parts.join("\n\n")}\n`;
    console.log(text);
    if (file === undefined) return;
    await writeFile(`${folder}${file}`, text);
    console.error(`Written to bench/${file}.`);
  }
}
