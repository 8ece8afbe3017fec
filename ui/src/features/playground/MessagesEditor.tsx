import { Plus, X } from 'lucide-react';
import { Button } from '../../components/Button';
import { IconButton } from '../../components/IconButton';
import { Select } from '../../components/Select';
import { TextArea } from '../../components/TextArea';
import type { EditedMessage } from './request';

const ROLES = ['system', 'developer', 'user', 'assistant', 'tool'];

/** The messages of a call, one below the other, each to be changed. */
export function MessagesEditor({ messages, onChange }: { messages: readonly EditedMessage[]; onChange: (messages: EditedMessage[]) => void }) {
  const change = (index: number, changes: Partial<EditedMessage>) => onChange(messages.map((message, at) => (at === index ? { ...message, ...changes } : message)));
  return (
    <div className="flex flex-col gap-3">
      {messages.map((message, index) => (
        // a message has no name of its own
        // oxlint-disable-next-line react/no-array-index-key
        <div key={index} role="group" aria-label={`Message ${index + 1}`}>
          <div className="mb-1 flex items-center gap-2">
            <Select
              aria-label={`Role of message ${index + 1}`}
              value={message.role}
              onChange={(event) => change(index, { role: event.target.value })}
              options={[...new Set([...ROLES, message.role])].map((role) => ({ value: role, label: role }))}
            />
            {message.isParts && <span className="text-xs text-subtle">parts, as JSON</span>}
            {Object.keys(message.rest).length > 0 && <code className="truncate text-subtle">{Object.keys(message.rest).join(', ')}</code>}
            <IconButton size="sm" className="ml-auto" label={`Remove message ${index + 1}`} icon={<X size={13} aria-hidden />} onClick={() => onChange(messages.filter((_, at) => at !== index))} />
          </div>
          <TextArea
            aria-label={`Message ${index + 1}`}
            mono={message.isParts}
            rows={Math.min(14, Math.max(2, message.content.split('\n').length + Math.floor(message.content.length / 90)))}
            value={message.content}
            onChange={(event) => change(index, { content: event.target.value })}
          />
        </div>
      ))}
      <Button size="sm" className="self-start" icon={<Plus size={13} aria-hidden />} onClick={() => onChange([...messages, { role: 'user', content: '', rest: {}, isParts: false }])}>
        Add a message
      </Button>
    </div>
  );
}
