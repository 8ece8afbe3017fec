using System.Collections.Immutable;
using Weir.Gateway.Catalog;

namespace Weir.Gateway.Routing;

/// <summary>Whether a name in a preference means an endpoint.</summary>
internal static class EndpointName
{
    private const char TagSeparator = '/';

    /// <summary>A provider's slug or name means all of its endpoints; a tag with a slash means exactly the one that has it.</summary>
    /// <remarks>A provider's name alone does not admit endpoints of a service tier: that is another question, see <see cref="IsTagOf"/>.</remarks>
    public static bool Means(string name, EndpointEntry endpoint) =>
        Same(name, endpoint.Provider.Slug) || Same(name, endpoint.Provider.Name) || IsTagOf(name, endpoint);

    public static bool IsTagOf(string name, EndpointEntry endpoint) => endpoint.Tag.Contains(TagSeparator) && Same(name, endpoint.Tag);

    public static bool AnyMeans(ImmutableArray<string> names, EndpointEntry endpoint) => IndexOf(names, endpoint) >= 0;

    /// <summary>Where a list of names means an endpoint first; -1 when it does not.</summary>
    public static int IndexOf(ImmutableArray<string> names, EndpointEntry endpoint)
    {
        for (var index = 0; index < names.Length; index++)
        {
            if (Means(names[index], endpoint))
            {
                return index;
            }
        }

        return -1;
    }

    private static bool Same(string a, string b) => a.Equals(b, StringComparison.OrdinalIgnoreCase);
}
