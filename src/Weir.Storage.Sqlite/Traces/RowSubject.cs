using System.Text.Json;
using Microsoft.Data.Sqlite;
using Weir.Storage.Sqlite.Database;
using Weir.Storage.Sqlite.Traces.Payloads;
using Weir.Tracing.Annotations;
using Weir.Tracing.Filter;
using Weir.Tracing.Model;
using Weir.Tracing.Search;
using Weir.Tracing.Tree;

namespace Weir.Storage.Sqlite.Traces;

/// <summary>A row of <see cref="SpanQuerySql.Select"/> as filters see it; its payload is opened when a condition asks for it.</summary>
internal sealed class RowSubject(Guid workspaceId, PayloadReader payloads, ReadConnection connection) : IFilterSubject
{
    // As many spans as a tree shows. Rows of one trace come close together, so one trace is remembered.
    private const int MostSpansOfATrace = 50_000;
    private const decimal NanosPerMillisecond = 1_000_000;
    private const decimal NanosPerDollar = 1_000_000_000;

    private SqliteDataReader? _row;
    private SpanPayload? _payload;
    private JsonElement? _attributes;
    private readonly SpanWords _words = new();
    private bool _hasWords;
    private TraceId _sumsOf;
    private IReadOnlyDictionary<SpanId, SubtreeTokens> _sums = new Dictionary<SpanId, SubtreeTokens>();

    public SpanPayload Payload => _payload ??= payloads.Read(_row!.GetInt64(0));

    /// <inheritdoc/>
    public JsonElement Attributes => _attributes ??= JsonElement.Parse(Payload.Attributes.Span);

    private TraceId Trace => TraceId.FromBytes((byte[])_row!.GetValue(2));

    private SpanId Span => StoredIds.ToSpanId(_row!.GetInt64(3));

    public void MoveTo(SqliteDataReader row) => (_row, _payload, _attributes, _hasWords) = (row, null, null, false);

    /// <inheritdoc/>
    public FilterValue ValueOf(SpanField field) => field switch
    {
        SpanField.Name => Text(6),
        SpanField.Kind => Text(7),
        SpanField.StatusCode => FilterValue.Of(((SpanStatus)_row!.GetInt64(11)).ToString().ToUpperInvariant()),
        SpanField.StatusMessage => Text(12),
        SpanField.TraceId => FilterValue.Of(Trace.ToString()),
        SpanField.SpanId => FilterValue.Of(Span.ToString()),
        SpanField.ParentId => FilterValue.Of(StoredSpanReader.ReadNumber(_row!, 4) is { } parent ? StoredIds.ToSpanId(parent).ToString() : null),
        SpanField.StartTime => Number(8),
        SpanField.EndTime => Number(9),
        SpanField.ReceivedAt => Number(10),
        SpanField.Latency => FilterValue.Of((_row!.GetInt64(9) - _row.GetInt64(8)) / NanosPerMillisecond),
        _ => FactOf(field),
    };

    /// <inheritdoc/>
    public IReadOnlyList<AnnotationValues> AnnotationsOf(AnnotationScope scope, string name)
    {
        var target = scope switch
        {
            AnnotationScope.Span => Span.ToString(),
            AnnotationScope.Trace => Trace.ToString(),
            _ => ValueOf(SpanField.SessionId).Text,
        };
        var found = new List<AnnotationValues>();
        using var row = connection.Command(
            "SELECT label, score, explanation FROM annotations WHERE workspace = $workspace AND kind = $kind AND target = $target AND name = $name")
            .Bind("$workspace", StoredIds.ToBlob(workspaceId))
            .Bind("$kind", (long)scope)
            .Bind("$target", target)
            .Bind("$name", name)
            .ExecuteReader();
        while (row.Read())
        {
            found.Add(new AnnotationValues(StoredSpanReader.ReadText(row, 0), row.IsDBNull(1) ? null : row.GetDouble(1), StoredSpanReader.ReadText(row, 2)));
        }

        return found;
    }

    /// <inheritdoc/>
    public bool HasWords(IReadOnlyList<SearchWord> words)
    {
        if (!_hasWords)
        {
            _words.Read(_row!.GetString(6), _row.GetString(12), Payload.Attributes.Span);
            _hasWords = true;
        }

        return _words.HaveAll(words);
    }

    private FilterValue FactOf(SpanField field) => field switch
    {
        SpanField.Model => Text(13),
        SpanField.Provider => Text(14),
        SpanField.PromptTokens => Number(15),
        SpanField.CompletionTokens => Number(16),
        SpanField.TotalTokens => Number(17),
        SpanField.Cost => FilterValue.Of(StoredSpanReader.ReadNumber(_row!, 18) / NanosPerDollar),
        SpanField.SessionId => Text(19),
        SpanField.UserId => Text(20),
        SpanField.CumulativePromptTokens => FilterValue.Of(Sums().Prompt),
        SpanField.CumulativeCompletionTokens => FilterValue.Of(Sums().Completion),
        SpanField.CumulativeTotalTokens => FilterValue.Of(Sums().Total),
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "A row has no such field."),
    };

    private SubtreeTokens Sums()
    {
        if (_sumsOf != Trace)
        {
            _sumsOf = Trace;
            _sums = OutlineReader.Find(workspaceId, Trace, MostSpansOfATrace, connection) is { } trace ? SubtreeTokens.Of(trace.Spans) : new Dictionary<SpanId, SubtreeTokens>();
        }

        return _sums.GetValueOrDefault(Span);
    }

    private FilterValue Text(int column) => FilterValue.Of(StoredSpanReader.ReadText(_row!, column));

    private FilterValue Number(int column) => FilterValue.Of(StoredSpanReader.ReadNumber(_row!, column));
}
