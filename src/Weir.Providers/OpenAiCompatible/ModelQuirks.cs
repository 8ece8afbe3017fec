namespace Weir.Providers.OpenAiCompatible;

/// <summary>Models of a provider that want requests in their own way.</summary>
/// <param name="Prefixes">Beginnings of their names at the provider.</param>
/// <param name="Request">Stands in place of the provider's own.</param>
internal sealed record ModelQuirks(string[] Prefixes, RequestQuirks Request)
{
    public bool Includes(string model) => Array.Exists(Prefixes, prefix => model.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
