/** Gathers text and writes it 20 milliseconds later, because a write for each line would take as long as an answer. */
export function gathered(write: (text: string) => void): (text: string) => void {
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
