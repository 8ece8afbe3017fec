using System.Text;
using System.Text.Json;
using Weir.Gateway.Catalog;
using Weir.Gateway.Chat;
using Weir.Gateway.Protocols.Json;

namespace Weir.Gateway.Routing;

/// <summary>What <c>~author/family-latest</c> means today.</summary>
internal static class LatestModel
{
    private const string Suffix = "-latest";

    /// <summary>The newest model of the family that the workspace sees, its variants left out; null when there is none.</summary>
    public static ModelEntry? Find(string alias, CatalogSnapshot catalog, Guid workspace)
    {
        if (!alias.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        return catalog.Families.NewestOf(alias.AsSpan()[1..^Suffix.Length], workspace);
    }

    /// <summary>The model as the alias asks for it: one that always reasons is not asked to stop, because nobody knew which model it would be.</summary>
    public static ModelChoice Choose(ModelEntry model, ModelRequest request)
    {
        if (model.Card.Reasoning is not { Mandatory: true } ability || !AsksForNone(request))
        {
            return new ModelChoice(model);
        }

        var least = ability.Efforts.LastOrDefault(effort => effort != "none") ?? "minimal";
        return new ModelChoice(model)
        {
            Changes =
            [
                new RequestChange("reasoning", Encoding.UTF8.GetBytes($$"""{"effort":"{{least}}"}""")),
                new RequestChange("reasoning_effort", "null"u8.ToArray()),
            ],
        };
    }

    private static bool AsksForNone(ModelRequest request)
    {
        if (request.Value("reasoning_effort").Span.SequenceEqual("\"none\""u8))
        {
            return true;
        }

        if (!request.Has("reasoning"))
        {
            return false;
        }

        using var document = JsonDocument.Parse(request.Value("reasoning"), new JsonDocumentOptions { MaxDepth = RequestReader.MaxDepth });
        var reasoning = document.RootElement;
        return reasoning.Find("enabled"u8)?.ValueKind == JsonValueKind.False
            || reasoning.FindText("effort"u8) == "none"
            || reasoning.FindWhole("max_tokens"u8) == 0;
    }
}
