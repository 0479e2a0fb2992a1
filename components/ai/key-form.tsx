import { useState, type FormEvent } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { sentenceOf } from "@/components/ui/sentences";
import { Spinner } from "@/components/ui/spinner";
import type { Provider } from "@/lib/ai/provider";
import { connectProvider } from "@/lib/ai/set-up";
import { AppError } from "@/lib/platform/app-error";
import { hasHostAccess, mayAsk, requestHostAccess } from "@/lib/platform/host-access";

/** A key or an address, checked with its provider before it is kept. Only what works is kept. */
export function KeyForm({
  provider,
  address,
  onDone,
}: {
  provider: Provider;
  address: string | undefined;
  onDone: () => void;
}) {
  const [key, setKey] = useState("");
  const [typed, setTyped] = useState(address ?? provider.address);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<{ text: string; mayAllow: boolean }>();
  const place = provider.can.ownAddress ? typed : provider.address;

  const check = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      await connectProvider({ provider, key, address: typed });
      setKey("");
      onDone();
    } catch (error) {
      setProblem({ text: sentenceOf(error), mayAllow: await mayAllow(error, place) });
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void check();
  };
  // The browser asks only inside the press itself: nothing may be awaited before it.
  const allow = () =>
    void requestHostAccess(place).then((isGiven) => (isGiven ? check() : undefined));

  return (
    <form onSubmit={submit} className="grid grid-cols-1 gap-3">
      {provider.can.ownAddress && (
        <Field label={i18n.t("ai.key.address")} hint={i18n.t("ai.key.addressHint")}>
          {(ids) => (
            <Input
              {...ids}
              inputMode="url"
              spellCheck={false}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
      )}
      {provider.can.key !== "none" && (
        <Field
          label={i18n.t(provider.can.key === "needed" ? "ai.key.label" : "ai.key.labelOptional")}
          hint={i18n.t("ai.key.hint")}
        >
          {(ids) => (
            <Input
              {...ids}
              autoFocus
              type="password"
              autoComplete="off"
              spellCheck={false}
              required={provider.can.key === "needed"}
              value={key}
              onChange={(event) => setKey(event.target.value)}
            />
          )}
        </Field>
      )}
      {problem && (
        <Notice
          tone="brick"
          urgent
          action={
            problem.mayAllow && (
              <Button size="sm" onClick={allow}>
                {i18n.t("ai.key.allow", [new URL(place).host])}
              </Button>
            )
          }
        >
          {problem.text}
        </Notice>
      )}
      <Button
        type="submit"
        variant="primary"
        className="justify-self-start"
        disabled={isBusy}
        aria-busy={isBusy}
      >
        {isBusy && <Spinner />}
        {i18n.t("ai.key.check")}
      </Button>
    </form>
  );
}

/** Some addresses answer an extension only when the person lets it in; then that is worth offering. */
async function mayAllow(error: unknown, address: string): Promise<boolean> {
  const isShut = error instanceof AppError && error.code === "ai-unreachable";
  if (!isShut || !mayAsk(address)) return false;
  return !(await hasHostAccess(address));
}
