using System.Collections.Immutable;
using Weir.Protocol;

namespace Weir.Server.Endpoints.OpenApi;

/// <summary>Every operation under <c>/api/v1</c>, one entry each; a test compares them with what is mapped.</summary>
internal static class ApiOperations
{
    public static ImmutableArray<ApiOperation> All { get; } = [.. Inference(), .. Catalogue(), .. Keys(), .. GovernanceOperations.All, .. RecordsOperations.All, .. OrganizationOperations.All];

    private static IEnumerable<ApiOperation> Inference() =>
    [
        new("post", "/chat/completions", "Answers a conversation.", ApiAccess.InferenceKey)
        {
            Body = new ApiBody(IsOpen: true, ("messages!", "array"), ("model", "string"), ("models", "array"), ("stream", "boolean")),
            OtherMediaTypes = ["text/event-stream"],
        },
        new("post", "/completions", "Completes a text, as the first OpenAI API had it.", ApiAccess.InferenceKey)
        {
            Body = new ApiBody(IsOpen: true, ("prompt!", "string"), ("model", "string"), ("max_tokens", "integer"), ("stream", "boolean")),
            OtherMediaTypes = ["text/event-stream"],
        },
        new("post", "/responses", "Answers a conversation in the form of OpenAI's Responses, which keeps no state here.", ApiAccess.InferenceKey)
        {
            Body = new ApiBody(IsOpen: true, ("input!", "any"), ("model", "string"), ("instructions", "string?"), ("tools", "array"), ("stream", "boolean")),
            OtherMediaTypes = ["text/event-stream"],
        },
        new("post", "/messages", "Answers a conversation in the form of Anthropic's Messages.", ApiAccess.InferenceKey)
        {
            Body = new ApiBody(IsOpen: true, ("messages!", "array"), ("model!", "string"), ("max_tokens", "integer"), ("system", "any"), ("stream", "boolean")),
            OtherMediaTypes = ["text/event-stream"],
        },
        new("post", "/messages/count_tokens", "Counts the tokens of a request in the form of Anthropic's Messages.", ApiAccess.InferenceKey)
        {
            Body = new ApiBody(IsOpen: true, ("messages!", "array"), ("model!", "string"), ("system", "any"), ("tools", "array")),
        },
        .. Media(),
        new("get", "/generation", "Shows the record of one exchange.", ApiAccess.AnyKey)
        {
            Query = [new("id", "Id of the exchange, as X-Generation-Id and the answer say it.") { IsRequired = true }],
            Answer = WireJson.Default.DataResponseGenerationRecord,
        },
    ];

    private static IEnumerable<ApiOperation> Media() =>
    [
        new("post", "/embeddings", "Turns texts into vectors.", ApiAccess.InferenceKey)
        {
            Body = new ApiBody(IsOpen: true, ("input!", "any"), ("model!", "string"), ("encoding_format", "string"), ("dimensions", "integer")),
        },
        new("post", "/rerank", "Puts documents in the order of their relevance to a query.", ApiAccess.InferenceKey)
        {
            Body = new ApiBody(IsOpen: true, ("query!", "string"), ("documents!", "array"), ("model!", "string"), ("top_n", "integer")),
        },
        Images("/images"),
        Images("/images/generations"),
        new("post", "/audio/speech", "Speaks a text.", ApiAccess.InferenceKey)
        {
            Body = new ApiBody(IsOpen: true, ("input!", "string"), ("model!", "string"), ("voice", "string"), ("response_format", "string"), ("speed", "number")),
            OtherMediaTypes = ["audio/mpeg", "audio/pcm"],
        },
        new("post", "/audio/transcriptions", "Writes down what is said; also takes a form with a file.", ApiAccess.InferenceKey)
        {
            Body = new ApiBody(IsOpen: true, ("input_audio!", "object"), ("model!", "string"), ("language", "string"), ("response_format", "string")),
        },
    ];

    private static ApiOperation Images(string path) => new("post", path, "Makes images.", ApiAccess.InferenceKey)
    {
        Body = new ApiBody(IsOpen: true, ("prompt!", "string"), ("model!", "string"), ("n", "integer"), ("size", "string"), ("stream", "boolean")),
        OtherMediaTypes = ["text/event-stream"],
    };

