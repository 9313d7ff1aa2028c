/**
 * Leave fast: the screen is blank before anything else happens (EX-02), then the session ends,
 * storage is cleared and this entry of the history becomes a neutral site.
 * Without it, the link inside asks the server to do the same.
 */
const PRESSES = 3
const WITHIN = 5000
// The screen is blank meanwhile; a server that answers later than this is not waited for.
const HEARD_WITHIN = 1500

/** Back may bring a page whole from memory: hide it at once and ask the server anew (EX-03). */
addEventListener("pageshow", event => {
  if (!event.persisted) return
  document.documentElement.hidden = true
  location.reload()
})

export class QuickExit extends HTMLElement {
  #presses = []

  connectedCallback() {
    this.addEventListener("click", this)
    addEventListener("keydown", this)
  }

  disconnectedCallback() {
    removeEventListener("keydown", this)
  }

  handleEvent(event) {
    if (event.type === "keydown") return this.#count(event)
    // A new tab was asked for: the link leads there, this page stays.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return
    event.preventDefault()
    this.leave()
  }

  /** The server hears first: otherwise a quick Back could overtake the news (EX-03). */
  async leave() {
    const { leave, target } = this.dataset
    blank()
    forget()
    try {
      if (leave) await heard(leave)
    } finally {
      location.replace(target || leave) // whatever happened to the news, the person leaves
    }
  }

  /** Three presses of Shift alone; writing capitals between letters does not count. */
  #count(event) {
    if (event.repeat) return
    if (event.key !== "Shift") return void (this.#presses = [])
    const now = event.timeStamp
    this.#presses = [...this.#presses.filter(then => now - then < WITHIN), now]
    if (this.#presses.length >= PRESSES) this.leave()
  }
}

function blank() {
  document.title = "\u00a0"
  document.documentElement.replaceChildren()
}

/** Tells the server, even if this page is gone before it answers. */
function heard(address) {
  const told = fetch(address, { method: "POST", keepalive: true }).catch(() => {})
  return Promise.race([told, new Promise(done => setTimeout(done, HEARD_WITHIN))])
}

/** We keep nothing on the device; a vendor might. */
function forget() {
  for (const name of ["sessionStorage", "localStorage"]) {
    try { window[name].clear() } catch { /* shut by the browser: then nothing is there */ }
  }
}

customElements.define("quick-exit", QuickExit)
