using System.Globalization;
using System.Text.Json;

namespace Weir.Server.Catalogue.Import;

/// <summary>Days and times of foreign documents.</summary>
internal static class ImportedDates
{
    // 9999-12-31; beyond it there is no date.
    private const long LastSecond = 253_402_300_799;

    /// <summary>Unix seconds of <c>created</c>; null: not said.</summary>
    public static DateTimeOffset? Created(JsonElement model) =>
        model.Member("created") is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out var seconds) && seconds is > 0 and <= LastSecond
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    /// <summary>A model that is gone is not taken. The text is a day, or an hour: <c>2026-12-31</c>, <c>2026-12-31T13</c>.</summary>
    public static void RefuseWhenPast(string? text, DateOnly today, ModelDraft draft)
    {
        if (text is null)
        {
            return;
        }

        if (text.Length < 10 || !DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            draft.Refuse($"its end is \"{text}\", which is not a day such as 2026-12-31");
        }
        else if (day < today)
        {
            draft.Refuse($"it ended on {text}");
        }
    }
}
