import { useQuery } from '@tanstack/react-query';
import { KeyRound, Plus } from 'lucide-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { CreatedKeyResponse } from '../api/contract';
import { formatCount } from '../app/format';
import { Button } from '../components/Button';
import { EmptyState } from '../components/EmptyState';
import { PageHeader } from '../components/PageHeader';
import { Section } from '../components/Section';
import { Loaded } from '../features/govern/kit/Loaded';
import { PageBody } from '../features/govern/kit/PageBody';
import { CreatedKey } from '../features/govern/keys/CreatedKey';
import { KeyForm } from '../features/govern/keys/KeyForm';
import { KeyTable } from '../features/govern/keys/KeyTable';
import { keysQuery, workspacesQuery } from '../features/govern/queries';
import { WorkspaceSelect } from '../features/govern/WorkspaceSelect';

/** The keys of a workspace; /keys?workspace=SLUG. */
export function KeysPage() {
  const [params, setParams] = useSearchParams();
  const slug = params.get('workspace') ?? 'default';
  const workspaces = useQuery(workspacesQuery);
  // the API of keys knows workspaces by their ids alone; a slug that nobody has is said by it
  const workspace = workspaces.data?.find((each) => each.slug === slug)?.id ?? slug;
  const keys = useQuery({ ...keysQuery(workspace), enabled: !workspaces.isPending });
  const [isMaking, setIsMaking] = useState(false);
  const [created, setCreated] = useState<CreatedKeyResponse | null>(null);
  const make = (
    <Button variant="primary" icon={<Plus size={14} aria-hidden />} onClick={() => setIsMaking(true)}>
      New key
    </Button>
  );
  return (
    <>
      <PageHeader
        title="Keys"
        meta={keys.data && formatCount(keys.data.length)}
        actions={
          <>
            <WorkspaceSelect value={slug} onChange={(next) => setParams(next === 'default' ? {} : { workspace: next })} />
            {make}
          </>
        }
      />
      <PageBody>
        <Section title="Keys of the workspace">
          <Loaded what="keys" query={keys}>
            {(rows) =>
              rows.length === 0 ? (
                <EmptyState icon={<KeyRound size={24} aria-hidden />} title="No keys here yet" action={make}>
                  A key lets a program call models and send spans, and counts what it spends. Give each program its own.
                </EmptyState>
              ) : (
                <KeyTable keys={rows} />
              )
            }
          </Loaded>
        </Section>
      </PageBody>
      {isMaking && <KeyForm of={null} workspace={workspace} onCreated={setCreated} onClose={() => setIsMaking(false)} />}
      {created && <CreatedKey created={created} onClose={() => setCreated(null)} />}
    </>
  );
}
