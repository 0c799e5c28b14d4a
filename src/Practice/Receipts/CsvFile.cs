using System.Text;

namespace Unknot.Practice.Receipts;

/// <summary>
/// A table as a file (RFC 4180) that a spreadsheet opens. What a spreadsheet would take for a formula gets an apostrophe in front, which it reads as "this is text".
/// </summary>
public sealed class CsvFile
{
    private static readonly char[] Formulas = ['=', '+', '-', '@', '|', '\uFF1D', '\uFF0B', '\uFF0D', '\uFF20'];

    private readonly StringBuilder _text = new();
    private readonly int _columns;

    public CsvFile(params string[] columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        _columns = columns.Length;
        Add(columns);
    }

    /// <exception cref="ArgumentException">It has more or fewer fields than the table has columns.</exception>
    public void Add(params string[] fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        if (fields.Length != _columns)
        {
            throw new ArgumentException($"The table has {_columns} columns; {fields.Length} fields were given.", nameof(fields));
        }

        _text.AppendJoin(',', fields.Select(Field)).Append("\r\n");
    }

    /// <summary>UTF-8 with the mark by which spreadsheets know it.</summary>
    public byte[] ToBytes() => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(_text.ToString())];

    private static string Field(string text)
    {
        var start = text.AsSpan().TrimStart();
        var isFormula = (start.Length > 0 && Formulas.Contains(start[0])) || text is ['\t' or '\r' or '\n', ..];
        var safe = isFormula ? $"'{text}" : text;
        return safe.AsSpan().ContainsAny(",\"\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
