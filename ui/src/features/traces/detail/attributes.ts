import type { Json } from '../../../api/contract';

export interface AttributeGroup {
  /** What the keys have in common: llm, input, gen_ai; empty for keys without a dot. */
  prefix: string;
  entries: AttributeEntry[];
}

export interface AttributeEntry {
  key: string;
  value: Json;
}

/** Attributes by the first part of their key, groups and keys in order; numbers inside keys count as numbers. */
export function groupAttributes(attributes: Json, search = ''): AttributeGroup[] {
  if (attributes === null || typeof attributes !== 'object' || Array.isArray(attributes)) return [];
  const wanted = search.trim().toLowerCase();
  const groups = new Map<string, AttributeEntry[]>();
  for (const [key, value] of Object.entries(attributes)) {
    if (wanted !== '' && !key.toLowerCase().includes(wanted) && !textOf(value).toLowerCase().includes(wanted)) continue;
    const prefix = key.includes('.') ? key.slice(0, key.indexOf('.')) : '';
    const entries = groups.get(prefix);
    if (entries) entries.push({ key, value });
    else groups.set(prefix, [{ key, value }]);
  }
  return [...groups]
    .map(([prefix, entries]) => ({ prefix, entries: entries.toSorted((a, b) => byKey.compare(a.key, b.key)) }))
    .toSorted((a, b) => byKey.compare(a.prefix, b.prefix));
}

// llm.input_messages.2 stands before llm.input_messages.10
const byKey = new Intl.Collator('en', { numeric: true });

export function textOf(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

type Branch = Map<string, Branch | Json>;

/** {"llm.messages.0.role": "user"} as {llm: {messages: [{role: "user"}]}}. Where a key is both a value and a prefix, the value is kept under "". */
export function nestAttributes(attributes: Json): Json {
  if (attributes === null || typeof attributes !== 'object' || Array.isArray(attributes)) return attributes;
  const root: Branch = new Map();
  for (const [key, value] of Object.entries(attributes)) {
    const parts = key.split('.', MAX_PARTS);
    const last = parts.at(-1) ?? '';
    const branch = parts.slice(0, -1).reduce(branchAt, root);
    const taken = branch.get(last);
    if (taken instanceof Map) taken.set('', value);
    else branch.set(last, value);
  }
  return plain(root);
}

/** `plain` recurses this deep at most; a key with more dots than that is cut. */
const MAX_PARTS = 64;

function branchAt(branch: Branch, part: string): Branch {
  const taken = branch.get(part);
  if (taken instanceof Map) return taken;
  const next: Branch = taken === undefined ? new Map() : new Map([['', taken]]);
  branch.set(part, next);
  return next;
}

function plain(node: Branch | Json): Json {
  if (!(node instanceof Map)) return node;
  const entries = [...node].toSorted(([a], [b]) => byKey.compare(a, b));
  if (entries.every(([key], index) => key === String(index))) return entries.map(([, value]) => plain(value));
  return Object.fromEntries(entries.map(([key, value]) => [key, plain(value)]));
}
