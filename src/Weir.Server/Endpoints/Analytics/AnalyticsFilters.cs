using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Weir.Gateway.Catalog;
using Weir.Gateway.Pipeline;
using Weir.Ledger.Activity;
using Weir.Ledger.Keys;
using Weir.Ledger.Workspaces;
using Weir.Server.Endpoints.Management;

namespace Weir.Server.Endpoints.Analytics;

/// <summary>Reads the filters of a query, and finds out what the ledger calls what they name.</summary>
internal sealed class AnalyticsFilters(KeyDirectory keys, WorkspaceDirectory workspaces, CatalogState catalog)
{
    private const int Most = 20;
    private const int MostValues = 1_000;

    /// <param name="body">The query.</param>
    /// <param name="warnings">Takes what could not be found; the query goes on.</param>
    /// <exception cref="GatewayException">400.</exception>
    public ImmutableArray<UsageFilter> Read(ManagementBody body, ImmutableArray<string>.Builder warnings)
    {
        if (body.Member("filters") is not { } list)
        {
            return [];
        }

        return list.ValueKind == JsonValueKind.Array && list.GetArrayLength() <= Most
            ? [.. list.EnumerateArray().Select(item => ReadOne(item, warnings))]
            : throw Refusal.Invalid($"'filters' must be a list of {Most} filters at most.");
    }

    private UsageFilter ReadOne(JsonElement item, ImmutableArray<string>.Builder warnings)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            throw Refusal.Invalid("A filter must be an object, for example {\"field\":\"model\",\"operator\":\"eq\",\"value\":\"acme/small\"}.");
        }

        var filter = new ManagementBody(item);
        filter.Allow("field", "operator", "value", "include_unset");
        var dimension = AnalyticsVocabulary.Dimension(filter.RequiredText("field", 200)).Dimension;
        var comparison = AnalyticsVocabulary.Operator(filter.RequiredText("operator", 200));
        var isList = comparison is UsageOperator.In or UsageOperator.NotIn;
        var includeUnset = filter.Flag("include_unset") is true;
        if (includeUnset && !isList)
        {
            throw Refusal.Invalid("'include_unset' goes with the operators in and not_in only.");
        }

        ImmutableArray<string> values = [.. ValuesOf(filter.Member("value"), isList).SelectMany(value => Resolve(dimension, value, warnings)).Distinct()];
        return new UsageFilter(dimension, values.Length > 1 ? ListForm(comparison) : comparison, values, includeUnset);
    }

    private static IEnumerable<string> ValuesOf(JsonElement? value, bool isList)
    {
        if (!isList)
        {
            return [TextOf(value)];
        }

        return value is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() is >= 1 and <= MostValues
            ? list.EnumerateArray().Select(item => TextOf(item))
            : throw Refusal.Invalid($"The operators in and not_in need 'value' to be a list of 1 to {MostValues} texts or numbers.");
    }

    private static string TextOf(JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.String } text => ManagementBody.ValidText(text),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => throw Refusal.Invalid("'value' of a filter must be a text or a number; a list of them goes with the operators in and not_in."),
    };

    // A model may lie in the ledger under several names that mean the same.
    private static UsageOperator ListForm(UsageOperator comparison) => comparison switch
    {
        UsageOperator.Equal => UsageOperator.In,
        UsageOperator.NotEqual => UsageOperator.NotIn,
        _ => comparison,
    };

    private string[] Resolve(UsageDimension dimension, string value, ImmutableArray<string>.Builder warnings) => dimension switch
    {
        UsageDimension.Key => KeysOf(value, warnings),
        UsageDimension.Workspace => [WorkspaceOf(value, warnings)],
        UsageDimension.Model => catalog.Current.Find(value) is { } model ? [value, model.Slug] : [value],
        _ => [value],
    };

    private string[] KeysOf(string value, ImmutableArray<string>.Builder warnings)
    {
        if (KeyHash.TryParse(value, out var hash))
        {
            Warn(keys.Find(hash) is null, $"There is no key '{value}' now; what it did before it was deleted is found.", warnings);
            return [hash.ToString()];
        }

        var numbered = long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? keys.All.Where(caller => caller.Key.Hash.ToNumber() == number).Select(caller => caller.Key.Hash.ToString()).ToArray()
            : [];
        Warn(numbered.Length == 0, $"api_key_id '{value}' could not be resolved; it is the 64-character hash of GET /api/v1/keys, or the api_key_id of a generation.", warnings);
        return numbered.Length == 0 ? [value] : numbered;
    }

    private string WorkspaceOf(string value, ImmutableArray<string>.Builder warnings)
    {
        var known = workspaces.Find(value);
        Warn(known is null, $"workspace '{value}' could not be resolved; GET /api/v1/workspaces lists those there are.", warnings);
        return known?.Id.ToString() ?? value;
    }

    private static void Warn(bool isMissing, string warning, ImmutableArray<string>.Builder warnings)
    {
        if (isMissing)
        {
            warnings.Add(warning);
        }
    }
}
