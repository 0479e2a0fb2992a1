import { Toaster } from "sonner";
import { useEffect } from "react";
import { i18n } from "#i18n";
import { useTheme } from "./theme-choice";
import { toastsReady } from "./toast";

/** The place where toasts appear. Loaded after the first paint; see toast.ts. */
export default function Toasts() {
  const theme = useTheme();
  useEffect(() => toastsReady(), []);
  return (
    <Toaster
      theme={theme}
      position="bottom-center"
      gap={8}
      offset={12}
      mobileOffset={12}
      containerAriaLabel={i18n.t("common.notices")}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "flex w-full items-center gap-2 rounded-md border bg-raised px-3 py-2 text-sm text-ink shadow-pop font-sans",
          title: "font-medium",
          description: "text-ink-soft",
          content: "min-w-0 flex-1",
          actionButton:
            "shrink-0 rounded-sm px-2 h-7 text-sm font-semibold text-plum hover:bg-plum-soft",
        },
      }}
    />
  );
}
