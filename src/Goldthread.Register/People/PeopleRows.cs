using Goldthread.Core.People;
using Microsoft.AspNetCore.Identity;

namespace Goldthread.Register.People;

/// <summary>A row of the table <c>person</c>: somebody who signs in. Nobody who is served is ever one.</summary>
public sealed class PersonRow : IdentityUser<Guid>
{
    /// <summary>Her name as colleagues see it.</summary>
    public string Name { get; set; } = "";

    /// <summary>The office she holds, as the public sees it.</summary>
    public string Office { get; set; } = "";

    /// <summary>The reference of her organisation; null for the body's own staff.</summary>
    public string? Organisation { get; set; }

    public DateTime JoinedAt { get; set; }

    /// <summary>Since when she may not sign in: she has left, or an administrator said so.</summary>
    public DateTime? LeftAt { get; set; }

    /// <summary>The last step of time whose code was accepted: a code works once.</summary>
    public long LastCode { get; set; }

    /// <summary>Whether a digest of what waits goes to her once a week.</summary>
    public bool Digest { get; set; } = true;

    /// <summary>When she last looked at her desk; what changed since is new to her.</summary>
    public DateTime? LookedAt { get; set; }

    /// <summary>Somebody who comes in now, and has not signed in yet.</summary>
    public static PersonRow New(string email, string name, string office, string? organisation, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(),
        Name = name,
        Office = office,
        Organisation = organisation,
        UserName = email,
        NormalizedUserName = Normal(email),
        Email = email,
        NormalizedEmail = Normal(email),
        EmailConfirmed = true,
        LockoutEnabled = true,
        SecurityStamp = Guid.NewGuid().ToString("N"),
        ConcurrencyStamp = Guid.NewGuid().ToString("N"),
        JoinedAt = now,
    };

    /// <summary>An address as it is looked up: however it was written, it is one person's.</summary>
    public static string Normal(string email) => email.Trim().ToUpperInvariant();
}

/// <summary>A row of the table <c>holding</c>: a role for a time.</summary>
public sealed class HoldingRow
{
    public Guid Id { get; set; }

    public Guid Person { get; set; }

    public Role Role { get; set; }

    public AdviceField? Advice { get; set; }

    public DateOnly Starts { get; set; }

    public DateOnly? Ends { get; set; }

    public Holding ToHolding() => new(Role, Advice, Starts, Ends);
}

/// <summary>A row of the table <c>cover</c>: a deputy for a time.</summary>
public sealed class CoverRow
{
    public Guid Id { get; set; }

    /// <summary>Who is covered.</summary>
    public Guid Person { get; set; }

    public Guid Deputy { get; set; }

    public DateOnly Starts { get; set; }

    public DateOnly Ends { get; set; }

    public string Reason { get; set; } = "";
}

/// <summary>A row of the table <c>session</c>: one browser that is signed in. The browser has the key; here is only its hash.</summary>
public sealed class SessionRow
{
    public string Key { get; set; } = "";

    public Guid Person { get; set; }

    /// <summary>How she proved that it is she: <c>password</c>, <c>code</c> (a password and a code), <c>passkey</c>, <c>provider</c>.</summary>
    public string Proof { get; set; } = "";

    public DateTime ProvedAt { get; set; }

    public DateTime At { get; set; }

    public DateTime SeenAt { get; set; }

    public DateTime EndsAt { get; set; }

    /// <summary>The kind of browser, in words, so that she knows it again in the list of her sessions.</summary>
    public string Browser { get; set; } = "";
}

/// <summary>A row of the table <c>person_change</c>: who changed what about a person, when and why; never changed afterwards.</summary>
public sealed class PersonChangeRow
{
    public Guid Id { get; set; }

    public Guid Person { get; set; }

    public DateTime At { get; set; }

    /// <summary>Who changed it: a person's name and office, or the command.</summary>
    public string Who { get; set; } = "";

    public string What { get; set; } = "";

    public string Reason { get; set; } = "";
}

/// <summary>A row of the table <c>opened</c>: that somebody of staff or a partner opened a record. Visits of the public are never kept.</summary>
public sealed class OpenedRow
{
    public Guid Id { get; set; }

    public DateTime At { get; set; }

    public Guid Person { get; set; }

    public Guid Record { get; set; }

    /// <summary>The number of the revision that she saw.</summary>
    public int Revision { get; set; }

    /// <summary>What of it: <c>page</c>, <c>history</c>, <c>source</c>, <c>json</c>, <c>file</c>.</summary>
    public string What { get; set; } = "";
}

/// <summary>A row of the table <c>kept_form</c>: what was typed when a sign-in ran out, encrypted, until its person comes back or an hour is over.</summary>
public sealed class KeptFormRow
{
    /// <summary>The hash of the key that her browser has.</summary>
    public string Key { get; set; } = "";

    public Guid Person { get; set; }

    public DateTime EndsAt { get; set; }

    public byte[] Box { get; set; } = [];
}

/// <summary>A row of the table <c>cookie_key</c>: a key that protects cookies, itself encrypted with a key that is outside the database.</summary>
public sealed class CookieKeyRow
{
    public string Name { get; set; } = "";

    public string Xml { get; set; } = "";
}
