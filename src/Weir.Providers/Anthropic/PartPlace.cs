namespace Weir.Providers.Anthropic;

/// <summary>Whose content a part belongs to, which decides what it may be.</summary>
internal enum PartPlace
{
    System,
    User,
    Assistant,
    ToolResult,
}
