import { SendHorizontal } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Button } from '../../components/Button';
import { ErrorState } from '../../components/ErrorState';
import { Input } from '../../components/Input';
import { Section } from '../../components/Section';
import { Skeleton } from '../../components/Skeleton';
import { type Answer, useChat } from './chat';
import { SimulatorNote } from './SimulatorNote';

interface TryItProps {
  apiKey: string | null;
  model: string | null;
  simulated: boolean;
}

/** One real call from this page, with the key that was just made. */
export function TryIt({ apiKey, model, simulated }: TryItProps) {
  const [prompt, setPrompt] = useState('What does a weir do to a river?');
  const { answer, send } = useChat();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (apiKey !== null && model !== null && prompt.trim() !== '') void send(apiKey, model, prompt);
  };
  return (
    <Section title="Try it" aside={<code className="min-w-0 truncate text-subtle">{model ?? 'no model is configured'}</code>}>
      <form onSubmit={submit} className="p-3.5">
        <Input aria-label="Prompt" name="prompt" autoComplete="off" value={prompt} onChange={(event) => setPrompt(event.target.value)} />
        <div className="mt-2 flex items-center justify-between gap-3">
          <p className="text-xs text-subtle">{apiKey === null ? 'Create a key first.' : 'Made with your key.'}</p>
          <Button
            type="submit"
            variant={apiKey === null ? 'secondary' : 'primary'}
            icon={<SendHorizontal size={14} aria-hidden />}
            loading={isBusy(answer)}
            disabled={apiKey === null || model === null}
          >
            Send it from here
          </Button>
        </div>
        <AnswerText answer={answer} />
        {answer.error && (
          <div className="mt-3">
            <ErrorState inline title="The call failed" error={answer.error} />
          </div>
        )}
      </form>
      {simulated && <SimulatorNote />}
    </Section>
  );
}

function isBusy(answer: Answer): boolean {
  return answer.state === 'waiting' || answer.state === 'streaming';
}

function AnswerText({ answer }: { answer: Answer }) {
  return (
    <div aria-live="polite" aria-busy={isBusy(answer)}>
      {answer.state === 'waiting' && (
        <div className="mt-3 flex flex-col gap-2 rounded-md border border-line bg-sunken p-3">
          <Skeleton className="w-4/5" />
          <Skeleton className="w-3/5" />
        </div>
      )}
      {answer.text !== '' && (
        <p
          data-testid="answer"
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolls, so the keyboard has to reach it
          tabIndex={0}
          className="mt-3 max-h-44 overflow-y-auto rounded-md border border-line bg-sunken px-3 py-2.5 leading-relaxed break-words whitespace-pre-wrap"
        >
          {answer.text}
          {answer.state === 'streaming' && <span aria-hidden className="ml-0.5 inline-block h-3.5 w-1.5 translate-y-0.5 animate-breathe bg-accent" />}
        </p>
      )}
    </div>
  );
}
