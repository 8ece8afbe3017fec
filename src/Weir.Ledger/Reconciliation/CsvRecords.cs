using System.Text;

namespace Weir.Ledger.Reconciliation;

/// <summary>Reads comma-separated values record by record, however long the file is.</summary>
/// <remarks>
/// Source: RFC 4180, with LF as well as CRLF. A byte order mark is skipped.
/// <code>
/// date,model,cost
/// 2026-03-01,"a ""quoted"" name, with a comma",1.5
/// </code>
/// </remarks>
public sealed class CsvRecords(TextReader reader)
{
    private const int LongestField = 65_536;
    private const int MostFields = 1_000;

    private readonly StringBuilder _field = new();
    private int _line = 1;

    /// <summary>The line that the last record began on; the first is 1.</summary>
    public int Line { get; private set; }

    /// <summary>The fields of the next record that is not empty; null at the end.</summary>
    /// <exception cref="InvalidDataException">A quote is not closed, or something follows it; a field or a record is too long.</exception>
    public string[]? Read()
    {
        while (reader.Peek() >= 0)
        {
            Line = _line;
            var fields = ReadRecord();
            if (fields is not [{ Length: 0 }])
            {
                return fields;
            }
        }

        return null;
    }

    private string[] ReadRecord()
    {
        var fields = new List<string>();
        while (true)
        {
            var end = ReadField();
            fields.Add(_field.ToString());
            if (fields.Count > MostFields)
            {
                throw Wrong($"has more than {MostFields} columns");
            }

            if (end != ',')
            {
                return [.. fields];
            }
        }
    }

    // Gives what ended it: a comma, a line end, or -1.
    private int ReadField()
    {
        _ = _field.Clear();
        SkipMark();
        return reader.Peek() == '"' ? ReadQuoted() : ReadPlain();
    }

    private int ReadPlain()
    {
        while (true)
        {
            var next = reader.Read();
            if (next is ',' or -1 || IsLineEnd(next))
            {
                return next;
            }

            if (next == '"')
            {
                throw Wrong("has a quote in the middle of a field; a field with quotes stands in quotes, and each of its own is doubled");
            }

            Append((char)next);
        }
    }

    private int ReadQuoted()
    {
        _ = reader.Read();
        while (true)
        {
            var next = reader.Read();
            switch (next)
            {
                case -1:
                    throw Wrong("begins a field with a quote that is never closed");
                case '"' when reader.Peek() == '"':
                    _ = reader.Read();
                    Append('"');
                    break;
                case '"':
                    next = reader.Read();
                    return next is ',' or -1 || IsLineEnd(next) ? next : throw Wrong("has something behind the quote that closes a field");
                default:
                    _line += next == '\n' ? 1 : 0;
                    Append((char)next);
                    break;
            }
        }
    }

    private bool IsLineEnd(int letter)
    {
        if (letter == '\r' && reader.Peek() == '\n')
        {
            letter = reader.Read();
        }

        _line += letter is '\n' or '\r' ? 1 : 0;
        return letter is '\n' or '\r';
    }

    // Some readers hand the mark of UTF-8 on as a character.
    private void SkipMark()
    {
        if (_line == 1 && reader.Peek() == '\uFEFF')
        {
            _ = reader.Read();
        }
    }

    private void Append(char letter)
    {
        if (_field.Length == LongestField)
        {
            throw Wrong($"has a field of more than {LongestField} characters");
        }

        _ = _field.Append(letter);
    }

    private InvalidDataException Wrong(string what) => new($"line {Line} {what}.");
}
