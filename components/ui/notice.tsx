import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn";

const TONES = {
  quiet: { box: "bg-hover", ink: "text-ink-soft", Icon: Info },
  moss: { box: "bg-moss-soft", ink: "text-moss", Icon: CircleCheck },
  saffron: { box: "bg-saffron-soft", ink: "text-saffron", Icon: TriangleAlert },
  brick: { box: "bg-brick-soft", ink: "text-brick", Icon: CircleAlert },
};

/** Something the person should know, with what to do about it. `urgent` is read aloud at once. */
export function Notice({
  tone = "quiet",
  title,
  urgent,
  action,
  children,
}: {
  tone?: keyof typeof TONES;
  title?: ReactNode;
  urgent?: true;
  action?: ReactNode;
  children?: ReactNode;
}) {
  const { box, ink, Icon } = TONES[tone];
  return (
    <div
      role={urgent ? "alert" : "status"}
      className={cn("flex gap-2 rounded-md px-3 py-2 text-sm", box)}
    >
      <Icon aria-hidden="true" className={cn("mt-0.5 size-4 shrink-0", ink)} />
      <div className="grid min-w-0 flex-1 grid-cols-[minmax(0,1fr)] justify-items-start gap-1">
        {title != null && <p className={cn("font-medium", ink)}>{title}</p>}
        {children != null && <div className="text-ink-soft">{children}</div>}
        {action}
      </div>
    </div>
  );
}
