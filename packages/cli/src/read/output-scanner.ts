import type { Property } from "./test-result.js";

const marker = /\[\[(PROPERTY|ATTACHMENT)\|([^\]\r\n]{1,1000})\]\]/g;
const maxLineLength = 2_000;

/** Finds `[[PROPERTY|name=value]]` and `[[ATTACHMENT|path]]` in output that arrives in pieces. Keeps at most a line. */
export class OutputScanner {
  readonly properties: Property[] = [];
  readonly attachments: string[] = [];
  #rest = "";

  write(text: string): void {
    const all = this.#rest + text;
    const lineEnd = all.lastIndexOf("\n") + 1;
    this.#scan(all.slice(0, lineEnd));
    const rest = all.slice(lineEnd);
    if (rest.length <= maxLineLength) {
      this.#rest = rest;
      return;
    }
    // A marker that the cut would split starts at or after the last `[[`.
    const open = Math.max(rest.lastIndexOf("[[", rest.length - 1), rest.length - maxLineLength);
    this.#scan(rest.slice(0, open));
    this.#rest = rest.slice(open);
  }

  end(): void {
    this.#scan(this.#rest);
    this.#rest = "";
  }

  #scan(text: string): void {
    if (!text.includes("[[")) return;
    for (const [, kind, content = ""] of text.matchAll(marker)) {
      if (kind === "ATTACHMENT") {
        this.attachments.push(content.trim());
        continue;
      }
      const equals = content.indexOf("=");
      if (equals > 0) {
        this.properties.push({ name: content.slice(0, equals).trim(), value: content.slice(equals + 1).trim() });
      }
    }
  }
}
