const key = 'appearance';

/** The page's appearances: the system's, or always one of the two. */
export const appearances = ['system', 'light', 'dark'] as const;

/** One of the page's appearances. */
type Appearance = (typeof appearances)[number];

/** The appearance chosen in this browser, else the system's. */
export function keptAppearance(): Appearance {
  const kept = localStorage.getItem(key);
  return appearances.find((one) => one === kept) ?? 'system';
}

/** Shows the page in the appearance of that name and keeps it; any other name is the system's. */
export function setAppearance(name: string): void {
  localStorage.setItem(key, name);
  document.documentElement.dataset['theme'] = keptAppearance();
}

// This file is loaded before the page is painted, so that a dark page never begins with a white flash.
setAppearance(keptAppearance());
