namespace Weir.Load.Worker;

/// <summary>When the parts of one answer came, in ticks of the monotonic clock; 0: not yet.</summary>
internal struct StreamTimes
{
    public long Asked;
    public long First;
    public long Last;
    public int Events;
}
