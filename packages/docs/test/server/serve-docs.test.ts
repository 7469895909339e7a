import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { type IncomingMessage, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, describe, expect, it } from "vitest";
import { serveDocs } from "../../src/index.ts";

describe("serveDocs", async () => {
  const folder = await mkdtemp(join(tmpdir(), "docs-"));
  const root = join(folder, "site");
  await mkdir(root);
  const files = ["index.html", "llms.txt", "openapi.yaml", "../secret.txt"];
  for (const name of files) await writeFile(join(root, name), `<h1>Grüße from ${name}</h1>`);
  const docs = await serveDocs({ root });

  afterAll(async () => {
    await docs.close();
    await rm(folder, { recursive: true });
  });

  it.each([
    ["/", "text/html;charset=utf-8"],
    ["/llms.txt", "text/plain;charset=utf-8"],
    ["/openapi.yaml", "text/yaml;charset=utf-8"],
  ])("serves %s as %s, and lets no other page frame it", async (path, type) => {
    const { status, headers } = await fetch(docs.url + path);

    expect([status, headers.get("content-type")]).toEqual([200, type]);
    expect(headers.get("content-security-policy")).toBe("frame-ancestors 'none'");
  });

  const outside = ["/../secret.txt", "/..%2fsecret.txt", "/%2e%2e/secret.txt", "/..%5csecret.txt"];
  it.each([...outside, "/%00", "/%E0%A4%A", "/unknown"])("has no page %s, and leads to the overview", async (path) => {
    expect(await get(docs.url, path)).toEqual([404, expect.stringContaining('no such page. <a href="/">')]);
  });

  it("survives a range that ends before it starts", async () => {
    expect(await get(docs.url, "/", { range: "bytes=9-2" })).toEqual([200, "<h1>Grüße from index.html</h1>"]);
  });

  it("rejects methods other than GET and HEAD, and asks whether the mock was meant", async () => {
    const response = await fetch(docs.url, { method: "POST" });

    expect(response.status).toBe(405);
    expect(await response.text()).toContain("Is this the port of the mock?");
  });

  it("shows a rebuilt page without a restart", async () => {
    await writeFile(join(root, "index.html"), "<h1>Rebuilt</h1>");

    expect(await (await fetch(docs.url)).text()).toBe("<h1>Rebuilt</h1>");
  });

  it("rejects a port that is taken", async () => {
    await expect(serveDocs({ root, port: Number(new URL(docs.url).port) })).rejects.toMatchObject({
      code: "EADDRINUSE",
    });
  });

  it("says what to do when there are no docs", async () => {
    await expect(serveDocs({ root: folder })).rejects.toThrow("has no index.html. Build it with `pnpm build`");
  });
});

/** Returns status and text. Sends the path unchanged; `fetch` would resolve the dots first. */
async function get(url: string, path: string, headers: Record<string, string> = {}) {
  const [response] = (await once(request(url, { path, headers }).end(), "response")) as [IncomingMessage];
  return [response.statusCode, await text(response)];
}
