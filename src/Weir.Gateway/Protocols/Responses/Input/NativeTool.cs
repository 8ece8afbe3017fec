namespace Weir.Gateway.Protocols.Responses.Input;

/// <summary>A tool that has a type of its own and that the client runs: on the way it is a function whose arguments are what the client is to do.</summary>
/// <param name="Type">Of the tool, and the name of its function.</param>
/// <param name="CallType">Of the item that calls it.</param>
/// <param name="Payload">The member of that item which says what to do.</param>
/// <param name="IdPrefix">Of the item.</param>
/// <param name="Description">What the model is told of it.</param>
/// <param name="Parameters">The JSON schema of the payload.</param>
/// <remarks>
/// <code>
/// {"type":"local_shell"}                                                                     {"type":"function","function":{"name":"local_shell",…}}
/// {"type":"local_shell_call","call_id":"c","action":{"type":"exec","command":["ls"],"env":{}}}   {"id":"c","function":{"name":"local_shell","arguments":"{\"type\":\"exec\",…}"}}
/// </code>
/// </remarks>
internal sealed record NativeTool(string Type, string CallType, string Payload, string IdPrefix, string Description, string Parameters)
{
    private static readonly NativeTool[] All =
    [
        new(
            "local_shell",
            "local_shell_call",
            "action",
            "lsh_",
            "Runs one command on the machine of the user and returns its output.",
            """{"type":"object","properties":{"type":{"type":"string","enum":["exec"]},"command":{"type":"array","items":{"type":"string"},"description":"The program and its arguments."},"env":{"type":"object","additionalProperties":{"type":"string"}},"working_directory":{"type":"string"},"timeout_ms":{"type":"integer"}},"required":["type","command","env"],"additionalProperties":false}"""),
        new(
            "shell",
            "shell_call",
            "action",
            "sh_",
            "Runs commands in the shell of the user and returns what each printed.",
            """{"type":"object","properties":{"commands":{"type":"array","items":{"type":"string"},"description":"Command lines, run in this order."},"timeout_ms":{"type":"integer"},"max_output_length":{"type":"integer"}},"required":["commands"],"additionalProperties":false}"""),
        new(
            "apply_patch",
            "apply_patch_call",
            "operation",
            "apc_",
            "Creates, changes or deletes one file. 'diff' is in the V4A format; deleting takes none.",
            """{"type":"object","properties":{"type":{"type":"string","enum":["create_file","update_file","delete_file"]},"path":{"type":"string"},"diff":{"type":"string"}},"required":["type","path"],"additionalProperties":false}"""),
    ];

    /// <summary>The tool of this type; null when it is none of these.</summary>
    public static NativeTool? OfType(string type) => Array.Find(All, tool => tool.Type == type);

    /// <summary>The tool that an item of this type calls; null when it calls none of these.</summary>
    public static NativeTool? OfCall(string? callType) => Array.Find(All, tool => tool.CallType == callType);

    /// <summary>Whether an item of this type is the result of one of these.</summary>
    public static bool IsResult(string? type) => Array.Exists(All, tool => tool.CallType + "_output" == type);

    /// <summary>
    /// Whether a tool of this type is one that providers run and that agents offer on top of their own: nobody here runs it, and an agent does its work without.
    /// </summary>
    public static bool IsHostedOffer(string type) =>
        type is "image_generation" or "tool_search" || type.StartsWith("web_search", StringComparison.Ordinal);
}
