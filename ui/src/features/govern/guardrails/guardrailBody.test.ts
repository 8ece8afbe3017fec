import { expect, it } from 'vitest';
import type { GuardrailRecord } from '../../../api/contract';
import { bodyOf, draftOf, summaryOf } from './guardrailBody';

const empty = draftOf(null);

it('sends what was filled in, and nothing else', () => {
  const draft = { ...empty, name: ' Personal data ', allowedModels: 'a/b\n\n c/d ', detectors: { email: 'redact', phone: '' }, patterns: 'redact \\bkey\\b\nsecret' };

  expect(bodyOf(draft, empty)).toEqual({
    name: 'Personal data',
    allowed_models: ['a/b', 'c/d'],
    content_filter_builtins: [{ slug: 'email', action: 'redact' }],
    content_filters: [
      { pattern: '\\bkey\\b', action: 'redact' },
      { pattern: 'secret', action: 'block' },
    ],
  });
});

it('takes off what was emptied, and leaves what was not touched', () => {
  const before = { ...empty, name: 'x', limit: '5', zeroRetention: true };

  expect(bodyOf({ ...before, limit: '', zeroRetention: false }, before)).toEqual({ limit_usd: null, enforce_zdr: null });
  expect(bodyOf(before, before)).toEqual({});
});

it('leaves it to the API to say that a limit is no number', () => {
  expect(bodyOf({ ...empty, limit: 'ten' }, empty)).toEqual({ limit_usd: 'ten' });
});

it('sums up what a guardrail does', () => {
  const guardrail = { limit_usd: 5, allowed_models: ['a'], enforce_zdr_openai: true, enable_paid_model_training: false, content_filters: [{}], content_filter_builtins: null } as unknown as GuardrailRecord;

  expect(summaryOf({ ...guardrail, ignored_models: null, allowed_providers: null, ignored_providers: null })).toEqual(['spend', 'models', 'nothing retained', 'no training', '1 filter']);
});
