import { useEffect, useRef, useSyncExternalStore } from 'react';

export interface Hotkey {
  /** "j", "?", "mod+k" (Cmd on a Mac, Ctrl elsewhere), "Escape", or two keys one after the other: "g t". */
  keys: string;
  /** What it does, for the keyboard help. */
  label: string;
  /** Where the help lists it; left out: this page. */
  group?: string;
  run: (event: KeyboardEvent) => void;
}

interface Options {
  enabled?: boolean;
  /** Also while an input has the focus; only for combinations that type nothing. */
  inInputs?: boolean;
}

interface Binding {
  readonly hotkeys: { readonly current: readonly Hotkey[] };
  readonly inInputs: boolean;
}

const SEQUENCE_MS = 1000;
const INPUTS = 'input, textarea, select, [contenteditable="true"], .cm-editor';
const OVERLAYS = '[role="dialog"], [role="menu"], [role="listbox"]';

export const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);

/** Binds keys while the component is mounted. They never fire while one types, nor behind an open dialog or menu. */
export function useHotkeys(hotkeys: readonly Hotkey[], { enabled = true, inInputs = false }: Options = {}): void {
  const latest = useRef(hotkeys);
  // the help shows keys and labels: it has to hear when they change, not when a function does
  const signature = hotkeys.map((hotkey) => `${hotkey.keys} ${hotkey.label}`).join('\n');

  useEffect(() => {
    latest.current = hotkeys;
  });

  useEffect(() => (enabled ? bind({ hotkeys: latest, inInputs }) : undefined), [enabled, inInputs, signature]);
}

/** What the page in view listens to. */
export function useBoundHotkeys(): readonly Hotkey[] {
  return useSyncExternalStore(subscribe, () => bound).flatMap((binding) => binding.hotkeys.current);
}

// one listener for all, so that "g t" of the shell and "t" of a page do not both fire
let bound: readonly Binding[] = [];
const listeners = new Set<() => void>();
let first: { key: string; at: number } | undefined;

function bind(binding: Binding): () => void {
  if (bound.length === 0) document.addEventListener('keydown', onKeyDown);
  change([...bound, binding]);
  return () => {
    change(bound.filter((other) => other !== binding));
    if (bound.length === 0) document.removeEventListener('keydown', onKeyDown);
  };
}

function change(next: readonly Binding[]): void {
  bound = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || isModifier(event.key)) return;
  const hotkey = find(event);
  if (!hotkey) return;
  event.preventDefault();
  if (!event.repeat || isMove(event.key)) hotkey.run(event);
}

/** The sequence that ends with this key, else the key; of two bindings the later one, which is nearer to what is looked at. */
function find(event: KeyboardEvent): Hotkey | undefined {
  const key = combination(event);
  const sequence = first && event.timeStamp - first.at < SEQUENCE_MS ? `${first.key} ${key}` : undefined;
  const hotkeys = bound.filter((binding) => hears(binding, event.target)).flatMap((binding) => binding.hotkeys.current);
  const hotkey = hotkeys.findLast((candidate) => candidate.keys === sequence) ?? hotkeys.findLast((candidate) => candidate.keys === key);
  first = hotkey ? undefined : { key, at: event.timeStamp };
  return hotkey;
}

function hears(binding: Binding, target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return true;
  return target.closest(OVERLAYS) === null && (binding.inInputs || target.closest(INPUTS) === null);
}

function isModifier(key: string): boolean {
  return key === 'Shift' || key === 'Control' || key === 'Alt' || key === 'Meta';
}

/** Moving through rows goes on while the key is held; anything else happens once. */
function isMove(key: string): boolean {
  return key === 'j' || key === 'k' || key.startsWith('Arrow') || key.startsWith('Page');
}

function combination(event: KeyboardEvent): string {
  const mod = (isMac ? event.metaKey : event.ctrlKey) ? 'mod+' : '';
  const alt = event.altKey ? 'alt+' : '';
  // shift is part of what was typed for a character ("?"), and said for the rest ("shift+Enter")
  const shift = event.shiftKey && event.key.length > 1 ? 'shift+' : '';
  return mod + alt + shift + event.key;
}
