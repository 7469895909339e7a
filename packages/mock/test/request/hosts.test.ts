import { describe, expect, it } from "vitest";
import { checkHost, isThisMachine } from "../../src/http/hosts.js";
import { createMockFetch } from "../../src/index.js";
import { createRun, path } from "../create-run.js";
import { fine, mockOf } from "../mock-of.js";

describe("a server for this machine only", () => {
  const check = (host: string) => () => checkHost(new URL(`http://${host}:4010`), "127.0.0.1");

  // A web page cannot rebind an IP address.
  const served =
    "localhost LOCALHOST app.localhost my.app.localhost 127.0.0.1 127.10.20.30 [::1] 192.168.0.17 [fe80::1]";
  it.each(served.split(" "))("serves %s", (host) => {
    expect(check(host)).not.toThrow();
  });

  it.each(["evil.example", "evil1", "localhost.evil.example", "evil-localhost", "127.evil.example"])(
    "rejects %s",
    (host) => {
      const message = `Expected the host localhost, 127.0.0.1 or [::1], got ${host}.`;
      expect(check(host)).toThrow(expect.objectContaining({ message }));
    },
  );
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
  const hosts = "arcus.testsigma.com arcus-eu.testsigma.com eu.arcus.testsigma.com localhost:4010 127.0.0.1 mock.test";
  it.each(hosts.split(" "))("serves %s", async (host) => {
    const mock = createMockFetch();

    expect((await createRun((_, init) => mock(`https://${host}${path}`, init))).status).toBe(200);
  });

  it.each(["testsigma.com", "other-testsigma.com", "arcus.testsigma.example", "mock.test.example"])(
    "does not serve %s, and names the remedy",
    async (host) => {
      const response = await createMockFetch()(`https://${host}${path}`);

      expect(response.status).toBe(421);
      expect(await response.json()).toEqual({
        code: 421,
        message: `Expected the host arcus.testsigma.com or test-management.testsigma.com, localhost or a host below .test, such as mock.test, got ${host}. Set the base URL of the code under test to one of them.`,
      });
    },
  );

  it.each([
    ["things.example", 200],
    ["eu.things.example", 200],
    ["api.parts.example", 200],
    ["other-things.example", 421],
  ])("of a spec with two hosts, one without a subdomain, %s gets %i", async (host, status) => {
    const servers = ["https://things.example", "https://api.parts.example"].map((url) => ({ url }));
    const mock = mockOf({ servers, paths: { "/things": { get: { responses: fine } } } });

    expect((await mock(`https://${host}/things`)).status).toBe(status);
  });
});
