import { Fragment, useEffect, useId, useRef } from 'react';
import { NavLink, useLocation } from 'react-router';
import { Tooltip } from '../components/Tooltip';
import { cx } from './cx';
import { NAVIGATION_GROUPS } from './navigation';
import type { NavigationEntry } from './navigation/entry';

/** The areas in their groups; scrolls by itself where the window is low. */
export function RailNavigation({ collapsed }: { collapsed: boolean }) {
  const id = useId();
  const nav = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    // newer browsers give a promise, which is no way to clean up
    void nav.current?.querySelector('[aria-current="page"]')?.scrollIntoView({ block: 'nearest' });
  }, [pathname]);
  return (
    <nav ref={nav} aria-label="Main" className={cx('-mx-2 flex min-h-0 flex-1 flex-col overflow-y-auto px-2 [scrollbar-width:thin] [scroll-padding:2rem]', collapsed && 'items-center')}>
      {NAVIGATION_GROUPS.map(({ label, entries }, index) => (
        <Fragment key={label}>
          {collapsed
            ? index > 0 && <hr aria-hidden className="my-1.5 w-5 shrink-0 border-line" />
            : (
              <p id={`${id}${label}`} className={cx('px-2.5 pb-1 text-2xs font-medium text-subtle', index > 0 && 'pt-3')}>
                {label}
              </p>
            )}
          <ul {...(collapsed ? { 'aria-label': label } : { 'aria-labelledby': `${id}${label}` })} className="flex flex-col gap-px">
            {entries.map((entry) => (
              <li key={entry.to}>
                <Entry entry={entry} collapsed={collapsed} />
              </li>
            ))}
          </ul>
        </Fragment>
      ))}
    </nav>
  );
}

function Entry({ entry: { to, label, icon: Icon, keys }, collapsed }: { entry: NavigationEntry; collapsed: boolean }) {
  const link = (
    <NavLink
      to={to}
      aria-label={collapsed ? label : undefined}
      // by attribute, not by function: a tooltip's trigger joins class names as text
      className={cx(
        'flex shrink-0 items-center rounded-md text-muted transition-colors duration-100 hover:bg-hover hover:text-fg -outline-offset-2!',
        'aria-[current=page]:bg-selected aria-[current=page]:font-medium aria-[current=page]:text-fg',
        collapsed ? 'size-8 justify-center' : 'h-9 gap-2.5 px-2.5 md:h-7',
      )}
    >
      <Icon size={16} className="shrink-0" aria-hidden />
      {!collapsed && <span className="truncate">{label}</span>}
    </NavLink>
  );
  return collapsed ? (
    <Tooltip label={label} keys={keys} side="right">
      {link}
    </Tooltip>
  ) : (
    link
  );
}
