import { RotateCw } from 'lucide-react';
import { useRouteError } from 'react-router';
import { Button } from '../components/Button';

/** A page that broke. The rest of the console goes on. */
export function ErrorPage() {
  const error = useRouteError();
  const message = error instanceof Error ? error.message : String(error);
  // the files of a page are named by their content: after an update of the server those of the old version are gone
  const isOutdated = /dynamically imported module|importing a module script|preload CSS/i.test(message);
  return (
    <div role="alert" className="mx-auto w-full max-w-xl px-6 py-16">
      <title>Something broke · Weir</title>
      <h1 className="text-lg font-semibold">{isOutdated ? 'This page could not be loaded' : 'This page broke'}</h1>
      <p className="mt-1 text-muted">
        {isOutdated
          ? 'The server was updated since the console was opened, or it does not answer. Reloading gets the current version.'
          : 'That is a fault of the console, not of your data. Reloading usually helps; the message says what happened.'}
      </p>
      <pre className="mt-4 max-h-60 overflow-auto rounded-md border border-line bg-sunken p-3 text-xs whitespace-pre-wrap">{message}</pre>
      <Button variant="primary" className="mt-4" icon={<RotateCw size={14} aria-hidden />} onClick={() => window.location.reload()}>
        Reload
      </Button>
    </div>
  );
}
