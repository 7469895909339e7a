export function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

const maxUnbroken = 24;

/** Returns a name or an address as HTML that can wrap, if it is long: an address after a slash, a name between words. */
export function breakable(text: string): string {
  return text.length > maxUnbroken
    ? escapeHtml(text).replaceAll(text.includes("/") ? /\/(?=\w|\{)/g : /[._](?=\w)/g, "$&<wbr>")
    : escapeHtml(text);
}

/** Returns code within a text; a short one stays on a line. */
export function inlineCode(text: string): string {
  return `<code${text.length > maxUnbroken ? "" : ' class="word"'}>${breakable(text)}</code>`;
}
