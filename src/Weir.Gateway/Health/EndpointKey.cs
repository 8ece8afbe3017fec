using Weir.Gateway.Catalog;

namespace Weir.Gateway.Health;

/// <summary>What makes an endpoint the same one after the catalogue was read again: its names, and the connection it is reached by.</summary>
/// <param name="Model">The model's slug.</param>
/// <param name="Tag">The endpoint's.</param>
/// <param name="UpstreamModel">What the provider calls it.</param>
/// <param name="Provider">Who is connected to with the server's own credential.</param>
/// <param name="Credential">Whose own it is asked with instead; null: the server's. What a personal key comes to says nothing about the endpoint.</param>
/// <remarks>
/// With another address, credential or header it is another endpoint, of which nothing is known: whoever mends a credential has it back at once, what is under
/// way over the old connection counts there, and a credential that is refused says nothing about another one at the same provider.
/// </remarks>
internal readonly record struct EndpointKey(string Model, string Tag, string UpstreamModel, ProviderEntry Provider, string? Credential)
{
    public static EndpointKey Of(ModelEntry model, EndpointEntry endpoint) =>
        new(model.Slug, endpoint.Tag, endpoint.UpstreamModel, endpoint.Provider, endpoint.Credential?.Sealing);

    // A credential of somebody's own may bring an address of its own, once it is opened.
    public bool Equals(EndpointKey other) =>
        Model == other.Model
        && Tag == other.Tag
        && UpstreamModel == other.UpstreamModel
        && Credential == other.Credential
        && (Credential is not null || IsSameConnection(Provider, other.Provider));

    // The credential alone of the connection: many may be in use at one endpoint.
    public override int GetHashCode() => HashCode.Combine(Model, Tag, UpstreamModel, Credential ?? Provider.ApiKey);

    private static bool IsSameConnection(ProviderEntry one, ProviderEntry other) =>
        ReferenceEquals(one, other)
        || (one.ApiKey == other.ApiKey
            && one.BaseUrl == other.BaseUrl
            && one.Dialect.Dialect == other.Dialect.Dialect
            && one.Headers.AsSpan().SequenceEqual(other.Headers.AsSpan()));
}
