using System.Collections.Frozen;
using System.Collections.Immutable;
using Weir.Gateway.Catalog;
using Weir.Ledger.Pricing;

namespace Weir.Server.Configuration;

/// <summary>Reads the <c>endpoints</c> of a model of the configuration.</summary>
internal static class EndpointSection
{
    public static EndpointConfiguration Read(ConfigNode node, ImmutableArray<ProviderConfiguration> providers)
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
            Tag = ReadTag(node, provider),
            ServiceTier = node.Word("service_tier", CatalogVocabulary.ServiceTiers),
            ContextLength = node.Number("context_length", 1, 128_000),
            MaxCompletionTokens = node.Number("max_completion_tokens", 1, 8192),
            MaxPromptTokens = node.Number("max_prompt_tokens", 1, 100_000),
            Quantization = node.Word("quantization", CatalogVocabulary.Quantizations),
            SupportedParameters = node.Texts("supported_parameters", "temperature")?.ToFrozenSet(StringComparer.Ordinal),
            IsModerated = node.Flag("is_moderated", fallback: false),
            SupportsImplicitCaching = node.Flag("supports_implicit_caching", fallback: false),
            SupportsVoiceCloning = node.Flag("supports_voice_cloning", fallback: false),
            Prefill = node.Flag("prefill"),
            BenchmarkAccuracy = node.Real("benchmark_accuracy", 0, 1, 0.85),
            DataRegion = node.Word("data_region", DataRegion.All),
            Image = node.Object("image") is { } image ? ReadImage(image) : null,
        };
        node.Finish();
        return endpoint;
    }

    // Whoever reads a tag knows by it who answers.
    private static string? ReadTag(ConfigNode node, string provider)
    {
        var tag = node.Text("tag", $"{provider}/turbo");
        if (tag is not null && (!tag.StartsWith($"{provider}/", StringComparison.Ordinal) || tag.Length == provider.Length + 1))
        {
            node.Report("tag", $"is \"{tag}\"; it must begin with the provider and a slash, for example \"{provider}/turbo\"");
        }

        return tag;
    }

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
            InputCacheWriteHour = node.Price("input_cache_write_1h"),
            Image = node.Price("image"),
            ImageToken = node.Price("image_token"),
            ImageOutput = node.Price("image_output"),
            Audio = node.Price("audio"),
            AudioOutput = node.Price("audio_output"),
            InputAudioCache = node.Price("input_audio_cache"),
            Second = node.Price("second"),
            Character = node.Price("character"),
            Search = node.Price("search"),
            WebSearch = node.Price("web_search"),
            Overrides = node.Objects("overrides").Select(ReadOverride).ToImmutableArray(),
        };
        node.Finish();
        return price;
    }

    private static PriceOverride ReadOverride(ConfigNode node)
    {
        var hours = ReadHours(node);
        if (hours is null && !node.Has("min_prompt_tokens"))
        {
            node.Report("min_prompt_tokens", "is missing; for example 200000. Prices of some hours have \"utc_start\" and \"utc_end\" instead, or besides");
        }

        var one = new PriceOverride
        {
            MinPromptTokens = node.Number("min_prompt_tokens", 0, 200_000),
            Hours = hours,
            Prompt = node.Price("prompt"),
            Completion = node.Price("completion"),
            InputCacheRead = node.Price("input_cache_read"),
            InputCacheWrite = node.Price("input_cache_write"),
            InputCacheWriteHour = node.Price("input_cache_write_1h"),
            Audio = node.Price("audio"),
            InputAudioCache = node.Price("input_audio_cache"),
        };
        node.Finish();
        return one;
    }

    private static PriceHours? ReadHours(ConfigNode node)
    {
        var (start, end) = (node.Number("utc_start", 0, 1630), node.Number("utc_end", 0, 30));
        if (!node.Has("utc_start") && !node.Has("utc_end"))
        {
            return null;
        }

        var hours = new PriceHours(start ?? -1, end ?? -1);
        if (!hours.AreTimes)
        {
            node.Report("utc_start", "and \"utc_end\" must be two times of a UTC day as hours and minutes, for example 1630 and 30: from 16:30 up to 00:30");
        }

        return hours;
    }

    private static ImageAbility ReadImage(ConfigNode node)
    {
        var parameters = ImmutableSortedDictionary.CreateBuilder<string, ParameterRange>(StringComparer.Ordinal);
        if (node.Object("supported_parameters") is { } section)
        {
            foreach (var name in section.Names.ToImmutableArray())
            {
                if (section.Object(name) is { } range)
                {
                    parameters.Add(name, ReadRange(range));
                }
            }
        }

        var ability = new ImageAbility
        {
            Parameters = parameters.ToImmutable(),
            PassthroughParameters = node.Texts("passthrough_parameters", "style") ?? [],
            Streams = node.Flag("supports_streaming", fallback: false),
        };
        node.Finish();
        return ability;
    }

    private static ParameterRange ReadRange(ConfigNode node)
    {
        var type = node.Choice("type", "boolean", "enum", "range", "boolean");
        var range = type switch
        {
            "enum" => new ParameterRange { Values = node.Texts("values", "1K") ?? [] },
            "range" => new ParameterRange
            {
                Least = node.Real("min", double.MinValue, double.MaxValue, 1) ?? 0,
                Most = node.Real("max", double.MinValue, double.MaxValue, 10) ?? 0,
            },
            _ => ParameterRange.Flag,
        };
        if (type == "enum" && range.Values.IsEmpty)
        {
            node.Report("values", "is missing; for example [\"1K\", \"2K\"]");
        }

        if (type == "range" && !(node.Has("min") && node.Has("max")))
        {
            node.Report("min", "and \"max\" must both be given, for example 1 and 10");
        }

        node.Finish();
        return range;
    }
}
