import { useCallback, useMemo, useState } from 'react';
import type { Json, MessageRecord, SpanContent } from '../../../api/contract';
import { formatCount } from '../../../app/format';
import { Button } from '../../../components/Button';
import { JsonView } from '../../../components/value/JsonView';
import { useValueScope } from '../../../components/value/viewMode';
import { Message } from './Message';
import { Offered } from './Offered';

/** Of a long conversation the last messages are drawn first: they are what the answer is about. */
const DRAWN_MESSAGES = 40;

/** The conversation: what went in, set apart what came out, and what the model was offered. */
export function ChatTab({ content }: { content: SpanContent }) {
  const { mode } = useValueScope();
  const [drawn, setDrawn] = useState(DRAWN_MESSAGES);
  const { input_messages: input, output_messages: output } = content;
  const calls = useMemo(() => callNames([...input, ...output]), [input, output]);
  const results = useMemo(() => new Set(input.map((message) => message.tool_call_id)), [input]);
  const hasResult = useCallback((id: string) => results.has(id), [results]);
  const hidden = Math.max(0, input.length - drawn);

  const onShow = useCallback(
    (toolCallId: string, what: 'call' | 'result') => {
      const index = input.findIndex((message) =>
        what === 'result' ? message.tool_call_id === toolCallId : message.tool_calls.some((call) => call.id === toolCallId),
      );
      setDrawn((before) => Math.max(before, input.length - index));
      // after a message that was hidden is there
      requestAnimationFrame(() => {
        const element = document.getElementById(idOf(index));
        element?.scrollIntoView({ block: 'center' });
        element?.focus({ preventScroll: true });
      });
    },
    [input],
  );

  if (mode === 'json') {
    const value = { input_messages: input, output_messages: output, tools: content.tools, parameters: content.parameters };
    return <JsonView value={value as unknown as Json} label="Conversation" hasSearch className="py-3" />;
  }

  const draw = (message: MessageRecord, index: number, isOutput: boolean) => (
    <Message
      key={idOf(index)}
      id={idOf(index)}
      message={message}
      isOutput={isOutput}
      answers={message.tool_call_id === null ? null : (calls.get(message.tool_call_id) ?? null)}
      onShow={onShow}
      hasResult={hasResult}
    />
  );

  return (
    <div>
      <Offered tools={content.tools} parameters={content.parameters} />
      {hidden > 0 && (
        <Button size="sm" variant="ghost" className="my-1 w-full" onClick={() => setDrawn(drawn + 100)}>
          Show earlier messages ({formatCount(hidden)})
        </Button>
      )}
      <div className="divide-y divide-line">{input.slice(hidden).map((message, index) => draw(message, hidden + index, false))}</div>
      {output.length > 0 && (
        <section aria-label="Output" className="mt-2 rounded-md border border-line bg-surface px-4">
          <h3 className="pt-2.5 text-2xs font-medium text-subtle">
            Output{output.length > 1 && <span className="tabular"> · {output.length} choices</span>}
          </h3>
          <div className="divide-y divide-line">{output.map((message, index) => draw(message, input.length + index, true))}</div>
        </section>
      )}
    </div>
  );
}

function idOf(index: number): string {
  return `message-${index}`;
}

function callNames(messages: MessageRecord[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const { tool_calls: calls } of messages) {
    for (const { id, name } of calls) if (id !== null) names.set(id, name);
  }
  return names;
}
