namespace Weir.OpenInference;

/// <summary>Counts the bytes that a fold keeps and refuses what would exceed its bound.</summary>
internal sealed class FoldBudget(int maxBytes)
{
    // What a node costs beside its text, so that a million empty objects are bounded too.
    private const int NodeBytes = 64;

    // Kept apart for what ends a long stream: usage, finish reasons.
    private const int ReserveBytes = 64 * 1024;

    private int _remaining = maxBytes;
    private int _reserve = ReserveBytes;

    /// <summary>True once anything was refused; the fold is then incomplete.</summary>
    public bool Truncated { get; private set; }

    public void MarkTruncated() => Truncated = true;

    /// <summary>Room for a piece of text. After the first refusal no text is kept: one with a hole in it would read as if it were whole.</summary>
    public bool TryTakeText(int bytes)
    {
        if (Truncated || bytes > _remaining)
        {
            Truncated = true;
            return false;
        }

        _remaining -= bytes;
        return true;
    }

    /// <summary>Room for a complete value.</summary>
    public bool TryTakeValue(int bytes)
    {
        if (!Truncated && bytes <= _remaining)
        {
            _remaining -= bytes;
            return true;
        }

        if (bytes <= _reserve)
        {
            _reserve -= bytes;
            return true;
        }

        Truncated = true;
        return false;
    }

    public bool TryTakeNode(int bytes) => TryTakeValue(NodeBytes + bytes);
}
