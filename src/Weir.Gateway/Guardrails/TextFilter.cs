using Weir.Ledger.Guardrails;

namespace Weir.Gateway.Guardrails;

/// <summary>A content filter as it is in force for a caller.</summary>
internal sealed record TextFilter
{
    public required MatchFinder Find { get; init; }
    public required FilterAction Action { get; init; }

    /// <summary>Stands in place of a match: <c>[EMAIL]</c>.</summary>
    public required string Placeholder { get; init; }

    /// <summary>What a refusal calls it.</summary>
    public required string Label { get; init; }

    /// <summary>Whether only what users write is searched.</summary>
    public bool UserOnly { get; init; } = true;

    /// <summary>Whether it looks for prompt injections, which may be spread over the parts of a message; else for a text of a certain form.</summary>
    public bool SeeksInjection { get; init; }

    /// <summary>The guardrail that it comes from; of several the one that asks for the most, and of those the widest.</summary>
    public required Guid GuardrailId { get; init; }

    public required GuardrailScope Scope { get; init; }

    /// <summary>What the metadata of a request calls it.</summary>
    public string StageName => SeeksInjection ? "regex_pi_detection" : "content-filter";
}
