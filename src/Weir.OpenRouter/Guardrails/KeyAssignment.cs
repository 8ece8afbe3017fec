namespace Weir.OpenRouter;

/// <summary>A key that a guardrail watches.</summary>
public sealed record KeyAssignment : WireRecord
{
    /// <summary>Id of the user who assigned it; null if it is not known.</summary>
    public string? AssignedBy { get; init; }

    /// <summary>When the key was assigned, ISO 8601.</summary>
    public string? CreatedAt { get; init; }

    /// <summary>UUID of the guardrail.</summary>
    public string? GuardrailId { get; init; }

    /// <summary>UUID of the assignment.</summary>
    public string? Id { get; init; }

    /// <summary>Hash of the key, its <see cref="ApiKey.Hash"/>.</summary>
    public string? KeyHash { get; init; }

    /// <summary>The key's <see cref="ApiKey.Label"/>, to recognise it by.</summary>
    public string? KeyLabel { get; init; }

    /// <summary>What somebody called the key.</summary>
    public string? KeyName { get; init; }
}
