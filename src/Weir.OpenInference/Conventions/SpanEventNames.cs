namespace Weir.OpenInference;

/// <summary>Names of span events that the instrumentation adds.</summary>
public static class SpanEventNames
{
    /// <summary>The first chunk of a streamed reply arrived. No attributes.</summary>
    public const string FirstToken = "First Token Stream Event";

    /// <summary>The caller stopped reading before the reply ended. No attributes.</summary>
    public const string StreamAbandoned = "Stream Abandoned";
}
