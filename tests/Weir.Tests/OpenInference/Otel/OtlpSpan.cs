namespace Weir.Tests.OpenInference.Otel;

/// <summary>A span as a collector received it; values that are not text are empty.</summary>
public sealed record OtlpSpan(string TraceId, string Name, Dictionary<string, string> Attributes);
