import hljs from "highlight.js/lib/core";
import bash from "highlight.js/lib/languages/bash";
import http from "highlight.js/lib/languages/http";
import javascript from "highlight.js/lib/languages/javascript";
import json from "highlight.js/lib/languages/json";
import python from "highlight.js/lib/languages/python";
import typescript from "highlight.js/lib/languages/typescript";
import yaml from "highlight.js/lib/languages/yaml";
import { escapeHtml } from "./escape-html.ts";

const languages = { bash, http, javascript, json, python, typescript, yaml };
for (const [name, language] of Object.entries(languages)) hljs.registerLanguage(name, language);
hljs.registerAliases(["sh"], { languageName: "bash" });
hljs.registerAliases(["ts"], { languageName: "typescript" });
hljs.configure({ classPrefix: "" });

/** The kinds of tokens that have a colour in the style sheet. */
const coloured = new Set([
  "attr",
  "built_in",
  "comment",
  "keyword",
  "literal",
  "number",
  "property",
  "regexp",
  "string",
]);

/** Matches the JSON that a curl command sends, between quotes or in a heredoc. */
const jsonInCurl = /^([\s\S]*?--data(?:-binary)? )((?:@- <<'EOF'|')\n)([\s\S]*?)(\n(?:'|EOF)\s*)$/;

/** Returns a block of highlighted code, with a bar above it that has the language and a copy button. */
export function codeBlock(lang: string, source: string, label = lang): string {
  const code = source.trimEnd();
  const bar = `<span>${escapeHtml(label)}</span><button type="button" class="copy">Copy</button>`;
  return `<div class="code"><div class="bar">${bar}</div><pre><code>${highlight(lang, code)}</code></pre></div>`;
}

function highlight(lang: string, code: string): string {
  if (!hljs.getLanguage(lang)) return escapeHtml(code);
  const [, command, start = "", body = "", end = ""] = (lang === "bash" && code.match(jsonInCurl)) || [];
  if (command === undefined) return colour(lang, code);
  return colour(lang, command) + escapeHtml(start) + colour("json", body) + escapeHtml(end);
}

/** Marks only the tokens that have a colour; marking the others would add a third to all elements. */
function colour(language: string, code: string): string {
  const isKept: boolean[] = [];
  return hljs
    .highlight(code, { language })
    .value.replaceAll(/<span class="(\w+)[^>]*>|<\/span>/g, (tag, kind?: string) => {
      if (kind === undefined) return isKept.pop() ? tag : "";
      const keeps = coloured.has(kind);
      isKept.push(keeps);
      return keeps ? tag : "";
    });
}
