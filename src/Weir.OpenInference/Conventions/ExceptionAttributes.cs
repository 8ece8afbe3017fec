namespace Weir.OpenInference;

/// <summary>Attribute names of the span event <c>exception</c>.</summary>
public static class ExceptionAttributes
{
    /// <summary>Name of the event itself.</summary>
    public const string EventName = "exception";

    /// <summary>Qualified name of the exception.</summary>
    public const string Type = "exception.type";

    /// <summary>What it says.</summary>
    public const string Message = "exception.message";

    /// <summary>Where it happened.</summary>
    public const string Stacktrace = "exception.stacktrace";

    /// <summary>Whether it left the span.</summary>
    public const string Escaped = "exception.escaped";
}
