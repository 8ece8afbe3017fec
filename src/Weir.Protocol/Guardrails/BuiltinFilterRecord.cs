using System.Text.Json.Serialization;

namespace Weir.Protocol.Guardrails;

/// <summary>A content filter that comes with the server, as a guardrail uses it.</summary>
public sealed record BuiltinFilterRecord
{
    /// <summary>Such as <c>email</c> or <c>regex-prompt-injection</c>.</summary>
    public required string Slug { get; init; }

    /// <summary><c>redact</c>, <c>block</c> or <c>flag</c>.</summary>
    public required string Action { get; init; }

    /// <summary>What stands in place of a match; given by the server.</summary>
    public required string Label { get; init; }

    /// <summary><c>user_only</c> or <c>all_messages</c>; only of the filter of prompt injections.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ScanScope { get; init; }
}
