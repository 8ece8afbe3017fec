/** What fits at the caret. */
export type Expected = 'operand' | 'operator' | 'value' | 'connective' | 'nothing';

export interface FilterContext {
  expected: Expected;
  /** What is being typed, from its begin to the caret, without an opening quote. */
  typed: string;
  /** The piece of the text that a completion replaces. */
  from: number;
  to: number;
  /** The field that an operator or a value belongs to; null when there is none. */
  field: string | null;
}

interface Token {
  kind: 'word' | 'text' | 'number' | 'mark';
  text: string;
  from: number;
  to: number;
}

const TOKENS = /'(?:\\.|[^'\\])*'?|"(?:\\.|[^"\\])*"?|[A-Za-z_][\w.]*|-?\d[\w.:-]*|[=!<>]=|[<>()[\],]|[^\s]/g;
const COMPARISONS = new Set(['==', '!=', '<', '>', '<=', '>=']);
/** Words that are no fields; function names are followed by their parenthesis. */
const KEYWORDS = new Set(['and', 'or', 'not', 'in', 'is']);

function tokensOf(text: string): Token[] {
  return [...text.matchAll(TOKENS)].map((match) => {
    const [found] = match;
    const first = found.charAt(0);
    const kind = first === "'" || first === '"' ? 'text' : /[A-Za-z_]/.test(first) ? 'word' : /^-?\d/.test(found) ? 'number' : 'mark';
    return { kind, text: found, from: match.index, to: match.index + found.length };
  });
}

/** Reads a filter up to the caret. Only as much of the language as completion needs: the API alone says what is right. */
export function filterContext(text: string, caret: number): FilterContext {
  const tokens = tokensOf(text);
  const current = tokens.find((token) => token.from < caret && caret <= token.to && (token.kind === 'word' || token.kind === 'text' || token.kind === 'number'));
  const isClosed = current?.kind === 'text' && current.text.length > 1 && current.text.at(-1) === current.text[0] && caret === current.to;
  const typing = isClosed ? undefined : current;
  const reader = new ContextReader();
  for (const token of tokens) {
    if (token === typing || token.from >= caret) break;
    reader.take(token);
  }
  const from = typing?.from ?? caret;
  const raw = text.slice(from, caret);
  return {
    expected: reader.isInSubscript ? 'nothing' : reader.expected,
    typed: typing?.kind === 'text' ? raw.slice(1) : raw,
    from,
    to: typing?.to ?? caret,
    field: reader.field,
  };
}

class ContextReader {
  expected: Expected = 'operand';
  field: string | null = null;
  isInSubscript = false;
  private isInList = false;
  private isCall = false;

  take(token: Token): void {
    if (this.isInSubscript) {
      if (token.text === ']') this.isInSubscript = false;
      return;
    }
    if (token.kind === 'word' && KEYWORDS.has(token.text)) this.takeKeyword(token.text);
    else if (token.kind === 'mark') this.takeMark(token.text);
    else this.takeOperand(token);
  }

  private takeKeyword(word: string): void {
    if (word === 'and' || word === 'or') this.begin();
    else if (word === 'in') this.expected = this.field === null ? 'operand' : 'value';
    else if (word === 'is') this.expected = 'value';
    // "a not in" and "is not" are in the middle of a condition, any other "not" begins one
    else if (this.expected === 'operand') this.begin();
  }

  private takeMark(mark: string): void {
    if (COMPARISONS.has(mark)) this.expected = 'value';
    else if (mark === '(') {
      if (this.isCall) this.expected = 'nothing';
      else this.begin();
    } else if (mark === ')') this.end();
    else if (mark === '[') {
      if (this.expected === 'operator') this.isInSubscript = true;
      else this.isInList = true;
    } else if (mark === ']') {
      this.isInList = false;
      this.end();
    }
  }

  private takeOperand(token: Token): void {
    if (this.expected === 'value') {
      if (!this.isInList) this.end();
      return;
    }
    if (token.kind === 'word') {
      this.isCall = token.text === 'search';
      // what stands behind a subscript belongs to the same field
      if (token.text !== '.label' && token.text !== '.score') this.field = token.text;
    }
    // 'text' in field: the field is still to come, unless it came now
    this.expected = token.kind === 'word' && this.field !== null && this.wasLiteral ? 'connective' : 'operator';
    this.wasLiteral = token.kind !== 'word';
  }

  private wasLiteral = false;

  private begin(): void {
    this.expected = 'operand';
    this.field = null;
    this.wasLiteral = false;
    this.isCall = false;
  }

  private end(): void {
    this.expected = 'connective';
    this.field = null;
    this.wasLiteral = false;
    this.isCall = false;
  }
}
