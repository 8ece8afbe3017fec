import type { ModelRecord } from '../../api/contract';
import { formatUsd } from '../../app/format';

const MILLION = 1_000_000;

/** Dollars a million tokens of a price a token: "0.0000004" → "$0.40"; null is no such price, "0" is free. */
export function perMillion(price: string | null | undefined): string {
  if (price === null || price === undefined) return '—';
  const amount = Number(price);
  if (!Number.isFinite(amount)) return '—';
  // 0.0000004 times a million is 0.39999999999999997
  return amount === 0 ? 'Free' : formatUsd(Number((amount * MILLION).toPrecision(12)));
}

/** Whether a model answers in tokens. What gives vectors or an order has no price of its answers, and is not free either. */
export function givesTokens({ architecture }: Pick<ModelRecord, 'architecture'>): boolean {
  return !architecture.output_modalities.every((name) => name === 'embeddings' || name === 'rerank' || name === 'speech');
}

export interface OtherPrice {
  name: string;
  price: string;
  unit: string;
}

/** What a model charges beside prompt and completion tokens. */
export function otherPrices(pricing: object): OtherPrice[] {
  const values = pricing as Record<string, unknown>;
  return OTHERS.flatMap(([key, name, unit]) => {
    const value = values[key];
    if (typeof value !== 'string' || Number(value) === 0) return [];
    return [{ name, price: unit === 'M tokens' ? perMillion(value) : formatUsd(value), unit }];
  });
}

const OTHERS: readonly (readonly [string, string, string])[] = [
  ['input_cache_read', 'Cache read', 'M tokens'],
  ['input_cache_write', 'Cache write', 'M tokens'],
  ['internal_reasoning', 'Reasoning', 'M tokens'],
  ['image', 'Image in', 'image'],
  ['image_output', 'Image out', 'image'],
  ['audio', 'Audio in', 'M tokens'],
  ['audio_output', 'Audio out', 'M tokens'],
  ['web_search', 'Web search', 'search'],
  ['request', 'Request', 'request'],
  ['second', 'Audio', 'second'],
  ['character', 'Speech', 'character'],
  ['search', 'Reranking', 'search'],
];
