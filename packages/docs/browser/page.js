// The pages are readable without this script. Search is in a separate file.

const root = document.documentElement;

/** Reads and writes a value of a storage; if the storage is off, the value is kept for this page only. */
const storageOf = (name) => ({
  get(key) {
    try {
      return globalThis[name].getItem(key) ?? "";
    } catch {
      return "";
    }
  },
  set(key, value) {
    try {
      globalThis[name].setItem(key, value);
    } catch {}
  },
});
const choices = storageOf("localStorage");
const session = storageOf("sessionStorage");

const setLanguage = (language) => {
  if (!document.querySelector(`[data-language="${CSS.escape(language)}"]`)) return;
  for (const button of document.querySelectorAll("button[data-language]")) {
    button.setAttribute("aria-pressed", button.dataset.language === language);
  }
  for (const samples of document.querySelectorAll(".samples")) showSample(samples);
};

/** Shows the sample of the chosen request in the chosen language, or in the first language available. */
const showSample = (samples) => {
  const request = samples.querySelector("select.request")?.value ?? "0";
  const language = samples.querySelector("button[aria-pressed=true]")?.dataset.language;
  const some = [...samples.querySelectorAll(".sample")];
  const ofRequest = some.filter(({ dataset }) => dataset.request === request);
  const shown = ofRequest.find(({ dataset }) => dataset.language === language) ?? ofRequest[0];
  for (const sample of some) sample.hidden = sample !== shown;
};

const chooseRequest = (select) => {
  const samples = select.closest(".samples");
  showSample(samples);
  const body = samples.querySelector("textarea[name=body]");
  const text = select.selectedOptions[0].dataset.body;
  if (body && text) setText(body, text);
};

const chooseResponse = (select) => {
  for (const example of select.closest(".samples").querySelectorAll(".example")) {
    example.hidden = example.dataset.response !== select.value;
  }
};

// Replaces the documented project and key by the reader's own.
const originals = new WeakMap();
const documented = { project: root.dataset.project, key: "<API_KEY>" };
const own = () => ({ project: session.get("project"), key: session.get("key") });

const filledIn = (text) => {
  const { project, key } = own();
  return text
    .replaceAll(documented.project || NaN, project || documented.project)
    .replaceAll(documented.key, key || documented.key);
};

/** Sets the text of a field or a text node to one that contains the reader's values. */
const setText = (node, text) => {
  originals.set(node, text);
  node[node.nodeType === Node.TEXT_NODE ? "data" : "value"] = filledIn(text);
};

const fillIn = () => {
  const texts = [];
  for (const code of document.querySelectorAll(".sample code")) {
    const walker = document.createTreeWalker(code, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) texts.push(walker.currentNode);
  }
  const fields = document.querySelectorAll(".try :is(input:not([type=file], [name=base]), textarea)");
  for (const node of [...texts, ...fields]) {
    const text = originals.get(node) ?? node.data ?? node.defaultValue;
    if (text.includes(documented.project) || text.includes(documented.key)) setText(node, text);
  }
};

const takeOwn = (input) => {
  const { name, value, validity } = input;
  session.set(name, validity.valid ? value : "");
  for (const other of document.querySelectorAll(`.yours [name=${name}]`)) if (other !== input) other.value = value;
  fillIn();
};

const showOwn = () => {
  for (const input of document.querySelectorAll(".yours input")) {
    input.value = own()[input.name];
    if (input.value) input.closest("details").open = true;
  }
  fillIn();
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
  const button = document.querySelector(".menu-button");
  if (isOpen === document.body.classList.contains("menu-open")) return;
  document.body.classList.toggle("menu-open", isOpen);
  document.querySelector("main").inert = isOpen;
  button.setAttribute("aria-expanded", isOpen);
  if (!isOpen) button.focus();
};

const openSearch = async () => {
  if (!globalThis.showSearch) {
    await new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = "search.js";
      script.addEventListener("load", resolve);
      script.addEventListener("error", reject);
      document.head.append(script);
    });
  }
  globalThis.showSearch();
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
  else if (target.matches("select.response")) chooseResponse(target);
  else if (target.matches("[name=base]")) choices.set("mock", target.value);
});

document.addEventListener("input", ({ target }) => {
  if (target.matches(".yours input")) takeOwn(target);
});

document.addEventListener("keydown", (event) => {
  const isTyping = event.target.closest?.("input, textarea, select");
  if ((event.key === "k" && (event.ctrlKey || event.metaKey)) || (event.key === "/" && !isTyping)) {
    event.preventDefault();
    openSearch();
  } else if (event.key === "Escape") setMenu(false);
});

/** Builds the request from a form. */
const requestOf = (form) => {
  const data = new FormData(form);
  const values = (place) =>
    [...data]
      .filter(([name, value]) => name.startsWith(`${place}:`) && value !== "")
      .map(([name, value]) => [name.slice(place.length + 1), value]);
  const path = Object.fromEntries(values("path"));
  const query = new URLSearchParams(values("query")).toString();
  const target = form.dataset.path.replace(/\{([^}]+)\}/g, (_, name) => encodeURIComponent(path[name] ?? ""));
  const headers = { Authorization: `Bearer ${own().key || "any-key"}`, ...Object.fromEntries(values("header")) };
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
  const sent = [`${init.method} ${url}`, ...lines].join("\n").replace(own().key || NaN, documented.key);
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
    const took = Math.round(performance.now() - start);
    show(response.ok ? "ok" : "failed", `${response.status} ${response.statusText}, ${took} ms\n${pretty(text)}`);
  } catch {
    const base = form.elements.base.value;
    show(
      "failed",
      `There is no mock at ${base} that this page may call. Start one in a checkout of the repository:\n\nnpx -y pnpm@12 start\n\nIt prints the mock's base URL. Enter it above.`,
    );
  }
};

const pretty = (text) => {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
};

document.addEventListener("submit", (event) => {
  if (!event.target.matches(".try form")) return;
  event.preventDefault();
  send(event.target);
});

/** Sets the address of the mock: `pnpm start` puts it in the URL if the mock is on another port than usual. */
const setMock = () => {
  const named = new URLSearchParams(location.search).get("mock");
  if (named) choices.set("mock", named);
  const mock = choices.get("mock");
  if (mock) for (const input of document.querySelectorAll("[name=base]")) input.value = mock;
};

/** Scrolls only the menu: `scrollIntoView` would scroll the page too. */
const showCurrent = () => {
  const menu = document.querySelector("#menu");
  const current = menu.querySelector("[aria-current]");
  if (current) menu.scrollTop = current.offsetTop - menu.clientHeight / 2;
};

/** Opens the folds around the place that the address names, where the browser does not. */
const reveal = () => {
  const target = document.querySelector(":target");
  let fold = target?.closest("details:not([open])");
  while (fold) {
    fold.open = true;
    fold = fold.closest("details:not([open])");
    target.scrollIntoView();
  }
};

addEventListener("hashchange", reveal);
reveal();
showCurrent();
setMock();
showOwn();
setLanguage(choices.get("language"));
