/** Focusable elements. */
const focusable =
  'a[href], button:not([disabled]), input:not([disabled]):not([type="hidden"]), textarea:not([disabled]):not([readonly]), [role="combobox"]:not([aria-disabled="true"])';

/** The field for a name or a group: itself, the selected one of its radios, or the first element in it. */
export function fieldIn(place: HTMLElement): HTMLElement | null {
  if (place.matches(focusable)) return place;
  return place.querySelector<HTMLElement>('input[type="radio"]:checked') ?? place.querySelector<HTMLElement>(focusable);
}

/** Scrolls a place into view, clear of the fixed bar, and focuses it or the given target. */
export function reveal(place: HTMLElement, target: HTMLElement = place) {
  if (!target.matches(focusable) && !target.hasAttribute("tabindex")) target.tabIndex = -1;
  target.focus({ preventScroll: true });
  const fits = place.offsetHeight < window.innerHeight * 0.75;
  place.scrollIntoView({ block: fits ? "nearest" : "start" });
  if (!fits && target !== place) target.scrollIntoView({ block: "nearest" });
}
