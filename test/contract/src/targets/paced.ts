import type { Send } from "../send.ts";

/** The pause before each request: the live service rejects more than about ten requests per second (observed). */
const pauseMs = 150;

/** Makes a function that sends requests one after another, with a pause before each. */
export function paced(send: Send): Send {
  let previous: Promise<unknown> = Promise.resolve();
  return (url, init) => {
    const response = previous.then(pause).then(() => send(url, init));
    previous = response.catch(() => {});
    return response;
  };
}

const pause = () => new Promise((resolve) => setTimeout(resolve, pauseMs));
