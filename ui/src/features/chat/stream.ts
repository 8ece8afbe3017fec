import { ApiError, readError } from '../../api/client';
import { readEvents } from '../../api/sse';
import { type Answer, EMPTY_ANSWER, type ToolCall } from './types';

interface Chunk {
  model?: string;
  provider?: string;
  choices?: { delta?: Delta; finish_reason?: string | null }[];
  usage?: { prompt_tokens?: number; completion_tokens?: number; cost?: number } | null;
  error?: { code?: number | string; message?: string };
}

interface Delta {
  content?: string | null;
  reasoning?: string | null;
  tool_calls?: { index?: number; id?: string; function?: { name?: string; arguments?: string } }[] | null;
}

/** Calls a model as any program does: with the key, past the console's cookie. Yields the answer as it grows; its failures are in it. */
export async function* streamAnswer(key: string, body: object, signal: AbortSignal): AsyncGenerator<Answer> {
  const began = performance.now();
  let answer = EMPTY_ANSWER;
  let firstMs: number | null = null;
  const took = () => ({ promptTokens: null, completionTokens: null, cost: null, ...answer.stats, firstMs, totalMs: performance.now() - began });
  try {
    const response = await fetch('/api/v1/chat/completions', {
      method: 'POST',
      credentials: 'omit',
      headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...body, stream: true, usage: { include: true } }),
      signal,
    });
    answer = { ...answer, generationId: response.headers.get('X-Generation-Id') };
    if (!response.ok || !response.body) throw readError(response, await response.text());
    for await (const data of readEvents(response.body)) {
      if (data === '[DONE]') break;
      const chunk = JSON.parse(data) as Chunk;
      // after the first byte a failure is an event of the stream
      if (chunk.error) throw new ApiError(0, chunk.error.code, chunk.error.message ?? 'The stream ended with an error that has no message.');
      answer = grow(answer, chunk);
      if (firstMs === null && (answer.text !== '' || answer.reasoning !== '' || answer.toolCalls.length > 0)) firstMs = performance.now() - began;
      yield answer;
    }
    yield { ...answer, state: 'done', stats: took() };
  } catch (error) {
    yield signal.aborted ? { ...answer, state: 'stopped', stats: took() } : { ...answer, state: 'failed', stats: took(), error: (error as Error).message };
  }
}

/** The answer with one more piece of it. */
export function grow(answer: Answer, chunk: Chunk): Answer {
  const [choice] = chunk.choices ?? [];
  const { delta } = choice ?? {};
  const { usage } = chunk;
  return {
    ...answer,
    state: 'streaming',
    text: answer.text + (delta?.content ?? ''),
    reasoning: answer.reasoning + (delta?.reasoning ?? ''),
    toolCalls: delta?.tool_calls ? withCalls(answer.toolCalls, delta.tool_calls) : answer.toolCalls,
    finishReason: choice?.finish_reason ?? answer.finishReason,
    model: chunk.model ?? answer.model,
    provider: chunk.provider ?? answer.provider,
    stats: usage
      ? { firstMs: null, totalMs: 0, promptTokens: usage.prompt_tokens ?? null, completionTokens: usage.completion_tokens ?? null, cost: usage.cost ?? null }
      : answer.stats,
  };
}

// the id and the name come once, the arguments in pieces
function withCalls(before: readonly ToolCall[], pieces: NonNullable<Delta['tool_calls']>): ToolCall[] {
  const calls = [...before];
  for (const piece of pieces) {
    const index = piece.index ?? calls.length;
    const known = calls[index] ?? { id: '', name: '', arguments: '' };
    calls[index] = { id: piece.id ?? known.id, name: piece.function?.name ?? known.name, arguments: known.arguments + (piece.function?.arguments ?? '') };
  }
  return calls.filter(Boolean);
}

/** Output tokens a second from the first one on; null where that cannot be said. */
export function tokensPerSecond({ stats }: Answer): number | null {
  if (!stats || stats.firstMs === null || stats.completionTokens === null) return null;
  const seconds = (stats.totalMs - stats.firstMs) / 1000;
  return seconds > 0.05 && stats.completionTokens > 1 ? stats.completionTokens / seconds : null;
}
