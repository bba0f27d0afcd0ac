namespace Goldthread.Core.Pathways.Reading;

/// <summary>The needs by id.</summary>
internal sealed class NeedsReader
{
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
    private readonly List<Need> _all = [];
    private readonly bool _known;

    public NeedsReader(MapTable table)
    {
        _known = table.Has("need");
        foreach (var row in table.Rows())
        {
            if (row["need"] is not { } need || !Fields.IsId(table, need, "need"))
            {
                continue;
            }
            if (!_index.TryAdd(need.Text, _all.Count))
            {
                table.Error(need, $"need: \"{need.Text}\" stands twice.");
                continue;
            }
            _all.Add(new Need(need.Text, row["name"]?.Text ?? ""));
        }
        if (_known && _all.Count == 0)
        {
            table.Error(1, 1, "A map has at least one need; there is no row.");
        }
    }

    public IReadOnlyList<Need> All => _all;

    /// <summary>The need named by a row of another file; reports one that is not there.</summary>
    public int? Find(MapTable table, CsvField need)
    {
        if (_index.TryGetValue(need.Text, out var index))
        {
            return index;
        }
        if (_known)
        {
            table.Error(need, $"need: there is no need \"{need.Text}\".");
        }
        return null;
    }
}
