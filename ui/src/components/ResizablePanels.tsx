import type { ComponentProps, ReactNode } from 'react';
import { Group, Panel as RawPanel, Separator, useDefaultLayout } from 'react-resizable-panels';
import { cx } from '../app/cx';

interface ResizablePanelsProps {
  /** Names the layout, which the browser remembers. */
  id: string;
  /** The ids of the panels that are shown, when some come and go. */
  panelIds?: string[];
  orientation?: 'horizontal' | 'vertical';
  className?: string;
  children: ReactNode;
}

/** Panels side by side with handles between them: `Panel`, `PanelHandle`, `Panel`. */
export function ResizablePanels({ id, panelIds, orientation = 'horizontal', className, children }: ResizablePanelsProps) {
  const layout = useDefaultLayout({ id: `weir.panels.${id}`, panelIds, onlySaveAfterUserInteractions: true });
  return (
    <Group id={id} orientation={orientation} {...layout} className={cx('min-h-0 min-w-0', className)}>
      {children}
    </Group>
  );
}

/** One of the panels. Sizes: "30" and "30%" are shares, 320 and "320px" are pixels. */
export function Panel({ className, ...rest }: ComponentProps<typeof RawPanel>) {
  return <RawPanel {...rest} className={cx('flex min-h-0 min-w-0 flex-col', className)} />;
}

/** A hairline that can be dragged, or moved with the arrow keys. */
export function PanelHandle({ label = 'Resize' }: { label?: string }) {
  return (
    <Separator
      aria-label={label}
      className={cx(
        'relative shrink-0 bg-line outline-none transition-colors duration-100 aria-[orientation=horizontal]:h-px aria-[orientation=vertical]:w-px',
        'data-[separator=active]:bg-accent data-[separator=hover]:bg-line-strong focus-visible:bg-accent focus-visible:outline-2 focus-visible:outline-accent',
      )}
    />
  );
}
