import { type ComponentType, createElement, lazy } from 'react';

interface MarkdownProps {
  text: string;
}

let loaded: ComponentType<MarkdownProps> | undefined;

/** Fetches the Markdown reader ahead of the first text, so that no raw text flashes before it. */
export async function loadMarkdown(): Promise<{ default: ComponentType<MarkdownProps> }> {
  const module = await import('./Markdown');
  loaded = module.default;
  return module;
}

const Lazy = lazy(loadMarkdown);

/** A text as Markdown; waits for the reader when it is not there yet. */
export function MarkdownText({ text }: MarkdownProps) {
  return createElement(loaded ?? Lazy, { text });
}
