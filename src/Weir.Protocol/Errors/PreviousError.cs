namespace Weir.Protocol.Errors;

/// <summary>One failed attempt before the one that is reported.</summary>
/// <param name="Provider">Display name of the provider.</param>
/// <param name="Code">The provider's own error code, else its HTTP status as text, else <c>no_answer</c>.</param>
/// <param name="Status">Its HTTP status; null: it never answered.</param>
public sealed record PreviousError(string Provider, string Code, int? Status);
