/** Words that sound translated or poetic, each with advice on what to write instead. */
export const words: { pattern: RegExp; instead: string }[] = [
  { pattern: /\bwho(m)?ever\b/i, instead: 'Name the role: "callers", "a script that …".' },
  {
    pattern: /\bnobody (is told|asked|trusts|declared)\b/i,
    instead: 'Say it directly: "untrusted", "unexpected", "undeclared".',
  },
  { pattern: /\b(comes?|came|coming) of\b/i, instead: 'Use "result".' },
  { pattern: /\bmend(s|ed|ing)?\b/i, instead: 'Use "fix".' },
  { pattern: /\b(answered|answering|answers)\b/i, instead: 'A server "responds"; it sends a "response".' },
  { pattern: /\bunasked\b/i, instead: 'Use "unsolicited" or "unexpected".' },
  { pattern: /\bso many at a time\b/i, instead: 'Use "at most N in parallel".' },
  { pattern: /\bupkeep\b/i, instead: 'Use "maintenance".' },
  {
    // Matches a runner at the start of a line, a quote or a shell command, unless it runs a package that is ours or known.
    pattern:
      /(?:^|[`"'>]|-- |&& |: |\$ )\s*(?:npx|bunx|(?:pnpm|yarn) dlx|npm exec)(?: +-{1,2}[\w-]+(?:=\S+)?)* +(?!(?:@testsigma-tms\\?\/(?:cli|mock)|@stoplight\/prism-cli|pnpm@\d[\d.]*|vitest|playwright|jest|cypress)(?![\w./-]))[@\w][^\s`'"<)]*/,
    instead:
      "Anyone can register an unscoped name, and it would run with the API key: name our package, or one of the list.",
  },
  { pattern: /\btherein|thereof|whereof|wherein|hitherto\b/i, instead: "Use a plain word." },
];

/** Files that are written by generators or quoted from elsewhere, and this list itself. */
export const unchecked = [
  "**/src/generated/**",
  "**/fixtures/**",
  "pnpm-lock.yaml",
  "LICENSE",
  "scripts/src/words/**",
  "scripts/test/words.test.ts",
];
