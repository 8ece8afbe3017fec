namespace Weir.Ledger.Activity;

/// <summary>What traffic is told apart by.</summary>
public enum UsageDimension
{
    Workspace,

    /// <summary>By the hash of the key.</summary>
    Key,

    /// <summary>Who made the key; unset for keys that are gone.</summary>
    KeyOwner,

    /// <summary>By the slug that answered.</summary>
    Model,

    /// <summary>By the provider's display name; unset when none answered.</summary>
    Provider,

    /// <summary>By the number of the app.</summary>
    App,

    ApiType,
    FinishReason,
    ErrorType,

    /// <summary>By the shortest of 1K, 10K, 100K, 1M and 10M tokens that the prompt fits in; unset when nothing was counted.</summary>
    ContextLength,

    /// <summary>The caller's own end user.</summary>
    ExternalUser,

    Session,

    /// <summary>The address that the app says it is.</summary>
    Origin,

    Generation,
}
