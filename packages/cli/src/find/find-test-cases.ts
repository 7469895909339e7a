import { isUuid } from "../match/case-ids.js";
import type { Service, TestCase } from "../service/service.js";

const pageSize = 100;

/**
 * Finds test cases by human id or UUID, with about as few requests as possible: pages of the project's list while that is
 * cheaper than reading each one. An id counts as missing only after it was read by itself.
 *
 * @returns test case by the id that was asked for; ids that do not exist are absent
 */
export async function findTestCases(
  service: Service,
  projectId: string,
  ids: readonly string[],
): Promise<Map<string, TestCase>> {
  const found = new Map<string, TestCase>();
  const missing = new Set(ids);
  const take = (id: string, testCase: TestCase) => {
    if (missing.delete(id)) found.set(id, testCase);
  };
  if (missing.size > 1) await takeFromList(service.listTestCases(projectId), missing, take);
  for (const id of [...missing]) {
    const testCase = await service.findTestCase(projectId, id);
    if (testCase) take(id, testCase);
  }
  return found;
}

/** Reads pages until all are found, or more pages would cost more requests than reading each of the rest. */
async function takeFromList(
  list: AsyncIterable<TestCase>,
  missing: ReadonlySet<string>,
  take: (id: string, testCase: TestCase) => void,
): Promise<void> {
  let inVain = 0;
  try {
    for await (const testCase of list) {
      const before = missing.size;
      take(testCase.id, testCase);
      take(testCase.humanId, testCase);
      inVain = missing.size < before ? 0 : inVain + 1;
      if (inVain / pageSize >= missing.size) return;
    }
  } catch {
    // How to ask for a next page is not documented, so a list may end early. Each of the rest is read by itself.
  }
}

/** Test cases by title; a title that several have is left out, because it does not say which is meant. */
export async function testCasesByTitle(service: Service, projectId: string): Promise<Map<string, readonly string[]>> {
  const ids = new Map<string, string[]>();
  for await (const { id, title } of service.listTestCases(projectId)) {
    ids.set(title, [...(ids.get(title) ?? []), id]);
  }
  return new Map([...ids].filter(([, sameTitle]) => sameTitle.length === 1));
}

/** What was probably meant by an id that does not exist. */
export function hintForCaseId(id: string, prefix: string): string {
  const number = /\d+$/.exec(id)?.[0];
  if (isUuid(id) || !number) return `no id of a test case looks like that, expected ${prefix}-12 or a UUID`;
  return id === `${prefix}-${number}`
    ? "it may have been deleted"
    : `the project's ids start with ${prefix}-, did you mean ${prefix}-${number}?`;
}
