import { useId } from "react";
import { i18n } from "#i18n";
import { Select } from "@/components/ui/select";
import { numberText } from "@/components/ui/locale";
import { priceOf } from "@/lib/ai/prices";
import type { Provider } from "@/lib/ai/provider";
import { saveWish, type Reach } from "@/lib/ai/store";
import { useOwnPrices } from "./queries";

/** Which of a provider's models is asked, each with its price where one is known. */
export function ModelChoice({
  provider,
  reach,
  wished,
}: {
  provider: Provider;
  reach: Reach;
  wished: string | undefined;
}) {
  const id = useId();
  const own = useOwnPrices();
  const chosen = wished ?? provider.defaultModel ?? reach.models?.[0] ?? "";
  const models = [...new Set([chosen, ...(reach.models ?? [])])].filter(Boolean);
  const pick = async (model: string) => {
    await saveWish({ provider: provider.id, model });
  };
  const label = (model: string) => {
    const price = priceOf(provider.id, model, today(), own);
    if (!price) return model;
    return `${model} · ${i18n.t("ai.price", [numberText(price.input), numberText(price.output)])}`;
  };
  return (
    <div className="flex flex-wrap items-center gap-2">
      <label htmlFor={id}>{i18n.t("ai.model")}</label>
      <Select
        id={id}
        value={chosen}
        options={models.map((value) => ({ value, label: label(value) }))}
        onPick={(model) => void pick(model)}
      />
    </div>
  );
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
