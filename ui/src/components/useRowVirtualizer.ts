import { useVirtualizer, type VirtualizerOptions } from '@tanstack/react-virtual';

type RowOptions = Partial<VirtualizerOptions<HTMLDivElement, HTMLDivElement>> &
  Pick<VirtualizerOptions<HTMLDivElement, HTMLDivElement>, 'count' | 'getScrollElement' | 'estimateSize'>;

/** The rows of a long list that are in view. */
export function useRowVirtualizer(options: RowOptions) {
  // the compiler that this rule warns about is not used: what the virtualizer returns is never memoized
  // oxlint-disable-next-line react/incompatible-library
  return useVirtualizer<HTMLDivElement, HTMLDivElement>(options);
}
