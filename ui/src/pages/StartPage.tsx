import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { CreatedKeyResponse } from '../api/contract';
import { statusQuery } from '../api/status';
import { CopyButton } from '../components/CopyButton';
import { PageHeader } from '../components/PageHeader';
import { ArrivedCalls } from '../features/start/ArrivedCalls';
import { KeyStep } from '../features/start/KeyStep';
import { CALL_SNIPPETS, type SnippetFacts, TRACE_SNIPPETS } from '../features/start/snippets';
import { SnippetTabs } from '../features/start/SnippetTabs';
import { TryIt } from '../features/start/TryIt';

/** Stands in snippets while the catalogue is empty. */
const ANY_MODEL = 'author/model';

/** The first run: from nothing to the first traced call. */
export function StartPage() {
  const { data: status } = useQuery(statusQuery);
  const [created, setCreated] = useState<CreatedKeyResponse | null>(null);
  const [revealed, setRevealed] = useState(false);
  const { origin } = window.location;
  const baseUrl = `${origin}/api/v1`;
  const facts: SnippetFacts = { origin, model: status?.sample_model ?? ANY_MODEL, key: created?.key ?? null, otlpGrpc: status?.otlp_grpc ?? null };
  const secret = { facts, revealed, onReveal: setRevealed };
  return (
    <>
      <PageHeader title="Connect" />
      <div className="relative min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto grid max-w-6xl gap-x-10 gap-y-9 px-4 py-6 lg:grid-cols-[minmax(0,1fr)_22rem] lg:grid-rows-[auto_1fr] lg:px-8 lg:py-8">
          <div className="flex min-w-0 flex-col gap-9">
            <Step title="Base URL" text="Any OpenAI or OpenRouter client works with it unchanged.">
              <div className="flex h-10 items-center gap-2 rounded-md border border-line bg-sunken pr-1.5 pl-3">
                <code className="min-w-0 flex-1 truncate">{baseUrl}</code>
                <CopyButton text={baseUrl} label="Copy base URL" />
              </div>
            </Step>
            <Step title="Key" text="An inference key calls models and sends spans. The snippets below take it up.">
              <KeyStep created={created} onCreated={setCreated} revealed={revealed} onReveal={setRevealed} />
            </Step>
          </div>
          <aside className="flex min-w-0 flex-col gap-4 lg:sticky lg:top-8 lg:row-span-2 lg:self-start" aria-label="First call">
            <TryIt apiKey={created?.key ?? null} model={status?.sample_model ?? null} simulated={status?.simulated ?? false} />
            <ArrivedCalls />
          </aside>
          <div className="flex min-w-0 flex-col gap-9">
            <Step title="Call a model" text="Every call through the gateway is traced; the program needs nothing for it.">
              <SnippetTabs label="Call a model" snippets={CALL_SNIPPETS} {...secret} />
            </Step>
            <Step title="Trace your app" text="Spans of your own program, with the gateway's beneath them in the same trace.">
              <SnippetTabs label="Trace your app" snippets={TRACE_SNIPPETS} {...secret} />
            </Step>
          </div>
        </div>
      </div>
    </>
  );
}

function Step({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="text-base font-semibold">{title}</h2>
      <p className="mt-0.5 mb-3 text-muted">{text}</p>
      {children}
    </section>
  );
}
