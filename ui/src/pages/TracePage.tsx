import { useParams } from 'react-router';
import { PageHeader } from '../components/PageHeader';

export function TracePage() {
  const { traceId = '' } = useParams();
  return <PageHeader title={<span className="font-mono">{traceId}</span>} documentTitle={`Trace ${traceId.slice(0, 8)}`} />;
}
