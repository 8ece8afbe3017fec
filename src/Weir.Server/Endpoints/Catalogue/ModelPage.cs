using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Weir.Protocol.Models;

namespace Weir.Server.Endpoints.Catalogue;

/// <summary>The part of the list of models that one answer shows: all of it, unless an offset or a limit is asked for.</summary>
/// <param name="Offset">Rows to skip.</param>
/// <param name="Limit">Rows to show; null: all.</param>
internal sealed record ModelPage(int Offset, int? Limit)
{
    private const int MostRows = 1000;
    private const int UsualRows = 500;

    public static ModelPage Read(ParameterReader parameters)
    {
        var offset = parameters.Whole("offset", 0);
        var limit = parameters.Whole("limit", 1, MostRows);
        return new ModelPage(offset ?? 0, limit ?? (offset is null ? null : UsualRows));
    }

    public IReadOnlyList<ModelRow> Of(IReadOnlyList<ModelRow> rows) => [.. rows.Skip(Offset).Take(Limit ?? rows.Count)];

    public ModelListResponse Answer(IReadOnlyList<ModelRow> rows, HttpRequest request) => new()
    {
        Data = [.. Of(rows).Select(ModelRecords.Of)],
        TotalCount = rows.Count,
        Links = new PageLinks { Next = NextOf(rows.Count, request) },
    };

    // A path, as the API gives it, with every other parameter as it was.
    private string? NextOf(int count, HttpRequest request)
    {
        if (Limit is not { } limit || Offset + (long)limit >= count)
        {
            return null;
        }

        var others = request.Query.Where(parameter => parameter.Key is not ("offset" or "limit"));
        var query = new QueryBuilder(others) { { "offset", (Offset + limit).ToString() }, { "limit", limit.ToString() } };
        return (request.PathBase + request.Path).ToUriComponent() + query;
    }
}
