using System.ClientModel.Primitives;
using System.Diagnostics;

namespace Weir.OpenInference.OpenAI;

/// <summary>Reads what a message of the pipeline carries, and puts the trace context on it.</summary>
internal static class MessageContent
{
    // Left to itself, HttpClient would name its own activity as the parent. That one is usually not exported, and what the server
    // records would hang in the air. A header that the caller set stays.
    public static void PropagateContext(PipelineMessage message, Activity activity)
    {
        var headers = message.Request.Headers;
        if (activity.IdFormat != ActivityIdFormat.W3C || activity.Id is not { } id || headers.TryGetValue("traceparent", out _))
        {
            return;
        }

        headers.Set("traceparent", id);
        if (!string.IsNullOrEmpty(activity.TraceStateString))
        {
            headers.Set("tracestate", activity.TraceStateString);
        }
    }

    // Null for a form: its file may be a stream that can be read once, by the one who sends it.
    public static ReadOnlyMemory<byte>? TryReadBody(PipelineMessage message)
    {
        if (message.Request.Headers.TryGetValue("Content-Type", out var type) && type?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) == true)
        {
            return null;
        }

        using var body = new MemoryStream();
        message.Request.Content?.WriteTo(body, message.CancellationToken);
        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }

    public static bool IsEventStream(PipelineResponse response) =>
        ContentType(response)?.StartsWith("text/event-stream", StringComparison.OrdinalIgnoreCase) == true;

    public static string? ContentType(PipelineResponse response) => response.Headers.TryGetValue("Content-Type", out var type) ? type : null;

    /// <summary>The body of a reply; empty if it has not been read.</summary>
    public static ReadOnlyMemory<byte> Body(PipelineResponse response)
    {
        try
        {
            return response.Content.ToMemory();
        }
        catch (InvalidOperationException)
        {
            return default; // not buffered: reading it failed before
        }
    }
}
