using System.Runtime.InteropServices;
using System.Text.Json;
using Weir.Protocol.Primitives;
using Weir.Protocol.Traces;
using Weir.Tracing.Ingest;
using Weir.Tracing.Model;
using Weir.Tracing.Query;

namespace Weir.Tracing.Content;

/// <summary>Shows one whole span.</summary>
public static class SpanRecords
{
    private static readonly string[] OtelKinds = ["unspecified", "internal", "server", "client", "producer", "consumer"];

    /// <param name="span">As stored.</param>
    /// <param name="textLimit">UTF-16 code units of one text, longer ones are cut; 0 for all.</param>
    public static SpanRecord Of(SpanRow span, int textLimit)
    {
        var cutter = new JsonTextCutter(textLimit);
        var facts = span.Facts;
        return new SpanRecord
        {
            TraceId = span.TraceId.ToString(),
            SpanId = span.SpanId.ToString(),
            ParentId = span.ParentSpanId?.ToString(),
            Project = span.Project,
            Name = cutter.CutText(span.Name, "name"),
            Kind = span.Kind,
            OtelKind = OtelKinds[span.OtelKind is >= 0 and <= 5 ? span.OtelKind : 0],
            Status = SpanStatusText.Of(span.Status),
            StatusMessage = cutter.CutText(span.StatusMessage, "status_message"),
            StartTime = UnixNanos.ToNanosText(span.StartUnixNanos),
            EndTime = UnixNanos.ToNanosText(span.EndUnixNanos),
            ReceivedAt = UnixNanos.ToMicrosText(span.ReceivedUnixNanos),
            DurationUs = UnixNanos.MicrosBetween(span.StartUnixNanos, span.EndUnixNanos),
            Model = facts.Model,
            Provider = facts.Provider,
            PromptTokens = facts.PromptTokens,
            CompletionTokens = facts.CompletionTokens,
            TotalTokens = facts.TotalTokens,
            Cost = facts.CostNanos is { } nanos ? new Usd(nanos) : null,
            SessionId = facts.SessionId,
            UserId = facts.UserId,
            Content = SpanContentReader.Read(span.Attributes, span.Events, textLimit),
            Attributes = cutter.Cut(span.Attributes.Span, "attributes"),
            Events = Events(span, cutter),
            Links = Links(span, cutter),
            Resource = span.Resource.IsEmpty ? JsonElement.Parse("{}"u8) : cutter.Cut(span.Resource.Span, "resource"),
            ScopeName = span.ScopeName,
            ScopeVersion = span.ScopeVersion,
            TraceState = span.TraceState,
            DroppedAttributes = span.DroppedAttributes,
            DroppedEvents = span.DroppedEvents,
            DroppedLinks = span.DroppedLinks,
            CutTexts = cutter.Cuts,
        };
    }

    /// <summary>One span as a list shows it.</summary>
    public static SpanSummary Summarize(SpanRow span)
    {
        var preview = TracePreview.Of(span.Attributes, span.Events);
        var facts = span.Facts;
        return new SpanSummary
        {
            TraceId = span.TraceId.ToString(),
            SpanId = span.SpanId.ToString(),
            ParentId = span.ParentSpanId?.ToString(),
            Project = span.Project,
            Name = AttributeJson.Cut(span.Name, SpanOutline.LongestText),
            Kind = span.Kind,
            Status = SpanStatusText.Of(span.Status),
            StatusMessage = AttributeJson.Cut(span.StatusMessage, SpanOutline.LongestText),
            StartTime = UnixNanos.ToMicrosText(span.StartUnixNanos),
            ReceivedAt = UnixNanos.ToMicrosText(span.ReceivedUnixNanos),
            DurationUs = UnixNanos.MicrosBetween(span.StartUnixNanos, span.EndUnixNanos),
            Model = facts.Model,
            Provider = facts.Provider,
            PromptTokens = facts.PromptTokens,
            CompletionTokens = facts.CompletionTokens,
            TotalTokens = facts.TotalTokens,
            Cost = facts.CostNanos is { } nanos ? new Usd(nanos) : null,
            SessionId = facts.SessionId,
            UserId = facts.UserId,
            Input = preview.Input,
            Output = preview.Output,
        };
    }

    // Stored as [{"name":"exception","time_unix_nano":1,"attributes":{…}}]
    private static SpanEventRecord[] Events(SpanRow span, JsonTextCutter cutter) =>
    [
        .. Items(span.Events).OrderBy(TimeOf).Select((item, index) => new SpanEventRecord
        {
            Name = cutter.CutText(item.GetProperty("name"u8).GetString()!, $"events.{index}.name"),
            Time = UnixNanos.ToNanosText(TimeOf(item)),
            OffsetUs = UnixNanos.MicrosBetween(span.StartUnixNanos, TimeOf(item)),
            Attributes = AttributesOf(item, cutter, $"events.{index}"),
        }),
    ];

    // Stored as [{"trace_id":"…","span_id":"…","trace_state":"","attributes":{…}}]
    private static SpanLinkRecord[] Links(SpanRow span, JsonTextCutter cutter) =>
    [
        .. Items(span.Links).Select((item, index) => new SpanLinkRecord
        {
            TraceId = item.GetProperty("trace_id"u8).GetString()!,
            SpanId = item.GetProperty("span_id"u8).GetString()!,
            Attributes = AttributesOf(item, cutter, $"links.{index}"),
        }),
    ];

    private static JsonElement[] Items(ReadOnlyMemory<byte> list) => list.IsEmpty ? [] : [.. JsonElement.Parse(list.Span).EnumerateArray()];

    private static JsonElement AttributesOf(JsonElement item, JsonTextCutter cutter, string path) =>
        cutter.Cut(JsonMarshal.GetRawUtf8Value(item.GetProperty("attributes"u8)), path);

    // Senders may say any 64 bits; past the year 2262 there are no nanoseconds that we keep.
    private static long TimeOf(JsonElement item) => (long)Math.Min(item.GetProperty("time_unix_nano"u8).GetUInt64(), long.MaxValue);
}
