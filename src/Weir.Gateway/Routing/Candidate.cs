using System.Collections.Immutable;
using Weir.Gateway.Catalog;
using Weir.Gateway.Chat;

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

    /// <summary>The request as this candidate is asked it.</summary>
    public ModelRequest Adapt(ModelRequest request) => Changes.IsEmpty ? request : RequestEdit.Apply(request, Changes);
}
