using System.Text.Json;

namespace Weir.Gateway.Protocols.Responses.Output;

/// <summary>Counts what is kept of one answer, because its last event repeats all of it, and refuses what no answer can be.</summary>
internal sealed class OutputBudget
{
    // As large as a request may be; an answer of text stays far below, one of many images may come near.
    private const int MostBytes = 64 * 1024 * 1024;

    // What an item or a part costs beside its text, so that a million empty ones are bounded too.
    private const int NodeBytes = 512;

    private int _left = MostBytes;

    public void TakeNode() => Take(NodeBytes);

    /// <exception cref="JsonException">The answer is larger than any can be.</exception>
    public void Take(int bytes)
    {
        _left -= bytes;
        if (_left < 0)
        {
            throw new JsonException($"The answer is larger than {MostBytes / (1024 * 1024)} MiB.");
        }
    }
}
