import type { SpanRecord } from '../../api/contract';
import { type Answer, EMPTY_ANSWER } from '../chat/types';

/** The answer that a span shows, to stand beside new ones. */
export function originalAnswer(record: SpanRecord): Answer {
  const messages = record.content.output_messages;
  const said = messages.map(({ parts }) => parts.map(({ text }) => text?.text ?? '').join('\n\n')).join('\n\n');
  const generation = generationOf(record);
  return {
    ...EMPTY_ANSWER,
    state: record.status === 'ERROR' ? 'failed' : 'done',
    text: said,
    toolCalls: messages.flatMap(({ tool_calls: calls }) => calls.map(({ id, name, arguments: text }) => ({ id: id ?? '', name: name ?? '', arguments: text?.text ?? '' }))),
    error: record.status === 'ERROR' ? record.status_message : '',
    model: record.model,
    provider: record.provider,
    generationId: generation,
    stats: {
      firstMs: null,
      totalMs: record.duration_us / 1000,
      promptTokens: record.prompt_tokens,
      completionTokens: record.completion_tokens,
      cost: record.cost === null ? null : Number(record.cost),
    },
  };
}

/** The generation that a span of the gateway belongs to; null of any other span. */
export function generationOf(record: SpanRecord): string | null {
  const { attributes } = record;
  const id = typeof attributes === 'object' && attributes !== null && !Array.isArray(attributes) ? attributes['weir.generation_id'] : null;
  return typeof id === 'string' ? id : null;
}
