import { CornerDownLeft, ListFilter, X } from 'lucide-react';
import { type RefObject, useEffect, useId, useRef, useState } from 'react';
import { cx } from '../../app/cx';
import { Kbd } from '../../components/Kbd';
import { CompletionList } from './CompletionList';
import type { FilterError } from './filterError';
import { useCompletion } from './useCompletion';

interface FilterInputProps {
  /** The filter that is applied. */
  value: string;
  onApply: (filter: string) => void;
  /** What the API said about `value`. */
  error: FilterError | null;
  /** Where values are looked for; null is everywhere. */
  project: string | null;
  input: RefObject<HTMLInputElement | null>;
  placeholder: string;
}

/** A line of the filter language, with completion (ARIA combobox) and the place of a mistake. Enter applies it. */
export function FilterInput({ value, onApply, error, project, input, placeholder }: FilterInputProps) {
  const id = useId();
  const mark = useRef<HTMLSpanElement>(null);
  const [text, setText] = useState(value);
  const [applied, setApplied] = useState(value);
  // the address changed: back, a saved view, a link
  if (applied !== value) {
    setApplied(value);
    setText(value);
  }
  const completion = useCompletion({
    input,
    text,
    onText: setText,
    onEnter: () => onApply(text.trim()),
    onEscape: () => (text === value ? input.current?.blur() : setText(value)),
    project,
  });
  const isChanged = text.trim() !== value;
  const shownError = error !== null && !isChanged ? error : null;

  const alignMark = () => {
    if (mark.current && input.current) mark.current.style.translate = `${-input.current.scrollLeft}px 0`;
  };
  useEffect(alignMark);

  const clear = () => {
    setText('');
    onApply('');
    input.current?.focus();
  };

  return (
    <div className="relative min-w-0 flex-1">
      <div
        className={cx(
          'flex h-8 items-center gap-2 rounded-md border bg-surface pr-1 pl-2.5 transition-colors duration-100 focus-within:outline-2 focus-within:-outline-offset-1 focus-within:outline-accent',
          shownError ? 'border-danger' : 'border-line-strong focus-within:border-accent',
        )}
      >
        <ListFilter size={14} className="shrink-0 text-subtle" aria-hidden />
        <span className="relative h-full min-w-0 flex-1 overflow-hidden">
          {shownError?.at !== null && shownError && (
            <span
              ref={mark}
              aria-hidden
              className="pointer-events-none absolute bottom-1 h-[3px] rounded-full bg-danger font-mono text-xs"
              style={{ left: `${shownError.at}ch`, width: `${Math.max(1, wordAt(value, shownError.at))}ch` }}
            />
          )}
          <input
            ref={input}
            type="text"
            role="combobox"
            aria-label="Filter"
            aria-autocomplete="list"
            aria-expanded={completion.isShown}
            aria-controls={`${id}list`}
            aria-activedescendant={completion.active >= 0 ? `${id}option${completion.active}` : undefined}
            aria-invalid={shownError ? true : undefined}
            aria-describedby={shownError ? `${id}error` : undefined}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={4096}
            placeholder={placeholder}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              completion.open();
            }}
            onClick={completion.open}
            onKeyDown={completion.onKeyDown}
            onSelect={() => completion.isShown && completion.active < 0 && completion.open()}
            onScroll={alignMark}
            onBlur={completion.close}
            className="h-full w-full bg-transparent font-mono text-xs outline-none placeholder:font-sans"
          />
        </span>
        {isChanged && (
          <button type="button" onClick={() => onApply(text.trim())} className="flex h-6 shrink-0 items-center gap-1 rounded-sm bg-accent px-2 text-2xs font-medium text-on-accent hover:bg-accent-hover">
            Apply <CornerDownLeft size={11} aria-hidden />
          </button>
        )}
        {text !== '' ? (
          <button type="button" aria-label="Clear the filter" onClick={clear} className="flex size-6 shrink-0 items-center justify-center rounded-sm text-muted hover:bg-hover hover:text-fg">
            <X size={13} aria-hidden />
          </button>
        ) : (
          <span className="pr-1 max-md:hidden">
            <Kbd keys="/" />
          </span>
        )}
      </div>
      <CompletionList id={id} options={completion.options} active={completion.active} isShown={completion.isShown} onAccept={completion.accept} />
      <p id={`${id}error`} role="alert" className={cx('text-xs text-danger', shownError && 'mt-1')}>
        {shownError?.message}
      </p>
    </div>
  );
}

/** Characters of the word that begins at a place. */
function wordAt(text: string, at: number): number {
  return /^[\w.'"]+/.exec(text.slice(at))?.[0].length ?? 1;
}
