namespace Weir.OpenInference;

/// <summary>Attribute names of one tool call, relative to its list element.</summary>
/// <remarks>Python's <c>ToolCallAttributes.TOOL_CALL_*</c>.</remarks>
public static class ToolCallAttributes
{
    /// <summary>Identifier that the tool message repeats.</summary>
    public const string Id = "tool_call.id";

    /// <summary>Function to run.</summary>
    public const string FunctionName = "tool_call.function.name";

    /// <summary>Exactly the text that the model produced, valid JSON or not.</summary>
    public const string FunctionArgumentsJson = "tool_call.function.arguments";

    /// <summary>Thought signature on a call.</summary>
    public const string ReasoningSignature = "tool_call.reasoning_signature";
}
