import * as z from 'zod';
import type { Locale } from '../../locales/translator.ts';
import type { TableFormat } from './tableFormat.ts';

/** Request for a file: its kind and parameters, small enough to travel with a card and to be repeated. */
export interface FileRequest {
  readonly kind: string;
  readonly [name: string]: string;
}

/** Content of a produced file. */
export interface ProducedFile {
  /** Name without extension, for people. */
  readonly name: string;
  readonly format: TableFormat;
  /** The first row names the columns. */
  readonly rows: readonly (readonly (string | number)[])[];
  /** Empty rows of a workbook that keep input as text, except in the free columns. */
  readonly room?: { readonly rows: number; readonly freeColumns: readonly number[] };
  /** Remark about the file, in the user's language. */
  readonly note?: string;
}

/** Receives the progress of a file; `of` when the total is known. */
export type ReportProgress = (done: number, of: number | undefined) => void;

/** Kinds of files that a user may have. */
export const fileKinds = ['customers', 'subscriptions', 'renewals', 'importTemplate', 'importRows'] as const;
export type FileKind = (typeof fileKinds)[number];

/** File that a user may have, produced after the turn. Data only: the table of producers makes the file of it. */
export interface FileOrder {
  readonly request: FileRequest & { readonly kind: FileKind };
  readonly userId: string;
  readonly userName: string;
  readonly language: Locale;
  /** Time of the order, in ISO 8601, and the user's local date. */
  readonly at: string;
  readonly today: string;
  readonly conversation: Readonly<Record<string, unknown>>;
}

/** Upload data that Teams sends for an accepted file (bots/how-to/bots-filesv4). */
export const uploadInfo = z.object({
  name: z.string().max(400),
  uploadUrl: z.string().max(8_000),
  contentUrl: z.string().max(8_000),
  uniqueId: z.string().max(200),
  fileType: z.string().max(40),
});
export type UploadInfo = z.infer<typeof uploadInfo>;

/** Accepted file and its upload target. */
export interface FileUpload {
  readonly order: FileOrder;
  /** Id of the offer. */
  readonly file: string;
  readonly to: UploadInfo;
}
