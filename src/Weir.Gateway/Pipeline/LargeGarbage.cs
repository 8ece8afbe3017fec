namespace Weir.Gateway.Pipeline;

/// <summary>Asks for a collection once enough long bodies have been let go of.</summary>
/// <remarks>
/// Arrays above 85,000 bytes are collected with the oldest generation only, and the runtime waits with that until as much garbage has come again as the heap was large: with
/// hundreds of long prompts at once it lets several times the memory come together that is in use. A collection beside the work costs by what lives: where that is much, it waits for more.
/// </remarks>
/// <param name="heapBytes">What the heap holds.</param>
/// <param name="collect">Collects beside the work.</param>
internal sealed class LargeGarbage(Func<long> heapBytes, Action collect)
{
    // Shorter arrays are collected with the young.
    private const long LargeArray = 85_000;
    private const long EnoughBytes = 32L << 20;

    // A server that keeps answers in memory may have gigabytes that live.
    private const int ShareOfHeap = 8;

    private long _left;

    /// <summary>That of the process.</summary>
    public static LargeGarbage OfProcess { get; } =
        new(() => GC.GetTotalMemory(forceFullCollection: false), () => GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: false));

    /// <summary>A request with a body of this length is over.</summary>
    /// <param name="bytes">Of the body.</param>
    /// <param name="copies">How many arrays of that length it has left behind.</param>
    public void Left(long bytes, int copies)
    {
        if (bytes < LargeArray || Interlocked.Add(ref _left, bytes * copies) < EnoughBytes)
        {
            return;
        }

        // Of those who come here at the same time, one finds enough.
        var enough = Math.Max(EnoughBytes, heapBytes() / ShareOfHeap);
        if (Volatile.Read(ref _left) >= enough && Interlocked.Exchange(ref _left, 0) >= enough)
        {
            collect();
        }
    }
}
