import { SendHorizontal } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Button } from '../../components/Button';
import { ErrorState } from '../../components/ErrorState';
import { Input } from '../../components/Input';
import { Skeleton } from '../../components/Skeleton';
import { useChat } from './chat';

interface TryItProps {
  apiKey: string | null;
  model: string | null;
}

/** One real call from this page, with the key that was just made. */
export function TryIt({ apiKey, model }: TryItProps) {
  const [prompt, setPrompt] = useState('What does a weir do to a river?');
  const { answer, send } = useChat();
  const busy = answer.state === 'waiting' || answer.state === 'streaming';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (apiKey !== null && model !== null && prompt.trim() !== '') void send(apiKey, model, prompt);
  };
  return (
    <div>
      <form onSubmit={submit} className="flex flex-wrap gap-2">
        <Input className="flex-1 basis-48" aria-label="Prompt" name="prompt" autoComplete="off" value={prompt} onChange={(event) => setPrompt(event.target.value)} />
        <Button
          type="submit"
          variant={apiKey === null ? 'secondary' : 'primary'}
          icon={<SendHorizontal size={14} aria-hidden />}
          loading={busy}
          disabled={apiKey === null || model === null}
        >
          Send it from here
        </Button>
      </form>
      {apiKey === null && <p className="mt-2 text-xs text-subtle">Create a key first: the call is made with it.</p>}
      <div aria-live="polite" aria-busy={busy}>
        {answer.state === 'waiting' && (
          <div className="mt-3 flex flex-col gap-2 rounded-md border border-line bg-sunken p-3">
            <Skeleton className="w-4/5" />
            <Skeleton className="w-3/5" />
          </div>
        )}
        {answer.text !== '' && (
          <p data-testid="answer" className="mt-3 max-h-72 overflow-y-auto rounded-md border border-line bg-sunken p-3 leading-relaxed break-words whitespace-pre-wrap">
            {answer.text}
            {answer.state === 'streaming' && <span aria-hidden className="ml-0.5 inline-block h-3.5 w-1.5 translate-y-0.5 animate-breathe bg-accent" />}
          </p>
        )}
      </div>
      {answer.error && (
        <div className="mt-3">
          <ErrorState inline title="The call failed" error={answer.error} />
        </div>
      )}
    </div>
  );
}
