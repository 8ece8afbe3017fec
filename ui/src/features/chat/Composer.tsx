import { FileText, Paperclip, SendHorizontal, Square, X } from 'lucide-react';
import { type FormEvent, useRef, useState } from 'react';
import { Button } from '../../components/Button';
import { IconButton } from '../../components/IconButton';
import { Kbd } from '../../components/Kbd';
import { TextArea } from '../../components/TextArea';
import { MOST_ATTACHMENTS, readAttachment } from './attachments';
import type { Attachment } from './types';

interface ComposerProps {
  isBusy: boolean;
  /** Why nothing can be sent; null: it can. */
  problem: string | null;
  onSend: (text: string, attachments: Attachment[]) => void;
  onStop: () => void;
}

/** Where one writes: Enter sends, Shift and Enter begin a line. */
export function Composer({ isBusy, problem, onSend, onStop }: ComposerProps) {
  const [text, setText] = useState('');
  const [attachments, setAttachments] = useState<Attachment[]>([]);
  const [refused, setRefused] = useState<string | null>(null);
  const picker = useRef<HTMLInputElement>(null);
  const canSend = problem === null && !isBusy && (text.trim() !== '' || attachments.length > 0);

  const send = () => {
    if (!canSend) return;
    onSend(text.trim(), attachments);
    setText('');
    setAttachments([]);
    setRefused(null);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send();
  };
  const add = async (files: Iterable<File>) => {
    const read = await Promise.allSettled([...files].slice(0, MOST_ATTACHMENTS).map(readAttachment));
    const good = read.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    const bad = read.flatMap((one) => (one.status === 'rejected' ? [(one.reason as Error).message] : []));
    setAttachments((before) => [...before, ...good].slice(0, MOST_ATTACHMENTS));
    setRefused(bad.length > 0 ? bad.join(' ') : null);
  };

  return (
    // files can be dropped anywhere on it; the button beside the text does the same
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      onSubmit={submit}
      className="border-t border-line bg-surface px-4 py-3"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        void add(event.dataTransfer.files);
      }}
    >
      {attachments.length > 0 && (
        <ul className="mb-2 flex flex-wrap gap-2" aria-label="Attachments">
          {attachments.map((attachment, index) => (
            // two files may have one name
            // oxlint-disable-next-line react/no-array-index-key
            <li key={index} className="flex h-8 max-w-56 items-center gap-1.5 rounded-md border border-line bg-sunken pl-1.5 text-xs">
              <AttachmentMark attachment={attachment} />
              <span className="truncate">{attachment.name}</span>
              <IconButton size="sm" label={`Remove ${attachment.name}`} icon={<X size={12} aria-hidden />} onClick={() => setAttachments(attachments.toSpliced(index, 1))} />
            </li>
          ))}
        </ul>
      )}
      {(refused ?? problem) && (
        <p role="alert" className="mb-2 text-sm text-danger">
          {refused ?? problem}
        </p>
      )}
      <div className="flex items-end gap-2">
        <input ref={picker} type="file" multiple hidden aria-hidden tabIndex={-1} onChange={(event) => void add(event.target.files ?? []).then(() => picker.current && (picker.current.value = ''))} />
        <IconButton label="Attach images or text files" variant="secondary" icon={<Paperclip size={15} aria-hidden />} onClick={() => picker.current?.click()} />
        <TextArea
          aria-label="Message"
          name="message"
          rows={Math.min(8, Math.max(1, text.split('\n').length))}
          placeholder="Write a message…"
          className="resize-none"
          value={text}
          onChange={(event) => setText(event.target.value)}
          onPaste={(event) => {
            if (event.clipboardData.files.length > 0) {
              event.preventDefault();
              void add(event.clipboardData.files);
            }
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            send();
          }}
        />
        {isBusy ? (
          <Button icon={<Square size={12} aria-hidden />} onClick={onStop} className="h-9">
            Stop
          </Button>
        ) : (
          <Button type="submit" variant="primary" icon={<SendHorizontal size={14} aria-hidden />} disabled={!canSend} className="h-9">
            Send
          </Button>
        )}
      </div>
      <p className="mt-1.5 hidden items-center gap-2 text-2xs text-subtle sm:flex">
        <Kbd keys="Enter" /> sends, <Kbd keys="shift+Enter" /> begins a line. Conversations are kept in this browser only.
      </p>
    </form>
  );
}

export function AttachmentMark({ attachment }: { attachment: Attachment }) {
  return attachment.kind === 'image' ? (
    <img src={attachment.content} alt="" className="size-6 rounded-sm object-cover" />
  ) : (
    <FileText size={14} className="text-subtle" aria-hidden />
  );
}
