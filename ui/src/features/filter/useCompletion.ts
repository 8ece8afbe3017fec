import { type KeyboardEvent, type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { complete, filterCompletions } from './filterCompletions';
import { filterContext } from './filterContext';
import { useSeenValues } from './useSeenValues';

interface CompletionOptions {
  input: RefObject<HTMLInputElement | null>;
  text: string;
  onText: (text: string) => void;
  /** Enter without a chosen completion. */
  onEnter: () => void;
  /** Escape with no list open. */
  onEscape: () => void;
  project: string | null;
}

/** What could stand at the caret of the filter, and the keys that choose it. */
export function useCompletion({ input, text, onText, onEnter, onEscape, project }: CompletionOptions) {
  const [caret, setCaret] = useState(0);
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const [now] = useState(() => Date.now());
  const context = useMemo(() => filterContext(text, caret), [text, caret]);
  const seen = useSeenValues(isOpen && context.expected === 'value' ? context.field : null, project);
  const options = useMemo(() => (isOpen ? filterCompletions(context, seen, now) : []), [isOpen, context, seen, now]);
  const isShown = options.length > 0;
  const chosen = active < options.length ? active : -1;

  // a caret that a completion sets can stand there only once its text does
  const wanted = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    input.current?.setSelectionRange(wanted.current, wanted.current);
    wanted.current = null;
  }, [input, text]);

  const accept = (index: number) => {
    const option = options[index];
    if (!option) return;
    const done = complete(text, context, option);
    wanted.current = done.caret;
    setCaret(done.caret);
    setActive(-1);
    onText(done.text);
  };
  const open = () => {
    setCaret(input.current?.selectionStart ?? text.length);
    setActive(-1);
    setOpen(true);
  };
  const close = () => {
    setOpen(false);
    setActive(-1);
  };
  const step = (by: number) => {
    if (!isShown) open();
    // one place before the first is the text itself
    else setActive(((chosen + 1 + by + options.length + 1) % (options.length + 1)) - 1);
  };

  const keys: Record<string, () => boolean> = {
    ArrowDown: () => (step(1), true),
    ArrowUp: () => (step(-1), true),
    Tab: () => isShown && (accept(Math.max(0, chosen)), true),
    Enter: () => {
      if (chosen >= 0) accept(chosen);
      else {
        close();
        onEnter();
      }
      return true;
    },
    Escape: () => {
      if (isShown) close();
      else onEscape();
      return true;
    },
  };

  return {
    options,
    active: chosen,
    isShown,
    accept,
    open,
    close,
    onKeyDown: (event: KeyboardEvent) => {
      // while characters are composed, keys belong to the input method
      if (event.nativeEvent.isComposing || event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return;
      if (keys[event.key]?.()) event.preventDefault();
    },
  };
}
