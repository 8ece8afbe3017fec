using System.Globalization;
using Microsoft.AspNetCore.Http;
using Weir.Gateway.Catalog;
using Weir.Gateway.Pipeline;
using Weir.Ledger.Activity;
using Weir.Ledger.Keys;
using Weir.Ledger.Workspaces;
using Weir.Server.Endpoints.Catalogue;
using Weir.Server.Endpoints.Management;

namespace Weir.Server.Endpoints.Records;

/// <summary>Reads which generations an export is to have, and in which form.</summary>
internal sealed class ExportParameters(WorkspaceDirectory workspaces, CatalogState catalog, TimeProvider time)
{
    private const int PageSize = 1_000;

    /// <summary>How it is written, and what: from the beginning to now when nothing is said.</summary>
    /// <exception cref="GatewayException">400. 404: there is no such workspace.</exception>
    public (ExportWriter Writer, GenerationListQuery Query) Read(IQueryCollection given)
    {
        var parameters = new ParameterReader(given);
        var writer = new ExportWriter(isCsv: parameters.Word("format", ["csv", "jsonl"]) == "csv");
        var query = new GenerationListQuery
        {
            From = TimeOf(parameters, "since") ?? DateTimeOffset.UnixEpoch,
            Until = TimeOf(parameters, "until") ?? time.GetUtcNow(),
            Key = KeyOf(parameters),
            Model = parameters.Text("model") is { } model ? catalog.Current.Find(model)?.Slug ?? model : null,
            ExternalUser = parameters.Text("user"),
            WorkspaceId = WorkspaceOf(parameters),
            After = PlaceOf(parameters),
            Limit = PageSize,
        };
        return parameters.Problem is { } problem ? throw Refusal.Invalid(problem) : (writer, query);
    }

    private static DateTimeOffset? TimeOf(ParameterReader parameters, string name)
    {
        if (parameters.Text(name) is not { } text)
        {
            return null;
        }

        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
        {
            return moment.ToUniversalTime();
        }

        parameters.Refuse($"'{name}' is '{text}'; it can be a day or a time, for example 2027-01-31 or 2027-01-31T12:00:00Z.");
        return null;
    }

    private static KeyHash? KeyOf(ParameterReader parameters)
    {
        if (parameters.Text("api_key_hash") is not { } text)
        {
            return null;
        }

        if (KeyHash.TryParse(text, out var hash))
        {
            return hash;
        }

        parameters.Refuse($"'api_key_hash' is '{text}'; it must be 64 hex characters, as GET /api/v1/keys shows them.");
        return null;
    }

    private Guid? WorkspaceOf(ParameterReader parameters) => parameters.Text("workspace_id") is not { } text
        ? null
        : workspaces.Find(text)?.Id ?? throw Refusal.NotFound($"There is no workspace '{text}'. GET /api/v1/workspaces lists those there are.");

    private static GenerationPlace? PlaceOf(ParameterReader parameters)
    {
        if (parameters.Text("after") is not { } text)
        {
            return null;
        }

        if (GenerationPlace.TryParse(text, out var place))
        {
            return place;
        }

        parameters.Refuse($"'after' is '{text}'; it must be a 'place' of an earlier export.");
        return null;
    }
}
