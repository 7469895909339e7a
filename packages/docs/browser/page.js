// The pages are readable without this script. Search is in a separate file.

const query = (selector) => document.querySelector(selector);
const queryAll = (selector) => [...document.querySelectorAll(selector)];

/** Returns what a function returns, or an empty text where it throws. */
const attempt = (act) => {
  try {
    return act() ?? "";
  } catch {
    return "";
  }
};

/** Reads and writes a storage, which a browser can turn off. */
const storageOf = (name) => ({
  get: (key) => attempt(() => globalThis[name].getItem(key)),
  set: (key, value) => attempt(() => globalThis[name].setItem(key, value)),
});
const choices = storageOf("localStorage");
const session = storageOf("sessionStorage");

const setLanguage = (language) => {
  const buttons = queryAll("button[data-language]");
  if (!buttons.some(({ dataset }) => dataset.language === language)) return;
  for (const button of buttons) {
    const isChosen = button.dataset.language === language;
    button.setAttribute("aria-pressed", isChosen);
    // Scrolls only the row of languages: `scrollIntoView` would scroll the page too.
    if (isChosen) button.parentElement.scrollLeft = button.offsetLeft - button.offsetWidth;
  }
  showSample();
};

/** Shows the sample of the chosen request in the chosen language, or in the first language available. */
const showSample = () => {
  const request = query("select.request")?.value ?? "0";
  const language = query("button[aria-pressed=true]").dataset.language;
  const ofRequest = queryAll(".sample").filter(({ dataset }) => dataset.request === request);
  const shown = ofRequest.find(({ dataset }) => dataset.language === language) ?? ofRequest[0];
  for (const sample of queryAll(".sample")) sample.hidden = sample !== shown;
};

const chooseRequest = (select) => {
  showSample();
  const body = query("textarea[name=body]");
  const text = select.selectedOptions[0].dataset.body;
  if (body && text) setText(body, text);
};

// Replaces the documented project and key by the reader's own.
const originals = new WeakMap();
const documented = { project: document.documentElement.dataset.project, key: "<API_KEY>" };
const own = (name) => session.get(name) || documented[name];
const replaced = (text, part, other) => (part ? text.replaceAll(part, other) : text);

/** Sets the text of a field or a text node to one that contains the reader's values. */
const setText = (node, text) => {
  originals.set(node, text);
  const filled = replaced(replaced(text, documented.project, own("project")), documented.key, own("key"));
  node[node.nodeType === Node.TEXT_NODE ? "data" : "value"] = filled;
};

const fillIn = () => {
  const nodes = queryAll(".try :is(input:not([type=file], [name=base]), textarea)");
  for (const code of queryAll(".sample code")) {
    const walker = document.createTreeWalker(code, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) nodes.push(walker.currentNode);
  }
  for (const node of nodes) {
    const text = originals.get(node) ?? node.data ?? node.defaultValue;
    if (text.includes(documented.project) || text.includes(documented.key)) setText(node, text);
  }
};

const copy = async (button) => {
  const code = button.closest(".code").querySelector("code");
  try {
    await navigator.clipboard.writeText(code.textContent);
  } catch {
    // On pages loaded over plain HTTP, this is the only access to the clipboard.
    getSelection().selectAllChildren(code);
    document.execCommand("copy");
  }
  button.textContent = "Copied";
  setTimeout(() => {
    button.textContent = "Copy";
  }, 2000);
};

/** Opens or closes the menu of a narrow window. Content that it covers cannot be reached meanwhile. */
const setMenu = (isOpen) => {
  const button = query(".menu-button");
  if (isOpen === document.body.classList.contains("menu-open")) return;
  document.body.classList.toggle("menu-open", isOpen);
  query("main").inert = isOpen;
  button.setAttribute("aria-expanded", isOpen);
  if (!isOpen) button.focus();
};

const openSearch = () => {
  if (globalThis.showSearch) return showSearch();
  const script = document.createElement("script");
  script.src = "search.js";
  script.addEventListener("load", () => showSearch());
  document.head.append(script);
};

document.addEventListener("click", ({ target }) => {
  const button = target.closest("button, #menu a");
  if (!button) return;
  if (button.matches(".copy")) copy(button);
  else if (button.matches("[data-language]")) {
    choices.set("language", button.dataset.language);
    setLanguage(button.dataset.language);
  } else if (button.matches(".menu-button")) setMenu(!document.body.classList.contains("menu-open"));
  else if (button.matches("#menu a")) setMenu(false);
  else if (button.matches(".search-button")) openSearch();
});

