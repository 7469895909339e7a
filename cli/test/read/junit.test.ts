import { describe, expect, it } from "vitest";
import { JunitParser, type ParseOptions } from "../../src/read/junit-parser.ts";

/** Parses a report that arrives in pieces of a given length. */
function parse(xml: string, { pieceLength = xml.length, ...options }: ParseOptions & { pieceLength?: number } = {}) {
  const parser = new JunitParser("report.xml", options);
  const tests = [];
  for (let at = 0; at < xml.length; at += pieceLength) tests.push(...parser.write(xml.slice(at, at + pieceLength)));
  parser.end();
  return tests;
}

const suite = (content: string) => `<testsuites><testsuite name="s" file="s.py">${content}</testsuite></testsuites>`;

describe("the JUnit parser", () => {
  it("uses the file of the nearest suite that names one", () => {
    const [test] = parse(
      suite(`<testsuite name="inner"><testcase classname="c" name="n" time="1,234.5"/></testsuite>`),
    );
    expect(test).toMatchObject({ file: "s.py", className: "c", name: "n", status: "passed", durationMs: 1_234_500 });
  });

  it.each([
    ["<flakyFailure/>", { status: "passed", flaky: true }],
    ["<rerunError><stackTrace>t</stackTrace></rerunError>", { status: "passed", flaky: true }],
    ['<failure message="last"/><rerunFailure message="again"/>', { status: "failed", flaky: false, message: "last" }],
  ])("merges the attempts of %s into one test", (content, expected) => {
    expect(parse(suite(`<testcase name="n">${content}</testcase>`))).toMatchObject([expected]);
  });

  it("finds properties and attachments in output, whatever the pieces it arrives in", () => {
    const xml = suite(
      `<testcase name="n"><system-out><![CDATA[noise [[PROPERTY|testsigma_id=DEMO-1]]\n[[ATTACHMENT|a b.png]]]]></system-out></testcase>`,
    );
    for (const pieceLength of [1, 7, 64, xml.length]) {
      expect(parse(xml, { pieceLength })[0]).toMatchObject({
        outputProperties: [{ name: "testsigma_id", value: "DEMO-1" }],
        attachments: ["a b.png"],
      });
    }
  });

  it("finds a property at the end of a very long line", () => {
    const line = `${"x".repeat(200_000)}[[PROPERTY|testsigma_id=DEMO-1]]${"y".repeat(200_000)}`;
    const [test] = parse(suite(`<testcase name="n"><system-out>${line}</system-out></testcase>`), {
      pieceLength: 64 * 1024,
    });
    expect(test?.outputProperties).toEqual([{ name: "testsigma_id", value: "DEMO-1" }]);
  });

  it("keeps the value of a property that is written as text", () => {
    const [test] = parse(
      suite(`<testcase name="n"><properties><property name="id">DEMO-1</property></properties></testcase>`),
    );
    expect(test?.properties).toEqual([{ name: "id", value: "DEMO-1" }]);
  });

  it.each([
    ["1,234.5", 1_234_500],
    ["0,123", 123],
    ["1.5", 1_500],
  ])("reads the time %s", (time, durationMs) => {
    expect(parse(suite(`<testcase name="n" time="${time}"/>`))[0]).toMatchObject({ durationMs });
  });

  it.each([
    ['status="notrun"', "skipped"],
    ['status="run" result="skipped"', "skipped"],
    ['result="Not Run"', "skipped"],
    ['status="failed"', "failed"],
    ['result="ERROR"', "failed"],
    ['status="maybe"', "blocked"],
    ['status="passed" result="inconclusive"', "blocked"],
  ])("reads %s as %s", (attributes, status) => {
    const [test] = parse(suite(`<testcase name="n" ${attributes}/>`));
    expect(test?.status).toBe(status);
    if (status === "blocked") expect(test?.message).toMatch(/^unknown status (maybe|inconclusive)$/);
  });

  it("keeps attributes that are named like methods of objects", () => {
    const [test] = parse(suite('<testcase hasOwnProperty="1" toString="2" __proto__="3" name="n" time="1"/>'));
    expect(test).toMatchObject({ name: "n", durationMs: 1_000 });
  });

  it("cuts texts only between characters", () => {
    const [name, message] = [1_999, 3_999].map((length) => `${"x".repeat(length)}😀`);
    const xml = `<testcase name="${name}"><failure>${message}</failure></testcase>`;
    expect(parse(suite(xml))[0]).toMatchObject({ name: "x".repeat(1_999), message: "x".repeat(3_999) });
  });

  it.each([
    ["an error of its own", '<testsuite name="api"><error message="refused"/></testsuite>', "refused"],
    [
      "counts that disagree",
      '<testsuite name="api" errors="2"><testcase name="a"/></testsuite>',
      "the suite declares 2",
    ],
    ["a negative count", '<testsuite name="api" failures="-1" errors="1"/>', "the suite declares 1"],
    [
      "an error far inside",
      '<testsuite name="x"><testsuite name="api"><failure>lost</failure></testsuite></testsuite>',
      "lost",
    ],
  ])("reports a suite with %s as a failed test", (_, xml, message) => {
    const failed = parse(xml).filter(({ status }) => status === "failed");
    expect(failed).toMatchObject([{ name: "api", message: expect.stringContaining(message) }]);
  });

  it.each([
    ['<testsuites><testsuite tests="10"><testcase name="a"/></testsuite></testsuites>', 9],
    ['<testsuites tests="3" skipped="1"><testsuite tests="3"><testcase name="a"/></testsuite></testsuites>', 1],
    ['<testsuites tests="2" skipped="1"><testsuite tests="2"><testcase name="a"/></testsuite></testsuites>', 0],
    ['<testsuite tests="2" errors="1"><testcase name="fails in teardown"><error/></testcase></testsuite>', 0],
  ])("warns of tests that are counted but missing: %s", (xml, missing) => {
    const warnings: string[] = [];
    parse(xml, { onWarning: (message) => warnings.push(message) });
    expect(warnings).toEqual(
      missing ? [expect.stringMatching(`^report.xml counts ${missing} tests? more than it contains$`)] : [],
    );
  });

  it("adds no failure to a suite that shows one", () => {
    const tests = parse(
      '<testsuite errors="1" failures="1"><testcase name="a"><failure/></testcase><error/></testsuite>',
    );
    expect(tests.map(({ name }) => name)).toEqual(["a"]);
  });

  it("treats equal names in different suites as different tests", () => {
    const same = '<testcase classname="c" name="n"/>';
    expect(
      parse(`<testsuites><testsuite>${same}${same}</testsuite><testsuite>${same}</testsuite></testsuites>`),
    ).toHaveLength(2);
  });

  it.each([
    ["TestRun", /this is TRX of \.NET: add the package JunitXml\.TestLogger/],
    ["test-run", /this is NUnit 3/],
    ["assemblies", /this is xUnit\.net: run its runner with -junit/],
    ["robot", /robot --xunit junit\.xml/],
  ])("says what to do with <%s>", (root, message) => {
    expect(() => parse(`<${root}/>`)).toThrow(message);
  });

  it("never reads an external entity", () => {
    const xml = `<!DOCTYPE x SYSTEM "file:///etc/passwd"><testsuite><testcase name="&x;"/></testsuite>`;
    expect(parse(xml)[0]?.name).toBe("&x;");
  });

  it.each([
    [
      "a tag that is not closed",
      `<testsuite>\n<testcase name="n">\n</testsuite>`,
      /^report\.xml:3: not well-formed XML: Unexpected close tag/,
    ],
    [
      "a report that was cut off",
      `<testsuite>\n<testcase name="n"/>\n`,
      /^report\.xml:3: not well-formed XML: Unclosed root tag/,
    ],
    [
      "another format",
      `<?xml version="1.0"?>\n<assemblies/>`,
      /^report\.xml:2: expected <testsuites> or <testsuite> \(JUnit XML\), got <assemblies>/,
    ],
    [
      "an entity bomb",
      `<!DOCTYPE lolz [<!ENTITY a "a"><!ENTITY b "&a;&a;">]>\n<testsuite name="&b;"/>`,
      /^report\.xml:1: declares entities in a DOCTYPE/,
    ],
    [
      "a test inside a test",
      `<testsuite>\n<testcase name="a"><testcase name="b"/></testcase></testsuite>`,
      /^report\.xml:2: found <testcase> inside/,
    ],
  ])("rejects %s", (_, xml, message) => {
    expect(() => parse(xml)).toThrow(message);
  });
});
