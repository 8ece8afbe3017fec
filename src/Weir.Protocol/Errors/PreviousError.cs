namespace Weir.Protocol.Errors;

/// <summary>One failed attempt before the one that is reported.</summary>
public sealed record PreviousError(string Provider, string Code, int? Status);
