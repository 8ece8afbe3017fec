import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Navigate, Outlet, useLocation, useNavigate } from 'react-router';
import { sessionQuery } from '../api/session';
import { ErrorState } from '../components/ErrorState';
import { useHotkeys } from './hotkeys';
import { NAVIGATION } from './navigation';
import { loginPath } from './next';
import { Rail } from './Rail';
import { TopBar } from './TopBar';
import { useDeferred } from './useDeferred';
import { useStored } from './useStored';

const loadPalette = () => import('./CommandPalette');
const loadKeyboardHelp = () => import('./KeyboardHelp');

/** The frame around every page of somebody who is signed in; sends everybody else to the sign-in page. */
export function Shell() {
  const session = useQuery(sessionQuery);
  const { pathname, search, hash } = useLocation();
  if (session.isPending) return null;
  if (session.data === null) return <Navigate to={loginPath(pathname + search + hash)} replace />;
  if (session.data === undefined) {
    return <ErrorState title="The session could not be read" error={session.error} onRetry={() => void session.refetch()} />;
  }
  return <Frame />;
}

function Frame() {
  const navigate = useNavigate();
  const [rail, setRail] = useStored<'open' | 'collapsed'>('weir.rail', 'open');
  const palette = useDeferred(loadPalette);
  const help = useDeferred(loadKeyboardHelp);
  const [overlay, setOverlay] = useState<'palette' | 'keyboard' | null>(null);
  const toggleRail = () => setRail(rail === 'open' ? 'collapsed' : 'open');
  const onPalette = () => setOverlay('palette');
  const onKeyboardHelp = () => setOverlay('keyboard');

  useHotkeys([{ keys: 'mod+k', label: 'Jump to a page, a trace or a command', group: 'Everywhere', run: onPalette }], { inInputs: true });
  useHotkeys([
    { keys: '?', label: 'Show these keys', group: 'Everywhere', run: onKeyboardHelp },
    { keys: '[', label: 'Collapse or expand the navigation', group: 'Everywhere', run: toggleRail },
    ...NAVIGATION.flatMap(({ to, label, keys }) => (keys ? [{ keys, label: `Go to ${label}`, group: 'Everywhere', run: () => void navigate(to) }] : [])),
  ]);

  return (
    <div className="flex h-dvh flex-col overflow-hidden md:flex-row">
      <a href="#main" className="fixed top-2 left-2 z-50 -translate-y-16 rounded-md bg-accent px-3 py-1.5 font-medium text-on-accent focus:translate-y-0">
        Skip to the content
      </a>
      <header className="hidden shrink-0 border-r border-line md:block">
        <Rail collapsed={rail === 'collapsed'} onToggle={toggleRail} onPalette={onPalette} onKeyboardHelp={onKeyboardHelp} />
      </header>
      <TopBar onPalette={onPalette} onKeyboardHelp={onKeyboardHelp} />
      <main id="main" tabIndex={-1} className="relative flex min-h-0 min-w-0 flex-1 flex-col overflow-hidden">
        <Outlet />
      </main>
      {overlay === 'palette' && palette && <palette.CommandPalette onClose={() => setOverlay(null)} onKeyboardHelp={onKeyboardHelp} />}
      {overlay === 'keyboard' && help && <help.KeyboardHelp onClose={() => setOverlay(null)} />}
    </div>
  );
}
