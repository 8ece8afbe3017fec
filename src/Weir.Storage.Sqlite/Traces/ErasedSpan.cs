namespace Weir.Storage.Sqlite.Traces;

/// <summary>What is to be known of a span that goes, to take away what nobody needs after it.</summary>
internal readonly record struct ErasedSpan(long Id, long SpanId, long Trace, long Project, string? Session);
