import { useEffect, useRef, useSyncExternalStore } from 'react';

export interface Hotkey {
  /** "j", "?", "mod+k" (Cmd on a Mac, Ctrl elsewhere), "Escape", or two keys one after the other: "g t". */
  keys: string;
  /** What it does, for the keyboard help. */
  label: string;
  group?: string;
  run: (event: KeyboardEvent) => void;
}

interface Options {
  enabled?: boolean;
  /** Also while an input has the focus; only for combinations that type nothing. */
  inInputs?: boolean;
}

const SEQUENCE_MS = 1000;
const INPUTS = 'input, textarea, select, [contenteditable="true"], .cm-editor';
const OVERLAYS = '[role="dialog"], [role="menu"], [role="listbox"]';

export const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);

/** Binds keys while the component is mounted. They never fire while one types, nor behind an open dialog or menu. */
export function useHotkeys(hotkeys: Hotkey[], { enabled = true, inInputs = false }: Options = {}): void {
  const latest = useRef(hotkeys);
  const signature = hotkeys.map((hotkey) => `${hotkey.keys}\t${hotkey.label}\t${hotkey.group ?? ''}`).join('\n');

  useEffect(() => {
    latest.current = hotkeys;
  });

  useEffect(() => {
    if (!enabled) return undefined;
    const removeFromHelp = addToHelp(latest.current);
    let first: { key: string; at: number } | undefined;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || event.repeat && !isRepeatable(event)) return;
      if (isElsewhere(event.target, inInputs)) return;
      const key = combination(event);
      const sequence = first && event.timeStamp - first.at < SEQUENCE_MS ? `${first.key} ${key}` : undefined;
      const hotkey = latest.current.find((candidate) => candidate.keys === sequence || candidate.keys === key);
      first = { key, at: event.timeStamp };
      if (!hotkey) return;
      first = undefined;
      event.preventDefault();
      hotkey.run(event);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      removeFromHelp();
    };
  }, [enabled, inInputs, signature]);
}

/** Moving through rows repeats while the key is held; anything else fires once. */
function isRepeatable(event: KeyboardEvent): boolean {
  return event.key === 'j' || event.key === 'k' || event.key.startsWith('Arrow');
}

function isElsewhere(target: EventTarget | null, inInputs: boolean): boolean {
  if (!(target instanceof Element)) return false;
  return target.closest(OVERLAYS) !== null || (!inInputs && target.closest(INPUTS) !== null);
}

function combination(event: KeyboardEvent): string {
  const mod = (isMac ? event.metaKey : event.ctrlKey) ? 'mod+' : '';
  const alt = event.altKey ? 'alt+' : '';
  // shift is part of what was typed for a character ("?"), and said for the rest ("shift+Enter")
  const shift = event.shiftKey && event.key.length > 1 ? 'shift+' : '';
  return mod + alt + shift + event.key;
}

let bound: readonly Hotkey[] = [];
const listeners = new Set<() => void>();

function change(next: readonly Hotkey[]): void {
  bound = next;
  for (const listener of listeners) listener();
}

function addToHelp(hotkeys: readonly Hotkey[]): () => void {
  change([...bound, ...hotkeys]);
  return () => change(bound.filter((hotkey) => !hotkeys.includes(hotkey)));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What the page in view listens to. */
export function useBoundHotkeys(): readonly Hotkey[] {
  return useSyncExternalStore(subscribe, () => bound);
}
