import { playEveryFault } from "./agent.ts";

// workerd runs code only while it answers a request; the request says where the rig's control is.
export default {
  async fetch(request: Request): Promise<Response> {
    await playEveryFault(new URL(request.url).searchParams.get("control") ?? "", 24);
    return new Response("reported");
  },
};
