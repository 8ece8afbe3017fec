using System.Globalization;
using System.Text.Json;
using Weir.Tracing.Query;

namespace Weir.Tracing.Filter;

/// <summary>Attributes of spans, as filters compare them.</summary>
internal static class JsonFilterValue
{
    /// <summary>A value of an attribute: JSON null is none.</summary>
    public static FilterValue Of(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => AttributePath.TextOf(json) is { } text ? FilterValue.Of(text) : FilterValue.Other,
        JsonValueKind.Number => FilterValue.Of(NumberOf(json)),
        JsonValueKind.True or JsonValueKind.False => FilterValue.Of(json.ValueKind == JsonValueKind.True),
        JsonValueKind.Undefined or JsonValueKind.Null => FilterValue.None,
        _ => FilterValue.Other,
    };

    private static decimal NumberOf(JsonElement json)
    {
        if (json.TryGetDecimal(out var exact))
        {
            return exact;
        }

        return json.GetDouble() > 0 ? decimal.MaxValue : decimal.MinValue;
    }

    /// <summary>A score by its shortest digits and not by a cast, which keeps fifteen of them only.</summary>
    public static decimal ToDecimal(double score)
    {
        if (decimal.TryParse(score.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out var exact))
        {
            return exact;
        }

        return score > 0 ? decimal.MaxValue : decimal.MinValue;
    }

    /// <summary>Whether a text has a part, or a list an item.</summary>
    public static bool Contains(JsonElement json, string part) => json.ValueKind switch
    {
        JsonValueKind.String => AttributePath.TextOf(json)?.Contains(part, StringComparison.Ordinal) == true,
        JsonValueKind.Array => json.EnumerateArray().Any(item => AttributePath.TextOf(item) == part),
        _ => false,
    };
}
