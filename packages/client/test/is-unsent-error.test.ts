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
    const others = ["http://127.0.0.1:9999/runs", "https://arcus.testsigma.com/runs", "http://localhost:9998/runs"];
    for (const other of others) expect(rows.filter(({ error }) => isUnsentError(error, new URL(other)))).toEqual([]);
  });

  it("in Bun and Deno, accepts none for another path of the same peer", () => {
    const others = rows.filter(
      ({ by, error, url }) => /Bun|Deno/.test(by) && isUnsentError(error, new URL("/log", url)),
    );
    expect(others.map(({ what }) => what)).toEqual(["no address"]);
  });
});

describe("isUnsentError", () => {
  const mock = "http://127.0.0.1:4010/runs";
  const service = "https://arcus.testsigma.com/runs";
  const refused = (address: string, port: number, fields = {}) =>
    Object.assign(new Error(), { code: "ECONNREFUSED", syscall: "connect", address, port, ...fields });
  const several = (...ports: number[]) => new AggregateError(ports.map((port) => refused("127.0.0.1", port)));
  const denied = (host: string, name = "NotCapable") =>
    Object.assign(new Error(`Requires net access to "${host}", run again with the --allow-net flag`), { name });
  const proves = (cause: unknown, url: string) => isUnsentError(new TypeError("fetch failed", { cause }), new URL(url));

  it.each<[what: string, cause: unknown, url?: string]>([
    ["the address in the URL", refused("127.0.0.1", 4010)],
    ["the default port of https", refused("203.0.113.7", 443), "https://203.0.113.7/runs"],
    ["the default port of http", refused("203.0.113.7", 80), "http://203.0.113.7/runs"],
    ["an address of localhost", refused("::1", 4010), "http://localhost:4010"],
    ["every address that was tried", several(4010, 4010)],
    ["a host that cannot be reached", refused("127.0.0.1", 4010, { code: "EHOSTUNREACH" })],
    ["a host that Deno has no permission for", denied("127.0.0.1:4010")],
    ["such a host at the default port", denied("arcus.testsigma.com:443"), service],
  ])("accepts an error that names %s", (_what, cause, url = mock) => {
    expect(proves(cause, url)).toBe(true);
  });

  const codes = ["ECONNREFUSED", "ENOTFOUND", "UND_ERR_CONNECT_TIMEOUT", "DEPTH_ZERO_SELF_SIGNED_CERT"];
  it.each<[what: string, cause: unknown, url?: string]>([
    ...codes.map((code): [string, object] => [`only the code ${code}`, { code }]),
    ["an address that the host may have", refused("203.0.113.7", 443), service],
    ["another address of this machine", refused("::1", 4010)],
    ["a foreign address for localhost", refused("203.0.113.7", 4010), "http://localhost:4010"],
    ["another port among several", several(4010, 4011)],
    ["an empty list", several()],
    ["the peer of a read", refused("127.0.0.1", 4010, { syscall: "read" })],
    ["a host without a look-up", { hostname: "127.0.0.1" }],
    ["the peer in another's words", denied("127.0.0.1:4010", "Error")],
    ["another host that Deno has no permission for", denied("log.example:443")],
    ["nothing", undefined],
  ])("does not accept one that names %s", (_what, cause, url = mock) => {
    expect(proves(cause, url)).toBe(false);
  });

  it("does not accept an error of another client", () => {
    expect(isUnsentError(Object.assign(refused("127.0.0.1", 4010), { outcome: "not-sent" }), new URL(mock))).toBe(
      false,
    );
  });
});
