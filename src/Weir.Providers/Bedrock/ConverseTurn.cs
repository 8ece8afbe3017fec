namespace Weir.Providers.Bedrock;

/// <summary>One message upstream: all that one side says before the other does.</summary>
internal sealed record ConverseTurn(string Role)
{
    public List<ConverseBlock> Blocks { get; } = [];
}
