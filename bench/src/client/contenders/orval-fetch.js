/** The "mutator" that users write by hand, as in orval's guide: base URL, key, reading the body, and errors. */
const settings = {};

export const configure = (options) => Object.assign(settings, options);

export async function orvalFetch(path, init) {
  const headers = { ...init.headers, authorization: "Bearer any-key" };
  const response = await settings.fetch(`${settings.baseUrl}${path}`, { ...init, headers });
  const text = [204, 205, 304].includes(response.status) ? "" : await response.text();
  if (!response.ok) throw new Error(`${response.status}: ${text}`);
  return { data: text ? JSON.parse(text) : {}, status: response.status, headers: response.headers };
}
