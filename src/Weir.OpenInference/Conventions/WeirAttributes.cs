namespace Weir.OpenInference;

/// <summary>Attribute names of our own about how a span was recorded.</summary>
public static class WeirAttributes
{
    /// <summary>True when the reply was longer than the recorder keeps; absent otherwise.</summary>
    public const string OutputTruncated = "weir.output.truncated";
}
