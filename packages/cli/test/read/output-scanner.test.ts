import { describe, expect, it } from "vitest";
import { OutputScanner } from "../../src/read/output-scanner.ts";

describe("OutputScanner", () => {
  it("finds a marker that a very long line and two pieces split", () => {
    const marker = "[[PROPERTY|testsigma_id=DEMO-1]]";
    for (let cut = 1; cut < marker.length; cut++) {
      const scanner = new OutputScanner();
      scanner.write("x".repeat(10_000) + marker.slice(0, cut));
      scanner.write(marker.slice(cut) + "y".repeat(10_000));
      scanner.end();
      expect({ cut, properties: scanner.properties }).toEqual({
        cut,
        properties: [{ name: "testsigma_id", value: "DEMO-1" }],
      });
    }
  });

  it("passes over what is no marker", () => {
    const scanner = new OutputScanner();
    scanner.write("[[PROPERTY|no value]] [[OTHER|x=y]] [[PROPERTY|a=\n]]\n");
    scanner.end();
    expect(scanner.properties).toEqual([]);
  });
});
