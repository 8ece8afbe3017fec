import { type RefObject, useEffect, useRef, useState } from 'react';

const STEP_PX = 20;

/** Width of an element in coarse steps, so that dragging a divider does not draw everything again for each pixel. */
export function useWidth<Element extends HTMLElement>(): [RefObject<Element | null>, number] {
  const element = useRef<Element>(null);
  const [width, setWidth] = useState(240);
  useEffect(() => {
    if (!element.current) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.floor(entry.contentRect.width / STEP_PX) * STEP_PX);
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return [element, width];
}
