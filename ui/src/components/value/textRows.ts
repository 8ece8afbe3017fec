/** A long text as rows short enough to draw: its lines, and long lines in pieces. */
export interface TextRows {
  text: string;
  count: number;
  /** Row r is text.slice(starts[r], ends[r]). */
  starts: Uint32Array;
  ends: Uint32Array;
  /** Line number of each row, from 1; a piece of the same line repeats it. */
  lines: Uint32Array;
}

/** Characters in a row at most: one row is one element, and layout of an element grows with its text. */
export const ROW_LENGTH = 1000;

export function textRows(text: string): TextRows {
  const starts: number[] = [];
  const ends: number[] = [];
  const lines: number[] = [];
  let line = 1;
  for (let from = 0; from <= text.length; line++) {
    const newline = text.indexOf('\n', from);
    const end = newline < 0 ? text.length : newline;
    const shown = end > from && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
    let start = from;
    do {
      const cut = cutAt(text, start, shown);
      starts.push(start);
      ends.push(cut);
      lines.push(line);
      start = cut;
    } while (start < shown);
    from = end + 1;
  }
  return { text, count: starts.length, starts: Uint32Array.from(starts), ends: Uint32Array.from(ends), lines: Uint32Array.from(lines) };
}

/** The end of a piece that begins at `start`: after a space when there is one near, never inside a surrogate pair. */
function cutAt(text: string, start: number, end: number): number {
  if (end - start <= ROW_LENGTH) return end;
  const limit = start + ROW_LENGTH;
  // looked for near the limit alone: a text without spaces would be read again for every piece
  const space = text.slice(limit - 100, limit).lastIndexOf(' ');
  if (space >= 0) return limit - 100 + space + 1;
  const isPair = text.charCodeAt(limit - 1) >= 0xd800 && text.charCodeAt(limit - 1) < 0xdc00;
  return isPair ? limit - 1 : limit;
}

/** Positions of a text in another that are kept at most. */
const MAX_FOUND = 10_000;

/** Where `wanted` begins in `text`, whatever the case. */
export function findInText(text: string, wanted: string): number[] {
  if (wanted === '') return [];
  const pattern = new RegExp(wanted.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`), 'gi');
  const found: number[] = [];
  for (let match = pattern.exec(text); match && found.length < MAX_FOUND; match = pattern.exec(text)) found.push(match.index);
  return found;
}

/** The row that shows the character at `position`. */
export function rowAt(rows: TextRows, position: number): number {
  let low = 0;
  let high = rows.count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((rows.starts[middle] ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** A row in pieces, every second one of them found: "a", "FOUND", "b". */
export function splitFound(row: string, wanted: string): string[] {
  const pieces: string[] = [];
  let from = 0;
  for (const at of findInText(row, wanted)) {
    pieces.push(row.slice(from, at), row.slice(at, at + wanted.length));
    from = at + wanted.length;
  }
  return [...pieces, row.slice(from)];
}
