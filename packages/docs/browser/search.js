// Stands behind the search engine and `searchEntries`, in one file with them.

const engine = new MiniSearch({
  fields: ["title", "name", "where", "text"],
  idField: "key",
  searchOptions: {
    boost: { title: 4, name: 4 },
    // Only operations have another name, and most readers look for one.
    boostDocument: (key) => (searchEntries[key].name ? 2 : 1),
    prefix: true,
    fuzzy: (term) => (term.length > 4 ? 0.2 : 0),
    weights: { fuzzy: 0.1, prefix: 0.5 },
    combineWith: "AND",
  },
});
engine.addAll(searchEntries.map((entry, key) => ({ key, ...entry })));

const dialog = document.querySelector("#search");
const input = dialog.querySelector("input");
const results = dialog.querySelector("ol");
const status = dialog.querySelector(".none");
/** So many results are read; more only slow the list down. */
const shown = 30;
const excerptLength = 160;
const wholeWords = new RegExp(`^.{1,${excerptLength}}(?!\\S)`, "su");

const find = () => {
  const found = engine.search(input.value).slice(0, shown);
  results.replaceChildren(...found.map(({ id, terms }) => itemOf(searchEntries[id], terms)));
  status.textContent = input.value && found.length === 0 ? "No results" : "";
};

/** The words of a text around the first of the terms; the beginning where that has one. */
const excerptOf = (text, terms) => {
  const lower = text.toLowerCase();
  const places = terms.map((term) => lower.indexOf(term)).filter((place) => place !== -1);
  const first = places.length > 0 ? Math.min(...places) : 0;
  const start = first < excerptLength / 2 ? 0 : text.lastIndexOf(" ", first - excerptLength / 4) + 1;
  const rest = text.slice(start);
  const [excerpt = rest.slice(0, excerptLength)] = rest.match(wholeWords) ?? [];
  return `${start > 0 ? "… " : ""}${excerpt}${excerpt.length < rest.length ? " …" : ""}`;
};

const itemOf = ({ id, title, where, text }, terms) => {
  const item = document.createElement("li");
  const link = item.appendChild(document.createElement("a"));
  link.href = `#${id}`;
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
    // Chromium only empties the field.
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
