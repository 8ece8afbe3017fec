using System.Text;
using System.Text.Json.Nodes;

namespace Weir.Server.Endpoints.OpenApi;

/// <summary>The description of the API, made once of <see cref="ApiOperations"/>.</summary>
/// <remarks>Source: OpenAPI 3.1.0, https://spec.openapis.org/oas/v3.1.0.</remarks>
internal static class OpenApiDocument
{
    private const string Reference = "#/components/schemas/";
    private const string Json = "application/json";
    private const string ErrorSchema = "ErrorResponse";

    private static readonly string Version = typeof(OpenApiDocument).Assembly.GetName().Version!.ToString(3);

    public static JsonObject Build()
    {
        var schemas = new JsonObject { [ErrorSchema] = ApiSchemas.Error() };
        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject
            {
                ["title"] = "Weir",
                ["version"] = Version,
                ["description"] = "What this server serves of the OpenRouter-compatible API. Every path is below /v1 too.",
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "/api/v1" }),
            ["security"] = new JsonArray(Bearer()),
            ["paths"] = Paths(schemas),
            ["components"] = new JsonObject
            {
                ["schemas"] = schemas,
                ["securitySchemes"] = new JsonObject { ["bearer"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer" } },
            },
        };
    }

    private static JsonObject Paths(JsonObject schemas)
    {
        var paths = new JsonObject();
        foreach (var path in ApiOperations.All.GroupBy(operation => operation.Path, StringComparer.Ordinal))
        {
            var item = new JsonObject();
            foreach (var operation in path)
            {
                item[operation.Method] = Describe(operation, schemas);
            }

            paths[path.Key] = item;
        }

        return paths;
    }

    private static JsonObject Describe(ApiOperation operation, JsonObject schemas)
    {
        var described = new JsonObject
        {
            ["operationId"] = IdOf(operation),
            ["summary"] = operation.Summary,
            ["description"] = WhoMay(operation.Access),
            ["security"] = operation.Access == ApiAccess.Open ? [] : new JsonArray(Bearer()),
            ["parameters"] = new JsonArray([.. PathParameters(operation.Path), .. operation.Query.Select(parameter => parameter.Describe())]),
        };
        if (operation.Body is { } body)
        {
            described["requestBody"] = new JsonObject { ["required"] = true, ["content"] = new JsonObject { [Json] = new JsonObject { ["schema"] = body.Describe() } } };
        }

        described["responses"] = Responses(operation, schemas);
        return described;
    }

    private static JsonObject Responses(ApiOperation operation, JsonObject schemas)
    {
        var content = new JsonObject { [Json] = new JsonObject { ["schema"] = AnswerOf(operation, schemas) } };
        foreach (var mediaType in operation.OtherMediaTypes)
        {
            content[mediaType] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "string" } };
        }

        return new JsonObject
        {
            [operation.Status.ToString()] = new JsonObject { ["description"] = operation.Summary, ["content"] = content },
            ["default"] = new JsonObject
            {
                ["description"] = "A refusal or failure; error.message says what was wrong and how to fix it.",
                ["content"] = new JsonObject { [Json] = new JsonObject { ["schema"] = Refer(ErrorSchema) } },
            },
        };
    }

    private static JsonObject AnswerOf(ApiOperation operation, JsonObject schemas)
    {
        if (operation.Answer is not { } record)
        {
            return new JsonObject { ["type"] = "object", ["additionalProperties"] = true };
        }

        var name = ApiSchemas.NameOf(record.Type);
        if (!schemas.ContainsKey(name))
        {
            schemas[name] = ApiSchemas.Of(record);
        }

        return Refer(name);
    }

    private static IEnumerable<JsonNode> PathParameters(string path) =>
        from segment in path.Split('/')
        where segment.StartsWith('{')
        select new JsonObject
        {
            ["name"] = segment.Trim('{', '}'),
            ["in"] = "path",
            ["required"] = true,
            ["schema"] = new JsonObject { ["type"] = "string" },
        };

    // get /models/{author}/{slug}/endpoints becomes getModelsAuthorSlugEndpoints.
    private static string IdOf(ApiOperation operation)
    {
        var id = new StringBuilder(operation.Method);
        foreach (var word in operation.Path.Split(['/', '{', '}', '_'], StringSplitOptions.RemoveEmptyEntries))
        {
            _ = id.Append(char.ToUpperInvariant(word[0])).Append(word.AsSpan(1));
        }

        return id.ToString();
    }

    private static string WhoMay(ApiAccess access) => access switch
    {
        ApiAccess.Open => "Needs no key.",
        ApiAccess.InferenceKey => "Needs an inference key.",
        ApiAccess.ManagementKey => "Needs a management key.",
        _ => "Needs a key of any kind.",
    };

    private static JsonObject Bearer() => new() { ["bearer"] = new JsonArray() };

    private static JsonObject Refer(string schema) => new() { ["$ref"] = Reference + schema };
}
