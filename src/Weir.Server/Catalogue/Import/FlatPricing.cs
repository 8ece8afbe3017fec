using System.Text.Json;
using Weir.Ledger.Pricing;

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

    private static readonly string[] Conditions = ["min_prompt_tokens", "utc_start", "utc_end"];

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
        PriceHours? hours = null;
        if (one.Member("utc_start") is not null || one.Member("utc_end") is not null)
        {
            hours = new PriceHours(WholeOf(one, "utc_start") ?? -1, WholeOf(one, "utc_end") ?? -1);
            if (!hours.Value.AreTimes)
            {
                draft.Refuse("pricing.overrides has a time window whose utc_start and utc_end are no two times of a day");
                return;
            }
        }

        var least = WholeOf(one, "min_prompt_tokens");
        if ((least is null && hours is null) || (least is null && one.Member("min_prompt_tokens") is not null) || least < 0)
        {
            draft.Refuse("pricing.overrides has an entry without min_prompt_tokens");
            return;
        }

        var condition = new PriceOverride { MinPromptTokens = least, Hours = hours };
        foreach (var member in one.EnumerateObject().Where(member => !Conditions.Contains(member.Name) && member.Value.ValueKind != JsonValueKind.Null))
        {
            price.SetOverride(condition, member.Name, member.Value);
        }
    }

    private static int? WholeOf(JsonElement owner, string name) =>
        owner.Member(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var number) ? number : null;
}
