import { FILTER_FIELDS, fieldOf, type FieldType } from './filterFields';
import type { FilterContext } from './filterContext';

export interface Completion {
  /** What is shown, and put in place of what was typed. */
  text: string;
  about: string;
  kind: 'field' | 'function' | 'operator' | 'value' | 'word';
  /** Where the caret stands afterwards, from the begin of `text`; its end without. */
  caret?: number;
}

const MAX_SHOWN = 40;
const HOUR = 3_600_000;

const OPERATORS: Record<FieldType, readonly [string, string][]> = {
  text: [['==', 'is'], ['!=', 'is something else'], ["in ['']", 'is one of'], ['is None', 'is not said'], ['is not None', 'is said']],
  word: [['==', 'is'], ['!=', 'is not'], ["in ['']", 'is one of']],
  id: [['==', 'is'], ['is None', 'has none'], ['is not None', 'has one']],
  number: [['>', 'more than'], ['>=', 'at least'], ['<', 'less than'], ['<=', 'at most'], ['==', 'exactly'], ['is not None', 'is said']],
  time: [['>=', 'from'], ['<', 'before']],
  attribute: [['==', 'is'], ['!=', 'is something else'], ['>', 'more than'], ['<', 'less than'], ["in ['']", 'is one of'], ['is not None', 'is there']],
};

const TIMES: readonly [string, number][] = [['an hour ago', HOUR], ['a day ago', 24 * HOUR], ['seven days ago', 7 * 24 * HOUR], ['thirty days ago', 30 * 24 * HOUR]];

/** What could stand at the caret; `seen` are values of the context's field that the server has. */
export function filterCompletions(context: FilterContext, seen: readonly string[], now: number): Completion[] {
  const all = candidates(context, seen, now);
  const typed = context.typed.toLowerCase();
  const begin = all.filter(({ text }) => bare(text).startsWith(typed));
  const within = typed === '' ? [] : all.filter(({ text }) => !bare(text).startsWith(typed) && bare(text).includes(typed));
  const found = [...begin, ...within].slice(0, MAX_SHOWN);
  // nothing is left to complete
  return found.length === 1 && found[0] && bare(found[0].text) === typed ? [] : found;
}

function bare(text: string): string {
  return text.replace(/^'/, '').toLowerCase();
}

function candidates({ expected, field: name }: FilterContext, seen: readonly string[], now: number): Completion[] {
  const field = name === null ? null : fieldOf(name);
  switch (expected) {
    case 'operand':
      return [
        ...FILTER_FIELDS.map((each): Completion => ({ text: each.name, about: each.about, kind: 'field', ...caretIn(each.name) })),
        { text: "search('')", about: 'words in any text of the span', kind: 'function', caret: 8 },
        { text: 'not', about: 'turns round what follows', kind: 'word' },
        { text: "'' in input.value", about: 'these very characters in what went in', kind: 'function', caret: 1 },
      ];
    case 'operator':
      return name === null
        ? [{ text: 'in', about: 'is part of', kind: 'operator' }]
        : OPERATORS[field?.type ?? 'attribute'].map(([text, about]): Completion => ({ text, about, kind: 'operator', ...caretIn(text) }));
    case 'value':
      if (field?.words) return field.words.map((word) => ({ text: quoted(word), about: '', kind: 'value' }));
      if (field?.type === 'time') return TIMES.map(([about, before]) => ({ text: quoted(new Date(now - before).toISOString().slice(0, 19) + 'Z'), about, kind: 'value' }));
      return seen.map((value) => ({ text: quoted(value), about: 'seen', kind: 'value' }));
    case 'connective':
      return [
        { text: 'and', about: 'both hold', kind: 'word' },
        { text: 'or', about: 'one of them holds', kind: 'word' },
      ];
    case 'nothing':
      return [];
  }
}

/** Between the quotes that a completion brings with it. */
function caretIn(text: string): { caret?: number } {
  const quotes = text.indexOf("''");
  return quotes < 0 ? {} : { caret: quotes + 1 };
}

/** A value as the language writes it. */
export function quoted(value: string): string {
  return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t')}'`;
}

/** The text with the completion in its place, and where the caret is then. */
export function complete(text: string, { from, to }: Pick<FilterContext, 'from' | 'to'>, completion: Completion): { text: string; caret: number } {
  const after = text.slice(to);
  // goes on with the next word, unless the caret stays within
  const gap = completion.caret === undefined && !/^[\s)\],]/.test(after) ? ' ' : '';
  const next = text.slice(0, from) + completion.text + gap + after;
  return { text: next, caret: completion.caret === undefined ? from + completion.text.length + (gap === '' && after.startsWith(' ') ? 1 : gap.length) : from + completion.caret };
}

/** `filter` narrowed by one more condition. */
export function narrowed(filter: string, condition: string): string {
  const before = filter.trim();
  if (before === '') return condition;
  return /\bor\b/.test(before) ? `(${before}) and ${condition}` : `${before} and ${condition}`;
}
