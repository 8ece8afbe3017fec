namespace Weir.Protocol.Byok;

/// <summary>One page of provider credentials.</summary>
public sealed record ProviderKeyListResponse(IReadOnlyList<ProviderKeyRecord> Data, int TotalCount);
