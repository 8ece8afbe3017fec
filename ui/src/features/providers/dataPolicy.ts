import type { ProviderDataPolicyRecord } from '../../api/contract';

/** What a provider does with prompts, in a few words; as the operator declares it. */
export function dataPolicyText(policy: ProviderDataPolicyRecord | undefined): string {
  if (!policy) return '—';
  if (policy.zdr) return 'zero retention';
  const kept = policy.retains_prompts ? (policy.retention_days > 0 ? `kept ${policy.retention_days} d` : 'kept') : null;
  return [kept, policy.training ? 'trains on them' : null].filter(Boolean).join(', ') || 'nothing declared';
}
