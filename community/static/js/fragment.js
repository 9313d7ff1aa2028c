/** Asks the server for the same HTML a page would hold, and parts it into elements. */

/** The answer with `items`, or null when the network is gone. */
export async function ask(address, { after, ...how } = {}) {
  const url = new URL(address, location.href)
  if (after !== undefined) url.searchParams.set("after", after)
  try {
    const answer = await fetch(url, {
      cache: "no-store", redirect: "manual", ...how, headers: { "X-Fragment": "1" },
    })
    return { ok: answer.ok, status: answer.status, text: await answer.text() }
  } catch {
    return null
  }
}

/** Elements of a piece of our own HTML; only those that name themselves. */
export function items(html) {
  const holder = document.createElement("template")
  holder.innerHTML = html
  return [...holder.content.children].filter(item => item.id)
}

/** True when the end of this list can be seen, so that adding to it moves nothing that is read. */
export function endInSight(list) {
  return list.getBoundingClientRect().bottom <= innerHeight + 48
}
