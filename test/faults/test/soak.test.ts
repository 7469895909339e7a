import { expect, it } from "vitest";
import { createPlayedClient } from "../src/run/create-played-client.ts";
import { soakProblems } from "../src/soak/count-soak.ts";
import { soak } from "../src/soak/soak.ts";
import { createCarelessClient } from "./careless-client.ts";

it("accounts for every run of a small soak", async () => {
  const result = await soak({ seed: 20261123, creates: 400, parallel: 64, createClient: createPlayedClient });
  expect(soakProblems(result)).toEqual([]);
  const { created, rejected, unknown, aborted, "not-sent": notSent } = result;
  expect(created + rejected + unknown + aborted + notSent).toBe(400);
});

it("notices what a careless client does", async () => {
  const options = {
    seed: 20261123,
    creates: 200,
    parallel: 64,
    createClient: createCarelessClient,
    hangsAfterMs: 3000,
  };
  const problems = soakProblems(await soak(options)).join("\n");
  for (const name of ["duplicates", "lost", "hangs", "raw", "leaks"]) expect(problems).toContain(`${name}: `);
});
