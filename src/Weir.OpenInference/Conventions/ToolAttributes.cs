namespace Weir.OpenInference;

/// <summary>Attribute names of TOOL spans and of tool definitions.</summary>
/// <remarks>Python's <c>ToolAttributes</c> and <c>SpanAttributes.TOOL_*</c>.</remarks>
public static class ToolAttributes
{
    /// <summary>Name of the tool.</summary>
    public const string Name = "tool.name";

    /// <summary>What the tool does.</summary>
    public const string Description = "tool.description";

    /// <summary>JSON text of the parameters.</summary>
    public const string Parameters = "tool.parameters";

    /// <summary>JSON text: the complete element of the request's <c>tools</c>.</summary>
    public const string JsonSchema = "tool.json_schema";

    /// <summary>The <see cref="ToolCallAttributes.Id"/> that this execution answers.</summary>
    public const string Id = "tool.id";
}
