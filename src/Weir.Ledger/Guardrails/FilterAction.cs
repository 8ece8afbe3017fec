namespace Weir.Ledger.Guardrails;

/// <summary>What happens where a content filter matches, the mildest first: of several the strictest counts.</summary>
public enum FilterAction
{
    /// <summary>Nothing but a note in the metadata of the request.</summary>
    Flag,

    /// <summary>The match is replaced before anybody else sees it.</summary>
    Redact,

    /// <summary>The request is refused.</summary>
    Block,
}
