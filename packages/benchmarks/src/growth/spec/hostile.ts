// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is meant as text.

/**
 * Names of properties that trip up code which prints or stores names carelessly. Methods of every object, such as
 * `toString`, are missing, because openapi-typescript 7 cannot read a schema with such a property.
 */
export const hostileNames = [
  "__proto__",
  "then",
  "class",
  "delete",
  "1st",
  "with space",
  "kebab-case",
  "dotted.name",
  'quoted"name',
  "quoted'name",
  "back\\slash",
  "back`tick",
  "${dollar}",
  "$ref-like",
  "a/b~c",
  "größe",
  "名前",
  "🚲",
];

/** Texts that end what they are printed into. */
export const hostileTexts = [
  "</script><script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "ends a comment: */ alert(1) /*",
  "<!-- --> {{mustache}} ${template} `code`",
  "@throws {Never} an own tag\n@example\n```ts\nlet x = `",
  "two\r\nlines\u2028and a separator",
  "| a | table |\n|---|---|\n# heading",
  "‮from the right",
];

/** Ids of operations that are methods of every object, or words of JavaScript. */
export const hostileIds = ["constructor", "toString", "valueOf", "hasOwnProperty", "delete", "class", "await"];
