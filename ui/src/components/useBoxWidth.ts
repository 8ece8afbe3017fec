import { type RefCallback, useCallback, useState } from 'react';

/** Width of an element in pixels, 0 until it is there; the first value is for its `ref`. */
export function useBoxWidth<Box extends HTMLElement>(): [RefCallback<Box>, number] {
  const [width, setWidth] = useState(0);
  const box = useCallback((element: Box | null) => {
    if (!element) return undefined;
    setWidth(element.clientWidth);
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.floor(entry.contentRect.width));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [box, width];
}
