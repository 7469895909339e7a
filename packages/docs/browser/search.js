// Follows the search engine and `searchEntries` in the same file.

const words = (text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Words that readers use, with those that the API uses. Identifiers are in the list of what they identify. */
const synonyms = new Map(
  Object.entries({
    "api key": "authentication",
    429: "rate limit",
    ratelimit: "rate limit",
    token: "key",
    login: "authentication",
    upload: "import",
    file: "report",
    finish: "close",
    remove: "delete",
    edit: "update",
    ids: "list",
  }),
);

const engine = new MiniSearch({
  fields: ["title", "name", "owner", "where", "text"],
  idField: "index",
  // A name such as `createTestRun` or `page_size` is also found by its parts.
  tokenize: (text) => [...words(text.replaceAll(/(\p{Ll})(\p{Lu})/gu, "$1 $2")), ...words(text.replaceAll("_", ""))],
  searchOptions: {
    boost: { title: 4, name: 4 },
    // Most readers look for an operation or a section, which have a second name, and most of all for the first operation.
    boostDocument: (index) => (index === 0 ? 4 : searchEntries[index].name ? 3 : 1),
    prefix: true,
    weights: { fuzzy: 0.1, prefix: 0.5 },
    combineWith: "AND",
    tokenize: words,
  },
});
engine.addAll(searchEntries.map((entry, index) => ({ index, ...entry })));

/** Returns what has all words of a query; if nothing has them, what has similar words. */
const search = (query) => {
  const asked = [synonyms.get(query) ?? words(query).map((word) => synonyms.get(word) ?? word)].flat().join(" ");
  const matches = engine.search(asked);
  return matches.length > 0 ? matches : engine.search(asked, { fuzzy: (term) => (term.length > 7 ? 2 : 1) });
};

const dialog = document.querySelector("#search");
const input = dialog.querySelector("input");
const results = dialog.querySelector("ol");
const status = dialog.querySelector(".none");
const [maxResults, excerptLength] = [30, 160];

const find = () => {
  const query = input.value.trim().toLowerCase();
  // Exact names first, in the order of the menu.
  const isExact = ({ title, name = "" }) => `.${title} .${name} `.toLowerCase().includes(`.${query} `);
  const rank = ({ id }) => (isExact(searchEntries[id]) ? id : searchEntries.length);
  const matches = search(query).sort((one, other) => rank(one) - rank(other));
  results.replaceChildren(...matches.slice(0, maxResults).map(({ id, terms }) => itemOf(searchEntries[id], terms)));
  status.textContent = query && matches.length === 0 ? "No results" : "";
};

/** Returns the text around the first of the terms, in whole words. */
const excerptOf = (text, terms) => {
  const places = terms.map((term) => text.toLowerCase().indexOf(term)).filter((place) => place !== -1);
  const first = Math.max(0, Math.min(...places, text.length) - excerptLength / 4);
  const start = places.length === 0 || first < excerptLength / 4 ? 0 : text.lastIndexOf(" ", first) + 1;
  const excerpt = text.slice(start, start + excerptLength).replace(/\s\S*$/, "");
  return `${start > 0 ? "… " : ""}${text.length - start <= excerptLength ? text.slice(start) : `${excerpt} …`}`;
};

const itemOf = ({ href, title, where, text }, terms) => {
  const item = document.createElement("li");
  const link = item.appendChild(document.createElement("a"));
  link.href = href;
  for (const [tag, content] of Object.entries({ b: title, small: where, span: excerptOf(text, terms) })) {
    const part = document.createElement(tag);
    // A path may wrap after each slash.
    part.textContent = content.replaceAll("/", "/\u200b");
    link.append(part, " ");
  }
  return item;
};

input.addEventListener("input", find);
results.addEventListener("click", () => dialog.close());
dialog.addEventListener("keydown", (event) => {
  const links = [...results.querySelectorAll("a")];
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) {
    event.preventDefault();
    const next = links.indexOf(document.activeElement) + step;
    (links[next] ?? input).focus();
  } else if (event.key === "Escape") {
    // Chromium would only clear the field.
    dialog.close();
  } else if (event.key === "Enter" && document.activeElement === input) {
    event.preventDefault();
    links[0]?.click();
  }
});

globalThis.showSearch = () => {
  if (!dialog.open) dialog.showModal();
  input.select();
};
