namespace Weir.Gateway.Chat;

/// <summary>Which tool calls of a streamed answer have begun: the first piece of each must carry an id, and some servers send none.</summary>
internal sealed class StreamedCalls
{
    private HashSet<(int Choice, int Call)>? _begun;

    /// <summary>Whether this is the first piece of a call. The next one is not.</summary>
    /// <param name="choice">The index of its choice.</param>
    /// <param name="call">Its index in the choice.</param>
    public bool Begins(int choice, int call) => (_begun ??= []).Add((choice, call));
}
