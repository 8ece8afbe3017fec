namespace Weir.Providers.Anthropic;

/// <summary>One message upstream: all that one side says before the other does.</summary>
internal sealed record Turn(string Role)
{
    public List<ContentBlock> Blocks { get; } = [];
}
