using System.Collections.Immutable;
using Weir.Gateway.Catalog;
using Weir.Gateway.Chat;
using Weir.Gateway.Dispatch;

namespace Weir.Gateway.Routing;

/// <summary>An endpoint in a plan, and why it stands where it stands.</summary>
public sealed record Candidate(ModelEntry Model, EndpointEntry Endpoint, string Reason)
{
    /// <summary>The provider as people read it.</summary>
    public string ProviderName => Endpoint.Provider.Name;

    /// <summary>The model as clients name it.</summary>
    public string ModelSlug => Model.Slug;

    /// <summary>What it is asked differently from the others.</summary>
    public ImmutableArray<RequestChange> Changes { get; init; } = [];

    /// <summary>Whether it is asked with a credential of somebody's own.</summary>
    public bool IsByok => Endpoint.Credential is not null;

    /// <summary>The same with the text of its credential, for the time of one call.</summary>
    /// <exception cref="TranslationException">The credential cannot be read, or not be used here.</exception>
    public Candidate Unseal() => Endpoint.Credential is { } own
        ? this with { Endpoint = Endpoint with { Provider = Endpoint.Provider.Dialect.Accept(Endpoint.Provider, ModelSlug, own.Open()) } }
        : this;

    /// <summary>Whether another is this one, sealed or not.</summary>
    public bool IsSameAs(Candidate? other) =>
        ReferenceEquals(this, other) || (Endpoint.Credential is { } own && ReferenceEquals(own, other?.Endpoint.Credential));

    /// <summary>The request as this candidate is asked it.</summary>
    public ModelRequest Adapt(ModelRequest request) => Changes.IsEmpty ? request : RequestEdit.Apply(request, Changes);
}
