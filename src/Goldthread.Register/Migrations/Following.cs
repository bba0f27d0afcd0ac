using Goldthread.Register.Records;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Goldthread.Register.Migrations;

/// <summary>Who follows what by email, and what drafts have in common with others, on SQLite.</summary>
[DbContext(typeof(SqliteRegisterContext))]
[Migration(Id)]
public sealed class SqliteFollowing : Migration
{
    internal const string Id = "20261122235000_Following";

    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        CREATE TABLE follower (
            id TEXT NOT NULL CONSTRAINT follower_pk PRIMARY KEY,
            mark TEXT NOT NULL,
            key_hash TEXT NOT NULL,
            box BLOB NOT NULL,
            asked_at TEXT NOT NULL,
            confirmed_at TEXT NULL
        );
        CREATE UNIQUE INDEX follower_key ON follower (key_hash);
        CREATE UNIQUE INDEX follower_waiting ON follower (mark) WHERE confirmed_at IS NULL;
        CREATE UNIQUE INDEX follower_confirmed ON follower (mark) WHERE confirmed_at IS NOT NULL;

        CREATE TABLE followed (
            follower TEXT NOT NULL,
            kind TEXT NOT NULL,
            subject TEXT NOT NULL,
            CONSTRAINT followed_pk PRIMARY KEY (follower, kind, subject),
            CONSTRAINT followed_kind CHECK ("kind" IN ('decisions', 'topic', 'organisation', 'series')),
            CONSTRAINT followed_follower_fk FOREIGN KEY (follower) REFERENCES follower (id) ON DELETE CASCADE
        );
        CREATE INDEX followed_subject ON followed (kind, subject);

        CREATE TABLE follow_news (
            follower TEXT NOT NULL,
            record TEXT NOT NULL,
            CONSTRAINT follow_news_pk PRIMARY KEY (follower, record),
            CONSTRAINT follow_news_follower_fk FOREIGN KEY (follower) REFERENCES follower (id) ON DELETE CASCADE
        );

        ALTER TABLE draft ADD COLUMN supplier TEXT NULL;
        ALTER TABLE draft ADD COLUMN commitment TEXT NULL;
        ALTER TABLE draft ADD COLUMN category TEXT NULL;
        UPDATE draft SET
            supplier = (SELECT lower(text) FROM draft_part WHERE draft_part.draft = draft.id AND name = 'supplier' AND text <> ''),
            commitment = (SELECT lower(text) FROM draft_part WHERE draft_part.draft = draft.id AND name = 'commitment' AND text <> ''),
            category = (SELECT lower(text) FROM draft_part WHERE draft_part.draft = draft.id AND name = 'category' AND text <> '');
        CREATE INDEX draft_supplier ON draft (body, supplier);
        CREATE INDEX draft_purpose ON draft (body, commitment, category);
        """);
}

/// <summary>The same on PostgreSQL.</summary>
[DbContext(typeof(PostgresRegisterContext))]
[Migration(SqliteFollowing.Id)]
public sealed class PostgresFollowing : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        CREATE TABLE follower (
            id uuid NOT NULL CONSTRAINT follower_pk PRIMARY KEY,
            mark text NOT NULL,
            key_hash text NOT NULL,
            box bytea NOT NULL,
            asked_at text NOT NULL,
            confirmed_at text NULL
        );
        CREATE UNIQUE INDEX follower_key ON follower (key_hash);
        CREATE UNIQUE INDEX follower_waiting ON follower (mark) WHERE confirmed_at IS NULL;
        CREATE UNIQUE INDEX follower_confirmed ON follower (mark) WHERE confirmed_at IS NOT NULL;

        CREATE TABLE followed (
            follower uuid NOT NULL,
            kind text NOT NULL,
            subject text NOT NULL,
            CONSTRAINT followed_pk PRIMARY KEY (follower, kind, subject),
            CONSTRAINT followed_kind CHECK ("kind" IN ('decisions', 'topic', 'organisation', 'series')),
            CONSTRAINT followed_follower_fk FOREIGN KEY (follower) REFERENCES follower (id) ON DELETE CASCADE
        );
        CREATE INDEX followed_subject ON followed (kind, subject);

        CREATE TABLE follow_news (
            follower uuid NOT NULL,
            record uuid NOT NULL,
            CONSTRAINT follow_news_pk PRIMARY KEY (follower, record),
            CONSTRAINT follow_news_follower_fk FOREIGN KEY (follower) REFERENCES follower (id) ON DELETE CASCADE
        );

        ALTER TABLE draft ADD COLUMN supplier text NULL;
        ALTER TABLE draft ADD COLUMN commitment text NULL;
        ALTER TABLE draft ADD COLUMN category text NULL;
        UPDATE draft SET
            supplier = (SELECT lower(text) FROM draft_part WHERE draft_part.draft = draft.id AND name = 'supplier' AND text <> ''),
            commitment = (SELECT lower(text) FROM draft_part WHERE draft_part.draft = draft.id AND name = 'commitment' AND text <> ''),
            category = (SELECT lower(text) FROM draft_part WHERE draft_part.draft = draft.id AND name = 'category' AND text <> '');
        CREATE INDEX draft_supplier ON draft (body, supplier);
        CREATE INDEX draft_purpose ON draft (body, commitment, category);
        """);
}
