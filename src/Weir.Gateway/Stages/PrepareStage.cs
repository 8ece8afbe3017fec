using System.Text.Json;
using Weir.Gateway.Chat;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Protocols.Json;
using Weir.Gateway.Routing.Routers;
using Weir.Protocol.Errors;

namespace Weir.Gateway.Stages;

/// <summary>Stage 5: refuses, by name, what the API offers and this version does not have, instead of ignoring it.</summary>
/// <remarks>Presets and plugins will be applied here.</remarks>
public sealed class PrepareStage
{
    /// <exception cref="GatewayException">501 naming the feature.</exception>
    public Prepared Run(Parsed parsed)
    {
        var request = parsed.Request;
        RefuseWhenSet(request, "preset", "'preset'");
        RefusePlugins(request);
        RefuseWhenFilled(request, "transforms", "'transforms'");
        RefuseServerTools(request);
        return new Prepared(parsed);
    }

    private static void RefuseWhenSet(ModelRequest request, string member, string feature)
    {
        if (request.Has(member))
        {
            throw new GatewayException(GatewayError.NotBuilt(feature));
        }
    }

    // An empty object or list asks for nothing.
    private static void RefuseWhenFilled(ModelRequest request, string member, string feature)
    {
        if (!request.Has(member))
        {
            return;
        }

        var reader = new Utf8JsonReader(request.Value(member).Span);
        _ = reader.Read();
        var isEmpty = reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray
            && reader.Read() && reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray;
        if (!isEmpty)
        {
            throw new GatewayException(GatewayError.NotBuilt(feature));
        }
    }

    // {"plugins":[{"id":"web"}]}. What routers read of it is theirs.
    private static void RefusePlugins(ModelRequest request)
    {
        if (!request.Has("plugins"))
        {
            return;
        }

        using var document = JsonDocument.Parse(request.Value("plugins"), new JsonDocumentOptions { MaxDepth = RequestReader.MaxDepth });
        if (document.RootElement.ValueKind != JsonValueKind.Array)
        {
            throw RequestFault.WrongKind("plugins", document.RootElement, "a list of objects, for example [{\"id\":\"auto-router\"}]");
        }

        foreach (var plugin in document.RootElement.EnumerateArray())
        {
            var id = plugin.FindText("id"u8) ?? throw RequestFault.WrongKind("plugins[].id", plugin.Find("id"u8), "a string, for example \"auto-router\"");
            if (!RouterPlugin.Ids.Contains(id))
            {
                throw new GatewayException(GatewayError.NotBuilt($"The plugin '{id}' of 'plugins'"));
            }
        }
    }

    // {"tools":[{"type":"openrouter:web_search"}]}
    private static void RefuseServerTools(ModelRequest request)
    {
        if (!request.Has("tools"))
        {
            return;
        }

        var reader = new Utf8JsonReader(request.Value("tools").Span);
        while (reader.Read())
        {
            if (reader.CurrentDepth != 2 || reader.TokenType != JsonTokenType.PropertyName || !WireText.Is(reader, "type"u8))
            {
                continue;
            }

            _ = reader.Read();
            if (reader.TokenType == JsonTokenType.String && WireText.Read(reader) is var type && type.StartsWith("openrouter:", StringComparison.Ordinal))
            {
                throw new GatewayException(GatewayError.NotBuilt($"The server tool '{type}'"));
            }
        }
    }
}
