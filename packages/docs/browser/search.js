// Follows the search engine and `searchEntries` in the same file.

const words = (text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Maps words that readers use to those that the API uses. */
const synonyms = {
  "api key": "authentication",
  429: "rate limit",
  throttling: "rate limit",
  token: "key",
  login: "authentication",
  upload: "import",
  file: "report",
  finish: "close",
  remove: "delete",
  edit: "update",
  // Identifiers are found in the list of the things that they identify.
  ids: "list",
};

const known = new Set();
const engine = new MiniSearch({
  fields: ["title", "name", "owner", "where", "text"],
  idField: "index",
  // A name such as `createTestRun` or `page_size` is also found by its parts.
  tokenize: (text) => [...words(text.replaceAll(/(\p{Ll})(\p{Lu})/gu, "$1 $2")), ...words(text.replaceAll("_", ""))],
  searchOptions: {
    boost: { title: 4, name: 4 },
    // Operations and sections have a second name, and most readers look for one of them.
    boostDocument: (index) => (searchEntries[index].name ? 3 : 1),
    prefix: true,
    fuzzy: (term) => (term.length > 4 ? 0.2 : 0),
    weights: { fuzzy: 0.1, prefix: 0.5 },
    combineWith: "AND",
    tokenize: words,
  },
});
for (const [index, entry] of searchEntries.entries()) {
  engine.add({ index, ...entry });
  for (const field of ["title", "name", "where", "text"]) for (const word of words(entry[field] ?? "")) known.add(word);
}

/**
 * Returns the word if it occurs, or else the word that was probably meant: with two letters swapped, or two words
 * without the space between them.
 */
const corrected = (term) => {
  if ([...known].some((word) => word.startsWith(term))) return term;
  for (let at = 1; at < term.length; at++) {
    const swapped = term.slice(0, at - 1) + term[at] + term[at - 1] + term.slice(at + 1);
    if (known.has(swapped)) return swapped;
    const parts = [term.slice(0, at), term.slice(at)];
    if (at > 2 && parts.every((part) => known.has(part))) return parts;
  }
  return term;
};

const dialog = document.querySelector("#search");
const input = dialog.querySelector("input");
const results = dialog.querySelector("ol");
const status = dialog.querySelector(".none");
/** The maximum number of results to show: more only slow the list down. */
const shown = 30;
const excerptLength = 160;
const wholeWords = new RegExp(`^.{1,${excerptLength}}(?!\\S)`, "su");

/** Returns the words to search for. */
const meant = (query) =>
  words(synonyms[words(query).join(" ")] ?? query).flatMap((word) =>
    words(synonyms[word] ?? "").concat(synonyms[word] ? [] : corrected(word)),
  );

/**
 * Ranks a result: first an exact match of the name, then operations and sections with all words in their title, in the
 * order of the menu, then the rest by score.
 */
const rankOf = ({ title, name = "" }, query, asked) => {
  const exact = query.trim().toLowerCase();
  if ([title, name].some((each) => each.toLowerCase() === exact) || title.toLowerCase().endsWith(`.${exact}`)) return 0;
  const titleWords = words(title);
  return name && asked.every((word) => titleWords.some((each) => each.startsWith(word))) ? 1 : 2;
};

const find = () => {
  const query = input.value;
  const asked = meant(query);
  const ranked = engine
    .search(asked.join(" "))
    .map(({ id, terms }) => ({ id, terms, entry: searchEntries[id], rank: rankOf(searchEntries[id], query, asked) }))
    .sort((one, other) => one.rank - other.rank || (one.rank < 2 ? one.id - other.id : 0));
  results.replaceChildren(...ranked.slice(0, shown).map(({ entry, terms }) => itemOf(entry, terms)));
  status.textContent = query && ranked.length === 0 ? "No results" : "";
};

/** Returns the words of a text around the first of the terms, or its beginning. */
const excerptOf = (text, terms) => {
  const lower = text.toLowerCase();
  const places = terms.map((term) => lower.indexOf(term)).filter((place) => place !== -1);
  const first = places.length > 0 ? Math.min(...places) : 0;
  const start = first < excerptLength / 2 ? 0 : text.lastIndexOf(" ", first - excerptLength / 4) + 1;
  const rest = text.slice(start);
  const [excerpt = rest.slice(0, excerptLength)] = rest.match(wholeWords) ?? [];
  return `${start > 0 ? "… " : ""}${excerpt}${excerpt.length < rest.length ? " …" : ""}`;
};

const itemOf = ({ href, title, where, text }, terms) => {
  const item = document.createElement("li");
  const link = item.appendChild(document.createElement("a"));
  link.href = href;
  for (const [tag, content] of [
    ["b", title],
    ["small", where],
    ["span", excerptOf(text, terms)],
  ]) {
    const part = document.createElement(tag);
    part.textContent = content;
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
