using System.Text.Json.Nodes;

namespace Weir.Server.Endpoints.OpenApi;

/// <summary>A query parameter of an operation.</summary>
/// <param name="Name">As it is written in the address.</param>
/// <param name="Summary">One sentence.</param>
/// <param name="Type"><c>string</c>, <c>integer</c> or <c>number</c>.</param>
internal sealed record ApiParameter(string Name, string Summary, string Type = "string")
{
    /// <summary>The values it can have; null: any of its type.</summary>
    public IReadOnlyList<string>? Values { get; init; }

    public bool IsRequired { get; init; }

    public JsonObject Describe()
    {
        var schema = new JsonObject { ["type"] = Type };
        if (Values is not null)
        {
            schema["enum"] = new JsonArray([.. Values.Select(value => JsonValue.Create(value))]);
        }

        return new JsonObject { ["name"] = Name, ["in"] = "query", ["required"] = IsRequired, ["description"] = Summary, ["schema"] = schema };
    }
}
