using System.Text.Json;
using Goldthread.Core.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Goldthread.Register.People;

/// <summary>The tables of sign-in. They are no records: nothing of them is in the chain, in a search or in what leaves.</summary>
internal static class PeopleTables
{
    public static void Add(ModelBuilder model)
    {
        model.Entity<PersonRow>(table =>
        {
            table.ToTable("person");
            table.HasKey(row => row.Id);
            table.Ignore(row => row.PhoneNumber).Ignore(row => row.PhoneNumberConfirmed);
            table.Property(row => row.ConcurrencyStamp).IsConcurrencyToken();

            // Written by one statement where a code is taken, and never with the rest of a row that was read before.
            table.Property(row => row.LastCode).Metadata.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
            table.HasIndex(row => row.NormalizedUserName).IsUnique().HasDatabaseName("person_user_name");
        });
        model.Entity<HoldingRow>(table =>
        {
            table.ToTable("holding", checks => checks.HasCheckConstraint("holding_role", In("role", Enum.GetNames<Role>())));
            table.HasKey(row => row.Id);
            table.HasOne<PersonRow>().WithMany().HasForeignKey(row => row.Person).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<CoverRow>(table =>
        {
            table.ToTable("cover");
            table.HasKey(row => row.Id);
            table.HasOne<PersonRow>().WithMany().HasForeignKey(row => row.Person).OnDelete(DeleteBehavior.Cascade);
            table.HasOne<PersonRow>().WithMany().HasForeignKey(row => row.Deputy).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<SessionRow>(table =>
        {
            table.ToTable("session");
            table.HasKey(row => row.Key);
            table.HasIndex(row => row.EndsAt).HasDatabaseName("session_ends");
            table.HasOne<PersonRow>().WithMany().HasForeignKey(row => row.Person).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<PersonChangeRow>(table =>
        {
            table.ToTable("person_change");
            table.HasKey(row => row.Id);
            table.HasIndex(row => new { row.Person, row.At }).HasDatabaseName("person_change_of");
        });
        model.Entity<OpenedRow>(table =>
        {
            table.ToTable("opened");
            table.HasKey(row => row.Id);
            table.HasIndex(row => new { row.Record, row.At }).HasDatabaseName("opened_record");
            table.HasIndex(row => new { row.Person, row.At }).HasDatabaseName("opened_by");
        });
        model.Entity<KeptFormRow>(table =>
        {
            table.ToTable("kept_form");
            table.HasKey(row => row.Key);
            table.HasIndex(row => new { row.Person, row.EndsAt }).HasDatabaseName("kept_form_person");
            table.HasOne<PersonRow>().WithMany().HasForeignKey(row => row.Person).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<CookieKeyRow>(table =>
        {
            table.ToTable("cookie_key");
            table.HasKey(row => row.Name);
        });
        model.Entity<IdentityUserToken<Guid>>(table =>
        {
            table.ToTable("person_token");
            table.HasKey(row => new { row.UserId, row.LoginProvider, row.Name });
            table.HasOne<PersonRow>().WithMany().HasForeignKey(row => row.UserId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<IdentityUserLogin<Guid>>(table =>
        {
            table.ToTable("person_login");
            table.HasKey(row => new { row.LoginProvider, row.ProviderKey });
            table.HasOne<PersonRow>().WithMany().HasForeignKey(row => row.UserId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Ignore<IdentityPasskeyData>();
        model.Entity<IdentityUserPasskey<Guid>>(table =>
        {
            table.ToTable("person_passkey");
            table.HasKey(row => row.CredentialId);
            table.Property(row => row.Data).HasConversion(
                data => JsonSerializer.Serialize(data, JsonSerializerOptions.Default),
                text => JsonSerializer.Deserialize<IdentityPasskeyData>(text, JsonSerializerOptions.Default)!,
                new ValueComparer<IdentityPasskeyData>(
                    (one, other) => JsonSerializer.Serialize(one, JsonSerializerOptions.Default) == JsonSerializer.Serialize(other, JsonSerializerOptions.Default),
                    data => JsonSerializer.Serialize(data, JsonSerializerOptions.Default).GetHashCode(StringComparison.Ordinal),
                    data => JsonSerializer.Deserialize<IdentityPasskeyData>(JsonSerializer.Serialize(data, JsonSerializerOptions.Default), JsonSerializerOptions.Default)!));
            table.HasOne<PersonRow>().WithMany().HasForeignKey(row => row.UserId).OnDelete(DeleteBehavior.Cascade);
        });
    }

    private static string In(string column, IEnumerable<string> values) =>
        $"\"{column}\" IN ({string.Join(", ", values.Select(value => $"'{value.ToLowerInvariant()}'"))})";
}
