import { Command } from 'cmdk';
import { CornerDownLeft, Keyboard, LogOut, type LucideIcon, Monitor, Moon, Sun, Waypoints } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Kbd } from '../components/Kbd';
import { NAVIGATION_GROUPS } from './navigation';
import { setTheme, type Theme } from './theme';
import { useSignOut } from './useSignOut';

const TRACE_ID = /^[0-9a-f]{32}$/i;

const THEMES: readonly { theme: Theme; label: string; icon: LucideIcon }[] = [
  { theme: 'system', label: 'Theme of the system', icon: Monitor },
  { theme: 'light', label: 'Light theme', icon: Sun },
  { theme: 'dark', label: 'Dark theme', icon: Moon },
];

/** Anything the console can do, by typing a part of its name; a pasted trace id opens its trace. */
export function CommandPalette({ onClose, onKeyboardHelp }: { onClose: () => void; onKeyboardHelp: () => void }) {
  const navigate = useNavigate();
  const leave = useSignOut();
  const [typed, setTyped] = useState('');
  const traceId = TRACE_ID.test(typed.trim()) ? typed.trim().toLowerCase() : undefined;

  const then = (action: () => void) => () => {
    onClose();
    action();
  };
  return (
    <Dialog.Root open onOpenChange={onClose}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 animate-fade-in bg-scrim" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed top-[14vh] left-1/2 z-40 w-[calc(100vw-2rem)] max-w-xl -translate-x-1/2 animate-rise-in overflow-hidden rounded-lg border border-line bg-raised shadow-float focus:outline-none"
        >
          <Dialog.Title className="sr-only">Command palette</Dialog.Title>
          <Command label="Command palette" loop>
            <Command.Input
              value={typed}
              onValueChange={setTyped}
              placeholder="Go to a page, do something, or paste a trace id"
              className="h-12 w-full border-b border-line bg-transparent px-4 text-base outline-none"
            />
            <Command.List className="max-h-80 overflow-y-auto p-1.5">
              <Command.Empty className="px-2.5 py-8 text-center text-sm text-muted">Nothing by that name. A trace id has 32 hexadecimal digits.</Command.Empty>
              {traceId && (
                <Group heading="Trace">
                  <Item icon={Waypoints} value={typed} onSelect={then(() => void navigate(`/traces/${traceId}`))}>
                    Open <span className="font-mono text-xs">{traceId}</span>
                  </Item>
                </Group>
              )}
              {NAVIGATION_GROUPS.map(({ label: group, entries }) => (
                <Group key={group} heading={group}>
                  {entries.map(({ to, label, icon, keys }) => (
                    <Item key={to} icon={icon} {...(keys ? { keys } : {})} onSelect={then(() => void navigate(to))}>
                      {label}
                    </Item>
                  ))}
                </Group>
              ))}
              <Group heading="Do">
                {THEMES.map(({ theme, label, icon }) => (
                  <Item key={theme} icon={icon} onSelect={then(() => setTheme(theme))}>
                    {label}
                  </Item>
                ))}
                <Item icon={Keyboard} keys="?" onSelect={then(onKeyboardHelp)}>
                  Show the keyboard help
                </Item>
                <Item icon={LogOut} onSelect={then(() => leave.mutate())}>
                  Sign out
                </Item>
              </Group>
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Group({ heading, children }: { heading: string; children: React.ReactNode }) {
  return (
    <Command.Group heading={heading} className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-2xs [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-subtle">
      {children}
    </Command.Group>
  );
}

interface ItemProps {
  icon: LucideIcon;
  keys?: string;
  value?: string;
  onSelect: () => void;
  children: React.ReactNode;
}

function Item({ icon: Icon, keys, value, onSelect, children }: ItemProps) {
  return (
    <Command.Item {...(value === undefined ? {} : { value })} onSelect={onSelect} className="group flex h-9 cursor-default items-center gap-2.5 rounded-md px-2.5 text-sm select-none data-[selected=true]:bg-hover">
      <Icon size={15} className="shrink-0 text-muted" aria-hidden />
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {keys ? <Kbd keys={keys} /> : <CornerDownLeft size={13} className="hidden text-subtle group-data-[selected=true]:block" aria-hidden />}
    </Command.Item>
  );
}
