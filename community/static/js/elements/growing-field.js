/** Grows a textarea with its text, where the style sheet cannot. Without it, the field scrolls. */
export class GrowingField extends HTMLElement {
  connectedCallback() {
    if (CSS.supports("field-sizing", "content")) return
    this.addEventListener("input", () => this.#grow())
    this.#grow()
  }

  #grow() {
    const field = this.querySelector("textarea")
    if (field) field.rows = Math.min(24, Math.max(5, field.value.split("\n").length + 1))
  }
}

customElements.define("growing-field", GrowingField)
