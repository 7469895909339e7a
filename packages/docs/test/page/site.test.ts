import { readdirSync } from "node:fs";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { createSpec } from "@testsigma-tms/spec/reader";
import { describe, expect, it } from "vitest";
import { buildDocs, docsFiles } from "../../src/build-docs.ts";
import { docsContent } from "../../src/content/docs-content.ts";
import { dist, readDist, spec } from "../support/built-docs.ts";
import { everyKind } from "../support/every-kind.ts";

const names = readdirSync(dist).sort();
const pages = names.filter((name) => name.endsWith(".html") && name !== "redoc.html");
const texts = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await readDist(name)])));
/** Returns what the group of an expression matches in a text, each time. */
const allOf = (text = "", expression: RegExp) => [...text.matchAll(expression)].map(([, found = ""]) => found);
const ids = Object.fromEntries(names.map((name) => [name, allOf(texts[name], / id="([^"]+)"/g)]));
const isOutside = (href: string) => /^(https:|mailto:|data:)/.test(href);

describe("the built docs", () => {
  it.each(pages)(
    "have links that lead somewhere, and no id or name of a landmark twice, in 30 kB with script: %s",
    (name) => {
      const html = texts[name] ?? "";
      const dead = allOf(html, / href="([^"]*)"/g).filter((href) => {
        const [file, id] = href.split("#");
        const target = file || name;
        return !isOutside(href) && (!(target in texts) || (id !== undefined && !ids[target]?.includes(id)));
      });
      const landmarks = allOf(html, /<(?:aside|nav)[^>]* aria-label="([^"]+)"/g);

      expect(dead).toEqual([]);
      expect(ids[name]).toHaveLength(new Set(ids[name]).size);
      expect(landmarks).toHaveLength(new Set(landmarks).size);
      expect(gzipSync(html).length + gzipSync(texts["page.js"] ?? "").length).toBeLessThan(30_000);
    },
  );

  it.each(names.filter((name) => /\.(md|txt)$/.test(name)))("have links that lead somewhere: %s", (name) => {
    const links = allOf(texts[name], /\]\(([^)\s]+)\)/g);

    expect(links.filter((target) => !isOutside(target) && !(target in texts))).toEqual([]);
  });

  it("link each page to Redoc, to its Markdown, and each mark to the legend", () => {
    for (const name of pages) {
      expect(texts[name], name).toMatch(/<header>[\s\S]*<a [^>]*href="redoc.html">Redoc<\/a>[\s\S]*<\/header>/);
      const marks = allOf(texts[name], /<a class="mark \w+" href="#?([\w,-]+)/g);
      expect(
        marks.filter((page) => page !== "documented-observed-inferred"),
        name,
      ).toEqual([]);
    }
    expect(texts["createTestRun.html"]).toContain('<a href="createTestRun.md">This page as Markdown</a>');
  });

  it("name the source of everything that is observed, and explain each source next to the legend", () => {
    const marks = pages.flatMap((name) => {
      const observed = texts[name]?.matchAll(/<a class="mark observed"[^>]*?(?: title="Source: ([^"]+)")?>/g) ?? [];
      return [...observed].map(([, sources]) => ({ name, sources }));
    });
    const sources = new Set(marks.flatMap((each) => each.sources?.split(", ") ?? []));

    // The legend explains the mark itself.
    expect(marks.filter((each) => each.sources === undefined)).toEqual([{ name: "documented-observed-inferred.html" }]);
    expect(sources.size).toBeGreaterThan(2);
    for (const source of sources)
      expect(texts["documented-observed-inferred.html"]).toContain(`<li><code class="word">${source}</code>, `);
  });

  it("are the pages of the menu, each of which leads to the next and back: guide, recipes, API", () => {
    const [first = ""] = pages.filter((name) => !texts[name]?.includes('rel="prev"'));
    const read = [first];
    for (const page of read) {
      const [next] = allOf(texts[page], /href="([^"]+)" rel="next"/g);
      if (next) expect(texts[next]).toContain(`href="${page}" rel="prev"`);
      if (next) read.push(next);
    }
    const [menu] = allOf(texts["index.html"], /<nav id="menu"([\s\S]*?)<\/nav>/g);

    expect(read.toSorted()).toEqual(pages);
    expect(read).toEqual(expect.arrayContaining(spec.operations.map(({ id }) => `${id}.html`)));
    expect(["index.html", ...allOf(menu, /<a href="([\w-]+\.html)"/g)]).toEqual(read);
    expect(allOf(menu, /<summary>(.*?)<\/summary>/g).slice(0, 3)).toEqual(["Guide", "Recipes", "Test runs"]);
  });

  it("list on a page of the guide what is on it", () => {
    const [list] = allOf(texts["errors.html"], /aria-label="On this page">([\s\S]*?)<\/nav>/g);

    expect(list).toContain('<a href="#error-400-2">400 Bad Request of createTestRun</a>');
    expect(list).toContain('<a href="#headers">Headers of every response</a>');
  });

  it("have one policy, which runs only the scripts next to the page; Redoc's page has its own", () => {
    const policies = new Set(pages.map((name) => texts[name]?.match(/Policy" content="([^"]+)"/)?.[1]));

    expect([...policies]).toEqual([expect.stringMatching(/^default-src 'none'; script-src 'self'; /)]);
    expect(pages.filter((name) => /<script(?! src="page.js" defer><\/script>)/.test(texts[name] ?? ""))).toEqual([]);
    expect(texts["redoc.html"]).toMatch(/Policy" content="default-src 'none'; [^"]*img-src 'self' data:;/);
  });

  it("show every example of an operation on its page or among the errors", () => {
    const missing = spec.operations.flatMap(({ id, responses }) =>
      responses
        .flatMap(({ content }) => content)
        .flatMap(({ examples }) => Object.keys(examples))
        .filter((name) => !texts[`${id}.html`]?.includes(name) && !texts["errors.html"]?.includes(name))
        .map((name) => `${id} ${name}`),
    );

    expect(missing).toEqual([]);
  });

  it("name the errors of an operation in one line, and explain there what few operations give", () => {
    const [line] = allOf(texts["createTestRun.html"], /<p class="errors">(.*)<\/p>/g);

    expect(line?.replaceAll(/<[^>]*>/g, "")).toBe("400 · 401 · 404 · 422 · 500");
    expect(texts["createTestRun.html"]).toContain("Error test run title already exists");
    expect(texts["listTestRuns.html"]).not.toContain("rate limit exceeded");
    expect(texts["errors.html"]).toContain('id="headers/error-500/x-tms-api-remaining"');
    expect(texts["errors.html"]).toContain('id="headers/every/x-request-id"');
  });

  it("have the texts for programs: an index, all of it, and a page each", () => {
    expect(texts["llms.txt"]).toMatch(/^# Testsigma Test Management API \(unofficial\)\n\n> Create test runs/);
    expect(texts["llms.txt"]).toContain(
      "- [Create a test run](createTestRun.md): `POST /projects/{project_id}/test_runs`\n",
    );
    expect(texts["llms-full.txt"]).toContain("# Create a test run\n");
    const page = texts["createTestRun.md"] ?? "";
    expect(page).toContain("`POST https://arcus.testsigma.com/api/v1/projects/{project_id}/test_runs`");
    expect(page).toContain("- `title` string, not empty, required (inferred)\n  Title of the test run.");
    expect(page).toContain(
      "\n  - `dynamic_selection_filters[].field` string, not empty, required (inferred) (observed: mcp-e2e)\n",
    );
    expect(page.match(/^(?:curl, \w+:\n\n)?```\w+/gm)).toContain("curl, smallest:\n\n```bash");
    expect(page).not.toMatch(/import requests|Try it|Copy|createClient/);
  });
});

it("a build deletes the pages of operations that are gone, but not Redoc's", async () => {
  const folder = await mkdtemp(join(tmpdir(), "docs-ghosts-"));
  const [into, bundles] = [join(folder, "dist"), join(folder, "spec")];
  await cp(dist, into, { recursive: true });
  await mkdir(bundles);
  for (const name of ["openapi.json", "openapi.yaml"]) await writeFile(join(bundles, name), JSON.stringify(everyKind));
  await buildDocs({ into, bundles });
  const left = readdirSync(into);
  await rm(folder, { recursive: true });

  expect(left).not.toContain("listTestRuns.html");
  expect(left).toEqual(expect.arrayContaining(["listFolders.html", "redoc.html", "openapi.yaml"]));
});

it("marks what is deprecated: in the menu, the overview, its page, fields, and the texts for programs", () => {
  const files = docsFiles(createSpec(everyKind));

  for (const name of ["index.html", "listUsers.html"]) expect(files[name]).toMatch(/<a [^>]*><s>List folders<\/s>/);
  expect(files["index.html"]).toContain("<s>List folders</s> <small>deprecated</small>");
  expect(files["listFolders.html"]).toContain("<h1>List folders <small>deprecated</small>");
  expect(files["listFolders.md"]).toContain("# List folders deprecated\n");
  expect(files["llms.txt"]).toContain("- [List folders](listFolders.md) (deprecated): `GET /folders`");
  expect(files["importReport.html"]).toMatch(/body\/note">note<\/a>.*<span class="soft">deprecated<\/span>/);
});

describe("a spec whose names cannot be those of pages", () => {
  it.each([
    ["a/b", 'Rename "a/b": it cannot be the name of a page'],
    ["INDEX", 'Rename "INDEX": there is a page'],
    ["createtestrun", 'Rename "createtestrun": there is a page'],
  ])("is rejected: %s", (operationId, message) => {
    const document = structuredClone(everyKind);
    Object.assign(document.paths?.["/users"] ?? {}, { get: { operationId, responses: {} } });
    const { paths: { "/users": users, ...paths } = {} } = document;

    expect(() => docsContent(createSpec({ ...document, paths: { ...paths, "/users": users ?? {} } }))).toThrow(message);
  });
});
