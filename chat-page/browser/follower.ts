/** The place in the conversation that the reader sees. */
export interface Follower {
  /** True when the reader sees the end of the conversation, or nearly. */
  isAtEnd(): boolean;
  /** Scrolls a message into view; one taller than the view by its start. */
  scrollTo(article: HTMLElement, otherwise: 'end' | 'nearest'): void;
  /** Offers a message that came below what the reader sees, who has scrolled up. */
  offer(article: HTMLElement): void;
}

/** Pixels from the end at which the reader still counts as being there. */
const nearEnd = 64;

/** Follows the reader through the conversation; the button leads to what came below. */
export function createFollower(log: HTMLElement, button: HTMLElement): Follower {
  let first: HTMLElement | undefined;
  const hide = (): void => {
    first = undefined;
    button.hidden = true;
  };
  // In a low window the whole page scrolls.
  const scrolled = (): Element =>
    getComputedStyle(log).overflowY === 'visible' ? (document.scrollingElement ?? log) : log;
  const follower: Follower = {
    isAtEnd() {
      const { scrollHeight, scrollTop, clientHeight } = scrolled();
      return scrollHeight - scrollTop - clientHeight <= nearEnd;
    },
    scrollTo(article, otherwise) {
      hide();
      const isTall = article.offsetHeight > Math.min(log.clientHeight, window.innerHeight);
      article.scrollIntoView({ block: isTall ? 'start' : otherwise });
    },
    offer(article) {
      first = first?.isConnected ? first : article;
      button.hidden = false;
    },
  };
  button.addEventListener('click', () => {
    if (first) follower.scrollTo(first, 'end');
    // The button is gone now: the keyboard goes on where the reader is.
    log.focus({ preventScroll: true });
  });
  for (const one of [log, document])
    one.addEventListener('scroll', () => {
      if (!button.hidden && follower.isAtEnd()) hide();
    });
  return follower;
}
