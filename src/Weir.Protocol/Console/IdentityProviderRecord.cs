namespace Weir.Protocol.Console;

/// <summary>An identity provider that signs users in.</summary>
/// <param name="Name">As the sign-in page calls it.</param>
/// <param name="Path">Where a browser goes to begin; takes <c>next</c>, the page to go on to.</param>
public sealed record IdentityProviderRecord(string Name, string Path);
