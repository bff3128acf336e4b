// Answers: which hops do these routes share, and where do they differ?
import { Button } from "@mantine/core";
import type { Route, RouteHop } from "../../graph/paths/route.ts";
import { countText } from "../../model/text.ts";
import { useApp } from "../shell/app-context.ts";
import { HopText } from "./RouteRow.tsx";
import { routeCommandsOf } from "./route-commands.ts";
import { timeTextOf } from "./route-words.ts";

const keyOf = ({ from, to }: RouteHop): string => `${from} ${to}`;

export function RouteCompare({ routes, numbers }: { readonly routes: readonly Route[]; readonly numbers: readonly number[] }) {
  const app = useApp();
  const shared = new Set(
    (routes[0]?.hops ?? []).map(keyOf).filter((key) => routes.every((route) => route.hops.some((hop) => keyOf(hop) === key))),
  );
  const longest = Math.max(...routes.map((route) => route.hops.length));
  return (
    <div className="route-compare" data-testid="route-compare">
      <p>
        <strong>
          {shared.size === 0
            ? "No hop is shared."
            : `${countText(shared.size, "hop")} shared by ${routes.length === 2 ? "both" : "all"}.`}
        </strong>{" "}
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => routeCommandsOf(app).layOut(routes.map((route) => route.actors))}
        >
          Lay them out in columns
        </Button>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="route-compare-scroll" tabIndex={0} aria-label="Routes side by side">
        <table>
          <thead>
            <tr>
              <th scope="col">Hop</th>
              {routes.map((route, i) => (
                <th key={route.actors.join(" ")} scope="col">
                  Route {numbers[i]}
                  <span className="muted">
                    {" "}
                    · {countText(route.hops.length, "hop")} · weakest {route.weakest} · {timeTextOf(route)}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: longest }, (_, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: hops are numbered
              <tr key={i}>
                <th scope="row">{i + 1}</th>
                {routes.map((route) => {
                  const hop = route.hops[i];
                  return (
                    <td key={route.actors.join(" ")} className={hop !== undefined && shared.has(keyOf(hop)) ? "is-common" : ""}>
                      {hop === undefined ? null : (
                        <>
                          <HopText hop={hop} />
                          {shared.has(keyOf(hop)) ? <span className="route-common">shared</span> : null}
                        </>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}
