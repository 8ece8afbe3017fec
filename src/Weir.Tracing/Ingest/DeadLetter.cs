namespace Weir.Tracing.Ingest;

/// <summary>What happened to spans that the store did not take.</summary>
/// <param name="Path">The file that holds them now; null when not even that could be written and they are lost.</param>
/// <param name="Spans">How many.</param>
/// <param name="Cause">Why the store, or the file, did not take them.</param>
public sealed record DeadLetter(string? Path, int Spans, Exception Cause);
