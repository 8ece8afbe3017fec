import { useQuery } from '@tanstack/react-query';
import { CircleUserRound, Keyboard, LogOut, Monitor, Moon, Sun } from 'lucide-react';
import { sessionQuery } from '../api/session';
import { DropdownMenu, MenuItem, MenuLabel, MenuRadioGroup, MenuSeparator } from '../components/DropdownMenu';
import { cx } from './cx';
import { setTheme, type Theme, useTheme } from './theme';
import { useSignOut } from './useSignOut';

const THEMES: readonly { value: Theme; label: string; icon: React.ReactNode }[] = [
  { value: 'system', label: 'System', icon: <Monitor size={14} aria-hidden /> },
  { value: 'light', label: 'Light', icon: <Sun size={14} aria-hidden /> },
  { value: 'dark', label: 'Dark', icon: <Moon size={14} aria-hidden /> },
];

const SIGNED_IN: Record<string, string> = { key: 'Signed in by key', link: 'Signed in by link', user: 'Signed in as' };

/** Who is signed in, the theme, the keyboard help, and the way out. */
export function AccountMenu({ collapsed = false, onKeyboardHelp }: { collapsed?: boolean; onKeyboardHelp: () => void }) {
  const { data: session } = useQuery(sessionQuery);
  const theme = useTheme();
  const leave = useSignOut();
  const label = session?.label ?? 'Account';
  return (
    <DropdownMenu
      side="top"
      trigger={
        <button
          type="button"
          aria-label={`Account: ${label}`}
          className={cx(
            'flex h-8 items-center rounded-md text-muted transition-colors duration-100 hover:bg-hover hover:text-fg data-[state=open]:bg-hover data-[state=open]:text-fg',
            collapsed ? 'w-8 justify-center' : 'w-full gap-2.5 px-2.5',
          )}
        >
          <CircleUserRound size={16} className="shrink-0" aria-hidden />
          {!collapsed && <span className="min-w-0 truncate">{label}</span>}
        </button>
      }
    >
      <MenuLabel>{SIGNED_IN[session?.signed_in_by ?? ''] ?? 'Signed in'}</MenuLabel>
      <p className="max-w-56 truncate px-2 pb-1.5 font-mono text-xs">{label}</p>
      <MenuSeparator />
      <MenuRadioGroup label="Theme" value={theme} options={THEMES} onValueChange={setTheme} />
      <MenuSeparator />
      <MenuItem icon={<Keyboard size={14} aria-hidden />} keys="?" onSelect={onKeyboardHelp}>
        Keyboard
      </MenuItem>
      <MenuItem icon={<LogOut size={14} aria-hidden />} onSelect={() => leave.mutate()}>
        Sign out
      </MenuItem>
    </DropdownMenu>
  );
}
