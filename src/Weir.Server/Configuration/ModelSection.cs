using System.Collections.Frozen;
using System.Collections.Immutable;
using Weir.Ledger.Pricing;

namespace Weir.Server.Configuration;

/// <summary>Reads the <c>models</c> of the configuration.</summary>
internal static class ModelSection
{
    internal static readonly string[] Modalities = ["text", "image", "audio", "video", "file", "embeddings", "rerank", "speech", "transcription"];

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
        var endpoints = node.Objects("endpoints").Select(endpoint => ReadEndpoint(endpoint, providers)).ToImmutableArray();
        if (endpoints.IsEmpty)
        {
            node.Report("endpoints", "must have at least one endpoint, for example [ { \"provider\": \"acme\", \"upstream_model\": \"small-1\" } ]");
        }

        var model = new ModelConfiguration
        {
            Slug = slug,
            Name = node.Text("name", "Acme: Small") ?? slug,
            ContextLength = node.Number("context_length", 1, 128_000) ?? 128_000,
            InputModalities = ReadModalities(node, "input_modalities"),
            OutputModalities = ReadModalities(node, "output_modalities"),
            Tokenizer = node.Choice("tokenizer", "o200k", "o200k", "cl100k", "other"),
            Endpoints = endpoints,
        };
        node.Finish();
        return model;
    }

    private static ImmutableArray<string> ReadModalities(ConfigNode node, string name)
    {
        var modalities = node.Texts(name, "text") ?? ["text"];
        foreach (var unknown in modalities.Where(modality => !Modalities.Contains(modality)))
        {
            node.Report(name, $"names \"{unknown}\"; it can name {string.Join(", ", Modalities)}");
        }

        return modalities;
    }

    private static EndpointConfiguration ReadEndpoint(ConfigNode node, ImmutableArray<ProviderConfiguration> providers)
    {
        var provider = node.RequiredText("provider", "acme");
        if (provider.Length > 0 && !providers.Any(known => known.Slug == provider))
        {
            node.Report("provider", $"names \"{provider}\", which is not under \"providers\"{(providers.IsEmpty ? "" : $"; for example \"{providers[0].Slug}\"")}");
        }

        var endpoint = new EndpointConfiguration
        {
            Provider = provider,
            UpstreamModel = node.RequiredText("upstream_model", "small-1"),
            HasPrice = node.Has("pricing"),
            Price = ReadPrice(node.Object("pricing")),
            ContextLength = node.Number("context_length", 1, 128_000),
            MaxCompletionTokens = node.Number("max_completion_tokens", 1, 8192),
            Quantization = ReadQuantization(node),
            SupportedParameters = node.Texts("supported_parameters", "temperature")?.ToFrozenSet(StringComparer.Ordinal),
        };
        node.Finish();
        return endpoint;
    }

    private static string? ReadQuantization(ConfigNode node) =>
        node.Has("quantization")
            ? node.Choice("quantization", "unknown", "int4", "int8", "fp4", "mxfp4", "nvfp4", "fp6", "fp8", "mxfp8", "fp16", "bf16", "fp32", "unknown")
            : node.Text("quantization", "fp8");

    private static Price ReadPrice(ConfigNode? node)
    {
        if (node is null)
        {
            return Price.Free;
        }

        var price = new Price
        {
            Prompt = node.Price("prompt") ?? 0,
            Completion = node.Price("completion") ?? 0,
            Request = node.Price("request") ?? 0,
            InternalReasoning = node.Price("internal_reasoning"),
            InputCacheRead = node.Price("input_cache_read"),
            InputCacheWrite = node.Price("input_cache_write"),
        };
        node.Finish();
        return price;
    }
}
