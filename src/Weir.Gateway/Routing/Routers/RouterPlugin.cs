using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Weir.Gateway.Chat;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Protocols.Json;

namespace Weir.Gateway.Routing.Routers;

/// <summary>What a request says to a router, as the entry of that router in its <c>plugins</c>.</summary>
/// <remarks><code>{"plugins":[{"id":"auto-router","cost_tier":"low","allowed_models":["acme/*"]}]}</code></remarks>
internal sealed class RouterPlugin
{
    private readonly JsonElement _entry;

    private RouterPlugin(string id, JsonElement entry)
    {
        Id = id;
        _entry = entry;
    }

    public string Id { get; }

    /// <summary>The plugins of <c>plugins</c> that routers read; nobody else has to do anything for them.</summary>
    public static ImmutableArray<string> Ids { get; } = ["auto-router", "auto-beta-router", "pareto-router"];

    /// <summary>The entry of a router; without members when the request has none for it, or turns it off.</summary>
    /// <exception cref="GatewayException">400: the plugins are no list of objects.</exception>
    public static RouterPlugin Read(ModelRequest request, string id)
    {
        if (!request.Has("plugins"))
        {
            return new RouterPlugin(id, default);
        }

        using var document = JsonDocument.Parse(request.Value("plugins"), new JsonDocumentOptions { MaxDepth = RequestReader.MaxDepth });
        var entry = document.RootElement.ValueKind == JsonValueKind.Array
            ? document.RootElement.EnumerateArray().LastOrDefault(plugin => plugin.FindText("id"u8) == id)
            : throw RequestFault.WrongKind("plugins", document.RootElement, "a list of objects, for example [{\"id\":\"auto-router\"}]");
        var isOff = entry.ValueKind != JsonValueKind.Object || entry.Find("enabled"u8)?.ValueKind == JsonValueKind.False;
        return new RouterPlugin(id, isOff ? default : entry.Clone());
    }

    public string? Word(ReadOnlySpan<byte> name, ImmutableArray<string> words)
    {
        if (_entry.Find(name) is not { } value)
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.String && words.Contains(value.Text())
            ? value.Text()
            : throw RequestFault.Invalid($"'{Place(name)}' is {value.GetRawText()}; it must be one of {string.Join(", ", words)}.");
    }

    public double? Number(ReadOnlySpan<byte> name, double most)
    {
        if (_entry.Find(name) is not { } value)
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && number >= 0 && number <= most
            ? number
            : throw RequestFault.Invalid($"'{Place(name)}' is {value.GetRawText()}; it must be a number from 0{(most == double.MaxValue ? "" : $" to {most}")}.");
    }

    /// <summary>Patterns of model slugs; empty when there are none.</summary>
    public ImmutableArray<ModelPattern> Patterns(ReadOnlySpan<byte> name)
    {
        if (_entry.Find(name) is not { } value)
        {
            return [];
        }

        var isList = value.ValueKind == JsonValueKind.Array
            && value.GetArrayLength() <= ModelPattern.Most
            && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String && item.Text().Length <= ModelPattern.Longest)
            && value.EnumerateArray().Sum(item => item.Text().Length) <= ModelPattern.LongestList;
        return isList
            ? [.. value.EnumerateArray().Select(item => new ModelPattern(item.Text()))]
            : throw RequestFault.Invalid($"'{Place(name)}' must be a list of at most {ModelPattern.Most} strings of at most {ModelPattern.Longest} characters, {ModelPattern.LongestList} in all, for example [\"acme/*\"].");
    }

    public bool Flag(ReadOnlySpan<byte> name) => _entry.Find(name) switch
    {
        null or { ValueKind: JsonValueKind.False } => false,
        { ValueKind: JsonValueKind.True } => true,
        var other => throw RequestFault.WrongKind(Place(name), other, "true or false"),
    };

    private string Place(ReadOnlySpan<byte> name) => $"plugins[{Id}].{Encoding.UTF8.GetString(name)}";
}
