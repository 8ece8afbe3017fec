import type { Json } from '../../api/contract';

export type JsonKind = 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null';

/** One line of the JSON view. */
export interface JsonRow {
  /** Unique, and what "copy path" gives: messages[0].content; empty for the value itself. */
  path: string;
  /** Key or index; null for the value itself. */
  name: string | null;
  value: Json;
  depth: number;
  /** Entries inside; 0 for anything that is no object or array. */
  size: number;
  open: boolean;
}

/** Rows are objects in memory: a 5 MB array of digits opened whole would be millions of them. */
export const MAX_JSON_ROWS = 100_000;

export function jsonKind(value: Json): JsonKind {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value as JsonKind;
}

interface JsonRowOptions {
  isOpen: (row: { path: string; depth: number; size: number }) => boolean;
  /** Only rows with these paths, when given. */
  kept?: ReadonlySet<string> | undefined;
}

/** The rows that show, in order. No recursion: JSON from outside may be nested deeper than the stack. */
export function jsonRows(root: Json, { isOpen, kept }: JsonRowOptions): JsonRow[] {
  const rows: JsonRow[] = [];
  const frames: Frame[] = [];
  const add = (value: Json, name: string | null, path: string): void => {
    if (kept && !kept.has(path)) return;
    const depth = frames.length;
    const size = sizeOf(value);
    const open = size > 0 && isOpen({ path, depth, size });
    rows.push({ path, name, value, depth, size, open });
    if (open) frames.push(frameOf(value, path));
  };
  add(root, null, '');
  for (let frame = frames.at(-1); frame && rows.length < MAX_JSON_ROWS; frame = frames.at(-1)) {
    const child = nextChild(frame);
    if (child) add(child.value, child.name, child.path);
    else frames.pop();
  }
  return rows;
}

/** One object or array that is being walked. */
interface Frame {
  value: Json;
  keys: string[] | null;
  next: number;
  path: string;
}

function frameOf(value: Json, path: string): Frame {
  return { value, keys: Array.isArray(value) ? null : Object.keys(value as object), next: 0, path };
}

function nextChild(frame: Frame): { name: string; value: Json; path: string } | null {
  const index = frame.next++;
  if (frame.keys === null) {
    const items = frame.value as Json[];
    return index < items.length ? { name: String(index), value: items[index] ?? null, path: `${frame.path}[${index}]` } : null;
  }
  const name = frame.keys[index];
  if (name === undefined) return null;
  return { name, value: (frame.value as Record<string, Json>)[name] ?? null, path: frame.path + step(name, frame.path === '') };
}

function step(name: string, isFirst: boolean): string {
  if (!/^[A-Za-z_$][\w$-]*$/.test(name)) return `[${JSON.stringify(name)}]`;
  return isFirst ? name : `.${name}`;
}

function sizeOf(value: Json): number {
  if (value === null || typeof value !== 'object') return 0;
  return Array.isArray(value) ? value.length : Object.keys(value).length;
}

export interface JsonMatches {
  /** Paths of what matched and of everything above it. */
  kept: ReadonlySet<string>;
  count: number;
  /** True when the search stopped early. */
  isPartial: boolean;
}

const MAX_MATCHES = 1000;

/** Keys and plain values that contain `text`, whatever the case; null when there is nothing to look for. */
export function searchJson(root: Json, text: string): JsonMatches | null {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return null;
  const kept = new Set<string>();
  const frames: Frame[] = [];
  const found: string[] = [];
  const visit = (value: Json, name: string | null, path: string): void => {
    if (matches(value, name, wanted)) {
      found.push(path);
      kept.add(path);
      for (const frame of frames) kept.add(frame.path);
    }
    if (sizeOf(value) > 0) frames.push(frameOf(value, path));
  };
  visit(root, null, '');
  for (let frame = frames.at(-1); frame && found.length < MAX_MATCHES; frame = frames.at(-1)) {
    const child = nextChild(frame);
    if (child) visit(child.value, child.name, child.path);
    else frames.pop();
  }
  return { kept, count: found.length, isPartial: found.length >= MAX_MATCHES };
}

function matches(value: Json, name: string | null, wanted: string): boolean {
  if (name?.toLowerCase().includes(wanted)) return true;
  if (value === null || typeof value !== 'object') return String(value).toLowerCase().includes(wanted);
  return false;
}

/** Whether a text looks like a JSON object or array, from its two ends: parsing megabytes to choose a view takes too long. */
export function looksStructured(text: string): boolean {
  const first = text.trimStart()[0];
  const last = text.trimEnd().at(-1);
  return (first === '{' && last === '}') || (first === '[' && last === ']');
}

/** The value that a text holds when it is a JSON object or array; undefined otherwise, also for a cut one. */
export function parseStructure(text: string): Json | undefined {
  if (!looksStructured(text)) return undefined;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
