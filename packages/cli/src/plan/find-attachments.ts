import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { CaseResult } from "../match/collect-matches.js";
import type { Settings } from "../settings/definitions.js";

/** Absolute paths of the files to attach, by test case. A path is relative to the report's folder, else to the working directory. */
export function findAttachments(
  cases: readonly CaseResult[],
  which: Settings["attachments"],
  cwd: string,
): Map<string, readonly string[]> {
  if (which === "none") return new Map();
  const wanted = which === "all" ? cases : cases.filter(({ status }) => status === "failed" || status === "blocked");
  return new Map(
    wanted.map(({ caseId, attachments }) => [
      caseId,
      [...new Set(attachments.map(({ path, report }) => absolutePath(path, report, cwd)))],
    ]),
  );
}

function absolutePath(path: string, report: string, cwd: string): string {
  const besideReport = resolve(cwd, dirname(report), path);
  return existsSync(besideReport) ? besideReport : resolve(cwd, path);
}
