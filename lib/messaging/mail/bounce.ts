/** What a delivery report says of one recipient. */
export type Bounce = {
  address: string | undefined;
  /** RFC 3463, such as 5.1.1. */
  status: string;
  /** A hard one says that the address will not do tomorrow either. */
  kind: "hard" | "soft";
  reason: string;
};

/**
 * Reads a `message/delivery-status` part (RFC 3464): groups of fields, one for the whole and one per recipient.
 * Reports of success and of mere delay give nothing.
 */
export function bouncesIn(report: string): Bounce[] {
  const groups = report.replaceAll("\r\n", "\n").split(/\n[ \t]*\n/u);
  return groups.flatMap((group) => {
    const fields = fieldsOf(group);
    if (fields.get("action")?.toLowerCase() !== "failed") return [];
    const status = /\b[245]\.\d{1,3}\.\d{1,3}\b/u.exec(fields.get("status") ?? "")?.[0] ?? "5.0.0";
    const diagnostic = valueOf(fields.get("diagnostic-code"));
    const address = valueOf(fields.get("original-recipient") ?? fields.get("final-recipient"));
    return [
      {
        address: address || undefined,
        status,
        kind: kindOf(status),
        reason: (diagnostic || status).slice(0, 500),
      },
    ];
  });
}

/** A full box or a server that is down passes; so does what is said of the letter and not of the address. */
export function kindOf(status: string): Bounce["kind"] {
  const [group, subject, detail] = status.split(".");
  if (group !== "5") return "soft";
  return subject === "1" || (subject === "2" && detail === "1") || subject === "0"
    ? "hard"
    : "soft";
}

function fieldsOf(group: string): Map<string, string> {
  const unfolded = group.replaceAll(/\n[ \t]+/gu, " ");
  return new Map(
    unfolded.split("\n").flatMap((line) => {
      const cut = line.indexOf(":");
      if (cut < 1) return [];
      return [[line.slice(0, cut).trim().toLowerCase(), line.slice(cut + 1).trim()] as const];
    }),
  );
}

/** After the type, as in `rfc822; ada@example.org`. */
function valueOf(field: string | undefined): string {
  if (field === undefined) return "";
  const cut = field.indexOf(";");
  return field
    .slice(cut + 1)
    .trim()
    .replaceAll(/^<|>$/gu, "");
}
