using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Weir.Gateway.Catalog;
using Weir.Gateway.Chat;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Protocols.Json;

namespace Weir.Gateway.Routing;

/// <summary>Reads the <c>provider</c> member of a request.</summary>
/// <remarks>
/// <code>{"order":["acme"],"allow_fallbacks":false,"sort":{"by":"price","partition":"none"},"max_price":{"prompt":"0.5"},"preferred_max_latency":{"p90":2}}</code>
/// A member that nobody here knows is left alone: clients are newer than servers. <c>options</c> is for who answers, not for routing.
/// </remarks>
public static class PreferencesReader
{
    private const string Member = "provider";

    private static readonly ImmutableArray<string> Partitions = ["model", "none"];
    private static readonly ImmutableArray<string> DataCollections = ["allow", "deny"];
    private static readonly ImmutableArray<string> MidStreams = ["error", "continue"];

    /// <exception cref="GatewayException">400: a member has another type or word than it can have; the message says which.</exception>
    public static RoutePreferences Read(ModelRequest request)
    {
        if (!request.Has(Member))
        {
            return RoutePreferences.None;
        }

        using var document = JsonDocument.Parse(request.Value(Member), new JsonDocumentOptions { MaxDepth = RequestReader.MaxDepth });
        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            throw RequestFault.WrongKind(Member, document.RootElement, "an object, for example {\"order\":[\"acme\"]}");
        }

