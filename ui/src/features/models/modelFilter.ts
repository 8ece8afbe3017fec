import type { ModelRecord } from '../../api/contract';

export const MODALITIES = ['text', 'image', 'audio', 'video', 'file'] as const;
export const OUTPUTS = ['text', 'image', 'audio', 'embeddings', 'rerank', 'speech', 'transcription'] as const;
export const CONTEXTS = [32_000, 128_000, 200_000, 1_000_000] as const;
export const PRICES = [0, 0.25, 1, 5] as const;
export const PARAMETERS = ['tools', 'structured_outputs', 'reasoning', 'response_format', 'temperature', 'seed', 'logprobs', 'stop'] as const;

export const ORDERS: readonly { value: string; label: string }[] = [
  { value: '', label: 'Catalogue order' },
  { value: 'newest', label: 'Newest' },
  { value: 'pricing-low-to-high', label: 'Price, low first' },
  { value: 'pricing-high-to-low', label: 'Price, high first' },
  { value: 'context-high-to-low', label: 'Longest context' },
  { value: 'throughput-high-to-low', label: 'Fastest here' },
  { value: 'latency-low-to-high', label: 'Lowest latency here' },
  { value: 'intelligence-high-to-low', label: 'Intelligence index' },
  { value: 'coding-high-to-low', label: 'Coding index' },
];

/** What the API filters and sorts by; the names are those of its parameters. */
const API_FILTERS = ['input_modalities', 'output_modalities', 'supported_parameters', 'providers', 'context', 'max_price', 'sort'] as const;

/** The question to the list of models that an address of the page asks. */
export function listQuery(params: URLSearchParams): string {
  const query = new URLSearchParams();
  for (const name of API_FILTERS) {
    const values = params.getAll(name).filter((value) => value !== '');
    if (values.length > 0) query.set(name, values.join(','));
  }
  if (!query.has('output_modalities')) query.set('output_modalities', 'all');
  return query.toString();
}

export function isFiltered(params: URLSearchParams): boolean {
  return ['q', ...API_FILTERS].some((name) => name !== 'sort' && params.getAll(name).some((value) => value !== ''));
}

/** Models whose name or slug has every word: the rule of the API's `q`, for who is still typing. */
export function matching(models: readonly ModelRecord[], text: string): readonly ModelRecord[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return models;
  return models.filter(({ id, name }) => {
    const subject = `${name}\n${id}`.toLowerCase();
    return words.every((word) => subject.includes(word));
  });
}
