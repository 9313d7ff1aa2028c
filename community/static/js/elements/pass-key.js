/** Makes or shows a passkey with the browser, and sends it as a form. Without it: a typed code. */
export class PassKey extends HTMLElement {
  connectedCallback() {
    if (!window.PublicKeyCredential || !navigator.credentials) return
    this.hidden = false
    this.addEventListener("submit", event => this.#send(event))
  }

  async #send(event) {
    const form = event.target
    if (form.elements.credential.value) return
    event.preventDefault()
    try {
      const publicKey = opened(JSON.parse(this.dataset.question).publicKey)
      const made = await navigator.credentials[this.dataset.ask]({ publicKey })
      form.elements.credential.value = JSON.stringify(closed(made))
      form.requestSubmit()
    } catch {
      this.querySelector("[data-failed]").hidden = false
    }
  }
}

/** The server's question with its texts turned into bytes, as the browser wants them. */
function opened(question) {
  const own = { ...question, challenge: bytes(question.challenge) }
  if (own.user) own.user = { ...own.user, id: bytes(own.user.id) }
  for (const list of ["allowCredentials", "excludeCredentials"]) {
    if (own[list]) own[list] = own[list].map(one => ({ ...one, id: bytes(one.id) }))
  }
  return own
}

/** The browser's answer with its bytes turned into texts, as the server wants them. */
function closed(made) {
  const response = {}
  for (const name of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (made.response[name]) response[name] = text(made.response[name])
  }
  if (made.response.getTransports) response.transports = made.response.getTransports()
  return {
    id: made.id, rawId: text(made.rawId), type: made.type, response,
    authenticatorAttachment: made.authenticatorAttachment ?? undefined,
    clientExtensionResults: made.getClientExtensionResults(),
  }
}

function bytes(words) {
  const plain = atob(words.replaceAll("-", "+").replaceAll("_", "/"))
  return Uint8Array.from(plain, sign => sign.charCodeAt(0))
}

function text(buffer) {
  const plain = String.fromCharCode(...new Uint8Array(buffer))
  return btoa(plain).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")
}

customElements.define("pass-key", PassKey)
