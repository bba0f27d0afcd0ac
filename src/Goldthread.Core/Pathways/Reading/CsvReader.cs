using System.Text;

namespace Goldthread.Core.Pathways.Reading;

/// <summary>A field and where it starts.</summary>
internal readonly record struct CsvField(string Text, int Line, int Column);

/// <summary>Reads CSV as RFC 4180 has it, row by row, keeping the place of every field.</summary>
/// <remarks>
/// Lines end in LF or CRLF. A byte order mark is skipped, and so are blank lines (spaces and tabs apart).
/// What breaks the format is reported, and reading goes on as well as it can, so that one stray quote does
/// not hide the other errors.
/// </remarks>
internal sealed class CsvReader(string text, Action<int, int, string> complain)
{
    private readonly StringBuilder _quoted = new();
    private int _at = text.StartsWith('\uFEFF') ? 1 : 0;
    private int _line = 1;
    private int _column = 1;

    /// <summary>Fills the row with the next one's fields; false at the end.</summary>
    public bool Read(List<CsvField> row)
    {
        while (_at < text.Length)
        {
            row.Clear();
            var start = _at;
            ReadRow(row);
            if (!text.AsSpan(start, _at - start).IsWhiteSpace())
            {
                return true;
            }
        }
        return false;
    }

    private void ReadRow(List<CsvField> row)
    {
        row.Add(ReadField());
        while (_at < text.Length && text[_at] == ',')
        {
            Step();
            row.Add(ReadField());
        }
        if (_at < text.Length)
        {
            _at += text[_at] == '\r' ? 2 : 1;
            NewLine();
        }
    }

    private CsvField ReadField() =>
        _at < text.Length && text[_at] == '"' ? ReadQuoted() : ReadPlain();

    private CsvField ReadPlain()
    {
        var (start, line, column) = (_at, _line, _column);
        while (!AtFieldEnd())
        {
            if (text[_at] == '"')
            {
                complain(_line, _column, "A quote inside a field that does not start with one; quote the field and double the quote.");
            }
            else if (text[_at] == '\r')
            {
                complain(_line, _column, "A carriage return without a line feed; lines end in LF or CRLF.");
            }
            Step();
        }
        return new CsvField(_at == start ? "" : text[start.._at], line, column);
    }

    private CsvField ReadQuoted()
    {
        var (line, column) = (_line, _column);
        _quoted.Clear();
        Step();
        while (true)
        {
            if (_at >= text.Length)
            {
                complain(line, column, "A quote that is never closed.");
                break;
            }
            if (text[_at] != '"')
            {
                TakeInto(_quoted);
            }
            else if (_at + 1 < text.Length && text[_at + 1] == '"')
            {
                Step();
                TakeInto(_quoted);
            }
            else
            {
                Step();
                break;
            }
        }
        ReadAfterQuote();
        return new CsvField(_quoted.ToString(), line, column);
    }

    private void ReadAfterQuote()
    {
        if (!AtFieldEnd())
        {
            complain(_line, _column, "Text after the closing quote; a comma or the end of the line was expected.");
        }
        while (!AtFieldEnd())
        {
            TakeInto(_quoted);
        }
    }

    private bool AtFieldEnd() =>
        _at >= text.Length || text[_at] is ',' or '\n' || (text[_at] == '\r' && _at + 1 < text.Length && text[_at + 1] == '\n');

    private void TakeInto(StringBuilder field)
    {
        var character = text[_at];
        field.Append(character);
        Step();
        if (character == '\n')
        {
            NewLine();
        }
    }

    private void Step()
    {
        if (!char.IsLowSurrogate(text[_at]))
        {
            _column++;
        }
        _at++;
    }

    private void NewLine()
    {
        _line++;
        _column = 1;
    }
}
