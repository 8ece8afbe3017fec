import { Suspense, useMemo } from 'react';
import type { TextValue } from '../../api/contract';
import { CutNotice } from './CutNotice';
import { parseStructure } from './jsonRows';
import { JsonView } from './JsonView';
import { LongText } from './LongText';
import { MarkdownText } from './MarkdownText';
import { useValueScope } from './viewMode';

/** Parsing and drawing Markdown takes a tenth of a second from about here on. */
const MARKDOWN_LENGTH = 40_000;

interface ValueViewProps {
  value: TextValue;
  /** What it is: "Input", "Message 3". */
  label: string;
}

/** A text in the form that the reader chose; says when it was cut. */
export function ValueView({ value, label }: ValueViewProps) {
  const { mode } = useValueScope();
  const structure = useMemo(() => (mode === 'text' ? undefined : parseStructure(value.text)), [mode, value.text]);
  return (
    <div className="min-w-0">
      {structure !== undefined ? (
        <JsonView value={structure} label={label} hasSearch={value.text.length > 4000} />
      ) : mode === 'markdown' && value.text.length <= MARKDOWN_LENGTH ? (
        <Suspense fallback={<LongText text={value.text} label={label} />}>
          <MarkdownText text={value.text} />
        </Suspense>
      ) : mode === 'json' && value.text.length <= MARKDOWN_LENGTH ? (
        <LongText text={JSON.stringify(value.text)} label={label} isCode />
      ) : (
        <LongText text={value.text} label={label} isCode={mode !== 'markdown'} />
      )}
      <CutNotice value={value} label={label} />
    </div>
  );
}
