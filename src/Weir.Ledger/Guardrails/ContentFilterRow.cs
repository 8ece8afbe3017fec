namespace Weir.Ledger.Guardrails;

/// <summary>A regular expression of the operator's own that is searched for in what users write.</summary>
/// <param name="Pattern">In the flavour of JavaScript, without lookaround and backreferences.</param>
/// <param name="Action">What a match leads to.</param>
/// <param name="Label">What stands in place of a match; null: a word of ours.</param>
public sealed record ContentFilterRow(string Pattern, FilterAction Action, string? Label);
