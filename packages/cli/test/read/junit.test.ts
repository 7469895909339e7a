import { describe, expect, it } from "vitest";
import { createJunitParser } from "../../src/read/junit-parser.ts";

/** Parses a report that arrives in pieces of some characters. */
function parse(xml: string, pieceLength = xml.length) {
  const parser = createJunitParser("report.xml");
  const tests = [];
  for (let at = 0; at < xml.length; at += pieceLength) tests.push(...parser.write(xml.slice(at, at + pieceLength)));
  parser.end();
  return tests;
}

const suite = (content: string) => `<testsuites><testsuite name="s" file="s.py">${content}</testsuite></testsuites>`;

describe("the JUnit parser", () => {
  it("takes the file of the nearest suite that names one", () => {
    const [test] = parse(
      suite(`<testsuite name="inner"><testcase classname="c" name="n" time="1,234.5"/></testsuite>`),
    );
    expect(test).toMatchObject({ file: "s.py", className: "c", name: "n", status: "passed", durationMs: 1_234_500 });
  });

  it.each(["flakyFailure", "flakyError", "rerunFailure", "rerunError"])(
    "flags a test that passed after a %s",
    (name) => {
      const [test] = parse(
        suite(`<testcase name="n"><${name} message="m"><stackTrace>t</stackTrace></${name}></testcase>`),
      );
      expect(test).toMatchObject({ status: "passed", flaky: true });
    },
  );

  it("keeps a test failed whose reruns failed too", () => {
    const [test] = parse(
      suite(`<testcase name="n"><failure message="last"/><rerunFailure message="again"/></testcase>`),
    );
    expect(test).toMatchObject({ status: "failed", flaky: false, message: "last" });
  });

  it("finds properties and attachments in output, whatever the pieces it arrives in", () => {
    const xml = suite(
      `<testcase name="n"><system-out><![CDATA[noise [[PROPERTY|testsigma_id=DEMO-1]]\n[[ATTACHMENT|a b.png]]]]></system-out></testcase>`,
    );
    for (const pieceLength of [1, 7, 64, xml.length]) {
      expect(parse(xml, pieceLength)[0]).toMatchObject({
        outputProperties: [{ name: "testsigma_id", value: "DEMO-1" }],
        attachments: ["a b.png"],
      });
    }
  });

  it("finds a property at the end of a very long line", () => {
    const line = `${"x".repeat(200_000)}[[PROPERTY|testsigma_id=DEMO-1]]${"y".repeat(200_000)}`;
    const [test] = parse(suite(`<testcase name="n"><system-out>${line}</system-out></testcase>`), 64 * 1024);
    expect(test?.outputProperties).toEqual([{ name: "testsigma_id", value: "DEMO-1" }]);
  });

  it("keeps the value of a property that is written as text", () => {
    const [test] = parse(
      suite(`<testcase name="n"><properties><property name="id">DEMO-1</property></properties></testcase>`),
    );
    expect(test?.properties).toEqual([{ name: "id", value: "DEMO-1" }]);
  });

  it("accepts a message attribute of several megabytes and cuts it", () => {
    const [test] = parse(
      suite(`<testcase name="n"><failure message="${"m".repeat(3_000_000)}"/></testcase>`),
      64 * 1024,
    );
    expect(test?.message).toHaveLength(4_000);
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
      /^report\.xml:2: found <assemblies>, expected <testsuites> or <testsuite>/,
    ],
    [
      "an entity bomb",
      `<!DOCTYPE lolz [<!ENTITY a "a"><!ENTITY b "&a;&a;">]>\n<testsuite name="&b;"/>`,
      /^report\.xml:1: declares entities in a DOCTYPE/,
    ],
    [
      "an external entity",
      `<!DOCTYPE x SYSTEM "file:///etc/passwd">\n<testsuite name="&x;"/>`,
      /^report\.xml:2: not well-formed XML: Invalid character entity/,
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
