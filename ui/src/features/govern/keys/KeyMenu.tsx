import { Ellipsis, Pencil, Power, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { KeyRecord } from '../../../api/contract';
import { DropdownMenu, MenuItem, MenuSeparator } from '../../../components/DropdownMenu';
import { IconButton } from '../../../components/IconButton';
import { Confirm } from '../kit/Confirm';
import { useChange } from '../useChange';
import { KeyForm } from './KeyForm';

/** What can be done with a key. */
export function KeyMenu({ of, onDeleted }: { of: KeyRecord; onDeleted?: () => void }) {
  const [asked, setAsked] = useState<'edit' | 'disable' | 'delete' | null>(null);
  const path = `/api/v1/keys/${of.hash}`;
  const change = useChange<unknown, { disabled: boolean }>(path, 'PATCH');
  const remove = useChange(path, 'DELETE');
  const close = () => setAsked(null);
  return (
    <>
      <DropdownMenu align="end" trigger={<IconButton size="sm" label={`Actions for ${of.name}`} icon={<Ellipsis size={14} aria-hidden />} />}>
        <MenuItem icon={<Pencil size={14} aria-hidden />} onSelect={() => setAsked('edit')}>
          Edit
        </MenuItem>
        <MenuItem icon={<Power size={14} aria-hidden />} onSelect={() => (of.disabled ? change.mutate({ disabled: false }) : setAsked('disable'))}>
          {of.disabled ? 'Enable' : 'Disable'}
        </MenuItem>
        <MenuSeparator />
        <MenuItem icon={<Trash2 size={14} aria-hidden />} tone="danger" onSelect={() => setAsked('delete')}>
          Delete
        </MenuItem>
      </DropdownMenu>
      {asked === 'edit' && <KeyForm of={of} workspace={of.workspace_id} onClose={close} />}
      {asked === 'disable' && (
        <Confirm
          title={`Disable “${of.name}”?`}
          action="Disable key"
          failed="The key was not disabled"
          change={change}
          onConfirm={() => change.mutate({ disabled: true }, { onSuccess: close })}
          onClose={close}
        >
          Requests with it are refused with 401 from the next one on. It can be enabled again, and its records stay.
        </Confirm>
      )}
      {asked === 'delete' && (
        <Confirm
          title={`Delete “${of.name}”?`}
          action="Delete key"
          failed="The key was not deleted"
          change={remove}
          onConfirm={() => remove.mutate(undefined, { onSuccess: onDeleted ?? close })}
          onClose={close}
        >
          Requests with it are refused from the next one on, and it cannot be brought back. Its charges, generations and traces stay.
        </Confirm>
      )}
    </>
  );
}
