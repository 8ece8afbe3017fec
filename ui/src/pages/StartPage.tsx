import { PageHeader } from '../components/PageHeader';

/** The first run: from nothing to the first traced call. */
export function StartPage() {
  return <PageHeader title="Connect" />;
}
