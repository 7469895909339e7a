/** Escapes text for HTML. */
export const escapeHtml = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** Returns a name or an address as HTML that can wrap after a slash, a dot or an underscore, if it is long. */
export const breakable = (text: string) =>
  text.length > 24 ? escapeHtml(text).replaceAll(/[/._](?=\w|\{)/g, "$&<wbr>") : escapeHtml(text);
