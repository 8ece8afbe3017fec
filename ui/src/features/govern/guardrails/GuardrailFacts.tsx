import type { ReactNode } from 'react';
import type { GuardrailRecord } from '../../../api/contract';
import { formatUsd } from '../../../app/format';
import { Badge } from '../../../components/Badge';
import { Section } from '../../../components/Section';
import { windowText } from '../keys/keyStates';
import { DETECTORS } from './guardrailBody';

const TONES: Record<string, 'danger' | 'warning' | 'info'> = { block: 'danger', redact: 'warning', flag: 'info' };
const GROUPS = [
  ['enforce_zdr_anthropic', 'Anthropic'],
  ['enforce_zdr_openai', 'OpenAI'],
  ['enforce_zdr_google', 'Google'],
  ['enforce_zdr_xai', 'xAI'],
  ['enforce_zdr_other', 'others'],
] as const;

/** Everything that a guardrail says. */
export function GuardrailFacts({ of }: { of: GuardrailRecord }) {
  const zdr = GROUPS.filter(([member]) => of[member] === true).map(([, label]) => label);
  const trains = [
    of.enable_free_model_training === false && 'no free endpoint that trains',
    of.enable_paid_model_training === false && 'no paid endpoint that trains',
    of.enable_free_model_publication === false && 'no free endpoint that publishes',
  ].filter((text) => text !== false);
  return (
    <div className="grid gap-5 lg:grid-cols-2">
      <Section title="What it allows">
        <dl className="flex flex-col gap-2.5 p-4">
          <Line name="Spend">{of.limit_usd === null ? 'not limited' : `${formatUsd(of.limit_usd)} ${windowText(of.reset_interval)}, each`}</Line>
          <Line name="Models">
            <Allowed only={of.allowed_models} never={of.ignored_models} />
          </Line>
          <Line name="Providers">
            <Allowed only={of.allowed_providers} never={of.ignored_providers} />
          </Line>
          <Line name="Data retention">{zdr.length === 0 ? 'as providers have it' : zdr.length === GROUPS.length ? 'none, of any model' : `none, of models of ${zdr.join(', ')}`}</Line>
          <Line name="Training">{trains.length === 0 ? 'as providers have it' : trains.join(', ')}</Line>
        </dl>
      </Section>
      <Section title="Content filters">
        <ul className="divide-y divide-line">
          {(of.content_filter_builtins ?? []).map(({ slug, action }) => (
            <Filter key={slug} action={action}>
              {DETECTORS.find((detector) => detector.slug === slug)?.label ?? slug}
            </Filter>
          ))}
          {(of.content_filters ?? []).map(({ pattern, action }) => (
            <Filter key={pattern} action={action}>
              <code title={pattern}>{pattern}</code>
            </Filter>
          ))}
          {(of.content_filter_builtins?.length ?? 0) + (of.content_filters?.length ?? 0) === 0 && <li className="px-4 py-6 text-center text-muted">None: texts are not searched.</li>}
        </ul>
      </Section>
    </div>
  );
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[7rem_minmax(0,1fr)] gap-3">
      <dt className="text-subtle">{name}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </div>
  );
}

function Allowed({ only, never }: { only: string[] | null; never: string[] | null }) {
  if (!only && !never) return 'all';
  return (
    <span className="flex flex-col gap-1">
      {only && <code>{only.join(', ')}</code>}
      {never && (
        <span>
          never <code>{never.join(', ')}</code>
        </span>
      )}
    </span>
  );
}

function Filter({ action, children }: { action: string; children: ReactNode }) {
  return (
    <li className="flex h-9 items-center justify-between gap-3 px-4">
      <span className="min-w-0 truncate">{children}</span>
      <Badge tone={TONES[action] ?? 'neutral'}>{action}</Badge>
    </li>
  );
}
