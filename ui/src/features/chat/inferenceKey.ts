import { useSyncExternalStore } from 'react';

/** A key that this browser may call models with; in the session storage of this tab alone, gone with it. */
export interface InferenceKey {
  text: string;
  name: string;
  /** ISO 8601; null: it was pasted, and only the server knows. */
  expiresAt: string | null;
  /** US dollars; null: as above. */
  limit: number | null;
}

const STORAGE = 'weir.inference-key';
const listeners = new Set<() => void>();
let current: InferenceKey | null | undefined;

function read(): InferenceKey | null {
  if (current !== undefined) return current;
  try {
    current = JSON.parse(sessionStorage.getItem(STORAGE) ?? 'null') as InferenceKey | null;
  } catch {
    current = null;
  }
  if (current?.expiresAt && Date.parse(current.expiresAt) <= Date.now()) current = null;
  return current;
}

export function keepInferenceKey(key: InferenceKey | null): void {
  current = key;
  try {
    if (key === null) sessionStorage.removeItem(STORAGE);
    else sessionStorage.setItem(STORAGE, JSON.stringify(key));
  } catch {
    // storage is blocked: the key lasts as long as the page
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useInferenceKey(): InferenceKey | null {
  return useSyncExternalStore(subscribe, read);
}
