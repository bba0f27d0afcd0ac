using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Goldthread.Register.Records;

/// <summary>A transaction that sees the register as it is at one moment and blocks nobody.</summary>
internal static class Snapshot
{
    public static async Task<IDbContextTransaction> BeginSnapshotAsync(this DatabaseFacade facade, RegisterDatabase database, CancellationToken stop)
    {
        if (database.SqliteFile is null)
            return await facade.BeginTransactionAsync(IsolationLevel.RepeatableRead, stop);
        await facade.OpenConnectionAsync(stop);
        var transaction = ((SqliteConnection)facade.GetDbConnection()).BeginTransaction(deferred: true);
        return (await facade.UseTransactionAsync(transaction, stop))!;
    }
}
