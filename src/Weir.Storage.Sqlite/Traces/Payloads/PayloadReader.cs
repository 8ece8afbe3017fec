using Weir.Storage.Sqlite.Database;

namespace Weir.Storage.Sqlite.Traces.Payloads;

/// <summary>Reads the payloads of spans in the course of one read; remembers the block it opened last, in which the next one often lies.</summary>
/// <remarks>While the row of the span is being read, so that both are of one moment.</remarks>
internal sealed class PayloadReader(ReadConnection connection)
{
    private PayloadBlock? _block;

    /// <param name="span">The number of its row.</param>
    /// <exception cref="InvalidDataException">It is not there, or damaged.</exception>
    public SpanPayload Read(long span) => Find(span) ?? throw new InvalidDataException($"The payload of span {span} is missing.");

    /// <summary>The same; null when the span is not there any more.</summary>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public SpanPayload? Find(long span)
    {
        if (_block?.Find(span) is { } known)
        {
            return known;
        }

        using var row = connection.Command(PayloadRows.HoldingSpan).Bind("$span", span).ExecuteReader();
        if (!row.Read())
        {
            return null;
        }

        _block = PayloadBlock.Unpack(row.GetInt64(0), (byte[])row.GetValue(1));
        return _block.Find(span);
    }
}
