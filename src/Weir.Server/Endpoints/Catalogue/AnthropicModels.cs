using Weir.Protocol.Models;
using Weir.Protocol.Primitives;

namespace Weir.Server.Endpoints.Catalogue;

/// <summary>The list of models as clients of the Anthropic API page through it: by the id after or before which to go on.</summary>
internal static class AnthropicModels
{
    /// <summary>The header by which such a client is known.</summary>
    public const string Mark = "anthropic-version";

    private const int MostRows = 1000;
    private const int UsualRows = 20;

    /// <summary>The page that a request asks for; null when its parameters are wrong.</summary>
    public static AnthropicModelList? Read(ParameterReader parameters, IReadOnlyList<ModelRow> rows)
    {
        var limit = parameters.Whole("limit", 1, MostRows) ?? UsualRows;
        var after = PlaceOf("after_id", parameters, rows);
        var before = PlaceOf("before_id", parameters, rows);
        if (after is not null && before is not null)
        {
            parameters.Refuse("'after_id' and 'before_id' are both given; keep one of the two.");
        }

        if (parameters.Problem is not null)
        {
            return null;
        }

        var start = before is { } end ? Math.Max(0, end - limit) : after + 1 ?? 0;
        var page = rows.Skip(start).Take(before is null ? limit : before.Value - start).Select(Of).ToArray();
        return new AnthropicModelList
        {
            Data = page,
            HasMore = before is null ? start + page.Length < rows.Count : start > 0,
            FirstId = page.Length > 0 ? page[0].Id : null,
            LastId = page.Length > 0 ? page[^1].Id : null,
        };
    }

    private static int? PlaceOf(string name, ParameterReader parameters, IReadOnlyList<ModelRow> rows)
    {
        if (parameters.Text(name) is not { } id)
        {
            return null;
        }

        for (var place = 0; place < rows.Count; place++)
        {
            if (rows[place].Slug.Equals(id, StringComparison.OrdinalIgnoreCase))
            {
                return place;
            }
        }

        parameters.Refuse($"'{name}' is '{id}', which is not a model of this list; take it from first_id or last_id of a page.");
        return null;
    }

    public static AnthropicModelRecord Of(ModelRow row) => new()
    {
        Id = row.Slug,
        DisplayName = row.Model.Name,
        CreatedAt = WireTime.Format(row.Model.Created),
    };
}
