import { ArrowLeft } from 'lucide-react';
import { Link } from 'react-router';

/** Before a page's title: the list that it came from. */
export function BackLink({ to, label }: { to: string; label: string }) {
  return (
    <Link to={to} aria-label={label} title={label} className="-ml-1 inline-flex size-8 shrink-0 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-fg">
      <ArrowLeft size={16} aria-hidden />
    </Link>
  );
}
