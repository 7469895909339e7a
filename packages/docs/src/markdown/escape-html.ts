/** Escapes text for HTML. */
export function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** Returns a name or an address as HTML that can wrap, if it is long: an address after a slash, a name between words. */
export function breakable(text: string): string {
  return text.length > 24
    ? escapeHtml(text).replaceAll(text.includes("/") ? /\/(?=\w|\{)/g : /[._](?=\w)/g, "$&<wbr>")
    : escapeHtml(text);
}

/** Returns code within a text; a short one, which a phone with large letters has room for, stays on a line. */
export function inlineCode(text: string): string {
  return `<code${text.length > 16 ? "" : ' class="word"'}>${breakable(text)}</code>`;
}
