namespace Weir.Storage.Sqlite.Traces;

/// <summary>A row of <c>traces</c> during one insert.</summary>
internal sealed class TraceEntry(long id, long? projectId)
{
    public long Id { get; } = id;

    /// <summary>The project of the first span that named one; null as long as none did.</summary>
    public long? ProjectId { get; set; } = projectId;

    /// <summary>Made by this insert, which has not written a span that follows it: there is nothing to move.</summary>
    public bool IsNew { get; set; }
}
