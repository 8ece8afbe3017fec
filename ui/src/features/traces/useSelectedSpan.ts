import { useTextParam } from '../../components/useTextParam';

interface SelectedSpan {
  selectedId: string | null;
  select: (spanId: string) => void;
}

/** The span that is read; /traces/{trace id}?span=ID. */
export function useSelectedSpan(): SelectedSpan {
  const [id, select] = useTextParam('span');
  return { selectedId: id === '' ? null : id, select };
}
