import { type Theme, unknown } from "../../fault.ts";
import { redirect } from "../../reply.ts";
import { arcusHost, redirected } from "./hosts.ts";

const notExecuted = unknown("RedirectError", 0);
const executed = unknown("RedirectError", 1);

/** The redirect is not followed, and the first request may have been processed. */
export const unclearRedirects: Theme = {
  title: "Redirects that leave the outcome open",
  faults: [
    redirected("302 to another trusted host", [redirect(302, `${arcusHost}{path}`)], notExecuted),
    ...[302, 303].map((status) => {
      const location = status === 302 ? "/runs/1" : `${arcusHost}/runs/1`;
      const reply = { ...redirect(status, location), executes: true };
      return redirected(`${status} after creating the run`, [reply], executed, { differs: { chromium: executed } });
    }),
    redirected("301 without Location", [redirect(301)], notExecuted),
    redirected("307 with an empty Location", [redirect(307, "")], notExecuted),
    redirected("308 with garbage for a Location", [redirect(308, "https://[not a host/")], notExecuted, {
      differs: { chromium: unknown("ConnectionError", 0) },
    }),
    ...[300, 304, 305, 306, 399].map((status) =>
      redirected(`${status}`, [redirect(status)], notExecuted, { differs: {} }),
    ),
  ],
};
