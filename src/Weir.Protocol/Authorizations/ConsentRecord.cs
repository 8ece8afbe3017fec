namespace Weir.Protocol.Authorizations;

/// <summary>What follows an approval on the consent page.</summary>
/// <param name="Code">The authorization code.</param>
/// <param name="RedirectUrl">Where the browser goes with it; null: the code is shown, to be copied.</param>
public sealed record ConsentRecord(string Code, string? RedirectUrl);
