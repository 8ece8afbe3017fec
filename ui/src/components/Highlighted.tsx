import { cx } from '../app/cx';

const KEYWORDS =
  'as|async|await|class|const|export|for|foreach|from|function|if|import|in|let|new|null|print|return|this|true|false|True|False|None|using|var|void|while|with|curl';

// a string, else a comment at the start of a line or after a space, else a keyword
const TOKEN = new RegExp(String.raw`("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\])*')|((?:^|(?<=\s))(?:#|//).*)|\b(${KEYWORDS})\b`, 'gm');

/** Strings, comments and keywords of a short program in a quiet dress. Not a parser: what it does not know stays plain. */
export function Highlighted({ code }: { code: string }) {
  const pieces: React.ReactNode[] = [];
  let end = 0;
  for (const match of code.matchAll(TOKEN)) {
    const [token, string, comment] = match;
    pieces.push(
      code.slice(end, match.index),
      <span key={match.index} className={cx(string ? 'text-success' : comment ? 'text-subtle' : 'text-accent')}>
        {token}
      </span>,
    );
    end = match.index + token.length;
  }
  return [...pieces, code.slice(end)];
}
