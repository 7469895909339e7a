// Runs as soon as it is there, mostly while the page still loads, so that links, menu, languages and copy work at once.
// Search comes in a file of its own.

const root = document.documentElement;
const remembered = (key) => {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
};
const remember = (key, value) => {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Storage may be off; the choice then holds for this visit.
  }
};

const setTheme = (theme) => {
  if (theme) root.style.colorScheme = theme;
};
setTheme(remembered("theme"));

const setLanguage = (language) => {
  for (const element of document.querySelectorAll(".samples [data-language]")) {
    const isChosen = element.dataset.language === language;
    if (element.matches("button")) element.setAttribute("aria-pressed", isChosen);
    else element.hidden = !isChosen;
  }
};

const setMenu = (isOpen) => {
  document.body.classList.toggle("menu-open", isOpen);
  document.querySelector(".menu-button").setAttribute("aria-expanded", isOpen);
};

const copy = async (button) => {
  const code = button.closest(".code").querySelector("code").textContent;
  await navigator.clipboard.writeText(code);
  button.textContent = "Copied";
  setTimeout(() => {
    button.textContent = "Copy";
  }, 2000);
};

const toggleTheme = () => {
  const isDark =
    (root.style.colorScheme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  setTheme(isDark ? "light" : "dark");
  remember("theme", root.style.colorScheme);
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
  const button = target.closest("button, nav a");
  if (!button) return;
  if (button.matches(".code .copy")) copy(button);
  else if (button.matches("[data-language]")) {
    setLanguage(button.dataset.language);
    remember("language", button.dataset.language);
  } else if (button.matches(".menu-button")) setMenu(!document.body.classList.contains("menu-open"));
  else if (button.matches("nav a")) setMenu(false);
  else if (button.matches(".theme-button")) toggleTheme();
  else if (button.matches(".search-button")) openSearch();
});

/** Scrolls to a section once more: those near it get their real height two frames later, which can move it. */
const settle = async ({ hash }) => {
  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
  // Not where the link was opened in another tab.
  if (location.hash === hash) document.getElementById(decodeURIComponent(hash.slice(1)))?.scrollIntoView();
};

document.addEventListener("click", ({ target }) => {
  const link = target.closest("a[href^='#']");
  if (link) settle(link);
});

document.addEventListener("keydown", (event) => {
  const isTyping = event.target.closest?.("input, textarea");
  const isSearch = (event.key === "k" && (event.ctrlKey || event.metaKey)) || (event.key === "/" && !isTyping);
  if (isSearch) {
    event.preventDefault();
    openSearch();
  } else if (event.key === "Escape") setMenu(false);
});

/** Sends the request of a form to the mock, and to nothing else: the page's policy allows this machine only. */
const send = async (form) => {
  const output = form.querySelector("output");
  const data = new FormData(form);
  const base = String(data.get("base")).replace(/\/$/, "");
  const values = (place) =>
    [...data]
      .filter(([name, value]) => name.startsWith(`${place}:`) && value !== "")
      .map(([name, value]) => [name.slice(place.length + 1), value]);
  const path = Object.fromEntries(values("path"));
  const query = new URLSearchParams(values("query")).toString();
  const url =
    base +
    form.dataset.path.replace(/\{([^}]+)\}/g, (_, name) => encodeURIComponent(path[name] ?? "")) +
    (query && `?${query}`);
  const headers = { Authorization: "Bearer any-key", ...Object.fromEntries(values("header")) };
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
  output.textContent = "Sending …";
  output.className = "";
  try {
    const response = await fetch(url, { method, headers, body });
    const text = await response.text();
    output.className = response.ok ? "ok" : "failed";
    output.textContent = `${response.status} ${response.statusText}\n${pretty(text)}`;
  } catch {
    output.className = "failed";
    output.textContent = `Nothing that this page may call responds at ${base}. Start the mock in a checkout of the repository:\n\nnode packages/mock/dist/command.js --cors`;
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

/** Scrolls the menu alone: `scrollIntoView` would also move the place where the Tab key goes on. */
const keepInView = (link) => {
  const menu = document.querySelector("#menu");
  const [{ top, bottom }, frame] = [link.getBoundingClientRect(), menu.getBoundingClientRect()];
  if (top < frame.top || bottom > frame.bottom) menu.scrollTop += top - frame.top - frame.height / 2;
};

/** Marks the section that is read in the menu. */
const followReading = () => {
  const links = new Map(
    [...document.querySelectorAll("#menu a")].map((link) => [link.getAttribute("href").slice(1), link]),
  );
  const seen = new IntersectionObserver(
    (entries) => {
      const entry = entries.find(({ isIntersecting }) => isIntersecting);
      if (!entry) return;
      for (const link of links.values()) link.removeAttribute("aria-current");
      const link = links.get(entry.target.id);
      link?.setAttribute("aria-current", "true");
      link?.closest("details")?.setAttribute("open", "");
      if (link) keepInView(link);
    },
    { rootMargin: "-20% 0px -75% 0px" },
  );
  for (const id of links.keys()) {
    const section = document.getElementById(id);
    if (section) seen.observe(section);
  }
};

/** Opens what hides the element that the address names. */
const reveal = () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (let details = target?.closest("details"); details; details = details.parentElement.closest("details"))
    details.open = true;
};

addEventListener("hashchange", reveal);
const begin = () => {
  const language = remembered("language");
  if (language) setLanguage(language);
  followReading();
  reveal();
};
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
else begin();
