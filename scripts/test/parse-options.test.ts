import { describe, expect, it } from "vitest";
import { parseOptions } from "../src/parse-options.ts";
import { parsePort } from "../src/parse-port.ts";
import { UsageError } from "../src/usage-error.ts";

const options = { port: { type: "string", default: "4010" }, help: { type: "boolean", short: "h" } } as const;

describe("parseOptions", () => {
  it("reads options and falls back to their defaults", () => {
    expect(parseOptions(["--help"], options)).toEqual({ port: "4010", help: true });
  });

  it("ignores the leading -- that pnpm hands on", () => {
    expect(parseOptions(["--", "--port", "80"], options)).toEqual({ port: "80" });
  });

  it.each([
    [["--prot", "80"], "Unknown option '--prot'"],
    [["-x"], "Unknown option '-x'"],
    [["--port"], "Option '--port <value>' argument missing"],
    [["--help=yes"], "Option '-h, --help' does not take an argument"],
    [["extra"], "Unexpected argument 'extra'"],
  ])("refuses %j and names the known options", (args, problem) => {
    const parse = () => parseOptions(args, options);
    expect(parse).toThrow(UsageError);
    expect(parse).toThrow(problem);
    expect(parse).toThrow("Known options: --port, --help.");
  });
});

describe("parsePort", () => {
  it("accepts 0 to 65535", () => {
    expect([parsePort("--port", "0"), parsePort("--port", "65535")]).toEqual([0, 65535]);
  });

  it.each(["", "abc", "-1", "1.5", "65536", "0x50"])("refuses %j, naming what is allowed", (value) => {
    expect(() => parsePort("--port", value)).toThrow(
      `--port is "${value}". Allowed: a whole number from 0 (any free port) to 65535.`,
    );
  });
});
