// Runs in the page, before anything of the program: says when what a person waits for was on the screen, in the page's own time.

const textbox = () => document.querySelector('[role=textbox][aria-readonly=true]')

// A message that is posted in a frame is heard after that frame was painted.
const painted = (then) =>
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => then(performance.now())
    port2.postMessage(null)
  })

let from = 0
let opened = 0
let selected = 0
let pressed = 0
let coded = 0

/** Waits for the text of an interview with its codings. */
function opening() {
  opened = 0
  selected = 0
  const seen = new MutationObserver(look)
  function look() {
    if (!textbox()?.querySelector('.seg')) return
    seen.disconnect()
    painted((at) => {
      opened = at
    })
  }
  seen.observe(document, { childList: true, subtree: true })
}

let passage = ''

document.addEventListener('selectionchange', () => {
  const selection = getSelection()
  if (textbox()?.contains(selection?.anchorNode ?? null)) passage = String(selection).trim() || passage
  if (opened && !selected && String(getSelection()).trim() !== '') selected = performance.now()
})

/** A click that is to open an interview is what its opening counts from. */
function clicked(event) {
  from = event.timeStamp
}

// Stripes come and go with what is in sight: another one counts when it is on the words that were selected last.
const stripes = () =>
  [...document.querySelectorAll('aside button[aria-label][tabindex="-1"]')].map(
    (stripe) => stripe.getAttribute('aria-label') ?? '',
  )

/** Waits for the stripe of another coding; the words under it are tinted in the same frame or before. */
function coding() {
  coded = 0
  const before = new Set(stripes())
  const look = () => {
    const words = passage.slice(0, 30)
    if (!stripes().some((label) => label.includes(words) && !before.has(label))) requestAnimationFrame(look)
    else
      painted((at) => {
        coded = at
      })
  }
  requestAnimationFrame(look)
}

document.addEventListener(
  'keydown',
  (event) => {
    pressed = event.timeStamp
  },
  true,
)

globalThis.measured = {
  opening: () => {
    document.addEventListener('click', clicked, { capture: true, once: true })
    opening()
  },
  opened: () => opened - from,
  selectable: () => selected - from,
  isOpen: () => opened > 0,
  isSelected: () => selected > 0,
  coding,
  coded: () => coded - pressed,
  isCoded: () => coded > 0,
}
opening()
