import sax from "sax";
import { ReportError } from "../errors.js";

/** An element, with the text directly inside it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
  text: string;
}

/**
 * Mistakes in text, such as `&#x1B;`, `&nope;`, `a && b` and `a < b`, which tools make when they write the output of
 * tests. A single one must not make a whole report unreadable.
 */
const harmless = /^(?:Invalid character (?:entity|in entity name)|Unencoded <|Malformed comment)/;

/** What the parser collects character by character, as texts of many parts that take 30 bytes a character. */
const buffers = "comment doctype sgmlDecl procInstName procInstBody tagName attribName attribValue".split(" ");
/** Nothing longer is needed of them. */
const maxBufferLength = 64 * 1024;

/** Reads XML that arrives in pieces, and keeps the open elements only, never the document. */
export abstract class XmlReader {
  readonly report: string;
  readonly #parser = sax.parser(true);
  readonly #open: XmlElement[] = [];

  /** @param report named in errors */
  constructor(report: string) {
    this.report = report;
    const parser = this.#parser;
    parser.onerror = ({ message }) => {
      // The parser continues with the text as it is written.
      if (harmless.test(message)) Object.assign(parser, { error: null });
      else this.fail(`not well-formed XML: ${message.split("\n", 1)[0]?.replace(/\.$/, "")}, column ${parser.column}`);
    };
    parser.ondoctype = (doctype) => {
      if (/\[|ENTITY/i.test(doctype)) this.fail("declares entities in a DOCTYPE, which is not allowed");
    };
    parser.onattribute = ({ name }) => {
      // The parser calls this method of the attributes themselves.
      if (name === "hasOwnProperty") delete parser.tag.attributes[name];
    };
    parser.onopentag = ({ name, attributes }) => {
      const element = { name, attributes: attributes as Record<string, string>, text: "" };
      this.#open.push(element);
      this.open(element);
    };
    parser.onclosetag = () => {
      const closed = this.#open.pop();
      if (closed) this.close(closed);
    };
    parser.ontext = parser.oncdata = (text) => {
      const innermost = this.#open.at(-1);
      if (innermost) this.addText(innermost, text);
    };
    // The parser's own limit would reject a report with a long attribute, such as a large diff in `message`.
    Object.assign(parser, { bufferCheckPosition: Number.POSITIVE_INFINITY });
  }

  protected abstract open(element: XmlElement): void;
  /** Adds a piece of text to an element, or what is needed of it. */
  protected abstract addText(element: XmlElement, text: string): void;
  protected abstract close(element: XmlElement): void;

  /** @throws {ReportError} for broken XML, or an entity declaration */
  protected read(text: string): void {
    this.#parser.write(text);
    this.#parser.flush();
    const parser: Record<string, unknown> = Object(this.#parser);
    for (const name of buffers) {
      const value = parser[name];
      if (typeof value === "string" && value.length > maxBufferLength) parser[name] = value.slice(0, maxBufferLength);
    }
  }

  /** @throws {ReportError} if the document is not complete */
  end(): void {
    this.#parser.close();
    if (this.#open.length > 0) this.fail("the XML ends before its root element is closed");
  }

  protected fail(message: string): never {
    throw new ReportError(message, { file: this.report, line: this.#parser.line + 1 });
  }
}
