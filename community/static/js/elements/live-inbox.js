/**
 * Lets the mark "new" and the list of notices follow what happens. The socket says "look"; this
 * asks for the piece of page it holds. What somebody reads or has focused stays: then a button
 * offers the new list. Without it: the mark and the list of the next page load.
 */
import { ask } from "../fragment.js"
import { Line } from "../live.js"

const ASK_EVERY = 60000
const here = new Set()
let line, timer

/** One socket for all pieces of a page; they belong to the same person. */
function open({ socket, stream }) {
  if (line) return
  let isBack = false
  line = new Line(socket, {
    open: () => { line.send({ listen: [stream] }); if (isBack) look(); isBack = true },
    frame: frame => { if (frame.look === stream) frame.shut ? shut() : look() },
    closed: shut,
  }).open()
  timer = setInterval(() => { if (!line?.isOpen && !document.hidden) look() }, ASK_EVERY)
}

function close() {
  clearInterval(timer)
  line?.end()
  line = undefined
}

/** Signed out, or not to be seen any more: nothing of it stays on the page. */
function shut() {
  for (const piece of here) piece.replaceChildren()
  close()
}

/** Asks once for each address, however many pieces of the page show it. */
async function look() {
  for (const url of new Set([...here].map(piece => piece.dataset.url))) {
    const answer = await ask(url)
    if (answer?.ok) for (const piece of here) if (piece.dataset.url === url) piece.take(answer.text)
  }
}

const said = text => text.replace(/\s+/g, " ").trim()

export class LiveInbox extends HTMLElement {
  connectedCallback() {
    here.add(this)
    open(this.dataset)
  }

  disconnectedCallback() {
    here.delete(this)
    if (!here.size) close()
  }

  take(html) {
    const fresh = document.createElement("template")
    fresh.innerHTML = html
    if (said(fresh.content.textContent) === said(this.textContent)) return
    if (this.#isRead()) return this.#offer(fresh.content)
    this.replaceChildren(fresh.content)
  }

  #isRead() {
    return "still" in this.dataset && (scrollY > 200 || this.contains(document.activeElement))
  }

  #offer(content) {
    this.parentElement.querySelector(".newer")?.remove()
    const place = document.createElement("div")
    const button = document.createElement("button")
    place.className = "newer"
    place.setAttribute("aria-live", "polite")
    button.type = "button"
    button.className = "button newer__button"
    button.textContent = this.dataset.word
    button.addEventListener("click", () => { place.remove(); this.replaceChildren(content); scrollTo(0, 0) })
    this.before(place)
    place.append(button)
  }
}

customElements.define("live-inbox", LiveInbox)
