namespace Weir.Ledger.Keys;

/// <summary>What a key may do.</summary>
public enum KeyKind
{
    /// <summary>Call models, send spans, read the traces of its workspace.</summary>
    Inference,

    /// <summary>Everything except calling models.</summary>
    Management,
}
