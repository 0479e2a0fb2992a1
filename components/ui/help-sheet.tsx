import { i18n } from "#i18n";
import { Dialog } from "./dialog";
import { Kbd } from "./kbd";

export type KeyGroup = { title: string; keys: readonly { keys: string; does: string }[] };

/** Every key of a screen, on one sheet. */
export default function HelpSheet({
  groups,
  onClose,
}: {
  groups: readonly KeyGroup[];
  onClose: () => void;
}) {
  return (
    <Dialog open isText onClose={onClose} title={i18n.t("keys.title")}>
      {groups.map((group) => (
        <section key={group.title} className="grid gap-1.5">
          <h3 className="eyebrow">{group.title}</h3>
          <dl className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1.5">
            {group.keys.map(({ keys, does }) => (
              <div key={does} className="contents">
                <dt>{does}</dt>
                <dd className="justify-self-end">
                  <Kbd keys={keys} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}
