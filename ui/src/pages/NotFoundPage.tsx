import { Compass } from 'lucide-react';
import { Link, useLocation } from 'react-router';
import { buttonClass } from '../components/Button';
import { EmptyState } from '../components/EmptyState';
import { PageHeader } from '../components/PageHeader';

/** An address that leads nowhere. */
export function NotFoundPage() {
  const { pathname } = useLocation();
  return (
    <>
      <PageHeader title="Not found" />
      <EmptyState
        icon={<Compass size={20} aria-hidden />}
        title="There is no page here"
        action={
          <Link to="/" className={buttonClass()}>
            Go to the start
          </Link>
        }
      >
        The console has nothing at <code className="break-all">{pathname}</code>.
      </EmptyState>
    </>
  );
}
