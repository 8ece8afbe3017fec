using Microsoft.AspNetCore.Builder;

namespace Weir.Server.Auth;

/// <summary>Marks operations that applications perform with a key, and the console never: calling models, sending spans.</summary>
/// <remarks>The mark is as good as <see cref="Access.InferenceKey"/> in <see cref="AccessTable"/>, so that an operation that spends is safe before it has a line there.</remarks>
internal sealed class KeyOnly
{
    private static readonly KeyOnly Mark = new();

    public static void Require(IEndpointConventionBuilder endpoint) => endpoint.Add(builder => builder.Metadata.Add(Mark));
}
