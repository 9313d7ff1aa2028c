/**
 * A live group: says, hears, and after any gap asks what it missed. A message is kept in memory
 * and sent again under the same client_id until the server says it has it: none lost, none doubled.
 * Nothing is stored on the device. Without it: a form, and a page that reloads when asked.
 */
import { ask, endInSight, items } from "../fragment.js"
import { Line } from "../live.js"

const ASK_EVERY = 10000
const SEND_AGAIN = 8000

export class LiveRoom extends HTMLElement {
  #line
  #timers = []
  #unsent = new Map()
  #last = 0
  #closed = false
  #wasHere = false

  connectedCallback() {
    this.list = this.querySelector("[data-list]")
    this.form = this.querySelector("form[data-say]")
    this.status = this.querySelector("[data-status]")
    if (!this.list) return
    this.#last = Number(this.dataset.last) || 0
    this.form?.addEventListener("submit", this)
    this.form?.addEventListener("keydown", this)
    this.#line = new Line(this.dataset.socket, {
      open: () => this.#back(),
      frame: frame => this.#hear(frame),
      lost: () => this.#say("lost", this.dataset.wordLost),
      closed: () => this.#close(),
    }).open()
    this.#timers = [
      setInterval(() => { if (!this.#line.isOpen) this.#catchUp() }, ASK_EVERY),
      setInterval(() => this.#sendAll(), SEND_AGAIN),
    ]
  }

  disconnectedCallback() {
    this.#stop()
  }

  handleEvent(event) {
    // Enter makes a new line, as on paper; with Ctrl or Cmd it sends.
    if (event.type === "keydown") {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) this.form.requestSubmit()
      return
    }
    event.preventDefault()
    const body = this.#field.value.trim()
    if (!body || this.#closed) return
    const id = crypto.randomUUID?.() ?? String(Date.now()) + Math.random()
    this.#field.value = ""
    this.#unsent.set(id, { body, note: this.#draft(id, body) })
    this.#send(id)
    this.#field.focus()
  }

  get #field() {
    return this.form.querySelector("textarea[name=body]")
  }

  /** After a gap everything is asked for once more: what was said before may have changed too. */
  #back() {
    this.#say("here", this.dataset.wordHere)
    this.#line.send({ type: "after", seq: this.#wasHere ? 0 : this.#last })
    this.#wasHere = true
    this.#sendAll()
  }

  #hear(frame) {
    if (frame.type === "messages") this.#hand(frame)
    else if (frame.type === "said") this.#taken(frame.client_id)
    else if (frame.type === "refused") this.#giveBack(frame.client_id, frame.reason)
    else if (frame.type === "people") this.#meet(frame)
    else if (frame.type === "status") this.#say("here", frame.text)
    else if (frame.type === "closed") this.#close(frame.reason)
  }

  /** A frame that begins after what we surely have left something out: it is shown, and asked for. */
  #hand({ html, since, last }) {
    const whole = since === undefined || since <= this.#last
    if (since === 0) this.#clear(html)
    this.#show(html)
    if (since === 0) this.#last = Number(last) || 0
    else if (whole) this.#last = Math.max(this.#last, Number(last) || 0)
    else this.#line.send({ type: "after", seq: this.#last })
  }

  /** Who sits here, and so who can read what is said. */
  #meet({ html, audience }) {
    const names = document.querySelector("[data-people]")
    if (names) names.innerHTML = html
    const line = this.querySelector(".audience")
    if (line) line.outerHTML = audience
  }

  /** What is said from the beginning is all there is: whatever else stands here is gone. */
  #clear(html) {
    const kept = new Set(items(html).map(item => item.outerHTML))
    for (const old of [...this.list.children]) {
      if (!old.classList.contains("say--waiting") && !kept.has(old.outerHTML)) old.remove()
    }
  }

  /** Adds what is not here yet, in the order of the room; a number seen twice is one message. */
  #show(html) {
    const follow = endInSight(this.list)
    const found = items(html)
    for (const item of found) {
      const old = document.getElementById(item.id)
      if (old) old.replaceWith(item)
      else this.list.insertBefore(item, this.#placeOf(Number(item.dataset.seq)))
    }
    if (follow) this.list.lastElementChild?.scrollIntoView({ block: "nearest" })
    return Math.max(0, ...found.map(item => Number(item.dataset.seq) || 0))
  }

  #placeOf(seq) {
    return [...this.list.children].find(other => !(Number(other.dataset.seq) < seq)) ?? null
  }

  #sendAll() {
    for (const id of this.#unsent.keys()) this.#send(id)
  }

  #send(id) {
    const { body } = this.#unsent.get(id)
    if (!this.#line.send({ type: "say", client_id: id, body })) this.#post(id, body)
  }

  /** The socket is down: the same form, the same door as without scripts. */
  async #post(id, body) {
    const data = new FormData(this.form)
    data.set("client_id", id)
    data.set("body", body)
    const answer = await ask(this.form.action, { method: "POST", body: data })
    if (!answer || answer.status === 429 || answer.status >= 500) return
    if (answer.ok) {
      this.#taken(id)
      return this.#catchUp()
    }
    this.#giveBack(id, answer.text.length < 300 ? answer.text : "")
  }

  async #catchUp() {
    const answer = await ask(this.dataset.resumeUrl, { after: this.#last })
    if (answer?.ok) this.#last = Math.max(this.#last, this.#show(answer.text))
    else if (answer && [401, 403, 404, 410].includes(answer.status)) this.#close()
  }

  #taken(id) {
    this.#unsent.get(id)?.note.remove()
    this.#unsent.delete(id)
  }

  /** Refused: the words go back into the field, nothing typed is lost. */
  #giveBack(id, reason) {
    const kept = this.#unsent.get(id)
    if (!kept) return
    this.#taken(id)
    this.#field.value = [kept.body, this.#field.value].filter(Boolean).join("\n\n")
    this.#say("lost", reason || this.dataset.wordKept)
  }

  /** One's own words at the end of the log while they are on their way. */
  #draft(id, body) {
    const item = document.createElement("li")
    item.className = "say say--own say--waiting"
    const words = document.createElement("div")
    words.className = "say__text"
    words.textContent = body
    const note = document.createElement("span")
    note.className = "say__note"
    note.textContent = this.dataset.wordSending
    item.append(words, note)
    this.list.append(item)
    item.scrollIntoView({ block: "nearest" })
    return item
  }

  #say(state, words) {
    if (!this.status || !words || this.#closed) return
    this.status.dataset.state = state
    this.status.textContent = words
  }

  #close(reason) {
    this.#say("closed", reason || this.dataset.wordClosed)
    this.#closed = true
    if (this.form) {
      for (const control of this.form.querySelectorAll("button")) control.disabled = true
    }
    this.#stop()
  }

  #stop() {
    this.#timers.forEach(clearInterval)
    this.#line?.end()
  }
}

customElements.define("live-room", LiveRoom)
