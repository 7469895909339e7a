/** A difference between Prism and the mock, and the tests that notice it. */
export interface PrismDifference {
  /** The subject of the difference, for the table in the mock's README. */
  about: string;
  prism: string;
  mock: string;
  /** The tests that fail on Prism because of it, by their full names, and how; not set if both respond alike. */
  failure?: { tests: RegExp; error: RegExp };
}

/** All differences of `prism mock` on this spec. A test of the list that passes, or fails otherwise, fails the suite. */
export const prismDifferences: PrismDifference[] = [
  {
    about: "A method that the path lacks",
    prism: "405 without `Allow`",
    mock: "405 with `Allow`, which RFC 9110 requires",
    failure: {
      tests: /(^|> )\/\S+ > rejects [A-Z]+, and says what it allows$/,
      error: /^Allow: expected undefined /,
    },
  },
  {
    about: "`page_size` and `page_info.next`",
    prism: "every page is the documented one, whose `next` may lead to itself",
    mock: "cuts the documented list into pages, and ends",
    failure: {
      tests: /(^|> )(listTestPlans|listTestPlanRuns|listStepGroups|listProjects) > pages to an end$/,
      error: /^\w+: the same page/,
    },
  },
  {
    about: "The key `invalid`",
    prism: "accepts every key",
    mock: "401, so that a test can see a rejected key",
    failure: {
      tests: /(^|> )throws an AuthenticationError for a key that is rejected$/,
      error: /^Expected a failure; it resolved to /,
    },
  },
  {
    about: "A body that names another project or thing than the path",
    prism: "accepts it",
    mock: "422, because the service takes the identifiers of the path",
    failure: {
      tests:
        /(^|> )(createTestRun|updateTestRun|createTestCase|updateTestCase) > rejects every request that breaks the spec$/,
      error: /It breaks the spec, but got 20\d\./,
    },
  },
  {
    about: "The JSON body `null`, `false`, `0` or an empty text",
    prism: "422, as if there were no body",
    mock: "422 for the wrong type",
  },
];

/** Returns the difference that makes a test fail on Prism; `undefined` if the test must pass. */
export const prismDifference = (testName: string): PrismDifference | undefined =>
  prismDifferences.find(({ failure }) => failure?.tests.test(testName));

interface TestError {
  message: string;
  /** The error of a property in fast-check. */
  cause?: { message?: string };
}

/** Throws unless a test has errors, and each of them is that of the difference. */
export function assertFailure({ about, failure }: PrismDifference, errors: readonly TestError[]): void {
  const isNamed = ({ message, cause }: TestError) => failure?.error.test(`${message}\n${cause?.message}`);
  if (errors.length > 0 && errors.every(isNamed)) return;
  const outcome = errors.length === 0 ? "passes" : "fails for another reason";
  throw new Error(
    `On Prism, this test should fail because of "${about}", but it ${outcome}. See prism-differences.ts.`,
  );
}
