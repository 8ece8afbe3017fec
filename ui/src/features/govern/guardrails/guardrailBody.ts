import type { GuardrailRecord } from '../../../api/contract';
import { linesOf } from '../kit/LinesField';

/** The detectors that this server can search with, and what they find. */
export const DETECTORS: readonly { slug: string; label: string; hint: string }[] = [
  { slug: 'email', label: 'E-mail addresses', hint: 'jane@example.com' },
  { slug: 'phone', label: 'Phone numbers', hint: '+49 30 901820' },
  { slug: 'ssn', label: 'Social security numbers', hint: 'of the United States' },
  { slug: 'credit-card', label: 'Credit card numbers', hint: 'with a right check digit' },
  { slug: 'ip-address', label: 'IP addresses', hint: 'version 4 and 6' },
  { slug: 'regex-prompt-injection', label: 'Prompt injections', hint: 'texts that tell the model to forget its instructions' },
];

export const ACTIONS = [
  { value: '', label: 'off' },
  { value: 'flag', label: 'flag' },
  { value: 'redact', label: 'redact' },
  { value: 'block', label: 'block' },
];

/** What the form of a guardrail holds, as it is typed. */
export interface GuardrailDraft {
  name: string;
  description: string;
  limit: string;
  reset: string;
  allowedModels: string;
  ignoredModels: string;
  allowedProviders: string;
  ignoredProviders: string;
  zeroRetention: boolean;
  noTraining: boolean;
  detectors: Record<string, string>;
  /** Lines of "action pattern". */
  patterns: string;
}

export function draftOf(guardrail: GuardrailRecord | null): GuardrailDraft {
  return {
    name: guardrail?.name ?? '',
    description: guardrail?.description ?? '',
    limit: guardrail?.limit_usd?.toString() ?? '',
    reset: guardrail?.reset_interval ?? '',
    allowedModels: lines(guardrail?.allowed_models),
    ignoredModels: lines(guardrail?.ignored_models),
    allowedProviders: lines(guardrail?.allowed_providers),
    ignoredProviders: lines(guardrail?.ignored_providers),
    zeroRetention: guardrail?.enforce_zdr === true,
    noTraining: guardrail?.enable_paid_model_training === false,
    detectors: Object.fromEntries((guardrail?.content_filter_builtins ?? []).map(({ slug, action }) => [slug, action])),
    patterns: (guardrail?.content_filters ?? []).map(({ pattern, action }) => `${action} ${pattern}`).join('\n'),
  };
}

/** The body of the request; of a change only what differs, so that what the form does not show stays as it is. */
export function bodyOf(draft: GuardrailDraft, before: GuardrailDraft): Record<string, unknown> {
  const parts: readonly [keyof GuardrailDraft, string, unknown][] = [
    ['name', 'name', draft.name.trim()],
    ['description', 'description', draft.description.trim() === '' ? null : draft.description.trim()],
    ['limit', 'limit_usd', draft.limit.trim() === '' ? null : Number.isNaN(Number(draft.limit)) ? draft.limit : Number(draft.limit)],
    ['reset', 'reset_interval', draft.reset === '' ? null : draft.reset],
    ['allowedModels', 'allowed_models', list(draft.allowedModels)],
    ['ignoredModels', 'ignored_models', list(draft.ignoredModels)],
    ['allowedProviders', 'allowed_providers', list(draft.allowedProviders)],
    ['ignoredProviders', 'ignored_providers', list(draft.ignoredProviders)],
    ['zeroRetention', 'enforce_zdr', draft.zeroRetention ? true : null],
    ['noTraining', 'enable_paid_model_training', draft.noTraining ? false : null],
    ['detectors', 'content_filter_builtins', detectorsOf(draft.detectors)],
    ['patterns', 'content_filters', patternsOf(draft.patterns)],
  ];
  return Object.fromEntries(parts.filter(([field]) => JSON.stringify(draft[field]) !== JSON.stringify(before[field])).map(([, member, value]) => [member, value]));
}

function lines(texts: string[] | null | undefined): string {
  return texts?.join('\n') ?? '';
}

function list(text: string): string[] | null {
  const all = linesOf(text);
  return all.length === 0 ? null : all;
}

function detectorsOf(chosen: Record<string, string>): { slug: string; action: string }[] | null {
  const detectors = Object.entries(chosen)
    .filter(([, action]) => action !== '')
    .map(([slug, action]) => ({ slug, action }));
  return detectors.length === 0 ? null : detectors;
}

/** "block \bsecret\b" → what to do, and where. A line without one of the three words is a pattern that blocks. */
function patternsOf(text: string): { pattern: string; action: string }[] | null {
  const patterns = linesOf(text).map((line) => {
    const [, action, pattern] = /^(flag|redact|block)\s+(.+)$/.exec(line) ?? [];
    return action && pattern ? { pattern, action } : { pattern: line, action: 'block' };
  });
  return patterns.length === 0 ? null : patterns;
}

/** What a guardrail does, in a few words. */
export function summaryOf(guardrail: GuardrailRecord): string[] {
  const says: string[] = [];
  if (guardrail.limit_usd !== null) says.push('spend');
  if (guardrail.allowed_models ?? guardrail.ignored_models) says.push('models');
  if (guardrail.allowed_providers ?? guardrail.ignored_providers) says.push('providers');
  const zdr = [guardrail.enforce_zdr_anthropic, guardrail.enforce_zdr_openai, guardrail.enforce_zdr_google, guardrail.enforce_zdr_xai, guardrail.enforce_zdr_other];
  if (zdr.includes(true)) says.push('nothing retained');
  if ([guardrail.enable_free_model_training, guardrail.enable_paid_model_training, guardrail.enable_free_model_publication].includes(false)) says.push('no training');
  const filters = (guardrail.content_filters?.length ?? 0) + (guardrail.content_filter_builtins?.length ?? 0);
  if (filters > 0) says.push(filters === 1 ? '1 filter' : `${filters} filters`);
  return says;
}
