// Mends what Redoc leaves to do for people who copy code or go by keyboard. It renders parts of the page when they come
// near, so each change of the page is a reason to look again.
const mend = () => {
  for (const pre of document.querySelectorAll("pre[data-language]:not(:has(.copy))")) addCopyButton(pre);
  const sidebar = document.querySelector('[data-component-name="Menu/Menu"]')?.parentElement?.parentElement;
  // Redoc puts level 4 right below level 2.
  for (const heading of document.querySelectorAll('[data-section-id^="/other/"] :is(h4, h5)')) {
    heading.setAttribute("aria-level", Number(heading.tagName[1]) - 1);
  }
  label(sidebar, "navigation", "Contents");
  const search = document.querySelector('[data-testid="search-dialog"]');
  label(search?.firstElementChild, "dialog", "Search");
  label(search?.querySelector("input"), "searchbox", "Search the reference");
  label(search?.querySelector("button:has(> svg:only-child)"), "button", "Empty the search field");
};

const label = (element, role, name) => {
  element?.setAttribute("role", role);
  element?.setAttribute("aria-label", name);
};

const addCopyButton = (pre) => {
  const code = pre.textContent.trimEnd();
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = "Copy";
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(code);
    button.textContent = "Copied";
  });
  // Code that is wider than the page scrolls; the arrow keys reach it only when it can have the focus.
  pre.tabIndex = 0;
  pre.append(button);
};

document.querySelector(".skip").addEventListener("click", () => {
  const main = document.querySelector("main");
  main.tabIndex = -1;
  main.focus();
});

new MutationObserver(mend).observe(document.body, { childList: true, subtree: true });
mend();
