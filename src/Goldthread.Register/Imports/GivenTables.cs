using Microsoft.EntityFrameworkCore;

namespace Goldthread.Register.Imports;

/// <summary>The tables of what was given in the browser and is being read. They are no records: a given file becomes one or says why not.</summary>
internal static class GivenTables
{
    public static void Add(ModelBuilder model)
    {
        model.Entity<GivenRow>(table =>
        {
            table.ToTable("given", checks => checks.HasCheckConstraint("given_visibility", "\"visibility\" IN ('public', 'partners', 'staff')"));
            table.HasKey(row => row.Id);
            table.HasIndex(row => row.At).HasDatabaseName("given_at");
        });
        model.Entity<GivenFileRow>(table =>
        {
            table.ToTable("given_file", checks => checks.HasCheckConstraint("given_file_result", "\"result\" IN ('read', 'unchanged', 'failed')"));
            table.HasKey(row => new { row.Given, row.Number });
            table.HasIndex(row => new { row.Result, row.Given, row.Number }).HasDatabaseName("given_file_waiting");
            table.HasOne<GivenRow>().WithMany().HasForeignKey(row => row.Given).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
