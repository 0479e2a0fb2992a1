import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Download, Plus, Upload } from "lucide-react";
import { useRef, useState, type FormEvent } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { dayText } from "@/components/ui/moment";
import { Dialog } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { sentenceOf } from "@/components/ui/sentences";
import { say } from "@/components/ui/toast";
import type { Suppressed } from "@/lib/cloud/mail-api";
import { addressesIn } from "@/lib/messaging/mail/address";
import { refreshNever } from "@/lib/messaging/store/never";
import { saveFile } from "../save-file";
import { mailApi } from "./queries";
import { reasonKey } from "./send-ways";

const SHOWN = 100;

/** Whom nobody here writes to: looked through, added to, brought in and taken along. */
export function NeverList() {
  const queries = useQueryClient();
  const [wanted, setWanted] = useState("");
  const [leaving, setLeaving] = useState<Suppressed>();
  const file = useRef<HTMLInputElement>(null);
  const list =
    useQuery({
      queryKey: ["mail", "suppressions"],
      queryFn: async () => (await mailApi()).suppressions(),
    }).data ?? [];
  const found = list.filter(({ address }) => address.includes(wanted.trim().toLowerCase()));

  const act = async (work: () => Promise<string>) => {
    try {
      const told = await work();
      await refreshNever({ force: true });
      await queries.invalidateQueries({ queryKey: ["mail", "suppressions"] });
      await say(told);
    } catch (error) {
      await say(sentenceOf(error));
    }
  };
  const add = (addresses: string[], reason: "byHand" | "imported") =>
    act(async () => {
      const { added, refused } = await (await mailApi()).suppress(addresses, reason);
      return i18n.t("mailing.neverList.added", [String(added), String(refused)]);
    });
  const addTyped = (event: FormEvent) => {
    event.preventDefault();
    const addresses = addressesIn(wanted);
    if (addresses.length === 0) return void say(i18n.t("mailing.neverList.noAddress"));
    setWanted("");
    return void add(addresses, "byHand");
  };
  const bringIn = async (chosen: File | undefined) => {
    const addresses = chosen ? addressesIn(await chosen.text()) : [];
    if (addresses.length === 0) return say(i18n.t("mailing.neverList.noAddress"));
    return add(addresses.slice(0, 10_000), "imported");
  };
  const takeAlong = () => {
    const lines = list.map(({ address, reason, at }) => `${address},${reason},${at}`);
    saveFile("never.csv", ["address,reason,at", ...lines, ""].join("\r\n"), "text/csv");
  };

  return (
    <section className="grid grid-cols-1 gap-3">
      <h3 className="text-base font-semibold">{i18n.t("mailing.neverList.title")}</h3>
      <p className="text-sm text-ink-soft">{i18n.t("mailing.neverList.lead")}</p>
      <form onSubmit={addTyped} className="flex flex-wrap gap-2">
        <Input
          className="max-w-72"
          aria-label={i18n.t("mailing.neverList.search")}
          placeholder={i18n.t("mailing.neverList.search")}
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
        <Button type="submit" disabled={addressesIn(wanted).length === 0}>
          <Plus aria-hidden="true" />
          {i18n.t("mailing.neverList.add")}
        </Button>
        <Button onClick={() => file.current?.click()}>
          <Upload aria-hidden="true" />
          {i18n.t("mailing.neverList.import")}
        </Button>
        <Button disabled={list.length === 0} onClick={takeAlong}>
          <Download aria-hidden="true" />
          {i18n.t("mailing.neverList.export")}
        </Button>
        <input
          ref={file}
          type="file"
          accept=".csv,.txt,text/csv,text/plain"
          hidden
          onChange={(event) => {
            void bringIn(event.target.files?.[0]);
            event.target.value = "";
          }}
        />
      </form>
      {found.length > 0 && (
        <ul className="grid max-h-80 grid-cols-1 divide-y overflow-y-auto rounded-lg border">
          {found.slice(0, SHOWN).map((one) => (
            <li key={one.address} className="flex flex-wrap items-center gap-2 px-3 py-1.5 text-sm">
              <span className="min-w-0 flex-1 truncate">{one.address}</span>
              <span className="text-xs text-ink-faint">
                {i18n.t(`mailing.reasons.${reasonKey(one.reason)}`)} · {dayText(one.at)}
              </span>
              <Button size="sm" variant="ghost" onClick={() => setLeaving(one)}>
                {i18n.t("mailing.neverList.release")}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {found.length > SHOWN && (
        <p className="text-xs text-ink-faint">
          {i18n.t("mailing.neverList.more", [String(found.length - SHOWN)])}
        </p>
      )}
      {leaving && (
        <Dialog
          open
          onClose={() => setLeaving(undefined)}
          title={i18n.t("mailing.neverList.releaseTitle", [leaving.address])}
          footer={
            <>
              <Button onClick={() => setLeaving(undefined)}>{i18n.t("common.cancel")}</Button>
              <Button
                variant="danger"
                onClick={() => {
                  setLeaving(undefined);
                  void act(async () => {
                    await (await mailApi()).release(leaving.address);
                    return i18n.t("mailing.neverList.released", [leaving.address]);
                  });
                }}
              >
                {i18n.t("mailing.neverList.release")}
              </Button>
            </>
          }
        >
          {i18n.t("mailing.neverList.releaseHow")}
        </Dialog>
      )}
    </section>
  );
}
