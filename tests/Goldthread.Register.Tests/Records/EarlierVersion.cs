using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.Tests.Records;

/// <summary>Takes a register's tables back to what an earlier version of the program had, its records as they are.</summary>
internal static class EarlierVersion
{
    private const string Sqlite = """
        DROP TABLE minutes_correction;
        DROP TABLE minutes_text;
        DROP TABLE minutes;
        DROP TABLE action_left;
        DROP TABLE proposal;
        DROP TABLE follow_news;
        DROP TABLE followed;
        DROP TABLE follower;
        DROP TABLE draft_acknowledgement;
        DROP TABLE draft_advice;
        DROP TABLE draft_comment;
        DROP TABLE draft_step;
        DROP TABLE draft_aside;
        DROP TABLE draft_part;
        DROP TABLE draft;
        DROP TABLE part2_opened;
        DROP TABLE part2_reader;
        DROP TABLE part2_revision;
        DROP TABLE part2;
        PRAGMA writable_schema = ON;
        UPDATE sqlite_schema SET sql = replace(sql, ', ''rule'', ''map'', ''door'', ''service'', ''assessment'', ''what-if'', ''action''', '') WHERE type = 'table' AND name = 'record';
        PRAGMA writable_schema = RESET;
        DROP TABLE given_file;
        DROP TABLE given;
        DROP INDEX record_latest;
        DROP TABLE hand_over;
        DROP TABLE ask;
        DROP TABLE kept_form;
        DROP TABLE person_passkey;
        DROP TABLE person_login;
        DROP TABLE person_token;
        DROP TABLE cookie_key;
        DROP TABLE opened;
        DROP TABLE person_change;
        DROP TABLE session;
        DROP TABLE cover;
        DROP TABLE holding;
        DROP TABLE person;
        DROP INDEX record_found;
        DROP INDEX record_changed;
        DROP TRIGGER record_tallied;
        DROP TRIGGER record_untallied;
        DROP TRIGGER record_retallied;
        DROP TABLE tally;
        DROP INDEX record_by_slug;
        ALTER TABLE record DROP COLUMN facets;
        DROP TABLE word;
        DROP TABLE derivation;
        DROP TABLE search;
        CREATE VIRTUAL TABLE search USING fts5 (title, "public", partners, staff, tokenize = 'porter unicode61 remove_diacritics 2');
        DELETE FROM field WHERE name IN ('topic', 'name');
        DELETE FROM "__EFMigrationsHistory" WHERE "MigrationId" > '20261121000000_Foundations';
        """;

    private const string Postgres = """
        DROP TABLE minutes_correction;
        DROP TABLE minutes_text;
        DROP TABLE minutes;
        DROP TABLE action_left;
        DROP TABLE proposal;
        DROP TABLE follow_news;
        DROP TABLE followed;
        DROP TABLE follower;
        DROP TABLE draft_acknowledgement;
        DROP TABLE draft_advice;
        DROP TABLE draft_comment;
        DROP TABLE draft_step;
        DROP TABLE draft_aside;
        DROP TABLE draft_part;
        DROP TABLE draft;
        DROP TABLE part2_opened;
        DROP TABLE part2_reader;
        DROP TABLE part2_revision;
        DROP TABLE part2;
        ALTER TABLE record DROP CONSTRAINT record_kind;
        ALTER TABLE record ADD CONSTRAINT record_kind CHECK ("kind" IN ('decision', 'meeting', 'workshop', 'board', 'document', 'organisation'));
        DROP TABLE given_file;
        DROP TABLE given;
        DROP INDEX record_latest;
        DROP TABLE hand_over;
        DROP TABLE ask;
        DROP TABLE kept_form;
        DROP TABLE person_passkey;
        DROP TABLE person_login;
        DROP TABLE person_token;
        DROP TABLE cookie_key;
        DROP TABLE opened;
        DROP TABLE person_change;
        DROP TABLE session;
        DROP TABLE cover;
        DROP TABLE holding;
        DROP TABLE person;
        DROP INDEX record_changed;
        DROP TRIGGER record_tallied ON record;
        DROP FUNCTION tally_record;
        DROP FUNCTION year_of;
        DROP TABLE tally;
        DROP INDEX record_by_slug;
        ALTER TABLE record DROP COLUMN facets;
        DROP TABLE word;
        DROP TABLE derivation;
        DROP TABLE search;
        CREATE TABLE search (key bigint NOT NULL CONSTRAINT search_pk PRIMARY KEY, title text NOT NULL);
        DELETE FROM field WHERE name IN ('topic', 'name');
        DELETE FROM "__EFMigrationsHistory" WHERE "MigrationId" > '20261121000000_Foundations';
        """;

    /// <summary>Takes it back to the first version.</summary>
    public static async Task GoBackToFoundationsAsync(this TestRegister register)
    {
        await using var context = register.Database.Open();
        await context.Database.ExecuteSqlRawAsync(register.Database.SqliteFile is not null ? Sqlite : Postgres);
    }
}
