import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { say } from "@/components/ui/toast";
import { chosenName, PERSONAL } from "@/lib/platform/chosen-workspace";
import { mayWrite } from "@/lib/model/role";
import type { TableName } from "@/lib/model/tables";
import type { KnownTeam } from "@/lib/workspaces/registry";
import { moveBetween, previewMoveIn, type MovePreview } from "@/lib/workspaces/store/move";
import { act } from "./act";
import { countWord, deviceFieldWord, workspaceName } from "./words";

/** Where to, what goes along, what stays; one button, and the way back in the message after it. */
export default function MoveDialog({
  table,
  id,
  teams,
  onMoved,
  onClose,
}: {
  table: TableName;
  id: string;
  teams: readonly KnownTeam[];
  onMoved: () => void;
  onClose: () => void;
}) {
  const here = chosenName();
  const writable = teams.filter(({ role }) => mayWrite(role, table));
  const places = [PERSONAL, ...writable.map(({ database }) => database)].filter(
    (database) => database !== here,
  );
  const [to, setTo] = useState(places[0]);
  const { data: preview } = useQuery({
    queryKey: [table, "move", id],
    queryFn: () => previewMoveIn(here, { table, id }),
  });

  const move = async () => {
    if (to === undefined) return;
    const isDone = await act(() => moveBetween(here, to, { table, id }));
    if (!isDone) return;
    onClose();
    onMoved();
    const back = async () => {
      const isBack = await act(() => moveBetween(to, here, { table, id }));
      if (isBack) await say(i18n.t("move.back"));
    };
    await say(i18n.t("move.done", [workspaceName(to, teams)]), {
      label: i18n.t("common.undo"),
      onClick: () => void back(),
    });
  };

  return (
    <Dialog
      open
      onClose={onClose}
      title={i18n.t("move.title")}
      description={i18n.t("move.lead")}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            {i18n.t("common.cancel")}
          </Button>
          <Button
            variant="primary"
            disabled={to === undefined || preview === undefined}
            onClick={() => void move()}
          >
            {i18n.t("move.go")}
          </Button>
        </>
      }
    >
      {to === undefined ? (
        <p>{i18n.t("move.nowhere")}</p>
      ) : (
        <Field label={i18n.t("move.to")}>
          {(ids) => (
            <Select
              {...ids}
              value={to}
              options={places.map((value) => ({ value, label: workspaceName(value, teams) }))}
              onPick={setTo}
            />
          )}
        </Field>
      )}
      {preview && <Preview preview={preview} />}
    </Dialog>
  );
}

function Preview({ preview: { along, stays, deviceOnly } }: { preview: MovePreview }) {
  const fields = deviceOnly.flatMap((one) => one.fields.map(deviceFieldWord));
  return (
    <dl className="grid gap-2">
      <div>
        <dt className="font-medium">{i18n.t("move.along")}</dt>
        <dd className="text-ink-soft">
          {along.map(({ table, count }) => countWord(table, count)).join(", ")}
        </dd>
      </div>
      {fields.length > 0 && (
        <div>
          <dt className="font-medium">{i18n.t("move.device")}</dt>
          <dd className="text-ink-soft">
            {fields.join(", ")}. {i18n.t("move.deviceMore")}
          </dd>
        </div>
      )}
      {stays.length > 0 && (
        <div>
          <dt className="font-medium">{i18n.t("move.stays")}</dt>
          <dd className="text-ink-soft">
            {stays.map(({ table, count }) => countWord(table, count)).join(", ")}
          </dd>
        </div>
      )}
    </dl>
  );
}
