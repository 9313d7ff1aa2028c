/** What every page for grown-ups may use. Without it: "leave fast" is a link, fields scroll. */
import "./elements/quick-exit.js"
import "./elements/growing-field.js"
import "./elements/session-end.js"
