import { Menu, Search } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { useState } from 'react';
import { Link } from 'react-router';
import { IconButton } from '../components/IconButton';
import { Logo } from '../components/Logo';
import { Rail } from './Rail';

interface TopBarProps {
  onPalette: () => void;
  onKeyboardHelp: () => void;
}

/** The navigation of narrow windows: a bar, and the rail in a sheet. */
export function TopBar({ onPalette, onKeyboardHelp }: TopBarProps) {
  const [open, setOpen] = useState(false);
  const closing = (then: () => void) => () => {
    setOpen(false);
    then();
  };
  return (
    <header className="flex h-12 shrink-0 items-center gap-1 border-b border-line px-2 md:hidden">
      <Radix.Root open={open} onOpenChange={setOpen}>
        <Radix.Trigger asChild>
          <IconButton label="Navigation" size="lg" icon={<Menu size={18} aria-hidden />} />
        </Radix.Trigger>
        <Radix.Portal>
          <Radix.Overlay className="fixed inset-0 z-30 animate-fade-in bg-scrim" />
          <Radix.Content
            aria-describedby={undefined}
            className="fixed inset-y-0 left-0 z-30 animate-sheet-in border-r border-line bg-canvas focus:outline-none [&>div]:w-64"
            // a link was followed: the sheet has done its work
            onClick={(event) => {
              if (event.target instanceof Element && event.target.closest('a')) setOpen(false);
            }}
          >
            <Radix.Title className="sr-only">Navigation</Radix.Title>
            <Rail collapsed={false} onPalette={closing(onPalette)} onKeyboardHelp={closing(onKeyboardHelp)} />
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
      <Link to="/" aria-label="Weir, home" className="flex h-10 items-center gap-2 rounded-md px-1">
        <Logo />
        <span className="text-base font-semibold tracking-tight">Weir</span>
      </Link>
      <IconButton className="ml-auto" label="Jump to" size="lg" icon={<Search size={18} aria-hidden />} onClick={onPalette} />
    </header>
  );
}
