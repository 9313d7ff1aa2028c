/**
 * Says two minutes before the session ends, and lets it go on. Another window may have gone on in
 * the meantime, so the server is asked first. Without it: typed text comes back after signing in.
 */
const WARNS = 120

export class SessionEnd extends HTMLElement {
  #timer

  connectedCallback() {
    this.#wait(Number(this.dataset.left))
    this.addEventListener("submit", this)
    document.addEventListener("visibilitychange", this)
  }

  disconnectedCallback() {
    clearTimeout(this.#timer)
    document.removeEventListener("visibilitychange", this)
  }

  handleEvent(event) {
    if (event.type === "visibilitychange") return document.hidden || this.#look()
    event.preventDefault()
    this.#look(new FormData(event.target))
  }

  #wait(seconds) {
    clearTimeout(this.#timer)
    // Longer than a browser's timers reach: it looks again on the way.
    this.#timer = setTimeout(() => this.#look(), Math.min(Math.max(seconds - WARNS, 1), 3600) * 1000)
  }

  /** Asks how long there is; with a form it goes on. */
  async #look(body) {
    const left = await this.#left(body)
    if (left === null || left > WARNS) {
      this.hidden = true
      return this.#wait(left ?? WARNS + 60)
    }
    this.querySelector("[data-last]").hidden = !body
    this.hidden = left <= 0
    if (left > 0) this.#wait(WARNS + 20)
  }

  /** Seconds; 0 when signed out; nothing when the network is away. */
  async #left(body) {
    try {
      const answer = await fetch(this.dataset.asks, {
        method: body ? "POST" : "GET", body, headers: { Accept: "application/json" },
      })
      return answer.ok ? (await answer.json()).left : 0
    } catch {
      return null
    }
  }
}

customElements.define("session-end", SessionEnd)
