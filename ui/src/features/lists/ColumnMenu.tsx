import { Columns3, RotateCcw } from 'lucide-react';
import { DropdownMenu, MenuCheckboxItem, MenuItem, MenuLabel, MenuSeparator } from '../../components/DropdownMenu';
import { IconButton } from '../../components/IconButton';
import type { ColumnsState } from './useColumns';

/** Chooses the columns of a list. */
export function ColumnMenu<Row>({ columns: { all, shown, chosen, choose } }: { columns: ColumnsState<Row> }) {
  const toggle = (id: string, isShown: boolean) => {
    const next = new Set(shown.filter(({ isFixed }) => !isFixed).map((column) => column.id));
    if (isShown) next.add(id);
    else next.delete(id);
    choose(next);
  };
  return (
    <DropdownMenu align="end" trigger={<IconButton className="max-md:hidden" label="Columns" variant="secondary" icon={<Columns3 size={14} aria-hidden />} />}>
      <MenuLabel>Columns, kept in this browser</MenuLabel>
      {all.filter(({ isFixed }) => !isFixed).map(({ id, label }) => (
        <MenuCheckboxItem key={id} checked={shown.some((column) => column.id === id)} onCheckedChange={(isShown) => toggle(id, isShown)}>
          {label}
        </MenuCheckboxItem>
      ))}
      {chosen && (
        <>
          <MenuSeparator />
          <MenuItem icon={<RotateCcw size={13} aria-hidden />} onSelect={() => choose(null)}>
            As many as fit
          </MenuItem>
        </>
      )}
    </DropdownMenu>
  );
}
