import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiError, readError } from '../../api/client';
import { readEvents } from '../../api/sse';

export interface Answer {
  state: 'idle' | 'waiting' | 'streaming' | 'done' | 'failed';
  text: string;
  error: Error | null;
}

interface Chunk {
  choices?: { delta?: { content?: string | null } }[];
  error?: { code?: number | string; message?: string };
}

const IDLE: Answer = { state: 'idle', text: '', error: null };

/** One streaming chat completion, made as any client makes it: with the key, past the console's cookie. */
export function useChat(): { answer: Answer; send: (key: string, model: string, prompt: string) => Promise<void> } {
  const [answer, setAnswer] = useState<Answer>(IDLE);
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  const send = useCallback(async (key: string, model: string, prompt: string) => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    setAnswer({ ...IDLE, state: 'waiting' });
    try {
      for await (const text of stream(key, model, prompt, controller.signal)) {
        setAnswer((now) => ({ ...now, state: 'streaming', text: now.text + text }));
      }
      setAnswer((now) => ({ ...now, state: 'done' }));
    } catch (error) {
      if (!controller.signal.aborted) setAnswer((now) => ({ ...now, state: 'failed', error: error as Error }));
    }
  }, []);

  return { answer, send };
}

async function* stream(key: string, model: string, prompt: string, signal: AbortSignal): AsyncGenerator<string> {
  const response = await fetch('/api/v1/chat/completions', {
    method: 'POST',
    credentials: 'omit',
    headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ model, messages: [{ role: 'user', content: prompt }], stream: true }),
    signal,
  });
  if (!response.ok || !response.body) throw readError(response, await response.text());
  for await (const data of readEvents(response.body)) {
    if (data === '[DONE]') return;
    const chunk = JSON.parse(data) as Chunk;
    // after the first byte a failure is an event of the stream
    if (chunk.error) throw new ApiError(0, chunk.error.code, chunk.error.message ?? 'The stream ended with an error that has no message.');
    const text = chunk.choices?.[0]?.delta?.content;
    if (text) yield text;
  }
}
