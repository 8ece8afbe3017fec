namespace Weir.Protocol.Byok;

/// <summary>One page of provider credentials.</summary>
/// <param name="Data">Those of the page, by provider and place; usually 50, at most 100.</param>
/// <param name="TotalCount">Credentials of all pages.</param>
public sealed record ProviderKeyListResponse(IReadOnlyList<ProviderKeyRecord> Data, int TotalCount);
