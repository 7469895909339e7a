/** Functions that each write a page into a folder, as the tool's documentation says; the spec is at `/openapi.json`. */
import { copyFile, cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { replace } from "../measure/replace.ts";
import { redoclyFolder, runRedocly } from "../peers/redocly.ts";

export async function writeRedoc(folder: string): Promise<void> {
  const spec = fileURLToPath(import.meta.resolve("@testsigma-tms/spec/openapi.json"));
  const page = join(folder, "index.html");
  await runRedocly(["build-docs", spec, "--output", page], folder);
  const script = "redoc.standalone.js";
  await copyFile(join(redoclyFolder, "lib/chunks", script), join(folder, script));
  const hosted = new RegExp(`https://cdn\\.redocly\\.com/\\S+?/${script}`, "g");
  await writeFile(page, replace(await readFile(page, "utf8"), hosted, `./${script}`));
}

export async function writeScalar(folder: string, modules: string): Promise<void> {
  await copyFile(join(modules, "@scalar/api-reference/dist/browser/standalone.js"), join(folder, "standalone.js"));
  const body = `<div id="app"></div>
<script src="standalone.js"></script>
<script>Scalar.createApiReference("#app", { url: "/openapi.json" });</script>`;
  await writeFile(join(folder, "index.html"), htmlPage({ body }));
}

/** Writes the page that comes with Swagger UI. */
export async function writeSwaggerUi(folder: string, modules: string): Promise<void> {
  await cp(join(modules, "swagger-ui-dist"), folder, { recursive: true });
  const initializer = join(folder, "swagger-initializer.js");
  await writeFile(initializer, replace(await readFile(initializer, "utf8"), /url: ".+"/g, `url: "/openapi.json"`));
}

export async function writeElements(folder: string, modules: string): Promise<void> {
  for (const name of ["web-components.min.js", "styles.min.css"]) {
    await copyFile(join(modules, "@stoplight/elements", name), join(folder, name));
  }
  const head = `<script src="web-components.min.js"></script>
<link rel="stylesheet" href="styles.min.css">`;
  const body = `<elements-api apiDescriptionUrl="/openapi.json" router="hash" layout="sidebar"></elements-api>`;
  await writeFile(join(folder, "index.html"), htmlPage({ head, body }));
}

const htmlPage = ({ head = "", body }: { head?: string; body: string }) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Testsigma Test Management API</title>
${head}
</head>
<body>
${body}
</body>
</html>
`;
