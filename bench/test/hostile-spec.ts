// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are meant to be plain text.
import type { OpenApiDocument } from "@testsigma-tms/spec/reader";

/** Ids of operations that are also methods of every object, or reserved words of JavaScript. */
const ids = ["constructor", "toString", "valueOf", "hasOwnProperty", "delete", "class", "await"];

// Methods of every object, such as `toString`, are missing: openapi-typescript 7 cannot read a property of that name.
const names = [
  ...["__proto__", "then", "class", "delete", "1st", "with space", "kebab-case", "dotted.name", 'quoted"name'],
  ...["quoted'name", "back\\slash", "back`tick", "${dollar}", "$ref-like", "a/b~c", "größe", "名前", "🚲"],
];

/** Reserved words of JavaScript, and characters that are special in a URL or a shell. */
const parameters = ["class", "await", "$filter", "filter[name]", "a&b=c", "with space", "it's", 'quo"te', "größe"];

const formats = ["int 64", "*/", "date-time\n", "__proto__", "uri-template", "名前"];

/** The effect of a text that is executed as code, which tests look for. */
const hack = "globalThis.hacked = 1";

/** Texts that break out of the context they are printed into. */
const texts = [
  `</script><script>${hack}</script>`,
  `<img src=x onerror="${hack}">`,
  `ends a comment: */ ${hack}; /*`,
  `ends a string: "; ${hack}; '; ${hack}; \`; ${hack}; \\`,
  `\${${hack}} {{constructor.constructor('${hack}')()}} [link](javascript:${hack.replaceAll(" ", "")})`,
  `$(echo) \`id\` EOF\nEOF\n%s $HOME ''' """`,
  "<!-- --> {{mustache}} ${template} `code`",
  "@throws {Never} an own tag\n@example\n```ts\nlet x = `",
  "two\r\nlines\u2028and a separator",
  "| a | table |\n|---|---|\n# heading",
  "‮from the right",
  "very long ".repeat(200),
];

const string = { type: "string" };
const path = (name: string) => ({ name, in: "path", required: true, schema: string });
const body = (schema: object, examples: object) => ({ content: { "application/json": { schema, examples } } });

// Not an object literal: `__proto__` must become an own property.
const properties = Object.fromEntries([
  ...names.map((name, index) => [name, { type: "string", description: texts[index % texts.length] }]),
  ...formats.map((format, index) => [`format${index}`, { type: "string", format }]),
]);
const deep = (levels: number): object => ({
  type: "object",
  ...(levels > 0 && { properties: { deeper: deep(levels - 1) } }),
});
const thing = { $ref: "#/components/schemas/Thing" };
const schemas: Record<string, object> = {
  Thing: {
    type: "object",
    description: texts[0],
    properties: { ...properties, deep: deep(25), parent: thing, children: { type: "array", items: thing } },
  },
};

/** The body of every request and response. */
export const thingExample = Object.fromEntries(names.map((name, index) => [name, texts[index % texts.length]]));

/** A spec with names and texts meant to break careless generators, and a schema that contains itself. */
export const hostileSpec: OpenApiDocument = {
  openapi: "3.1.0",
  info: { title: "Hostile", version: "1.0.0" },
  servers: [{ url: "https://api.example.com/v1" }],
  security: [{ apiKey: [] }],
  paths: Object.fromEntries(texts.map((text, index) => [`/things/${index}/{thing_id}`, pathItem(text, index)])),
  components: { securitySchemes: { apiKey: { type: "http", scheme: "bearer" } }, schemas },
};

function pathItem(text: string, index: number): Record<string, object> {
  // A text is also the name of an example: the mock plays it by that name, and the docs print both.
  const examples = { [text]: { summary: text, description: text, value: thingExample } };
  const operation = {
    tags: ["Things"],
    summary: "Work with things",
    description: text,
    responses: { 200: { description: text, ...body(thing, examples) } },
  };
  const filters = parameters.map((name) => ({ name, in: "query", schema: string, description: text, example: text }));
  return {
    get: { ...operation, operationId: ids[index] ?? `getThing${index}`, parameters: [path("thing_id"), ...filters] },
    post: {
      ...operation,
      operationId: `createThing${index}`,
      parameters: [path("thing_id")],
      requestBody: { required: true, ...body(thing, examples) },
    },
  };
}
