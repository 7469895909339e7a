/** A way to call the API: a file in `contenders/`, bundled separately so that its size can be measured too. */
export interface Contender {
  name: string;
  file: string;
  /** A one-line description of its work, because the contenders compared do not do the same work. */
  does: string;
}

export const contenders: Contender[] = [
  { name: "plain fetch", file: "plain-fetch", does: "a script without any library; an error for a bad status" },
  {
    name: "openapi-fetch",
    file: "openapi-fetch",
    does: "fills in path and query, runs middleware; never throws for a status",
  },
  {
    name: "@testsigma-tms/client, methods",
    file: "client-methods",
    does: "checks input and response, limits the time, sends again what is safe to repeat, follows trusted redirects, throws",
  },
  { name: "@testsigma-tms/client, http", file: "client-http", does: "openapi-fetch on the transport of the methods" },
  { name: "ky", file: "ky", does: "shortens fetch; limits the time, sends again, throws" },
  {
    name: "hey-api, generated",
    file: "hey-api",
    does: "one function per operation, serializers, interceptors; set to throw",
  },
  {
    name: "Redocly, generated",
    file: "redocly",
    does: "one function per operation, middleware; throws; time limit and retries are off unless set",
  },
];

/** The contender that the others are compared with. */
export const baseline = "openapi-fetch";
