using System.Collections.Immutable;
using Weir.Gateway.Catalog;

namespace Weir.Server.Configuration;

/// <summary>Reads the <c>models</c> of the configuration.</summary>
internal static class ModelSection
{
    public static ImmutableArray<ModelConfiguration> Read(ConfigNode? section, ImmutableArray<ProviderConfiguration> providers)
    {
        if (section is null)
        {
            return [];
        }

        var models = ImmutableArray.CreateBuilder<ModelConfiguration>();
        var slugs = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var slug in section.Names)
        {
            if (section.Object(slug) is { } node)
            {
                if (!slug.Contains('/'))
                {
                    section.Report(slug, $"must be author/slug, for example \"acme/{slug}\"");
                }

                // Requests name models in any case.
                if (!slugs.Add(slug))
                {
                    section.Report(slug, "stands here twice, written in another case; keep one of the two");
                }

                models.Add(ReadOne(slug, node, providers));
            }
        }

        return models.ToImmutable();
    }

    private static ModelConfiguration ReadOne(string slug, ConfigNode node, ImmutableArray<ProviderConfiguration> providers)
    {
        var endpoints = node.Objects("endpoints").Select(endpoint => EndpointSection.Read(endpoint, providers)).ToImmutableArray();
        if (endpoints.IsEmpty)
        {
            node.Report("endpoints", "must have at least one endpoint, for example [ { \"provider\": \"acme\", \"upstream_model\": \"small-1\" } ]");
        }

        var model = new ModelConfiguration
        {
            Slug = slug,
            Permaslug = ReadSlug(node, "canonical_slug", node.Text("canonical_slug", $"{slug}-2026-01-31")),
            Aliases = [.. (node.Texts("aliases", $"{slug}-latest") ?? []).Where(alias => ReadSlug(node, "aliases", alias) is not null)],
            Name = node.Text("name", "Acme: Small") ?? slug,
            Created = node.Date("created") is { } day ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero) : null,
            ContextLength = node.Number("context_length", 1, 128_000) ?? 128_000,
            InputModalities = node.Words("input_modalities", CatalogVocabulary.InputModalities) ?? ["text"],
            IsInputAssumed = !node.Has("input_modalities"),
            OutputModalities = node.Words("output_modalities", CatalogVocabulary.OutputModalities) ?? ["text"],
            Tokenizer = node.Choice("tokenizer", "o200k", "o200k", "cl100k", "other"),
            Card = ModelCardSection.Read(node),
            Workspaces = ReadWorkspaces(node),
            Endpoints = endpoints,
        };
        node.Finish();
        return model;
    }

    private static ImmutableArray<Guid> ReadWorkspaces(ConfigNode node)
    {
        const string Example = "0198f000-0000-7000-8000-000000000001";
        var workspaces = ImmutableArray.CreateBuilder<Guid>();
        var texts = node.Texts("workspaces", Example);
        foreach (var text in texts ?? [])
        {
            if (Guid.TryParse(text, out var workspace))
            {
                workspaces.Add(workspace);
            }
            else
            {
                node.Report("workspaces", $"names \"{text}\"; it must be the id of a workspace, for example \"{Example}\"");
            }
        }

        // Visible to nobody is not what an empty list would do.
        if (texts is { IsEmpty: true })
        {
            node.Report("workspaces", "is empty; name at least one workspace, or leave it out for a model that all see");
        }

        return workspaces.ToImmutable();
    }

    private static string? ReadSlug(ConfigNode node, string name, string? slug)
    {
        if (slug is null || slug.Contains('/'))
        {
            return slug;
        }

        node.Report(name, $"names \"{slug}\"; it must be author/slug, for example \"acme/{slug}\"");
        return null;
    }
}
