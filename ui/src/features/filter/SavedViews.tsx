import { Bookmark, BookmarkPlus, Trash2 } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { DropdownMenu, MenuItem, MenuLabel, MenuSeparator } from '../../components/DropdownMenu';
import { IconButton } from '../../components/IconButton';
import { TextField } from '../../components/TextField';
import { deleteView, MAX_NAME, saveView, useSavedViews } from './savedViews';

/** Views of a list by name: open one, keep the one in view, or drop the one that is open. */
export function SavedViews({ area }: { area: 'traces' | 'spans' }) {
  const views = useSavedViews(area);
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const [isNaming, setNaming] = useState(false);
  const current = views.find((view) => view.search === search);
  return (
    <>
      <DropdownMenu
        align="end"
        trigger={
          <IconButton label={current ? `View: ${current.name}` : 'Saved views'} variant="secondary" icon={<Bookmark size={14} className={current ? 'fill-accent text-accent' : undefined} aria-hidden />} />
        }
      >
        <MenuLabel>Views, kept in this browser</MenuLabel>
        {views.length === 0 && <p className="max-w-56 px-2 pb-1.5 text-xs text-muted">A view is the filter, the project and the status as they are now, under a name.</p>}
        {views.map((view) => (
          <MenuItem key={view.name} icon={view === current ? <Bookmark size={13} className="fill-accent text-accent" aria-hidden /> : <span />} onSelect={() => void navigate(pathname + view.search)}>
            {view.name}
          </MenuItem>
        ))}
        <MenuSeparator />
        <MenuItem icon={<BookmarkPlus size={14} aria-hidden />} onSelect={() => setNaming(true)}>
          Keep this view…
        </MenuItem>
        {current && (
          <MenuItem icon={<Trash2 size={14} aria-hidden />} tone="danger" onSelect={() => deleteView(area, current.name)}>
            {`Drop “${current.name}”`}
          </MenuItem>
        )}
      </DropdownMenu>
      {isNaming && <NameDialog onClose={() => setNaming(false)} onName={(name) => saveView(area, { name, search })} />}
    </>
  );
}

function NameDialog({ onClose, onName }: { onClose: () => void; onName: (name: string) => void }) {
  const [name, setName] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    onName(name.trim());
    onClose();
  };
  return (
    <Dialog open onOpenChange={onClose} title="Keep this view" description="It is kept in this browser; its address can be sent to anybody." size="sm">
      <form onSubmit={submit} className="flex flex-col gap-4">
        <TextField label="Name" value={name} maxLength={MAX_NAME} onChange={(event) => setName(event.target.value)} />
        <Button type="submit" variant="primary" className="self-end" disabled={name.trim() === ''}>
          Keep
        </Button>
      </form>
    </Dialog>
  );
}
