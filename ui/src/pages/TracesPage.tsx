import { PageHeader } from '../components/PageHeader';

export function TracesPage() {
  return <PageHeader title="Traces" />;
}
