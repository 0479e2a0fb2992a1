import { Trash2 } from "lucide-react";
import { useState, type FormEvent } from "react";
import { i18n } from "#i18n";
import { Button, IconButton } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { locale, numberText } from "@/components/ui/locale";
import { Select } from "@/components/ui/select";
import { PRICES_CHECKED } from "@/lib/ai/prices";
import type { ProviderId } from "@/lib/ai/provider";
import { providers, providersById } from "@/lib/ai/providers/list";
import { removePrice, savePrice } from "@/lib/ai/store";
import { Heading } from "./heading";
import { useOwnPrices } from "./queries";

const PRICED = providers.filter(({ can }) => can.leavesDevice);

/** Prices of one's own: for a model the table does not know, or one whose price has changed. */
export function Prices() {
  const own = useOwnPrices();
  const [isOpen, setOpen] = useState(false);

  return (
    <section className="grid justify-items-start gap-2">
      <Heading>{i18n.t("ai.prices.title")}</Heading>
      <p className="text-sm text-ink-soft">
        {i18n.t("ai.prices.dated", [longDay(PRICES_CHECKED)])}
      </p>
      {own.length > 0 && (
        <ul className="grid w-full gap-1 text-sm">
          {own.map(({ key, provider, model, input, output }) => (
            <li key={key} className="flex items-center gap-2">
              <span className="min-w-0 flex-1">
                <span className="text-ink-faint">{providersById.get(provider)?.name} · </span>
                {model} · {i18n.t("ai.price", [numberText(input), numberText(output)])}
              </span>
              <IconButton
                size="icon-sm"
                label={i18n.t("ai.prices.remove", [model])}
                onClick={() => void removePrice(provider, model)}
              >
                <Trash2 aria-hidden="true" />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      {isOpen ? (
        <PriceForm onDone={() => setOpen(false)} />
      ) : (
        <Button size="sm" onClick={() => setOpen(true)}>
          {i18n.t("ai.prices.add")}
        </Button>
      )}
    </section>
  );
}

function PriceForm({ onDone }: { onDone: () => void }) {
  const [provider, setProvider] = useState<ProviderId>("openai");
  const [model, setModel] = useState("");
  const [input, setInput] = useState("");
  const [output, setOutput] = useState("");
  const amounts = [input, output].map((text) => Number(text.replace(",", ".")));
  const isValid =
    model.trim() !== "" &&
    [input, output].every((text) => text.trim() !== "") &&
    amounts.every((amount) => Number.isFinite(amount) && amount >= 0);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!isValid) return;
    const [inputRate = 0, outputRate = 0] = amounts;
    const price = { provider, model: model.trim(), input: inputRate, output: outputRate };
    // It is the user's: it holds for every day.
    await savePrice({ ...price, cachedInput: inputRate, from: "2000-01-01" });
    onDone();
  };
  return (
    <form className="flex flex-wrap items-center gap-2" onSubmit={(event) => void submit(event)}>
      <Select
        label={i18n.t("ai.prices.provider")}
        value={provider}
        options={PRICED.map(({ id, name }) => ({ value: id, label: name }))}
        onPick={(id) => setProvider(id as ProviderId)}
      />
      <Input
        aria-label={i18n.t("ai.model")}
        placeholder={i18n.t("ai.model")}
        className="w-44!"
        spellCheck={false}
        value={model}
        onChange={(event) => setModel(event.target.value)}
      />
      <Amount label={i18n.t("ai.prices.input")} value={input} onChange={setInput} />
      <Amount label={i18n.t("ai.prices.output")} value={output} onChange={setOutput} />
      <Button type="submit" disabled={!isValid}>
        {i18n.t("ai.budget.save")}
      </Button>
    </form>
  );
}

function Amount({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (text: string) => void;
}) {
  return (
    <Input
      aria-label={label}
      placeholder={label}
      inputMode="decimal"
      className="w-32!"
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

function longDay(day: string): string {
  return new Intl.DateTimeFormat(locale(), { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(day),
  );
}
