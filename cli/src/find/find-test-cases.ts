import { ApiError, ConnectionError, ResponseError, type TestsigmaClient, TimeoutError } from "@testsigma-tms/client";
import type { TestCase } from "@testsigma-tms/client/types";
import { isAboutInput } from "../errors.js";
import { isUuid } from "../match/case-ids.js";
import { listAll, pageSize } from "./list-all.js";

/** The ids of a test case; without its title, because a report can name many. */
export interface FoundCase {
  readonly id: string;
  readonly humanId: string;
}

/** Maximum number of test cases that are read individually at the same time. */
const maxReaders = 4;

/**
 * Finds test cases by human id or UUID, with about as few requests as possible: reads pages of the project's list while
 * that is cheaper than reading each one. A list that was read to its end has every test case.
 *
 * @returns test cases by the requested id; ids that do not exist are absent
 */
export async function findTestCases(
  client: TestsigmaClient,
  projectId: string,
  ids: Iterable<string>,
  onProgress?: (message: string) => void,
): Promise<Map<string, FoundCase>> {
  const foundCases = new Map<string, FoundCase>();
  const missing = new Set(ids);
  const total = missing.size;
  const take = (requestedId: string, { id, human_id }: TestCase) => {
    if (!missing.delete(requestedId)) return;
    foundCases.set(requestedId, { id, humanId: human_id ?? id });
    if (foundCases.size % pageSize === 0) onProgress?.(`checking ids of test cases: ${foundCases.size} of ${total}`);
  };
  const list = listAll(client.listTestCases, { project_id: projectId });
  const isComplete = missing.size > 1 && (await takeFromList(list, missing, take));
  const rest = isComplete ? [] : [...missing];
  const reader = async () => {
    for (let id = rest.shift(); id !== undefined; id = rest.shift()) {
      try {
        take(id, (await client.getTestCase({ project_id: projectId, test_case_id: id })).data.test_case);
      } catch (error) {
        if (!isAboutInput(error)) throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: maxReaders }, reader));
  return foundCases;
}

/**
 * Reads pages until all are found, or until reading each missing one individually needs fewer requests. Returns whether
 * it read the list to its end.
 */
async function takeFromList(
  list: AsyncIterable<TestCase>,
  missing: ReadonlySet<string>,
  take: (id: string, testCase: TestCase) => void,
): Promise<boolean> {
  let inVain = 0;
  try {
    for await (const testCase of list) {
      const before = missing.size;
      take(testCase.id.toLowerCase(), testCase);
      if (testCase.human_id) take(testCase.human_id, testCase);
      inVain = missing.size < before ? 0 : inVain + 1;
      if (inVain / pageSize >= missing.size) return false;
    }
    return true;
  } catch (error) {
    // It is not documented how to request the next page, so a list may end early. The rest are read individually.
    if (!mayEndEarly(error)) throw error;
    return false;
  }
}

/** Returns whether only a list failed, rather than the whole service, the API key, or the caller by aborting. */
function mayEndEarly(error: unknown): boolean {
  const isLost = [ResponseError, ConnectionError, TimeoutError].some((kind) => error instanceof kind);
  return isLost || (error instanceof ApiError && error.status >= 500);
}

/** Returns the ids of test cases by title, in NFC. Leaves out titles that several test cases share, which are ambiguous. */
export async function testCasesByTitle(
  client: TestsigmaClient,
  projectId: string,
): Promise<Map<string, readonly string[]>> {
  const ids = new Map<string, string[]>();
  for await (const { id, title } of listAll(client.listTestCases, { project_id: projectId })) {
    const key = (title ?? "").normalize();
    ids.set(key, [...(ids.get(key) ?? []), id]);
  }
  return new Map([...ids].filter(([, sameTitle]) => sameTitle.length === 1));
}

/** Returns a hint at what was probably meant by an id that does not exist. */
export function hintForCaseId(id: string, prefix: string): string {
  const number = /\d+$/.exec(id)?.[0];
  if (isUuid(id) || !number) return `not a test case id; expected ${prefix}-12 or a UUID`;
  return id === `${prefix}-${number}`
    ? "it may have been deleted"
    : `the project's ids start with ${prefix}-; did you mean ${prefix}-${number}?`;
}
