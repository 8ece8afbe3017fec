namespace Weir.Providers.Anthropic;

/// <summary>Lets the last cache marks of a request through, as many as the upstream takes, in the order in which they are written.</summary>
/// <param name="marks">How many there are.</param>
/// <param name="taken">How many places are taken already.</param>
internal sealed class CacheMarkBudget(int marks, int taken)
{
    private const int MostMarks = 4;

    private int _toSkip = Math.Max(0, marks - (MostMarks - taken));

    /// <summary>Whether the next mark may be written.</summary>
    public bool Take() => _toSkip-- <= 0;
}
