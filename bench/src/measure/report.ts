import { writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { markdownTable } from "markdown-table";

const folder = fileURLToPath(new URL("../../", import.meta.url));

/** Text and tables of one comparison, in Markdown. */
export class Report {
  #parts: string[];

  constructor(title: string, intro: string) {
    this.#parts = [`# ${title}`, intro];
  }

  text(text: string): void {
    this.#parts.push(text);
  }

  /** The first column is aligned left, the others right, as numbers are read. */
  table(title: string, rows: (string | number)[][]): void {
    const [head = []] = rows;
    const align = head.map((_, column) => (column === 0 ? "l" : "r"));
    const cells = rows.map((row) => row.map(String));
    this.#parts.push(`## ${title}`, markdownTable(cells, { align, alignDelimiters: true }));
  }

  /** What the numbers depend on. */
  machine(versions: Record<string, string>): void {
    const all = Object.entries({ Node: process.versions.node, ...versions }).map(
      ([name, version]) => `${name} ${version}`,
    );
    const date = new Date().toISOString().slice(0, 10);
    this.#parts.push(
      `${date}, ${process.platform} ${process.arch}, ${availableParallelism()} cores. ${all.join(", ")}.`,
    );
  }

  /** Prints it; with `file`, writes it into this package too. */
  async print(file: string | undefined): Promise<void> {
    const text = `${this.#parts.join("\n\n")}\n`;
    console.log(text);
    if (file === undefined) return;
    await writeFile(`${folder}${file}`, text);
    console.error(`Written to bench/${file}.`);
  }
}
