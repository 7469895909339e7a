// Runs before the first paint, so that a page never flashes in the other colours.
try {
  document.documentElement.style.colorScheme = localStorage.getItem("theme") ?? "";
} catch {}
