import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { contentSecurityPolicy } from "./content-security-policy.ts";
import { mendRedoc } from "./mend-redoc.ts";
import type { OpenApiDocument } from "./openapi.ts";

const home = fileURLToPath(new URL("..", import.meta.url));
const page = (name: string) => readFile(join(home, "page", name), "utf8");

export interface RenderOptions {
  /** Script to add at the end of the page. */
  script?: string;
  /** Where the page may connect to, as a source of the policy's `connect-src`. */
  connect?: string;
}

/** The document as one HTML page that loads nothing from anywhere. Redoc, by Redocly CLI, does the work. */
export async function renderPage(
  document: OpenApiDocument,
  { script = "", connect }: RenderOptions = {},
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "docs-page-"));
  const [input, template, output] = [join(folder, "openapi.json"), join(folder, "page.hbs"), join(folder, "page.html")];
  try {
    await writeFile(input, JSON.stringify(document));
    await writeFile(template, await fillTemplate(document, script));
    const title = `${document.info.title} (unofficial)`;
    await redocly([
      "build-docs",
      input,
      "--inlineBundle",
      `--template=${template}`,
      `--title=${title}`,
      `--output=${output}`,
    ]);
    const html = mendRedoc(await readFile(output, "utf8"), dataUri(await page("redoc-logo.svg")));
    return html.replace("%policy%", contentSecurityPolicy(html, connect ? { connect } : {}));
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function redocly(args: string[]): Promise<void> {
  const bin = join(home, "node_modules/.bin/redocly");
  // The folder matters: the options of Redoc are in the `redocly.yaml` there.
  const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
  await promisify(execFile)(bin, args, { cwd: home, env });
}

async function fillTemplate(document: OpenApiDocument, script: string): Promise<string> {
  const parts: Record<string, string> = {
    description: document.info.summary ?? document.info.title,
    favicon: dataUri(await page("favicon.svg")),
    style: await page("style.css"),
    script: (await page("script.js")) + script,
  };
  return (await page("template.hbs")).replace(/%(\w+)%/g, (whole, name: string) => parts[name] ?? whole);
}

const dataUri = (svg: string) => `data:image/svg+xml,${encodeURIComponent(svg.trim())}`;
