import { Hono } from "hono";
import * as z from "zod";
import { ApiError } from "../api-error";
import type { AppEnv } from "../app-env";
import { describe } from "../describe";
import { hint } from "../live";
import { rowsOf } from "../rows-repository";
import { input } from "../validate";

const path = z.object({ workspace: z.string() });

/** A browser cannot name a header for a WebSocket: the token comes as a second protocol, `bearer.<token>`. */
export const live = new Hono<AppEnv>().get(
  "/v1/w/:workspace/live",
  describe(
    "Sync",
    "A WebSocket that tells the workspace's sequence whenever it moves. Its data is pulled.",
    hint,
    ["bad-request", "not-signed-in", "device-revoked", "device-expired", "revoked", "not-found"],
  ),
  input("param", path),
  async (c) => {
    if (c.req.header("upgrade")?.toLowerCase() !== "websocket") {
      throw new ApiError("bad-request", { where: "upgrade" });
    }
    if (!c.var.caller.device) throw new ApiError("not-signed-in");
    const { deps, membership } = c.var;
    const { seq } = await rowsOf(deps.database, membership.workspaceId).life();
    return deps.hub.join(c, membership.workspaceId, seq);
  },
);
