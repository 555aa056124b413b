import { fillTemplateText, pageElement, pageWords } from './pageWords.ts';
import { filesInWords, type FilesRead } from './settings.ts';

/** The callbacks of files that are chosen, dropped or pasted into the page. */
interface FilesPage {
  /** The files that the bot reads; undefined while none can be sent. */
  read(): FilesRead | undefined;
  send(file: File): Promise<unknown>;
}

/** The reason why a file is not sent, in words; undefined for one that the bot reads. */
function refusal(file: File, read: FilesRead): string | undefined {
  const { fileNotRead, fileTooLarge, fileEmpty } = pageWords();
  const values = { name: file.name, files: filesInWords(read), n: String(read.megabytes) };
  if (!read.endings.some((ending) => file.name.toLowerCase().endsWith(ending)))
    return fillTemplateText(fileNotRead, values);
  if (file.size > read.megabytes * 1024 * 1024) return fillTemplateText(fileTooLarge, values);
  return file.size === 0 ? fillTemplateText(fileEmpty, values) : undefined;
}

/** Sends files one after the other; those that the bot would not read are named instead. */
async function sendAll(files: readonly File[], page: FilesPage): Promise<void> {
  const read = page.read();
  if (!read || files.length === 0) return;
  const refused = files.map((file) => refusal(file, read));
  const note = pageElement('refused', HTMLElement);
  note.textContent = refused.filter((one) => one !== undefined).join('\n');
  note.hidden = note.textContent === '';
  for (const [at, file] of files.entries()) if (refused[at] === undefined) await page.send(file);
}

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;

/** Shows where files may be dropped while they are dragged over the page, and takes them anywhere on it. */
function listenToDrops(page: FilesPage): void {
  const target = pageElement('drop', HTMLElement);
  document.addEventListener('dragover', (event) => {
    if (!hasFiles(event)) return;
    // Without this the browser would open the file in place of the page.
    event.preventDefault();
    const read = page.read();
    target.hidden = read === undefined;
    pageElement('drop-kinds', HTMLElement).textContent = read ? filesInWords(read) : '';
    if (event.dataTransfer) event.dataTransfer.dropEffect = read ? 'copy' : 'none';
  });
  document.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) target.hidden = true;
  });
  document.addEventListener('drop', (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    target.hidden = true;
    void sendAll([...(event.dataTransfer?.files ?? [])], page);
  });
}

/** Connects the three ways of sending a file: the paper clip, a drop, and a file pasted into the message box. */
export function connectFiles(page: FilesPage): void {
  const input = pageElement('file', HTMLInputElement);
  pageElement('attach', HTMLButtonElement).addEventListener('click', () => {
    input.accept = page.read()?.endings.join(',') ?? '';
    input.click();
  });
  input.addEventListener('change', () => {
    void sendAll([...(input.files ?? [])], page);
    // The same file can be chosen again.
    input.value = '';
  });
  pageElement('text', HTMLTextAreaElement).addEventListener('paste', (event) => {
    const files = [...(event.clipboardData?.files ?? [])];
    // What is copied from a spreadsheet comes as text and as a picture of it: the text is meant.
    if (files.length === 0 || event.clipboardData?.types.includes('text/plain')) return;
    event.preventDefault();
    void sendAll(files, page);
  });
  listenToDrops(page);
}