document.addEventListener("change", ({ target }) => {
  if (target.matches("select.request")) chooseRequest(target);
  else if (target.matches("select.response")) {
    for (const example of queryAll(".example")) example.hidden = example.dataset.response !== target.value;
  } else if (target.matches("[name=base]")) choices.set("mock", target.value);
});

document.addEventListener("input", ({ target }) => {
  if (!target.matches(".yours input")) return;
  session.set(target.name, target.validity.valid ? target.value : "");
  fillIn();
});

document.addEventListener("keydown", (event) => {
  const isTyping = event.target.closest?.("input, textarea, select");
  if ((event.key === "k" && (event.ctrlKey || event.metaKey)) || (event.key === "/" && !isTyping)) {
    event.preventDefault();
    openSearch();
  } else if (event.key === "Escape") setMenu(false);
});

const requestOf = (form) => {
  const data = new FormData(form);
  const values = (place) =>
    [...data]
      .filter(([name, value]) => name.startsWith(`${place}:`) && value !== "")
      .map(([name, value]) => [name.slice(place.length + 1), value]);
  const path = Object.fromEntries(values("path"));
  const query = new URLSearchParams(values("query")).toString();
  const target = form.dataset.path.replace(/\{([^}]+)\}/g, (_, name) => encodeURIComponent(path[name] ?? ""));
  const headers = {
    Authorization: `Bearer ${session.get("key") || "any-key"}`,
    ...Object.fromEntries(values("header")),
  };
  if (data.get("prefer")) headers.Prefer = data.get("prefer");
  const { mediaType, method } = form.dataset;
  let body;
  if (mediaType === "multipart/form-data") {
    body = new FormData();
    for (const [name, value] of values("part")) if (typeof value === "string" || value.name) body.append(name, value);
  } else if (mediaType) {
    headers["Content-Type"] = mediaType;
    body = data.get("body");
  }
  return [data.get("base").replace(/\/$/, "") + target + (query && `?${query}`), { method, headers, body }];
};

/** Sends the request of a form to the mock and nowhere else: the page's policy allows this machine only. */
const send = async (form) => {
  const output = form.querySelector("output");
  const [url, init] = requestOf(form);
  const lines = Object.entries(init.headers).map(([name, value]) => `${name}: ${value}`);
  // The key may be a real one, and readers share pictures of this.
  const sent = replaced([`${init.method} ${url}`, ...lines].join("\n"), session.get("key"), documented.key);
  const show = (kind, text) => {
    output.className = kind;
    output.textContent = `${sent}\n\n${text}`;
    output.scrollIntoView({ block: "nearest" });
  };
  show("", "Sending …");
  const start = performance.now();
  try {
    const response = await fetch(url, init);
    const text = await response.text();
    const pretty = attempt(() => JSON.stringify(JSON.parse(text), null, 2)) || text;
    const took = Math.round(performance.now() - start);
    show(response.ok ? "ok" : "failed", `${response.status} ${response.statusText}, ${took} ms\n${pretty}`);
  } catch {
    const base = form.elements.base.value;
    show(
      "failed",
      `There is no mock at ${base} that this page may call. Start one in a checkout of the repository:\n\nnpx -y pnpm@12 start\n\nIt prints the mock's base URL. Enter it above.`,
    );
  }
};

document.addEventListener("submit", (event) => {
  if (!event.target.matches(".try form")) return;
  event.preventDefault();
  send(event.target);
});

/** Opens the folds around the place that the address names, where the browser does not. */
const reveal = () => {
  const target = query(":target");
  for (const fold of queryAll(".field details:not([open])")) {
    if (!fold.contains(target)) continue;
    fold.open = true;
    target.scrollIntoView();
  }
};

addEventListener("hashchange", reveal);
reveal();
// Scrolls only the menu: `scrollIntoView` would scroll the page too.
const menu = query("#menu");
menu.scrollTop = (query("#menu [aria-current]")?.offsetTop ?? 0) - menu.clientHeight / 2;
for (const input of queryAll(".yours input")) {
  input.value = session.get(input.name);
  if (input.value) input.closest("details").open = true;
}
// `pnpm start` names the mock in the URL if it is on another port than usual.
const mock = new URLSearchParams(location.search).get("mock");
if (mock) choices.set("mock", mock);
for (const input of queryAll("[name=base]")) input.value = choices.get("mock") || input.value;
fillIn();
setLanguage(choices.get("language"));
