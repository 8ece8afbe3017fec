namespace Weir.Providers.Anthropic;

/// <summary>The messages of a request in the upstream's order: the system prompt apart, and turns that alternate.</summary>
internal sealed class Conversation
{
    public const string User = "user";
    public const string Assistant = "assistant";
    public const string SystemRole = "system";

    public List<ContentBlock> System { get; } = [];

    public List<Turn> Turns { get; } = [];

    /// <summary>Who spoke last; null when nobody has.</summary>
    public string? LastSpeaker => Turns.Count == 0 ? null : Turns[^1].Role;

    /// <summary>Adds to the turn of whoever speaks; blocks of one side that follow each other are one turn.</summary>
    public void Say(string role, IReadOnlyCollection<ContentBlock> blocks)
    {
        if (blocks.Count == 0)
        {
            return;
        }

        if (LastSpeaker != role)
        {
            Turns.Add(new Turn(role));
        }

        Turns[^1].Blocks.AddRange(blocks);
    }
}
