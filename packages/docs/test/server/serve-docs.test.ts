import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type DocsServer, serveDocs } from "../../src/index.ts";

describe("serveDocs", () => {
  let folder: string;
  let root: string;
  let docs: DocsServer;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "docs-"));
    root = join(folder, "site");
    await mkdirWith(root, { "index.html": "<h1>Grüße</h1>", "llms.txt": "Grüße", "openapi.yaml": "openapi: 3.1.0" });
    await writeFile(join(folder, "secret.txt"), "not part of the site");
    await writeFile(join(root, ".env"), "hidden");
    await symlink(join(folder, "secret.txt"), join(root, "linked.txt"));
    await symlink(join(folder, "secret.txt"), join(root, "page.html"));
    await symlink(folder, join(root, "linked"));
    docs = await serveDocs({ root });
  });

  afterAll(async () => {
    await docs.close();
    await rm(folder, { recursive: true });
  });

  it.each([
    ["/", "text/html;charset=utf-8"],
    ["/llms.txt", "text/plain;charset=utf-8"],
    ["/openapi.yaml", "text/yaml;charset=utf-8"],
  ])("serves %s as %s", async (path, type) => {
    const response = await fetch(docs.url + path);

    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe(type);
  });

  it("responds to an unknown path with 404 in plain words", async () => {
    const response = await fetch(`${docs.url}/unknown`);

    expect(response.status).toBe(404);
    expect(await response.text()).toContain("no such page");
  });

  it.each(["/../secret.txt", "/..%2fsecret.txt", "/%2e%2e/secret.txt", "/..%5csecret.txt", "/%00", "/%E0%A4%A"])(
    "does not leave its folder for %s",
    async (path) => {
      expect((await get(docs.url, path)).status).toBe(404);
    },
  );

  it.each(["/.env", "/linked.txt", "/page", "/linked/secret.txt"])(
    "does not serve what is hidden or linked: %s",
    async (path) => {
      expect((await get(docs.url, path)).status).toBe(404);
    },
  );

  it.each(["evil.example", "evil.example:80", "127.0.0.1.evil.example"])(
    "rejects the foreign host %j",
    async (host) => {
      expect((await get(docs.url, "/", { host })).status).toBe(421);
    },
  );

  it.each(["localhost:4011", "127.0.0.1"])("accepts the host %s", async (host) => {
    expect((await get(docs.url, "/", { host })).status).toBe(200);
  });

  it("cannot be framed", async () => {
    const { headers } = await fetch(docs.url);

    expect(headers.get("content-security-policy")).toBe("frame-ancestors 'none'");
    expect(headers.get("x-frame-options")).toBe("DENY");
  });

  it("survives a range that ends before it starts", async () => {
    expect((await get(docs.url, "/", { range: "bytes=9-2" })).status).toBe(200);
  });

  it("rejects other methods than GET and HEAD", async () => {
    const response = await fetch(docs.url, { method: "POST" });

    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("GET, HEAD");
  });

  it("shows a rebuilt page without a restart", async () => {
    await writeFile(join(root, "index.html"), "<h1>Rebuilt</h1>");

    expect(await (await fetch(docs.url)).text()).toBe("<h1>Rebuilt</h1>");
  });

  it("says which port is taken", async () => {
    const port = Number(new URL(docs.url).port);

    await expect(serveDocs({ root, port })).rejects.toMatchObject({
      code: "EADDRINUSE",
      message: `Port ${port} of 127.0.0.1 is taken. Give another port, or 0 for any free one.`,
    });
  });

  it("says what to do when there is no page", async () => {
    await expect(serveDocs({ root: folder })).rejects.toThrow("has no index.html. Build it with `pnpm build`");
  });

  it("stops listening when closed, and may be closed twice", async () => {
    const short = await serveDocs({ root });
    await short.close();
    await short.close();

    await expect(fetch(short.url)).rejects.toThrow("fetch failed");
  });
});

async function mkdirWith(path: string, files: Record<string, string>) {
  await mkdir(path);
  for (const [name, text] of Object.entries(files)) await writeFile(join(path, name), text);
}

/** Sends the path as it is; `fetch` would resolve the dots first. */
function get(url: string, path: string, headers: Record<string, string> = {}) {
  return new Promise<{ status: number | undefined }>((resolve, reject) => {
    request(url, { path, headers }, (response) => {
      response.resume().on("end", () => resolve({ status: response.statusCode }));
    })
      .on("error", reject)
      .end();
  });
}