        var root = ObjectMembers.Of(document.RootElement);
        var sort = ReadSort(root);
        return new RoutePreferences
        {
            Order = Names(root, "order"),
            Only = Names(root, "only"),
            Ignore = Names(root, "ignore"),
            AllowFallbacks = Flag(root, "allow_fallbacks") ?? true,
            RequireParameters = Flag(root, "require_parameters") ?? false,
            DenyDataCollection = Word(root, "data_collection", DataCollections) == "deny",
            ZeroRetention = Flag(root, "zdr") ?? false,
            Distillable = Flag(root, "enforce_distillable_text") ?? false,
            Quantizations = ReadQuantizations(root),
            Sort = sort.By,
            AcrossModels = sort.AcrossModels,
            MinThroughput = ReadBounds(root, "preferred_min_throughput", "tokens a second"),
            MaxLatency = ReadBounds(root, "preferred_max_latency", "seconds"),
            MaxPrice = ReadCeiling(root),
            MidStream = Word(root, "mid_stream", MidStreams) switch
            {
                "continue" => MidStreamPolicy.Continue,
                "error" => MidStreamPolicy.Error,
                _ => null,
            },
        };
    }

    /// <summary>Whether a request asks for zero data retention, be what else it says right or wrong.</summary>
    public static bool AsksForZeroRetention(ModelRequest request)
    {
        if (!request.Has(Member))
        {
            return false;
        }

        using var document = JsonDocument.Parse(request.Value(Member), new JsonDocumentOptions { MaxDepth = RequestReader.MaxDepth });
        return ObjectMembers.Of(document.RootElement).Find("zdr") is { ValueKind: JsonValueKind.True };
    }

    // "price", or {"by":"price","partition":"none"}
    private static (SortMetric? By, bool AcrossModels) ReadSort(ObjectMembers root)
    {
        if (root.Find("sort") is not { } sort)
        {
            return default;
        }

        const string Place = $"{Member}.sort";
        switch (sort.ValueKind)
        {
            case JsonValueKind.String:
                return (SortWords.Find(Word(root, "sort", SortWords.All)), false);
            case JsonValueKind.Object:
                var members = ObjectMembers.Of(sort);
                return (SortWords.Find(Word(members, "by", SortWords.All, Place)), Word(members, "partition", Partitions, Place) == "none");
            default:
                throw RequestFault.WrongKind(Place, sort, $"one of {string.Join(", ", SortWords.All)}, or an object {{\"by\":\"price\",\"partition\":\"none\"}}");
        }
    }

    private static ImmutableArray<string> ReadQuantizations(ObjectMembers root)
    {
        var words = Names(root, "quantizations");
        foreach (var word in words)
        {
            if (!CatalogVocabulary.Quantizations.Contains(word, StringComparer.OrdinalIgnoreCase))
            {
                throw RequestFault.Invalid($"'{Member}.quantizations' names \"{word}\"; it can name {string.Join(", ", CatalogVocabulary.Quantizations)}.");
            }
        }

        return words;
    }

    // 2.5, or {"p50":1,"p90":2.5}
    private static PercentileBounds? ReadBounds(ObjectMembers root, string name, string unit)
    {
        if (root.Find(name) is not { } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Object)
        {
            var points = ObjectMembers.Of(value);
            return new PercentileBounds(Point(points, "p50", name), Point(points, "p75", name), Point(points, "p90", name), Point(points, "p99", name));
        }

        return value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var bound) && bound >= 0
            ? new PercentileBounds(bound)
            : throw RequestFault.WrongKind($"{Member}.{name}", value, $"a number of {unit}, 0 or more, or an object of percentiles {{\"p50\":1,\"p90\":2.5}}");
    }

    private static double? Point(ObjectMembers owner, string name, string of)
    {
        if (owner.Find(name) is not { } value)
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var bound) && bound >= 0
            ? bound
            : throw RequestFault.WrongKind($"{Member}.{of}.{name}", value, "a number, 0 or more");
    }

    private static PriceCeiling? ReadCeiling(ObjectMembers root)
    {
        if (root.Find("max_price") is not { } value)
        {
            return null;
        }

        if (value.ValueKind != JsonValueKind.Object)
        {
            throw RequestFault.WrongKind($"{Member}.max_price", value, "an object, for example {\"prompt\":1,\"completion\":\"2.5\"}");
        }

        var prices = ObjectMembers.Of(value);
        return new PriceCeiling(Money(prices, "prompt"), Money(prices, "completion"), Money(prices, "image"), Money(prices, "audio"), Money(prices, "request"));
    }

    // 0.5 or "0.5"
    private static decimal? Money(ObjectMembers owner, string name)
    {
        if (owner.Find(name) is not { } value)
        {
            return null;
        }

        var text = value.ValueKind switch
        {
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.String => value.Text(),
            _ => "",
        };
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var money) && money >= 0
            ? money
            : throw RequestFault.WrongKind($"{Member}.max_price.{name}", value, "a price in dollars, 0 or more, for example 0.5 or \"0.5\"");
    }

    private static bool? Flag(ObjectMembers owner, string name) => owner.Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        var other => throw RequestFault.WrongKind($"{Member}.{name}", other, "true or false"),
    };

    private static string? Word(ObjectMembers owner, string name, ImmutableArray<string> words, string path = Member)
    {
        if (owner.Find(name) is not { } value)
        {
            return null;
        }

        if (value.ValueKind != JsonValueKind.String)
        {
            throw RequestFault.WrongKind($"{path}.{name}", value, OneOf(words));
        }

        var text = value.Text();
        return words.Contains(text) ? text : throw RequestFault.Invalid($"'{path}.{name}' is \"{text}\"; it must be {OneOf(words)}.");
    }

    private static string OneOf(ImmutableArray<string> words) => $"one of {string.Join(", ", words)}";

    private static ImmutableArray<string> Names(ObjectMembers owner, string name)
    {
        if (owner.Find(name) is not { } value)
        {
            return [];
        }

        if (value.ValueKind != JsonValueKind.Array)
        {
            throw Wrong(value);
        }

        var names = ImmutableArray.CreateBuilder<string>(value.GetArrayLength());
        foreach (var item in value.EnumerateArray())
        {
            names.Add(item.ValueKind == JsonValueKind.String ? item.Text() : throw Wrong(value));
        }

        return names.MoveToImmutable();

        GatewayException Wrong(JsonElement list) => RequestFault.WrongKind($"{Member}.{name}", list, "a list of strings, for example [\"acme\"]");
    }
}
