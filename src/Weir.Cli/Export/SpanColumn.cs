using System.Text.Json;
using Parquet;
using Parquet.Schema;

namespace Weir.Cli.Export;

/// <summary>A column of the table of spans.</summary>
/// <param name="Field">Its name and type.</param>
/// <param name="WriteAsync">Writes the column of some spans.</param>
internal sealed record SpanColumn(DataField Field, Func<ParquetRowGroupWriter, DataField, IReadOnlyList<JsonElement>, CancellationToken, Task> WriteAsync)
{
    /// <param name="name">Of the column.</param>
    /// <param name="read">Its text in a span in Phoenix's form; null where it has none.</param>
    public static SpanColumn Text(string name, Func<JsonElement, string?> read) =>
        new(new DataField<string>(name, nullable: true), (group, field, spans, _) => group.WriteAsync(field, [.. spans.Select(read)]));

    /// <param name="name">Of the column.</param>
    /// <param name="read">Its time, UTC, to a microsecond.</param>
    public static SpanColumn Time(string name, Func<JsonElement, DateTime> read) => new(
        new DateTimeDataField(name, DateTimeFormat.Timestamp, isAdjustedToUTC: true, DateTimeTimeUnit.Micros, isNullable: false),
        (group, field, spans, cancellationToken) => group.WriteAsync<DateTime>(field, spans.Select(read).ToArray().AsMemory(), cancellationToken: cancellationToken));

    /// <param name="name">Of the column.</param>
    /// <param name="read">Its number; null where it has none.</param>
    public static SpanColumn Number<T>(string name, Func<JsonElement, T?> read)
        where T : struct => new(
        new DataField<T>(name, nullable: true),
        (group, field, spans, cancellationToken) => group.WriteAsync<T>(field, spans.Select(read).ToArray().AsMemory(), cancellationToken: cancellationToken));
}
