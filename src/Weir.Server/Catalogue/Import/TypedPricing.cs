using System.Text.Json;
using Weir.Ledger.Pricing;

namespace Weir.Server.Catalogue.Import;

/// <summary>Reads the price entries of the provider format 2.4: a type and a unit each, owned by a modality or by the request.</summary>
/// <remarks>
/// <code>{ "type": "prompt", "unit": "token", "cost_usd": "0.000001", "overrides": [ { "when": { "prompt_tokens": { "gte": 200001 } }, "cost_usd": "0.000002" } ] }</code>
/// </remarks>
internal static class TypedPricing
{
    private const int HourInSeconds = 3_600;

    /// <param name="owner">What holds the entries.</param>
    /// <param name="where"><c>input.text</c>, <c>output.image</c>; <c>request</c> for the root.</param>
    public static void Read(JsonElement owner, string where, PriceDraft price, ModelDraft draft)
    {
        foreach (var entry in owner.Items("pricing"))
        {
            ReadEntry(entry, where, price, draft);
        }
    }

    private static void ReadEntry(JsonElement entry, string where, PriceDraft price, ModelDraft draft)
    {
        var type = entry.Text("type") ?? "";
        var unit = entry.Text("unit") ?? "token";
        if (entry.Member("utc_start") is not null || entry.Member("utc_end") is not null)
        {
            draft.Refuse($"the price of {type} has a time window (utc_start, utc_end), and prices by the hour cannot be charged");
            return;
        }

        if (entry.Member("cost_usd") is not { } cost)
        {
            draft.Refuse($"the price of {type} has no cost_usd");
            return;
        }

        if (KeyOf(where, type, unit, entry.Count("ttl_seconds")) is not { } key)
        {
            draft.Refuse($"the price of {type} a {unit} ({where}) cannot be charged");
            return;
        }

        // Files and video are counted with the text they are read as; a second price for it must be the same one.
        if (key is "prompt" or "completion" && !where.EndsWith(".text", StringComparison.Ordinal) && price.HasSame(key, cost))
        {
            return;
        }

        price.Set(key, cost);
        foreach (var one in entry.Items("overrides"))
        {
            ReadOverride(one, key, price, draft);
        }
    }

    private static void ReadOverride(JsonElement one, string key, PriceDraft price, ModelDraft draft)
    {
        var conditions = one.Object("when") is { } when ? when.EnumerateObject().ToArray() : [];
        if (conditions is not [{ Name: "prompt_tokens" } condition]
            || condition.Value.ValueKind != JsonValueKind.Object
            || condition.Value.EnumerateObject().Count() != 1
            || condition.Value.Count("gte") is not { } least
            || one.Member("cost_usd") is not { } cost)
        {
            var names = string.Join(", ", conditions.Select(condition => condition.Name));
            draft.Refuse($"the price of {key} depends on {(names.Length == 0 ? "something that is not said" : names)}; only a least number of prompt_tokens (gte) can be charged");
            return;
        }

        price.SetOverride(new PriceOverride { MinPromptTokens = least - 1 }, key, cost);
    }

    private static string? KeyOf(string where, string type, string unit, int? ttl) => (where, type, unit) switch
    {
        ("input.text" or "input.file" or "input.video", "prompt", "token") => "prompt",
        ("input.text", "cached_prompt", "token") => "input_cache_read",
        ("input.text", "cache_write", "token") => ttl >= HourInSeconds ? "input_cache_write_1h" : "input_cache_write",
        ("input.text", "prompt", "character") => "character",
        ("input.image", "prompt", "token") => "image_token",
        ("input.image", "prompt", "image") => "image",
        ("input.audio", "prompt", "token") => "audio",
        ("input.audio", "cached_prompt", "token") => "input_audio_cache",
        ("input.audio" or "input.video", "prompt", "second") => "second",
        ("output.text" or "output.transcription", "completion", "token") => "completion",
        ("output.text", "internal_reasoning", "token") => "internal_reasoning",
        ("output.image", "completion", "image") => "image_output",
        ("output.audio" or "output.speech", "completion", "token") => "audio_output",
        ("output.video" or "output.speech" or "output.transcription", "completion", "second") => "second",
        ("output.speech", "completion", "character") => "character",
        (_, "request", "request") => "request",
        (_, "web_search", "search") => "web_search",
        _ => null,
    };
}
