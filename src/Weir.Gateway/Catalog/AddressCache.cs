namespace Weir.Gateway.Catalog;

/// <summary>The address that a provider was last called at: nearly every call goes to one path, and putting an address together takes longer than finding it.</summary>
/// <remarks>A copy of an entry shares it, with another base address perhaps. It is no part of what an entry is: any two are equal.</remarks>
internal sealed class AddressCache
{
    private Known? _last;

    public Uri Of(Uri baseUrl, string path)
    {
        var last = _last;
        if (last is null || last.Path != path || !ReferenceEquals(last.BaseUrl, baseUrl))
        {
            _last = last = new Known(baseUrl, path, new Uri(baseUrl, path));
        }

        return last.Address;
    }

    /// <inheritdoc/>
    public override bool Equals(object? other) => other is AddressCache;

    /// <inheritdoc/>
    public override int GetHashCode() => 0;

    private sealed record Known(Uri BaseUrl, string Path, Uri Address);
}
