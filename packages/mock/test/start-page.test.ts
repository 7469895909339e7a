import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { startMock } from "../src/index.js";
import { startPage } from "../src/server/start-page.js";
import { apiOf, fine } from "./mock-of.js";

// start-page-in-browser.test.ts sends the requests that the page offers.
it("runs its own script only, in no frame", async () => {
  await using mock = await startMock();
  const response = await fetch(new URL("/", mock.url));
  const [, script = ""] = /<script>(.*?)<\/script>/s.exec(await response.text()) ?? [];
  const hash = createHash("sha256").update(script).digest("base64");

  expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(response.headers.get("content-security-policy")).toContain(`script-src 'sha256-${hash}';`);
  expect(response.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
});

it("shows the text of the spec as text", () => {
  const attack = "</script><script>alert(1)</script>";
  const { body } = startPage(apiOf({ paths: { "/<img>": { get: { operationId: attack, responses: fine } } } }));

  expect(body).not.toContain("<script>alert");
  expect(body).not.toContain("<img>");
});
