/**
 * Keeps the page as high as the on-screen keyboard leaves it, where the keyboard lies over the page (Safari does not know
 * `interactive-widget`): so the message box is not behind it.
 */
export function fitKeyboard(): void {
  const view = window.visualViewport;
  view?.addEventListener('resize', () => {
    const { style } = document.documentElement;
    // A page that is zoomed into is not smaller.
    const isCovered = view.scale < 1.05 && view.height < window.innerHeight - 1;
    if (!isCovered) return void style.removeProperty('--height');
    style.setProperty('--height', `${String(view.height)}px`);
    // Safari has moved the page up to show the box where it was.
    window.scrollTo(0, 0);
  });
}
