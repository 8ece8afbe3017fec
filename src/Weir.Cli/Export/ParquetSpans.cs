using System.Runtime.InteropServices;
using System.Text.Json;
using Parquet;
using Parquet.Schema;

namespace Weir.Cli.Export;

/// <summary>Spans as a table with the columns of Phoenix's <c>get_spans_dataframe</c>, for pandas, DuckDB and their like.</summary>
/// <remarks>The attributes that every question begins with are columns of their own; all of them are in <c>attributes</c>, as JSON.</remarks>
internal sealed class ParquetSpans : ISpanFile
{
    // What is in memory at a time; a file of many small groups is slow to read.
    private const int SpansOfGroup = 5000;
    private const long BytesOfGroup = 64 << 20;

    private readonly ParquetWriter _writer;
    private readonly ParquetSchema _schema;
    private readonly List<JsonElement> _spans = [];
    private long _bytes;

    private ParquetSpans(ParquetWriter writer, ParquetSchema schema, string project)
    {
        _writer = writer;
        _schema = schema;
        Path = SpanLines.PathOf(project);
    }

    public string Path { get; }

    /// <param name="output">Must be able to seek.</param>
    /// <param name="project">Whose spans.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<ParquetSpans> CreateAsync(Stream output, string project, CancellationToken cancellationToken)
    {
        var schema = new ParquetSchema(SpanColumns.All.Select(column => column.Field));
        return new ParquetSpans(await ParquetWriter.CreateAsync(schema, output, cancellationToken: cancellationToken), schema, project);
    }

    public async ValueTask<int> WriteAsync(JsonElement page, CancellationToken cancellationToken)
    {
        var spans = page.GetProperty("data");
        _spans.AddRange(spans.EnumerateArray());
        _bytes += JsonMarshal.GetRawUtf8Value(spans).Length;
        if (_spans.Count >= SpansOfGroup || _bytes >= BytesOfGroup)
        {
            await WriteGroupAsync(cancellationToken);
        }

        return spans.GetArrayLength();
    }

    public async ValueTask FinishAsync(CancellationToken cancellationToken)
    {
        if (_spans.Count > 0)
        {
            await WriteGroupAsync(cancellationToken);
        }
    }

    public ValueTask DisposeAsync() => _writer.DisposeAsync();

    private async Task WriteGroupAsync(CancellationToken cancellationToken)
    {
        using var group = _writer.CreateRowGroup();
        foreach (var (column, field) in SpanColumns.All.Zip(_schema.DataFields))
        {
            await column.WriteAsync(group, field, _spans, cancellationToken);
        }

        group.CompleteValidate();
        _spans.Clear();
        _bytes = 0;
    }
}
