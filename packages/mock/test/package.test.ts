import { readdir, readFile } from "node:fs/promises";
import { isBuiltin } from "node:module";
import { expect, it } from "vitest";

const folder = new URL("../", import.meta.url);
const manifest = JSON.parse(await readFile(new URL("package.json", folder), "utf8"));

/** Users install only declared dependencies, while a workspace can resolve others too. */
it("declares every package that it imports, as a dependency or an optional peer", async () => {
  const names = await readdir(new URL("src", folder), { recursive: true });
  const sources = await Promise.all(
    names.filter((name) => name.endsWith(".ts")).map((name) => readFile(new URL(`src/${name}`, folder), "utf8")),
  );
  const specifiers = sources.flatMap((source) =>
    [...source.matchAll(/^(?:import|export)\b[^;]*?from "([^"]+)"|\bimport\("([^"]+)"\)/gm)].map(
      ([, one, other]) => one ?? other ?? "",
    ),
  );
  const packages = specifiers
    .filter((specifier) => !specifier.startsWith(".") && !isBuiltin(specifier))
    .map((specifier) =>
      specifier
        .split("/")
        .slice(0, specifier.startsWith("@") ? 2 : 1)
        .join("/"),
    );

  const declared = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.peerDependencies)];
  expect(declared).toEqual(expect.arrayContaining([...new Set(packages)]));
  expect(packages).toContain("ajv-formats");
});
