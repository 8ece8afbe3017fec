namespace Weir.OpenInference;

/// <summary>Attribute names of one message, relative to its list element.</summary>
/// <remarks>Python's <c>MessageAttributes.MESSAGE_*</c>.</remarks>
public static class MessageAttributes
{
    /// <summary>As sent: system, developer, user, assistant, tool, function.</summary>
    public const string Role = "message.role";

    /// <summary>Plain text of the message.</summary>
    public const string Content = "message.content";

    /// <summary>List prefix of ordered parts; elements are <see cref="MessageContentAttributes"/>.</summary>
    public const string Contents = "message.contents";

    /// <summary>Producer of a tool message, or a participant.</summary>
    public const string Name = "message.name";

    /// <summary>Call that a tool message answers.</summary>
    public const string ToolCallId = "message.tool_call_id";

    /// <summary>List prefix; elements are <see cref="ToolCallAttributes"/>.</summary>
    public const string ToolCalls = "message.tool_calls";

    /// <summary>Legacy function calling.</summary>
    public const string FunctionCallName = "message.function_call_name";

    /// <summary>Legacy function calling, JSON text.</summary>
    public const string FunctionCallArgumentsJson = "message.function_call_arguments_json";
}
