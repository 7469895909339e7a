// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are meant to be plain text.

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

/** The effect of a text that is executed as code, which tests look for. */
const hack = "globalThis.hacked = 1";

/** Texts that break out of the context they are printed into. */
export const hostileTexts = [
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

/** Names of query parameters: reserved words of JavaScript, and characters that are special in a URL or a shell. */
export const hostileParameters = [
  "class",
  "await",
  "$filter",
  "filter[name]",
  "a&b=c",
  "with space",
  "it's",
  'quo"te',
  "größe",
];

/** Formats that are made up or resemble known ones. */
export const hostileFormats = ["int 64", "*/", "date-time\n", "__proto__", "uri-template", "名前"];

/** The nesting depth of the schemas of hostile properties. */
export const hostileDepth = 25;

/** Ids of operations that are also methods of every object, or reserved words of JavaScript. */
export const hostileIds = ["constructor", "toString", "valueOf", "hasOwnProperty", "delete", "class", "await"];
