namespace Weir.Storage.Sqlite.Traces.Payloads;

/// <summary>The migration of <c>traces.db</c> that brings the texts which lists show, beside the payloads they are the beginning of.</summary>
/// <remarks>
/// A table of its own, for one span of a trace as a rule: in the row of the span they would make every scan of spans longer. Of what was stored before it is
/// read from the payload. A version without this table must not open the file either: it would not know blocks of payloads.
/// </remarks>
internal static class PreviewSchema
{
    public const string Migration = "CREATE TABLE span_previews(span INTEGER PRIMARY KEY, input TEXT, output TEXT) STRICT";
}
