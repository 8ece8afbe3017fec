import { X } from 'lucide-react';
import { useState } from 'react';
import { ErrorState } from '../components/ErrorState';
import { IconButton } from '../components/IconButton';
import { useSignOut, useSignOutFailure } from './useSignOut';

/** Says that one is still signed in, over whatever page is in view, until it is read. */
export function SignOutFailure() {
  const failure = useSignOutFailure();
  const leave = useSignOut();
  const [readAt, setReadAt] = useState(0);
  if (!failure || failure.at <= readAt) return null;
  return (
    <div className="fixed right-4 bottom-4 z-50 flex w-[calc(100vw-2rem)] max-w-sm items-start rounded-md bg-raised shadow-float [&>div]:flex-1">
      <ErrorState inline title="You are still signed in" error={failure.error} onRetry={() => leave.mutate()} />
      <IconButton size="sm" label="Dismiss" className="absolute top-1.5 right-1.5" icon={<X size={13} aria-hidden />} onClick={() => setReadAt(failure.at)} />
    </div>
  );
}
