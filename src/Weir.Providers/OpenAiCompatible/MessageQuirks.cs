using System.Collections.Frozen;

namespace Weir.Providers.OpenAiCompatible;

/// <summary>How a provider wants its messages, where that differs from how callers write them.</summary>
internal sealed record MessageQuirks
{
    /// <summary>Members of messages and of their parts that the provider refuses.</summary>
    public FrozenSet<string> Refused { get; init; } = [];

    /// <summary>The one role of instructions, <c>system</c> or <c>developer</c>; null: both are known.</summary>
    public string? InstructionRole { get; init; }

    /// <summary>The member in which an assistant's reasoning goes back; null: it does not.</summary>
    public string? ReasoningMember { get; init; }

    /// <summary>The exact length of tool call ids, which are letters and digits; null: any id will do.</summary>
    public int? ToolCallIdLength { get; init; }

    /// <summary>A name goes before the text, because there is no other place for it.</summary>
    public bool NameInText { get; init; }

    /// <summary>Neighbours of one role become one message, because roles must alternate.</summary>
    public bool Alternates { get; init; }
}
