import { describe, expect, it } from 'vitest';
import { complete, type Completion, filterCompletions, narrowed, quoted } from './filterCompletions';
import { filterContext } from './filterContext';
import { filterError } from './filterError';

/** A text with | where the caret is. */
function at(marked: string) {
  const caret = marked.indexOf('|');
  return filterContext(marked.replace('|', ''), caret);
}

const textsAt = (marked: string, seen: string[] = []) => filterCompletions(at(marked), seen, 0).map(({ text }) => text);

describe('filterContext', () => {
  it.each([
    ['|', 'operand', '', null],
    ['sp|', 'operand', 'sp', null],
    ['span_kind |', 'operator', '', 'span_kind'],
    ['span_kind == |', 'value', '', 'span_kind'],
    ["span_kind == 'L|", 'value', 'L', 'span_kind'],
    ["span_kind == 'LLM'|", 'connective', '', null],
    ["span_kind == 'LLM' |", 'connective', '', null],
    ["span_kind == 'LLM' and |", 'operand', '', null],
    ['latency_ms > 500 |', 'connective', '', null],
    ['latency_ms > 500 or (|', 'operand', '', null],
    ['not |', 'operand', '', null],
    ['llm.model_name in [|', 'value', '', 'llm.model_name'],
    ["llm.model_name in ['a', '|", 'value', '', 'llm.model_name'],
    ["llm.model_name in ['a'] |", 'connective', '', null],
    ["llm.model_name not in ['a'|", 'value', '', 'llm.model_name'],
    ["'refund' |", 'operator', '', null],
    ["'refund' in |", 'operand', '', null],
    ["metadata['ti|", 'nothing', 'ti', 'metadata'],
    ["metadata['tier'] |", 'operator', '', 'metadata'],
    ['parent_id is |', 'value', '', 'parent_id'],
    ["search('|", 'nothing', '', 'search'],
    ["search('x') |", 'connective', '', null],
  ])('%s', (marked, expected, typed, field) => {
    const context = at(marked);
    expect({ expected: context.expected, typed: context.typed, field: context.field }).toEqual({ expected, typed, field });
  });

  it('replaces the whole word that the caret is in', () => {
    const context = at('lat|ency > 5');
    expect([context.from, context.to]).toEqual([0, 7]);
  });
});

describe('filterCompletions', () => {
  it('offers fields by any part of their name, those that begin so first', () => {
    expect(textsAt('lat|')[0]).toBe('latency_ms');
    expect(textsAt('token|')).toContain('llm.token_count.total');
  });

  it('offers operators that the field has', () => {
    expect(textsAt('latency_ms |')).toContain('>');
    expect(textsAt('span_kind |')).not.toContain('>');
  });

  it('offers words of the language and values that were seen', () => {
    expect(textsAt('status_code == |')).toEqual(["'ERROR'", "'OK'", "'UNSET'"]);
    expect(textsAt("llm.model_name == 'g|", ['openai/gpt-4o', 'sim/small'])).toEqual(["'openai/gpt-4o'"]);
  });

  it('is silent when nothing is left to complete', () => expect(textsAt("span_kind == 'LLM' and|")).toEqual([]));
});

const put = (marked: string, completion: Completion) => {
  const caret = marked.indexOf('|');
  const text = marked.replace('|', '');
  const done = complete(text, filterContext(text, caret), completion);
  return `${done.text.slice(0, done.caret)}|${done.text.slice(done.caret)}`;
};

describe('complete', () => {
  it('goes on behind a word, and between quotes', () => {
    expect(put('sp|', { text: 'span_kind', about: '', kind: 'field' })).toBe('span_kind |');
    expect(put('se|', { text: "search('')", about: '', kind: 'function', caret: 8 })).toBe("search('|')");
    expect(put("span_kind == 'L|", { text: "'LLM'", about: '', kind: 'value' })).toBe("span_kind == 'LLM' |");
    expect(put("llm.model_name in ['|']", { text: "'a'", about: '', kind: 'value' })).toBe("llm.model_name in ['a'|]");
  });
});

it('quoted writes what the language reads', () => expect(quoted("it's \\ two\nlines")).toBe("'it\\'s \\\\ two\\nlines'"));

it('narrowed keeps what was meant', () => {
  expect(narrowed('', 'a == 1')).toBe('a == 1');
  expect(narrowed('b == 2', 'a == 1')).toBe('b == 2 and a == 1');
  expect(narrowed('b == 2 or c == 3', 'a == 1')).toBe('(b == 2 or c == 3) and a == 1');
});

it('filterError finds the place', () => {
  expect(filterError("filter, character 12: there is no field 'latency'.")).toEqual({ message: "there is no field 'latency'.", at: 11 });
  expect(filterError('cursor is not one that this list gave out.')).toBeNull();
});
