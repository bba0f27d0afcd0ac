namespace Goldthread.Core.Pathways.Reading;

/// <summary>The dimensions, and where each value stands among its dimension's.</summary>
internal sealed class DimensionsReader
{
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
    private readonly List<List<string>> _values = [];
    private readonly List<Dictionary<string, int>> _valueIndex = [];
    private readonly List<string> _names = [];

    public DimensionsReader(MapTable table)
    {
        Known = table.Has("dimension") && table.Has("value");
        foreach (var row in table.Rows())
        {
            if (row["dimension"] is { } dimension && row["value"] is { } value)
            {
                Add(table, dimension, value);
            }
        }
        if (Known && _names.Count == 0)
        {
            table.Error(1, 1, "A map has at least one dimension with at least one value; there is no row.");
        }
    }

    /// <summary>Whether the file could be read, so that a name not found is an error of whoever uses it.</summary>
    public bool Known { get; }

    public IReadOnlyList<Dimension> All => [.. _names.Select((name, i) => new Dimension(name, _values[i]))];

    /// <summary>The dimension and value named by a row of another file; reports what is not there.</summary>
    public (int Dimension, int Value)? Find(MapTable table, CsvField dimension, CsvField value)
    {
        if (!_index.TryGetValue(dimension.Text, out var d))
        {
            if (Known)
            {
                table.Error(dimension, $"dimension: there is no dimension \"{dimension.Text}\".");
            }
            return null;
        }
        if (!_valueIndex[d].TryGetValue(value.Text, out var v))
        {
            table.Error(value, $"value: the dimension \"{dimension.Text}\" has no value \"{value.Text}\".");
            return null;
        }
        return (d, v);
    }

    private void Add(MapTable table, CsvField dimension, CsvField value)
    {
        if (!Fields.IsId(table, dimension, "dimension") | !Fields.IsId(table, value, "value"))
        {
            return;
        }
        if (!_index.TryGetValue(dimension.Text, out var d))
        {
            d = _index[dimension.Text] = _names.Count;
            _names.Add(dimension.Text);
            _values.Add([]);
            _valueIndex.Add(new(StringComparer.Ordinal));
        }
        if (!_valueIndex[d].TryAdd(value.Text, _values[d].Count))
        {
            table.Error(value, $"value: \"{value.Text}\" stands twice in the dimension \"{dimension.Text}\".");
            return;
        }
        _values[d].Add(value.Text);
    }
}
