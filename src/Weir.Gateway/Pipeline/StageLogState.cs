namespace Weir.Gateway.Pipeline;

/// <summary>The stages one request has passed, in order. Used by one request at a time; bounded by the number of stages.</summary>
public sealed class StageLogState(TimeProvider time)
{
    private readonly List<StageRecord> _records = new(10);
    private long _mark = time.GetTimestamp();

    public IReadOnlyList<StageRecord> Records => _records;

    /// <summary>Notes that a stage has ended; it began when the one before it ended.</summary>
    public void Passed(string name)
    {
        var now = time.GetTimestamp();
        _records.Add(new StageRecord(name, time.GetElapsedTime(_mark, now)));
        _mark = now;
    }
}
