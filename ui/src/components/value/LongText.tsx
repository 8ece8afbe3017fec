import { useMemo } from 'react';
import { TextViewer } from './TextViewer';

/** More than this in one element makes layout slow; such a text gets the viewer. */
export const PLAIN_LENGTH = 20_000;

interface LongTextProps {
  text: string;
  label: string;
  /** In the fixed-width face. */
  isCode?: boolean;
}

/** A text exactly as it is, of any length. */
export function LongText({ text, label, isCode = false }: LongTextProps) {
  const isLong = text.length > PLAIN_LENGTH;
  const face = isCode ? 'font-mono text-xs leading-5' : 'text-sm leading-6';
  // a million empty lines are short in characters only
  const hasManyLines = useMemo(() => !isLong && text.split('\n', 501).length > 500, [text, isLong]);
  if (isLong || hasManyLines) return <TextViewer text={text} label={label} />;
  return <div className={`${face} break-words whitespace-pre-wrap [overflow-wrap:anywhere]`}>{text}</div>;
}
