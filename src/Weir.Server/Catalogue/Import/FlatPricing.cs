using System.Text.Json;

namespace Weir.Server.Catalogue.Import;

/// <summary>Reads the pricing object of the models API and of the legacy provider format: one member a price, and <c>overrides</c>.</summary>
/// <remarks>
/// <code>{ "prompt": "0.00000125", "completion": "0.00001", "overrides": [ { "min_prompt_tokens": 200000, "prompt": "0.0000025" } ] }</code>
/// </remarks>
internal static class FlatPricing
{
    private static readonly string[] Keys =
    [
        "prompt", "completion", "request", "image", "image_token", "image_output", "audio", "audio_output", "input_audio_cache", "web_search",
        "internal_reasoning", "input_cache_read", "input_cache_write", "input_cache_write_1h",
    ];

    public static void Read(JsonElement pricing, PriceDraft price, ModelDraft draft)
    {
        foreach (var member in pricing.EnumerateObject().Where(member => member.Value.ValueKind != JsonValueKind.Null))
        {
            if (member.Name == "overrides")
            {
                pricing.Items("overrides").ToList().ForEach(one => ReadOverride(one, price, draft));
            }
            else if (Keys.Contains(member.Name))
            {
                price.Set(member.Name, member.Value);
            }
            else if (member.Name != "discount" && PriceText.Read(member.Value, decimal.MaxValue, out _) is not 0m)
            {
                draft.Refuse($"pricing.{member.Name} is not known here, so it could not be charged");
            }
        }
    }

    /// <summary>The part of the price that is taken off.</summary>
    public static decimal Discount(JsonElement owner, string name, ModelDraft draft)
    {
        if (owner.Member(name) is not { } value)
        {
            return 0;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var discount) && discount is > -10 and <= 1)
        {
            return discount;
        }

        draft.Refuse($"{name} is {value.GetRawText()}; it must be a number of at most 1");
        return 0;
    }

    private static void ReadOverride(JsonElement one, PriceDraft price, ModelDraft draft)
    {
        if (one.Member("utc_start") is not null || one.Member("utc_end") is not null)
        {
            draft.Refuse("pricing.overrides has a time window (utc_start, utc_end), and prices by the hour cannot be charged");
            return;
        }

        if (one.Member("min_prompt_tokens") is not { ValueKind: JsonValueKind.Number } least || !least.TryGetInt64(out var tokens) || tokens < 0)
        {
            draft.Refuse("pricing.overrides has an entry without min_prompt_tokens");
            return;
        }

        foreach (var member in one.EnumerateObject().Where(member => member.Name != "min_prompt_tokens" && member.Value.ValueKind != JsonValueKind.Null))
        {
            price.SetOverride(tokens, member.Name, member.Value);
        }
    }
}
