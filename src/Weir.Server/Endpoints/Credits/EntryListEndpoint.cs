using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger.Entries;
using Weir.Ledger.Keys;
using Weir.Protocol;
using Weir.Protocol.Credits;
using Weir.Server.Endpoints.Management;

namespace Weir.Server.Endpoints.Credits;

/// <summary><c>GET /api/weir/credits/entries</c>: the newest entries of the account, or of one kind, a page at a time.</summary>
internal sealed class EntryListEndpoint(IEntryStore store, ManagementEdge edge)
{
    private const int PageSize = 100;

    public void Map(IEndpointRouteBuilder routes) => edge.Get(routes, "/api/weir/credits/entries", ListAsync);

    private async Task ListAsync(HttpContext context, Caller caller)
    {
        var query = context.Request.Query;
        var entries = await store.ReadEntriesAsync(
            new EntryQuery { Kind = KindOf(query["kind"].ToString()), BeforeId = BeforeOf(query["before"].ToString()), Limit = PageSize },
            context.RequestAborted);
        await WireResponse.WriteAsync(
            context, new DataResponse<IReadOnlyList<EntryRecord>>([.. entries.Select(EntryRecords.Of)]), WireJson.Default.DataResponseIReadOnlyListEntryRecord);
    }

    private static EntryKind? KindOf(string text) => text switch
    {
        "" => null,
        "grant" => EntryKind.Grant,
        "charge" => EntryKind.Charge,
        "refund" => EntryKind.Refund,
        _ => throw Refusal.Invalid($"'kind' is '{text}'; it can be grant, charge or refund."),
    };

    private static long? BeforeOf(string text) => text.Length == 0 ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id
        : throw Refusal.Invalid($"'before' is '{text}'; it must be the id of an entry.");
}
