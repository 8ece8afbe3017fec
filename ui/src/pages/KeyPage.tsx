import { useQuery } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import { useNavigate, useParams } from 'react-router';
import { IconButton } from '../components/IconButton';
import { ErrorState } from '../components/ErrorState';
import { PageHeader } from '../components/PageHeader';
import { KeyFacts } from '../features/govern/keys/KeyFacts';
import { KeyMenu } from '../features/govern/keys/KeyMenu';
import { KeyState } from '../features/govern/keys/KeyState';
import { PageBody } from '../features/govern/kit/PageBody';
import { TableSkeleton } from '../features/govern/kit/TableSkeleton';
import { keyQuery } from '../features/govern/queries';
import { UsageCharts } from '../features/govern/activity/UsageCharts';

/** One key: what it may, and what it did. */
export function KeyPage() {
  const { hash = '' } = useParams();
  const navigate = useNavigate();
  const key = useQuery(keyQuery(hash));
  const back = <IconButton label="All keys" icon={<ArrowLeft size={16} aria-hidden />} onClick={() => void navigate('/keys')} />;
  if (key.isError && !key.data) {
    return (
      <>
        <PageHeader title="Key" leading={back} />
        <ErrorState title="The key could not be loaded" error={key.error} onRetry={() => void key.refetch()} />
      </>
    );
  }
  return (
    <>
      <PageHeader
        title={key.data?.name ?? 'Key'}
        documentTitle={key.data ? `${key.data.name} · Keys` : 'Key'}
        leading={back}
        meta={key.data && <KeyState of={key.data} />}
        actions={key.data && <KeyMenu of={key.data} onDeleted={() => void navigate('/keys')} />}
      />
      <PageBody>
        {key.data ? <KeyFacts of={key.data} /> : <TableSkeleton label="key" />}
        <UsageCharts filters={[{ field: 'api_key_id', operator: 'eq', value: hash }]} />
      </PageBody>
    </>
  );
}
