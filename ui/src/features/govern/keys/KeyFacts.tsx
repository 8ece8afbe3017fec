import type { ReactNode } from 'react';
import type { KeyRecord } from '../../../api/contract';
import { formatUsd } from '../../../app/format';
import { CopyButton } from '../../../components/CopyButton';
import { Money } from '../../../components/Money';
import { RelativeTime } from '../../../components/RelativeTime';
import { Fact, Facts } from '../kit/Fact';
import { UserName, WorkspaceName } from '../names';
import { windowText } from './keyStates';

/** What a key has spent, what is left, and whose it is. */
export function KeyFacts({ of }: { of: KeyRecord }) {
  return (
    <>
      <Facts label="Use">
        <Fact label="Today">
          <Money usd={of.usage_daily} />
        </Fact>
        <Fact label="This month">
          <Money usd={of.usage_monthly} />
        </Fact>
        <Fact label="In all" hint={of.byok_usage > 0 ? `and ${formatUsd(of.byok_usage)} billed to credentials of one’s own` : undefined}>
          <Money usd={of.usage} />
        </Fact>
        <Fact label="Left of the limit" hint={of.limit === null ? 'no limit of its own' : `of ${formatUsd(of.limit)} ${windowText(of.limit_reset)}`}>
          {of.limit === null ? <span className="text-subtle">—</span> : <Money usd={of.limit_remaining} />}
        </Fact>
      </Facts>
      <dl className="grid gap-x-8 gap-y-2 rounded-lg border border-line bg-surface px-4 py-3 text-sm sm:grid-cols-2">
        <Line name="Key">
          <code>{of.label}</code>
        </Line>
        <Line name="Workspace">
          <WorkspaceName id={of.workspace_id} />
        </Line>
        <Line name="Created by">{of.creator_user_id ? <UserName id={of.creator_user_id} /> : 'an operator'}</Line>
        <Line name="Created">
          <RelativeTime value={of.created_at} />
        </Line>
        <Line name="Expires">{of.expires_at ? <RelativeTime value={of.expires_at} /> : 'never'}</Line>
        <Line name="Hash">
          <span className="inline-flex min-w-0 items-center gap-1">
            <code className="truncate">{of.hash.slice(0, 16)}…</code>
            <CopyButton text={of.hash} label="Copy the hash" />
          </span>
        </Line>
      </dl>
    </>
  );
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex min-h-6 items-center justify-between gap-4">
      <dt className="text-subtle">{name}</dt>
      <dd className="min-w-0 truncate text-right">{children}</dd>
    </div>
  );
}
