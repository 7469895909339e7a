import { describe, expect, it } from "vitest";
import { isUnsentError } from "../src/transport/proof-of-unsent.js";
import { recordedErrors as rows } from "./fixtures/recorded-errors.js";

const provedBy = (what: string) =>
  rows.filter((row) => row.what === what && isUnsentError(row.error, new URL(row.url)));

const node = ["Node 20", "Node 22", "Node 26", "Node 24", "undici 6", "undici 7", "undici 8", "axios"];

describe("isUnsentError, of errors that were recorded", () => {
  it.each([
    ["refused", [...node, "Bun", "Deno"]],
    ["refused, by name", [...node, "Bun", "Deno"]],
    ["refused, IPv6", [...node, "Bun", "Deno"]],
    ["no address", [...node, "Bun", "Deno"]],
    ["untrusted certificate", ["Bun", "Deno"]],
    ["not TLS", ["Deno"]],
    ["reset", []],
  ])("accepts those of %s that name the peer", (what, expected) => {
    expect(provedBy(what).map(({ by }) => by)).toEqual(expected);
  });

  it("accepts none of them for a request to another peer", () => {
    for (const other of [
      "http://127.0.0.1:9999/runs",
      "https://arcus.testsigma.com/runs",
      "http://localhost:9998/runs",
    ]) {
      expect(rows.filter(({ error }) => isUnsentError(error, new URL(other)))).toEqual([]);
    }
  });

  it("in Bun and Deno, accepts none for another path of the same peer", () => {
    const others = rows.filter(
      ({ by, error, url }) => /Bun|Deno/.test(by) && isUnsentError(error, new URL("/log", url)),
    );
    expect(others.map(({ what }) => what)).toEqual(["no address"]);
  });
});

describe("isUnsentError", () => {
  const url = new URL("http://127.0.0.1:4010/runs");
  const refused = (port: number, fields = {}) =>
    Object.assign(new Error(), { code: "ECONNREFUSED", syscall: "connect", address: "127.0.0.1", port, ...fields });
  const wrapped = (cause: unknown) => new TypeError("fetch failed", { cause });

  it("does not accept a code without a peer as a proof", () => {
    const codes = ["ECONNREFUSED", "ENOTFOUND", "UND_ERR_CONNECT_TIMEOUT", "DEPTH_ZERO_SELF_SIGNED_CERT"];
    for (const code of codes) expect(isUnsentError(wrapped(Object.assign(new Error(), { code })), url)).toBe(false);
  });

  it("requires the proof for every address that was tried", () => {
    const errors = (...ports: number[]) => wrapped(new AggregateError(ports.map((port) => refused(port))));
    expect(isUnsentError(errors(4010, 4010), url)).toBe(true);
    expect(isUnsentError(errors(4010, 4011), url)).toBe(false);
    expect(isUnsentError(errors(), url)).toBe(false);
  });

  it("does not take an address for the host that may have it", () => {
    const error = wrapped(refused(443, { address: "203.0.113.7" }));
    expect(isUnsentError(error, new URL("https://arcus.testsigma.com/runs"))).toBe(false);
    expect(isUnsentError(error, new URL("https://203.0.113.7/runs"))).toBe(true);
    const onPort80 = wrapped(refused(80, { address: "203.0.113.7" }));
    expect(isUnsentError(onPort80, new URL("http://203.0.113.7/runs"))).toBe(true);
    expect(isUnsentError(wrapped(refused(4010, { address: "::1" })), url)).toBe(false);
    expect(isUnsentError(wrapped(refused(4010, { address: "::1" })), new URL("http://localhost:4010"))).toBe(true);
    expect(isUnsentError(wrapped(refused(4010, { address: "203.0.113.7" })), new URL("http://localhost:4010"))).toBe(
      false,
    );
  });

  it("accepts other failures to connect, such as a host that cannot be reached", () => {
    expect(isUnsentError(wrapped(refused(4010, { code: "EHOSTUNREACH" })), url)).toBe(true);
  });

  it.each([
    ["a read", refused(4010, { syscall: "read" })],
    ["a name without a look-up", { hostname: "127.0.0.1" }],
    ["another's words", new Error('Requires net access to "127.0.0.1:4010"')],
  ])("does not accept %s that names the peer as a proof", (_what, cause) => {
    expect(isUnsentError(wrapped(cause), url)).toBe(false);
  });

  it("accepts Deno's error without permission to connect to this host", () => {
    const denied = (host: string) =>
      Object.assign(new Error(`Requires net access to "${host}", run again with the --allow-net flag`), {
        name: "NotCapable",
      });
    expect(isUnsentError(denied("127.0.0.1:4010"), url)).toBe(true);
    expect(isUnsentError(denied("arcus.testsigma.com:443"), new URL("https://arcus.testsigma.com/runs"))).toBe(true);
    expect(isUnsentError(denied("log.example:443"), url)).toBe(false);
  });

  it("rejects an error of another client", () => {
    expect(isUnsentError(Object.assign(wrapped(refused(4010)), { outcome: "not-sent" }), url)).toBe(false);
  });

  it("does not accept silence as proof", () => {
    expect(isUnsentError(new TypeError("Failed to fetch"), url)).toBe(false);
    expect(isUnsentError({}, url)).toBe(false);
  });
});
