/** Whether a URL stays on this machine, so that plain http reveals nothing to a network. */
export const isLoopback = ({ hostname }: URL) => /^((.+\.)?localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
