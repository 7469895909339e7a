import { describe, expect, it } from "vitest";
import type { Parameter } from "../../src/document/operation.js";
import { createResolve } from "../../src/document/resolve.js";
import { type Carried, parseParameters, withShape } from "../../src/request/parse-parameters.js";

const text = { type: "string" };
const list = { type: "array", items: { type: "string" } };
const anyObject = { type: "object" };
const object = { type: "object", properties: { R: { type: "string" }, G: { type: "string" } } };

/** Reads a parameter named `color` out of a request. */
function read(parameter: Partial<Parameter>, carried: Partial<Carried>): unknown {
  const color: Parameter = {
    name: "color",
    in: "query",
    required: false,
    style: "form",
    explode: true,
    isJson: false,
    schema: text,
    example: undefined,
    ...parameter,
  };
  const shaped = withShape(color, createResolve({}));
  const nothing: Carried = { path: "/", values: new Map(), query: new URLSearchParams(), headers: new Headers() };
  return parseParameters([shaped], { ...nothing, ...carried }).color;
}

// The table of OpenAPI 3.1, section 4.8.12.3.
const inPath: [style: string, explode: boolean, schema: Parameter["schema"], sent: string, value: unknown][] = [
  ["simple", false, text, "blue", "blue"],
  ["simple", false, text, ";color=blue", ";color=blue"],
  ["simple", false, list, "blue,black", ["blue", "black"]],
  ["simple", false, list, "color=blue,black", ["color=blue", "black"]],
  ["simple", true, anyObject, "R=100,G=200", { R: "100", G: "200" }],
  ["simple", true, { properties: {} }, "R=100,G=200", { R: "100", G: "200" }],
  ["simple", false, object, "R,100,G,200", { R: "100", G: "200" }],
  ["simple", true, object, "R=100,G=200", { R: "100", G: "200" }],
  ["label", false, text, ".blue", "blue"],
  ["label", false, list, ".blue,black", ["blue", "black"]],
  ["label", true, list, ".blue.black", ["blue", "black"]],
  ["label", false, object, ".R,100,G,200", { R: "100", G: "200" }],
  ["label", true, object, ".R=100.G=200", { R: "100", G: "200" }],
  ["matrix", false, text, ";color=blue", "blue"],
  ["matrix", false, list, ";color=blue,black", ["blue", "black"]],
  ["matrix", true, list, ";color=blue;color=black", ["blue", "black"]],
  ["matrix", false, object, ";color=R,100,G,200", { R: "100", G: "200" }],
  ["matrix", true, object, ";R=100;G=200", { R: "100", G: "200" }],
  ["simple", true, object, "R=1=2", { R: "1=2" }],
  ["simple", false, object, "R,100,G", { R: "100", G: "" }],
];

describe("a parameter in the path", () => {
  it.each(inPath)("of style %s (explode: %s, %j) reads %j", (style, explode, schema, sent, value) => {
    const carried = { values: new Map([["color", sent]]) };
    expect(read({ in: "path", style, explode, schema }, carried)).toStrictEqual(value);
  });
});

const inQuery: [style: string, explode: boolean, schema: Parameter["schema"], sent: string, value: unknown][] = [
  ["form", true, text, "color=blue", "blue"],
  ["form", true, text, "color=blue&color=black", ["blue", "black"]],
  ["form", true, list, "color=blue&color=black", ["blue", "black"]],
  ["form", true, list, "color=blue,black", ["blue,black"]],
  ["form", false, list, "color=blue,black", ["blue", "black"]],
  ["form", false, list, "color=blue&color=black", ["blue", "black"]],
  ["form", true, object, "R=100&G=200&B=1", { R: "100", G: "200" }],
  ["form", true, object, "G=200", { G: "200" }],
  ["form", false, object, "color=R,100,G,200", { R: "100", G: "200" }],
  ["spaceDelimited", false, list, "color=blue%20black", ["blue", "black"]],
  ["pipeDelimited", false, list, "color=blue%7Cblack", ["blue", "black"]],
  ["pipeDelimited", false, object, "color=R%7C100%7CG%7C200", { R: "100", G: "200" }],
  ["deepObject", true, object, "color[R]=100&color[G][H]=200&color[G][I]=1", { R: "100", G: { H: "200", I: "1" } }],
  ["deepObject", true, object, "color[R]=1&color[R][S]=2&colors[R]=3", { R: { S: "2" } }],
  ["deepObject", true, object, "other[R]=1", undefined],
  ["form", true, text, "other=1", undefined],
  ["form", true, object, "other=1", undefined],
];

describe("a parameter in the query", () => {
  it.each(inQuery)("of style %s (explode: %s, %j) reads %j", (style, explode, schema, sent, value) => {
    expect(read({ style, explode, schema }, { query: new URLSearchParams(sent) })).toEqual(value);
  });

  it("that is JSON is parsed, and stays text where it is none", () => {
    const query = (sent: string) => ({ query: new URLSearchParams({ color: sent }) });
    expect(read({ isJson: true, schema: object }, query('{"R":100}'))).toEqual({ R: 100 });
    expect(read({ isJson: true, schema: object }, query("{R"))).toBe("{R");
  });
});

describe("a parameter in another place", () => {
  it("is read from a header", () => {
    const headers = new Headers({ color: "blue,black" });
    expect(read({ in: "header", style: "simple", explode: false, schema: list }, { headers })).toEqual([
      "blue",
      "black",
    ]);
    expect(read({ in: "header", style: "simple" }, {})).toBeUndefined();
  });

  it("is read from a cookie", () => {
    const headers = new Headers({ cookie: "colors=red; color=blue=1;other" });
    expect(read({ in: "cookie" }, { headers })).toBe("blue=1");
    expect(read({ in: "cookie" }, { headers: new Headers({ cookie: "colors=red" }) })).toBeUndefined();
  });
});
