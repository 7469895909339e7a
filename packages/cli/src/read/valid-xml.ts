const maxReferenceLength = 12;

/**
 * Replaces references that XML does not allow, such as `&#x1B;`, with U+FFFD in text that arrives in pieces. Tools
 * write them for the output of tests, and a single one must not make a whole report unreadable.
 */
export class ValidXml {
  #rest = "";

  write(piece: string): string {
    const text = this.#rest + piece;
    const start = text.lastIndexOf("&");
    const isSplit = start >= 0 && text.length - start < maxReferenceLength && !text.includes(";", start);
    this.#rest = isSplit ? text.slice(start) : "";
    return withValidReferences(isSplit ? text.slice(0, start) : text);
  }

  end(): string {
    return withValidReferences(this.#rest);
  }
}

function withValidReferences(text: string): string {
  if (!text.includes("&#")) return text;
  return text.replace(/&#(?:x([\da-f]{1,8})|(\d{1,10}));/gi, (reference, hex?: string, decimal?: string) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return isAllowed(code) ? reference : "\ufffd";
  });
}

/** Returns whether XML 1.0 allows a character. */
function isAllowed(code: number): boolean {
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff);
}
