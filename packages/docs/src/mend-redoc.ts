/** Mends what Redoc 3.0 leaves broken in a page that is one file. A mend that no longer finds its place is an error. */
export function mendRedoc(html: string, logo: string): string {
  return withLogo(withLiveLinks(html), logo);
}

/** The prerendered part links to `/section`, which exists on no host; the script routes by `#/section`. */
function withLiveLinks(html: string): string {
  const [start, end] = [html.indexOf('<div id="redoc">'), html.indexOf('<script type="module">')];
  if (start === -1 || end < start)
    throw new Error("The rendered page has no prerendered part any more; look at Redoc's output.");
  return html.slice(0, start) + html.slice(start, end).replaceAll('href="/', 'href="#/') + html.slice(end);
}

/** The logo of "API docs by Redoc" comes from a content delivery network, which the policy of the page forbids. */
function withLogo(html: string, logo: string): string {
  const address = /https:\/\/cdn\.redoc\.ly\/redoc\/logo-mini(-full)?\.svg/g;
  if (!address.test(html))
    throw new Error("Redoc's logo has another address now; look for `redoc/logo` in its bundle.");
  return html.replace(address, logo);
}
