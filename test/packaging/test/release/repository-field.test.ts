import { expect, it, vi } from "vitest";
import { repository } from "../../src/published-packages.ts";

it("a packed manifest names the repository, so that npm accepts its provenance", async () => {
  vi.stubEnv("GITHUB_REPOSITORY", "kestrel-bikes/tms");
  const { hooks } = await import(`${repository}.pnpmfile.mjs?with-repository`);

  const [client, spec] = ["client", "spec"].map((name) => hooks.beforePacking({ name: `@testsigma-tms/${name}` }));

  const address = "https://github.com/kestrel-bikes/tms";
  expect(client).toEqual({
    name: "@testsigma-tms/client",
    repository: { type: "git", url: `git+${address}.git`, directory: "packages/client" },
    homepage: `${address}/tree/main/packages/client#readme`,
    bugs: `${address}/issues`,
  });
  expect(spec.repository.directory).toBe("spec");
});
