using Weir.Gateway.Catalog;
using Weir.Gateway.Chat;

namespace Weir.Gateway.Routing;

/// <summary>The variant <c>:thinking</c> of a model that has no row of its own for it: the same model, which reasons unless the request says otherwise.</summary>
internal static class ThinkingVariant
{
    private static readonly ReadOnlyMemory<byte> Enabled = "{\"enabled\":true}"u8.ToArray();

    /// <summary>Null: the model cannot reason, or is Anthropic's, where only the request itself asks for it.</summary>
    public static ModelChoice? Find(ModelEntry model, ModelRequest request)
    {
        if (model.Card.Reasoning is null || model.Slug.StartsWith("anthropic/", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var isSaid = request.Has("reasoning") || request.Has("reasoning_effort") || request.Has("include_reasoning");
        return new ModelChoice(model) { Changes = isSaid ? [] : [new RequestChange("reasoning", Enabled)] };
    }
}
