/**
 * Lets new messages of a topic appear. The socket says "look"; this asks the page's own address
 * what is new. At the end of the list they appear at once, elsewhere a button offers them:
 * what somebody reads never moves. Without it: the link "newer messages".
 */
import { ask, endInSight, items } from "../fragment.js"
import { Line } from "../live.js"

const ASK_EVERY = 20000
const GONE = [401, 403, 404, 410]

export class LiveTopic extends HTMLElement {
  #line
  #timer
  #asking = false
  #again = false
  #offered = []
  #gone = new Set()

  connectedCallback() {
    this.list = this.querySelector("[data-list]")
    if (!this.list) return
    this.#line = new Line(this.dataset.socket, {
      open: () => this.#listen(),
      frame: frame => this.#hear(frame),
      closed: () => this.#stop(),
    }).open()
    this.#timer = setInterval(() => { if (!this.#line.isOpen && !document.hidden) this.look() }, ASK_EVERY)
    document.addEventListener("visibilitychange", this)
  }

  disconnectedCallback() {
    this.#stop()
  }

  handleEvent() {
    if (!document.hidden) this.look()
  }

  /** Asks for what is new; calls while asking become one more question afterwards. */
  async look() {
    if (this.#asking) return void (this.#again = true)
    this.#asking = true
    const answer = await ask(this.dataset.newerUrl, { after: this.#last() })
    this.#asking = false
    if (answer && GONE.includes(answer.status)) return this.#empty()
    if (answer?.ok) this.#take(items(answer.text))
    if (this.#again) { this.#again = false; this.look() }
  }

  #hear(frame) {
    if (frame.look !== this.dataset.stream) return
    if (frame.shut) return this.#empty()
    if (frame.gone) this.#takeAway(`message-${frame.gone}`)
    this.look()
  }

  /** Taken back: it goes from open pages too; what stands around it stays where it is. */
  #takeAway(id) {
    this.#gone.add(id)
    document.getElementById(id)?.remove()
    this.#offered = this.#offered.filter(item => item.id !== id)
    if (this.#offered.length) this.#offer()
    else this.querySelector(".newer")?.remove()
  }

  /** The whole is not there any more for this reader: nothing of it stays on the page. */
  #empty() {
    this.list.replaceChildren()
    this.querySelector(".newer")?.remove()
    this.#stop()
  }

  #listen() {
    this.#line.send({ listen: [this.dataset.stream] })
    this.look() // what came while the line was down
  }

  #last() {
    const shown = [...this.list.querySelectorAll("[data-ref]:not([data-waiting])")]
    return (this.#offered.at(-1) ?? shown.at(-1))?.dataset.ref ?? ""
  }

  #take(found) {
    const fresh = found.filter(item => !this.#gone.has(item.id) && !this.#inPlace(item))
    if (!fresh.length) return
    if (!this.#offered.length && endInSight(this.list)) return this.list.append(...fresh)
    this.#offered.push(...fresh)
    this.#offer()
  }

  /** The writer's own waiting message turns into the shown one where it stands. */
  #inPlace(item) {
    const old = document.getElementById(item.id)
    if (old && this.list.contains(old)) old.replaceWith(item)
    return Boolean(old) || this.#offered.some(other => other.id === item.id)
  }

  #offer() {
    const words = this.#offered.length === 1 ? this.dataset.wordOne : this.dataset.wordOther
    this.#button().textContent = words.replace("%n", this.#offered.length)
  }

  #button() {
    const there = this.querySelector(".newer__button")
    if (there) return there
    const place = document.createElement("div")
    place.className = "newer"
    place.setAttribute("aria-live", "polite")
    const button = document.createElement("button")
    button.type = "button"
    button.className = "button newer__button"
    button.addEventListener("click", () => this.#show())
    this.append(place)
    place.append(button)
    return button
  }

  #show() {
    const [first] = this.#offered
    this.list.append(...this.#offered.splice(0))
    this.querySelector(".newer")?.remove()
    first.tabIndex = -1
    first.focus({ preventScroll: true })
    first.scrollIntoView({ block: "start" })
  }

  #stop() {
    clearInterval(this.#timer)
    document.removeEventListener("visibilitychange", this)
    this.#line?.end()
  }
}

customElements.define("live-topic", LiveTopic)
