/** A difference between Prism and the mock, and the tests that notice it. */
export interface PrismDifference {
  /** The subject of the difference, for the table in the mock's README. */
  about: string;
  prism: string;
  mock: string;
  /** Matches the full names of tests that fail on Prism because of it; not set if both reject with the same status. */
  tests?: RegExp;
}

/** All differences of `prism mock` on this spec. A test that fails for another reason fails the suite. */
export const prismDifferences: PrismDifference[] = [
  {
    about: "A method that the path lacks",
    prism: "405 without `Allow`",
    mock: "405 with `Allow`, which RFC 9110 requires",
    tests: /(^|> )\/\S+ > rejects [A-Z]+, and says what it allows$/,
  },
  {
    about: "Generated data (`dynamic=true`)",
    prism: "has random properties that the spec does not name",
    mock: "has the properties of the spec only",
    tests: /(^|> )responds as the spec says, with any documented status$/,
  },
  {
    about: "`page_size` and `page_info.next`",
    prism: "every page is the documented one, whose `next` may lead to itself",
    mock: "cuts the documented list into pages, and ends",
    tests: /(^|> )(listTestPlans|listTestPlanRuns|listStepGroups|listProjects) > pages to an end$/,
  },
  {
    about: "The key `invalid`",
    prism: "accepts every key",
    mock: "401, so that a test can see a rejected key",
    tests: /(^|> )throws an AuthenticationError for a key that is rejected$/,
  },
  {
    about: "A body that names another project or thing than the path",
    prism: "accepts it",
    mock: "422, because the service takes the identifiers of the path",
    tests:
      /(^|> )(createTestRun|updateTestRun|createTestCase|updateTestCase) > rejects every request that breaks the spec$/,
  },
  {
    about: "The JSON body `null`, `false`, `0` or an empty text",
    prism: "422, as if there were no body",
    mock: "422 for the wrong type",
  },
];

/** Returns the difference that makes a test fail on Prism; `undefined` if the test must pass. */
export const prismDifference = (testName: string): PrismDifference | undefined =>
  prismDifferences.find(({ tests }) => tests?.test(testName));
