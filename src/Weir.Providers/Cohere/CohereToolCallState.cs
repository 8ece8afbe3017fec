namespace Weir.Providers.Cohere;

/// <summary>The arguments of one call while they arrive: a function without parameters is called with "null" or with nothing, where clients need an object.</summary>
internal sealed class CohereToolCallState(int position)
{
    private const string Nothing = "null";

    private string _held = "";
    private bool _hasBegun;

    public int Position => position;

    /// <returns>What can be passed on; empty while it may still become "null".</returns>
    public string Add(string piece)
    {
        var text = _held + piece;
        if (!_hasBegun && Nothing.StartsWith(text, StringComparison.Ordinal))
        {
            _held = text;
            return "";
        }

        _held = "";
        _hasBegun = true;
        return text;
    }

    /// <returns>What was still held back, or the object that stands for nothing.</returns>
    public string End() => _hasBegun ? "" : _held is "" or Nothing ? "{}" : _held;
}
