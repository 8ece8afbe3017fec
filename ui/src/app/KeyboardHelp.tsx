import { Dialog } from '../components/Dialog';
import { Kbd } from '../components/Kbd';
import { useBoundHotkeys } from './hotkeys';

const EVERYWHERE = 'Everywhere';

/** The page's own keys come first. */
function lastEverywhere([group]: [string, unknown], [other]: [string, unknown]): number {
  return Number(group === EVERYWHERE) - Number(other === EVERYWHERE);
}

/** The keys that work on the page in view. */
export function KeyboardHelp({ onClose }: { onClose: () => void }) {
  const groups = Map.groupBy(useBoundHotkeys(), (hotkey) => hotkey.group ?? 'This page');
  return (
    <Dialog open onOpenChange={onClose} title="Keyboard" size="md">
      <div className="flex flex-col gap-5">
        {[...groups].toSorted(lastEverywhere).map(([group, hotkeys]) => (
          <section key={group}>
            <h3 className="mb-1 text-xs font-medium text-subtle">{group}</h3>
            <dl>
              {hotkeys.map((hotkey) => (
                <div key={hotkey.keys} className="flex h-8 items-center justify-between gap-4 border-b border-line last:border-0">
                  <dt className="min-w-0 truncate">{hotkey.label}</dt>
                  <dd>
                    <Kbd keys={hotkey.keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
