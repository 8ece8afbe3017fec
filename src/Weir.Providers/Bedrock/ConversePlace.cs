namespace Weir.Providers.Bedrock;

/// <summary>Whose content a part belongs to, which decides what it may be.</summary>
internal enum ConversePlace
{
    System,
    User,
    Assistant,
    ToolResult,
}
