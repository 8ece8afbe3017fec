using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Gateway.Pipeline;
using Weir.Ledger.Entries;
using Weir.Ledger.Keys;
using Weir.Protocol;
using Weir.Protocol.Credits;
using Weir.Protocol.Errors;
using Weir.Protocol.Primitives;
using Weir.Server.Endpoints.Management;

namespace Weir.Server.Endpoints.Credits;

/// <summary>The account: what was granted and used, its newest entries, and the granting.</summary>
internal sealed class CreditEndpoints(CreditRegistrar credits, IEntryStore store, ManagementEdge edge)
{
    private const int PageSize = 100;
    private const int LongestNote = 1_000;

    private static readonly GatewayError Gone = GatewayError.Client(
        GatewayErrorCode.Gone,
        "Buying credits with cryptocurrency has been removed from the API. The operator of this server grants credits with: weir credits add USD");

    public void Map(IEndpointRouteBuilder routes)
    {
        foreach (var root in (string[])["/api/v1", "/v1"])
        {
            _ = routes.MapGet(root + "/credits", edge.Guard(ShowAsync));
            _ = routes.MapPost(root + "/credits/coinbase", context => ErrorResponse.WriteAsync(context, Gone));
        }

        _ = routes.MapGet("/api/weir/credits/entries", edge.Guard(ListAsync));
        _ = routes.MapPost("/api/weir/credits", edge.Guard(GrantAsync));
    }

    private Task ShowAsync(HttpContext context, Caller caller)
    {
        var account = credits.Account;
        return WireResponse.WriteAsync(
            context,
            new DataResponse<CreditsRecord>(new CreditsRecord { TotalCredits = account.Credits.Granted, TotalUsage = account.Used }),
            WireJson.Default.DataResponseCreditsRecord);
    }

    private async Task ListAsync(HttpContext context, Caller caller)
    {
        var entries = await store.ReadLatestEntriesAsync(PageSize, context.RequestAborted);
        await WireResponse.WriteAsync(context, new DataResponse<IReadOnlyList<EntryRecord>>([.. entries.Select(RecordOf)]), WireJson.Default.DataResponseIReadOnlyListEntryRecord);
    }

    private async Task GrantAsync(HttpContext context, Caller caller)
    {
        using var document = await ManagementEdge.ParseAsync(context);
        var body = ManagementBody.Parse(document);
        body.Allow("amount_usd", "note");
        if (body.Money("amount_usd") is not { Nanos: > 0 } amount)
        {
            throw new GatewayException(GatewayError.Client(GatewayErrorCode.InvalidRequest, "'amount_usd' is missing; it must be a number of US dollars above 0, for example 25.5."));
        }

        var entry = await credits.GrantAsync(amount, caller.Key.Label, body.Text("note", LongestNote), context.RequestAborted);
        await WireResponse.WriteAsync(
            context,
            new WrittenEntryResponse(RecordOf(entry), credits.Account.Balance),
            WireJson.Default.WrittenEntryResponse,
            StatusCodes.Status201Created);
    }

    private static EntryRecord RecordOf(EntryRow entry) => new()
    {
        Id = entry.Id,
        Kind = entry.Kind.ToString().ToLowerInvariant(),
        Amount = entry.Amount,
        WorkspaceId = entry.WorkspaceId.ToString(),
        GenerationId = entry.GenerationId?.Value,
        Actor = entry.Actor,
        Note = entry.Note,
        CreatedAt = WireTime.Format(entry.At),
    };
}
