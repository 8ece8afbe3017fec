using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using Weir.Gateway.Catalog;
using Weir.Ledger.Activity;
using Weir.Ledger.Apps;
using Weir.Ledger.Keys;
using Weir.Ledger.Workspaces;

namespace Weir.Server.Endpoints.Analytics;

/// <summary>Writes the values of dimensions for people, and beside those that are not what filters take, what filters take.</summary>
internal sealed class AnalyticsLabels(KeyDirectory keys, WorkspaceDirectory workspaces, CatalogState catalog)
{
    /// <param name="writer">In the object of a row.</param>
    /// <param name="dimension">The dimension.</param>
    /// <param name="value">As the ledger has it; null: unset.</param>
    /// <param name="apps">All apps, when they are wanted.</param>
    public void Write(Utf8JsonWriter writer, AnalyticsDimension dimension, string? value, FrozenDictionary<string, AppRow> apps)
    {
        var name = dimension.Name;
        switch (dimension.Dimension)
        {
            case UsageDimension.Model:
                var model = ModelOf(value);
                writer.WriteString(name, model?.Name ?? value);
                writer.WriteString("model_permaslug", model?.CanonicalSlug ?? value);
                break;
            case UsageDimension.Key:
                writer.WriteString(name, NameOfKey(value) ?? value);
                writer.WriteString("api_key_hash", value);
                break;
            case UsageDimension.Workspace:
                writer.WriteString(name, NameOfWorkspace(value) ?? value);
                writer.WriteString("workspace_id", value);
                break;
            case UsageDimension.App:
                writer.WriteString(name, value is not null && apps.TryGetValue(value, out var app) ? app.Name : value);
                WriteNumber(writer, "app_id", value);
                break;
            case UsageDimension.KeyOwner:
                writer.WriteString(name, value);
                writer.WriteNull("user_email");
                break;
            default:
                writer.WriteString(name, value);
                break;
        }
    }

    private ModelEntry? ModelOf(string? value) => value is null ? null : catalog.Current.Find(value);

    private string? NameOfKey(string? value) =>
        KeyHash.TryParse(value, out var hash) && keys.Find(hash) is { Key.Name.Length: > 0 } caller ? caller.Key.Name : null;

    private string? NameOfWorkspace(string? value) => value is null ? null : workspaces.Find(value)?.Name;

    private static void WriteNumber(Utf8JsonWriter writer, string name, string? digits)
    {
        if (long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            writer.WriteNumber(name, number);
            return;
        }

        writer.WriteNull(name);
    }
}
