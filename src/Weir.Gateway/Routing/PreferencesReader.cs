using System.Collections.Immutable;
using System.Globalization;
using System.Text;
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

    private static readonly ImmutableArray<string> Sorts = ["price", "throughput", "latency", "exacto"];

    /// <exception cref="GatewayException">400: a member has another type or word than it can have; the message says which.</exception>
    public static RoutePreferences Read(ModelRequest request)
    {
        if (!request.Has(Member))
        {
            return RoutePreferences.None;
        }

        using var document = JsonDocument.Parse(request.Value(Member), new JsonDocumentOptions { MaxDepth = RequestReader.MaxDepth });
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw RequestFault.WrongKind(Member, root, "an object, for example {\"order\":[\"acme\"]}");
        }

        var sort = ReadSort(root);
        return new RoutePreferences
        {
            Order = Names(root, "order"),
            Only = Names(root, "only"),
            Ignore = Names(root, "ignore"),
            AllowFallbacks = Flag(root, "allow_fallbacks") ?? true,
            RequireParameters = Flag(root, "require_parameters") ?? false,
            DenyDataCollection = Word(root, "data_collection", ["allow", "deny"]) == "deny",
            ZeroRetention = Flag(root, "zdr") ?? false,
            Distillable = Flag(root, "enforce_distillable_text") ?? false,
            Quantizations = ReadQuantizations(root),
            Sort = sort.By,
            AcrossModels = sort.AcrossModels,
            MinThroughput = ReadBounds(root, "preferred_min_throughput", "tokens a second"),
            MaxLatency = ReadBounds(root, "preferred_max_latency", "seconds"),
            MaxPrice = ReadCeiling(root),
            MidStream = Word(root, "mid_stream", ["error", "continue"]) switch
            {
                "continue" => MidStreamPolicy.Continue,
                "error" => MidStreamPolicy.Error,
                _ => null,
            },
        };
    }

    // "price", or {"by":"price","partition":"none"}
    private static (SortMetric? By, bool AcrossModels) ReadSort(JsonElement root)
    {
        if (root.Find("sort"u8) is not { } sort)
        {
            return default;
        }

        return sort.ValueKind switch
        {
            JsonValueKind.String => (MetricOf(Word(root, "sort", Sorts)), false),
            JsonValueKind.Object => (
                MetricOf(Word(sort, "by", Sorts, $"{Member}.sort")),
                Word(sort, "partition", ["model", "none"], $"{Member}.sort") == "none"),
            _ => throw RequestFault.WrongKind($"{Member}.sort", sort, $"one of {string.Join(", ", Sorts)}, or an object {{\"by\":\"price\",\"partition\":\"none\"}}"),
        };
    }

    private static SortMetric? MetricOf(string? word) => word switch
    {
        "price" => SortMetric.Price,
        "throughput" => SortMetric.Throughput,
        "latency" => SortMetric.Latency,
        "exacto" => SortMetric.Exacto,
        _ => null,
    };

    private static ImmutableArray<string> ReadQuantizations(JsonElement root)
    {
        var words = Names(root, "quantizations");
        return words.FirstOrDefault(word => !CatalogVocabulary.Quantizations.Contains(word, StringComparer.OrdinalIgnoreCase)) is { } unknown
            ? throw RequestFault.Invalid($"'{Member}.quantizations' names \"{unknown}\"; it can name {string.Join(", ", CatalogVocabulary.Quantizations)}.")
            : words;
    }

    // 2.5, or {"p50":1,"p90":2.5}
    private static PercentileBounds? ReadBounds(JsonElement root, string name, string unit)
    {
        if (root.Find(Encoding.UTF8.GetBytes(name)) is not { } value)
        {
            return null;
        }

        var place = $"{Member}.{name}";
        if (value.ValueKind == JsonValueKind.Object)
        {
            return new PercentileBounds(Point(value, "p50", place), Point(value, "p75", place), Point(value, "p90", place), Point(value, "p99", place));
        }

        return value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var bound) && bound >= 0
            ? new PercentileBounds(bound)
            : throw RequestFault.WrongKind(place, value, $"a number of {unit}, 0 or more, or an object of percentiles {{\"p50\":1,\"p90\":2.5}}");
    }

    private static double? Point(JsonElement owner, string name, string place)
    {
        if (owner.Find(Encoding.UTF8.GetBytes(name)) is not { } value)
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var bound) && bound >= 0
            ? bound
            : throw RequestFault.WrongKind($"{place}.{name}", value, "a number, 0 or more");
    }

    private static PriceCeiling? ReadCeiling(JsonElement root)
    {
        if (root.Find("max_price"u8) is not { } value)
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.Object
            ? new PriceCeiling(Money(value, "prompt"), Money(value, "completion"), Money(value, "image"), Money(value, "audio"), Money(value, "request"))
            : throw RequestFault.WrongKind($"{Member}.max_price", value, "an object, for example {\"prompt\":1,\"completion\":\"2.5\"}");
    }

    // 0.5 or "0.5"
    private static decimal? Money(JsonElement owner, string name)
    {
        if (owner.Find(Encoding.UTF8.GetBytes(name)) is not { } value)
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

    private static bool? Flag(JsonElement owner, string name) => owner.Find(Encoding.UTF8.GetBytes(name)) switch
    {
        null => null,
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        var other => throw RequestFault.WrongKind($"{Member}.{name}", other, "true or false"),
    };

    private static string? Word(JsonElement owner, string name, ImmutableArray<string> words, string path = Member)
    {
        if (owner.Find(Encoding.UTF8.GetBytes(name)) is not { } value)
        {
            return null;
        }

        var wanted = $"one of {string.Join(", ", words)}";
        var text = value.ValueKind == JsonValueKind.String ? value.Text() : throw RequestFault.WrongKind($"{path}.{name}", value, wanted);
        return words.Contains(text) ? text : throw RequestFault.Invalid($"'{path}.{name}' is \"{text}\"; it must be {wanted}.");
    }

    private static ImmutableArray<string> Names(JsonElement owner, string name)
    {
        if (owner.Find(Encoding.UTF8.GetBytes(name)) is not { } value)
        {
            return [];
        }

        return value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String)
            ? [.. value.EnumerateArray().Select(item => item.Text())]
            : throw RequestFault.WrongKind($"{Member}.{name}", value, "a list of strings, for example [\"acme\"]");
    }
}
