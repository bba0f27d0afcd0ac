using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Goldthread.Register.Migrations;

/// <summary>The first tables, on SQLite.</summary>
[DbContext(typeof(SqliteRegisterContext))]
[Migration("20261121000000_Foundations")]
public sealed class SqliteFoundations : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        CREATE TABLE record (
            id TEXT NOT NULL CONSTRAINT record_pk PRIMARY KEY,
            key INTEGER NOT NULL,
            kind TEXT NOT NULL,
            body TEXT NOT NULL,
            reference TEXT NOT NULL,
            slug TEXT NOT NULL,
            title TEXT NOT NULL,
            status TEXT NOT NULL,
            visibility TEXT NOT NULL,
            owner TEXT NULL,
            starts TEXT NULL,
            ends TEXT NULL,
            amount INTEGER NULL,
            revision INTEGER NOT NULL,
            changed_at TEXT NOT NULL,
            CONSTRAINT record_kind CHECK ("kind" IN ('decision', 'meeting', 'workshop', 'board', 'document', 'organisation')),
            CONSTRAINT record_status CHECK ("status" IN ('current', 'withdrawn', 'erased')),
            CONSTRAINT record_visibility CHECK ("visibility" IN ('public', 'partners', 'staff'))
        );
        CREATE UNIQUE INDEX record_key ON record (key);
        CREATE UNIQUE INDEX record_reference ON record (body, kind, reference);
        CREATE UNIQUE INDEX record_slug ON record (body, kind, slug);
        CREATE INDEX record_list ON record (kind, status, visibility, starts, key, amount, body);

        CREATE TABLE revision (
            sequence INTEGER NOT NULL CONSTRAINT revision_pk PRIMARY KEY,
            record TEXT NOT NULL,
            number INTEGER NOT NULL,
            at TEXT NOT NULL,
            who TEXT NOT NULL,
            process TEXT NOT NULL,
            reason TEXT NOT NULL,
            status TEXT NOT NULL,
            visibility TEXT NOT NULL,
            shape INTEGER NOT NULL,
            body TEXT NULL,
            derived TEXT NULL,
            salt TEXT NULL,
            content_hash TEXT NOT NULL,
            previous TEXT NOT NULL,
            hash TEXT NOT NULL,
            CONSTRAINT revision_status CHECK ("status" IN ('current', 'withdrawn', 'erased')),
            CONSTRAINT revision_visibility CHECK ("visibility" IN ('public', 'partners', 'staff')),
            CONSTRAINT revision_record_fk FOREIGN KEY (record) REFERENCES record (id) ON DELETE RESTRICT
        );
        CREATE UNIQUE INDEX revision_number ON revision (record, number);

        CREATE TABLE link (
            "from" TEXT NOT NULL,
            relation TEXT NOT NULL,
            "to" TEXT NOT NULL,
            audience TEXT NOT NULL,
            CONSTRAINT link_pk PRIMARY KEY ("from", relation, "to"),
            CONSTRAINT link_audience CHECK ("audience" IN ('public', 'partners', 'staff')),
            CONSTRAINT link_from_fk FOREIGN KEY ("from") REFERENCES record (id) ON DELETE RESTRICT,
            CONSTRAINT link_to_fk FOREIGN KEY ("to") REFERENCES record (id) ON DELETE RESTRICT
        );
        CREATE INDEX link_to ON link ("to", relation);

        CREATE TABLE pending (
            "from" TEXT NOT NULL,
            relation TEXT NOT NULL,
            kind TEXT NOT NULL,
            body TEXT NOT NULL,
            slug TEXT NOT NULL,
            reference TEXT NOT NULL,
            audience TEXT NOT NULL,
            CONSTRAINT pending_pk PRIMARY KEY ("from", relation, kind, body, slug),
            CONSTRAINT pending_audience CHECK ("audience" IN ('public', 'partners', 'staff')),
            CONSTRAINT pending_from_fk FOREIGN KEY ("from") REFERENCES record (id) ON DELETE RESTRICT
        );
        CREATE INDEX pending_waiting_for ON pending (kind, body, slug);

        CREATE TABLE field (
            record TEXT NOT NULL,
            name TEXT NOT NULL,
            position INTEGER NOT NULL,
            text TEXT NULL,
            number INTEGER NULL,
            day TEXT NULL,
            audience TEXT NOT NULL,
            CONSTRAINT field_pk PRIMARY KEY (record, name, position),
            CONSTRAINT field_audience CHECK ("audience" IN ('public', 'partners', 'staff')),
            CONSTRAINT field_record_fk FOREIGN KEY (record) REFERENCES record (id) ON DELETE RESTRICT
        );
        CREATE INDEX field_text ON field (name, text);

        CREATE TABLE due (
            id TEXT NOT NULL CONSTRAINT due_pk PRIMARY KEY,
            what TEXT NOT NULL,
            record TEXT NULL,
            at TEXT NOT NULL,
            claimed_until TEXT NULL,
            tries INTEGER NOT NULL
        );
        CREATE INDEX due_at ON due (at);

        CREATE TABLE original (
            sha256 TEXT NOT NULL CONSTRAINT original_pk PRIMARY KEY,
            file TEXT NOT NULL,
            bytes BLOB NOT NULL
        );

        CREATE VIRTUAL TABLE search USING fts5 (title, "public", partners, staff, tokenize = 'porter unicode61 remove_diacritics 2');
        """);
}

/// <summary>The first tables, on PostgreSQL.</summary>
[DbContext(typeof(PostgresRegisterContext))]
[Migration("20261121000000_Foundations")]
public sealed class PostgresFoundations : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        CREATE TABLE record (
            id uuid NOT NULL CONSTRAINT record_pk PRIMARY KEY,
            key bigint NOT NULL,
            kind text NOT NULL,
            body text NOT NULL,
            reference text NOT NULL,
            slug text NOT NULL,
            title text NOT NULL,
            status text NOT NULL,
            visibility text NOT NULL,
            owner text NULL,
            starts date NULL,
            ends date NULL,
            amount bigint NULL,
            revision integer NOT NULL,
            changed_at text NOT NULL,
            CONSTRAINT record_kind CHECK ("kind" IN ('decision', 'meeting', 'workshop', 'board', 'document', 'organisation')),
            CONSTRAINT record_status CHECK ("status" IN ('current', 'withdrawn', 'erased')),
            CONSTRAINT record_visibility CHECK ("visibility" IN ('public', 'partners', 'staff'))
        );
        CREATE UNIQUE INDEX record_key ON record (key);
        CREATE UNIQUE INDEX record_reference ON record (body, kind, reference);
        CREATE UNIQUE INDEX record_slug ON record (body, kind, slug);
        CREATE INDEX record_list ON record (kind, status, visibility, starts, key, amount, body);

        CREATE TABLE revision (
            sequence bigint NOT NULL CONSTRAINT revision_pk PRIMARY KEY,
            record uuid NOT NULL,
            number integer NOT NULL,
            at text NOT NULL,
            who text NOT NULL,
            process text NOT NULL,
            reason text NOT NULL,
            status text NOT NULL,
            visibility text NOT NULL,
            shape integer NOT NULL,
            body text NULL,
            derived text NULL,
            salt text NULL,
            content_hash text NOT NULL,
            previous text NOT NULL,
            hash text NOT NULL,
            CONSTRAINT revision_status CHECK ("status" IN ('current', 'withdrawn', 'erased')),
            CONSTRAINT revision_visibility CHECK ("visibility" IN ('public', 'partners', 'staff')),
            CONSTRAINT revision_record_fk FOREIGN KEY (record) REFERENCES record (id) ON DELETE RESTRICT
        );
        CREATE UNIQUE INDEX revision_number ON revision (record, number);

        CREATE TABLE link (
            "from" uuid NOT NULL,
            relation text NOT NULL,
            "to" uuid NOT NULL,
            audience text NOT NULL,
            CONSTRAINT link_pk PRIMARY KEY ("from", relation, "to"),
            CONSTRAINT link_audience CHECK ("audience" IN ('public', 'partners', 'staff')),
            CONSTRAINT link_from_fk FOREIGN KEY ("from") REFERENCES record (id) ON DELETE RESTRICT,
            CONSTRAINT link_to_fk FOREIGN KEY ("to") REFERENCES record (id) ON DELETE RESTRICT
        );
        CREATE INDEX link_to ON link ("to", relation);

        CREATE TABLE pending (
            "from" uuid NOT NULL,
            relation text NOT NULL,
            kind text NOT NULL,
            body text NOT NULL,
            slug text NOT NULL,
            reference text NOT NULL,
            audience text NOT NULL,
            CONSTRAINT pending_pk PRIMARY KEY ("from", relation, kind, body, slug),
            CONSTRAINT pending_audience CHECK ("audience" IN ('public', 'partners', 'staff')),
            CONSTRAINT pending_from_fk FOREIGN KEY ("from") REFERENCES record (id) ON DELETE RESTRICT
        );
        CREATE INDEX pending_waiting_for ON pending (kind, body, slug);

        CREATE TABLE field (
            record uuid NOT NULL,
            name text NOT NULL,
            position integer NOT NULL,
            text text NULL,
            number bigint NULL,
            day date NULL,
            audience text NOT NULL,
            CONSTRAINT field_pk PRIMARY KEY (record, name, position),
            CONSTRAINT field_audience CHECK ("audience" IN ('public', 'partners', 'staff')),
            CONSTRAINT field_record_fk FOREIGN KEY (record) REFERENCES record (id) ON DELETE RESTRICT
        );
        CREATE INDEX field_text ON field (name, text);

        CREATE TABLE due (
            id uuid NOT NULL CONSTRAINT due_pk PRIMARY KEY,
            what text NOT NULL,
            record uuid NULL,
            at text NOT NULL,
            claimed_until text NULL,
            tries integer NOT NULL
        );
        CREATE INDEX due_at ON due (at);

        CREATE TABLE original (
            sha256 text NOT NULL CONSTRAINT original_pk PRIMARY KEY,
            file text NOT NULL,
            bytes bytea NOT NULL
        );

        CREATE TABLE search (
            key bigint NOT NULL CONSTRAINT search_pk PRIMARY KEY,
            title text NOT NULL,
            public text NOT NULL,
            partners text NOT NULL,
            staff text NOT NULL,
            words_public tsvector GENERATED ALWAYS AS (
                setweight(to_tsvector('english', title), 'A') || to_tsvector('english', public)) STORED,
            words_partners tsvector GENERATED ALWAYS AS (
                setweight(to_tsvector('english', title), 'A') || to_tsvector('english', public) || to_tsvector('english', partners)) STORED,
            words_staff tsvector GENERATED ALWAYS AS (
                setweight(to_tsvector('english', title), 'A') || to_tsvector('english', public) || to_tsvector('english', partners) || to_tsvector('english', staff)) STORED
        );
        CREATE INDEX search_public ON search USING gin (words_public);
        CREATE INDEX search_partners ON search USING gin (words_partners);
        CREATE INDEX search_staff ON search USING gin (words_staff);
        """);
}
