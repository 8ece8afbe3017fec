namespace Weir.Gateway.Debugging;

/// <summary>When a point of an attempt was reached.</summary>
/// <param name="Event">As the API names it.</param>
/// <param name="At">When.</param>
public sealed record DebugTiming(string Event, DateTimeOffset At)
{
    /// <summary>The request is written in the provider's dialect, and goes out.</summary>
    public const string AdapterRequest = "adapter_request";

    public const string HeadersReceived = "upstream_headers_received";
    public const string FirstToken = "first_token_received";
    public const string BodyEnded = "upstream_body_ended";
}
