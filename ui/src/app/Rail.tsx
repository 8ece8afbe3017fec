import { PanelLeftClose, PanelLeftOpen, Search } from 'lucide-react';
import { Link } from 'react-router';
import { IconButton } from '../components/IconButton';
import { Kbd } from '../components/Kbd';
import { Logo } from '../components/Logo';
import { AccountMenu } from './AccountMenu';
import { cx } from './cx';
import { RailNavigation } from './RailNavigation';
import { ServerState } from './ServerState';

interface RailProps {
  collapsed: boolean;
  /** Absent where the rail cannot be collapsed. */
  onToggle?: () => void;
  onPalette: () => void;
  onKeyboardHelp: () => void;
}

/** The left edge: where one can go, and what state the server is in. */
export function Rail({ collapsed, onToggle, onPalette, onKeyboardHelp }: RailProps) {
  return (
    <div className={cx('flex h-full min-h-0 flex-col gap-3 p-2', collapsed ? 'w-12 items-center' : 'w-52')}>
      <div className={cx('flex items-center', collapsed ? 'flex-col gap-1' : 'h-8 justify-between')}>
        <Link to="/" aria-label="Weir, home" className={cx('flex h-8 items-center gap-2.5 rounded-md', collapsed ? 'w-8 justify-center' : 'px-2')}>
          <Logo />
          {!collapsed && <span className="text-base font-semibold tracking-tight">Weir</span>}
        </Link>
        {onToggle && (
          <IconButton
            label={collapsed ? 'Expand navigation' : 'Collapse navigation'}
            keys="["
            size="md"
            tooltipSide="right"
            icon={collapsed ? <PanelLeftOpen size={16} aria-hidden /> : <PanelLeftClose size={16} aria-hidden />}
            onClick={onToggle}
          />
        )}
      </div>
      <PaletteButton collapsed={collapsed} onClick={onPalette} />
      <RailNavigation collapsed={collapsed} />
      <div className="flex flex-col gap-0.5">
        <ServerState collapsed={collapsed} />
        <AccountMenu collapsed={collapsed} onKeyboardHelp={onKeyboardHelp} />
      </div>
    </div>
  );
}

function PaletteButton({ collapsed, onClick }: { collapsed: boolean; onClick: () => void }) {
  if (collapsed) {
    return <IconButton label="Jump to" keys="mod+k" tooltipSide="right" variant="secondary" icon={<Search size={15} aria-hidden />} onClick={onClick} />;
  }
  return (
    <button
      type="button"
      onClick={onClick}
      className="flex h-8 items-center gap-2.5 rounded-md border border-line bg-surface pr-1.5 pl-2.5 text-subtle transition-colors duration-100 hover:border-line-strong hover:text-muted"
    >
      <Search size={15} className="shrink-0" aria-hidden />
      <span className="flex-1 text-left">Jump to…</span>
      <Kbd keys="mod+k" />
    </button>
  );
}
