import { useQueryClient } from '@tanstack/react-query';
import { Braces, Code, Diff, Ellipsis, Terminal } from 'lucide-react';
import { useState } from 'react';
import type { SpanRecord } from '../../../api/contract';
import { DropdownMenu, MenuItem, MenuLabel, MenuSeparator } from '../../../components/DropdownMenu';
import { IconButton } from '../../../components/IconButton';
import { useCopy } from '../../../components/useCopy';
import { spanQuery } from '../queries';
import { otlpJson } from './otlpJson';
import { csharpCode, curlCode, pythonCode, requestOf, typeScriptCode } from './spanCode';

const WRITERS = [
  { label: 'curl', icon: Terminal, write: curlCode },
  { label: 'Python (openai)', icon: Code, write: pythonCode },
  { label: 'TypeScript (openai)', icon: Code, write: typeScriptCode },
  { label: 'C# (OpenAI)', icon: Code, write: csharpCode },
] as const;

interface CopyMenuProps {
  record: SpanRecord;
  /** Makes this span the one that others are compared with. */
  onCompare: () => void;
}

/** A call as code that makes it again, a span as OTLP; and the way to a comparison. */
export function CopyMenu({ record, onCompare }: CopyMenuProps) {
  const client = useQueryClient();
  const { state, copy } = useCopy();
  const [problem, setProblem] = useState<string | null>(null);
  const isCall = requestOf(record) !== null;

  const run = async (text: () => Promise<string>) => {
    setProblem(null);
    try {
      await copy(await text());
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  /** What was cut for the page is not cut in a copy. */
  const whole = () => (record.cut_texts.length === 0 ? Promise.resolve(record) : client.fetchQuery(spanQuery(record.trace_id, record.span_id, true)));
  const otlp = async () => JSON.stringify(otlpJson(await whole()), null, 2);
  return (
    <>
      <DropdownMenu align="end" trigger={<IconButton size="sm" label="Copy as, compare" icon={<Ellipsis size={14} aria-hidden />} />}>
        <MenuLabel>Copy as</MenuLabel>
        {isCall &&
          WRITERS.map(({ label, icon: Icon, write }) => (
            <MenuItem key={label} icon={<Icon size={14} aria-hidden />} onSelect={() => void run(async () => write(requestOf(await whole()) ?? {}, window.location.origin))}>
              {label}
            </MenuItem>
          ))}
        <MenuItem icon={<Braces size={14} aria-hidden />} onSelect={() => void run(otlp)}>
          OTLP JSON
        </MenuItem>
        <MenuSeparator />
        <MenuItem icon={<Diff size={14} aria-hidden />} onSelect={onCompare}>
          Compare with another span
        </MenuItem>
      </DropdownMenu>
      <span role="status" className={problem || state === 'failed' ? 'text-xs text-danger' : 'text-xs text-success'}>
        {problem ?? (state === 'copied' ? 'Copied' : state === 'failed' ? 'The browser refused to copy' : '')}
      </span>
    </>
  );
}
