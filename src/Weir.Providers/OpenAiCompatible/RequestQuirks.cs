using System.Collections.Frozen;

namespace Weir.Providers.OpenAiCompatible;

/// <summary>What a provider, or some of its models, wants differently in a request.</summary>
internal sealed record RequestQuirks
{
    public static readonly RequestQuirks None = new();

    /// <summary>Members that are left out, because the provider answers them with an error.</summary>
    public FrozenSet<string> Refused { get; init; } = [];

    /// <summary>Members with another name.</summary>
    public FrozenDictionary<string, string> Renamed { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>Members with other values, by the caller's name of the member.</summary>
    public FrozenDictionary<string, Func<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>>> Values { get; init; } =
        FrozenDictionary<string, Func<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>>>.Empty;

    /// <summary>The one name of the output limit; null: both are known.</summary>
    public string? LimitMember { get; init; }

    /// <summary>The member of the hashed end user.</summary>
    public string UserMember { get; init; } = "user";

    /// <summary>Whether a stream is asked for its usage; false where that is refused and the usage comes anyway.</summary>
    public bool AsksForUsage { get; init; } = true;

    /// <summary>Whether the provider is a router that takes routing preferences itself.</summary>
    public bool TakesPreferences { get; init; }

    public ReasoningStyle Reasoning { get; init; }

    /// <summary>Efforts the model knows, <c>none</c> among them when it can go without.</summary>
    public IReadOnlyList<string> Efforts { get; init; } = ["low", "medium", "high"];

    /// <summary>Members that are left out while the model reasons.</summary>
    public FrozenSet<string> RefusedWhileReasoning { get; init; } = [];

    /// <summary>How an answer to be gone on with is marked as one.</summary>
    public PrefillMark Prefill { get; init; }

    /// <summary>Null: messages go as they are.</summary>
    public MessageQuirks? Messages { get; init; }

    public bool Takes(string parameter) => !Refused.Contains(parameter) && !(Reasoning == ReasoningStyle.Unsaid && ReasoningMembers.Includes(parameter));
}
