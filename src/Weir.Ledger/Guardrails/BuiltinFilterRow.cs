namespace Weir.Ledger.Guardrails;

/// <summary>A content filter that comes with the server.</summary>
/// <param name="Slug">Its name in the API, such as <c>email</c>.</param>
/// <param name="Action">What a match leads to.</param>
/// <param name="UserOnly">Whether only what users write is searched; of the filter of prompt injections alone, the others never search more.</param>
public sealed record BuiltinFilterRow(string Slug, FilterAction Action, bool UserOnly);
