import { i18n } from "#i18n";
import { providers } from "@/lib/ai/providers/list";
import { Budget } from "./budget";
import { Prices } from "./prices";
import { ProviderCard } from "./provider-card";
import { useAiWatch, useHasBuiltin, useReach, useWish } from "./queries";
import { SpendingTable } from "./spending-table";

/** Everything about AI in one place: who is asked, with which key, what leaves, what it costs, where it stops. */
export default function AiSettings() {
  useAiWatch();
  const reach = useReach();
  const wish = useWish();
  const hasBuiltin = useHasBuiltin();
  if (!reach || !wish) return null;
  const usable = providers.filter(({ id }) => id !== "builtin" || hasBuiltin);
  const ready = usable.filter(({ id }) => reach.some(({ provider }) => provider === id));
  const current = ready.find(({ id }) => id === wish.provider) ?? ready[0];
  return (
    <div className="grid max-w-160 grid-cols-1 gap-6">
      <div className="grid gap-2 text-sm text-ink-soft">
        <p>{i18n.t(ready.length > 0 ? "ai.lead" : "ai.without")}</p>
        <p>{i18n.t("ai.leaving.never")}</p>
      </div>
      <ul className="grid grid-cols-1 gap-3">
        {usable.map((provider) => (
          <li key={provider.id}>
            <ProviderCard
              provider={provider}
              reach={reach.find((one) => one.provider === provider.id)}
              wish={wish}
              isCurrent={provider.id === current?.id}
              isChoice={ready.length > 1}
            />
          </li>
        ))}
      </ul>
      {!hasBuiltin && <p className="text-xs text-ink-faint">{i18n.t("ai.noBuiltin")}</p>}
      <Budget />
      <SpendingTable />
      <Prices />
    </div>
  );
}
