namespace Weir.Providers.OpenAiResponses;

/// <summary>What a stream said of its output items so far. Used by one answer.</summary>
internal sealed class ResponsesItemState
{
    private const int Most = 1024;

    // By the index of the output item: index of the call, and whether it has arguments. Bounded by Most.
    private readonly Dictionary<int, (int Index, bool HasArguments)> _calls = [];

    // Places in reasoning_details by output item and part. Bounded by Most.
    private readonly Dictionary<(int Output, bool IsSummary, int Part), int> _places = [];
    private int _nextPlace;

    public bool HasCalls => _calls.Count > 0;

    public bool HasCall(int output) => _calls.ContainsKey(output);

    public bool HasArguments(int output) => _calls.TryGetValue(output, out var call) && call.HasArguments;

    /// <returns>Index among the tool calls.</returns>
    public int StartCall(int output, bool hasArguments)
    {
        Refuse(_calls.Count);
        var index = _calls.TryGetValue(output, out var before) ? before.Index : _calls.Count;
        _calls[output] = (index, hasArguments);
        return index;
    }

    /// <returns>Index among the tool calls.</returns>
    /// <exception cref="InvalidDataException">The call did not begin.</exception>
    public int AddArguments(int output)
    {
        if (!_calls.TryGetValue(output, out var call))
        {
            throw new InvalidDataException($"Arguments came for output item {output}, which is not a function call that has begun.");
        }

        _calls[output] = call with { HasArguments = true };
        return call.Index;
    }

    /// <summary>Where a piece of reasoning belongs, and whether it is the first of its part.</summary>
    public (int Index, bool IsNew) PlaceOf(int output, bool isSummary, int part)
    {
        if (_places.TryGetValue((output, isSummary, part), out var place))
        {
            return (place, false);
        }

        Refuse(_places.Count);
        _places[(output, isSummary, part)] = _nextPlace;
        return (_nextPlace++, true);
    }

    /// <summary>The place of encrypted reasoning, of which there is one an item.</summary>
    public int EncryptedPlace() => _nextPlace++;

    private static void Refuse(int count)
    {
        if (count == Most)
        {
            throw new InvalidDataException($"The answer has more than {Most} parts.");
        }
    }
}
