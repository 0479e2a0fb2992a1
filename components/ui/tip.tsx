import { Tooltip } from "@base-ui/react/tooltip";
import type { ReactElement, ReactNode } from "react";

const handle = Tooltip.createHandle<ReactNode>();

/** Something that says more when pointed at or reached by key. The trigger's own label must say the same in words. */
export function Tip({ content, children }: { content: ReactNode; children: ReactElement }) {
  return <Tooltip.Trigger handle={handle} payload={content} delay={250} render={children} />;
}

/** The one bubble all tips share; a screen mounts it once. */
export function TipBubble() {
  return (
    <Tooltip.Root handle={handle}>
      {({ payload }) => (
        <Tooltip.Portal>
          <Tooltip.Positioner sideOffset={6} collisionPadding={8} className="z-50">
            <Tooltip.Popup className="max-w-72 animate-rise rounded-md border bg-raised px-2.5 py-1.5 text-xs text-ink shadow-pop">
              {payload}
            </Tooltip.Popup>
          </Tooltip.Positioner>
        </Tooltip.Portal>
      )}
    </Tooltip.Root>
  );
}
