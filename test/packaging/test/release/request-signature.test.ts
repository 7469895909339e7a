import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, inject, it } from "vitest";
import { repository } from "../../src/published-packages.ts";
import { sourceRepository } from "../../src/release/publish.ts";
import { requestSignature } from "../../src/release/request-signature.ts";
import { succeed } from "../../src/run.ts";

/** Packs one package as the workflow of a repository does. */
async function pack(source: string): Promise<string> {
  const folder = join(inject("folder"), `signed-${source.replace("/", "-")}`);
  await mkdir(join(folder, "tarballs"), { recursive: true });
  const args = ["--filter", "@testsigma-tms/types", "pack", "--out", join(folder, "tarballs/%s.tgz")];
  await succeed("pnpm", args, { cwd: repository, env: { GITHUB_REPOSITORY: source } });
  return folder;
}

it("the workflow gets as far as the signature, as the trusted publisher and with provenance", async () => {
  const { audiences, hosts, stderr } = await requestSignature(await pack(await sourceRepository()));

  expect(audiences).toEqual(["npm:127.0.0.1", "sigstore"]);
  expect(new Set(hosts)).toEqual(new Set(["fulcio.sigstore.dev:443"]));
  expect(stderr).toContain("error creating signing certificate");
});

it("says that the manifest names another repository, before it asks for anything", async () => {
  const { exitCode, audiences, hosts, stdout } = await requestSignature(await pack("somebody/else"));

  expect({ exitCode, audiences, hosts }).toEqual({ exitCode: 1, audiences: [], hosts: [] });
  expect(stdout).toMatch(/^::error::.* is git\+https:\/\/github\.com\/somebody\/else\.git, but this is /);
});

it("fails without the permission id-token, before it asks for a signature", async () => {
  const { exitCode, audiences, hosts, stderr } = await requestSignature(await pack(await sourceRepository()), {});

  expect({ exitCode, audiences, hosts }).toEqual({ exitCode: 1, audiences: [], hosts: [] });
  expect(stderr).toContain('requires "write" access to the "id-token" permission');
});
