/** Collects text and writes it every 20 milliseconds, because a write for each line costs as much as a response. */
export function bufferedWriter(write: (text: string) => void): (text: string) => void {
  let text = "";
  const flush = () => {
    if (text !== "") write(text);
    text = "";
  };
  process.once("exit", flush);
  return (more) => {
    if (text === "") setTimeout(flush, 20);
    text += more;
  };
}
