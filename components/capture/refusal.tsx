import type { ReactNode } from "react";
import { i18n } from "#i18n";
import { Notice } from "@/components/ui/notice";
import { sentence } from "@/components/ui/sentences";

/** A capture that kept nothing: why, and what to do. */
export function Refusal({ code, action }: { code: string; action?: ReactNode }) {
  return (
    <Notice tone="brick" urgent title={i18n.t("page.refused")} action={action}>
      {sentence(code)}
    </Notice>
  );
}
