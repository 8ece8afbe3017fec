using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Weir.Tracing.Model;

namespace Weir.Tracing.Ingest;

/// <summary>Turns what a decoder found into rows: one for each good span, one count for each bad one.</summary>
internal sealed class SpanAssembler : IDisposable
{
    private const int ShownProblems = 5;
    private const int ShownName = 60;

    private readonly IngestLimits _limits;
    private readonly IngestContext _context;
    private readonly SpanPromoter _promoter;
    private readonly ArrayBufferWriter<byte> _json = new();
    private readonly Utf8JsonWriter _jsonWriter;
    private readonly List<SpanRow> _rows = [];
    private readonly StringBuilder _problems = new();
    private ReadOnlyMemory<byte> _resourceJson;
    private string? _resourceProblem;
    private string _resourceProject = "";
    private string _scopeName = "";
    private string _scopeVersion = "";
    private long _rejected;
    private long _heldBytes;

    public SpanAssembler(IngestLimits limits, IngestContext context, SpanPricing? pricing = null)
    {
        _limits = limits;
        _context = context;
        _promoter = new SpanPromoter(pricing);
        _jsonWriter = new Utf8JsonWriter(_json, AttributeSet.WriterOptions);
        Span = new SpanDraft(limits);
        Resource = new AttributeSet(limits);
    }

    public IngestLimits Limits => _limits;

    /// <summary>The span being read.</summary>
    public SpanDraft Span { get; }

    /// <summary>The resource being read.</summary>
    public AttributeSet Resource { get; }

    /// <summary>The attributes in <see cref="Resource"/> hold for the spans that follow.</summary>
    public void EndResource()
    {
        RecordSpaceId();
        _resourceProblem = Resource.Problem;
        _resourceJson = ToJson(Resource);
        _resourceProject = ProjectName.OfResource(Resource);
    }

    private void RecordSpaceId()
    {
        if (_context.SpaceId is { } space && Resource.Begin("arize.space_id"u8) is { } writer)
        {
            AttributeValue.WriteText(writer, Encoding.UTF8.GetBytes(space));
            Resource.End();
        }
    }

    /// <summary>The instrumentation scope of the spans that follow.</summary>
    public void SetScope(string name, string version) => (_scopeName, _scopeVersion) = (name, version);

    /// <summary>The span in <see cref="Span"/> is complete.</summary>
    public void EndSpan()
    {
        var problem = Span.Problem ?? _resourceProblem;
        if (problem is null && _heldBytes > _limits.RequestBytes)
        {
            problem = $"the spans of the request need more than {_limits.RequestBytes >> 20} MiB; send smaller batches";
        }

        if (problem is not null)
        {
            Reject(problem);
            return;
        }

        var row = ToRow();
        _heldBytes += row.SizeBytes;
        _rows.Add(row);
    }

    public IngestResult Finish() => new(_rows, _rejected, _rejected == 0 ? "" : Message());

    public void Dispose()
    {
        _jsonWriter.Dispose();
        Span.Dispose();
        Resource.Dispose();
    }

    private string Message() => string.Create(
        CultureInfo.InvariantCulture,
        $"{_rejected} of {_rejected + _rows.Count} spans were refused.{_problems}{(_rejected > ShownProblems ? " The others are not listed." : "")}");

    private void Reject(string problem)
    {
        _rejected++;
        if (_rejected <= ShownProblems)
        {
            var name = Span.Name.Length > ShownName ? string.Concat(Span.Name.AsSpan(0, ShownName), "…") : Span.Name;
            _ = _problems.Append(CultureInfo.InvariantCulture, $" Span '{name}' (span id {Span.SpanId}): {problem}.");
        }
    }

    private SpanRow ToRow()
    {
        // First, because a price of ours is noted among the attributes.
        var kind = SpanKindOf.Read(Span.Attributes);
        var facts = _promoter.Facts(Span.Attributes, kind);
        return ToRow(kind, facts);
    }

    private SpanRow ToRow(string kind, SpanFacts facts) => new()
    {
        WorkspaceId = _context.WorkspaceId,
        TraceId = Span.TraceId,
        SpanId = Span.SpanId,
        ParentSpanId = Span.ParentId.IsZero ? null : Span.ParentId,
        Project = ProjectName.Of(_context.ProjectHeader, Span.Attributes) ?? _resourceProject,
        Name = Span.Name,
        Kind = kind,
        OtelKind = Span.OtelKind is >= 0 and <= 5 ? Span.OtelKind : 0,
        StartUnixNanos = (long)Span.StartUnixNanos,
        EndUnixNanos = (long)Span.EndUnixNanos,
        ReceivedUnixNanos = _context.ReceivedUnixNanos,
        Status = Enum.IsDefined((SpanStatus)Span.Status) ? (SpanStatus)Span.Status : SpanStatus.Unset,
        StatusMessage = Span.StatusMessage,
        Attributes = ToJson(Span.Attributes),
        Events = Span.Events.ToJson(),
        Links = Span.Links.ToJson(),
        Resource = _resourceJson,
        ScopeName = _scopeName,
        ScopeVersion = _scopeVersion,
        TraceState = Span.TraceState,
        Flags = Span.Flags,
        DroppedAttributes = Span.DroppedAttributes,
        DroppedEvents = Span.DroppedEvents,
        DroppedLinks = Span.DroppedLinks,
        Facts = facts,
    };

    private ReadOnlyMemory<byte> ToJson(AttributeSet attributes)
    {
        _json.ResetWrittenCount();
        _jsonWriter.Reset(_json);
        attributes.WriteTo(_jsonWriter);
        _jsonWriter.Flush();
        return _json.WrittenSpan.ToArray();
    }
}
