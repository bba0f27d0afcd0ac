using Goldthread.Core.Diagnostics;

namespace Goldthread.Core.Pathways.Reading;

/// <summary>One of the map's files: its columns by name, in any order, and its rows.</summary>
internal sealed class MapTable
{
    private readonly string[] _columns;
    private readonly Dictionary<string, int> _position = new(StringComparer.Ordinal);
    private readonly List<MapProblem> _problems;
    private readonly CsvReader? _csv;
    private readonly int _width;

    public MapTable(IReadOnlyDictionary<string, string> files, string file, string columns, List<MapProblem> problems)
    {
        (File, _problems, _columns) = (file, problems, columns.Split(','));
        if (!files.TryGetValue(file, out var text))
        {
            Error(1, 1, "The file is missing.");
            return;
        }
        _csv = new CsvReader(text, Error);
        var header = new List<CsvField>();
        if (!_csv.Read(header))
        {
            Error(1, 1, $"The file has no header row; expected the columns {columns}.");
            _csv = null;
            return;
        }
        _width = header.Count;
        ReadHeader(header);
    }

    public string File { get; }

    /// <summary>Whether the column is there; where it is not, the file can vouch for nothing in it.</summary>
    public bool Has(string column) => _position.ContainsKey(column);

    /// <summary>The rows. One with too few or too many fields is reported, and keeps what it has of its columns.</summary>
    public IEnumerable<MapRow> Rows()
    {
        var fields = new List<CsvField>();
        while (_csv is not null && _csv.Read(fields))
        {
            var whole = fields.Count == _width;
            if (!whole)
            {
                var place = fields[Math.Min(_width, fields.Count - 1)];
                Error(place.Line, place.Column, $"The row has {Count(fields.Count)}, the header {_width}.");
            }
            yield return new MapRow(this, fields, whole);
        }
    }

    public void Error(int line, int column, string message) => _problems.Add(new MapProblem(File, line, column, Severity.Error, message));

    public void Error(CsvField field, string message) => Error(field.Line, field.Column, message);

    public void Warn(CsvField field, string message) =>
        _problems.Add(new MapProblem(File, field.Line, field.Column, Severity.Warning, message));

    public int? Position(string column) => _position.TryGetValue(column, out var at) ? at : null;

    private void ReadHeader(List<CsvField> header)
    {
        for (var i = 0; i < header.Count; i++)
        {
            if (!_columns.Contains(header[i].Text))
            {
                Warn(header[i], $"The column \"{header[i].Text}\" is not known, and not read.");
            }
            else if (!_position.TryAdd(header[i].Text, i))
            {
                Error(header[i], $"The column \"{header[i].Text}\" stands twice.");
            }
        }
        foreach (var column in _columns.Where(column => !_position.ContainsKey(column)))
        {
            Error(header[0], $"The column \"{column}\" is missing.");
        }
    }

    private static string Count(int fields) => fields == 1 ? "1 field" : $"{fields} fields";
}

/// <summary>A row of a <see cref="MapTable"/>. It is good until the next one is read.</summary>
internal readonly struct MapRow(MapTable table, List<CsvField> fields, bool whole)
{
    /// <summary>Whether it has as many fields as the header.</summary>
    public bool Whole => whole;

    /// <summary>The field in the column; null where the file lacks the column or the row the field.</summary>
    public CsvField? this[string column] => table.Position(column) is { } at && at < fields.Count ? fields[at] : null;
}
