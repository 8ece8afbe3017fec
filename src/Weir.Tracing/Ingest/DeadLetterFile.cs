using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Weir.Tracing.Model;

namespace Weir.Tracing.Ingest;

/// <summary>Keeps spans that the store did not take, one JSON object a line, one file a day.</summary>
/// <remarks><code>{"workspace_id":"…","trace_id":"…","span_id":"…","project":"p","name":"chat","start_unix_nano":1,…,"attributes":{…}}</code></remarks>
internal sealed class DeadLetterFile(string folder, TimeProvider time)
{
    /// <summary>Appends spans and syncs; returns the file.</summary>
    /// <exception cref="IOException">The disk does not take them.</exception>
    public async Task<string> AppendAsync(IReadOnlyList<SpanRow> spans)
    {
        _ = Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"spans-{time.GetUtcNow():yyyyMMdd}.jsonl"));
        await using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
        var line = new ArrayBufferWriter<byte>();
        foreach (var span in spans)
        {
            line.ResetWrittenCount();
            WriteLine(line, span);
            await file.WriteAsync(line.WrittenMemory);
        }

        file.Flush(flushToDisk: true);
        return path;
    }

    private static void WriteLine(ArrayBufferWriter<byte> line, SpanRow span)
    {
        using (var writer = new Utf8JsonWriter(line))
        {
            writer.WriteStartObject();
            WriteIdentity(writer, span);
            WriteTimes(writer, span);
            WriteRaw(writer, "attributes"u8, span.Attributes);
            WriteRaw(writer, "events"u8, span.Events);
            WriteRaw(writer, "links"u8, span.Links);
            WriteRaw(writer, "resource"u8, span.Resource);
            writer.WriteEndObject();
        }

        line.Write("\n"u8);
    }

    private static void WriteIdentity(Utf8JsonWriter writer, SpanRow span)
    {
        writer.WriteString("workspace_id"u8, span.WorkspaceId);
        writer.WriteString("trace_id"u8, span.TraceId.ToString());
        writer.WriteString("span_id"u8, span.SpanId.ToString());
        writer.WriteString("parent_span_id"u8, span.ParentSpanId?.ToString());
        writer.WriteString("project"u8, span.Project);
        writer.WriteBoolean("follows_trace"u8, span.ProjectBinding == ProjectBinding.FollowsTrace);
        writer.WriteString("name"u8, span.Name);
        writer.WriteString("kind"u8, span.Kind);
        writer.WriteNumber("otel_kind"u8, span.OtelKind);
        writer.WriteString("scope_name"u8, span.ScopeName);
        writer.WriteString("scope_version"u8, span.ScopeVersion);
        writer.WriteString("trace_state"u8, span.TraceState);
        writer.WriteNumber("flags"u8, span.Flags);
    }

    private static void WriteTimes(Utf8JsonWriter writer, SpanRow span)
    {
        writer.WriteNumber("start_unix_nano"u8, span.StartUnixNanos);
        writer.WriteNumber("end_unix_nano"u8, span.EndUnixNanos);
        writer.WriteNumber("received_unix_nano"u8, span.ReceivedUnixNanos);
        writer.WriteNumber("status"u8, (int)span.Status);
        writer.WriteString("status_message"u8, span.StatusMessage);
        writer.WriteNumber("dropped_attributes"u8, span.DroppedAttributes);
        writer.WriteNumber("dropped_events"u8, span.DroppedEvents);
        writer.WriteNumber("dropped_links"u8, span.DroppedLinks);
    }

    private static void WriteRaw(Utf8JsonWriter writer, ReadOnlySpan<byte> name, ReadOnlyMemory<byte> json)
    {
        if (json.IsEmpty)
        {
            return;
        }

        // Not checked: a span that is not valid JSON may be the very reason why it is here.
        writer.WritePropertyName(name);
        writer.WriteRawValue(json.Span, skipInputValidation: true);
    }
}
