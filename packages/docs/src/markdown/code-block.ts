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

/** The labels of languages whose names in Markdown are short. */
const labels: Record<string, string> = {
  http: "HTTP",
  json: "JSON",
  python: "Python",
  sh: "Shell",
  ts: "TypeScript",
  yaml: "YAML",
};

/** Matches the JSON that a curl command sends. */
const jsonInCurl = /^([\s\S]*?--data )(')([\s\S]*)('\s*)$/;

/**
 * Returns a block of highlighted code, with a bar above it that has a copy button.
 *
 * @param title the text of the bar; the language by default
 */
export function codeBlock(lang: string, source: string, title?: string): string {
  const label = title ?? (Object.hasOwn(labels, lang) ? labels[lang] : lang) ?? "";
  const bar = `<span${title ? ' class="title"' : ""}>${escapeHtml(label)}</span><button type="button" class="copy">Copy</button>`;
  const code = `<code data-lang="${escapeHtml(lang)}">${highlight(lang, source.trimEnd())}</code>`;
  return `<div class="code"><div class="bar">${bar}</div><pre tabindex="0">${code}</pre></div>`;
}

function highlight(lang: string, code: string): string {
  if (!hljs.getLanguage(lang)) return escapeHtml(code);
  const [, command, start = "", body = "", end = ""] = (lang === "bash" && code.match(jsonInCurl)) || [];
  if (command === undefined) return colour(lang, code);
  return colour(lang, command) + escapeHtml(start) + colour("json", body) + escapeHtml(end);
}

/** Marks the tokens that the style sheet gives a colour; the other half would only make pages larger. */
const colour = (language: string, code: string) =>
  hljs
    .highlight(code, { language })
    .value.replaceAll(/<span class="(?:punctuation|operator|params|title|variable)\b[^>]*>([^<]*)<\/span>/g, "$1");
