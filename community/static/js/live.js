/**
 * A socket that comes back: waits longer after each failure, never all clients at once.
 * Carries frames only; what they mean is decided by the element that opened it.
 */
const FIRST_WAIT = 1000
const LONGEST_WAIT = 30000
// Closed by the server on purpose: the session ended, or one may not be here.
const FOR_GOOD = code => code >= 4400 && code < 4500

export class Line {
  #socket
  #timer
  #failures = 0
  #ended = false

  /** `hears`: { open(), frame(object), lost(), closed(code) }, each optional. */
  constructor(path, hears) {
    this.path = path
    this.hears = hears
    this.awake = () => this.#wake()
    this.asleep = () => this.hears.lost?.()
  }

  open() {
    addEventListener("online", this.awake)
    addEventListener("offline", this.asleep)
    this.#connect()
    return this
  }

  get isOpen() {
    return this.#socket?.readyState === WebSocket.OPEN
  }

  send(frame) {
    if (this.isOpen) this.#socket.send(JSON.stringify(frame))
    return this.isOpen
  }

  end() {
    this.#ended = true
    clearTimeout(this.#timer)
    removeEventListener("online", this.awake)
    removeEventListener("offline", this.asleep)
    this.#socket?.close()
  }

  #connect() {
    clearTimeout(this.#timer)
    const url = new URL(this.path, location.href)
    url.protocol = url.protocol === "https:" ? "wss:" : "ws:"
    const socket = this.#socket = new WebSocket(url)
    socket.onopen = () => { this.#failures = 0; this.hears.open?.() }
    socket.onmessage = event => this.#read(event.data)
    socket.onclose = event => this.#closed(socket, event.code)
  }

  #read(text) {
    let frame
    try { frame = JSON.parse(text) } catch { return }
    if (frame && typeof frame === "object") this.hears.frame?.(frame)
  }

  #closed(socket, code) {
    if (this.#ended || socket !== this.#socket) return
    if (FOR_GOOD(code)) {
      this.end()
      return this.hears.closed?.(code)
    }
    this.hears.lost?.()
    const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** this.#failures++)
    this.#timer = setTimeout(() => this.#connect(), wait * (0.5 + Math.random() / 2))
  }

  /** The network is back: a socket from before may look open and be dead, so it is replaced. */
  #wake() {
    if (this.#ended) return
    const old = this.#socket
    this.#failures = 0
    this.#connect()
    old?.close()
  }
}
