import { readdir, readFile } from "node:fs/promises";
import { isBuiltin } from "node:module";
import { expect, it } from "vitest";

const dist = new URL("../dist/", import.meta.url);
const manifest = JSON.parse(await readFile(new URL("../package.json", import.meta.url), "utf8"));

/** Users install only declared dependencies, while a workspace can resolve others too. */
it("imports only its dependencies, its peers and Node's own modules", async () => {
  const names = (await readdir(dist)).filter((name) => /\.(js|d\.ts)$/.test(name));
  const sources = await Promise.all(names.map((name) => readFile(new URL(name, dist), "utf8")));
  const specifiers = sources.flatMap((source) =>
    [...source.matchAll(/^(?:import|export)\b[^;]*? from "([^"]+)"|\bimport\("([^"]+)"\)/gm)].map(
      ([, one, other]) => one ?? other ?? "",
    ),
  );
  const packages = new Set(specifiers.filter((specifier) => !specifier.startsWith(".") && !isBuiltin(specifier)));

  expect([...packages].sort()).toEqual(["commander", "msw"]);
  expect({ ...manifest.dependencies, ...manifest.peerDependencies }).toMatchObject({
    commander: expect.any(String),
    msw: expect.any(String),
  });
});
