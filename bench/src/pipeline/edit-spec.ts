import { readFile, writeFile } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import { freePorts } from "../measure/free-ports.ts";
import { replace } from "../measure/replace.ts";
import { documentedRequest } from "../mock/documented-request.ts";
import type { Clone } from "./clone-repository.ts";

const specFile = "spec/paths/projects_{project_id}_test_runs.yaml";
/** The `description` of the documented run: the mock responds with it, and the docs print it. */
const documented = "Executing regression test cases";
const pollMs = 100;
/** By then an edit must show. */
const patienceMs = 120_000;

/** How long after an edit of the spec each shows it, in milliseconds. */
export interface EditTimes {
  mock: number;
  docs: number;
}

/** Edits the spec of a clone, again and again, while `pnpm dev` runs there. */
export async function editSpec(clone: Clone, edits: number): Promise<EditTimes[]> {
  const [mockPort, docsPort] = await freePorts(2);
  await setPort(clone.at("packages/mock/package.json"), mockPort);
  await setPort(clone.at("packages/docs/package.json"), docsPort);
  const mockUrl = `http://127.0.0.1:${mockPort}/api/v1${documentedRequest.path}`;
  const docsUrl = `http://127.0.0.1:${docsPort}/`;

  const file = clone.at(specFile);
  const original = await readFile(file, "utf8");
  const times: EditTimes[] = [];
  const dev = clone.start("dev");
  try {
    await dev.printed("mock: The mock listens at");
    await dev.printed("docs: The reference is at");
    for (let edit = 1; edit <= edits; edit++) {
      const text = `Edit ${edit}.`;
      await writeFile(file, replace(original, documented, text));
      const [mock, docs] = await Promise.all([
        untilShown(text, mockUrl, documentedRequest.init),
        untilShown(text, docsUrl),
      ]);
      times.push({ mock, docs });
    }
  } finally {
    await dev.stop();
  }
  return times;
}

/** Away from the usual ports, which a developer's own servers may have. */
async function setPort(manifest: string, port: number | undefined): Promise<void> {
  const text = await readFile(manifest, "utf8");
  await writeFile(manifest, replace(text, /("dev": ".+)"/g, `$1 --port ${port}"`));
}

async function untilShown(text: string, url: string, init?: RequestInit): Promise<number> {
  const start = performance.now();
  while (performance.now() - start < patienceMs) {
    const shown = await fetch(url, init)
      .then((response) => response.text())
      // It may be restarting.
      .catch(() => "");
    if (shown.includes(text)) return performance.now() - start;
    await setTimeout(pollMs);
  }
  throw new Error(`${url} did not show an edit of the spec within ${patienceMs / 1000} s.`);
}
