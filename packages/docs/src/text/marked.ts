/** A text behind its mark, as on the page; sentences with another origin have a mark behind them. */
export const marked = (text: string, mark: string | undefined) =>
  [mark && `(${mark})`, text.trim()].filter(Boolean).join(" ");