    private static IEnumerable<ApiOperation> Catalogue() =>
    [
        new("get", "/models", "Lists models, the newest first. With the header anthropic-version, in the form of the Anthropic API.", ApiAccess.Open)
        {
            Query = [.. CatalogueParameters.List, .. CatalogueParameters.Feed, .. CatalogueParameters.Anthropic],
            Answer = WireJson.Default.ModelListResponse,
            OtherMediaTypes = ["application/rss+xml"],
        },
        new("get", "/models/count", "Counts models.", ApiAccess.Open)
        {
            Query = [CatalogueParameters.Output],
            Answer = WireJson.Default.DataResponseModelCountRecord,
        },
        new("get", "/models/user", "Lists the models that the caller may use.", ApiAccess.AnyKey)
        {
            Query = CatalogueParameters.List,
            Answer = WireJson.Default.ModelListResponse,
        },
        new("get", "/model/{author}/{slug}", "Shows a model.", ApiAccess.Open) { Answer = WireJson.Default.DataResponseModelRecord },
        new("get", "/models/{id}", "Shows a model by its id with the slash escaped, without an envelope, in OpenAI's or Anthropic's form.", ApiAccess.Open)
        {
            Answer = WireJson.Default.ModelRecord,
        },
        new("get", "/models/{author}/{slug}/endpoints", "Lists the endpoints of a model.", ApiAccess.Open)
        {
            Answer = WireJson.Default.DataResponseModelEndpointsRecord,
        },
        new("get", "/endpoints/zdr", "Lists the endpoints whose provider keeps nothing.", ApiAccess.Open)
        {
            Answer = WireJson.Default.DataResponseIReadOnlyListEndpointRecord,
        },
        new("get", "/providers", "Lists providers.", ApiAccess.Open) { Answer = WireJson.Default.DataResponseIReadOnlyListProviderRecord },
        new("get", "/parameters/{author}/{slug}", "Shows which parameters a model takes.", ApiAccess.AnyKey)
        {
            Query = [new("provider", "Name or slug of one provider; without it, what any of them takes.")],
            Answer = WireJson.Default.DataResponseModelParametersRecord,
        },
        new("get", "/embeddings/models", "Lists models that embed.", ApiAccess.Open)
        {
            Query = CatalogueParameters.Page,
            Answer = WireJson.Default.ModelListResponse,
        },
        new("get", "/images/models", "Lists models that make images.", ApiAccess.Open) { Answer = WireJson.Default.DataResponseIReadOnlyListImageModelRecord },
        new("get", "/images/models/{author}/{slug}/endpoints", "Lists the endpoints of a model that makes images.", ApiAccess.Open)
        {
            Answer = WireJson.Default.ImageEndpointsResponse,
        },
    ];

    private static IEnumerable<ApiOperation> Keys() =>
    [
        new("get", "/key", "Shows the key that the request is made with.", ApiAccess.AnyKey) { Answer = WireJson.Default.DataResponseCurrentKeyRecord },
        new("get", "/keys", "Lists keys, a hundred at most.", ApiAccess.ManagementKey)
        {
            Query =
            [
                new("offset", "Keys to skip.", "integer"),
                new("include_disabled", "Whether disabled keys are listed too.") { Values = ["true", "false"] },
                new("workspace_id", "The workspace whose keys are listed."),
            ],
            Answer = WireJson.Default.DataResponseIReadOnlyListKeyRecord,
        },
        new("post", "/keys", "Makes a key; its text is shown this once.", ApiAccess.ManagementKey)
        {
            Body = new ApiBody(
                IsOpen: false, ("name!", "string"), ("limit", "number?"), ("limit_reset", "string?"), ("include_byok_in_limit", "boolean"), ("expires_at", "string?"),
                ("creator_user_id", "string?"), ("workspace_id", "string")),
            Status = 201,
            Answer = WireJson.Default.CreatedKeyResponse,
        },
        new("get", "/keys/{hash}", "Shows a key.", ApiAccess.ManagementKey) { Answer = WireJson.Default.DataResponseKeyRecord },
        new("patch", "/keys/{hash}", "Changes a key; what is left out stays.", ApiAccess.ManagementKey)
        {
            Body = new ApiBody(
                IsOpen: false, ("name", "string"), ("disabled", "boolean"), ("limit", "number?"), ("limit_reset", "string?"), ("include_byok_in_limit", "boolean")),
            Answer = WireJson.Default.DataResponseKeyRecord,
        },
        new("delete", "/keys/{hash}", "Deletes a key.", ApiAccess.ManagementKey) { Answer = WireJson.Default.DeletedResponse },
    ];
}
