import { describe, expect, it } from "vitest";
import { checkHost, isThisMachine } from "../../src/request/check-host.js";
import { mockOf } from "../mock-of.js";

describe("a server for this machine only", () => {
  const address = "127.0.0.1";

  it.each([
    "localhost",
    "LOCALHOST",
    "app.localhost",
    "my.app.localhost",
    "127.0.0.1",
    "127.10.20.30",
    "[::1]",
    // A web page cannot rebind an IP address.
    "192.168.0.7",
    "[fe80::1]",
  ])("serves %s", (host) => {
    expect(() => checkHost(new URL(`http://${host}:4010`), address)).not.toThrow();
  });

  it.each(["evil.example", "localhost.evil.example", "evil-localhost", "127.evil.example"])("rejects %s", (host) => {
    expect(() => checkHost(new URL(`http://${host}:4010`), address)).toThrow(
      expect.objectContaining({
        code: 421,
        message: `The mock serves localhost, 127.0.0.1 and [::1]; given: ${host}.`,
      }),
    );
  });
});

it.each(["0.0.0.0", "::", "192.168.0.7", "fe80::1", "::12", "mock.example"])(
  "serves every host where it listens on %s, for other machines",
  (address) => {
    expect(() => checkHost(new URL("http://evil.example"), address)).not.toThrow();
  },
);

it.each(["localhost", "127.0.0.1", "::1"])("knows %s as an address of this machine", (address) => {
  expect(isThisMachine(address)).toBe(true);
});

describe("in process", () => {
  const mockAt = (...servers: string[]) =>
    mockOf({
      openapi: "3.1.0",
      servers: servers.map((url) => ({ url })),
      paths: { "/things": { get: { responses: { "200": { description: "Fine" } } } } },
    });

  it.each([
    ["https://api.things.example", "api.things.example"],
    ["https://api.things.example", "api-eu.things.example"],
    ["https://api.things.example", "eu.api.things.example"],
    ["https://things.example", "things.example"],
    ["https://things.example", "eu.things.example"],
    ["https://api.things.example", "localhost"],
    ["https://api.things.example", "mock.test"],
  ])("a spec of %s serves %s", async (server, host) => {
    expect((await mockAt(server)(`https://${host}/things`)).status).toBe(200);
  });

  it.each([
    ["https://api.things.example", "things.example"],
    ["https://api.things.example", "other-things.example"],
    ["https://things.example", "other-things.example"],
    ["https://api.things.example", "other.example"],
    ["https://api.things.example", "mock.test.example"],
  ])("a spec of %s does not serve %s, and names the remedy", async (server, host) => {
    const response = await mockAt(server, server)(`https://${host}/things`);

    expect([response.status, await response.json()]).toEqual([
      421,
      {
        code: 421,
        message: `The mock serves ${new URL(server).hostname}, localhost, and hosts below .test, such as http://mock.test; given: ${host}. Set the base URL of the code under test to one of them.`,
      },
    ]);
  });

  it("serves each host of the spec", async () => {
    const mock = mockAt("https://api.things.example", "https://api.parts.example");

    expect((await mock("https://api.things.example/things")).status).toBe(200);
    expect((await mock("https://api.parts.example/things")).status).toBe(200);
  });
});
