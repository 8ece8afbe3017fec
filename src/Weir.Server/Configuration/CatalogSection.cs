using System.Collections.Immutable;
using Weir.Server.Catalogue;

namespace Weir.Server.Configuration;

/// <summary>Reads <c>catalog</c> of the configuration: documents that are imported again and again.</summary>
internal static class CatalogSection
{
    private const int DefaultMinutes = 60;

    public static ImmutableArray<ImportConfiguration> Read(ConfigNode? section, ImmutableArray<ProviderConfiguration> providers)
    {
        if (section is null)
        {
            return [];
        }

        var imports = ImmutableArray.CreateBuilder<ImportConfiguration>();
        foreach (var node in section.Objects("import"))
        {
            var import = ReadOne(node, providers);
            if (imports.Any(other => other.Provider == import.Provider))
            {
                node.Report("provider", $"\"{import.Provider}\" has an import already; each provider can have one");
            }

            imports.Add(import);
        }

        section.Finish();
        return imports.ToImmutable();
    }

    private static ImportConfiguration ReadOne(ConfigNode node, ImmutableArray<ProviderConfiguration> providers)
    {
        const string Example = "https://acme.example/v1/models";
        var provider = node.RequiredText("provider", "acme");
        if (provider.Length > 0 && !IsKnown(provider, providers))
        {
            node.Report("provider", $"names \"{provider}\", which is neither under \"providers\" nor built in");
        }
        else if (provider.Length > 0 && !ImportedFiles.IsFileName(provider))
        {
            node.Report("provider", $"names \"{provider}\"; to import its models, a provider's name must be letters, digits, '-', '_' and '.'");
        }

        var text = node.RequiredText("url", Example);
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            if (text.Length > 0)
            {
                node.Report("url", $"is \"{text}\"; it must be an http or https address, for example \"{Example}\"");
            }

            url = new Uri(Example);
        }

        var import = new ImportConfiguration
        {
            Url = url,
            Provider = provider,
            Every = TimeSpan.FromMinutes(node.Number("every_minutes", 1, DefaultMinutes) ?? DefaultMinutes),
        };
        node.Finish();
        return import;
    }

    private static bool IsKnown(string provider, ImmutableArray<ProviderConfiguration> providers) =>
        providers.Concat(BuiltInCatalog.Instance.Providers).Any(known => known.Slug == provider);
}
