// Tables that are searched for customers, filled from the summaries of their records by triggers, so that no writer can
// forget them. Words of three letters or more are found by their trigrams; all comparisons are of bytes.

/** Statements that create the search tables. */
export const createCustomerTables = `
  CREATE TABLE IF NOT EXISTS customer_entries (
    entry INTEGER PRIMARY KEY,
    partner BLOB NOT NULL,
    id BLOB NOT NULL,
    microsoft_id TEXT NOT NULL,
    reseller TEXT NOT NULL,
    offers TEXT NOT NULL,
    text TEXT NOT NULL,
    UNIQUE (partner, id)
  ) STRICT;
  CREATE INDEX IF NOT EXISTS customers_by_microsoft_id ON customer_entries (partner, microsoft_id);
  CREATE INDEX IF NOT EXISTS customers_by_reseller ON customer_entries (partner, reseller, id);
  CREATE VIRTUAL TABLE IF NOT EXISTS customer_texts USING fts5(
    text, content = 'customer_entries', content_rowid = 'entry', tokenize = 'trigram case_sensitive 1'
  );
  -- What is removed is not left in the index, as it may be the name of an erased customer.
  INSERT INTO customer_texts (customer_texts, rank) VALUES ('secure-delete', 1);
  -- Number of customers by the offer they bought; with the offer '' of all.
  CREATE TABLE IF NOT EXISTS customer_counts (
    partner BLOB NOT NULL,
    offer TEXT NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (partner, offer)
  ) STRICT, WITHOUT ROWID;
  -- Records without a summary: an older version of the program wrote them.
  CREATE TABLE IF NOT EXISTS customers_unsummarized (
    partner BLOB NOT NULL,
    id BLOB NOT NULL,
    PRIMARY KEY (partner, id)
  ) STRICT, WITHOUT ROWID;
  -- The form of all summaries of customers.
  CREATE TABLE IF NOT EXISTS customer_form (form INTEGER NOT NULL) STRICT;

  -- As this version has them, whichever made the database.
  DROP TRIGGER IF EXISTS customer_removed;
  DROP TRIGGER IF EXISTS customer_summarized;
  DROP TRIGGER IF EXISTS customer_unsummarized;
  CREATE TRIGGER IF NOT EXISTS customer_written AFTER INSERT ON documents WHEN new.kind = 'customers' BEGIN
    INSERT OR IGNORE INTO customers_unsummarized VALUES (new.partner, new.id);
  END;
  CREATE TRIGGER IF NOT EXISTS customer_rewritten AFTER UPDATE ON documents WHEN new.kind = 'customers' BEGIN
    INSERT OR IGNORE INTO customers_unsummarized VALUES (new.partner, new.id);
  END;
  CREATE TRIGGER customer_removed AFTER DELETE ON documents WHEN old.kind = 'customers' BEGIN
    DELETE FROM customers_unsummarized WHERE partner = old.partner AND id = old.id;
    DELETE FROM customer_entries WHERE partner = old.partner AND id = old.id;
  END;
  -- An entry stays while its record is rewritten: mostly its text is the same, and the trigrams are most of the work.
  CREATE TRIGGER customer_summarized AFTER INSERT ON summaries WHEN new.kind = 'customers' BEGIN
    INSERT INTO customer_form SELECT new.form WHERE NOT EXISTS (SELECT 1 FROM customer_form);
    DELETE FROM customers_unsummarized WHERE partner = new.partner AND id = new.id;
    INSERT INTO customer_entries (partner, id, microsoft_id, reseller, offers, text) VALUES (
      new.partner,
      new.id,
      lower(coalesce(json_extract(new.summary, '$.microsoftId'), '')),
      coalesce(json_extract(new.summary, '$.resellerId'), ''),
      coalesce(json_extract(new.summary, '$.offers'), '[]'),
      coalesce(json_extract(new.summary, '$.text'), '')
    ) ON CONFLICT DO UPDATE SET
      microsoft_id = excluded.microsoft_id,
      reseller = excluded.reseller,
      offers = excluded.offers,
      text = excluded.text;
  END;
  CREATE TRIGGER IF NOT EXISTS customer_entered AFTER INSERT ON customer_entries BEGIN
    INSERT INTO customer_texts (rowid, text) VALUES (new.entry, new.text);
    INSERT INTO customer_counts SELECT new.partner, '', 1 WHERE true
      ON CONFLICT DO UPDATE SET n = n + 1;
    INSERT INTO customer_counts SELECT new.partner, value, count(*) FROM json_each(new.offers) WHERE true GROUP BY value
      ON CONFLICT DO UPDATE SET n = n + excluded.n;
  END;
  CREATE TRIGGER IF NOT EXISTS customer_renamed AFTER UPDATE ON customer_entries WHEN old.text <> new.text BEGIN
    INSERT INTO customer_texts (customer_texts, rowid, text) VALUES ('delete', old.entry, old.text);
    INSERT INTO customer_texts (rowid, text) VALUES (new.entry, new.text);
  END;
  CREATE TRIGGER IF NOT EXISTS customer_bought AFTER UPDATE ON customer_entries WHEN old.offers <> new.offers BEGIN
    UPDATE customer_counts SET n = n - (SELECT count(*) FROM json_each(old.offers) WHERE value = offer)
      WHERE partner = old.partner AND offer <> '';
    INSERT INTO customer_counts SELECT new.partner, value, count(*) FROM json_each(new.offers) WHERE true GROUP BY value
      ON CONFLICT DO UPDATE SET n = n + excluded.n;
  END;
  CREATE TRIGGER IF NOT EXISTS customer_left AFTER DELETE ON customer_entries BEGIN
    INSERT INTO customer_texts (customer_texts, rowid, text) VALUES ('delete', old.entry, old.text);
    UPDATE customer_counts SET n = n - 1 WHERE partner = old.partner AND offer = '';
    UPDATE customer_counts SET n = n - (SELECT count(*) FROM json_each(old.offers) WHERE value = offer)
      WHERE partner = old.partner AND offer <> '';
  END;
`;

/** Statements that empty the search tables, so that every customer is summarized again. */
export const emptyCustomerTables = `
  DELETE FROM summaries WHERE kind = 'customers';
  DELETE FROM customer_entries;
  INSERT OR IGNORE INTO customers_unsummarized SELECT partner, id FROM documents WHERE kind = 'customers';
  DELETE FROM customer_form;
`;
