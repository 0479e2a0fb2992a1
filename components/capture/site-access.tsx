import { useQuery } from "@tanstack/react-query";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { hasSiteAccess, requestSiteAccess } from "@/lib/platform/site-access";

/** Firefox, and a careful person anywhere, may keep the extension out of the site: then it says so and asks. */
export default function SiteAccess() {
  const access = useQuery({
    queryKey: ["permissions", "site"],
    queryFn: () => hasSiteAccess(),
    refetchOnWindowFocus: true,
  });
  if (access.data !== false) return null;
  // The question must be asked inside the click itself: nothing may be awaited before it.
  const ask = () => void requestSiteAccess().then(() => access.refetch());
  return (
    <Notice
      tone="saffron"
      title={i18n.t("access.title")}
      action={
        <Button size="sm" onClick={ask}>
          {i18n.t("access.allow")}
        </Button>
      }
    >
      {i18n.t("access.why")}
    </Notice>
  );
}
