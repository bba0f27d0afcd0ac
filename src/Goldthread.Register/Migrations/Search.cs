using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Goldthread.Register.Migrations;

/// <summary>
/// What search counts by, the words to suggest, and by which derivation rows were made, on SQLite. The search index
/// begins empty: the first start after it derives everything again (<see cref="Migrator"/>).
/// </summary>
[DbContext(typeof(SqliteRegisterContext))]
[Migration("20261122100000_Search")]
public sealed class SqliteSearch : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        ALTER TABLE record ADD COLUMN facets TEXT NOT NULL DEFAULT '';
        CREATE INDEX record_by_slug ON record (slug);
        CREATE INDEX record_found ON record (key, status, visibility, owner, id, starts, facets);

        CREATE TABLE word (
            word TEXT NOT NULL CONSTRAINT word_pk PRIMARY KEY,
            backwards TEXT NOT NULL
        );
        CREATE INDEX word_backwards ON word (backwards);

        CREATE TABLE derivation (
            version TEXT NOT NULL CONSTRAINT derivation_pk PRIMARY KEY
        );

        DROP TABLE search;
        CREATE VIRTUAL TABLE search USING fts5 (title, "public", partners, staff, facets, tokenize = 'porter unicode61 remove_diacritics 2');
        """);
}

/// <summary>The same on PostgreSQL.</summary>
[DbContext(typeof(PostgresRegisterContext))]
[Migration("20261122100000_Search")]
public sealed class PostgresSearch : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        ALTER TABLE record ADD COLUMN facets text NOT NULL DEFAULT '';
        CREATE INDEX record_by_slug ON record (slug);

        CREATE TABLE word (
            word text COLLATE "C" NOT NULL CONSTRAINT word_pk PRIMARY KEY,
            backwards text COLLATE "C" NOT NULL
        );
        CREATE INDEX word_backwards ON word (backwards);

        CREATE TABLE derivation (
            version text NOT NULL CONSTRAINT derivation_pk PRIMARY KEY
        );

        DROP TABLE search;
        CREATE TABLE search (
            key bigint NOT NULL CONSTRAINT search_pk PRIMARY KEY,
            title text NOT NULL,
            public text NOT NULL,
            partners text NOT NULL,
            staff text NOT NULL,
            facets text NOT NULL,
            words_public tsvector GENERATED ALWAYS AS (
                setweight(to_tsvector('english', title), 'A') || to_tsvector('english', public)
                || array_to_tsvector(string_to_array(facets, ' '))) STORED,
            words_partners tsvector GENERATED ALWAYS AS (
                setweight(to_tsvector('english', title), 'A') || to_tsvector('english', public) || to_tsvector('english', partners)
                || array_to_tsvector(string_to_array(facets, ' '))) STORED,
            words_staff tsvector GENERATED ALWAYS AS (
                setweight(to_tsvector('english', title), 'A') || to_tsvector('english', public) || to_tsvector('english', partners) || to_tsvector('english', staff)
                || array_to_tsvector(string_to_array(facets, ' '))) STORED
        );
        -- Long texts stand elsewhere, so that what a search counts is close together.
        ALTER TABLE search SET (toast_tuple_target = 128);
        CREATE INDEX search_public ON search USING gin (words_public);
        CREATE INDEX search_partners ON search USING gin (words_partners);
        CREATE INDEX search_staff ON search USING gin (words_staff);
        """);
}
